/* An evaluation for a person at a terminal. */
#include <math.h>

#include "query/eval/report.h"
#include "query/render/renderers.h"

enum { MAX_CHANGES = 20 /* queries that are shown */ };

static const char *const NAMES[PALPATE_MEASURES] = { "nDCG@10", "MAP", "recall@100",
    "MRR" };

static void write_measures(struct buffer *out, const palpate_evaluation *evaluation)
{
    for (int i = 0; i < PALPATE_MEASURES; i++) {
        const palpate_interval *measure = &evaluation->measures[i];
        buffer_append_format(out, "%-10s  %.4f  %.4f to %.4f\n", NAMES[i],
                measure->mean, measure->low, measure->high);
    }
    if (evaluation->top_count > 0)
        buffer_append_format(out, "%-10s  %.4f\n", "judged@10",
                (double)evaluation->top_judged_count / (double)evaluation->top_count);
    buffer_append_format(out, "time a query: median %.2f ms, 95th percentile %.2f ms\n",
            (double)evaluation->median_us / 1000, (double)evaluation->p95_us / 1000);
    if (evaluation->partial_count > 0)
        buffer_append_format(out,
                "%zu answers ran out of time: the figures depend on this machine\n",
                evaluation->partial_count);
}

static void write_change(struct buffer *out, const struct changed_query *changed)
{
    buffer_append_format(out, "%+.4f  %.4f instead of %.4f  ", changed->difference,
            changed->ndcg, changed->against);
    render_plain(out, changed->query->id);
    buffer_append_string(out, "  ");
    render_plain(out, changed->query->query);
    buffer_append_byte(out, '\n');
}

/* What changed most stands at both ends. */
static void write_changes(struct buffer *out, const struct comparison *comparison)
{
    const struct changed_query *changed = comparison->changed;
    size_t from = 0;
    size_t to = comparison->changed_count;

    for (int i = 0; i < MAX_CHANGES && from < to; i++) {
        if (fabs(changed[from].difference) >= fabs(changed[to - 1].difference))
            from++;
        else
            to--;
    }
    if (comparison->changed_count > 0)
        buffer_append_string(out, "\nchanged most, the worst first:\n");
    for (size_t i = 0; i < comparison->changed_count; i++)
        if (i < from || i >= to)
            write_change(out, &changed[i]);
}

static void write_comparison(struct buffer *out, const struct comparison *comparison)
{
    buffer_append_string(out, "\ndifference\n");
    for (int i = 0; i < PALPATE_MEASURES; i++) {
        const palpate_interval *difference = &comparison->differences[i];
        buffer_append_format(out, "%-10s %+.4f %+.4f to %+.4f\n", NAMES[i],
                difference->mean, difference->low, difference->high);
    }
    buffer_append_format(out, "by nDCG@10: %zu better, %zu equal, %zu worse\n",
            comparison->better, comparison->equal, comparison->worse);
    write_changes(out, comparison);
}

void report_text(struct buffer *out, const struct report *report)
{
    const palpate_evaluation *evaluation = report->evaluation;

    buffer_append_format(
            out, "%zu queries with something relevant", evaluation->query_count);
    if (evaluation->left_out_count > 0)
        buffer_append_format(
                out, "; %zu without are left out", evaluation->left_out_count);
    buffer_append_string(out, "\n\n              mean  95 % interval\n");
    write_measures(out, evaluation);
    if (report->comparison == NULL)
        return;
    buffer_append_string(out, "\nagainst\n");
    write_measures(out, report->against);
    write_comparison(out, report->comparison);
}
