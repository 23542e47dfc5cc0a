#include "indexer/content/regions.h"

#include <math.h>

#include "core/view.h"
#include "indexer/content/region_forest.h"
#include "indexer/content/region_page.h"
#include "indexer/content/region_traits.h"
#include "indexer/content/region_whole.h"
#include "indexer/html/class_list.h"

enum {
    ALONE_SHARE = 10 /* percent of the page's prose that a block alone must have */
};

/* The outermost element that holds the same blocks. */
static uint32_t top_of(const struct landscape *land, uint32_t node)
{
    const struct tree *tree = land->tree;
    uint32_t blocks = land->places[node].mass.blocks;

    for (;;) {
        uint32_t parent = tree->nodes[node].parent;
        if (parent == 0 || land->places[parent].mass.blocks != blocks ||
                tree->nodes[parent].tag == HTML_body)
            return node;
        node = parent;
    }
}

/* A paragraph is a part of something and never the whole, and so is a list in a text.
 */
static bool is_part(const struct landscape *land, uint32_t node)
{
    enum { NEARLY_ALL = 80 /* percent of the prose around a list that is a whole */ };
    const struct node *element = &land->tree->nodes[node];
    uint64_t around = land->places[element->parent].mass.prose;

    switch (element->tag) {
    case HTML_p:
    case HTML_blockquote: return true;
    case HTML_ul:
    case HTML_ol:
    case HTML_dl:
        return (uint64_t)land->places[node].mass.prose * 100 < around * NEARLY_ALL;
    default: return tag_heading_level(element->tag) > 0;
    }
}

/* Whether the node holds something of its own, and enough of it. */
static bool is_region(const struct region_page *page, uint32_t node, uint32_t share)
{
    const struct mass *mass = &page->land->places[node].mass;
    uint64_t whole = page->land->places[0].mass.prose;

    return !page->land->tree->nodes[node].is_text && mass->prose > 0 &&
           mass->blocks > page->largest[node] &&
           (uint64_t)mass->prose * 100 >= whole * share &&
           (mass->blocks > 1 || (uint64_t)mass->prose * 100 >= whole * ALONE_SHARE) &&
           !is_part(page->land, top_of(page->land, node));
}

/* The first block that begins at or after a node. */
static uint32_t block_at(const struct blocks *blocks, uint32_t node)
{
    uint32_t low = 0;
    uint32_t high = blocks->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (blocks->items[middle].first < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t list_regions(
        const struct region_page *page, struct regions *out, uint32_t least_share)
{
    const struct tree *tree = page->land->tree;
    const struct blocks *blocks = page->land->blocks;
    uint16_t inside = REGION_NONE;

    out->count = 0;
    for (uint32_t i = 1; i < tree->count; i++) {
        if (!is_region(page, i, least_share))
            continue;
        if (out->count == MAX_REGIONS)
            return MAX_REGIONS + 1;
        while (inside != REGION_NONE && tree->nodes[out->items[inside].node].end <= i)
            inside = out->items[inside].up;
        struct region *region = &out->items[out->count];
        *region = (struct region){ .node = i, .top = top_of(page->land, i) };
        region->first = block_at(blocks, i);
        region->end = block_at(blocks, tree->nodes[i].end);
        region->prose = page->land->places[i].mass.prose;
        region->up = inside;
        inside = (uint16_t)out->count++;
    }
    return out->count;
}

/* Most of its texts break off, or nearly all of its headings are links: it lists other
   pages. */
static bool is_wall(const struct region *region)
{
    enum { FEW = 4, HALF = 50, SOME = 6, NEARLY_ALL = 80 };
    const int16_t *traits = region->traits;

    return (traits[REGION_ELLIPSES] >= FEW && traits[REGION_ELLIPSIS_SHARE] >= HALF) ||
           (traits[REGION_LINKED_HEADINGS] >= SOME &&
                   traits[REGION_LINKED_SHARE] >= NEARLY_ALL);
}

/* One of several article elements in it has the title: the others are comments or other
   posts. */
static bool holds_others(const struct regions *regions, uint32_t number)
{
    const struct region *region = &regions->items[number];

    for (uint32_t i = number + 1;
            i < regions->count && regions->items[i].first < region->end; i++) {
        const int16_t *inner = regions->items[i].traits;
        if (inner[REGION_IS_ARTICLE] != 0 && inner[REGION_TITLE_PROSE] == -1 &&
                inner[REGION_ARTICLES] < region->traits[REGION_ARTICLES])
            return true;
    }
    return false;
}

/* What names the shape of an element: page builders number the other classes. */
static palpate_view first_class(const struct node *node)
{
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));

    return class_list_next(&class);
}

/* Whether a node and its siblings of the same tag and first class share their prose, so
   that none of them has more than all others. */
static bool is_of_equals(const struct landscape *land, uint32_t node)
{
    enum { FAR = 400 /* nodes looked at */ };
    const struct node *nodes = land->tree->nodes;
    palpate_view class = first_class(&nodes[node]);
    uint32_t parent = nodes[node].parent;
    uint32_t whole = 0;
    uint32_t most = 0;
    unsigned looks = 0;

    if (class.size == 0 && nodes[node].tag != HTML_section)
        return false;
    for (uint32_t i = parent + 1; i < nodes[parent].end && looks++ < FAR;
            i = nodes[i].end) {
        uint32_t prose = land->places[i].mass.prose;
        if (nodes[i].is_text || nodes[i].tag != nodes[node].tag ||
                !view_equals(first_class(&nodes[i]), class))
            continue;
        whole += prose;
        most = prose > most ? prose : most;
    }
    return most <= whole - most;
}

/* Whether nothing says that what a region is made of are texts of their own: other
   posts, comments, teasers. */
static bool is_one_text(const struct region *region)
{
    enum { SOME = 30, HALF = 50 /* percent */ };
    static const enum region_trait NAMES[] = { REGION_IS_COMMENT, REGION_IN_COMMENT,
        REGION_IS_SIDEBAR, REGION_IN_SIDEBAR, REGION_IS_RELATED, REGION_IN_RELATED,
        REGION_IS_CARD, REGION_IN_CARD, REGION_IN_ASIDE };
    const int16_t *traits = region->traits;

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (traits[NAMES[i]] != 0)
            return false;
    return traits[REGION_DATES] <= 1 && traits[REGION_LINKED_SHARE] < HALF &&
           traits[REGION_ELLIPSIS_SHARE] < SOME;
}

/* Whether a region is a section of one text, beside which others of its shape are. */
static bool is_section(
        const struct landscape *land, const struct regions *regions, uint32_t number)
{
    const struct region *region = &regions->items[number];

    return region->up != REGION_NONE && region->traits[REGION_IS_ARTICLE] == 0 &&
           is_one_text(region) && is_one_text(&regions->items[region->up]) &&
           is_of_equals(land, region->top);
}

/* `is_less`: it is a section of a text, or in one. */
static float weigh(const struct regions *regions, uint32_t number, bool is_less)
{
    const struct region *region = &regions->items[number];
    bool is_more = is_wall(region) || holds_others(regions, number);
    int32_t sum =
            (is_more ? REGION_FOREST_WALL : 0) + (is_less ? REGION_FOREST_SECTION : 0);

    for (unsigned i = 0; i < REGION_FOREST_TREES; i++) {
        const struct region_tree *tree = &REGION_FOREST[i];
        unsigned leaf = 0;
        for (unsigned k = 0; k < REGION_FOREST_DEPTH; k++)
            leaf = leaf << 1 |
                   (region->traits[tree->asks[k].trait] > tree->asks[k].above);
        sum += tree->leaves[leaf];
    }
    return (float)sum / REGION_FOREST_SCALE;
}

/* The chances of all regions: the softmax of what they weigh. */
static void weigh_all(const struct landscape *land, struct regions *regions)
{
    bool is_less[MAX_REGIONS] = { false };
    float highest = 0;
    float sum = 0;

    for (uint32_t i = 0; i < regions->count; i++) {
        struct region *region = &regions->items[i];
        is_less[i] = (region->up != REGION_NONE && is_less[region->up]) ||
                     is_section(land, regions, i);
        region->chance = weigh(regions, i, is_less[i]);
        highest = i == 0 || region->chance > highest ? region->chance : highest;
    }
    for (uint32_t i = 0; i < regions->count; i++) {
        regions->items[i].chance = expf(regions->items[i].chance - highest);
        sum += regions->items[i].chance;
    }
    for (uint32_t i = 0; i < regions->count; i++)
        regions->items[i].chance /= sum;
}

static uint32_t words_between(
        const struct region_page *page, uint32_t first, uint32_t end)
{
    return end > first ? page->sums[end].words - page->sums[first].words : 0;
}

/* How much two regions are the same text, 0 to 1: the F1 of their words. */
static float likeness(
        const struct region_page *page, const struct region *a, const struct region *b)
{
    uint32_t both = words_between(page, a->first > b->first ? a->first : b->first,
            a->end < b->end ? a->end : b->end);
    uint32_t all = words_between(page, a->first, a->end) +
                   words_between(page, b->first, b->end);

    return all == 0 ? 0 : 2 * (float)both / (float)all;
}

/* Of a region that counts when one is chosen. */
static const float LEAST_CHANCE = 0.01F;

/* The likeliest region. */
static uint32_t likeliest(const struct regions *regions)
{
    uint32_t best = 0;

    for (uint32_t i = 1; i < regions->count; i++)
        if (regions->items[i].chance > regions->items[best].chance)
            best = i;
    return best;
}

/* How much a region is expected to be like the article, whichever of the regions that
   is, 0 to 1. */
static float expected_likeness(const struct region_page *page,
        const struct regions *regions, const struct region *region)
{
    float expected = 0;

    for (uint32_t i = 0; i < regions->count; i++)
        if (regions->items[i].chance >= LEAST_CHANCE)
            expected += regions->items[i].chance *
                        likeness(page, region, &regions->items[i]);
    return expected;
}

/* Whether a region holds what is no part of the likeliest one's text: other posts and
   comments, which have dates, or lists of links. */
static bool is_mixed(const struct region *region, const struct region *likely)
{
    enum { MORE_DATES = 1, MORE_LINKS = 20 /* percent of its text */ };

    return region->traits[REGION_DATES] > likely->traits[REGION_DATES] + MORE_DATES ||
           region->traits[REGION_LINKS] > likely->traits[REGION_LINKS] + MORE_LINKS;
}

uint32_t regions_choose(const struct regions *regions, const struct region_page *page)
{
    uint32_t first = likeliest(regions);
    uint32_t best = first;
    float most = -1;

    for (uint32_t i = 0; i < regions->count; i++) {
        const struct region *region = &regions->items[i];
        if (region->chance < LEAST_CHANCE || is_mixed(region, &regions->items[first]))
            continue;
        float expected = expected_likeness(page, regions, region);
        best = expected > most ? i : best;
        most = expected > most ? expected : most;
    }
    return best;
}

/* Whether less than half of either is in both. */
static bool is_elsewhere(const struct region *a, const struct region *b)
{
    uint32_t first = a->first > b->first ? a->first : b->first;
    uint32_t end = a->end < b->end ? a->end : b->end;
    uint32_t both = end > first ? end - first : 0;

    return both * 2 < a->end - a->first || both * 2 < b->end - b->first;
}

static void find_rival(struct regions *regions)
{
    regions->rival = regions->count;
    for (uint32_t i = 0; i < regions->count; i++) {
        const struct region *region = &regions->items[i];
        bool is_better = regions->rival == regions->count ||
                         region->chance > regions->items[regions->rival].chance;
        if (i != regions->best && is_better &&
                is_elsewhere(region, &regions->items[regions->best]))
            regions->rival = i;
    }
}

bool regions_compare(struct regions *out, struct arena *arena,
        const struct landscape *land, const struct region_hints *hints)
{
    struct region_page page;

    *out = (struct regions){ .count = 0 };
    out->items = arena_alloc(arena, MAX_REGIONS * sizeof *out->items);
    if (out->items == NULL || !region_page_read(&page, arena, land, hints))
        return false;
    for (uint32_t least = 1; list_regions(&page, out, least) > MAX_REGIONS; least++)
        continue;
    out->title = page.title;
    out->described = page.described;
    region_traits_read(&page, out);
    weigh_all(land, out);
    uint32_t chosen = regions_choose(out, &page);
    out->best = out->count == 0 ? chosen : region_whole_find(out, land, chosen);
    if (out->best != chosen)
        region_whole_gather(out, out->best);
    find_rival(out);
    return true;
}
