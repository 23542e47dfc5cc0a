#include "query/answer/listing.h"

#include "core/fail.h"
#include "core/view.h"
#include "query/answer/answer.h"
#include "query/answer/cautions.h"
#include "query/answer/facets.h"
#include "query/answer/grouping.h"
#include "query/answer/hits.h"
#include "query/answer/sureness.h"
#include "query/answer/tail.h"
#include "query/rank/other_names.h"
#include "query/rank/steer.h"

enum {
    RESERVED = 9 /* place, from 0, up to which an article by another name is shown */
};

/* What a page is filled from. */
struct listing {
    palpate_answer *answer;
    struct candidates *candidates;
    struct engine *engine;
    const struct question *question;
    bool hides; /* some pages, which the index counts nevertheless */
};

static bool asks_for_warnings(const struct question *question)
{
    const uint32_t warnings = 1U << KIND_CONTRAINDICATIONS | 1U << KIND_RED_FLAGS;

    return question->asks_if_safe || (question->kinds & warnings) != 0;
}

/* The user's own words rank first, and on a site that uses them often an article that
   only has the other name would never be seen: the best of these gets the last place of
   the first ten, unless one stands there anyway. */
static void reserve_place(struct groups *groups, const struct candidates *candidates,
        const struct question *question)
{
    uint32_t place = 0;

    if (question->options->group != PALPATE_GROUP_ARTICLE ||
            question->options->sort != PALPATE_SORT_RELEVANCE ||
            question->expansions.count == 0)
        return;
    for (; place < groups->count; place++) {
        struct group *group = &groups->items[place];
        grouping_lead(group, candidates, asks_for_warnings(question));
        if (other_names_lead(question, &candidates->items[group->place[0]]))
            break;
    }
    if (place <= RESERVED || place >= groups->count)
        return;
    struct group group = groups->items[place];
    for (; place > RESERVED; place--)
        groups->items[place] = groups->items[place - 1];
    groups->items[RESERVED] = group;
}

static palpate_status fill_hit(palpate_hit *hit, const struct listing *listing,
        const struct candidate *candidate, const struct article_record *article,
        palpate_error *err)
{
    const struct question *question = listing->question;
    const struct hit_context context = { .arena = answer_arena(listing->answer),
        .tree = &question->tree,
        .terms = &question->terms,
        .explain = question->options->explain };

    palpate_status status = hit_make(hit, &context, candidate, article, err);
    const struct query_expansion *other = other_names_of(question, candidate);
    if (status != PALPATE_OK || other == NULL)
        return status;
    hit->other_name = arena_copy(context.arena, other->to);
    return hit->other_name.data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a hit")
                   : PALPATE_OK;
}

/* Fills a hit from the passages of an article, the best first.  `*first` is the first
   of those that may say more, for cautions_add(). */
static palpate_status fill_article(palpate_hit *hit, uint32_t *first,
        const struct listing *listing, const struct candidate *const *passages,
        uint32_t count, palpate_error *err)
{
    struct article_record article;
    palpate_hit *more = NULL;
    palpate_status status =
            candidate_article(&article, listing->engine, passages[0], err);

    if (status == PALPATE_OK)
        status = fill_hit(hit, listing, passages[0], &article, err);
    if (status == PALPATE_OK)
        *first = article.passage_count == 1 ? 0 : passages[0]->first;
    if (status != PALPATE_OK || count == 1)
        return status;
    more = arena_zeroed(answer_arena(listing->answer), count - 1, sizeof *more);
    if (more == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for hits");
    for (uint32_t i = 1; status == PALPATE_OK && i < count; i++)
        status = fill_hit(&more[i - 1], listing, passages[i], &article, err);
    hit->more = more;
    hit->more_count = count - 1;
    return status;
}

static palpate_status fill_group(palpate_hit *hit, uint32_t *first,
        const struct listing *listing, const struct group *group, palpate_error *err)
{
    const struct candidate *passages[GROUPING_MORE + 1] = {
        &listing->candidates->items[group->place[0]]
    };

    for (uint32_t i = 1; i < group->count; i++)
        passages[i] = &listing->candidates->items[group->place[i]];
    return fill_article(hit, first, listing, passages, group->count, err);
}

/* Whether nothing that answers was left out. */
static bool is_all(const struct candidates *candidates)
{
    return candidates->is_exhausted && !candidates->is_partial;
}

/* Groups that have the query's words: related ones stand at the end. */
static uint32_t count_own(
        const struct candidates *candidates, const struct groups *groups)
{
    uint32_t own = groups->count;

    while (own > 0 && candidates->items[groups->items[own - 1].place[0]].is_related)
        own--;
    return own;
}

static void write_total(
        const struct listing *listing, const struct groups *groups, uint32_t listed)
{
    const struct candidates *candidates = listing->candidates;
    const struct question *question = listing->question;
    /* Passages that need no look are counted by the index. */
    bool is_plain = !verify_is_needed(question->tree.root) && !listing->hides &&
                    question->options->like.size == 0 &&
                    question->options->group == PALPATE_GROUP_NONE;
    palpate_answer *answer = listing->answer;

    answer->total = listed - (groups->count - count_own(candidates, groups));
    answer->total_is_exact = is_all(candidates);
    if (is_plain && candidates->total > answer->total) {
        answer->total = candidates->total;
        answer->total_is_exact = candidates->total_is_exact;
    }
}

/* Counts the candidates; which articles have a group is known by now. */
static palpate_status count_candidates(struct facets *facets,
        const struct candidates *candidates, const struct groups *groups,
        palpate_error *err)
{
    struct article_map listed = { .arena = candidates->arena };
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; i < groups->count; i++)
        if (!article_map_set(&listed, groups->items[i].article, 1))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for facets");
    for (size_t i = 0; status == PALPATE_OK && i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];
        bool is_listed =
                !facets->by_article || article_map_find(&listed, candidate->first) > 0;
        if (!candidate->is_related)
            status = facets_add(facets, candidate, is_listed, err);
    }
    return status;
}

static palpate_status find_kind(void *user, struct engine_result *out,
        const uint64_t *articles, uint32_t count, enum passage_kind kind,
        palpate_error *err)
{
    return engine_find_kind(out, user, articles, count, kind, err);
}

/* Whether the first hit is the best one for a whole question. */
static bool may_answer(const struct question *question)
{
    const palpate_search_options *options = question->options;

    return options->sort == PALPATE_SORT_RELEVANCE && options->like.size == 0 &&
           !options->typing;
}

/* Fills the hits of the page: of groups, and then of what lies after them. */
static palpate_status fill_page(const struct listing *listing, struct groups *groups,
        const struct tail *tail, palpate_error *err)
{
    palpate_answer *answer = listing->answer;
    const struct question *question = listing->question;
    uint32_t first = question->options->offset;
    uint32_t count = groups->count > first ? groups->count - first : 0;
    palpate_status status = PALPATE_OK;

    if (count > question->options->limit)
        count = question->options->limit;
    size_t most = (size_t)count + tail->page_count;
    palpate_hit *hits = arena_zeroed(answer_arena(answer), most + 1, sizeof *hits);
    uint32_t *firsts =
            arena_zeroed(listing->candidates->arena, most + 1, sizeof *firsts);
    if (hits == NULL || firsts == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for hits");
    for (uint32_t i = 0; status == PALPATE_OK && i < count; i++) {
        struct group *group = &groups->items[first + i];
        grouping_lead(group, listing->candidates, asks_for_warnings(question));
        status = fill_group(&hits[i], &firsts[i], listing, group, err);
    }
    if (status == PALPATE_OK && first == 0 && count > 0 && may_answer(question))
        answer->first_answers = sureness_has(question,
                &listing->candidates->items[groups->items[0].place[0]], &hits[0]);
    for (uint32_t i = 0; status == PALPATE_OK && i < tail->page_count; i++) {
        const struct tail_article *article = &tail->page[i];
        status = fill_article(&hits[count + i], &firsts[count + i], listing,
                article->passages, article->count, err);
    }
    answer->hits = hits;
    answer->hit_count = most;
    const struct cautions_request request = { .arena = answer_arena(answer),
        .question = question,
        .candidates = listing->candidates,
        .lookup = find_kind,
        .user = listing->engine };
    return status == PALPATE_OK
                   ? cautions_add(hits, firsts, (uint32_t)most, &request, err)
                   : status;
}

palpate_status listing_write(palpate_answer *answer, struct candidates *candidates,
        struct engine *engine, const struct question *question, palpate_error *err)
{
    struct listing listing = { answer, candidates, engine, question, false };
    bool by_article = question->options->group == PALPATE_GROUP_ARTICLE;
    struct groups groups = { 0 };
    struct facets facets;
    struct tail tail;
    bool has_facets = question->options->facet_values > 0;
    palpate_status status = steer_hides(&listing.hides, engine, question, err);

    if (status == PALPATE_OK)
        status = grouping_make(&groups, candidates, by_article, err);
    if (status != PALPATE_OK)
        return status;
    facets_open(&facets, candidates->arena, engine, by_article);
    if (has_facets)
        status = count_candidates(&facets, candidates, &groups, err);
    if (status == PALPATE_OK)
        status = tail_walk(&tail, candidates, engine, question, &groups,
                has_facets ? &facets : NULL, err);
    if (status != PALPATE_OK)
        return status;
    write_total(&listing, &groups, tail.count);
    reserve_place(&groups, candidates, question);
    if (!question->options->counts_only)
        status = fill_page(&listing, &groups, &tail, err);
    answer->facets_are_exact = has_facets && is_all(candidates);
    if (status == PALPATE_OK && has_facets)
        status = facets_write(answer, &facets, question->options->facet_values, err);
    if (status == PALPATE_OK)
        status = answer_write_expansions(
                answer, &question->expansions, &question->terms, err);
    return status;
}
