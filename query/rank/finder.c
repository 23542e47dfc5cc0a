#include "query/rank/finder.h"

#include "core/fail.h"
#include "core/view.h"
#include "query/expand/match.h"
#include "query/rank/order.h"
#include "query/rank/whole.h"

static uint32_t least_depth(const struct finder *finder)
{
    return engine_passages(finder->engine) < FINDER_SMALL ? FINDER_CANDIDATES_SMALL
                                                          : FINDER_CANDIDATES;
}

/* Joins the headings of a path with '\n'. */
static palpate_status join_headings(palpate_view *out, struct arena *arena,
        const struct passage_record *record, palpate_error *err)
{
    struct buffer text = { 0 };

    for (uint32_t i = 0; i < record->heading_count; i++) {
        if (i > 0)
            buffer_append_byte(&text, '\n');
        buffer_append(&text, record->heading[i]);
    }
    *out = text.failed ? (palpate_view){ NULL, 0 }
                       : arena_copy(arena, buffer_view(&text));
    buffer_free(&text);
    return out->data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for headings")
                   : PALPATE_OK;
}

palpate_status finder_read(struct candidate *candidate, const struct finder *finder,
        const struct engine_hit *hit, palpate_error *err)
{
    *candidate = (struct candidate){
        .document = hit->document, .date = hit->date, .data = hit->data
    };
    palpate_status status = record_decode(&candidate->record, NULL, hit->data, err);
    candidate->first = engine_first(
            finder->engine, candidate->document, candidate->record.ordinal);
    return status;
}

palpate_status finder_article(struct article_record *article,
        const struct finder *finder, const struct candidate *candidate,
        palpate_error *err)
{
    struct passage_record first;
    palpate_view data = candidate->data;
    palpate_status status = PALPATE_OK;

    if (candidate->record.ordinal > 0)
        status = engine_head(&data, finder->engine, candidate->document,
                candidate->record.ordinal, err);
    return status == PALPATE_OK ? record_decode(&first, article, data, err) : status;
}

palpate_status finder_match(struct candidate *candidate, const struct finder *finder,
        struct matcher *matcher, palpate_error *err)
{
    palpate_view texts[FIELD_COUNT] = {
        [FIELD_TEXT] = candidate->record.text, [FIELD_TITLE] = candidate->record.title
    };
    palpate_status status = join_headings(
            &texts[FIELD_HEADING], finder->arena, &candidate->record, err);

    for (int field = 0; status == PALPATE_OK && field < FIELD_COUNT; field++)
        status = matcher_find(&candidate->matches.field[field], matcher, finder->arena,
                texts[field], err);
    return status;
}

/* Counts what grouping will probably leave out as said already, so that the search goes
   deeper where a text stands on hundreds of pages. */
static void note_said(struct finder *finder, uint64_t signature)
{
    if (signature == 0 || finder->question.options->group != PALPATE_GROUP_ARTICLE)
        return;
    for (uint32_t i = 0; i < finder->said_count; i++) {
        if (finder->said[i] != signature)
            continue;
        finder->repeated_count++;
        return;
    }
    if (finder->said_count < FINDER_SAID)
        finder->said[finder->said_count++] = signature;
}

static palpate_status take_candidate(struct finder *finder, struct matcher *matcher,
        const struct engine_hit *hit, palpate_error *err)
{
    const struct rank_query rank = rank_query_of(&finder->question);
    struct candidate candidate;
    palpate_status status = finder_read(&candidate, finder, hit, err);

    if (status == PALPATE_OK)
        status = finder_match(&candidate, finder, matcher, err);
    if (status != PALPATE_OK)
        return status;
    if (verify_is_needed(finder->question.tree.root) &&
            !verify_node(finder->question.tree.root, &candidate.matches))
        return PALPATE_OK;
    candidate.score = rank_passage(&rank, &candidate.record, &candidate.matches);
    if (!arena_grow(finder->arena, (void **)&finder->candidates,
                &finder->candidate_room, finder->candidate_count, sizeof candidate))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for candidates");
    finder->candidates[finder->candidate_count++] = candidate;
    note_said(finder, candidate.record.signature);
    return PALPATE_OK;
}

static palpate_status take_batch(struct finder *finder, struct matcher *matcher,
        uint32_t depth, palpate_error *err)
{
    struct engine_result *result = &finder->results[finder->result_count];
    struct engine_request request = { .tree = &finder->question.tree,
        .terms = &finder->question.terms,
        .sort = finder->question.options->sort,
        .with_dates = finder->question.options->sort != PALPATE_SORT_RELEVANCE,
        .with_total = finder->question.options->group == PALPATE_GROUP_NONE,
        .offset = finder->fetched,
        .limit = depth - finder->fetched };
    palpate_status status = engine_find(result, finder->engine, &request, err);

    if (status != PALPATE_OK)
        return status;
    finder->result_count++;
    finder->is_partial = result->is_partial;
    finder->is_exhausted = !result->is_partial && result->count < request.limit;
    for (uint32_t i = 0; status == PALPATE_OK && i < result->count; i++)
        status = take_candidate(finder, matcher, &result->hits[i], err);
    finder->fetched += result->count;
    return status;
}

palpate_status finder_run(struct finder *finder, palpate_error *err)
{
    struct matcher matcher;
    uint32_t depth = least_depth(finder);
    palpate_status status = PALPATE_OK;

    matcher_init(&matcher, engine_analyzer(finder->engine),
            finder->question.terms.wanted, finder->question.terms.count);
    /* Words need one batch; what is verified goes on until enough was confirmed. */
    do {
        status = take_batch(finder, &matcher, depth, err);
        depth *= 4;
    } while (status == PALPATE_OK && !finder->is_exhausted && !finder->is_partial &&
             finder->result_count < FINDER_BATCHES &&
             finder->candidate_count - finder->repeated_count < FINDER_HITS &&
             !engine_is_late(finder->engine));
    /* As many, however deep the search went. */
    size_t judged = finder->candidate_count < least_depth(finder)
                            ? finder->candidate_count
                            : least_depth(finder);
    const struct rank_query query = rank_query_of(&finder->question);
    if (status == PALPATE_OK)
        status = whole_add(finder->candidates, judged, &query, finder->arena, err);
    order_candidates(finder->candidates, finder->candidate_count,
            finder->question.options->sort);
    finder->is_partial |= !finder->is_exhausted && engine_is_late(finder->engine);
    return status;
}

palpate_status finder_has_any(bool *has, struct finder *finder, palpate_error *err)
{
    struct engine_result found;
    struct engine_request request = { .tree = &finder->question.tree,
        .terms = &finder->question.terms,
        .without_records = true,
        .any_will_do = true,
        .limit = 1 };

    *has = false;
    if (verify_is_needed(finder->question.tree.root)) {
        palpate_status status = finder_run(finder, err);
        *has = finder->candidate_count > 0;
        return status;
    }
    palpate_status status = engine_find(&found, finder->engine, &request, err);
    if (status != PALPATE_OK)
        return status;
    *has = found.count > 0;
    engine_result_free(&found);
    return PALPATE_OK;
}

void finder_restart(struct finder *finder)
{
    finder->result_count = 0;
    finder->candidates = NULL;
    finder->candidate_count = 0;
    finder->said_count = 0;
    finder->repeated_count = 0;
    finder->candidate_room = 0;
    finder->fetched = 0;
    finder->is_exhausted = false;
    finder->is_partial = false;
    finder->question.expansions = (struct query_expansions){ NULL, 0, 0 };
}

void finder_close(struct finder *finder)
{
    for (uint32_t i = 0; i < finder->result_count; i++)
        engine_result_free(&finder->results[i]);
    finder->result_count = 0;
}
