#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_page.h"
#include "indexer/html/double_encoding.h"
#include "indexer/html/entities.h"
#include "indexer/html/tree.h"

static struct arena arena;
static struct tree tree;

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

struct page {
    const char *html;
    const char *text;
};

/* Each page has the text that a browser has of it. */
static void assert_texts(const struct page *pages, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        arena_clear(&arena);
        assert_int_equal(
                tree_read(&tree, &arena, view_of(pages[i].html), NULL), PALPATE_OK);
        page_assert(tree_text(&tree, &arena, 0), pages[i].text);
    }
}

#define ASSERT_TEXTS(pages) assert_texts((pages), sizeof(pages) / sizeof *(pages))

static void numbers_from_128_to_159_are_of_windows(void **state)
{
    static const struct page PAGES[] = {
        { "<p>The patient&#146;s arm", "The patient’s arm" },
        { "<p>&#x80;20 &#133; &#150; &#X97; &#147;a&#148;", "€20 … – — “a”" },
        { "<p>&#129;&#x8D;&#143;&#144;&#157;a", "a" },
        { "<p>\xC2\x92\xC2\x85", "’…" },
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void numbers_of_no_character_are_replaced(void **state)
{
    static const struct page PAGES[] = {
        { "<p>a&#0;b&#xD800;c&#x110000;d&#99999999999999999999;", "a�b�c�d�" },
        { "<p>a&#;b&#x;c&#xg;d&#", "a&#;b&#x;c&#xg;d&#" },
        { "<p>a&#8;b", "ab" },
        { "<p>a&#38;#65;&#60;b>", "a&#65;<b>" },
        { "<p>&#65&#x42 &#0000067;", "AB C" },
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void names_of_the_standard_are_known(void **state)
{
    static const struct page PAGES[] = {
        { "<p>&eacute;&hellip;&frac12;&rarr;&Scaron;&zwj;|", "é…½→Š\xE2\x80\x8D|" },
        { "<p>&NotEqualTilde;&nGt;", "≂̸≫⃒" },
        { "<p>&CounterClockwiseContourIntegral;&Eacute;&eacute;", "∳Éé" },
        { "<p>&apos;&quot;&lt;&gt;&amp;amp;", "'\"<>&amp;" },
        { "<p>&nosuch; &; & &hellip &EACUTE;", "&nosuch; &; & &hellip &EACUTE;" },
        { "<title>Andr&eacute; &amp; Zo&euml;</title>", "André & Zoë" },
        { "<p>e&#769;", "é" },
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void some_names_need_no_semicolon_in_text(void **state)
{
    static const struct page PAGES[] = {
        { "<p>caf&eacute owner, 5&nbspmg &amp rest 3&frac12weeks", /* */
                "café owner, 5\xC2\xA0mg & rest 3½weeks" },
        { "<p>&notit; &notin; &copy2020 &ampersand", "¬it; ∉ ©2020 &ersand" },
        { "<p>AT&T R&D &rsquo &s", "AT&T R&D &rsquo &s" },
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void attributes_keep_what_belongs_to_an_address(void **state)
{
    static const struct page CASES[] = {
        { "<a href=\"?a=1&copy=2&lt=3&region\">", "?a=1&copy=2&lt=3&region" },
        { "<a href='?a=1&amp;b=&lt;&#39;&quot;'>", "?a=1&b=<'\"" },
        { "<a href=?a&#32;b&gt;c&amp;copy>", "?a b>c&copy" },
        { "<a href=\"caf&eacute; &copy\">", "café ©" },
        { "<a href=\"&amp;eacute;&#38;#65;\">", "&eacute;&#65;" },
        { "<a x=\"a>b\" href=\"&eacute;\">", "é" },
        { "<a href = \"&eacute;>\">", "é>" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        arena_clear(&arena);
        assert_int_equal(
                tree_read(&tree, &arena, view_of(CASES[i].html), NULL), PALPATE_OK);
        uint32_t link = tree_find(&tree, 0, tree.count, HTML_a);
        assert_int_not_equal(link, TREE_NONE);
        page_assert(
                node_attribute(&tree.nodes[link], PALPATE_VIEW("href")), CASES[i].text);
    }
}

static void what_browsers_take_for_comments_is_no_text(void **state)
{
    static const struct page PAGES[] = {
        { "<p>a<![if !vml]>b<![endif]>c", "abc" },
        { "<p>a<!--[if !mso]><!-->b<!--<![endif]-->c", "abc" },
        { "<p>a<!-->b<!--->c<!-- d --!>e<!---->f<!-- - -- --->g", "abcefg" },
        { "<p>a<?xml:namespace prefix = o />b</ >c</>d", "abcd" },
        { "<p>a<![CDATA[ x > b ]]>c", "a b ]]>c" },
        { "<!DOCTYPE html><p>a<!ELEMENT br>b", "ab" },
        { "<p>3 < 5, 5<6, a<", "3 < 5, 5<6, a<" },
        { "<p>a<!-- &eacute; <b> -->b<!x", "ab" },
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void what_stands_in_a_plain_text_is_no_markup(void **state)
{
    static const struct page PAGES[] = {
        { "<textarea></p><b>&lt;</textarea><p>b", "</p><b>&lt;b" },
        { "<xmp><p>a&eacute;</xmp><p>b", "<p>a&eacute;b" },
        { "<iframe><p>a</iframe><p>b", "<p>ab" },
        { "<textarea><p>a", "a" },                          /* without end */
        { "<script>if (a<b) c='&eacute;<!--'</script><p>b", /* */
                "if (a<b) c='&eacute;<!--'b" },
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void a_text_is_one_however_it_is_handed_over(void **state)
{
    (void)state;
    arena_clear(&arena);
    assert_int_equal(tree_read(&tree, &arena,
                             PALPATE_VIEW("<p>By Andr&#233; &amp; Zo&euml;<!-- --> "
                                          "B&#x97;Smith</p>"),
                             NULL),
            PALPATE_OK);
    uint32_t paragraph = tree_find(&tree, 0, tree.count, HTML_p);
    assert_int_equal(tree.nodes[paragraph].end, paragraph + 2);
    page_assert(tree.nodes[paragraph + 1].text, "By André & Zoë B—Smith");
}

static void unseen_characters_part_no_word(void **state)
{
    static const struct page PAGES[] = {
        { "<title>Physio&shy;ther\xC2\xAD"
          "apy</title>",
                "Physiotherapy" },
        { "<p>Masti&#8203;cation&ZeroWidthSpace;s \xE2\x81\xA0x&NoBreak;y\xEF\xBB\xBF",
                "Mastications xy" },
        { "<p>a&#x2028;b&#8233;c", "a b c" },
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void text_encoded_twice_is_decoded(void **state)
{
    static const struct page PAGES[] = {
        { "<p>it\u00e2\u20ac\u2122s a caf\u00c3\u00a9, 20\u00c2\u00b0C "
          "\u00e2\u20ac\u0153so\u00e2\u20ac\xC2\x9D",
                "it’s a café, 20°C “so”" },
        { "<p>it&acirc;&euro;&trade;s caf&Atilde;&copy;", "it’s café" },
        { "<p>it\xC3\xA2\xC2\x80\xC2\x99s", "it’s" }, /* read as Latin-1 */
        { "<p>\u00e2\u20ac\u0153so\u00e2\u20ac and", "“so” and" },
        { "<p>\u00c3\u00a2\u00e2\u201a\u00ac\u00e2\u201e\u00a2", "’" }, /* thrice */
        { "<p>\u00f0\u0178\u02dc\u20ac", "😀" },
        { "<p>\u00d0\u00bf\u00d1\u20ac\u00d0\u00b8", "при" },
        { "<p>\u017c\u00c5\u201a\u00c4\u2026", "ż\u00c5\u201a\u00c4\u2026" },
        { "<p>\u00c5\u201a\u00c4\u2026d\u00c5\u00bc", "łądż" }, /* and nothing else */
    };

    (void)state;
    ASSERT_TEXTS(PAGES);
}

static void signs_that_people_write_are_left(void **state)
{
    static const char *const TEXTS[] = { "“CAFÉ” « café » AMANHû – é…", "ÇA, É” et À",
        "«\u00a0café\u00a0» «\u00a0été\u00a0»…", "perché”… e città”", "Ä…Ö", "MARQUEÂ®",
        "Größe: 5 µm ± 1°", "日本語 Ελληνικά при", "â‚ a", "" };
    struct buffer out = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        if (double_encoding_decode(&out, view_of(TEXTS[i])))
            fail_msg("<%s> became <%.*s>", TEXTS[i], (int)out.size, out.data);
    }
    buffer_free(&out);
}

static void data_of_pages_may_be_escaped_twice(void **state)
{
    static const struct page TEXTS[] = {
        { "Siobh&aacute;n O&#8217;Shea", "Siobhán O’Shea" },
        { "O&amp;#8217;Shea &amp;amp; Zo&amp;euml;", "O’Shea & Zoë" },
        { "R&D, AT&T, B&not, &copy 2", "R&D, AT&T, B&not, &copy 2" },
        { "Physio&shy;ther\xC2\xAD"
          "apy\xE2\x80\x8B",
                "Physiotherapy" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        page_assert(entities_decode(&arena, view_of(TEXTS[i].html)), TEXTS[i].text);
}

static void a_byline_is_whole_whatever_it_is_written_with(void **state)
{
    static const char *const NAMES[] = { "Andr&#233; Bernard", "Andr&#xE9; Bernard",
        "Andr&eacute; Bernard", "Andr&eacute Bernard", "André Bernard" };
    char html[400];

    (void)state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        (void)snprintf(html, sizeof html,
                "<title>Sore knees</title><h1>Sore knees</h1><p class=byline>By %s</p>"
                "<p>A knee that is sore on stairs mostly needs load, not rest.</p>",
                NAMES[i]);
        page_assert(page_metadata(html, "http://a.example/b")->facts.byline,
                "André Bernard");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_from_128_to_159_are_of_windows),
        cmocka_unit_test(numbers_of_no_character_are_replaced),
        cmocka_unit_test(names_of_the_standard_are_known),
        cmocka_unit_test(some_names_need_no_semicolon_in_text),
        cmocka_unit_test(attributes_keep_what_belongs_to_an_address),
        cmocka_unit_test(what_browsers_take_for_comments_is_no_text),
        cmocka_unit_test(what_stands_in_a_plain_text_is_no_markup),
        cmocka_unit_test(a_text_is_one_however_it_is_handed_over),
        cmocka_unit_test(unseen_characters_part_no_word),
        cmocka_unit_test(text_encoded_twice_is_decoded),
        cmocka_unit_test(signs_that_people_write_are_left),
        cmocka_unit_test(data_of_pages_may_be_escaped_twice),
        cmocka_unit_test(a_byline_is_whole_whatever_it_is_written_with),
    };

    int failed = cmocka_run_group_tests(tests, page_set_up, tear_down);
    (void)page_tear_down(NULL);
    return failed;
}
