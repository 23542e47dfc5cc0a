/* An evaluation for programs. */
#include <jansson.h>
#include <stdlib.h>

#include "query/eval/report.h"

enum { DIGITS = 9 };

static const char *const KEYS[PALPATE_MEASURES] = { "ndcg_10", "map", "recall_100",
    "mrr" };

static json_t *text_of(palpate_view text)
{
    return json_stringn(text.data == NULL ? "" : text.data, text.size);
}

static json_t *count_of(uint64_t count)
{
    return json_integer((json_int_t)count);
}

static json_t *intervals_of(const palpate_interval intervals[PALPATE_MEASURES])
{
    json_t *object = json_object();

    for (int i = 0; i < PALPATE_MEASURES; i++)
        (void)json_object_set_new(object, KEYS[i],
                json_pack("{s:f, s:f, s:f}", "mean", intervals[i].mean, "low",
                        intervals[i].low, "high", intervals[i].high));
    return object;
}

static json_t *place_of(const palpate_judged *judged)
{
    return json_pack("{s:o, s:o, s:i, s:i}", "url", text_of(judged->url), "heading",
            text_of(judged->heading), "grade", (int)judged->grade, "rank",
            (int)judged->rank);
}

static json_t *query_of(const palpate_evaluated_query *query)
{
    json_t *object = json_pack(
            "{s:o, s:o}", "id", text_of(query->id), "query", text_of(query->query));

    for (int i = 0; i < PALPATE_MEASURES; i++)
        (void)json_object_set_new(object, KEYS[i], json_real(query->measures[i]));
    (void)json_object_set_new(object, "took_us", count_of(query->took_us));
    if (query->first.rank > 0)
        (void)json_object_set_new(object, "first", place_of(&query->first));
    if (query->best.url.size > 0)
        (void)json_object_set_new(object, "best", place_of(&query->best));
    return object;
}

/* What an evaluation says, without its queries. */
static json_t *summary_of(const palpate_evaluation *evaluation)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:{s:o, s:o}}", "query_count",
            count_of(evaluation->query_count), "left_out_count",
            count_of(evaluation->left_out_count), "partial_count",
            count_of(evaluation->partial_count), "top_count",
            count_of(evaluation->top_count), "top_judged_count",
            count_of(evaluation->top_judged_count), "measures",
            intervals_of(evaluation->measures), "time_us", "median",
            count_of(evaluation->median_us), "p95", count_of(evaluation->p95_us));
}

static json_t *comparison_of(const struct comparison *comparison)
{
    json_t *changed = json_array();

    for (size_t i = 0; i < comparison->changed_count; i++) {
        const struct changed_query *query = &comparison->changed[i];
        (void)json_array_append_new(changed,
                json_pack("{s:o, s:o, s:f, s:f, s:f}", "id", text_of(query->query->id),
                        "query", text_of(query->query->query), "ndcg_10", query->ndcg,
                        "against", query->against, "difference", query->difference));
    }
    return json_pack("{s:o, s:o, s:o, s:o, s:o}", "measures",
            intervals_of(comparison->differences), "better",
            count_of(comparison->better), "equal", count_of(comparison->equal), "worse",
            count_of(comparison->worse), "changed", changed);
}

void report_json(struct buffer *out, const struct report *report)
{
    json_t *object = summary_of(report->evaluation);
    json_t *queries = json_array();

    if (report->comparison != NULL) {
        (void)json_object_set_new(object, "against", summary_of(report->against));
        (void)json_object_set_new(
                object, "difference", comparison_of(report->comparison));
    }
    for (size_t i = 0; i < report->evaluation->query_count; i++)
        (void)json_array_append_new(queries, query_of(&report->evaluation->queries[i]));
    (void)json_object_set_new(object, "queries", queries);
    char *text = json_dumps(
            object, JSON_INDENT(2) | JSON_PRESERVE_ORDER | JSON_REAL_PRECISION(DIGITS));
    if (text == NULL)
        out->failed = true;
    else
        buffer_append_string(out, text);
    buffer_append_byte(out, '\n');
    free(text);
    json_decref(object);
}
