#include "indexer/content/content_judge.h"

#include <math.h>

#include "core/address.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/content/attachment.h"
#include "indexer/content/claims.h"
#include "indexer/content/cohesion.h"
#include "indexer/content/comment_lists.h"
#include "indexer/content/context.h"
#include "indexer/content/continuation.h"
#include "indexer/content/edges.h"
#include "indexer/content/evidence.h"
#include "indexer/content/forest.h"
#include "indexer/content/listing.h"
#include "indexer/content/model.h"
#include "indexer/content/regions.h"
#include "indexer/content/shared_blocks.h"
#include "indexer/content/surroundings.h"
#include "indexer/content/traits.h"
#include "indexer/content/vocabulary.h"

enum {
    /* What is on the page twice is read once if it has that many words, or
       fewer and a neighbour that stands there twice, too: pages carry copies for
       phones.  One short line may be said again. */
    REPEATED_WORDS = 30,
    REPEATED_RUN_WORDS = 8,
    REPEATED_CAPTION_WORDS = 3, /* of a gallery: once is enough */
    /* Doubtful text must at least read as prose of that many words. */
    DOUBTFUL_WORDS = 12,
    MAX_ROUNDS = 20 /* until the limit stands still; it takes four or five */
};

/* A score at the first look that no neighbour changes. */
static const float CLEARLY_NOT = -5;
/* What neighbours may add or take.  From a paragraph of the article they take nothing:
   a page unlike all that the trees were fitted to must not lose it by what they make of
   it. */
static const float MAX_NEIGHBOURS = 2.5F;
/* Of the limit: what is less probable than this is dropped. */
static const float DOUBTFUL_SHARE = 0.5F;

/* The limit that makes the expected F1 of the kept words the best: a block is worth
   keeping where it is more probable than half of the F1 that is reached (Lewis, SIGIR
   1995).  So a clear article is cut sharply, and a page in doubt generously. */
static float best_limit(const struct content *content)
{
    const struct blocks *blocks = content->land.blocks;
    double expected = 0;
    double best = 1;

    for (uint32_t i = 0; i < blocks->count; i++)
        expected += (double)content->chance[i] * content->land.wording[i].words;
    for (unsigned round = 0; round < MAX_ROUNDS; round++) {
        double kept = 0;
        double hit = 0;
        for (uint32_t i = 0; i < blocks->count; i++) {
            double chance = content->chance[i];
            double words = content->land.wording[i].words;
            kept += chance > best / 2 ? words : 0;
            hit += chance > best / 2 ? words * chance : 0;
        }
        double reached = kept + expected > 0 ? 2 * hit / (kept + expected) : 0;
        if (fabs(reached - best) < 1e-4)
            break;
        best = reached;
    }
    return (float)(best / 2);
}

static bool is_comment(const struct content *content, uint32_t block)
{
    const struct block *what = &content->land.blocks->items[block];
    const struct place *place = &content->land.places[what->owner];

    return (place->near & GROUP_BIT(GROUP_COMMENT)) != 0 &&
           (place->near & (GROUP_BIT(GROUP_FORM) | GROUP_BIT(GROUP_SIGNUP))) == 0;
}

static enum content_verdict by_score(const struct content *content, uint32_t block)
{
    const struct wording *wording = &content->land.wording[block];
    float chance = content->chance[block];
    bool is_prose = landscape_is_prose(&content->land, block) &&
                    wording->words >= DOUBTFUL_WORDS;

    if (chance > content->limit)
        return CONTENT_KEPT;
    if (is_prose && is_comment(content, block))
        return CONTENT_COMMENT;
    /* What only the neighbours speak against is not lost. */
    bool is_likely =
            chance > content->limit * DOUBTFUL_SHARE || content->own[block] > 0;
    bool is_doubtful = is_prose && is_likely && cohesion_is_unsuspected(content, block);
    return is_doubtful ? CONTENT_DOUBTFUL : CONTENT_DROPPED;
}

static void decide_block(struct content *content, uint32_t block)
{
    const struct wording *wording = &content->land.wording[block];
    enum { LABEL_WORDS = 6 };

    content->verdict[block] = (uint8_t)by_score(content, block);
    if (content->land.blocks->items[block].is_ignored)
        content->reason[block] = CONTENT_AS_ASKED;
    else if (wording->words <= LABEL_WORDS &&
             (wording->phrases >> PHRASE_ADVERT & 1) != 0)
        content->reason[block] = CONTENT_AS_ADVERT;
    if (content->reason[block] != CONTENT_BY_SCORE)
        content->verdict[block] = CONTENT_DROPPED;
}

static bool is_caption(const struct content *content, uint32_t number)
{
    const struct block *block = &content->land.blocks->items[number];
    const struct place *place = &content->land.places[block->owner];

    return (place->tags & PLACE_FIGURE) != 0 ||
           (place->near & GROUP_BIT(GROUP_CAPTION)) != 0;
}

static bool is_copy(const struct content *content, uint32_t number)
{
    const struct blocks *blocks = content->land.blocks;
    uint32_t words = content->land.wording[number].words;
    bool is_run = (number > 0 && blocks->items[number - 1].is_twice) ||
                  (number + 1 < blocks->count && blocks->items[number + 1].is_twice);

    uint32_t least = is_run ? REPEATED_RUN_WORDS : REPEATED_WORDS;

    if (is_caption(content, number))
        least = REPEATED_CAPTION_WORDS;
    return blocks->items[number].is_twice &&
           content->verdict[number] >= CONTENT_DOUBTFUL && words >= least;
}

/* Copies for phones stand elsewhere; side by side an article says a thing again. */
static bool is_brother(const struct content *content, uint32_t first, uint32_t second)
{
    const struct block *blocks = content->land.blocks->items;
    const struct node *nodes = content->land.tree->nodes;

    return nodes[blocks[first].owner].parent == nodes[blocks[second].owner].parent;
}

/* Keeps the first of what stands on the page twice. */
static bool drop_repeated(struct content *content, struct arena *arena)
{
    const struct blocks *blocks = content->land.blocks;
    struct table table = { .arena = arena };

    if (!table_make_room(&table, blocks->count))
        return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (!is_copy(content, i))
            continue;
        struct table_slot *slot = blocks_slot(blocks, &table, block->text);
        bool is_said_again = slot->number > 0 && !is_caption(content, i) &&
                             is_brother(content, slot->number - 1, i);
        if (slot->number == 0 || is_said_again) {
            table_put(&table, slot, hash_of(block->text), i + 1);
            continue;
        }
        /* Of a doubtful copy and a sure one the sure one stays. */
        uint32_t first = slot->number - 1;
        uint32_t copy = content->verdict[i] > content->verdict[first] ? first : i;
        slot->number = copy == first ? i + 1 : slot->number;
        content->verdict[copy] = CONTENT_DROPPED;
        content->reason[copy] = CONTENT_AS_REPEATED;
    }
    return true;
}

/* What is seen of each block alone. */
static void score_alone(struct content *content)
{
    struct evidence evidence;

    for (uint32_t i = 0; i < content->land.blocks->count; i++) {
        int32_t own = MODEL_BIAS + (content->is_shared[i] ? MODEL_SHARED : 0);
        evidence_gather(&evidence, &content->land, i, content->title);
        for (uint32_t k = 0; k < evidence.count; k++)
            own += MODEL[evidence.items[k]].weight;
        content->own[i] = (float)own / MODEL_SCALE;
    }
}

/* … and with what is thought of the rest; what is clearly no article needs no more. */
static palpate_status score_blocks(
        struct content *content, struct arena *arena, palpate_error *err)
{
    struct context context;
    struct traits traits;

    score_alone(content);
    content_find_paragraphs(content);
    palpate_status status =
            context_read(&context, arena, &content->land, content->own, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < content->land.blocks->count; i++) {
        content->score[i] = content->own[i];
        if (content->own[i] <= CLEARLY_NOT)
            continue;
        traits_read(&traits, &context, i);
        float weight = forest_weigh(&traits);
        float least = content->is_paragraph[i] ? 0 : -MAX_NEIGHBOURS;
        content->score[i] += fminf(fmaxf(weight, least), MAX_NEIGHBOURS);
    }
    return status;
}

/* Where all that would be kept is a notice about the browser, the page has no article
   in its HTML. */
static void drop_notice(struct content *content)
{
    enum { MAX_WORDS = 60 /* of a notice */ };
    const struct blocks *blocks = content->land.blocks;
    uint32_t words = 0;
    bool is_notice = false;

    for (uint32_t i = 0; i < blocks->count; i++) {
        const struct wording *wording = &content->land.wording[i];
        if (content->verdict[i] != CONTENT_KEPT)
            continue;
        words += wording->words;
        is_notice |= (wording->phrases >> PHRASE_BROWSER & 1) != 0;
    }
    for (uint32_t i = 0; i < blocks->count && is_notice && words <= MAX_WORDS; i++)
        content->verdict[i] = CONTENT_DROPPED;
}

/* A page of a line or two gives the model nothing to compare: what is under no
   suspicion is kept rather than lost. */
static void keep_something(struct content *content)
{
    const struct blocks *blocks = content->land.blocks;

    for (uint32_t i = 0; i < blocks->count; i++)
        if (content->verdict[i] == CONTENT_KEPT &&
                blocks->items[i].kind != BLOCK_HEADING)
            return;
    for (uint32_t i = 0; i < blocks->count; i++)
        if (blocks->items[i].links == 0 && cohesion_is_unsuspected(content, i))
            content->verdict[i] = CONTENT_KEPT;
}

/* Looks at the whole page: first at its parts as wholes, then around each block. */
static palpate_status read_landscape(struct content *content, struct arena *arena,
        const struct tree *tree, const struct blocks *blocks,
        const struct region_hints *hints, palpate_error *err)
{
    struct landscape *land = &content->land;
    palpate_status status = landscape_read(land, arena, tree, blocks, err);

    if (status == PALPATE_OK && !regions_compare(&land->regions, arena, land, hints))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    return status == PALPATE_OK ? surroundings_read(land, arena, err) : status;
}

palpate_status content_judge(struct content *content, struct arena *arena,
        const struct tree *tree, const struct blocks *blocks,
        const struct page_origin *origin, const struct region_hints *hints,
        palpate_error *err)
{
    uint32_t title = tree_find(tree, 1, tree->count, HTML_title);

    *content = (struct content){ .title = { "", 0 } };
    if (title != TREE_NONE)
        content->title = tree_text(tree, arena, title);
    content->verdict = arena_zeroed(arena, blocks->count, 1);
    content->reason = arena_zeroed(arena, blocks->count, 1);
    content->own = arena_zeroed(arena, blocks->count, sizeof *content->own);
    content->score = arena_zeroed(arena, blocks->count, sizeof *content->score);
    content->chance = arena_zeroed(arena, blocks->count, sizeof *content->chance);
    content->is_paragraph =
            arena_zeroed(arena, blocks->count, sizeof *content->is_paragraph);
    content->is_shared = arena_zeroed(arena, blocks->count, sizeof *content->is_shared);
    if (content->is_shared == NULL || content->verdict == NULL ||
            content->reason == NULL || content->own == NULL || content->score == NULL ||
            content->chance == NULL || content->is_paragraph == NULL ||
            content->title.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    palpate_status status = read_landscape(content, arena, tree, blocks, hints, err);
    palpate_view host = address_host(origin->url);
    for (uint32_t i = 0; status == PALPATE_OK && i < blocks->count; i++)
        content->is_shared[i] =
                shared_blocks_has(origin->shared, host, blocks->items[i].text);
    if (status == PALPATE_OK)
        status = score_blocks(content, arena, err);
    if (status != PALPATE_OK)
        return status;
    content_weigh_chances(content);
    content->limit = best_limit(content);
    for (uint32_t i = 0; i < blocks->count; i++)
        decide_block(content, i);
    comment_lists_settle(content);
    keep_something(content);
    drop_notice(content);
    listing_keep(content);
    /* The last block of a page that was cut may hold anything. */
    if (tree->is_cut && blocks->count > 0 &&
            content->verdict[blocks->count - 1] == CONTENT_DROPPED)
        content->verdict[blocks->count - 1] = CONTENT_DOUBTFUL;
    if (!cohesion_apply(content, arena))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    continuation_keep(content);
    edges_settle(content);
    if (!drop_repeated(content, arena))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    attachment_keep_own(content, tree);
    return PALPATE_OK;
}
