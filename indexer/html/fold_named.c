/* Elements of the page's own making that have their label in an attribute, and show it:
   "<sl-details summary="Frozen shoulder">". */
#include "core/view.h"
#include "indexer/html/folds.h"

enum {
    MIN_TEXT = 20, /* letters of a panel */
    MAX_LOOKS = 40 /* nodes that are looked at */
};

/* Whether the name of an element says that it unfolds. */
static bool is_unfolding(palpate_view name)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("details"),
        PALPATE_VIEW_INIT("accordion"), PALPATE_VIEW_INIT("collaps"),
        PALPATE_VIEW_INIT("disclosure"), PALPATE_VIEW_INIT("expan"),
        PALPATE_VIEW_INIT("faq"), PALPATE_VIEW_INIT("tab"), PALPATE_VIEW_INIT("toggle"),
        PALPATE_VIEW_INIT("fold"), PALPATE_VIEW_INIT("panel") };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find(name, WORDS[i]) < name.size)
            return true;
    return false;
}

static palpate_view label_of(const struct node *node)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("summary"),
        PALPATE_VIEW_INIT("heading"), PALPATE_VIEW_INIT("header"),
        PALPATE_VIEW_INIT("header-text"), PALPATE_VIEW_INIT("label"),
        PALPATE_VIEW_INIT("title"), PALPATE_VIEW_INIT("question"),
        PALPATE_VIEW_INIT("caption"), PALPATE_VIEW_INIT("tab-title") };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        palpate_view label = view_trim(node_attribute(node, NAMES[i]));
        if (label.size > 0)
            return label;
    }
    return (palpate_view){ NULL, 0 };
}

/* Whether an element is one that HTML does not know, as its name has a hyphen. */
static bool is_of_page(const struct node *node)
{
    return !node->is_text && node->tag == HTML_other && node->attributes != NULL &&
           view_find(node->text, PALPATE_VIEW("-")) < node->text.size;
}

static bool holds_block(const struct tree *tree, uint32_t element)
{
    uint32_t end = tree->nodes[element].end;

    for (uint32_t i = element + 1; i < end && i < element + MAX_LOOKS; i++)
        if ((tag_traits(tree->nodes[i].tag) & TAG_BLOCK) != 0)
            return true;
    return false;
}

/* Whether the text in an element starts with its label: then it is no other text. */
static bool says_label(const struct tree *tree, uint32_t element, palpate_view label)
{
    uint32_t end = tree->nodes[element].end;

    for (uint32_t i = element + 1; i < end && i < element + MAX_LOOKS; i++) {
        palpate_view text = view_trim(tree->nodes[i].text);
        if (tree->nodes[i].is_text && text.size > 0)
            return view_equals_ignoring_case(text, label);
    }
    return false;
}

/* Whether an element of the same name, with a label, is beside it. */
static bool has_twin(const struct folds *folds, uint32_t element)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t parent = nodes[element].parent;
    uint32_t next = folds_next_text(folds, nodes[element].end, nodes[parent].end);
    uint32_t first = folds_next_text(folds, parent + 1, element);

    for (unsigned i = 0; i < 2; i++) {
        uint32_t twin = i == 0 ? next : first;
        bool is_beside = i == 0 ? next < nodes[parent].end : first < element;
        if (is_beside && view_equals(nodes[twin].text, nodes[element].text) &&
                is_of_page(&nodes[twin]) && label_of(&nodes[twin]).size > 0)
            return true;
    }
    return false;
}

static bool is_labelled(const struct folds *folds, uint32_t element, palpate_view label)
{
    const struct node *node = &folds->tree->nodes[element];

    return label.size > 0 &&
           letters_between(&folds->sums, element, node->end) >= MIN_TEXT &&
           !says_label(folds->tree, element, label) &&
           (is_unfolding(node->text) ||
                   (holds_block(folds->tree, element) && has_twin(folds, element))) &&
           !folds_are_left_out(folds, element);
}

void folds_add_named(struct folds *folds)
{
    const struct tree *tree = folds->tree;

    for (uint32_t i = 1; i < tree->count && !folds->failed; i++) {
        if (!is_of_page(&tree->nodes[i]))
            continue;
        palpate_view label = label_of(&tree->nodes[i]);
        if (!is_labelled(folds, i, label))
            continue;
        struct fold fold = { .sign = CONTROL_REFERS,
            .is = { .control = i,
                    .panel = i + 1,
                    .end = tree->nodes[i].end,
                    .item = i,
                    .is_named = true,
                    .label = label } };
        (void)folds_put(folds, &fold);
    }
}
