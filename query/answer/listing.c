#include "core/fail.h"
#include "core/view.h"
#include "query/answer/answer.h"
#include "query/answer/care.h"
#include "query/answer/facets.h"
#include "query/answer/grouping.h"
#include "query/answer/hits.h"
#include "query/answer/tail.h"
#include "query/rank/finder.h"
#include "query/rank/other_names.h"

enum {
    RESERVED = 9 /* place, from 0, up to which an article by another name is shown */
};

/* The user's own words rank first, and on a site that uses them often an article that
   only has the other name would never be seen: the best of these gets the last place of
   the first ten, unless one stands there anyway. */
static void reserve_place(struct groups *groups, const struct finder *finder)
{
    uint32_t place = 0;

    if (finder->question.options->group != PALPATE_GROUP_ARTICLE ||
            finder->question.options->sort != PALPATE_SORT_RELEVANCE ||
            finder->question.expansions.count == 0)
        return;
    while (place < groups->count &&
            !other_names_lead(&finder->question,
                    &finder->candidates[groups->items[place].place[0]]))
        place++;
    if (place <= RESERVED || place >= groups->count)
        return;
    struct group group = groups->items[place];
    for (; place > RESERVED; place--)
        groups->items[place] = groups->items[place - 1];
    groups->items[RESERVED] = group;
}

static palpate_status fill_hit(struct finder *finder, const struct candidate *candidate,
        const struct article_record *article, palpate_hit *hit, palpate_error *err)
{
    const struct hit_context context = { .arena = answer_arena(finder->answer),
        .tree = &finder->question.tree,
        .terms = &finder->question.terms,
        .explain = finder->question.options->explain };

    palpate_status status = hit_make(hit, &context, candidate, article, err);
    const struct query_expansion *other = other_names_of(&finder->question, candidate);
    if (status != PALPATE_OK || other == NULL)
        return status;
    hit->other_name = arena_copy(context.arena, other->to);
    return hit->other_name.data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a hit")
                   : PALPATE_OK;
}

/* Fills a hit from the passages of an article, the best first. */
static palpate_status fill_article(struct finder *finder,
        const struct candidate *const *passages, uint32_t count, palpate_hit *hit,
        palpate_error *err)
{
    struct article_record article;
    palpate_hit *more = NULL;
    palpate_status status = finder_article(&article, finder, passages[0], err);

    if (status == PALPATE_OK)
        status = fill_hit(finder, passages[0], &article, hit, err);
    if (status != PALPATE_OK || count == 1)
        return status;
    more = arena_zeroed(answer_arena(finder->answer), count - 1, sizeof *more);
    if (more == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for hits");
    for (uint32_t i = 1; status == PALPATE_OK && i < count; i++)
        status = fill_hit(finder, passages[i], &article, &more[i - 1], err);
    hit->more = more;
    hit->more_count = count - 1;
    return status;
}

static palpate_status fill_group(struct finder *finder, const struct group *group,
        palpate_hit *hit, palpate_error *err)
{
    const struct candidate *passages[GROUPING_MORE + 1] = {
        &finder->candidates[group->place[0]]
    };

    for (uint32_t i = 1; i < group->count; i++)
        passages[i] = &finder->candidates[group->place[i]];
    return fill_article(finder, passages, group->count, hit, err);
}

/* Groups that have the query's words: related ones stand at the end. */
static uint32_t count_own(const struct finder *finder, const struct groups *groups)
{
    uint32_t own = groups->count;

    while (own > 0 && finder->candidates[groups->items[own - 1].place[0]].is_related)
        own--;
    return own;
}

static void write_total(
        const struct finder *finder, const struct groups *groups, uint32_t listed)
{
    /* Passages that need no look are counted by the index. */
    bool is_plain = !verify_is_needed(finder->question.tree.root) &&
                    finder->question.options->like.size == 0 &&
                    finder->question.options->group == PALPATE_GROUP_NONE &&
                    finder->result_count > 0;
    palpate_answer *answer = finder->answer;

    answer->total = listed - (groups->count - count_own(finder, groups));
    answer->total_is_exact = finder->is_exhausted && !finder->is_partial;
    if (is_plain && finder->results[0].total > answer->total) {
        answer->total = finder->results[0].total;
        answer->total_is_exact = finder->results[0].is_exact;
    }
}

/* Counts the candidates; which articles have a group is known by now. */
static palpate_status count_candidates(struct facets *facets,
        const struct finder *finder, const struct groups *groups, palpate_error *err)
{
    bool by_article = finder->question.options->group == PALPATE_GROUP_ARTICLE;
    struct article_map listed = { .arena = finder->arena };
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; i < groups->count; i++)
        if (!article_map_set(&listed, groups->items[i].article, 1))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for facets");
    for (size_t i = 0; status == PALPATE_OK && i < finder->candidate_count; i++) {
        const struct candidate *candidate = &finder->candidates[i];
        bool is_listed = !by_article || article_map_find(&listed, candidate->first) > 0;
        if (!candidate->is_related)
            status = facets_add(facets, candidate, is_listed, err);
    }
    return status;
}

/* Fills the hits of the page: of groups, and then of what lies behind them. */
static palpate_status fill_page(struct finder *finder, const struct groups *groups,
        const struct tail *tail, palpate_error *err)
{
    palpate_answer *answer = finder->answer;
    uint32_t first = finder->question.options->offset;
    uint32_t count = groups->count > first ? groups->count - first : 0;
    palpate_status status = PALPATE_OK;

    if (count > finder->question.options->limit)
        count = finder->question.options->limit;
    size_t most = (size_t)count + tail->page_count;
    palpate_hit *hits = arena_zeroed(answer_arena(answer), most + 1, sizeof *hits);
    uint32_t *firsts = arena_zeroed(finder->arena, most + 1, sizeof *firsts);
    if (hits == NULL || firsts == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for hits");
    for (uint32_t i = 0; status == PALPATE_OK && i < count; i++) {
        const struct group *group = &groups->items[first + i];
        firsts[i] = finder->candidates[group->place[0]].first;
        status = fill_group(finder, group, &hits[i], err);
    }
    for (uint32_t i = 0; status == PALPATE_OK && i < tail->page_count; i++) {
        const struct tail_article *article = &tail->page[i];
        firsts[count + i] = article->passages[0]->first;
        status = fill_article(
                finder, article->passages, article->count, &hits[count + i], err);
    }
    answer->hits = hits;
    answer->hit_count = most;
    return status == PALPATE_OK ? care_add(finder, hits, firsts, (uint32_t)most, err)
                                : status;
}

palpate_status finder_answer(struct finder *finder, palpate_error *err)
{
    struct groups groups = { 0 };
    struct facets facets;
    struct tail tail;
    bool has_facets = finder->question.options->facet_values > 0;
    palpate_status status = grouping_make(&groups, finder, err);

    if (status != PALPATE_OK)
        return status;
    facets_open(&facets, finder);
    if (has_facets)
        status = count_candidates(&facets, finder, &groups, err);
    if (status == PALPATE_OK)
        status = tail_walk(&tail, finder, &groups, has_facets ? &facets : NULL, err);
    if (status != PALPATE_OK)
        return status;
    write_total(finder, &groups, tail.count);
    reserve_place(&groups, finder);
    status = fill_page(finder, &groups, &tail, err);
    if (status == PALPATE_OK && has_facets)
        status = facets_write(&facets, err);
    if (status == PALPATE_OK)
        status = answer_write_expansions(finder->answer, &finder->question.expansions,
                &finder->question.terms, err);
    return status;
}
