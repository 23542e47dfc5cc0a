/* Pages from memory: what a program that has its pages itself does. */
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <palpate/palpate.h>

#include "core/view.h"

static char folder[64];
static char path[80];
static palpate_index_writer *writer;
static palpate_index_summary summary;
static char reported[4000];

static void report(
        void *user, palpate_report_kind kind, const char *source, const char *message)
{
    size_t size = strlen(reported);

    (void)user, (void)kind;
    (void)snprintf(
            reported + size, sizeof reported - size, "%s: %s\n", source, message);
}

static int make(void **state)
{
    const palpate_index_options options = { .report = report, .jobs = 1 };

    (void)state;
    reported[0] = '\0';
    (void)snprintf(folder, sizeof folder, "/tmp/palpate-writer-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return 1;
    (void)snprintf(path, sizeof path, "%s/index", folder);
    return palpate_index_open(&writer, path, &options, NULL) != PALPATE_OK;
}

static int remove_one(
        const char *name, const struct stat *about, int type, struct FTW *where)
{
    (void)about, (void)type, (void)where;
    return remove(name);
}

static int end(void **state)
{
    (void)state;
    palpate_index_close(writer);
    return nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Adds a page that says a word of its own. */
static void add(const char *url, const char *word)
{
    char html[400];

    (void)snprintf(html, sizeof html,
            "<title>About %s</title><h1>About %s</h1><p>This page speaks of the "
            "knee and of %s, and says how long it takes.</p>",
            word, word, word);
    assert_int_equal(
            palpate_index_page(writer, view_of(url), view_of(html), NULL), PALPATE_OK);
    memset(html, 'x', sizeof html); /* it was copied */
}

static void commit(void)
{
    palpate_error err = { PALPATE_OK, "" };

    if (palpate_index_commit(&summary, writer, &err) != PALPATE_OK)
        fail_msg("%s", err.message);
}

/* How many pages the index has for a word, and the address of the first. */
static size_t find(char url[200], const char *word)
{
    palpate_searcher *searcher = NULL;
    palpate_answer *answer = NULL;

    assert_int_equal(palpate_searcher_open(&searcher, path, NULL), PALPATE_OK);
    assert_int_equal(
            palpate_search(&answer, searcher, view_of(word), NULL, NULL), PALPATE_OK);
    size_t count = (size_t)answer->total;
    if (count > 0)
        (void)snprintf(url, 200, "%.*s", (int)answer->hits[0].url.size,
                answer->hits[0].url.data);
    palpate_answer_free(answer);
    palpate_searcher_close(searcher);
    return count;
}

static void assert_found(const char *word, const char *expected)
{
    char url[200] = "";

    assert_int_equal(find(url, word), 1);
    assert_int_equal(strncmp(url, expected, strlen(expected)), 0);
}

static void assert_missing(const char *word)
{
    char url[200];

    assert_int_equal(find(url, word), 0);
}

static void pages_in_memory_become_an_index(void **state)
{
    (void)state;
    add("https://a.example/one", "apricotword");
    add("/two", "banjoword");
    commit();
    assert_int_equal(summary.added, 2);
    assert_int_equal(summary.pages, 2);
    assert_found("apricotword", "https://a.example/one");
    assert_found("banjoword", "/two");
}

static void what_is_not_named_stays(void **state)
{
    (void)state;
    add("https://a.example/one", "apricotword");
    add("https://a.example/two", "banjoword");
    commit();
    add("https://a.example/two", "cherryword");
    commit();
    assert_int_equal(summary.changed, 1);
    assert_int_equal(summary.pages, 2);
    assert_found("apricotword", "https://a.example/one");
    assert_found("cherryword", "https://a.example/two");
    assert_missing("banjoword");
    commit(); /* of nothing */
    assert_int_equal(summary.read, 0);
}

static void of_two_pages_of_one_address_the_later_counts(void **state)
{
    (void)state;
    add("https://a.example/one", "apricotword");
    add("https://a.example/one", "banjoword");
    commit();
    assert_found("banjoword", "https://a.example/one");
    assert_missing("apricotword");
}

static void a_deleted_page_leaves_and_may_come_again(void **state)
{
    (void)state;
    add("https://a.example/one", "apricotword");
    add("https://a.example/two", "banjoword");
    commit();
    add("https://a.example/three", "cherryword");
    assert_int_equal(
            palpate_index_delete(writer, PALPATE_VIEW("https://a.example/three"), NULL),
            PALPATE_OK);
    assert_int_equal(
            palpate_index_delete(writer, PALPATE_VIEW("https://a.example/one"), NULL),
            PALPATE_OK);
    commit();
    assert_int_equal(summary.removed, 1);
    assert_int_equal(summary.pages, 1);
    assert_missing("apricotword");
    assert_missing("cherryword");
    assert_non_null(strstr(reported,
            "https://a.example/three: no page of the index has this address"));
    assert_int_equal(
            palpate_index_delete(writer, PALPATE_VIEW("https://a.example/two"), NULL),
            PALPATE_OK);
    add("https://a.example/two", "banjoword");
    commit();
    assert_found("banjoword", "https://a.example/two");
}

static void a_page_without_an_address_is_refused_and_the_writer_goes_on(void **state)
{
    static const char *const WRONG[] = { "", "javascript:alert(1)",
        "ftp://a.example/" };

    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_int_equal(palpate_index_page(
                                 writer, view_of(WRONG[i]), PALPATE_VIEW("<p>x"), NULL),
                PALPATE_BAD_ARGUMENT);
    add("https://a.example/one", "apricotword");
    commit();
    assert_found("apricotword", "https://a.example/one");
}

static void what_is_not_committed_changes_nothing(void **state)
{
    (void)state;
    add("https://a.example/one", "apricotword");
    palpate_index_close(writer);
    writer = NULL;
    assert_int_not_equal(access(path, F_OK), 0);
}

static void a_writer_builds_nothing_anew(void **state)
{
    const palpate_index_options rebuild = { .rebuild = true };
    palpate_index_writer *other = NULL;

    (void)state;
    assert_int_equal(
            palpate_index_open(&other, path, &rebuild, NULL), PALPATE_BAD_ARGUMENT);
    assert_null(other);
}

int main(void)
{
#define ON_AN_INDEX(test) cmocka_unit_test_setup_teardown(test, make, end)
    const struct CMUnitTest tests[] = {
        ON_AN_INDEX(pages_in_memory_become_an_index),
        ON_AN_INDEX(what_is_not_named_stays),
        ON_AN_INDEX(of_two_pages_of_one_address_the_later_counts),
        ON_AN_INDEX(a_deleted_page_leaves_and_may_come_again),
        ON_AN_INDEX(a_page_without_an_address_is_refused_and_the_writer_goes_on),
        ON_AN_INDEX(what_is_not_committed_changes_nothing),
        ON_AN_INDEX(a_writer_builds_nothing_anew),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
