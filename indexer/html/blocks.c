#include "indexer/html/blocks.h"

#include <stdlib.h>

#include "core/buffer.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/html/letter_box.h"

struct cutter {
    const struct tree *tree;
    struct blocks *blocks;
    struct arena *arena;
    size_t room;
    uint32_t *
            owner; /* of each node: the innermost block element around it, or its row */
    uint32_t box;  /* in it, around the last text */
    uint32_t open; /* owner of the block under way */
    struct buffer text; /* of the block under way */
    bool wants_space;
    uint32_t link_end;    /* the node after the link under way */
    uint32_t ignored_end; /* the node after what the page asks to leave out */
    unsigned breaks;      /* <br>s since the last text */
    struct block next;    /* kind, level and anchor of the block under way */
    bool failed;
};

static void finish_block(struct cutter *cutter)
{
    struct blocks *blocks = cutter->blocks;
    palpate_view text = view_trim(buffer_view(&cutter->text));

    if (text.size > 0 && !cutter->failed) {
        cutter->next.text = arena_copy(cutter->arena, text);
        cutter->failed |= cutter->text.failed || cutter->next.text.data == NULL ||
                          !arena_grow(cutter->arena, (void **)&blocks->items,
                                  &cutter->room, blocks->count, sizeof *blocks->items);
        if (!cutter->failed)
            blocks->items[blocks->count++] = cutter->next;
    }
    buffer_clear(&cutter->text);
    cutter->wants_space = false;
}

static bool is_space_at(palpate_view text, size_t place, size_t *size)
{
    unsigned char byte = (unsigned char)text.data[place];

    *size = 1;
    if (byte <= ' ')
        return true;
    /* The no-break space, C2 A0. */
    *size = 2;
    return byte == 0xC2 && place + 1 < text.size &&
           (unsigned char)text.data[place + 1] == 0xA0;
}

static size_t add_text(struct cutter *cutter, palpate_view text)
{
    size_t before = cutter->text.size;

    for (size_t i = 0; i < text.size;) {
        size_t size = 0;
        if (is_space_at(text, i, &size)) {
            cutter->wants_space = cutter->text.size > 0;
            i += size;
            continue;
        }
        if (cutter->wants_space)
            buffer_append_byte(&cutter->text, ' ');
        cutter->wants_space = false;
        size_t start = i;
        do
            i++;
        while (i < text.size && !is_space_at(text, i, &size));
        buffer_append(&cutter->text, view_slice(text, start, i - start));
    }
    return cutter->text.size - before;
}

/* A row of short cells is one block; one with paragraphs is layout. */
static bool is_row_of_data(const struct tree *tree, uint32_t row)
{
    enum { CELL_SIZE = 300 /* bytes; longer texts are prose */ };

    for (uint32_t i = row + 1; i < tree->nodes[row].end; i++) {
        const struct node *node = &tree->nodes[i];
        bool is_cell = node->tag == HTML_td || node->tag == HTML_th;
        if (!node->is_text && !is_cell && (tag_traits(node->tag) & TAG_BLOCK) != 0)
            return false;
        if (node->is_text && node->text.size > CELL_SIZE)
            return false;
    }
    return true;
}

/* A heading is one block, whatever boxes its words stand in. */
static bool is_whole_heading(const struct tree *tree, uint32_t heading)
{
    enum { MAX_SIZE = 300 /* bytes */, MAX_NODES = 600 };
    const struct node *node = &tree->nodes[heading];
    size_t size = 0;

    if (tag_heading_level(node->tag) == 0 || node->end > heading + MAX_NODES)
        return false;
    for (uint32_t i = heading + 1; i < node->end && size <= MAX_SIZE; i++) {
        const struct node *inner = &tree->nodes[i];
        bool is_box = inner->tag == HTML_div || inner->tag == HTML_p ||
                      inner->tag == HTML_center || inner->tag == HTML_button;
        if (!inner->is_text && !is_box && (tag_traits(inner->tag) & TAG_BLOCK) != 0)
            return false;
        size += inner->is_text ? inner->text.size : 0;
    }
    return size <= MAX_SIZE;
}

/* Fills the owners; looking ahead into each row and heading once. */
static void find_owners(struct cutter *cutter)
{
    const struct tree *tree = cutter->tree;
    uint32_t whole_end = 0; /* the node after a row or heading */

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        bool is_block = !node->is_text && (tag_traits(node->tag) & TAG_BLOCK) != 0;
        is_block = is_block && i >= whole_end && !letter_box_is(tree, i);
        cutter->owner[i] = is_block ? i : cutter->owner[node->parent];
        if (is_block && ((node->tag == HTML_tr && is_row_of_data(tree, i)) ||
                                is_whole_heading(tree, i)))
            whole_end = node->end;
    }
}

static palpate_view anchor_of(const struct tree *tree, uint32_t heading)
{
    for (uint32_t i = heading; i < tree->nodes[heading].end; i++) {
        const struct node *node = &tree->nodes[i];
        palpate_view id = node_attribute(node, PALPATE_VIEW("id"));
        if (id.size == 0 && node->tag == HTML_a)
            id = node_attribute(node, PALPATE_VIEW("name"));
        if (!node->is_text && id.size > 0)
            return id;
    }
    /* Page builders put the id on the section around the heading. */
    uint32_t parent = tree->nodes[heading].parent;
    bool is_first = parent + 1 == heading ||
                    (parent + 2 == heading && tree->nodes[parent + 1].is_text);
    if (is_first && tree->nodes[parent].tag == HTML_section)
        return node_attribute(&tree->nodes[parent], PALPATE_VIEW("id"));
    return (palpate_view){ NULL, 0 };
}

/* What the block inside `owner` is: by its nearest ancestors. */
static void describe_block(struct cutter *cutter, uint32_t owner)
{
    enum { LOOK_UP = 6 /* elements between a text and its heading or item */ };
    const struct tree *tree = cutter->tree;
    const uint32_t start = owner;

    cutter->next = (struct block){ 0 };
    for (unsigned i = 0; i < LOOK_UP && owner != 0;
            i++, owner = tree->nodes[owner].parent) {
        const struct node *node = &tree->nodes[owner];
        unsigned level = tag_heading_level(node->tag);
        if (level > 0) {
            cutter->next.kind = BLOCK_HEADING;
            cutter->next.level = (uint8_t)level;
            cutter->next.anchor = anchor_of(tree, owner);
            return;
        }
        if (node->tag == HTML_li)
            cutter->next.kind = BLOCK_ITEM;
        bool is_cell = i == 1 && (tree->nodes[start].tag == HTML_td ||
                                         tree->nodes[start].tag == HTML_th);
        if (node->tag == HTML_tr && (i == 0 || is_cell))
            cutter->next.kind = BLOCK_CELL; /* a paragraph in a cell is a paragraph */
        if (cutter->next.kind != BLOCK_TEXT)
            return;
    }
}

/* The innermost box that parts words around a text in its block. */
static uint32_t box_of(const struct cutter *cutter, uint32_t text)
{
    const struct tree *tree = cutter->tree;
    uint32_t box = tree->nodes[text].parent;

    while (box != cutter->owner[text] &&
            ((tag_traits(tree->nodes[box].tag) & TAG_BLOCK) == 0 ||
                    letter_box_is(tree, box)))
        box = tree->nodes[box].parent;
    return box;
}

static void take_text(struct cutter *cutter, uint32_t i)
{
    const struct node *node = &cutter->tree->nodes[i];
    uint32_t owner = cutter->owner[i];
    enum { BREAKS_OF_PARAGRAPH = 2 };

    if (view_trim(node->text).size == 0) {
        cutter->wants_space |= cutter->text.size > 0;
        return;
    }
    bool is_ignored = node->is_ignored || i < cutter->ignored_end;
    if (owner != cutter->open || cutter->breaks >= BREAKS_OF_PARAGRAPH ||
            is_ignored != cutter->next.is_ignored) {
        finish_block(cutter);
        describe_block(cutter, owner);
        cutter->next.owner = owner;
        cutter->next.first = i;
        cutter->next.is_ignored = is_ignored;
        cutter->open = owner;
    }
    uint32_t box = box_of(cutter, i);
    cutter->wants_space |=
            cutter->breaks > 0 || (box != cutter->box && cutter->text.size > 0);
    cutter->breaks = 0;
    cutter->box = box;
    size_t added = add_text(cutter, node->text);
    if (i < cutter->link_end)
        cutter->next.links += (uint32_t)added;
}

static bool is_left_out(const struct node *node)
{
    return node_has_attribute(node, PALPATE_VIEW("data-nosnippet")) ||
           node_has_attribute(node, PALPATE_VIEW("data-pagefind-ignore"));
}

static void take_element(struct cutter *cutter, const struct node *node)
{
    if (node->tag == HTML_a && node->end > cutter->link_end)
        cutter->link_end = node->end;
    if (is_left_out(node) && node->end > cutter->ignored_end)
        cutter->ignored_end = node->end;
    if (node->tag == HTML_br)
        cutter->breaks++;
    if ((node->tag == HTML_td || node->tag == HTML_th) && cutter->text.size > 0 &&
            cutter->next.kind == BLOCK_CELL) {
        buffer_append_string(&cutter->text, " |");
        cutter->wants_space = true;
    }
}

struct table_slot *blocks_slot(
        const struct blocks *blocks, const struct table *table, palpate_view text)
{
    struct table_slot *slot = table_first(table, hash_of(text));

    while (slot->number != 0 &&
            !view_equals(blocks->items[slot->number - 1].text, text))
        slot = table_next(table, slot);
    return slot;
}

/* Marks the blocks whose text stands on the page more than once. */
static bool mark_twice(struct cutter *cutter)
{
    struct blocks *blocks = cutter->blocks;
    struct table table = { .slots = NULL };

    if (!table_make_room(&table, blocks->count))
        return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        struct block *block = &blocks->items[i];
        struct table_slot *slot = blocks_slot(blocks, &table, block->text);
        block->is_twice = slot->number != 0;
        if (slot->number != 0)
            blocks->items[slot->number - 1].is_twice = true;
        else
            table_put(&table, slot, hash_of(block->text), i + 1);
    }
    table_free(&table);
    return true;
}

/* Room for all blocks at once: what is not used is never touched. */
static bool make_room(struct cutter *cutter)
{
    for (uint32_t i = 0; i < cutter->tree->count; i++)
        cutter->room += cutter->tree->nodes[i].is_text;
    cutter->blocks->items =
            arena_alloc(cutter->arena, cutter->room * sizeof *cutter->blocks->items);
    cutter->owner = calloc((size_t)cutter->tree->count + 1, sizeof *cutter->owner);
    return cutter->blocks->items != NULL && cutter->owner != NULL;
}

palpate_status blocks_cut(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, palpate_error *err)
{
    struct cutter cutter = { .tree = tree, .blocks = blocks, .arena = arena };

    *blocks = (struct blocks){ NULL, 0 };
    cutter.failed = !make_room(&cutter);
    if (!cutter.failed)
        find_owners(&cutter);
    for (uint32_t i = 0; i < tree->count && !cutter.failed;) {
        const struct node *node = &tree->nodes[i];
        if (node->is_unread) {
            i = node->end;
            continue;
        }
        if (node->is_text)
            take_text(&cutter, i);
        else
            take_element(&cutter, node);
        i++;
    }
    finish_block(&cutter);
    buffer_free(&cutter.text);
    free(cutter.owner);
    cutter.failed = cutter.failed || !mark_twice(&cutter);
    return cutter.failed
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for blocks of text")
                   : PALPATE_OK;
}
