#include "indexer/content/surroundings.h"

#include <math.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/content/claims.h"
#include "indexer/content/part_group.h"
#include "indexer/html/hidden.h"

enum {
    /* A paragraph speaks for its parent, and half as much for the element above. */
    MAIN_PART_FALLOFF = 2
};

/* Of each block, the chances of the regions that hold it. */
static bool read_inside(struct landscape *land, struct arena *arena)
{
    enum { PERCENT = 100 };
    const struct regions *regions = &land->regions;
    uint32_t count = land->blocks->count;
    float *change = arena_zeroed(arena, (size_t)count + 1, sizeof *change);
    float chance = 0;

    land->inside = arena_alloc(arena, count);
    if (change == NULL || land->inside == NULL)
        return false;
    for (uint32_t i = 0; i < regions->count; i++) {
        change[regions->items[i].first] += regions->items[i].chance;
        change[regions->items[i].end] -= regions->items[i].chance;
    }
    for (uint32_t i = 0; i < count; i++) {
        chance += change[i];
        float bounded = chance < 0 ? 0 : chance > 1 ? 1 : chance;
        land->inside[i] =
                regions->count == 0 ? PERCENT : (uint8_t)lroundf(bounded * PERCENT);
    }
    return true;
}

/* Whether a block is in the likeliest region, or there is none. */
static bool is_in_region(const struct landscape *land, uint32_t block)
{
    const struct regions *regions = &land->regions;

    return regions->count == 0 || (block >= regions->items[regions->best].first &&
                                          block < regions->items[regions->best].end);
}

/* The element that most of the region's prose calls parent or grandparent. */
static bool find_main_part(struct landscape *land, struct arena *arena)
{
    const struct tree *tree = land->tree;
    uint32_t *votes = arena_zeroed(arena, tree->count, sizeof *votes);

    if (votes == NULL)
        return false;
    for (uint32_t i = 0; i < land->blocks->count; i++) {
        uint32_t parent = tree->nodes[land->blocks->items[i].owner].parent;
        uint32_t words = landscape_is_prose(land, i) && is_in_region(land, i)
                                 ? land->wording[i].words
                                 : 0;
        votes[parent] += words;
        votes[tree->nodes[parent].parent] += words / MAIN_PART_FALLOFF;
    }
    for (uint32_t i = 1; i < tree->count; i++)
        if (votes[i] > votes[land->main_part])
            land->main_part = i;
    return true;
}

static uint32_t tag_bit(enum tag tag)
{
    switch (tag) {
    case HTML_blockquote: return PLACE_QUOTE;
    case HTML_figure:
    case HTML_figcaption:
    case HTML_caption: return PLACE_FIGURE;
    case HTML_table: return PLACE_TABLE;
    case HTML_ul:
    case HTML_ol: return PLACE_LIST;
    case HTML_form: return PLACE_FORM;
    case HTML_address: return PLACE_ADDRESS;
    case HTML_details: return PLACE_DETAILS;
    case HTML_nav: return PLACE_NAV;
    case HTML_aside: return PLACE_ASIDE;
    case HTML_header: return PLACE_HEADER;
    case HTML_footer: return PLACE_FOOTER;
    case HTML_dialog: return PLACE_DIALOG;
    case HTML_p: return PLACE_PARAGRAPH;
    case HTML_pre: return PLACE_CODE;
    case HTML_dl: return PLACE_TERM;
    case HTML_label: return PLACE_LABEL;
    case HTML_button: return PLACE_BUTTON;
    case HTML_noscript: return PLACE_NOSCRIPT;
    default: return 0;
    }
}

/* A wrapper holds the main part: its class says what the page is like ("has-sidebar"),
   not what the text in it is.  A sidebar is none however long it is. */
static bool is_wrapper(const struct landscape *land, uint32_t node)
{
    return land->main_part == TREE_NONE ||
           (node <= land->main_part && land->main_part < land->tree->nodes[node].end);
}

static uint32_t groups_named(const struct landscape *land, uint32_t block)
{
    static const struct {
        enum wording_phrase phrase;
        enum vocabulary_group group;
    } NAMES[] = {
        { PHRASE_RELATED, GROUP_RELATED },
        { PHRASE_COMMENT, GROUP_COMMENT },
        { PHRASE_SIGNUP, GROUP_SIGNUP },
        { PHRASE_ADVERT, GROUP_ADVERT },
    };
    uint32_t groups = 0;

    for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++)
        if ((land->wording[block].phrases >> NAMES[k].phrase & 1) != 0)
            groups |= GROUP_BIT(NAMES[k].group);
    if ((land->claims & CLAIM_POSTS) != 0)
        groups &= ~(uint32_t)GROUP_BIT(GROUP_COMMENT);
    return groups;
}

/* Names what follows `heading`, which is or holds a heading of `level`, in its box: up
   to the next heading of its level, and where the main part is in the box, up to the
   next paragraph unless the heading is about comments, which come last. */
static void name_following(
        struct landscape *land, uint32_t heading, uint8_t level, uint32_t groups)
{
    enum { FAR = 1000 /* nodes that are named */ };
    const struct node *nodes = land->tree->nodes;
    uint32_t box = nodes[heading].parent;
    unsigned looks = 0;
    bool stops_at_prose =
            is_wrapper(land, box) && (groups & GROUP_BIT(GROUP_COMMENT)) == 0;

    for (uint32_t i = nodes[heading].end; i < nodes[box].end && looks++ < FAR;
            i = nodes[i].end) {
        unsigned other = nodes[i].is_text ? 0 : tag_heading_level(nodes[i].tag);
        if (other > 0 && other <= level)
            return;
        if (stops_at_prose && nodes[i].tag == HTML_p && land->places[i].mass.prose > 0)
            return;
        if (!nodes[i].is_text && !is_wrapper(land, i))
            land->places[i].near |= groups;
    }
}

/* A heading names the box that begins with it: "Related articles", "Leave a reply"; in
   a box that something else begins, it names what follows it.  Noted where the box is
   no wrapper; read when the places are filled. */
static void name_boxes(struct landscape *land)
{
    const struct node *nodes = land->tree->nodes;

    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        uint32_t groups = groups_named(land, i);
        uint32_t part = block->owner;
        if (block->kind != BLOCK_HEADING || groups == 0)
            continue;
        while (nodes[part].parent != 0 &&
                land->places[nodes[part].parent].mass.blocks == 1)
            part = nodes[part].parent;
        uint32_t box = nodes[part].parent;
        bool begins = i == 0 || land->blocks->items[i - 1].first < box;
        if (begins && !is_wrapper(land, box))
            land->places[box].near |= groups;
        else
            name_following(land, part, block->level, groups);
    }
}

/* What a node says of itself, on top of what it has from its parent. */
static void name_node(struct landscape *land, uint32_t i)
{
    const struct node *node = &land->tree->nodes[i];
    struct place *place = &land->places[i];
    bool is_holding = is_wrapper(land, i);

    /* That an element is a button, hidden at first or called a menu says here how the
       page is drawn, and not what the text in it is. */
    if (land->unfolding[i] == UNFOLDING_PART)
        return;
    if (node->attributes != NULL) {
        uint32_t groups = land->names[i];
        *(is_holding ? &place->outer : &place->near) |= groups;
        place->tags |= hidden_at_first(node) && !is_holding ? PLACE_HIDDEN : 0;
    }
    place->tags |= is_holding
                           ? tag_bit(node->tag) & ~(uint32_t)(PLACE_ASIDE | PLACE_FORM)
                           : tag_bit(node->tag);
    if (node->tag == HTML_article) {
        place->article = i;
        land->articles += place->mass.prose > 0;
    }
    if (node->tag == HTML_main)
        place->main = i;
}

/* How far up from the main part each element around it is. */
static void measure_up(struct landscape *land)
{
    uint16_t steps = 0;

    for (uint32_t i = land->main_part; i != 0 && steps < UINT16_MAX;
            i = land->tree->nodes[i].parent)
        land->places[i].distance = steps++;
    land->places[0].distance = steps;
}

/* Whether an element is named as comments and nothing else, and stands after something.
   It may hold the main part: a short article has long lists of them. */
static bool is_list_of_comments(const struct landscape *land, uint32_t i)
{
    const uint32_t others = GROUP_BIT(GROUP_CONTENT) | GROUP_BIT(GROUP_POST);

    return (land->names[i] & GROUP_BIT(GROUP_COMMENT)) != 0 &&
           (land->names[i] & others) == 0 && land->blocks->count > 0 &&
           land->blocks->items[0].owner < i;
}

/* Fills an element's place from that of its parent. */
static void place_node(struct landscape *land, uint32_t i)
{
    const struct node *node = &land->tree->nodes[i];
    const struct node *parent = &land->tree->nodes[node->parent];
    const struct place *above = &land->places[node->parent];
    struct place *place = &land->places[i];
    const struct place before = *place;
    bool holds_main_part = i <= land->main_part && land->main_part < node->end;
    bool is_branch = node->parent <= land->main_part && land->main_part < parent->end;
    bool is_inside = i > land->main_part && i < land->tree->nodes[land->main_part].end;

    *place = *above;
    place->mass = before.mass;
    place->near |= before.near;
    place->group = before.mass.blocks > 1 ? i : above->group;
    if (holds_main_part)
        place->distance = before.distance;
    if (is_branch)
        place->branch = i;
    place->depth =
            is_inside ? (uint16_t)(above->depth + (above->depth < UINT16_MAX)) : 0;
    name_node(land, i);
    bool is_comment = (place->near & GROUP_BIT(GROUP_COMMENT)) != 0;
    if (place->comments == TREE_NONE && (is_comment || is_list_of_comments(land, i)))
        place->comments = i;
}

/* From the document down to the leaves. */
static void hand_down(struct landscape *land)
{
    measure_up(land);
    name_boxes(land);
    for (uint32_t i = 1; i < land->tree->count; i++)
        if (!land->tree->nodes[i].is_text)
            place_node(land, i);
}

static void find_marks(struct landscape *land)
{
    const struct node *main_part = &land->tree->nodes[land->main_part];

    land->h1 = land->blocks->count;
    land->main_part_first = land->blocks->count;
    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        if (block->kind == BLOCK_HEADING && block->level == 1 &&
                land->h1 == land->blocks->count)
            land->h1 = i;
        if (block->owner < land->main_part || block->owner >= main_part->end ||
                !landscape_is_prose(land, i))
            continue;
        if (land->main_part_first == land->blocks->count)
            land->main_part_first = i;
        land->main_part_last = i;
    }
}

/* A number for the names of an element and of the one around it. */
static uint64_t names_of(const struct tree *tree, uint32_t owner)
{
    const struct node *node = &tree->nodes[owner];
    const struct node *parent = &tree->nodes[node->parent];
    uint64_t own = hash_of(node_attribute(node, PALPATE_VIEW("class")));
    uint64_t above = hash_of(node_attribute(parent, PALPATE_VIEW("class")));

    return own * 3 + above * 5 + (uint64_t)node->tag * 7919 +
           (uint64_t)parent->tag * 104729;
}

enum { SAME_NAMES_ROOM = 1024 };

/* The row of `names`, one that is free for them, or SAME_NAMES_NONE. */
static uint32_t row_of(const struct same_names *table, uint64_t names)
{
    enum { TRIES = 8 };

    for (unsigned k = 0; k < TRIES; k++) {
        uint32_t row = (uint32_t)((names >> 32) + k) & (SAME_NAMES_ROOM - 1);
        if (table[row].blocks == 0 || table[row].names == names)
            return row;
    }
    return SAME_NAMES_NONE;
}

static bool compare_names(struct landscape *land, struct arena *arena)
{
    land->same_names = arena_zeroed(arena, SAME_NAMES_ROOM, sizeof *land->same_names);
    land->names_row = arena_zeroed(arena, land->blocks->count, sizeof *land->names_row);
    land->same_names_room = SAME_NAMES_ROOM;
    if (land->same_names == NULL || land->names_row == NULL)
        return false;
    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        uint64_t names = names_of(land->tree, block->owner);
        land->names_row[i] = row_of(land->same_names, names);
        if (land->names_row[i] == SAME_NAMES_NONE)
            continue;
        struct same_names *same = &land->same_names[land->names_row[i]];
        same->names = names;
        same->blocks++;
        same->words += land->wording[i].words;
        same->prose += landscape_is_prose(land, i) ? land->wording[i].words : 0;
        same->text += (uint32_t)block->text.size;
        same->links += block->links;
    }
    return true;
}

palpate_status surroundings_read(
        struct landscape *land, struct arena *arena, palpate_error *err)
{
    if (!read_inside(land, arena) || !find_main_part(land, arena) ||
            !compare_names(land, arena))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    hand_down(land);
    find_marks(land);
    return PALPATE_OK;
}
