#include "indexer/content/listing.h"

#include "core/view.h"
#include "indexer/content/claims.h"
#include "indexer/content/cohesion.h"
#include "indexer/content/part_group.h"
#include "indexer/html/class_list.h"

enum {
    LEAST_ITEMS = 4,
    ITEM_WORDS = 4, /* of one at least, and at most: */
    ITEM_MOST_WORDS = 160,
    LIST_WORDS = 60,
    ARTICLE_WORDS = 25, /* kept of an article, however short */
    TIMES = 3,          /* as many words as are kept elsewhere */
    SHARE = 40,         /* percent of what is in no part of the frame */
    LABEL_WORDS = 4     /* "Read more", on every item */
};

/* The items of a list that have one shape. */
struct listing {
    uint32_t element; /* around them, or TREE_NONE */
    uint32_t items;
    uint32_t linked; /* of them, with a link */
    uint32_t words;
    enum tag tag;
    palpate_view class;
};

static palpate_view first_class(const struct node *node)
{
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));

    return class_list_next(&class);
}

static bool is_in_frame(const struct landscape *land, uint32_t node)
{
    const uint32_t parts = PLACE_NAV | PLACE_ASIDE | PLACE_HEADER | PLACE_FOOTER |
                           PLACE_FORM | PLACE_DIALOG | PLACE_TABLE;
    const uint32_t names = GROUP_BIT(GROUP_NAVIGATION) | GROUP_BIT(GROUP_HEADER) |
                           GROUP_BIT(GROUP_FOOTER) | GROUP_BIT(GROUP_SIDEBAR) |
                           GROUP_BIT(GROUP_COMMENT) | GROUP_BIT(GROUP_RELATED) |
                           GROUP_BIT(GROUP_SHARE) | GROUP_BIT(GROUP_ADVERT) |
                           GROUP_BIT(GROUP_DIALOG) | GROUP_BIT(GROUP_CRUMBS) |
                           GROUP_BIT(GROUP_LEGAL);
    const struct place *place = &land->places[node];

    return (place->tags & parts) != 0 || (place->near & names) != 0;
}

static bool is_item_size(const struct mass *mass)
{
    return mass->words >= ITEM_WORDS && mass->words <= ITEM_MOST_WORDS;
}

/* The list that an element is, by the shape of its first item that has words. */
static struct listing list_in(const struct landscape *land, uint32_t element)
{
    const struct node *nodes = land->tree->nodes;
    struct listing list = { .element = TREE_NONE };

    for (uint32_t i = element + 1; i < nodes[element].end; i = nodes[i].end) {
        const struct mass *mass = &land->places[i].mass;
        if (nodes[i].is_text || !is_item_size(mass))
            continue;
        if (list.items == 0) {
            list.tag = nodes[i].tag;
            list.class = first_class(&nodes[i]);
        }
        if (nodes[i].tag != list.tag || list.tag == HTML_p ||
                !view_equals(first_class(&nodes[i]), list.class))
            continue;
        list.items++;
        list.linked += mass->links > 0;
        list.words += mass->words;
    }
    if (list.items >= LEAST_ITEMS && list.linked * 4 >= list.items * 3)
        list.element = element;
    return list;
}

static struct listing largest_list(const struct landscape *land)
{
    const struct tree *tree = land->tree;
    struct listing best = { .element = TREE_NONE };

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct mass *mass = &land->places[i].mass;
        if (tree->nodes[i].is_text || mass->blocks < LEAST_ITEMS ||
                mass->words < LIST_WORDS || mass->words <= best.words ||
                is_in_frame(land, i))
            continue;
        struct listing list = list_in(land, i);
        if (list.element != TREE_NONE && list.words > best.words)
            best = list;
    }
    return best;
}

static bool is_inside(const struct content *content, uint32_t block, uint32_t element)
{
    uint32_t owner = content->land.blocks->items[block].owner;

    return owner >= element && owner < content->land.tree->nodes[element].end;
}

/* Whether a block is in a child of the list that is as long as its items are: an
   article among boxes of links is in the same element as these. */
static bool is_in_item(
        const struct content *content, uint32_t block, const struct listing *list)
{
    const struct node *nodes = content->land.tree->nodes;
    uint32_t node = content->land.blocks->items[block].owner;

    if (!is_inside(content, block, list->element) || node == list->element)
        return false;
    while (nodes[node].parent != list->element)
        node = nodes[node].parent;
    return is_item_size(&content->land.places[node].mass);
}

/* Whether a list is what a page consists of. */
static bool is_page(const struct content *content, const struct listing *list)
{
    const struct landscape *land = &content->land;
    uint32_t kept = 0;
    uint32_t all = 0;

    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        bool is_kept = content->verdict[i] == CONTENT_KEPT &&
                       block->kind != BLOCK_HEADING && !is_in_item(content, i, list);
        kept += is_kept ? land->wording[i].words : 0;
        all += is_in_frame(land, block->owner) ? 0 : land->wording[i].words;
    }
    return kept <= ARTICLE_WORDS && list->words >= kept * TIMES &&
           (uint64_t)list->words * 100 >= (uint64_t)all * SHARE;
}

void listing_keep(struct content *content)
{
    const struct landscape *land = &content->land;

    if ((land->claims & CLAIMS_WEIGHED) != 0)
        return;
    struct listing list = largest_list(land);
    if (list.element == TREE_NONE || !is_page(content, &list))
        return;
    for (uint32_t i = 0; i < land->blocks->count; i++) {
        bool is_label = land->blocks->items[i].is_twice &&
                        land->wording[i].words <= LABEL_WORDS;
        if (is_inside(content, i, list.element) && !is_label &&
                cohesion_is_unsuspected(content, i))
            content->verdict[i] = CONTENT_KEPT;
    }
}
