#include "indexer/metadata/signature.h"

#include "core/view.h"
#include "indexer/html/text_nodes.h"
#include "indexer/metadata/names.h"

enum {
    NODES = 8, /* of a paragraph that is only a name */
    NAME_SIZE = 40,
    PARAGRAPHS = 2,  /* before the name, at least */
    PROSE_SIZE = 200 /* bytes of them together, at least */
};

static bool is_paragraph(const struct node *node)
{
    return !node->is_text && node->tag == HTML_p;
}

static size_t text_size(const struct tree *tree, uint32_t element)
{
    size_t size = 0;

    for (uint32_t i = element + 1; i < tree->nodes[element].end && size < PROSE_SIZE;
            i++)
        size += tree->nodes[i].is_text ? view_trim(tree->nodes[i].text).size : 0;
    return size;
}

static bool has_text(const struct tree *tree, uint32_t node)
{
    for (uint32_t i = node; i < tree->nodes[node].end; i++)
        if (tree->nodes[i].is_text && view_trim(tree->nodes[i].text).size > 0)
            return true;
    return false;
}

/* Whether paragraph `element` is the last text of its parent, after prose. */
static bool is_last(const struct tree *tree, uint32_t element)
{
    enum { LOOKS = 400 };
    uint32_t parent = tree->nodes[element].parent;
    unsigned paragraphs = 0;
    size_t prose = 0;
    unsigned looks = 0;

    if (tree->nodes[parent].tag == HTML_blockquote)
        return false;
    for (uint32_t i = tree->nodes[element].end; i < tree->nodes[parent].end;
            i = tree->nodes[i].end)
        if (!tree->nodes[i].is_unread && (looks++ > LOOKS || has_text(tree, i)))
            return false;
    for (uint32_t i = parent + 1; i < element && looks++ < LOOKS;
            i = tree->nodes[i].end) {
        if (!is_paragraph(&tree->nodes[i]))
            continue;
        paragraphs++;
        prose += text_size(tree, i);
    }
    return paragraphs >= PARAGRAPHS && prose >= PROSE_SIZE;
}

static bool has_author(const struct statements *statements)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (statements->by[FACT_BYLINE][voice].size > 0)
            return true;
    return false;
}

void signature_read(struct statements *statements, const struct tree *tree,
        const struct other_parts *others, uint32_t from)
{
    if (has_author(statements))
        return;
    for (uint32_t i = from; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (!is_paragraph(node) || node->end - i > NODES ||
                other_parts_hold(others, i) || !is_last(tree, i))
            continue;
        palpate_view name =
                name_clean(text_below(tree, statements->arena, i, NAME_SIZE));
        statements->failed |= name.data == NULL;
        if (name_are_likely(name, false)) {
            statement_take(statements, FACT_BYLINE, VOICE_FOOT, name);
            return;
        }
    }
}
