#include <stdlib.h>

#include "core/fail.h"
#include "core/view.h"
#include "query/eval/evaluation.h"
#include "query/eval/judgments.h"
#include "query/eval/measures.h"
#include "query/eval/table.h"

enum { TOP = 10 /* hits of a query that should all have been judged */ };

/* A hit that a judgment tells apart from others. */
struct unit {
    const palpate_hit *hit;
    palpate_view heading; /* empty where whole pages are judged */
};

/* One query under evaluation. */
struct asked {
    const struct judged_query *query;
    const palpate_answer *answer;
    bool is_of_passages;
    struct arena *scratch;
    struct unit *units; /* the best first */
    int32_t *grades;    /* of the units */
    size_t unit_count;
    size_t top_judged_count; /* of the first TOP units, those with a judgment */
    int32_t *ideal;          /* grades of all judgments, the highest first */
};

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for an evaluation");
}

/* What a judgment calls the place of a hit in its page. */
static palpate_view heading_of(const struct asked *asked, const palpate_hit *hit)
{
    return asked->is_of_passages && hit->heading_count > 0
                   ? hit->heading[hit->heading_count - 1]
                   : PALPATE_VIEW("");
}

static void add_unit(struct asked *asked, const palpate_hit *hit)
{
    const struct unit unit = { hit, heading_of(asked, hit) };

    for (size_t i = 0; i < asked->unit_count; i++)
        if (asked->units[i].hit->article == hit->article &&
                view_equals(asked->units[i].heading, unit.heading))
            return;
    const struct judgment *judgment =
            judgment_find(asked->query, hit->url, unit.heading);
    asked->top_judged_count += judgment != NULL && asked->unit_count < TOP;
    asked->grades[asked->unit_count] = judgment == NULL ? 0 : judgment->grade;
    asked->units[asked->unit_count++] = unit;
}

static int by_grade(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left;
    int32_t b = *(const int32_t *)right;

    return (a < b) - (a > b);
}

static palpate_status grade_hits(struct asked *asked, palpate_error *err)
{
    const struct judged_query *query = asked->query;
    size_t hit_count = asked->answer->hit_count;

    asked->units = arena_zeroed(asked->scratch, hit_count + 1, sizeof *asked->units);
    asked->grades = arena_zeroed(asked->scratch, hit_count + 1, sizeof *asked->grades);
    asked->ideal =
            arena_zeroed(asked->scratch, query->judgment_count, sizeof *asked->ideal);
    if (asked->units == NULL || asked->grades == NULL || asked->ideal == NULL)
        return no_memory(err);
    for (size_t i = 0; i < hit_count; i++)
        add_unit(asked, &asked->answer->hits[i]);
    for (size_t i = 0; i < query->judgment_count; i++)
        asked->ideal[i] = query->judgments[i].grade;
    qsort(asked->ideal, query->judgment_count, sizeof *asked->ideal, by_grade);
    return PALPATE_OK;
}

/* The place of a judgment among the units, from 1; 0 where it is not. */
static uint32_t rank_of(const struct asked *asked, const struct judgment *judgment)
{
    for (size_t i = 0; i < asked->unit_count; i++)
        if (view_equals(judgment->url, asked->units[i].hit->url) &&
                view_equals(judgment->heading, asked->units[i].heading))
            return (uint32_t)i + 1;
    return 0;
}

static palpate_judged best_of(const struct asked *asked)
{
    palpate_judged best = { 0 };

    for (size_t i = 0; i < asked->query->judgment_count; i++) {
        const struct judgment *judgment = &asked->query->judgments[i];
        if (judgment->grade != asked->ideal[0])
            continue;
        uint32_t rank = rank_of(asked, judgment);
        if (best.url.data == NULL ||
                (rank > 0 && (best.rank == 0 || rank < best.rank))) {
            best = (palpate_judged){ .url = judgment->url,
                .heading = judgment->heading,
                .grade = judgment->grade,
                .rank = rank };
        }
    }
    return best;
}

static palpate_judged first_of(const struct asked *asked)
{
    palpate_judged first = { 0 };

    if (asked->unit_count > 0) {
        first = (palpate_judged){ .url = asked->units[0].hit->url,
            .heading = asked->units[0].heading,
            .grade = asked->grades[0],
            .rank = 1 };
    }
    return first;
}

/* Copies what the query and the answer lend. */
static palpate_status keep_all(
        palpate_evaluated_query *query, struct arena *arena, palpate_error *err)
{
    enum { TEXTS = 6 };
    palpate_view *const texts[TEXTS] = { &query->id, &query->query, &query->first.url,
        &query->first.heading, &query->best.url, &query->best.heading };

    for (int i = 0; i < TEXTS; i++) {
        *texts[i] = table_keep(arena, *texts[i]);
        if (texts[i]->data == NULL)
            return no_memory(err);
    }
    return PALPATE_OK;
}

static palpate_status measure_query(
        struct owned_evaluation *owned, struct asked *asked, palpate_error *err)
{
    palpate_evaluated_query result = { .id = asked->query->id,
        .query = asked->query->text,
        .took_us = asked->answer->took_us };
    palpate_status status = grade_hits(asked, err);

    if (status != PALPATE_OK)
        return status;
    const struct ranking ranking = { .grades = asked->grades,
        .count = asked->unit_count,
        .ideal = asked->ideal,
        .ideal_count = asked->query->relevant_count };
    measures_of(result.measures, &ranking);
    result.first = first_of(asked);
    result.best = best_of(asked);
    status = keep_all(&result, &owned->arena, err);
    owned->evaluation.partial_count += asked->answer->is_partial;
    owned->evaluation.top_count += asked->unit_count < TOP ? asked->unit_count : TOP;
    owned->evaluation.top_judged_count += asked->top_judged_count;
    return status == PALPATE_OK ? evaluation_add(owned, &result, err) : status;
}

/* The options of each search: where passages are judged, each is a hit of its own. */
static palpate_search_options options_for(
        const palpate_judgments *judgments, const palpate_search_options *given)
{
    palpate_search_options options = { 0 };

    if (given != NULL)
        options = *given;
    options.offset = 0;
    if (options.limit == 0)
        options.limit = PALPATE_EVALUATION_LIMIT;
    if (judgments->is_of_passages)
        options.group = PALPATE_GROUP_NONE;
    return options;
}

palpate_status palpate_evaluate(palpate_evaluation **out, palpate_searcher *searcher,
        const palpate_judgments *judgments, const palpate_search_options *given,
        palpate_error *err)
{
    palpate_search_options options = options_for(judgments, given);
    options.counts_only = false;
    struct owned_evaluation *owned = NULL;
    struct arena scratch = { 0 };
    palpate_status status = evaluation_open(&owned, err);

    *out = NULL;
    for (size_t i = 0; status == PALPATE_OK && i < judgments->query_count; i++) {
        const struct judged_query *query = &judgments->queries[i];
        palpate_answer *answer = NULL;
        if (query->relevant_count == 0) {
            owned->evaluation.left_out_count++;
            continue;
        }
        status = palpate_search(&answer, searcher, query->text, &options, err);
        struct asked asked = { .query = query,
            .answer = answer,
            .is_of_passages = judgments->is_of_passages,
            .scratch = &scratch };
        if (status == PALPATE_OK)
            status = measure_query(owned, &asked, err);
        palpate_answer_free(answer);
        arena_clear(&scratch);
    }
    if (status == PALPATE_OK)
        status = evaluation_finish(owned, err);
    arena_free(&scratch);
    if (status != PALPATE_OK) {
        palpate_evaluation_free(owned == NULL ? NULL : &owned->evaluation);
        return status;
    }
    *out = &owned->evaluation;
    return PALPATE_OK;
}
