#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_file.h"
#include "query/eval/judgments.h"

static const char QUERIES[] = "q1\tfrozen shoulder\nq2\tedema\n";

static char folder[] = "/tmp/palpate-judgments-XXXXXX";
static palpate_judgments *judgments;

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) != NULL && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    palpate_judgments_free(judgments);
    (void)unlink("queries");
    (void)unlink("judgments");
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static palpate_status read_texts(
        const char *queries, const char *judged, palpate_error *err)
{
    palpate_judgments_free(judgments);
    fixture_file_write("queries", queries);
    fixture_file_write("judgments", judged);
    return palpate_judgments_read(&judgments, "queries", "judgments", err);
}

static void read_good(const char *judged)
{
    palpate_error err = { 0 };

    if (read_texts(QUERIES, judged, &err) != PALPATE_OK)
        fail_msg("%s", err.message);
}

static void assert_wrong(const char *queries, const char *judged, const char *message)
{
    palpate_error err = { 0 };

    assert_int_equal(read_texts(queries, judged, &err), PALPATE_BAD_INPUT);
    assert_null(judgments);
    assert_string_equal(err.message, message);
}

/* The grade of a place for the first query, or -1. */
static int grade_of(const char *url, const char *heading)
{
    const struct judgment *judgment =
            judgment_find(&judgments->queries[0], view_of(url), view_of(heading));

    return judgment == NULL ? -1 : judgment->grade;
}

static void passages_are_judged_by_url_and_heading(void **state)
{
    (void)state;
    read_good("q1\tu\tSelf care\t2\nq2\tu\t\t3\nq1\tu\t\t1\nq1\tt\tSelf care\t0\n");
    assert_true(judgments->is_of_passages);
    assert_int_equal(grade_of("u", "Self care"), 2);
    assert_int_equal(grade_of("u", ""), 1);
    assert_int_equal(grade_of("t", "Self care"), 0);
    assert_int_equal(grade_of("u", "Care"), -1);
    assert_int_equal(judgments->queries[0].judgment_count, 3);
    assert_int_equal(judgments->queries[0].relevant_count, 2);
    assert_int_equal(judgments->queries[1].relevant_count, 1);
}

static void pages_are_judged_as_trec_and_beir_write_it(void **state)
{
    static const char *const TEXTS[] = { "q1 0 u 2\nq1 0 t -1\n", "q1\t0\tu\t2\n",
        "q1 Q0 u 2\n", "query-id\tcorpus-id\tscore\nq1\tu\t2\n" };

    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        read_good(TEXTS[i]);
        assert_false(judgments->is_of_passages);
        assert_int_equal(grade_of("u", ""), 2);
    }
    read_good(TEXTS[0]);
    assert_int_equal(grade_of("t", ""), 0);
    assert_int_equal(judgments->queries[0].relevant_count, 1);
}

static void marks_of_other_systems_are_no_part_of_the_text(void **state)
{
    (void)state;
    assert_int_equal(read_texts("\xEF\xBB\xBFq1\tedema\r\n\r\n",
                             "\xEF\xBB\xBFq1\tu\tSelf care\t2\r\n", NULL),
            PALPATE_OK);
    assert_int_equal(judgments->query_count, 1);
    assert_true(view_equals(judgments->queries[0].text, PALPATE_VIEW("edema")));
    assert_int_equal(grade_of("u", "Self care"), 2);
}

static void a_judgment_said_twice_counts_once(void **state)
{
    (void)state;
    read_good("q1 0 u 2\nq2 0 u 1\nq1 0 u 2\n");
    assert_int_equal(judgments->queries[0].judgment_count, 1);
    assert_int_equal(judgments->queries[0].relevant_count, 1);
}

static void a_bad_line_of_judgments_is_named(void **state)
{
    static const char NOT_ANY[] =
            "judgments: line 1: this is neither \"query TAB url TAB heading TAB "
            "grade\" nor \"query 0 url grade\" nor \"query-id TAB corpus-id TAB "
            "score\"";

    (void)state;
    assert_wrong(QUERIES, "q1\tu\n", NOT_ANY);
    assert_wrong(QUERIES, "q1\tu\tSelf care\n", NOT_ANY);
    assert_wrong(QUERIES, "\x01\x02\x03", NOT_ANY);
    assert_wrong(QUERIES, "q1\tu\tCare\t1\t\n", NOT_ANY);
    assert_wrong(QUERIES, "q1\tu\tCare\t1\n\nq1\tu\t2\n",
            "judgments: line 3: 3 fields instead of 4");
    assert_wrong(QUERIES, "q1 0 u 1\nq1 0 u v 1\n",
            "judgments: line 2: 5 fields instead of 4");
    assert_wrong(QUERIES, "q1\tu\tCare\thigh\n",
            "judgments: line 1: the grade \"high\" is not a whole number");
    assert_wrong(QUERIES, "q1 0 u 1.5\n",
            "judgments: line 1: the grade \"1.5\" is not a whole number");
    assert_wrong(QUERIES, "q1 0 u 99999999999999999999\n",
            "judgments: line 1: the grade \"99999999999999999999\" is not a whole "
            "number");
    assert_wrong(QUERIES, "q1\tu\tCare\t\n",
            "judgments: line 1: the grade \"\" is not a whole number");
    assert_wrong(QUERIES, "q1 0 u 1\nq3 0 u 1\n",
            "judgments: line 2: no query has the id q3");
    assert_wrong(QUERIES, "q1 0 u 1\nq2 0 u 1\nq1 0 u 2\n",
            "judgments: line 3: line 1 gives this another grade");
}

static void a_bad_line_of_queries_is_named(void **state)
{
    (void)state;
    assert_wrong("q1\tedema\nankle sprain\n", "",
            "queries: line 2: this is not \"id TAB query\"");
    assert_wrong("\tedema\n", "", "queries: line 1: this is not \"id TAB query\"");
    assert_wrong("q2\tedema\nq1\tedema\nq2\tankle\n", "",
            "queries: line 3: line 1 has the id q2 already");
}

static void a_line_of_megabytes_is_refused(void **state)
{
    enum { SIZE = 2 * 1024 * 1024 };
    char *text = malloc(SIZE + 1);
    palpate_error err = { 0 };

    (void)state;
    assert_non_null(text);
    memset(text, 'x', SIZE);
    text[SIZE] = '\0';
    assert_int_equal(read_texts(QUERIES, text, &err), PALPATE_BAD_INPUT);
    assert_ptr_equal(
            strstr(err.message, "judgments: line 1: longer than"), err.message);
    free(text);
}

static void a_file_that_is_not_there_is_named(void **state)
{
    palpate_error err = { 0 };

    (void)state;
    palpate_judgments_free(judgments);
    assert_int_equal(palpate_judgments_read(&judgments, "absent", "judgments", &err),
            PALPATE_BAD_INPUT);
    assert_string_equal(err.message, "absent: cannot open: No such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_are_judged_by_url_and_heading),
        cmocka_unit_test(pages_are_judged_as_trec_and_beir_write_it),
        cmocka_unit_test(marks_of_other_systems_are_no_part_of_the_text),
        cmocka_unit_test(a_judgment_said_twice_counts_once),
        cmocka_unit_test(a_bad_line_of_judgments_is_named),
        cmocka_unit_test(a_bad_line_of_queries_is_named),
        cmocka_unit_test(a_line_of_megabytes_is_refused),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
