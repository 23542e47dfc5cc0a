/* Labels that nothing marks as controls but a sign beside their words, a button without
   words, that the keyboard reaches them, or their role. */
#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/label_line.h"

enum {
    LOOK_UP = 4,    /* elements between a sign and its label */
    MAX_LABEL = 120 /* letters of a label */
};

static bool is_sign(palpate_view text)
{
    static const palpate_view SIGNS[] = { PALPATE_VIEW_INIT("+"),
        PALPATE_VIEW_INIT("-"), PALPATE_VIEW_INIT("−"), PALPATE_VIEW_INIT("–"),
        PALPATE_VIEW_INIT("▼"), PALPATE_VIEW_INIT("▾"), PALPATE_VIEW_INIT("▿"),
        PALPATE_VIEW_INIT("▽"), PALPATE_VIEW_INIT("▲"), PALPATE_VIEW_INIT("▴"),
        PALPATE_VIEW_INIT("▶"), PALPATE_VIEW_INIT("▸"), PALPATE_VIEW_INIT("►"),
        PALPATE_VIEW_INIT("↓"), PALPATE_VIEW_INIT("⌄"), PALPATE_VIEW_INIT("˅"),
        PALPATE_VIEW_INIT("﹀"), PALPATE_VIEW_INIT("＋"), PALPATE_VIEW_INIT("➕"),
        PALPATE_VIEW_INIT("[+]") };

    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_equals(text, SIGNS[i]))
            return true;
    return false;
}

/* Whether a class is that of a picture of such a sign. */
static bool is_drawn_sign(const struct node *node)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("chevron"),
        PALPATE_VIEW_INIT("caret"), PALPATE_VIEW_INIT("angle"),
        PALPATE_VIEW_INIT("arrow"), PALPATE_VIEW_INIT("plus"),
        PALPATE_VIEW_INIT("expand"), PALPATE_VIEW_INIT("collaps"),
        PALPATE_VIEW_INIT("toggle"), PALPATE_VIEW_INIT("indicator") };
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));

    for (size_t i = 0; class.size > 0 && i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find_ignoring_case(class, WORDS[i]) < class.size)
            return true;
    return false;
}

/* Whether an element without letters shows that what is beside it unfolds. */
static bool is_mark(const struct folds *folds, uint32_t node)
{
    const struct node *element = &folds->tree->nodes[node];
    uint32_t first = node + 1;

    if (element->tag == HTML_button || element->tag == HTML_svg ||
            element->tag == HTML_div || element->tag == HTML_other) {
        if (element->attributes != NULL && is_drawn_sign(element))
            return true;
        if (element->tag == HTML_button ||
                view_equals(node_attribute(element, PALPATE_VIEW("role")),
                        PALPATE_VIEW("button")))
            return true;
    }
    return element->end == first + 1 && folds->tree->nodes[first].is_text &&
           is_sign(view_trim(folds->tree->nodes[first].text));
}

/* The innermost element around a sign that has words, or TREE_NONE. */
static uint32_t label_around(const struct folds *folds, uint32_t mark)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t node = mark;

    for (unsigned i = 0; i < LOOK_UP && node != 0; i++) {
        node = nodes[node].parent;
        if (letters_between(&folds->sums, node, nodes[node].end) > 0)
            return node;
    }
    return TREE_NONE;
}

/* Whether keys reach an element that is no link, or its role says that it heads
   something. */
static bool is_reached(const struct node *node)
{
    return node->attributes != NULL && node->tag != HTML_a &&
           node->tag != HTML_button &&
           (view_equals(node_attribute(node, PALPATE_VIEW("tabindex")),
                    PALPATE_VIEW("0")) ||
                   view_equals(node_attribute(node, PALPATE_VIEW("role")),
                           PALPATE_VIEW("heading")));
}

/* Signs of a program mean something else. */
static bool is_code(const struct tree *tree, uint32_t node)
{
    enum { DEPTH = 8 };

    for (unsigned i = 0; i < DEPTH && node != 0; i++, node = tree->nodes[node].parent)
        if (tree->nodes[node].tag == HTML_pre ||
                view_equals(tree->nodes[node].text, PALPATE_VIEW("code")))
            return true;
    return false;
}

/* "<fieldset><legend>": the name of a group that is no form. */
static bool is_legend(const struct node *nodes, uint32_t node)
{
    return nodes[node].tag == HTML_other &&
           view_equals(nodes[node].text, PALPATE_VIEW("legend")) &&
           nodes[nodes[node].parent].tag == HTML_fieldset;
}

/* The label that an element marks, or TREE_NONE. */
static uint32_t label_at(const struct folds *folds, uint32_t node)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t letters = letters_between(&folds->sums, node, nodes[node].end);
    uint32_t label = TREE_NONE;

    if (letters == 0 && is_mark(folds, node))
        label = label_around(folds, node);
    else if (letters > 0 && is_reached(&nodes[node]) &&
             folds_is_within(folds, node, MAX_LABEL))
        label = node;
    if (label == TREE_NONE || nodes[label].tag == HTML_li ||
            nodes[label].tag == HTML_td || nodes[label].tag == HTML_th)
        return TREE_NONE;
    return !folds_is_taken(folds, label) && !is_code(folds->tree, label) &&
                           !label_line_has_picture(folds->tree, label) &&
                           label_line_is_title(folds, label)
                   ? label
                   : TREE_NONE;
}

void folds_add_marked(struct folds *folds)
{
    const struct tree *tree = folds->tree;
    const struct control control = { .sign = CONTROL_MARK };

    for (uint32_t i = 1; i < tree->count && !folds->failed; i++) {
        if (tree->nodes[i].is_text)
            continue;
        bool heads_group = is_legend(tree->nodes, i);
        uint32_t label = heads_group ? i : label_at(folds, i);
        if (label == TREE_NONE || folds_are_left_out(folds, label))
            continue;
        if (heads_group)
            folds_add_item(folds, tree->nodes[i].parent, i, false);
        else
            (void)folds_add(folds, label, control);
    }
}
