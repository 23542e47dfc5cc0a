#include "indexer/content/context.h"

#include "core/fail.h"
#include "indexer/content/content.h"

static const float CLIP = 6; /* a score beyond this says no more */
static const float SURE =
        1.5F; /* a score from which on prose is surely the article's */

static float clipped(const struct context *context, uint32_t block)
{
    float score = context->own[block];

    return score > CLIP ? CLIP : score < -CLIP ? -CLIP : score;
}

static float weight_of(const struct context *context, uint32_t block)
{
    return (float)context->land->wording[block].words + 1;
}

enum context_sort context_sort(const struct landscape *land, uint32_t number)
{
    enum { LINK = 79 /* percent */, SHORT_ITEM = 13, TINY = 3, SHORT = 12, LINE = 24 };
    const struct block *block = &land->blocks->items[number];
    uint32_t words = land->wording[number].words;

    if (block->kind == BLOCK_HEADING)
        return SORT_HEADING;
    if ((uint64_t)block->links * 100 / (block->text.size > 0 ? block->text.size : 1) >
            LINK)
        return SORT_LINK;
    if (block->kind == BLOCK_CELL)
        return SORT_CELL;
    if (block->kind == BLOCK_ITEM)
        return words < SHORT_ITEM ? SORT_ITEM : SORT_LONG_ITEM;
    if (words <= TINY)
        return SORT_TINY;
    return words <= SHORT ? SORT_SHORT : words <= LINE ? SORT_LINE : SORT_PROSE;
}

static void add(struct tally *tally, float score, float weight)
{
    tally->sum += score * weight;
    tally->weight += weight;
}

static void take(struct context *context, uint32_t number)
{
    const struct landscape *land = context->land;
    const struct block *block = &land->blocks->items[number];
    const struct place *place = &land->places[block->owner];
    const struct past *before = &context->past[number];
    struct past *after = &context->past[number + 1];
    enum context_sort sort = context_sort(land, number);
    float score = clipped(context, number);
    float weight = weight_of(context, number);
    uint32_t words = land->wording[number].words;
    float likely = content_probability(context->own[number]) * (float)words;
    bool is_prose = sort == SORT_LONG_ITEM || sort == SORT_LINE || sort == SORT_PROSE;

    add(&context->groups[place->group], score, weight);
    add(&context->branches[place->branch], score, weight);
    if (land->names_row[number] != SAME_NAMES_NONE)
        add(&context->same_names[land->names_row[number]], score, weight);
    *after = *before;
    add(&after->scores, score, weight);
    after->likely += likely;
    after->words += words;
    after->prose += landscape_is_prose(land, number) ? words : 0;
    if (block->kind == BLOCK_HEADING)
        after->heading = number;
    context->likely_prose += is_prose ? likely : 0;
    if (is_prose && context->own[number] > SURE) {
        if (context->sure_first == land->blocks->count)
            context->sure_first = number;
        context->sure_last = number;
    }
}

palpate_status context_read(struct context *out, struct arena *arena,
        const struct landscape *land, const float *own, palpate_error *err)
{
    uint32_t count = land->blocks->count;

    *out = (struct context){
        .land = land, .own = own, .sure_first = count, .sure_last = count
    };
    out->groups = arena_zeroed(arena, land->tree->count, sizeof *out->groups);
    out->branches = arena_zeroed(arena, land->tree->count, sizeof *out->branches);
    out->same_names =
            arena_zeroed(arena, land->same_names_room, sizeof *out->same_names);
    out->past = arena_zeroed(arena, (size_t)count + 1, sizeof *out->past);
    if (out->groups == NULL || out->branches == NULL || out->same_names == NULL ||
            out->past == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    out->past[0].heading = count;
    for (uint32_t i = 0; i < count; i++)
        take(out, i);
    return PALPATE_OK;
}

bool context_mean(const struct context *context, const struct tally *tally,
        uint32_t block, float *mean)
{
    float weight = weight_of(context, block);
    float rest = tally->weight - weight;

    if (rest <= 0)
        return false;
    *mean = (tally->sum - clipped(context, block) * weight) / rest;
    return true;
}

bool context_window(const struct context *context, uint32_t block, float *mean)
{
    enum { WINDOW = 6 /* blocks to each side */ };
    uint32_t count = context->land->blocks->count;
    uint32_t first = block > WINDOW ? block - WINDOW : 0;
    uint32_t last = block + WINDOW + 1 < count ? block + WINDOW + 1 : count;
    const struct tally *from = &context->past[first].scores;
    const struct tally *to = &context->past[last].scores;
    struct tally window = { to->sum - from->sum, to->weight - from->weight };

    return context_mean(context, &window, block, mean);
}
