#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <palpate/evaluate.h>

#include "core/view.h"
#include "fixture_file.h"
#include "fixture_index.h"

/* "edema" alone finds the first three, in this order: the shorter the better. */
static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/a/", "Limbs", "What helps", "Edema. Edema of a limb.",
            KIND_OTHER, NULL },
    { "https://c.example/a/", "Limbs", "What helps",
            "Edema again, in the same section of the page, some words later.",
            KIND_OTHER, NULL },
    { "https://c.example/b/", "Ankles", NULL,
            "An ankle may swell for weeks after a sprain, and doctors then write of "
            "edema where others say swelling.",
            KIND_OTHER, NULL },
    { "https://c.example/c/", "Hips", "Running", "A hip likes to be moved.", KIND_OTHER,
            NULL },
};

static char *index_path;
static char folder[] = "/tmp/palpate-evaluate-XXXXXX";
static palpate_searcher *searcher;
static palpate_judgments *judgments;
static palpate_evaluation *evaluation;
static palpate_evaluation *other;
static palpate_view report;

static int open_all(void **state)
{
    (void)state;
    index_path = fixture_index_make(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
    if (mkdtemp(folder) == NULL || chdir(folder) != 0)
        return -1;
    return palpate_searcher_open(&searcher, index_path, NULL) == PALPATE_OK ? 0 : -1;
}

static int close_all(void **state)
{
    (void)state;
    palpate_rendering_free(report);
    palpate_evaluation_free(other);
    palpate_evaluation_free(evaluation);
    palpate_judgments_free(judgments);
    palpate_searcher_close(searcher);
    fixture_index_remove(index_path);
    (void)unlink("queries");
    (void)unlink("judgments");
    (void)unlink("saved");
    return chdir("/") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void evaluate(const char *queries, const char *judged)
{
    palpate_error err = { 0 };

    fixture_file_write("queries", queries);
    fixture_file_write("judgments", judged);
    palpate_judgments_free(judgments);
    palpate_evaluation_free(evaluation);
    evaluation = NULL;
    if (palpate_judgments_read(&judgments, "queries", "judgments", &err) !=
                    PALPATE_OK ||
            palpate_evaluate(&evaluation, searcher, judgments, NULL, &err) !=
                    PALPATE_OK)
        fail_msg("%s", err.message);
}

static void render(palpate_format format)
{
    palpate_error err = { 0 };

    palpate_rendering_free(report);
    if (palpate_render_evaluation(&report, evaluation, other, format, &err) !=
            PALPATE_OK)
        fail_msg("%s", err.message);
}

static void save_and_read_again(void)
{
    palpate_error err = { 0 };

    palpate_evaluation_free(other);
    other = NULL;
    render(PALPATE_FORMAT_TSV);
    fixture_file_write("saved", report.data);
    if (palpate_evaluation_read(&other, "saved", &err) != PALPATE_OK)
        fail_msg("%s", err.message);
}

static void assert_near(double value, double expected)
{
    if (value - expected > 1e-6 || expected - value > 1e-6)
        fail_msg("%.9f is not %.9f", value, expected);
}

static void assert_says(const char *part)
{
    if (strstr(report.data, part) == NULL)
        fail_msg("<%s> is not in:\n%s", part, report.data);
}

/* Two passages share the section that nobody judged, so what was judged comes second:
   2/1.584963 of 2/1. */
static void passages_of_a_section_count_once(void **state)
{
    (void)state;
    evaluate("q1\tedema\n", "q1\thttps://c.example/b/\t\t2\n");
    const palpate_evaluated_query *query = &evaluation->queries[0];
    assert_int_equal(evaluation->query_count, 1);
    assert_near(query->measures[PALPATE_NDCG_10], 0.630930);
    assert_near(query->measures[PALPATE_MRR], 0.5);
    assert_true(view_equals(query->first.heading, PALPATE_VIEW("What helps")));
    assert_int_equal(query->first.grade, 0);
    assert_true(view_equals(query->best.url, PALPATE_VIEW("https://c.example/b/")));
    assert_int_equal(query->best.rank, 2);
}

/* Of two hits one was looked at, and found wanting; what was not judged is not known.
 */
static void how_much_of_the_top_was_judged_is_said(void **state)
{
    (void)state;
    evaluate("q1\tedema\n", "q1\thttps://c.example/c/\tRunning\t1\n"
                            "q1\thttps://c.example/b/\t\t0\n");
    assert_int_equal(evaluation->top_count, 2);
    assert_int_equal(evaluation->top_judged_count, 1);
    palpate_evaluation_free(other);
    other = NULL;
    render(PALPATE_FORMAT_TEXT);
    assert_says("\njudged@10   0.5000\n");
    render(PALPATE_FORMAT_JSON);
    assert_says("\"top_count\": 2,\n  \"top_judged_count\": 1,\n");
}

static void what_should_rank_first_is_named_even_if_it_is_not_found(void **state)
{
    (void)state;
    evaluate("q1\tedema\n", "q1\thttps://c.example/c/\tRunning\t3\n"
                            "q1\thttps://c.example/a/\tWhat helps\t1\n");
    const palpate_evaluated_query *query = &evaluation->queries[0];
    assert_near(query->measures[PALPATE_RECALL_100], 0.5);
    assert_int_equal(query->first.grade, 1);
    assert_true(view_equals(query->best.heading, PALPATE_VIEW("Running")));
    assert_int_equal(query->best.rank, 0);
}

static void pages_are_found_by_their_address_alone(void **state)
{
    (void)state;
    evaluate("q1\tedema\n",
            "q1 0 https://c.example/b/ 1\nq1 0 https://c.example/a/ 1\n");
    assert_near(evaluation->measures[PALPATE_MAP].mean, 1);
}

static void queries_without_anything_relevant_are_left_out_and_counted(void **state)
{
    palpate_error err = { 0 };

    (void)state;
    evaluate("q1\tedema\nq2\thip\nq3\tankle\n",
            "q1 0 https://c.example/a/ 1\nq2 0 https://c.example/c/ 0\n");
    assert_int_equal(evaluation->query_count, 1);
    assert_int_equal(evaluation->left_out_count, 2);

    palpate_evaluation *none = NULL;
    fixture_file_write("judgments", "q1 0 https://c.example/a/ 0\n");
    palpate_judgments_free(judgments);
    assert_int_equal(palpate_judgments_read(&judgments, "queries", "judgments", NULL),
            PALPATE_OK);
    assert_int_equal(palpate_evaluate(&none, searcher, judgments, NULL, &err),
            PALPATE_BAD_ARGUMENT);
    assert_null(none);
}

static void a_query_that_finds_nothing_counts_as_zero(void **state)
{
    (void)state;
    evaluate("q1\tedema\nq2\txylophone\n",
            "q1 0 https://c.example/a/ 1\nq2 0 https://c.example/a/ 1\n");
    assert_near(evaluation->measures[PALPATE_NDCG_10].mean, 0.5);
    assert_int_equal(evaluation->queries[1].first.rank, 0);
}

static void a_saved_evaluation_equals_what_was_saved(void **state)
{
    (void)state;
    evaluate("q2\thip\nq1\tedema\n",
            "q1\thttps://c.example/b/\t\t2\nq2\thttps://c.example/c/\tRunning\t1\n");
    save_and_read_again();
    assert_int_equal(other->query_count, 2);
    assert_near(other->measures[PALPATE_NDCG_10].mean, (1 + 0.630930) / 2);
    assert_int_equal(other->median_us, evaluation->median_us);
    render(PALPATE_FORMAT_TEXT);
    assert_says("by nDCG@10: 0 better, 2 equal, 0 worse\n");
    assert_null(strstr(report.data, "changed most"));
}

static void a_comparison_goes_query_by_query_the_worst_first(void **state)
{
    (void)state;
    evaluate("q1\tedema\nq2\thip\n",
            "q1\thttps://c.example/b/\t\t2\nq2\thttps://c.example/c/\tRunning\t1\n");
    save_and_read_again();
    evaluate("q1\tedema\nq2\thip\n", "q1\thttps://c.example/a/\tWhat helps\t2\n"
                                     "q2\thttps://c.example/b/\t\t1\n");
    render(PALPATE_FORMAT_TEXT);
    assert_says("difference\nnDCG@10    -0.3155 -1.0000 to +0.3691\n");
    assert_says("by nDCG@10: 1 better, 0 equal, 1 worse\n"
                "\n"
                "changed most, the worst first:\n"
                "-1.0000  0.0000 instead of 1.0000  q2  hip\n"
                "+0.3691  1.0000 instead of 0.6309  q1  edema\n");
    render(PALPATE_FORMAT_JSON);
    assert_says("\"better\": 1,\n    \"equal\": 0,\n    \"worse\": 1,\n");
    assert_says(
            "\"id\": \"q2\",\n        \"query\": \"hip\",\n        \"ndcg_10\": 0.0");
}

static void only_the_same_queries_compare(void **state)
{
    palpate_error err = { 0 };

    (void)state;
    evaluate("q1\tedema\n", "q1 0 https://c.example/b/ 1\n");
    save_and_read_again();
    evaluate("q3\tedema\n", "q3 0 https://c.example/b/ 1\n");
    palpate_rendering_free(report);
    assert_int_equal(palpate_render_evaluation(
                             &report, evaluation, other, PALPATE_FORMAT_TEXT, &err),
            PALPATE_BAD_ARGUMENT);
    assert_string_equal(err.message,
            "the evaluations are not of the same queries: q1 is in one only");
    assert_null(report.data);
}

static void what_was_not_saved_as_an_evaluation_is_refused(void **state)
{
    palpate_error err = { 0 };
    palpate_evaluation *none = NULL;

    (void)state;
    fixture_file_write("saved", "q1\tedema\n");
    assert_int_equal(palpate_evaluation_read(&none, "saved", &err), PALPATE_BAD_INPUT);
    assert_string_equal(err.message, "saved: line 1: this is not a saved evaluation");

    evaluate("q1\tedema\n", "q1 0 https://c.example/b/ 1\n");
    save_and_read_again();
    char *digits = strstr(report.data, "\t0.");
    assert_non_null(digits);
    digits[1] = 'x';
    fixture_file_write("saved", report.data);
    assert_int_equal(palpate_evaluation_read(&none, "saved", &err), PALPATE_BAD_INPUT);
    assert_string_equal(
            err.message, "saved: line 2: this is not a line of a saved evaluation");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_of_a_section_count_once),
        cmocka_unit_test(how_much_of_the_top_was_judged_is_said),
        cmocka_unit_test(what_should_rank_first_is_named_even_if_it_is_not_found),
        cmocka_unit_test(pages_are_found_by_their_address_alone),
        cmocka_unit_test(queries_without_anything_relevant_are_left_out_and_counted),
        cmocka_unit_test(a_query_that_finds_nothing_counts_as_zero),
        cmocka_unit_test(a_saved_evaluation_equals_what_was_saved),
        cmocka_unit_test(a_comparison_goes_query_by_query_the_worst_first),
        cmocka_unit_test(only_the_same_queries_compare),
        cmocka_unit_test(what_was_not_saved_as_an_evaluation_is_refused),
    };

    return cmocka_run_group_tests(tests, open_all, close_all);
}
