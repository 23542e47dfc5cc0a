#include "query/answer/grouping.h"

#include "core/fail.h"
#include "core/likeness.h"
#include "query/answer/reference.h"
#include "query/rank/article_map.h"

/* Each text is read but once, however many it is compared with: of some queries all
   candidates are alike. */
static palpate_status read_sense(
        struct candidate *candidate, struct arena *arena, palpate_error *err)
{
    if (candidate->sense.is_read ||
            likeness_read(&candidate->sense, arena, candidate->record.text,
                    candidate->language))
        return PALPATE_OK;
    return fail(err, PALPATE_NO_MEMORY, "out of memory for comparing passages");
}

palpate_status grouping_find_said(struct candidate **better,
        const struct groups *groups, struct candidates *candidates,
        struct candidate *candidate, palpate_error *err)
{
    const uint64_t signature = candidate->record.signature;
    palpate_status status = PALPATE_OK;

    *better = NULL;
    for (uint32_t i = 0;
            status == PALPATE_OK && *better == NULL && i < groups->shown_count; i++) {
        if (!likeness_is_near_one(groups->signatures[i], signature))
            continue;
        struct candidate *shown = &candidates->items[groups->shown[i]];
        status = read_sense(shown, candidates->arena, err);
        if (status == PALPATE_OK)
            status = read_sense(candidate, candidates->arena, err);
        if (status == PALPATE_OK && likeness_covers(&shown->sense, &candidate->sense))
            *better = shown;
    }
    return status;
}

/* Puts a candidate into the group of its article, a new one where it is the first. */
static palpate_status join_group(struct groups *groups, struct article_map *numbers,
        uint64_t article, const struct candidates *candidates, uint32_t place,
        palpate_error *err)
{
    uint32_t number = article_map_find(numbers, article);

    if (number == 0) {
        number = ++groups->count;
        groups->items[number - 1].article = article;
        if (!article_map_set(numbers, article, number))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for grouping");
    }
    struct group *group = &groups->items[number - 1];
    if (group->count > GROUPING_MORE)
        return PALPATE_OK;
    group->place[group->count++] = place;
    if (groups->shown_count == GROUPING_COMPARED)
        return PALPATE_OK;
    groups->signatures[groups->shown_count] = candidates->items[place].record.signature;
    groups->shown[groups->shown_count++] = place;
    return PALPATE_OK;
}

palpate_status grouping_make(struct groups *groups, struct candidates *candidates,
        bool by_article, palpate_error *err)
{
    struct article_map numbers = { .arena = candidates->arena };
    palpate_status status = PALPATE_OK;

    *groups = (struct groups){ .items = arena_zeroed(candidates->arena,
                                       candidates->count + 1, sizeof *groups->items) };
    if (groups->items == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for grouping");
    for (uint32_t i = 0; status == PALPATE_OK && i < candidates->count; i++) {
        struct candidate *candidate = &candidates->items[i];
        struct candidate *better = NULL;
        if (by_article)
            status = grouping_find_said(&better, groups, candidates, candidate, err);
        if (better != NULL)
            better->same++;
        else if (status == PALPATE_OK)
            status = join_group(groups, &numbers, by_article ? candidate->first : i,
                    candidates, i, err);
    }
    return status;
}

/* What a passage has at least of the score of a warning that nobody asked for, to be
   shown before it. */
static const double CALM_SHARE = 0.9;

static const struct candidate *candidate_at(
        const struct group *group, const struct candidates *candidates, uint32_t i)
{
    return &candidates->items[group->place[i]];
}

/* The first passage from `place` on that says something, and warns of nothing if it
   must be `calm`. */
static uint32_t next_answer(const struct group *group,
        const struct candidates *candidates, uint32_t place, bool calm)
{
    for (; place < group->count; place++) {
        const struct passage_record *record =
                &candidate_at(group, candidates, place)->record;
        if (!(calm && kind_is_warning((int)record->kind)) &&
                !reference_is_whole(record->text))
            break;
    }
    return place;
}

void grouping_lead(struct group *group, const struct candidates *candidates,
        bool asks_for_warnings)
{
    if (group->count < 2)
        return;
    uint32_t best = next_answer(group, candidates, 0, false);
    if (best == group->count)
        return;
    bool warns =
            kind_is_warning((int)candidate_at(group, candidates, best)->record.kind);
    uint32_t calm = warns && !asks_for_warnings
                            ? next_answer(group, candidates, best + 1, true)
                            : group->count;
    if (calm < group->count &&
            candidate_at(group, candidates, calm)->score.total >=
                    CALM_SHARE * candidate_at(group, candidates, best)->score.total)
        best = calm;
    uint32_t answer = group->place[best];
    for (; best > 0; best--)
        group->place[best] = group->place[best - 1];
    group->place[0] = answer;
}
