#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/ascii.h"
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

/* All labels of the encoding standard of the web, and what a page that declares one of
   them says.  A declaration that can be read as ASCII does not mean two bytes a
   character: such labels are those of UTF-8. */
static const struct encoding {
    const char *labels;
    const char *bytes;
    const char *text;
} ENCODINGS[] = {
    { "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 "
      "x-unicode20utf8 unicodefffe utf-16be csunicode "
      "iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
            "knee: \xC3\xA9 \xE8\x86\x9D", "knee: é 膝" },
    { "866 cp866 csibm866 ibm866", "\xA1\xAE\xAB\xEC \xA2 \xAA\xAE\xAB\xA5\xAD\xA5",
            "боль в колене" },
    { "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 "
      "iso_8859-2 iso_8859-2:1987 l2 latin2",
            "kolano boli, \xB3\xB1ka", "kolano boli, łąka" },
    { "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 "
      "iso_8859-3 iso_8859-3:1988 l3 latin3",
            "\xF8"
            "enua doloro \xB1",
            "ĝenua doloro ħ" },
    { "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 "
      "iso_8859-4 iso_8859-4:1988 l4 latin4",
            "ce\xB6"
            "a s\xE0pes \xF3",
            "ceļa sāpes ķ" },
    { "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 "
      "iso88595 iso_8859-5 iso_8859-5:1988",
            "\xD1\xDE\xDB\xEC \xD2 \xDA\xDE\xDB\xD5\xDD\xD5", "боль в колене" },
    { "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic "
      "ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 "
      "iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
            "\xC3\xE4\xE5 \xC7\xE4\xD1\xE3\xC8\xC9", "ألم الركبة" },
    { "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 "
      "iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 "
      "sun_eu_greek",
            "\xF0\xFC\xED\xEF\xF2 \xF3\xF4\xEF \xE3\xFC\xED\xE1\xF4\xEF",
            "πόνος στο γόνατο" },
    { "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e "
      "iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 "
      "visual csiso88598i iso-8859-8-i logical",
            "\xEB\xE0\xE1 \xE1\xF8\xEA", "כאב ברך" },
    { "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 "
      "latin6",
            "hn\xE9verkur \xFE \xA9 \xBF", "hnéverkur þ Đ ŋ" },
    { "iso-8859-13 iso8859-13 iso885913", "kelio skausmas \xF8\xFE",
            "kelio skausmas ųž" },
    { "iso-8859-14 iso8859-14 iso885914", "poen pen-glin \xF0 \xFE",
            "poen pen-glin ŵ ŷ" },
    { "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
            "douleur, c\xBDur, 5 \xA4", "douleur, cœur, 5 €" },
    { "iso-8859-16", "durere de genunchi \xBA \xFE", "durere de genunchi ș ț" },
    { "cskoi8r koi koi8 koi8-r koi8_r",
            "\xC2\xCF\xCC\xD8 \xD7 \xCB\xCF\xCC\xC5\xCE\xC5", "боль в колене" },
    { "koi8-ru koi8-u", "\xC2\xA6\xCC\xD8 \xD5 \xCB\xCF\xCC\xA6\xCE\xA6 \xAD",
            "біль у коліні ґ" },
    { "csmacintosh mac macintosh x-mac-roman", "douleur \xD2genou\xD3 \x8E \xB9",
            "douleur “genou” é π" },
    { "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
            "\xBB\xC7\xB4\xE0\xA2\xE8\xD2 \x80", "ปวดเข่า €" },
    { "cp1250 windows-1250 x-cp1250", "bolest kolene \xF8 \x84x\x93",
            "bolest kolene ř „x“" },
    { "cp1251 windows-1251 x-cp1251",
            "\xE1\xEE\xEB\xFC \xE2 \xEA\xEE\xEB\xE5\xED\xE5 \x84x\x93",
            "боль в колене „x“" },
    { "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 "
      "iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
      "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 "
      "x-user-defined",
            "\x93"
            "caf\xE9\x94 \x80",
            "“café” €" },
    { "cp1253 windows-1253 x-cp1253",
            "\xF0\xFC\xED\xEF\xF2 \xF3\xF4\xEF \xE3\xFC\xED\xE1\xF4\xEF \x80",
            "πόνος στο γόνατο €" },
    { "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 "
      "iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254",
            "diz a\xF0r\xFDs\xFD \x93x\x94", "diz ağrısı “x”" },
    { "cp1255 windows-1255 x-cp1255", "\xEB\xE0\xE1 \xE1\xF8\xEA \xA4", "כאב ברך ₪" },
    { "cp1256 windows-1256 x-cp1256", "\xC3\xE1\xE3 \xC7\xE1\xD1\xDF\xC8\xC9 \x80",
            "ألم الركبة €" },
    { "cp1257 windows-1257 x-cp1257", "kelio skausmas \xF8\xFE \x84x\x93",
            "kelio skausmas ųž „x“" },
    { "cp1258 windows-1258 x-cp1258",
            "\xF0"
            "au \xF5 \xFD \xFE",
            "đau ơ ư ₫" },
    { "x-mac-cyrillic x-mac-ukrainian",
            "\xE1\xEE\xEB\xFC \xE2 \xEA\xEE\xEB\xE5\xED\xE5", "боль в колене" },
    { "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 "
      "gbk iso-ir-58 x-gbk gb18030",
            "\xCF\xA5\xB8\xC7\xCC\xDB\xCD\xB4 \xA2\xE3", "膝盖疼痛 €" },
    { "big5 big5-hkscs cn-big5 csbig5 x-x-big5", "\xBD\xA5\xBB\\\xAFk\xB5h",
            "膝蓋疼痛" },
    { "cseucpkdfmtjapanese euc-jp x-euc-jp", "\xC9\xA8\xA4\xCE\xC4\xCB\xA4\xDF\xAD\xA1",
            "膝の痛み①" },
    { "csiso2022jp iso-2022-jp", "\x1B$BI($NDK$_-!\x1B(I1\x1B(B", "膝の痛み①ｱ" },
    { "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis "
      "windows-31j x-sjis",
            "\x95G\x82\xCC\x92\xC9\x82\xDD\x87@", "膝の痛み①" },
    { "cseuckr csksc56011987 euc-kr iso-ir-149 korean "
      "ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
            "\xB9\xAB\xB8\xAD \x8C"
            "c",
            "무릎 똠" },
};

enum { LABELS = 222 };

static void assert_text(palpate_view bytes, const char *header, const char *text)
{
    palpate_view out = { NULL, 0 };

    assert_int_equal(
            charset_decode(&out, &arena, bytes, view_of(header), NULL), PALPATE_OK);
    if (view_find(out, view_of(text)) == out.size)
        fail_msg("<%s> is not in <%.*s>", text, (int)out.size, out.data);
}

static palpate_view next_label(palpate_view *labels)
{
    palpate_view label = view_slice(*labels, 0, view_find(*labels, PALPATE_VIEW(" ")));

    *labels = view_slice(*labels, label.size + 1, labels->size);
    return label;
}

/* A page with a declaration that `before` and `after` are around the label of. */
static void write_page(struct buffer *html, const char *before, palpate_view label,
        const char *after, const struct encoding *encoding)
{
    buffer_clear(html);
    buffer_append_string(html, before);
    buffer_append(html, label);
    buffer_append_string(html, after);
    buffer_append_string(html, encoding->bytes);
    buffer_append_string(html, "</p>");
}

static void each_label_in_a_meta_element_is_known(void **state)
{
    struct buffer html = { 0 };
    size_t count = 0;

    (void)state;
    for (size_t i = 0; i < sizeof ENCODINGS / sizeof *ENCODINGS; i++) {
        palpate_view labels = view_of(ENCODINGS[i].labels);
        while (labels.size > 0) {
            palpate_view label = next_label(&labels);
            write_page(&html, "<meta charset=\"", label, "\"><p>", &ENCODINGS[i]);
            assert_text(buffer_view(&html), "", ENCODINGS[i].text);
            write_page(&html,
                    "<META http-equiv=content-type content='text/html; charset=", label,
                    "'><p>", &ENCODINGS[i]);
            assert_text(buffer_view(&html), "", ENCODINGS[i].text);
            count++;
        }
    }
    assert_int_equal(count, LABELS);
    buffer_free(&html);
}

/* All but those of the first row, which is UTF-8 by its bytes alone. */
static void each_label_in_a_header_goes_before_the_meta_element(void **state)
{
    struct buffer html = { 0 };
    struct buffer header = { 0 };

    (void)state;
    for (size_t i = 1; i < sizeof ENCODINGS / sizeof *ENCODINGS; i++) {
        palpate_view labels = view_of(ENCODINGS[i].labels);
        while (labels.size > 0) {
            palpate_view label = next_label(&labels);
            write_page(&html, "<meta charset=", PALPATE_VIEW("iso-8859-5"), "><p>",
                    &ENCODINGS[i]);
            buffer_clear(&header);
            buffer_append_string(&header, "Text/HTML; CharSet=\"");
            for (size_t k = 0; k < label.size; k++)
                buffer_append_byte(&header, ascii_upper(label.data[k]));
            buffer_append(&header, PALPATE_VIEW("\"\0"));
            assert_text(buffer_view(&html), header.data, ENCODINGS[i].text);
        }
    }
    buffer_free(&header);
    buffer_free(&html);
}

/* A browser shows one sign for a character that there is not, and all others. */
static void a_broken_character_leaves_the_others_what_they_are(void **state)
{
    static const struct encoding PAGES[] = {
        { "gb2312", "\xCF\xA5\xFD\xFF\xB8\xC7\xCC\xDB", "膝\uFFFD盖疼" },
        { "gb2312", "\xCF\xA5\xFF\xB8\xC7\xCC\xDB", "膝\uFFFD盖疼" },
        { "gbk", "\xCF\xA5 5 \x80 \xB8\xC7", "膝 5 € 盖" },
        { "big5", "\xBD\xA5\xB0\x94\xBB\\\xAFk", "膝\uFFFD蓋疼" },
        { "shift_jis", "\x95G\x86\xB0\x92\xC9\x82\xDD", "膝\uFFFD痛み" },
        { "shift_jis", "\x95G\xFD\x92\xC9\x82\xDD", "膝\uFFFD痛み" },
        { "euc-jp", "\xC9\xA8\xA9\xA1\xC4\xCB\xA4\xDF", "膝\uFFFD痛み" },
        { "euc-jp", "\xC9\xA8\x8F\xA1\xA1\xC4\xCB\xA4\xDF", "膝\uFFFD痛み" },
        { "euc-kr", "\xB9\xAB\xC9\xFE\xB8\xAD", "무\uFFFD릎" },
        { "euc-kr", "\xB9\xAB\xC9<b>\xB8\xAD", "무\uFFFD<b>릎" },
        { "iso-2022-jp", "\x1B$BI(\x1B$BDK\x1B(B!\xE9.", "膝痛!\uFFFD." },
        { "iso-2022-jp", "\x1B$BI(\x1B(B: \x1B(J\\5\x1B(B \x1B$X.",
                "膝: ￥5 \uFFFD$X." },
        { "iso-2022-jp",
                "\x1B$BI(\n\x1B(B<b>\x1B$B\xFF"
                "DK",
                "膝\n<b>\uFFFD痛" },
        { "windows-874", "\xBB\xC7\xB4 \x81\xDB.", "ปวด \xC2\x81\uFFFD." },
        { "windows-1253", "\xF0\xFC\xED\xEF\xF2 \xD2\xAA.", "πόνος \uFFFD\uFFFD." },
    };
    struct buffer html = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        write_page(
                &html, "<meta charset=", view_of(PAGES[i].labels), "><p>", &PAGES[i]);
        assert_text(buffer_view(&html), "", PAGES[i].text);
    }
    buffer_free(&html);
}

static void half_a_character_of_utf_16_leaves_the_others_what_they_are(void **state)
{
    (void)state;
    assert_text(PALPATE_VIEW("\xFF\xFEk\0n\0\x00\xD8"
                             "e\0e\0"),
            "", "kn\uFFFDee");
    assert_text(PALPATE_VIEW("\xFE\xFF\0k\0n\xDC\x00\0e\0e\0"), "", "kn\uFFFDee\uFFFD");
    assert_text(PALPATE_VIEW("k\0n\0\x00\xDD"
                             "e\0e\0"),
            "text/html; charset=utf-16le", "kn\uFFFDee");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_label_in_a_meta_element_is_known),
        cmocka_unit_test(each_label_in_a_header_goes_before_the_meta_element),
        cmocka_unit_test(a_broken_character_leaves_the_others_what_they_are),
        cmocka_unit_test(half_a_character_of_utf_16_leaves_the_others_what_they_are),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
