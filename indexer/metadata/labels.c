#include "indexer/metadata/labels.h"

#include "core/view.h"

static void add(struct statements *statements, palpate_view name, palpate_view value)
{
    statements->failed |= !label_list_add(
            &statements->labels, statements->arena, (struct label){ name, value });
}

/* The text of an element, or what a meta has instead. */
static palpate_view text_of(
        struct statements *statements, const struct tree *tree, uint32_t node)
{
    if (tree->nodes[node].tag == HTML_meta)
        return node_attribute(&tree->nodes[node], PALPATE_VIEW("content"));
    palpate_view text = tree_text(tree, statements->arena, node);
    statements->failed |= text.data == NULL;
    return text;
}

/* Takes "name", or "name[attribute]". */
static void take_name(struct statements *statements, const struct tree *tree,
        uint32_t node, palpate_view name)
{
    size_t open = view_find(name, PALPATE_VIEW("["));
    size_t close = view_find(name, PALPATE_VIEW("]"));

    name = view_trim(name);
    if (name.size == 0)
        return;
    if (open < name.size && open < close) {
        palpate_view attribute =
                view_trim(view_slice(name, open + 1, close - open - 1));
        add(statements, view_slice(name, 0, open),
                node_attribute(&tree->nodes[node], attribute));
    } else {
        add(statements, name, text_of(statements, tree, node));
    }
}

/* Takes a list of them, of which one with a value takes all that follows. */
static void take_attribute(struct statements *statements, const struct tree *tree,
        uint32_t node, palpate_view text)
{
    while (text.size > 0) {
        size_t comma = view_find(text, PALPATE_VIEW(","));
        if (view_find(text, PALPATE_VIEW(":")) < comma) {
            struct label label = label_of(text);
            add(statements, label.name, label.value);
            return;
        }
        take_name(statements, tree, node, view_slice(text, 0, comma));
        text = view_slice(text, comma + 1, text.size);
    }
}

static void take_meta(struct statements *statements, const struct node *node)
{
    static const struct {
        palpate_view meta;
        palpate_view label;
    } METAS[] = { { PALPATE_VIEW_INIT("keywords"), PALPATE_VIEW_INIT("keyword") },
        { PALPATE_VIEW_INIT("news_keywords"), PALPATE_VIEW_INIT("keyword") },
        { PALPATE_VIEW_INIT("article:tag"), PALPATE_VIEW_INIT("keyword") },
        { PALPATE_VIEW_INIT("parsely-tags"), PALPATE_VIEW_INIT("keyword") },
        { PALPATE_VIEW_INIT("article:section"), PALPATE_VIEW_INIT("section") },
        { PALPATE_VIEW_INIT("parsely-section"), PALPATE_VIEW_INIT("section") } };
    palpate_view name = node_attribute(node, PALPATE_VIEW("name"));

    if (name.size == 0)
        name = node_attribute(node, PALPATE_VIEW("property"));
    for (size_t i = 0; i < sizeof METAS / sizeof *METAS; i++) {
        if (!view_equals_ignoring_case(name, METAS[i].meta))
            continue;
        statements->failed |=
                !label_list_add_all(&statements->labels, statements->arena,
                        METAS[i].label, node_attribute(node, PALPATE_VIEW("content")));
    }
}

void labels_read(struct statements *statements, const struct tree *tree)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("data-palpate-filter"),
        PALPATE_VIEW_INIT("data-pagefind-filter") };

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text)
            continue;
        for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++)
            take_attribute(statements, tree, i, node_attribute(node, NAMES[k]));
        if (node->tag == HTML_meta)
            take_meta(statements, node);
    }
}
