#include "indexer/html/cell_label.h"

#include "core/view.h"

enum {
    MAX_NODES = 6,  /* in a label */
    MAX_CELLS = 40, /* of a row */
    MAX_BEFORE = 4  /* nodes of a cell before its label */
};

/* All that an element says; empty where that is more than one text. */
static palpate_view only_text(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];
    palpate_view found = { "", 0 };

    if (node->end > element + MAX_NODES)
        return found;
    for (uint32_t i = element + 1; i < node->end; i++) {
        palpate_view text = view_trim(tree->nodes[i].text);
        if (!tree->nodes[i].is_text || text.size == 0)
            continue;
        if (found.size > 0)
            return (palpate_view){ "", 0 };
        found = text;
    }
    return found;
}

static bool is_cell(const struct node *node)
{
    return !node->is_text && (node->tag == HTML_td || node->tag == HTML_th);
}

/* "Price:" as "Price". */
static palpate_view without_colon(palpate_view text)
{
    text = view_trim(text);
    return view_ends_with(text, PALPATE_VIEW(":"))
                   ? view_trim(view_slice(text, 0, text.size - 1))
                   : text;
}

static bool is_same(palpate_view a, palpate_view b)
{
    return a.size > 0 && view_equals_ignoring_case(without_colon(a), without_colon(b));
}

/* The cell that an element begins, or TREE_NONE. */
static uint32_t cell_begun_by(const struct tree *tree, uint32_t element)
{
    const struct node *nodes = tree->nodes;
    uint32_t cell = nodes[element].parent;

    for (unsigned i = 0; i < 2 && cell != 0 && !is_cell(&nodes[cell]); i++)
        cell = nodes[cell].parent;
    if (!is_cell(&nodes[cell]) || element > cell + MAX_BEFORE)
        return TREE_NONE;
    for (uint32_t i = cell + 1; i < element; i++)
        if (nodes[i].is_text && view_trim(nodes[i].text).size > 0)
            return TREE_NONE;
    for (uint32_t i = nodes[element].end; i < nodes[cell].end; i++)
        if (nodes[i].is_text && view_trim(nodes[i].text).size > 0)
            return cell;
    return TREE_NONE; /* the label is all that it holds */
}

static bool is_named_by_cell(const struct node *cell, palpate_view label)
{
    const struct attribute *attribute = cell->attributes;

    for (; attribute != NULL; attribute = attribute->next)
        if (view_starts_with(attribute->name, PALPATE_VIEW("data-")) &&
                is_same(attribute->value, label))
            return true;
    return false;
}

/* The place of a cell in its row, or MAX_CELLS. */
static uint32_t column_of(const struct tree *tree, uint32_t cell)
{
    uint32_t row = tree->nodes[cell].parent;
    uint32_t column = 0;

    for (uint32_t i = row + 1; i < cell && column < MAX_CELLS; i = tree->nodes[i].end)
        column += is_cell(&tree->nodes[i]);
    return column;
}

static uint32_t around(const struct tree *tree, uint32_t node, enum tag tag)
{
    enum { LOOK_UP = 4 };

    for (unsigned i = 0; i < LOOK_UP && node != 0; i++) {
        node = tree->nodes[node].parent;
        if (!tree->nodes[node].is_text && tree->nodes[node].tag == tag)
            return node;
    }
    return TREE_NONE;
}

/* What the first row of the table says above a cell; empty where that is the cell's
   own. */
static palpate_view header_of(const struct tree *tree, uint32_t cell)
{
    uint32_t table = around(tree, cell, HTML_table);
    uint32_t column = column_of(tree, cell);
    const palpate_view none = { "", 0 };

    if (table == TREE_NONE)
        return none;
    uint32_t row = tree_find(tree, table, tree->nodes[table].end, HTML_tr);
    if (row == TREE_NONE || row == tree->nodes[cell].parent)
        return none;
    for (uint32_t i = row + 1; i < tree->nodes[row].end; i = tree->nodes[i].end)
        if (is_cell(&tree->nodes[i]) && column-- == 0)
            return only_text(tree, i);
    return none;
}

/* Whether a class or what is said to screen readers makes it a label. */
static bool is_written_as_label(const struct node *node)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("label"),
        PALPATE_VIEW_INIT("mobile"), PALPATE_VIEW_INIT("head"),
        PALPATE_VIEW_INIT("title"), PALPATE_VIEW_INIT("visible"),
        PALPATE_VIEW_INIT("small"), PALPATE_VIEW_INIT("responsive") };
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find_ignoring_case(class, WORDS[i]) < class.size)
            return true;
    return view_equals(
            node_attribute(node, PALPATE_VIEW("aria-hidden")), PALPATE_VIEW("true"));
}

bool cell_label_is(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];

    if (is_cell(node) || node->end > element + MAX_NODES)
        return false;
    uint32_t cell = cell_begun_by(tree, element);
    if (cell == TREE_NONE)
        return false;
    palpate_view label = only_text(tree, element);
    if (label.size == 0)
        return false;
    return is_named_by_cell(&tree->nodes[cell], label) ||
           (is_written_as_label(node) && is_same(header_of(tree, cell), label));
}
