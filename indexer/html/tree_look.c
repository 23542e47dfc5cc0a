#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/tree.h"

static const struct attribute *find_attribute(
        const struct node *node, palpate_view name)
{
    const struct attribute *attribute = node->attributes;

    while (attribute != NULL && !view_equals(attribute->name, name))
        attribute = attribute->next;
    return attribute;
}

palpate_view node_attribute(const struct node *node, palpate_view name)
{
    const struct attribute *attribute = find_attribute(node, name);

    return attribute == NULL ? (palpate_view){ NULL, 0 } : attribute->value;
}

bool node_has_attribute(const struct node *node, palpate_view name)
{
    return find_attribute(node, name) != NULL;
}

uint32_t tree_find(const struct tree *tree, uint32_t from, uint32_t end, enum tag tag)
{
    for (uint32_t i = from; i < end && i < tree->count; i++)
        if (!tree->nodes[i].is_text && tree->nodes[i].tag == tag)
            return i;
    return TREE_NONE;
}

/* Appends `text` with white space collapsed; `*wants_space` goes from piece to piece.
 */
static void append_collapsed(struct buffer *out, palpate_view text, bool *wants_space)
{
    for (size_t i = 0; i < text.size; i++) {
        if (ascii_is_blank(text.data[i])) {
            *wants_space = out->size > 0;
            continue;
        }
        if (*wants_space)
            buffer_append_byte(out, ' ');
        *wants_space = false;
        buffer_append_byte(out, text.data[i]);
    }
}

palpate_view tree_text(const struct tree *tree, struct arena *arena, uint32_t node)
{
    struct buffer text = { 0 };
    bool wants_space = false;

    for (uint32_t i = node; i < tree->nodes[node].end; i++)
        if (tree->nodes[i].is_text)
            append_collapsed(&text, tree->nodes[i].text, &wants_space);
    palpate_view copy = text.failed ? (palpate_view){ NULL, 0 }
                                    : arena_copy(arena, buffer_view(&text));
    buffer_free(&text);
    return copy;
}
