#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <palpate/indexer.h>
#include <palpate/search.h>

#include "core/view.h"
#include "memory.h"

enum { PAGE_COUNT = 6, NAME = 600 };

static const char *const PAGES[PAGE_COUNT] = {
    "frozen-shoulder",
    "adhesive-capsulitis",
    "heat-or-cold",
    "wry-neck",
    "tennis-elbow",
    "massage-in-pregnancy",
};

static char folder[] = "/tmp/palpate-faults-XXXXXX";
static char index_path[NAME];
static char base_path[NAME]; /* the index of the first pages, to start from again */
static char sources[PAGE_COUNT][NAME];

static int make_folder(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAGE_COUNT; i++)
        (void)snprintf(sources[i], NAME, "%s/corpus/articles/%s.html",
                getenv("PALPATE_SOURCE"), PAGES[i]);
    if (mkdtemp(folder) == NULL)
        return -1;
    (void)snprintf(index_path, NAME, "%s/index", folder);
    (void)snprintf(base_path, NAME, "%s/base", folder);
    return 0;
}

static void remove_all(const char *path)
{
    char command[NAME + 16];

    (void)snprintf(command, sizeof command, "rm -rf '%s'", path);
    assert_int_equal(system(command), 0);
}

static int remove_folder(void **state)
{
    (void)state;
    remove_all(folder);
    return 0;
}

/* Indexes the first `count` pages. */
static palpate_status index_pages(
        palpate_index_summary *summary, size_t count, palpate_error *err)
{
    const palpate_index_options options = { .jobs = 1, .allow_delete = true };
    const char *list[PAGE_COUNT];

    for (size_t i = 0; i < count; i++)
        list[i] = sources[i];
    return palpate_index_run(summary, index_path, list, count, &options, err);
}

static uint64_t passages_in_index(void)
{
    palpate_searcher *searcher = NULL;
    palpate_answer *answer = NULL;
    palpate_index_info info;
    palpate_error err = { 0 };

    if (palpate_searcher_open(&searcher, index_path, &err) != PALPATE_OK)
        fail_msg("%s", err.message);
    assert_int_equal(palpate_searcher_info(&info, searcher, &err), PALPATE_OK);
    assert_int_equal(palpate_search(&answer, searcher, PALPATE_VIEW("frozen shoulder"),
                             NULL, &err),
            PALPATE_OK);
    assert_true(answer->hit_count > 0);
    palpate_answer_free(answer);
    palpate_searcher_close(searcher);
    return info.passages;
}

/* Makes the index of the first pages, 0 for none, that start_again() brings back. */
static uint64_t make_base(size_t count)
{
    palpate_index_summary summary = { .passages = 0 };
    palpate_error err = { 0 };

    remove_all(base_path);
    remove_all(index_path);
    if (count == 0)
        return 0;
    assert_int_equal(index_pages(&summary, count, &err), PALPATE_OK);
    assert_int_equal(rename(index_path, base_path), 0);
    return summary.passages;
}

static void start_again(bool has_base)
{
    char command[3 * NAME];

    remove_all(index_path);
    if (!has_base)
        return;
    (void)snprintf(command, sizeof command, "cp -Rp '%s' '%s'", base_path, index_path);
    assert_int_equal(system(command), 0);
}

/* From `before` pages to `after`, with the `nth` call for memory refused.  The index is
   as it was, or as it should be and the error says so.  Returns whether any was. */
static bool run_without(
        uint64_t nth, size_t before, uint64_t passages_before, size_t after)
{
    palpate_index_summary summary = { .passages = 0 };
    palpate_error err = { 0 };

    start_again(before > 0);
    memory_refuse(nth, nth % 2 == 0);
    palpate_status status = index_pages(&summary, after, &err);
    bool was_refused = memory_grant();
    if (status == PALPATE_OK) {
        assert_int_equal(summary.failed, 0);
        assert_int_equal(summary.pages, after);
        assert_int_equal(passages_in_index(), summary.passages);
    } else {
        if (status != PALPATE_NO_MEMORY)
            fail_msg("call %llu for memory: status %d: %s", (unsigned long long)nth,
                    (int)status, err.message);
        assert_true(was_refused);
        /* What is committed is in place, also where its manifest could not be made. */
        bool is_done = strstr(err.message, "the update is in place") != NULL;
        if (before > 0)
            assert_int_equal(
                    passages_in_index(), is_done ? summary.passages : passages_before);
    }
    assert_int_equal(index_pages(&summary, after, &err), PALPATE_OK);
    assert_int_equal(passages_in_index(), summary.passages);
    assert_int_equal(summary.pages, after);
    return was_refused;
}

/* Each of the first hundred calls, and of the others about each of a hundred. */
static void refuse_many(size_t before, size_t after)
{
    const uint64_t passages = make_base(before);

    for (uint64_t nth = 1; run_without(nth, before, passages, after);)
        nth += nth < 100 ? 1 : nth / 16;
}

static void a_build_without_memory_publishes_nothing(void **state)
{
    (void)state;
    refuse_many(0, PAGE_COUNT);
}

static void an_update_without_memory_leaves_the_index_as_it_was(void **state)
{
    (void)state;
    refuse_many(3, PAGE_COUNT);
}

static void pages_go_all_or_none_without_memory(void **state)
{
    (void)state;
    refuse_many(PAGE_COUNT, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_build_without_memory_publishes_nothing),
        cmocka_unit_test(an_update_without_memory_leaves_the_index_as_it_was),
        cmocka_unit_test(pages_go_all_or_none_without_memory),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
