#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/article/explain.h"

#define NOTICE "Did you know? We also treat elbows and backs, on every day of the week."
#define P(words) \
    "<p>" words " is stiff in the morning, and it eases when it is moved.</p>"

static struct arena arena;

/* The text of the blocks that a report calls kept, a line each. */
static void kept_of(struct buffer *out, palpate_view report)
{
    const palpate_view row = PALPATE_VIEW("<tr class=\"kept\"><td><div><p class=\"");

    for (;;) {
        size_t place = view_find(report, row);
        if (place == report.size)
            return;
        report = view_slice(report, place + row.size, report.size);
        report = view_slice(
                report, view_find(report, PALPATE_VIEW(">")) + 1, report.size);
        if (out->size > 0)
            buffer_append_byte(out, '\n');
        buffer_append(
                out, view_slice(report, 0, view_find(report, PALPATE_VIEW("</p>"))));
    }
}

static void assert_same(palpate_view html, const struct page_origin *origin)
{
    struct buffer report = { 0 };
    struct buffer kept = { 0 };
    struct article article;

    assert_int_equal(explain_page(&report, PALPATE_EXPLAIN_HTML, PALPATE_VIEW("a page"),
                             html, origin, &arena, NULL),
            PALPATE_OK);
    assert_int_equal(article_read(&article, &arena, html, origin, NULL), PALPATE_OK);
    kept_of(&kept, buffer_view(&report));
    assert_true(article.text.size > 0);
    assert_int_equal(kept.size, article.text.size);
    assert_memory_equal(kept.data, article.text.data, kept.size);
    buffer_free(&report);
    buffer_free(&kept);
}

static void append_page(struct buffer *html, int number)
{
    buffer_clear(html);
    buffer_append_format(html,
            "<!doctype html><title>Knee</title><main><article><h1>Knee</h1>" P(
                    "Joint %d") P("Hip %d") "<p>" NOTICE "</p></article></main>",
            number, number);
}

static void what_pages_share_is_explained_as_it_is_read(void **state)
{
    struct shared_blocks shared;
    struct shared_blocks_learner learner = { .pages = 0 };
    struct block_hashes voice;
    struct buffer html = { 0 };
    struct page_origin origin = { .url = PALPATE_VIEW("https://a.example/knee") };

    (void)state;
    for (int i = 0; i < 5; i++) {
        append_page(&html, i);
        assert_int_equal(
                article_block_hashes(&voice, &arena, buffer_view(&html), &origin, NULL),
                PALPATE_OK);
        shared_blocks_add(&learner, &voice);
    }
    assert_int_equal(shared_blocks_learn(&shared, &learner, NULL), PALPATE_OK);
    assert_int_equal(shared.count, 1);
    assert_same(buffer_view(&html), &origin);
    origin.shared = &shared;
    assert_same(buffer_view(&html), &origin);
    shared_blocks_free(&shared);
    buffer_free(&html);
}

static void a_text_that_is_only_told_is_explained_as_it_is_read(void **state)
{
    static const char HTML[] =
            "<!doctype html><title>Knee</title><script type='application/ld+json'>"
            "{\"@type\":\"Article\",\"articleBody\":\"The knee is stiff in the morning."
            "\\nIt eases when it is moved a little and kept warm for a "
            "while.\"}</script>"
            "<body><noscript>You need JavaScript.</noscript>";
    const struct page_origin origin = { .url = { NULL, 0 } };

    (void)state;
    assert_same(view_of(HTML), &origin);
}

static int clear(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(what_pages_share_is_explained_as_it_is_read, clear),
        cmocka_unit_test_teardown(
                a_text_that_is_only_told_is_explained_as_it_is_read, clear),
    };

    tree_library_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
