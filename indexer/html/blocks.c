#include "indexer/html/blocks.h"

#include <stdlib.h>

#include "core/buffer.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/html/control_label.h"
#include "indexer/html/exponent.h"
#include "indexer/html/inline_button.h"
#include "indexer/html/label_places.h"
#include "indexer/html/letter_box.h"
#include "indexer/html/note_mark.h"
#include "indexer/html/owners.h"
#include "indexer/html/sections.h"
#include "indexer/html/shortcode.h"
#include "indexer/html/text_sums.h"

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
    uint32_t link_end;          /* the node after the link under way */
    uint32_t ignored_end;       /* the node after what the page asks to leave out */
    unsigned breaks;            /* <br>s since the last text */
    struct block next;          /* kind, level and anchor of the block under way */
    struct label_places labels; /* of disclosures */
    uint8_t level;              /* of the last heading that is no label */
    bool failed;
};

/* Whether a heading says again what the label of its panel, right before it, says. */
static bool is_echo(const struct cutter *cutter, palpate_view text)
{
    const struct blocks *blocks = cutter->blocks;
    const struct block *last =
            blocks->count > 0 ? &blocks->items[blocks->count - 1] : NULL;

    return last != NULL && last->opens && cutter->next.kind == BLOCK_HEADING &&
           !cutter->next.opens && view_equals(last->text, text);
}

static void finish_block(struct cutter *cutter)
{
    struct blocks *blocks = cutter->blocks;
    palpate_view text = view_trim(buffer_view(&cutter->text));

    if (text.size > 0 && !cutter->failed && !is_echo(cutter, text)) {
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

static void add_text(struct cutter *cutter, palpate_view text)
{
    for (size_t i = 0; text.data != NULL && i < text.size;) {
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
        palpate_view word = view_slice(text, start, i - start);
        size_t mark = note_mark_in_word(word);
        buffer_append(&cutter->text, view_slice(word, 0, mark));
        if (mark == word.size)
            continue;
        buffer_append_byte(&cutter->text, ' ');
        buffer_append(&cutter->text, view_slice(word, mark, word.size));
    }
}

/* Adds a text of the page without its shortcodes. */
static size_t add_node(struct cutter *cutter, uint32_t number)
{
    enum { SHORT_MARK = 4 /* bytes of "[/b]", which parts no words */ };
    palpate_view text = cutter->tree->nodes[number].text;
    size_t before = cutter->text.size;
    size_t kept = 0;

    if (!cutter->wants_space && exponent_append(&cutter->text, cutter->tree, number))
        return cutter->text.size - before;
    for (size_t i = shortcode_may_be(text) ? 0 : text.size; i < text.size;) {
        size_t size = shortcode_at(cutter->tree, number, i);
        if (size > 0) {
            add_text(cutter, view_slice(text, kept, i - kept));
            cutter->wants_space |= cutter->text.size > 0 && size > SHORT_MARK;
            kept = i + size;
        }
        i += size > 0 ? size : 1;
    }
    add_text(cutter, view_slice(text, kept, text.size - kept));
    return cutter->text.size - before;
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
            cutter->next.anchor = section_anchor(tree, owner);
            cutter->next.end = section_end(tree, owner);
            cutter->level = (uint8_t)level;
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
                    letter_box_is(tree, box) || inline_button_is(tree, box)))
        box = tree->nodes[box].parent;
    return box;
}

static void take_text(struct cutter *cutter, uint32_t i)
{
    const struct node *node = &cutter->tree->nodes[i];
    uint32_t owner = cutter->owner[i];
    enum { BREAKS_OF_PARAGRAPH = 2 };

    if (view_trim(node->text).size == 0) {
        cutter->wants_space |= cutter->text.size > 0 && node->text.size > 0;
        return;
    }
    bool is_ignored = node->is_ignored || i < cutter->ignored_end;
    if (owner != cutter->open || cutter->breaks >= BREAKS_OF_PARAGRAPH ||
            is_ignored != cutter->next.is_ignored) {
        finish_block(cutter);
        describe_block(cutter, owner);
        cutter->next.owner = owner;
        cutter->next.first = i;
        cutter->next.place = i;
        cutter->next.is_ignored = is_ignored;
        cutter->open = owner;
    }
    uint32_t box = box_of(cutter, i);
    cutter->wants_space |=
            cutter->breaks > 0 || (box != cutter->box && cutter->text.size > 0);
    cutter->breaks = 0;
    cutter->box = box;
    size_t added = add_node(cutter, i);
    if (i < cutter->link_end)
        cutter->next.links += (uint32_t)added;
}

static bool is_left_out(const struct node *node)
{
    return node_has_attribute(node, PALPATE_VIEW("data-nosnippet")) ||
           node_has_attribute(node, PALPATE_VIEW("data-pagefind-ignore"));
}

static void take_element(struct cutter *cutter, uint32_t number)
{
    const struct node *node = &cutter->tree->nodes[number];

    if (node->tag == HTML_a && node->end > cutter->link_end &&
            !is_link_of_heading(cutter->tree, cutter->owner[number], number))
        cutter->link_end = node->end;
    if (is_left_out(node) && node->end > cutter->ignored_end)
        cutter->ignored_end = node->end;
    if (node->tag == HTML_br)
        cutter->breaks++;
    if ((node->tag == HTML_td || node->tag == HTML_th) && cutter->text.size > 0 &&
            cutter->next.kind == BLOCK_CELL && cutter->owner[number] == cutter->open) {
        buffer_append_string(&cutter->text, " |");
        cutter->wants_space = true;
    }
}

/* Takes back the number of an item before its label. */
static void drop_number(struct cutter *cutter, const struct disclosure *disclosure)
{
    struct blocks *blocks = cutter->blocks;
    const struct block *last =
            blocks->count > 0 ? &blocks->items[blocks->count - 1] : NULL;

    if (last != NULL && last->kind == BLOCK_TEXT && last->first > disclosure->item &&
            is_number_of_label(last->text))
        blocks->count--;
}

/* The label of a disclosure, as the heading of its panel. */
static void take_label(struct cutter *cutter, const struct disclosure *disclosure)
{
    enum { LAST_LEVEL = 6 };
    const struct tree *tree = cutter->tree;
    uint32_t first = disclosure->first;
    unsigned own = label_level(tree, disclosure);
    uint8_t level = (uint8_t)(own > 0 ? own : cutter->level + 1U);

    finish_block(cutter);
    drop_number(cutter, disclosure);
    cutter->next = (struct block){ .kind = BLOCK_HEADING,
        .level = level < LAST_LEVEL ? level : LAST_LEVEL,
        .is_ignored = tree->nodes[first].is_ignored || first < cutter->ignored_end,
        .anchor = label_anchor(tree, disclosure),
        .owner = disclosure->control,
        .first = first,
        .opens = true,
        .is_plain = disclosure->is_plain,
        .place = disclosure->is_apart ? disclosure->panel : first,
        .end = disclosure->end };
    buffer_append(&cutter->text, disclosure->label);
    finish_block(cutter);
    cutter->open = UINT32_MAX;
    cutter->breaks = 0;
}

/* Reads the labels that come up at a node; returns the node after what they are written
   in, or the node itself. */
static uint32_t take_labels(struct cutter *cutter, uint32_t node)
{
    const struct disclosures *all = &cutter->blocks->disclosures;
    const struct label_place *label = NULL;
    uint32_t next = node;

    while ((label = label_places_next(&cutter->labels, node)) != NULL) {
        const struct disclosure *one = &all->items[label->disclosure];
        if (label->is_read)
            take_label(cutter, one);
        if (node == one->control && !one->is_named)
            next = one->has_command ? one->panel : cutter->tree->nodes[node].end;
    }
    return next;
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

/* A heading right above several panels is theirs, and ends with the last of them. */
static void end_with_panels(struct blocks *blocks, uint32_t heading)
{
    uint32_t panels = 0;
    uint32_t end = 0;

    for (uint32_t i = heading + 1; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (block->place < end)
            continue;
        bool is_lower = !block->is_plain || block->level > blocks->items[heading].level;
        if (!block->opens || !is_lower)
            break;
        panels++;
        end = block->end;
    }
    if (panels > 1 && end < blocks->items[heading].end) {
        blocks->items[heading].end = end;
        blocks->items[heading].heads_panels = true;
    }
}

static void end_headings(struct blocks *blocks)
{
    for (uint32_t i = 0; i + 1 < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (block->kind == BLOCK_HEADING && !block->opens && blocks->items[i + 1].opens)
            end_with_panels(blocks, i);
    }
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

    *blocks = (struct blocks){ .items = NULL };
    palpate_status status = disclosures_find(&blocks->disclosures, arena, tree, err);
    if (status != PALPATE_OK)
        return status;
    cutter.failed = !make_room(&cutter) ||
                    !label_places_list(&cutter.labels, arena, &blocks->disclosures);
    if (!cutter.failed)
        owners_find(cutter.owner, tree);
    for (uint32_t i = 0; i < tree->count && !cutter.failed;) {
        const struct node *node = &tree->nodes[i];
        if (node->is_unread) {
            i = node->end;
            continue;
        }
        uint32_t next = take_labels(&cutter, i);
        if (next > i) {
            i = next;
            continue;
        }
        if (node->is_text)
            take_text(&cutter, i);
        else
            take_element(&cutter, i);
        i++;
    }
    finish_block(&cutter);
    buffer_free(&cutter.text);
    free(cutter.owner);
    end_headings(blocks);
    cutter.failed = cutter.failed || !mark_twice(&cutter);
    return cutter.failed
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for blocks of text")
                   : PALPATE_OK;
}
