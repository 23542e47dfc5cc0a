#include "query/eval/saved.h"

#include <math.h>
#include <stdlib.h>

#include "core/fail.h"
#include "core/view.h"
#include "query/eval/evaluation.h"
#include "query/eval/table.h"
#include "query/render/renderers.h"

/* The columns: what a comparison needs stands before what only people read. */
enum { COLUMN_ID, COLUMN_QUERY, COLUMN_MEASURES, COLUMN_TIME = 6, COLUMN_COUNT = 14 };

static const char HEADER[] =
        "id\tquery\tnDCG@10\tMAP\trecall@100\tMRR\tmicroseconds\tfirst url\tfirst "
        "heading\tfirst grade\tbest url\tbest heading\tbest grade\tbest rank";

static void write_place(struct buffer *out, const palpate_judged *judged)
{
    buffer_append_byte(out, '\t');
    render_plain(out, judged->url);
    buffer_append_byte(out, '\t');
    render_plain(out, judged->heading);
    buffer_append_format(out, "\t%d", (int)judged->grade);
}

void saved_write(struct buffer *out, const palpate_evaluation *evaluation)
{
    buffer_append_string(out, HEADER);
    buffer_append_byte(out, '\n');
    for (size_t i = 0; i < evaluation->query_count; i++) {
        const palpate_evaluated_query *query = &evaluation->queries[i];
        render_plain(out, query->id);
        buffer_append_byte(out, '\t');
        render_plain(out, query->query);
        for (int measure = 0; measure < PALPATE_MEASURES; measure++)
            buffer_append_format(out, "\t%.9f", query->measures[measure]);
        buffer_append_format(out, "\t%llu", (unsigned long long)query->took_us);
        write_place(out, &query->first);
        write_place(out, &query->best);
        buffer_append_format(out, "\t%u\n", query->best.rank);
    }
}

/* Reads a number from 0 to `most`. */
static bool read_number(
        double *number, struct arena *arena, palpate_view field, double most)
{
    palpate_view text = arena_copy(arena, field);
    char *end = NULL;

    if (text.data == NULL || text.size == 0)
        return false;
    *number = strtod(text.data, &end);
    return *end == '\0' && isfinite(*number) && *number >= 0 && *number <= most;
}

static palpate_status read_query(
        struct owned_evaluation *owned, const struct table *table, palpate_error *err)
{
    palpate_evaluated_query query = { .id = table_keep(
                                              &owned->arena, table->field[COLUMN_ID]),
        .query = table_keep(&owned->arena, table->field[COLUMN_QUERY]) };
    double time = 0;
    bool is_good = table->field_count == COLUMN_COUNT &&
                   read_number(&time, &owned->arena, table->field[COLUMN_TIME], 1e15);

    for (size_t i = 0; is_good && i < PALPATE_MEASURES; i++)
        is_good = read_number(&query.measures[i], &owned->arena,
                table->field[COLUMN_MEASURES + i], 1);
    if (!is_good)
        return table_fail(table, err, "this is not a line of a saved evaluation");
    if (query.id.data == NULL || query.query.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for an evaluation");
    query.took_us = (uint64_t)time;
    return evaluation_add(owned, &query, err);
}

static palpate_status read_lines(
        struct owned_evaluation *owned, struct table *table, palpate_error *err)
{
    bool has_line = false;
    palpate_status status = table_next(&has_line, table, err);

    if (status != PALPATE_OK)
        return status;
    if (!has_line || !view_equals(table->line, view_of(HEADER)))
        return table_fail(table, err, "this is not a saved evaluation");
    while (status == PALPATE_OK && has_line) {
        status = table_next(&has_line, table, err);
        if (status == PALPATE_OK && has_line)
            status = read_query(owned, table, err);
    }
    return status;
}

palpate_status palpate_evaluation_read(
        palpate_evaluation **out, const char *path, palpate_error *err)
{
    struct owned_evaluation *owned = NULL;
    struct table table;
    palpate_status status = evaluation_open(&owned, err);

    *out = NULL;
    if (status != PALPATE_OK)
        return status;
    status = table_open(&table, path, err);
    if (status == PALPATE_OK) {
        status = read_lines(owned, &table, err);
        table_close(&table);
    }
    if (status == PALPATE_OK)
        status = evaluation_finish(owned, err);
    if (status != PALPATE_OK) {
        palpate_evaluation_free(&owned->evaluation);
        return status;
    }
    *out = &owned->evaluation;
    return PALPATE_OK;
}
