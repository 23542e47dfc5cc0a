#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/gzip.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/article/extract_json.h"
#include "memory.h"

static const char *const PAGES[] = {
    "frozen-shoulder",
    "adhesive-capsulitis",
    "heat-or-cold",
    "massage-in-pregnancy",
    "lumbar-disc-herniation",
};

/* What is read of a page, as a line of JSON; empty where there was no memory. */
static void read_page(struct buffer *out, palpate_view html)
{
    static const struct page_origin ORIGIN = { .url = PALPATE_VIEW_INIT(
                                                       "https://c.example/") };
    const struct extract_origin line = { ORIGIN.url, ORIGIN.url, ORIGIN.url };
    struct arena arena = { 0 };
    struct article article;
    palpate_error err = { 0 };

    buffer_clear(out);
    palpate_status status = article_read(&article, &arena, html, &ORIGIN, &err);
    if (status == PALPATE_OK)
        status = extract_json(out, &line, &article, &err);
    if (status != PALPATE_OK) {
        assert_int_equal(status, PALPATE_NO_MEMORY);
        assert_int_equal(err.status, PALPATE_NO_MEMORY);
        assert_true(strlen(err.message) > 0);
        buffer_clear(out);
    }
    arena_free(&arena);
}

static palpate_view bytes_of(struct buffer *file, const char *name)
{
    char path[512];

    (void)snprintf(path, sizeof path, "%s/corpus/articles/%s.html",
            getenv("PALPATE_SOURCE"), name);
    buffer_clear(file);
    FILE *stream = fopen(path, "rb");
    assert_non_null(stream);
    char chunk[4096];
    for (size_t size; (size = fread(chunk, 1, sizeof chunk, stream)) > 0;)
        buffer_append(file, (palpate_view){ chunk, size });
    (void)fclose(stream);
    return buffer_view(file);
}

static void refuse_each_of(const char *page, palpate_view html, bool is_for_good)
{
    struct buffer whole = { 0 };
    struct buffer less = { 0 };
    bool was_refused = true;

    read_page(&whole, html);
    assert_true(whole.size > 0);
    for (uint64_t nth = 1; was_refused; nth++) {
        memory_refuse(nth, is_for_good);
        read_page(&less, html);
        was_refused = memory_grant();
        if (less.size > 0 && !view_equals(buffer_view(&less), buffer_view(&whole)))
            fail_msg("%s, call %llu for memory: text was lost without a word", page,
                    (unsigned long long)nth);
        assert_true(was_refused || less.size > 0);
    }
    buffer_free(&whole);
    buffer_free(&less);
}

static void refuse_each(bool is_for_good)
{
    struct buffer file = { 0 };

    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++)
        refuse_each_of(PAGES[i], bytes_of(&file, PAGES[i]), is_for_good);
    buffer_free(&file);
}

static void a_page_is_read_whole_or_not_where_one_call_for_memory_fails(void **state)
{
    (void)state;
    refuse_each(false);
}

static void a_page_is_read_whole_or_not_where_memory_runs_out(void **state)
{
    (void)state;
    refuse_each(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_read_whole_or_not_where_one_call_for_memory_fails),
        cmocka_unit_test(a_page_is_read_whole_or_not_where_memory_runs_out),
    };

    tree_library_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
