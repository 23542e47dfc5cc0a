#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_page.h"
#include "indexer/html/charset.h"

static struct arena arena;

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

struct page {
    const char *start; /* of the page, or its header */
    const char *bytes; /* of the text after it */
    const char *text;
};

static void assert_decoded(palpate_view bytes, const char *header, const char *text)
{
    palpate_view out = { NULL, 0 };

    assert_int_equal(
            charset_decode(&out, &arena, bytes, view_of(header), NULL), PALPATE_OK);
    if (view_find(out, view_of(text)) == out.size)
        fail_msg("<%s> is not in <%.*s>", text, (int)out.size, out.data);
}

/* Each page, which starts with its declaration, has its text. */
static void assert_pages(const struct page *pages, size_t count)
{
    struct buffer html = { 0 };

    for (size_t i = 0; i < count; i++) {
        buffer_clear(&html);
        buffer_append_string(&html, pages[i].start);
        buffer_append_string(&html, pages[i].bytes);
        assert_decoded(buffer_view(&html), "", pages[i].text);
    }
    buffer_free(&html);
}

#define ASSERT_PAGES(pages) assert_pages((pages), sizeof(pages) / sizeof *(pages))

/* A NUL stands for any byte, also where a name, a value or a tag should begin or end.
 */
static void a_nul_in_a_tag_holds_nobody_up(void **state)
{
    static const palpate_view STARTS[] = { PALPATE_VIEW_INIT("<a \0"),
        PALPATE_VIEW_INIT("<a\0"), PALPATE_VIEW_INIT("<a b\0c=\0 \0=d"),
        PALPATE_VIEW_INIT("<meta \0"), PALPATE_VIEW_INIT("<meta charset=\0"),
        PALPATE_VIEW_INIT("<meta charset=\"\0"), PALPATE_VIEW_INIT("<meta = \0 /\0/"),
        PALPATE_VIEW_INIT("<\0"), PALPATE_VIEW_INIT("</\0"), PALPATE_VIEW_INIT("<!\0"),
        PALPATE_VIEW_INIT("<a =\0"), PALPATE_VIEW_INIT("<?xml encoding=\0") };
    static const palpate_view REST =
            PALPATE_VIEW_INIT("><meta charset=gb2312><p>\xBC\xE7\xB0\xF2\0");
    struct buffer html = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++) {
        buffer_clear(&html);
        buffer_append(&html, STARTS[i]);
        assert_decoded(buffer_view(&html), "", "<");
        buffer_append(&html, REST);
        assert_decoded(buffer_view(&html), "", "<p>");
    }
    buffer_free(&html);
}

static void a_declaration_is_read_as_browsers_read_it(void **state)
{
    static const struct page PAGES[] = {
        { "<script charset=utf-8></script><meta charset=gb2312><p>",
                "\xBC\xE7\xB0\xF2\xCC\xDB\xCD\xB4", "肩膀疼痛" },
        { "<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'><p>",
                "\x95G\x82\xCC\x92\xC9\x82\xDD\x87@", "膝の痛み①" },
        { "<META CONTENT=\"text/html;charset = &quot;x\" http-equiv=content-type><meta "
          "charset=\"EUC-KR\"><p>",
                "\xB9\xAB\xB8\xAD \x8C"
                "c",
                "무릎 똠" },
        { "<meta charset=latin1><p>",
                "\x93"
                "caf\xE9\x94 \x80",
                "“café” €" },
        { "<meta charset=ISO-8859-9><p>",
                "a\xF0r\xFDs\xFD \x93"
                "diz\x94",
                "ağrısı “diz”" },
        { "<meta charset=utf-16><p>", "a caf\xC3\xA9", "a café" },
        { "<!-- <meta charset=windows-1251> --><meta charset=windows-1252><p>",
                "caf\xE9", "café" },
        { "<meta name=description content=\"charset=koi8-r\"><meta "
          "charset=windows-1252><p>",
                "caf\xE9", "café" },
        { "<?xml version='1.0' encoding='iso-8859-2'?><p>", "kolano boli, \xB3\xB1ka",
                "kolano boli, łąka" },
        { "<meta charset=unset><p>",
                "\xE1\xEE\xEB\xFC \xE2 \xEA\xEE\xEB\xE5\xED\xE5 "
                "\xEF\xF0\xEE\xF5\xEE\xE4\xE8\xF2 \xF1\xE0\xEC\xE0",
                "боль в колене проходит сама" },
        { "<meta charset=utf-8><p>",
                "\xC2\xCF\xCC\xD8 \xD7 \xCB\xCF\xCC\xC5\xCE\xC5 "
                "\xD0\xD2\xCF\xC8\xCF\xC4\xC9\xD4 \xD3\xC1\xCD\xC1",
                "боль в колене проходит сама" },
    };

    (void)state;
    ASSERT_PAGES(PAGES);
}

static void a_declaration_counts_in_a_long_head_and_not_in_a_body(void **state)
{
    struct buffer html = { 0 };

    (void)state;
    buffer_append_string(&html, "<head><script>");
    for (unsigned i = 0; i < 3000; i++)
        buffer_append_string(&html, "a = 1;\n");
    buffer_append_string(&html, "</script><meta charset=windows-1251></head><p>\xEA");
    assert_decoded(buffer_view(&html), "", "\u043a");
    buffer_clear(&html);
    buffer_append_string(&html, "<head></head><body><p>");
    for (unsigned i = 0; i < 3000; i++)
        buffer_append_string(&html, "a text ");
    buffer_append_string(&html, "<meta charset=windows-1251>caf\xE9");
    assert_decoded(buffer_view(&html), "", "caf\u00e9");
    buffer_free(&html);
}

static void the_header_and_the_mark_go_before_the_page(void **state)
{
    (void)state;
    assert_decoded(PALPATE_VIEW("<meta charset=koi8-r>\xEA"),
            "text/html; Charset=\"windows-1251\"", "\u043a");
    assert_decoded(PALPATE_VIEW("\xEF\xBB\xBF<meta charset=koi8-r>\xD0\xBA"),
            "text/html; charset=windows-1251", "\u043a");
    assert_decoded(PALPATE_VIEW("\xFF\xFE\x3A\x04 \x00"), "", "\u043a ");
    assert_decoded(PALPATE_VIEW("<meta charset=koi8-r>caf\xC3\xA9"), "", "caf\u00e9");
    assert_decoded(PALPATE_VIEW("<meta charset=windows-1251>\xEA"),
            "text/html; charset=no-such-one", "\u043a");
}

static const struct page SILENT[] = {
    { "<p>",
            "\xE1\xEE\xEB\xFC \xE2 \xEA\xEE\xEB\xE5\xED\xE5 \xF3 "
            "\xEF\xEE\xE6\xE8\xEB\xFB\xF5 \xEB\xFE\xE4\xE5\xE9 "
            "\xEE\xE1\xFB\xF7\xED\xEE \xEF\xF0\xEE\xF5\xEE\xE4\xE8\xF2 "
            "\xF1\xE0\xEC\xE0",
            "боль в колене у пожилых людей обычно проходит сама" },
    { "<p>",
            "\xC2\xCF\xCC\xD8 \xD7 \xCB\xCF\xCC\xC5\xCE\xC5 \xD5 "
            "\xD0\xCF\xD6\xC9\xCC\xD9\xC8 \xCC\xC0\xC4\xC5\xCA "
            "\xCF\xC2\xD9\xDE\xCE\xCF \xD0\xD2\xCF\xC8\xCF\xC4\xC9\xD4 "
            "\xD3\xC1\xCD\xC1",
            "боль в колене у пожилых людей обычно проходит сама" },
    { "<p>",
            "\xCF \xF0\xFC\xED\xEF\xF2 \xF3\xF4\xEF \xE3\xFC\xED\xE1\xF4\xEF "
            "\xE5\xDF\xED\xE1\xE9 \xF3\xF5\xF7\xED\xFC\xF2 \xF3\xF4\xEF\xF5\xF2 "
            "\xE7\xEB\xE9\xEA\xE9\xF9\xEC\xDD\xED\xEF\xF5\xF2",
            "Ο πόνος στο γόνατο είναι συχνός στους ηλικιωμένους" },
    { "<p>",
            "\xEB\xE0\xE1 \xE1\xF8\xEA \xE4\xE5\xE0 \xFA\xEC\xE5\xF0\xE4 "
            "\xF0\xF4\xE5\xF6\xE4 \xEE\xE0\xE5\xE3 \xE1\xF7\xF8\xE1 "
            "\xEE\xE1\xE5\xE2\xF8\xE9\xED",
            "כאב ברך הוא תלונה נפוצה מאוד בקרב מבוגרים" },
    { "<p>",
            "\xC3\xE1\xE3 \xC7\xE1\xD1\xDF\xC8\xC9 \xD4\xDF\xE6\xEC "
            "\xD4\xC7\xC6\xDA\xC9 \xC8\xED\xE4 \xDF\xC8\xC7\xD1 \xC7\xE1\xD3\xE4",
            "ألم الركبة شكوى شائعة بين كبار السن" },
    { "<p>",
            "\x95G\x82\xCC\x92\xC9\x82\xDD\x82\xCD\x8D\x82\x97\xEE\x8E\xD2\x82\xC9"
            "\x82\xE6\x82\xAD\x8C\xA9\x82\xE7\x82\xEA\x82\xE9\x8F\xC7\x8F\xF3\x82"
            "\xC5\x81"
            "A\x91\xBD\x82\xAD\x82\xCD\x8E\xA9\x91R\x82\xC9\x8E\xA1\x82\xE8\x82\xDC"
            "\x82\xB7\x81"
            "B",
            "膝の痛みは高齢者によく見られる症状で、多くは自然に治ります。" },
    { "<p>",
            "\xC9\xA8\xA4\xCE\xC4\xCB\xA4\xDF\xA4\xCF\xB9\xE2\xCE\xF0\xBC\xD4\xA4"
            "\xCB\xA4\xE8\xA4\xAF\xB8\xAB\xA4\xE9\xA4\xEC\xA4\xEB\xBE\xC9\xBE\xF5"
            "\xA4\xC7\xA1\xA2\xC2\xBF\xA4\xAF\xA4\xCF\xBC\xAB\xC1\xB3\xA4\xCB\xBC"
            "\xA3\xA4\xEA\xA4\xDE\xA4\xB9\xA1\xA3",
            "膝の痛みは高齢者によく見られる症状で、多くは自然に治ります。" },
    { "<p>", "\x1B$BI($NDK$_$O9bNp<T$K$h$/8+$i$l$k>I>u$G!\x22\x1B(B",
            "膝の痛みは高齢者によく見られる症状で、" },
    { "<p>",
            "\xB9\xAB\xB8\xAD \xC5\xEB\xC1\xF5\xC0\xBA "
            "\xB3\xEB\xC0\xCE\xBF\xA1\xB0\xD4 \xC8\xE7\xC7\xD1 "
            "\xC1\xF5\xBB\xF3\xC0\xCC\xB8\xE7 \xB4\xEB\xB0\xB3 "
            "\xC0\xFA\xC0\xFD\xB7\xCE \xB3\xB4\xBD\xC0\xB4\xCF\xB4\xD9",
            "무릎 통증은 노인에게 흔한 증상이며 대개 저절로 낫습니다" },
    { "<p>",
            "\xCF\xA5\xB9\xD8\xBD\xDA\xCC\xDB\xCD\xB4\xD4\xDA\xC0\xCF\xC4\xEA\xC8"
            "\xCB\xD6\xD0\xBA\xDC\xB3\xA3\xBC\xFB\xA3\xAC\xB4\xF3\xB6\xE0\xCA\xFD"
            "\xBB\xE1\xD7\xD4\xD0\xD0\xBA\xC3\xD7\xAA\xA1\xA3",
            "膝关节疼痛在老年人中很常见，大多数会自行好转。" },
    { "<p>",
            "\xBD\xA5\xC3\xF6\xB8`\xAFk\xB5h\xA6"
            "b\xA6\xD1\xA6~\xA4H\xA4\xA4\xAB\xDC\xB1`\xA8\xA3\xA1"
            "A\xA4j\xA6h\xBC\xC6\xB7|\xA6\xDB\xA6\xE6\xA6n\xC2\xE0\xA1"
            "C",
            "膝關節疼痛在老年人中很常見，大多數會自行好轉。" },
    { "<p>", "Une douleur au genou est fr\xE9quente apr\xE8s l\x92\xE9t\xE9",
            "Une douleur au genou est fréquente après l’été" },
    { "<p>",
            "Das Knie schmerzt nach langem Gehen \xFC"
            "ber St\xF6"
            "cke",
            "Das Knie schmerzt nach langem Gehen über Stöcke" },
    { "<html lang=\"pl\"><p>",
            "B\xF3l kolana cz\xEAsto mija bez leczenia, tak\xBF"
            "e p\xF3\x9Fn\xB9 jesieni\xB9",
            "Ból kolana często mija bez leczenia, także późną jesienią" },
    { "<html lang=\"cs\"><p>",
            "Bolest kolene \xE8"
            "asto odezn\xED, \xF8"
            "ekl l\xE9ka\xF8 na st\xE1\x9Ei",
            "Bolest kolene často odezní, řekl lékař na stáži" },
    { "<html lang=\"pl\"><p>",
            "B\xF3l kolana cz\xEAsto mija, tak\xBF"
            "e p\xF3\xBCn\xB1 jesieni\xB1, si\xEA",
            "Ból kolana często mija, także późną jesienią, się" },
    { "<html lang=\"tr\"><p>",
            "Diz a\xF0r\xFDs\xFD ya\xFEl\xFDlarda s\xFDk g\xF6r\xFCl\xFCr",
            "Diz ağrısı yaşlılarda sık görülür" },
};

static void what_declares_nothing_is_told_by_its_bytes(void **state)
{
    (void)state;
    ASSERT_PAGES(SILENT);
    assert_true(charset_is_known(view_of(SILENT[0].bytes), PALPATE_VIEW("")));
    assert_false(charset_is_known(PALPATE_VIEW("\x80\x01\xFF\x02"), PALPATE_VIEW("")));
}

static void a_broken_byte_does_not_change_the_encoding(void **state)
{
    (void)state;
    assert_decoded(PALPATE_VIEW("<p>caf\xC3\xA9, d\xC3\xA9j\xC3\xA0 vu \xE9."), "",
            "caf\u00e9, d\u00e9j\u00e0 vu \uFFFD.");
    assert_decoded(PALPATE_VIEW("<meta charset=gb2312><p>\xBC\xE7\xFF\xB0\xF2."), "",
            "\u80a9\uFFFD\u8180.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_nul_in_a_tag_holds_nobody_up),
        cmocka_unit_test(a_declaration_is_read_as_browsers_read_it),
        cmocka_unit_test(a_declaration_counts_in_a_long_head_and_not_in_a_body),
        cmocka_unit_test(the_header_and_the_mark_go_before_the_page),
        cmocka_unit_test(what_declares_nothing_is_told_by_its_bytes),
        cmocka_unit_test(a_broken_byte_does_not_change_the_encoding),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
