#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/html/tree.h"

static struct arena arena;
static struct article article;

static void read_bytes(palpate_view html, const struct page_origin *origin)
{
    static const struct page_origin NOWHERE = { .url = { NULL, 0 } };

    arena_clear(&arena);
    assert_int_equal(article_read(&article, &arena, html,
                             origin == NULL ? &NOWHERE : origin, NULL),
            PALPATE_OK);
}

static void read_page(const char *html)
{
    read_bytes(view_of(html), NULL);
}

static int set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void assert_view(palpate_view view, const char *expected)
{
    if (!view_equals(view, view_of(expected)))
        fail_msg("<%.*s> is not <%s>", (int)view.size, view.data, expected);
}

static bool has(palpate_view text, const char *words)
{
    return view_find(text, view_of(words)) < text.size;
}

#define PROSE \
    "The joint is stiff in the morning, and it eases when it is moved a little. "

static void menus_boxes_and_forms_are_left_out(void **state)
{
    (void)state;
    read_page("<body><nav><ul><li><a href=/>Frozen shoulder</a></li></ul></nav>"
              "<div class='cookie-notice'><p>We use cookies to make the site better, "
              "always.</p></div>"
              "<article><h1>Stiff joints</h1><p>" PROSE PROSE "</p>"
              "<div class='share-buttons'><a href=#>Share this</a></div></article>"
              "<div id=comments><h2>2 Comments</h2><p>Thank you, that was a great help "
              "to me, really.</p>"
              "<div id=respond><h3>Leave a Reply</h3></div></div>"
              "<aside><h2>Recent</h2><p>Another page speaks of elbows, wrists and of "
              "hands.</p></aside>"
              "<footer><p>Copyright, all rights reserved, by a clinic of some "
              "town.</p></footer>");
    assert_true(has(article.text, "stiff in the morning"));
    assert_view(article.title, "Stiff joints");
    for (const char *const *word = (const char *const[]){ "Frozen", "cookies", "Share",
                 "Thank you", "Leave a Reply", "elbows", "Copyright", NULL };
            *word != NULL; word++)
        if (has(article.text, *word))
            fail_msg("%s was kept", *word);
}

static void headings_travel_with_their_passages(void **state)
{
    (void)state;
    read_page(
            "<article><h1>Knee</h1><p>" PROSE "</p><h2 id=care>Treatment</h2><p>" PROSE
            "</p><h3>Injections</h3><p>" PROSE "</p><h2>Outlook</h2><p>" PROSE
            "</p></article>");
    assert_int_equal(article.passage_count, 4);
    assert_int_equal(article.passages[0].heading_count, 0);
    assert_view(article.passages[1].heading[0], "Treatment");
    assert_view(article.passages[1].anchor, "care");
    assert_int_equal(article.passages[1].kind, KIND_TREATMENT);
    assert_int_equal(article.passages[2].heading_count, 2);
    assert_view(article.passages[2].heading[1], "Injections");
    assert_view(article.passages[2].anchor, "care");
    assert_view(article.passages[3].heading[0], "Outlook");
    assert_int_equal(article.passages[3].anchor.size, 0);
    assert_int_equal(article.passages[3].kind, KIND_RECOVERY);
}

static void passages_have_about_a_hundred_words(void **state)
{
    struct buffer html = { 0 };

    (void)state;
    buffer_append_string(&html, "<article><h1>Long</h1>");
    for (int i = 0; i < 60; i++)
        buffer_append_string(&html,
                i % 3 == 0 ? "<p>" PROSE "</p>" : "<p>" PROSE PROSE PROSE "</p>");
    buffer_append_string(&html, "<p>");
    for (int i = 0; i < 200; i++)
        buffer_append_string(&html, PROSE);
    buffer_append_string(&html, "</p></article>");
    read_bytes(buffer_view(&html), NULL);
    for (uint32_t i = 0; i + 1 < article.passage_count; i++) {
        size_t words = 1;
        for (size_t k = 0; k < article.passages[i].text.size; k++)
            words += article.passages[i].text.data[k] == ' ' ||
                     article.passages[i].text.data[k] == '\n';
        assert_in_range(words, 40, 160);
    }
    buffer_free(&html);
}

static void a_fragment_is_unique_on_the_page(void **state)
{
    (void)state;
    read_page("<article><h1>Twice</h1><p>The same first words begin two paragraphs "
              "here, and then they "
              "part: this one goes on about knees, shins and ankles at "
              "night.</p><h2>More</h2>"
              "<p>The same first words begin two paragraphs here, and then they part: "
              "that one "
              "goes on about wrists and elbows.</p><h2>Alone</h2><p>A, b &amp; c-d "
              "stand \"once\", in a "
              "line of their own that is long enough.</p></article>");
    assert_int_equal(article.passage_count, 3);
    assert_true(has(article.passages[0].fragment, "this%20one"));
    assert_true(view_starts_with(
            article.passages[2].fragment, view_of("A%2C%20b%20%26%20c%2Dd")));
    assert_int_equal(view_find(article.passages[2].fragment, view_of("&")),
            article.passages[2].fragment.size);
}

static void metadata_is_believed_in_its_order(void **state)
{
    (void)state;
    read_page("<html lang=en-GB><head><title>Knee pain | Clinic</title>"
              "<meta property='og:title' content='Knee pain'><meta name=author "
              "content='The Team'>"
              "<link rel=canonical href='https://c.example/knee/'>"
              "<script "
              "type='application/"
              "ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"datePublished\":"
              "\"2023-04-18T08:00:00Z\",\"author\":{\"name\":\"Editors\"}}]}</script></"
              "head>"
              "<body><article><h1>Knee pain</h1><p>" PROSE "</p></article>");
    assert_view(article.title, "Knee pain");
    assert_view(article.facts.byline, "Editors");
    assert_view(article.facts.published, "2023-04-18T08:00:00Z");
    assert_view(article.facts.language, "en-gb");
    assert_view(article.canonical, "https://c.example/knee/");
    read_page("<meta name=date content='5 March 2021'><article><h1>X</h1><p>" PROSE
              "</p></article>");
    assert_view(article.facts.published, "2021-03-05");
}

static void robots_are_obeyed(void **state)
{
    const struct page_origin origin = { .robots = view_of("noindex, nofollow") };

    (void)state;
    read_page("<meta name=robots content='NOINDEX'><p>" PROSE "</p>");
    assert_int_equal(article.verdict, PAGE_NOINDEX);
    read_bytes(view_of("<p>" PROSE "</p>"), &origin);
    assert_int_equal(article.verdict, PAGE_NOINDEX);
    read_page("<meta name=robots content=nosnippet><p>" PROSE "</p>");
    assert_int_equal(article.verdict, PAGE_INDEXED);
    assert_true(article.is_nosnippet);
    read_page("<p>" PROSE "</p><p data-nosnippet>" PROSE " secretly</p>");
    assert_false(has(article.text, "secretly"));
}

static void every_encoding_becomes_utf8(void **state)
{
    const struct page_origin origin = { .content_type = view_of(
                                                "text/html; charset=ISO-8859-1") };

    (void)state;
    read_page("<meta charset=latin1><p>A caf\351 of \223quotes\224, and enough words "
              "to be prose here.</p>");
    assert_true(has(article.text, "caf\xC3\xA9 of \xE2\x80\x9Cquotes\xE2\x80\x9D"));
    read_bytes(view_of("<p>caf\351, with a header that tells, and enough words to be "
                       "prose here.</p>"),
            &origin);
    assert_true(has(article.text, "caf\xC3\xA9"));
    read_page("<p>mani\xC2\xADpu\xE2\x80\x8Blation and re\xCC\x81ponse, and enough "
              "words to be prose here.</p>");
    assert_true(has(article.text, "manipulation and r\xC3\xA9ponse"));
}

static void no_page_is_too_strange(void **state)
{
    enum { DEEP = 50000 };
    struct buffer html = { 0 };

    (void)state;
    for (int i = 0; i < DEEP; i++)
        buffer_append_string(&html, "<div>");
    buffer_append_string(
            &html, "text at the bottom of fifty thousand elements, not to be lost");
    read_bytes(buffer_view(&html), NULL);
    assert_true(has(article.text, "at the bottom"));

    buffer_clear(&html);
    buffer_append_string(&html, "<p>");
    for (int i = 0; i < 1000000; i++)
        buffer_append_string(&html, "knee ");
    read_bytes(buffer_view(&html), NULL);
    assert_true(article.passage_count > 5000);

    buffer_clear(&html);
    buffer_append_string(&html, "<ul>");
    for (int i = 0; i < 100000; i++)
        buffer_append_string(&html, "<li>an item");
    read_bytes(buffer_view(&html), NULL);
    assert_true(article.passage_count > 1000);
    buffer_free(&html);

    read_page("");
    assert_int_equal(article.verdict, PAGE_EMPTY);
    read_bytes((palpate_view){ "\0\0\0", 3 }, NULL);
}

static void a_page_of_stray_bytes_says_nothing(void **state)
{
    static const char *const PAGES[] = { "\xFF\xFE", "<p>\xFF\xFE</p>", "\xFF", "x",
        "<p>?? --</p>" };

    (void)state;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        read_page(PAGES[i]);
        assert_int_equal(article.verdict, PAGE_EMPTY);
        assert_int_equal(article.passage_count, 0);
    }
    read_page("<p>Rest it.</p>");
    assert_int_equal(article.verdict, PAGE_INDEXED);
}

static void what_a_page_tells_is_its_text_where_it_shows_none(void **state)
{
    static const char TOLD[] =
            "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":"
            "\"Elbows\",\"articleBody\":\"<p>The elbow hurts on its outer side.</p>"
            "<p>Rest it, and load it again slowly.</p>\"}</script>";
    char html[1000];

    (void)state;
    (void)snprintf(html, sizeof html, "%s<p>Turn scripts on.</p>", TOLD);
    read_page(html);
    assert_view(article.text,
            "The elbow hurts on its outer side.\nRest it, and load it again slowly.");
    (void)snprintf(html, sizeof html, "%s<p data-nosnippet>The elbow hurts.</p>", TOLD);
    read_page(html);
    assert_view(article.text, "");
}

/* Beyond the elements that are kept, a page is read as one text. */
static void too_many_elements_lose_no_text(void **state)
{
    struct buffer html = { 0 };

    (void)state;
    for (int i = 0; i < TREE_MAX_NODES / 2 + 2000; i++)
        buffer_append_string(&html, "<p>an item");
    buffer_append_string(&html, "<p>and the words at the very end</p></body></html>");
    read_bytes(buffer_view(&html), NULL);
    buffer_free(&html);
    assert_true(has(article.passages[article.passage_count - 1].text,
            "and the words at the very end"));
}

/* An element for every four bytes: no page of articles has that. */
static void many_elements_take_no_more_memory_than_prose(void **state)
{
    enum {
        SIZE = 2 * 1024 * 1024,
        MOST = 20 /* bytes of memory for one of the page */
    };
    struct buffer html = { 0 };

    (void)state;
    while (html.size < SIZE)
        buffer_append_string(&html, "<p>a");
    buffer_append_string(&html, "<p>and the words at the very end");
    size_t size = html.size;
    read_bytes(buffer_view(&html), NULL);
    buffer_free(&html);
    assert_true(arena.total < MOST * size);
    assert_true(has(article.passages[article.passage_count - 1].text,
            "and the words at the very end"));
}

static void code_is_no_text_beyond_the_elements_that_are_kept(void **state)
{
    struct buffer html = { 0 };

    (void)state;
    buffer_append_string(&html, "<article><p>Bend the knee, and stretch it.</p>");
    for (int i = 0; i < TREE_ANY_NODES; i++)
        buffer_append_string(&html, "<script>if (code) run();</script>");
    buffer_append_string(&html, "<p>And the words at the very end.</p>");
    read_bytes(buffer_view(&html), NULL);
    buffer_free(&html);
    palpate_view text = article.passages[article.passage_count - 1].text;
    assert_true(has(text, "words at the very end"));
    assert_false(has(text, "code"));
}

static void a_page_beyond_all_bounds_is_refused_with_a_reason(void **state)
{
    static const struct page_origin NOWHERE = { .url = { NULL, 0 } };
    struct buffer html = { 0 };
    palpate_error err = { 0 };

    (void)state;
    while (html.size <= TREE_MAX_SIZE)
        buffer_append_string(&html, "<p>A paragraph of a page that never ends.</p>\n");
    arena_clear(&arena);
    assert_int_equal(article_read(&article, &arena, buffer_view(&html), &NOWHERE, &err),
            PALPATE_BAD_INPUT);
    buffer_free(&html);
    assert_non_null(strstr(err.message, "more than the 12582912 that are read"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(menus_boxes_and_forms_are_left_out),
        cmocka_unit_test(headings_travel_with_their_passages),
        cmocka_unit_test(passages_have_about_a_hundred_words),
        cmocka_unit_test(a_fragment_is_unique_on_the_page),
        cmocka_unit_test(metadata_is_believed_in_its_order),
        cmocka_unit_test(robots_are_obeyed),
        cmocka_unit_test(every_encoding_becomes_utf8),
        cmocka_unit_test(no_page_is_too_strange),
        cmocka_unit_test(what_a_page_tells_is_its_text_where_it_shows_none),
        cmocka_unit_test(too_many_elements_lose_no_text),
        cmocka_unit_test(a_page_of_stray_bytes_says_nothing),
        cmocka_unit_test(code_is_no_text_beyond_the_elements_that_are_kept),
        cmocka_unit_test(many_elements_take_no_more_memory_than_prose),
        cmocka_unit_test(a_page_beyond_all_bounds_is_refused_with_a_reason),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
