#include "core/fail.h"
#include "core/likeness.h"
#include "core/view.h"
#include "query/answer.h"
#include "query/care.h"
#include "query/finder.h"
#include "query/hits.h"
#include "query/other_names.h"

enum {
    MORE_MOST = 3,       /* other passages of an article that are shown */
    COMPARED_MOST = 256, /* better passages that one is compared with */
    RESERVED = 9 /* place, from 0, up to which an article by another name is shown */
};

/* An article among the candidates. */
struct group {
    uint64_t
            article; /* told by its first passage; ungrouped by the candidate's place */
    uint32_t place[MORE_MOST + 1]; /* of its best candidates, the best first */
    uint32_t count;
};

struct groups {
    struct group *items; /* in the order of their best candidates */
    uint32_t count;
    uint32_t shown[COMPARED_MOST]; /* candidates that stand in a group */
    uint32_t shown_count;
};

/* Each text is read but once, however many it is compared with: of some queries all
   candidates are alike. */
static palpate_status read_sense(
        struct candidate *candidate, struct finder *finder, palpate_error *err)
{
    if (candidate->sense.is_read ||
            likeness_read(&candidate->sense, finder->arena, candidate->record.text))
        return PALPATE_OK;
    return fail(err, PALPATE_NO_MEMORY, "out of memory for comparing passages");
}

/* Counts a candidate with a better one that says the same, of whichever article. */
static palpate_status find_said(bool *is_said, const struct groups *groups,
        struct finder *finder, uint32_t place, palpate_error *err)
{
    struct candidate *candidate = &finder->candidates[place];
    palpate_status status = PALPATE_OK;

    *is_said = false;
    for (uint32_t i = 0; status == PALPATE_OK && !*is_said && i < groups->shown_count;
            i++) {
        struct candidate *better = &finder->candidates[groups->shown[i]];
        if (!likeness_is_near(better->record.signature, candidate->record.signature))
            continue;
        status = read_sense(better, finder, err);
        if (status == PALPATE_OK)
            status = read_sense(candidate, finder, err);
        *is_said = status == PALPATE_OK &&
                   likeness_covers(&better->sense, &candidate->sense);
        better->same += *is_said;
    }
    return status;
}

/* Where the group of `article` stands, or would be put, in a table of indexes. */
static uint32_t slot_of(const struct groups *groups, const uint32_t *table,
        uint32_t mask, uint64_t article)
{
    uint32_t slot = (uint32_t)(article ^ article >> 32) & mask;

    while (table[slot] != 0 && groups->items[table[slot] - 1].article != article)
        slot = (slot + 1) & mask;
    return slot;
}

/* Puts a candidate into the group of its article, a new one where it is the first. */
static void join_group(
        struct groups *groups, uint32_t *slot, uint64_t article, uint32_t place)
{
    if (*slot == 0) {
        groups->items[groups->count].article = article;
        *slot = ++groups->count;
    }
    struct group *group = &groups->items[*slot - 1];
    if (group->count > MORE_MOST)
        return;
    group->place[group->count++] = place;
    if (groups->shown_count < COMPARED_MOST)
        groups->shown[groups->shown_count++] = place;
}

static palpate_status make_groups(
        struct groups *groups, struct finder *finder, palpate_error *err)
{
    bool by_article = finder->options->group == PALPATE_GROUP_ARTICLE;
    uint32_t mask = 1;
    palpate_status status = PALPATE_OK;

    while (mask < finder->candidate_count * 2)
        mask = mask * 2 + 1;
    uint32_t *table = arena_zeroed(finder->arena, (size_t)mask + 1, sizeof *table);
    groups->items = arena_zeroed(
            finder->arena, finder->candidate_count + 1, sizeof *groups->items);
    if (table == NULL || groups->items == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for grouping");
    for (uint32_t i = 0; status == PALPATE_OK && i < finder->candidate_count; i++) {
        bool is_said = false;
        uint64_t article = by_article ? finder->candidates[i].first : i;
        if (by_article)
            status = find_said(&is_said, groups, finder, i, err);
        if (!is_said)
            join_group(
                    groups, &table[slot_of(groups, table, mask, article)], article, i);
    }
    return status;
}

/* The user's own words rank first, and on a site that uses them often an article that
   only has the other name would never be seen: the best of these gets the last place of
   the first ten, unless one stands there anyway. */
static void reserve_place(struct groups *groups, const struct finder *finder)
{
    uint32_t place = 0;

    if (finder->options->group != PALPATE_GROUP_ARTICLE ||
            finder->options->sort != PALPATE_SORT_RELEVANCE ||
            finder->expansions.count == 0)
        return;
    while (place < groups->count &&
            !other_names_lead(
                    finder, &finder->candidates[groups->items[place].place[0]]))
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
        .tree = &finder->tree,
        .terms = &finder->terms,
        .explain = finder->options->explain };

    palpate_status status = hit_make(hit, &context, candidate, article, err);
    const struct query_expansion *other = other_names_of(finder, candidate);
    if (status != PALPATE_OK || other == NULL)
        return status;
    hit->other_name = arena_copy(context.arena, other->to);
    return hit->other_name.data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a hit")
                   : PALPATE_OK;
}

static palpate_status fill_group(struct finder *finder, const struct group *group,
        palpate_hit *hit, palpate_error *err)
{
    const struct candidate *best = &finder->candidates[group->place[0]];
    struct article_record article;
    palpate_hit *more = NULL;
    palpate_status status = finder_article(&article, finder, best, err);

    if (status == PALPATE_OK)
        status = fill_hit(finder, best, &article, hit, err);
    if (status != PALPATE_OK || group->count == 1)
        return status;
    more = arena_zeroed(answer_arena(finder->answer), group->count - 1, sizeof *more);
    if (more == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for hits");
    for (uint32_t i = 1; status == PALPATE_OK && i < group->count; i++)
        status = fill_hit(finder, &finder->candidates[group->place[i]], &article,
                &more[i - 1], err);
    hit->more = more;
    hit->more_count = group->count - 1;
    return status;
}

static void count_total(struct finder *finder, const struct groups *groups)
{
    bool is_plain =
            !verify_is_needed(finder->tree.root) && finder->options->like.size == 0 &&
            finder->options->group == PALPATE_GROUP_NONE && finder->result_count > 0;
    palpate_answer *answer = finder->answer;
    uint32_t own = groups->count;

    /* Related ones stand at the end. */
    while (own > 0 && finder->candidates[groups->items[own - 1].place[0]].is_related)
        own--;
    answer->total = own;
    answer->total_is_exact = finder->is_exhausted;
    if (is_plain && finder->results[0].total > answer->total) {
        answer->total = finder->results[0].total;
        answer->total_is_exact = finder->results[0].is_exact;
    }
}

palpate_status finder_answer(struct finder *finder, palpate_error *err)
{
    palpate_answer *answer = finder->answer;
    struct groups groups = { 0 };
    palpate_status status = make_groups(&groups, finder, err);

    if (status != PALPATE_OK)
        return status;
    count_total(finder, &groups);
    reserve_place(&groups, finder);
    uint32_t first = finder->options->offset;
    uint32_t count = groups.count > first ? groups.count - first : 0;
    if (count > finder->options->limit)
        count = finder->options->limit;
    palpate_hit *hits =
            arena_zeroed(answer_arena(answer), (size_t)count + 1, sizeof *hits);
    uint32_t *firsts = arena_zeroed(finder->arena, (size_t)count + 1, sizeof *firsts);
    if (hits == NULL || firsts == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for hits");
    for (uint32_t i = 0; status == PALPATE_OK && i < count; i++) {
        const struct group *group = &groups.items[first + i];
        firsts[i] = finder->candidates[group->place[0]].first;
        status = fill_group(finder, group, &hits[i], err);
    }
    answer->hits = hits;
    answer->hit_count = count;
    if (status == PALPATE_OK)
        status = care_add(finder, hits, firsts, count, err);
    if (status == PALPATE_OK)
        status = answer_write_expansions(
                answer, &finder->expansions, &finder->terms, err);
    return status;
}
