#include "indexer/html/text_nodes.h"

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/letter_box.h"

enum { TEXT_NODES = 2000 /* that are read, lest nested elements cost a square */ };

/* Bytes of text, of the space that HTML knows as &nbsp; or of others beyond ASCII. */
static bool has_word(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (ascii_is_alphanumeric(byte))
            return true;
        if (byte >= 0xC3 && byte != 0xE2)
            return true;
    }
    return false;
}

static palpate_view trim_text(palpate_view text)
{
    /* No-break, en, em and wide space, and the space of no width. */
    static const palpate_view SPACES[] = { PALPATE_VIEW_INIT("\xC2\xA0"),
        PALPATE_VIEW_INIT("\xE2\x80\x82"), PALPATE_VIEW_INIT("\xE2\x80\x83"),
        PALPATE_VIEW_INIT("\xE3\x80\x80"), PALPATE_VIEW_INIT("\xE2\x80\x8B") };
    size_t before = 0;

    do {
        before = text.size;
        text = view_trim(text);
        for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++) {
            if (view_starts_with(text, SPACES[i]))
                text = view_slice(text, SPACES[i].size, text.size);
            if (view_ends_with(text, SPACES[i]))
                text.size -= SPACES[i].size;
        }
    } while (text.size != before);
    return text;
}

bool text_node_next(
        struct text_node *out, const struct tree *tree, uint32_t *place, uint32_t end)
{
    while (*place < end && *place < tree->count) {
        uint32_t at = *place;
        const struct node *node = &tree->nodes[at];
        *place = node->is_unread ? node->end : at + 1;
        if (!node->is_text || !has_word(node->text))
            continue;
        *out = (struct text_node){ trim_text(node->text), at };
        return true;
    }
    return false;
}

static bool starts_block(const struct node *node)
{
    return !node->is_text && (tag_traits(node->tag) & (TAG_BLOCK | TAG_VOID)) != 0;
}

/* Appends with white space collapsed. */
static void append_collapsed(struct buffer *out, palpate_view text, bool *wants_space)
{
    for (size_t i = 0; text.data != NULL && i < text.size; i++) {
        if (ascii_is_blank(text.data[i])) {
            *wants_space = true;
            continue;
        }
        if (*wants_space && out->size > 0)
            buffer_append_byte(out, ' ');
        *wants_space = false;
        buffer_append_byte(out, text.data[i]);
    }
}

palpate_view text_below(
        const struct tree *tree, struct arena *arena, uint32_t node, size_t most)
{
    uint32_t end = tree->nodes[node].end;
    struct buffer text = { 0 };
    bool wants_space = false;

    if (end > node + TEXT_NODES)
        end = node + TEXT_NODES;
    for (uint32_t i = node + 1; i < end && text.size <= most;) {
        const struct node *at = &tree->nodes[i];
        wants_space |= starts_block(at) && !letter_box_is(tree, i);
        if (at->is_text)
            append_collapsed(&text, view_slice(at->text, 0, most + 1), &wants_space);
        i = at->is_unread ? at->end : i + 1;
    }
    palpate_view copy = { "", 0 };
    if (text.failed)
        copy.data = NULL;
    else if (text.size <= most)
        copy = arena_copy(arena, buffer_view(&text));
    buffer_free(&text);
    return copy;
}
