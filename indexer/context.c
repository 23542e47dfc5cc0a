#include "indexer/context.h"

#include "core/fail.h"
#include "indexer/content.h"
#include "indexer/model.h"

static const float CLIP = 6; /* a score beyond this says no more */
enum { WINDOW = 6 /* blocks to each side */ };

static float clip(float score, float most)
{
    return score > most ? most : score < -most ? -most : score;
}

static float weight_of(const struct context *context, uint32_t block)
{
    return (float)context->land->wording[block].words + 1;
}

static const struct place *place_of(const struct context *context, uint32_t block)
{
    return &context->land->places[context->land->blocks->items[block].owner];
}

/* In which of seven steps a score lies. */
static unsigned step_of(float score)
{
    static const float STEPS[MODEL_STEPS - 1] = { -4, -2, -.7F, .7F, 2, 4 };
    unsigned step = 0;

    while (step < MODEL_STEPS - 1 && score > STEPS[step])
        step++;
    return step;
}

/* The sort of a block, as far as sorts differ in what their neighbours say. */
static enum model_sort sort_of(const struct landscape *land, uint32_t number)
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

static bool is_prose_sort(enum model_sort sort)
{
    return sort == SORT_LONG_ITEM || sort == SORT_LINE || sort == SORT_PROSE;
}

/* How much of what the article may be is prose, and how long it may be. */
static void class_page(struct context *context)
{
    static const double SHARES[] = { .35, .6, .8 };
    static const double SIZES[] = { 60, 200, 600 }; /* words */
    double whole = 0;
    double prose = 0;

    for (uint32_t i = 0; i < context->land->blocks->count; i++) {
        double words = (double)content_probability(context->own[i]) *
                       context->land->wording[i].words;
        whole += words;
        prose += is_prose_sort(sort_of(context->land, i)) ? words : 0;
    }
    for (size_t i = 0; i < sizeof SHARES / sizeof *SHARES; i++)
        context->page += prose / (whole > 1 ? whole : 1) > SHARES[i];
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++)
        context->size += whole > SIZES[i];
}

static void add(struct tally *tally, float score, float weight)
{
    tally->sum += score * weight;
    tally->weight += weight;
}

palpate_status context_read(struct context *out, struct arena *arena,
        const struct landscape *land, const float *own, palpate_error *err)
{
    uint32_t count = land->blocks->count;

    *out = (struct context){ .land = land, .own = own };
    out->groups = arena_zeroed(arena, land->tree->count, sizeof *out->groups);
    out->branches = arena_zeroed(arena, land->tree->count, sizeof *out->branches);
    out->before = arena_zeroed(arena, (size_t)count + 1, sizeof *out->before);
    if (out->groups == NULL || out->branches == NULL || out->before == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    for (uint32_t i = 0; i < count; i++) {
        const struct place *place = place_of(out, i);
        float score = clip(own[i], CLIP);
        add(&out->groups[place->group], score, weight_of(out, i));
        add(&out->branches[place->branch], score, weight_of(out, i));
        out->before[i + 1] = out->before[i];
        add(&out->before[i + 1], score, weight_of(out, i));
    }
    class_page(out);
    return PALPATE_OK;
}

/* The step of the mean of `tally` without the block itself; false where it is alone. */
static bool step_without(const struct context *context, const struct tally *tally,
        uint32_t block, unsigned *step)
{
    float weight = weight_of(context, block);
    float rest = tally->weight - weight;

    if (rest <= 0)
        return false;
    *step = step_of((tally->sum - clip(context->own[block], CLIP) * weight) / rest);
    return true;
}

static int32_t weigh_neighbours(const struct context *context, uint32_t block)
{
    uint32_t count = context->land->blocks->count;
    int32_t sum = 0;

    if (block > 0)
        sum += MODEL_PREVIOUS[step_of(context->own[block - 1])];
    if (block > 1)
        sum += MODEL_PREVIOUS_BUT_ONE[step_of(context->own[block - 2])];
    if (block + 1 < count)
        sum += MODEL_NEXT[step_of(context->own[block + 1])];
    if (block + 2 < count)
        sum += MODEL_NEXT_BUT_ONE[step_of(context->own[block + 2])];
    return sum;
}

float context_weigh(const struct context *context, uint32_t block)
{
    const struct place *place = place_of(context, block);
    enum model_sort sort = sort_of(context->land, block);
    uint32_t count = context->land->blocks->count;
    uint32_t first = block > WINDOW ? block - WINDOW : 0;
    uint32_t last = block + WINDOW + 1 < count ? block + WINDOW + 1 : count;
    struct tally window = { context->before[last].sum - context->before[first].sum,
        context->before[last].weight - context->before[first].weight };
    unsigned own = step_of(context->own[block]);
    unsigned step = 0;
    int32_t sum = weigh_neighbours(context, block);

    sum += MODEL_PAGE_OWN[context->page][own] + MODEL_SIZE_OWN[context->size][own] +
           MODEL_SORT_OWN[sort][own] + MODEL_PAGE_SORT[context->page][sort];
    if (step_without(context, &context->groups[place->group], block, &step))
        sum += MODEL_GROUP[step];
    if (step_without(context, &context->branches[place->branch], block, &step))
        sum += MODEL_BRANCH[step] + MODEL_PAGE_BRANCH[context->page][step] +
               MODEL_SORT_BRANCH[sort][step];
    if (step_without(context, &window, block, &step))
        sum += MODEL_WINDOW[step] + MODEL_PAGE_WINDOW[context->page][step] +
               MODEL_SORT_WINDOW[sort][step];
    return (float)sum / MODEL_SCALE;
}
