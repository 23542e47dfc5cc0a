#include "indexer/content/landscape.h"

#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/content/claims.h"
#include "indexer/content/vocabulary.h"

enum {
    /* Prose has that many words to a block, and not many of them in links. */
    PROSE_WORDS = 10,
    PROSE_LINKS = 50,
    /* An element with this share (percent) of the page's prose is a frame: its class
       says what the page is like ("has-sidebar"), not what the text in it is. */
    FRAME_SHARE = 45,
    /* A paragraph speaks for its parent, and half as much for the element above. */
    CORE_FALLOFF = 2
};

bool landscape_is_prose(const struct landscape *land, uint32_t block)
{
    const struct wording *wording = &land->wording[block];
    const struct block *what = &land->blocks->items[block];

    return what->kind != BLOCK_HEADING && wording->words >= PROSE_WORDS &&
           (uint64_t)what->links * 100 < (uint64_t)what->text.size * PROSE_LINKS &&
           (wording->sentences > 0 || wording->commas > 0 ||
                   wording->function * 5 >= wording->words);
}

static void weigh(struct landscape *land)
{
    struct place *places = land->places;

    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        struct mass *mass = &places[block->owner].mass;
        mass->text += (uint32_t)block->text.size;
        mass->links += block->links;
        mass->words += land->wording[i].words;
        mass->prose += landscape_is_prose(land, i) ? land->wording[i].words : 0;
        mass->blocks++;
    }
    for (uint32_t i = land->tree->count; i-- > 1;) {
        struct mass *above = &places[land->tree->nodes[i].parent].mass;
        const struct mass *mass = &places[i].mass;
        above->text += mass->text;
        above->links += mass->links;
        above->words += mass->words;
        above->prose += mass->prose;
        above->blocks += mass->blocks;
    }
}

/* The element that most of the prose calls parent or grandparent. */
static bool find_core(struct landscape *land, struct arena *arena)
{
    const struct tree *tree = land->tree;
    uint32_t *votes = arena_zeroed(arena, tree->count, sizeof *votes);

    if (votes == NULL)
        return false;
    for (uint32_t i = 0; i < land->blocks->count; i++) {
        uint32_t parent = tree->nodes[land->blocks->items[i].owner].parent;
        uint32_t words = landscape_is_prose(land, i) ? land->wording[i].words : 0;
        votes[parent] += words;
        votes[tree->nodes[parent].parent] += words / CORE_FALLOFF;
    }
    for (uint32_t i = 1; i < tree->count; i++)
        if (votes[i] > votes[land->core])
            land->core = i;
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

static bool is_hidden(const struct node *node)
{
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    return node_has_attribute(node, PALPATE_VIEW("hidden")) ||
           view_equals(node_attribute(node, PALPATE_VIEW("aria-hidden")),
                   PALPATE_VIEW("true")) ||
           view_find_ignoring_case(style, PALPATE_VIEW("display:none")) < style.size ||
           view_find_ignoring_case(style, PALPATE_VIEW("display: none")) < style.size;
}

static bool is_frame(const struct landscape *land, uint32_t node)
{
    return (uint64_t)land->places[node].mass.prose * 100 >=
           (uint64_t)land->places[0].mass.prose * FRAME_SHARE;
}

/* A heading names the box that it heads: "Related articles", "Leave a reply".  Noted
   where the box is not a frame; read when the places are filled. */
static void name_boxes(struct landscape *land)
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

    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        uint32_t box = land->tree->nodes[block->owner].parent;
        if (block->kind != BLOCK_HEADING || land->wording[i].phrases == 0 ||
                is_frame(land, box))
            continue;
        for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++)
            if ((land->wording[i].phrases >> NAMES[k].phrase & 1) != 0)
                land->places[box].near |= GROUP_BIT(NAMES[k].group);
    }
}

/* Marks the elements that disclosures are made of. */
static uint8_t *find_unfolding(const struct landscape *land, struct arena *arena)
{
    const struct disclosures *all = &land->blocks->disclosures;
    const struct node *nodes = land->tree->nodes;
    uint8_t *unfolding = arena_zeroed(arena, land->tree->count, 1);

    for (uint32_t i = 0; unfolding != NULL && i < all->count; i++)
        if (all->items[i].is_group)
            unfolding[all->items[i].group] = UNFOLDING_GROUP;
    for (uint32_t i = 0; unfolding != NULL && i < all->count; i++) {
        enum { LOOK_UP = 8 };
        const struct disclosure *one = &all->items[i];
        uint32_t node = one->panel;
        unfolding[one->control] = UNFOLDING_PART;
        for (unsigned k = 0; k < LOOK_UP && node > one->item; k++) {
            unfolding[node] = UNFOLDING_PART;
            node = nodes[node].parent;
        }
    }
    return unfolding;
}

/* What a node says of itself, on top of what it has from its parent. */
static void name_node(struct landscape *land, uint32_t i)
{
    const struct node *node = &land->tree->nodes[i];
    struct place *place = &land->places[i];
    bool is_holding = is_frame(land, i);

    /* That an element is a button, hidden at first or called a menu says here how the
       page is drawn, and not what the text in it is. */
    if (land->unfolding[i] == UNFOLDING_PART)
        return;
    if (node->attributes != NULL) {
        uint32_t groups = vocabulary_groups(node);
        *(is_holding ? &place->outer : &place->near) |= groups;
        place->tags |= is_hidden(node) && !is_holding ? PLACE_HIDDEN : 0;
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

/* How far up from the core each element around it is. */
static void measure_up(struct landscape *land)
{
    uint16_t steps = 0;

    for (uint32_t i = land->core; i != 0 && steps < UINT16_MAX;
            i = land->tree->nodes[i].parent)
        land->places[i].distance = steps++;
    land->places[0].distance = steps;
}

/* Fills an element's place from that of its parent. */
static void place_node(struct landscape *land, uint32_t i)
{
    const struct node *node = &land->tree->nodes[i];
    const struct node *parent = &land->tree->nodes[node->parent];
    const struct place *above = &land->places[node->parent];
    struct place *place = &land->places[i];
    const struct place before = *place;
    bool holds_core = i <= land->core && land->core < node->end;
    bool is_branch = node->parent <= land->core && land->core < parent->end;
    bool is_inside = i > land->core && i < land->tree->nodes[land->core].end;

    *place = *above;
    place->mass = before.mass;
    place->near |= before.near;
    place->group = before.mass.blocks > 1 ? i : above->group;
    if (holds_core)
        place->distance = before.distance;
    if (is_branch)
        place->branch = i;
    place->depth =
            is_inside ? (uint16_t)(above->depth + (above->depth < UINT16_MAX)) : 0;
    name_node(land, i);
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
    const struct node *core = &land->tree->nodes[land->core];

    land->h1 = land->blocks->count;
    land->core_first = land->blocks->count;
    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        if (block->kind == BLOCK_HEADING && block->level == 1 &&
                land->h1 == land->blocks->count)
            land->h1 = i;
        if (block->owner < land->core || block->owner >= core->end ||
                !landscape_is_prose(land, i))
            continue;
        if (land->core_first == land->blocks->count)
            land->core_first = i;
        land->core_last = i;
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

enum { KIN_ROOM = 1024 };

/* The row of `names`, one that is free for them, or KIN_NONE. */
static uint32_t row_of(const struct kin *table, uint64_t names)
{
    enum { TRIES = 8 };

    for (unsigned k = 0; k < TRIES; k++) {
        uint32_t row = (uint32_t)((names >> 32) + k) & (KIN_ROOM - 1);
        if (table[row].blocks == 0 || table[row].names == names)
            return row;
    }
    return KIN_NONE;
}

static bool compare_names(struct landscape *land, struct arena *arena)
{
    land->kins = arena_zeroed(arena, KIN_ROOM, sizeof *land->kins);
    land->kin = arena_zeroed(arena, land->blocks->count, sizeof *land->kin);
    land->kin_room = KIN_ROOM;
    if (land->kins == NULL || land->kin == NULL)
        return false;
    for (uint32_t i = 0; i < land->blocks->count; i++) {
        const struct block *block = &land->blocks->items[i];
        uint64_t names = names_of(land->tree, block->owner);
        land->kin[i] = row_of(land->kins, names);
        if (land->kin[i] == KIN_NONE)
            continue;
        struct kin *kin = &land->kins[land->kin[i]];
        kin->names = names;
        kin->blocks++;
        kin->words += land->wording[i].words;
        kin->prose += landscape_is_prose(land, i) ? land->wording[i].words : 0;
        kin->text += (uint32_t)block->text.size;
        kin->links += block->links;
    }
    return true;
}

palpate_status landscape_read(struct landscape *out, struct arena *arena,
        const struct tree *tree, const struct blocks *blocks, palpate_error *err)
{
    *out = (struct landscape){ .tree = tree, .blocks = blocks };
    out->wording = arena_alloc(arena, blocks->count * sizeof *out->wording);
    out->places = arena_zeroed(arena, tree->count, sizeof *out->places);
    if (out->wording == NULL || out->places == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    for (uint32_t i = 0; i < blocks->count; i++)
        wording_read(&out->wording[i], blocks->items[i].text);
    out->unfolding = find_unfolding(out, arena);
    if (out->unfolding == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    weigh(out);
    if (!find_core(out, arena) || !compare_names(out, arena))
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    hand_down(out);
    out->claims = claims_read(tree);
    find_marks(out);
    return PALPATE_OK;
}

uint32_t landscape_section(const struct landscape *land, uint32_t node)
{
    enum { LOOK_UP = 64 /* elements */ };
    uint64_t text = land->places[node].mass.text;

    for (unsigned i = 0; i < LOOK_UP && node != 0; i++) {
        node = land->tree->nodes[node].parent;
        if (land->places[node].mass.text >= 2 * text)
            return node;
    }
    return node;
}
