#include "query/eval/judgments.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/view.h"
#include "query/eval/table.h"

/* How a file of judgments is written; its first line shows. */
enum layout { LAYOUT_PASSAGES, LAYOUT_TREC, LAYOUT_BEIR, LAYOUT_UNKNOWN };

/* Which field of a line is what. */
static const struct {
    size_t field_count;
    size_t url;
    size_t heading; /* 0 for none */
    size_t grade;
    bool has_words; /* fields end at white space, not only at tabs */
} LAYOUTS[] = {
    [LAYOUT_PASSAGES] = { 4, 1, 2, 3, false },
    [LAYOUT_TREC] = { 4, 2, 0, 3, true },
    [LAYOUT_BEIR] = { 3, 1, 0, 2, true },
};

struct named_query {
    const struct judged_query *query;
};

/* The reading under way. */
struct reading {
    struct palpate_judgments *judgments;
    struct table *table;
    const struct named_query *by_id; /* the queries in the order of their ids */
    enum layout layout;
};

static palpate_status no_memory(palpate_error *err)
{
    (void)fail(err, PALPATE_NO_MEMORY, "out of memory for judgments");
    return PALPATE_NO_MEMORY;
}

static palpate_status add_query(struct reading *reading, palpate_error *err)
{
    struct palpate_judgments *judgments = reading->judgments;
    const struct table *table = reading->table;
    struct judged_query query = { .line = table->number };

    if (table->field_count != 2 || table->field[0].size == 0)
        return table_fail(table, err, "this is not \"id TAB query\"");
    query.id = table_keep(&judgments->arena, table->field[0]);
    query.text = table_keep(&judgments->arena, table->field[1]);
    if (query.id.data == NULL || query.text.data == NULL ||
            !arena_grow(&judgments->arena, (void **)&judgments->queries,
                    &judgments->query_room, judgments->query_count, sizeof query))
        return no_memory(err);
    judgments->queries[judgments->query_count++] = query;
    return PALPATE_OK;
}

static int by_id(const void *left, const void *right)
{
    const struct judged_query *a = ((const struct named_query *)left)->query;
    const struct judged_query *b = ((const struct named_query *)right)->query;
    int order = view_compare(a->id, b->id);

    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static palpate_status sort_queries(struct reading *reading, palpate_error *err)
{
    struct palpate_judgments *judgments = reading->judgments;
    size_t count = judgments->query_count;
    struct named_query *sorted =
            arena_zeroed(&judgments->arena, count + 1, sizeof *sorted);

    if (sorted == NULL)
        return no_memory(err);
    for (size_t i = 0; i < count; i++)
        sorted[i].query = &judgments->queries[i];
    if (count > 1)
        qsort(sorted, count, sizeof *sorted, by_id);
    for (size_t i = 0; i + 1 < count; i++) {
        const struct judged_query *first = sorted[i].query;
        const struct judged_query *second = sorted[i + 1].query;
        if (!view_equals(first->id, second->id))
            continue;
        reading->table->number = second->line;
        return table_fail(reading->table, err, "line %zu has the id %.*s already",
                first->line, (int)first->id.size, first->id.data);
    }
    reading->by_id = sorted;
    return PALPATE_OK;
}

static const struct judged_query *query_of(
        const struct reading *reading, palpate_view id)
{
    size_t from = 0;
    size_t to = reading->judgments->query_count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const struct judged_query *query = reading->by_id[middle].query;
        int order = view_compare(query->id, id);
        if (order == 0)
            return query;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

/* TREC's second field is a number that nobody uses. */
static bool is_trec(const struct table *table)
{
    long unused = 0;

    return table->field_count == LAYOUTS[LAYOUT_TREC].field_count &&
           (table_read_integer(&unused, table->field[1]) ||
                   view_equals_ignoring_case(table->field[1], PALPATE_VIEW("Q0")));
}

static bool is_header_of_beir(const struct table *table)
{
    return table->field_count == LAYOUTS[LAYOUT_BEIR].field_count &&
           view_equals(table->field[0], PALPATE_VIEW("query-id"));
}

static enum layout layout_of(struct table *table)
{
    bool is_of_four = table->field_count == LAYOUTS[LAYOUT_PASSAGES].field_count;

    if (is_of_four && !is_trec(table))
        return LAYOUT_PASSAGES;
    table_split_words(table);
    if (is_trec(table))
        return LAYOUT_TREC;
    return is_header_of_beir(table) ? LAYOUT_BEIR : LAYOUT_UNKNOWN;
}

static palpate_status add_judgment(struct reading *reading, palpate_error *err)
{
    struct palpate_judgments *judgments = reading->judgments;
    struct table *table = reading->table;
    size_t heading = LAYOUTS[reading->layout].heading;
    palpate_view grade = table->field[LAYOUTS[reading->layout].grade];
    struct judgment item = { .line = table->number };
    long number = 0;

    if (table->field_count != LAYOUTS[reading->layout].field_count)
        return table_fail(table, err, "%zu fields instead of %zu", table->field_count,
                LAYOUTS[reading->layout].field_count);
    const struct judged_query *query = query_of(reading, table->field[0]);
    if (query == NULL)
        return table_fail(table, err, "no query has the id %.*s",
                (int)table->field[0].size, table->field[0].data);
    if (!table_read_integer(&number, grade))
        return table_fail(table, err, "the grade \"%.*s\" is not a whole number",
                (int)grade.size, grade.data);
    item.query = (uint32_t)(query - judgments->queries);
    item.grade = number < 0 ? 0 : (int32_t)number;
    item.url =
            table_keep(&judgments->arena, table->field[LAYOUTS[reading->layout].url]);
    item.heading = heading == 0 ? PALPATE_VIEW("")
                                : table_keep(&judgments->arena, table->field[heading]);
    if (item.url.data == NULL || item.heading.data == NULL ||
            !arena_grow(&judgments->arena, (void **)&judgments->items,
                    &judgments->item_room, judgments->item_count, sizeof item))
        return no_memory(err);
    judgments->items[judgments->item_count++] = item;
    return PALPATE_OK;
}

static palpate_status take_judgment(struct reading *reading, palpate_error *err)
{
    if (reading->layout != LAYOUT_UNKNOWN) {
        if (LAYOUTS[reading->layout].has_words)
            table_split_words(reading->table);
        return add_judgment(reading, err);
    }
    reading->layout = layout_of(reading->table);
    if (reading->layout == LAYOUT_UNKNOWN)
        return table_fail(reading->table, err,
                "this is neither \"query TAB url TAB heading TAB grade\" nor "
                "\"query 0 url grade\" nor \"query-id TAB corpus-id TAB score\"");
    return reading->layout == LAYOUT_BEIR ? PALPATE_OK : add_judgment(reading, err);
}

static int by_place(const struct judgment *a, const struct judgment *b)
{
    int order = (a->query > b->query) - (a->query < b->query);

    if (order == 0)
        order = view_compare(a->url, b->url);
    return order != 0 ? order : view_compare(a->heading, b->heading);
}

static int by_place_and_line(const void *left, const void *right)
{
    const struct judgment *a = left;
    const struct judgment *b = right;
    int order = by_place(a, b);

    return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

/* Sorts the judgments, drops what is said twice and gives each query its own. */
static palpate_status deal_judgments(struct reading *reading, palpate_error *err)
{
    struct palpate_judgments *judgments = reading->judgments;
    struct judgment *items = judgments->items;
    size_t kept = 0;

    if (judgments->item_count > 1)
        qsort(items, judgments->item_count, sizeof *items, by_place_and_line);
    for (size_t i = 0; i < judgments->item_count; i++) {
        if (kept > 0 && by_place(&items[kept - 1], &items[i]) == 0) {
            if (items[kept - 1].grade == items[i].grade)
                continue;
            reading->table->number = items[i].line;
            return table_fail(reading->table, err, "line %zu gives this another grade",
                    items[kept - 1].line);
        }
        items[kept] = items[i];
        struct judged_query *query = &judgments->queries[items[kept].query];
        if (query->judgment_count++ == 0)
            query->judgments = &items[kept];
        query->relevant_count += items[kept].grade > 0;
        kept++;
    }
    judgments->item_count = kept;
    return PALPATE_OK;
}

typedef palpate_status taker(struct reading *reading, palpate_error *err);

/* Gives each line of a file to `take`, then calls `finish`. */
static palpate_status read_file(struct reading *reading, const char *path, taker *take,
        taker *finish, palpate_error *err)
{
    struct table table;
    bool has_line = true;
    palpate_status status = table_open(&table, path, err);

    if (status != PALPATE_OK)
        return status;
    reading->table = &table;
    while (status == PALPATE_OK && has_line) {
        status = table_next(&has_line, &table, err);
        if (status == PALPATE_OK && has_line)
            status = take(reading, err);
    }
    if (status == PALPATE_OK)
        status = finish(reading, err);
    table_close(&table);
    reading->table = NULL;
    return status;
}

palpate_status palpate_judgments_read(palpate_judgments **out, const char *queries,
        const char *judgments, palpate_error *err)
{
    struct palpate_judgments *made = calloc(1, sizeof *made);
    struct reading reading = { .judgments = made, .layout = LAYOUT_UNKNOWN };

    *out = NULL;
    if (made == NULL)
        return no_memory(err);
    palpate_status status = read_file(&reading, queries, add_query, sort_queries, err);
    if (status == PALPATE_OK)
        status = read_file(&reading, judgments, take_judgment, deal_judgments, err);
    if (status != PALPATE_OK) {
        palpate_judgments_free(made);
        return status;
    }
    made->is_of_passages = reading.layout == LAYOUT_PASSAGES;
    *out = made;
    return PALPATE_OK;
}

void palpate_judgments_free(palpate_judgments *judgments)
{
    if (judgments == NULL)
        return;
    arena_free(&judgments->arena);
    free(judgments);
}

const struct judgment *judgment_find(
        const struct judged_query *query, palpate_view url, palpate_view heading)
{
    struct judgment wanted = { .url = url, .heading = heading };
    size_t from = 0;
    size_t to = query->judgment_count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        const struct judgment *here = &query->judgments[middle];
        wanted.query = here->query;
        int order = by_place(here, &wanted);
        if (order == 0)
            return here;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}
