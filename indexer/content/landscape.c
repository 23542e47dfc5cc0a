#include "indexer/content/landscape.h"

#include "core/fail.h"
#include "indexer/content/claims.h"
#include "indexer/content/vocabulary.h"

enum {
    /* Prose has that many words to a block, and not many of them in links. */
    PROSE_WORDS = 10,
    PROSE_LINKS = 50
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

/* Reads what the classes and ids say.  Those of a disclosure say how the page is drawn,
   and not what the text in it is.  What readers write
   in a forum is its text. */
static void read_names(struct landscape *land)
{
    const struct node *nodes = land->tree->nodes;
    uint32_t groups = (land->claims & CLAIM_POSTS) != 0
                              ? ~(uint32_t)GROUP_BIT(GROUP_COMMENT)
                              : UINT32_MAX;

    for (uint32_t i = 1; i < land->tree->count; i++)
        if (nodes[i].attributes != NULL && land->unfolding[i] != UNFOLDING_PART)
            land->names[i] = vocabulary_groups(&nodes[i]) & groups;
}

palpate_status landscape_read(struct landscape *out, struct arena *arena,
        const struct tree *tree, const struct blocks *blocks, palpate_error *err)
{
    *out = (struct landscape){ .tree = tree, .blocks = blocks };
    out->wording = arena_alloc(arena, blocks->count * sizeof *out->wording);
    out->places = arena_zeroed(arena, tree->count, sizeof *out->places);
    out->names = arena_zeroed(arena, tree->count, sizeof *out->names);
    out->unfolding = find_unfolding(out, arena);
    if (out->wording == NULL || out->places == NULL || out->names == NULL ||
            out->unfolding == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    for (uint32_t i = 0; i < blocks->count; i++)
        wording_read(&out->wording[i], blocks->items[i].text);
    out->claims = claims_read(tree);
    read_names(out);
    weigh(out);
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
