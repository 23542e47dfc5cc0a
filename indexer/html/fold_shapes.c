/* Which elements of a page are beside each other, and which have one shape. */
#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/folds.h"

enum { MAX_BROTHERS = 200 /* elements that are looked at */ };

static palpate_view first_class(const struct node *node)
{
    palpate_view class = view_trim(node_attribute(node, PALPATE_VIEW("class")));
    size_t size = 0;

    while (size < class.size && (unsigned char)class.data[size] > ' ')
        size++;
    return view_slice(class, 0, size);
}

bool is_alike(const struct tree *tree, uint32_t a, uint32_t b)
{
    const struct node *first = &tree->nodes[a];
    const struct node *second = &tree->nodes[b];

    return !first->is_text && !second->is_text && first->tag == second->tag &&
           view_equals(first->text, second->text) &&
           view_equals(first_class(first), first_class(second));
}

uint32_t folds_first_element(const struct tree *tree, uint32_t node)
{
    uint32_t i = node + 1;

    while (i < tree->nodes[node].end && tree->nodes[i].is_text)
        i++;
    return i < tree->nodes[node].end ? i : TREE_NONE;
}

bool is_of_kind(const struct tree *tree, uint32_t a, uint32_t b)
{
    uint32_t in_a = folds_first_element(tree, a);
    uint32_t in_b = folds_first_element(tree, b);

    return is_alike(tree, a, b) &&
           (in_a == TREE_NONE ? in_b == TREE_NONE
                              : in_b != TREE_NONE && is_alike(tree, in_a, in_b));
}

static bool has_letters(const struct folds *folds, uint32_t node)
{
    return letters_between(&folds->sums, node, folds->tree->nodes[node].end) > 0;
}

uint32_t folds_next_text(const struct folds *folds, uint32_t node, uint32_t end)
{
    for (unsigned i = 0; i < MAX_BROTHERS && node < end; i++) {
        if (has_letters(folds, node))
            return node;
        node = folds->tree->nodes[node].end;
    }
    return end;
}

uint32_t folds_brother_before(const struct tree *tree, uint32_t parent, uint32_t node)
{
    enum { LOOK_UP = 8 };
    uint32_t before = node - 1;

    for (unsigned i = 0; i < LOOK_UP && before > parent; i++) {
        if (tree->nodes[before].parent == parent)
            return before;
        before = tree->nodes[before].parent;
    }
    return TREE_NONE;
}

bool folds_has_twin(const struct folds *folds, uint32_t node)
{
    enum { MAX_EMPTY = 8 /* brothers without letters before it */ };
    const struct node *nodes = folds->tree->nodes;
    uint32_t parent = nodes[node].parent;
    uint32_t next = folds_next_text(folds, nodes[node].end, nodes[parent].end);
    uint32_t before = node;

    if (node == 0)
        return false;
    if (next < nodes[parent].end && is_alike(folds->tree, node, next))
        return true;
    /* The last one: the one before it tells. */
    for (unsigned i = 0; i < MAX_EMPTY && before > parent + 1; i++) {
        before = folds_brother_before(folds->tree, parent, before);
        if (before == TREE_NONE || has_letters(folds, before))
            break;
    }
    return before != TREE_NONE && before != node && is_alike(folds->tree, node, before);
}

static bool has_digits(const struct tree *tree, uint32_t cell)
{
    enum { MAX_LOOKS = 20 /* nodes of a cell */ };
    uint32_t end = tree->nodes[cell].end;

    for (uint32_t i = cell; i < end && i < cell + MAX_LOOKS; i++)
        for (size_t k = 0; tree->nodes[i].is_text && k < tree->nodes[i].text.size; k++)
            if (ascii_is_digit(tree->nodes[i].text.data[k]))
                return true;
    return false;
}

bool folds_is_row(const struct folds *folds, uint32_t node)
{
    const struct node *nodes = folds->tree->nodes;
    unsigned looks = 0;
    unsigned cells = 0;

    for (uint32_t i = node + 1; looks++ < MAX_BROTHERS && i < nodes[node].end;
            i = nodes[i].end) {
        bool has_words = has_letters(folds, i);
        if (!has_words && has_digits(folds->tree, i))
            return false;
        cells += has_words;
    }
    return nodes[node].tag == HTML_tr && cells == 1;
}

bool folds_is_within(const struct folds *folds, uint32_t node, uint32_t limit)
{
    enum { MAX_BYTES = 4 /* of a letter */ };
    const struct node *nodes = folds->tree->nodes;
    uint32_t letters = letters_between(&folds->sums, node, nodes[node].end);
    uint32_t rest = 0; /* bytes after the first of their letters */

    if (letters <= limit || letters > MAX_BYTES * limit)
        return letters <= limit;
    for (uint32_t i = node; i < nodes[node].end; i++) {
        palpate_view text = nodes[i].text;
        bool is_read = nodes[i].is_text && letters_between(&folds->sums, i, i + 1) > 0;
        for (size_t k = 0; is_read && k < text.size; k++)
            rest += ((unsigned char)text.data[k] & 0xC0) == 0x80;
    }
    return letters <= limit + rest;
}
