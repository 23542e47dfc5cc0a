/* Lists of labels apart from their panels, which nothing marks as tabs but the links to
   the panels or the order of both. */
#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/folds.h"

enum {
    MAX_TABS = 24,
    MAX_TAB = 80, /* letters of a label */
    MAX_CHILDREN = 200
};

struct tab {
    uint32_t label;
    uint32_t panel;
};

struct tabs {
    struct tab items[MAX_TABS];
    uint32_t count;
};

static uint32_t letters_of(const struct folds *folds, uint32_t node)
{
    return letters_between(&folds->sums, node, folds->tree->nodes[node].end);
}

/* The children with letters; false where there are too many, or bare text. */
static bool list_children(const struct folds *folds, uint32_t node,
        uint32_t out[MAX_TABS], uint32_t *count)
{
    const struct node *nodes = folds->tree->nodes;
    unsigned looks = 0;

    *count = 0;
    for (uint32_t i = node + 1; i < nodes[node].end; i = nodes[i].end) {
        if (looks++ == MAX_CHILDREN)
            return false;
        if (letters_of(folds, i) == 0)
            continue;
        if (nodes[i].is_text || *count == MAX_TABS)
            return false;
        out[(*count)++] = i;
    }
    return true;
}

/* Reads the labels of a list: short, at least two, and no links to other places. */
static bool read_labels(const struct folds *folds, struct tabs *tabs, uint32_t list)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t labels[MAX_TABS];

    if (linked_between(&folds->sums, list, nodes[list].end) > 0 ||
            !list_children(folds, list, labels, &tabs->count) || tabs->count < 2)
        return false;
    for (uint32_t i = 0; i < tabs->count; i++) {
        if (!folds_is_within(folds, labels[i], MAX_TAB) ||
                nodes[labels[i]].tag != nodes[labels[0]].tag)
            return false;
        tabs->items[i] = (struct tab){ labels[i], TREE_NONE };
    }
    return true;
}

/* The element that a label links to, or TREE_NONE. */
static uint32_t link_in(const struct folds *folds, uint32_t label)
{
    const struct node *nodes = folds->tree->nodes;

    for (uint32_t i = label; i < nodes[label].end; i++) {
        palpate_view href = node_attribute(&nodes[i], PALPATE_VIEW("href"));
        if (href.size > 1 && href.data[0] == '#')
            return ids_find(&folds->ids, view_slice(href, 1, href.size));
    }
    return TREE_NONE;
}

static bool starts_with_heading(const struct folds *folds, uint32_t node)
{
    const struct node *nodes = folds->tree->nodes;

    for (uint32_t i = node; i < nodes[node].end; i++) {
        if (tag_heading_level(nodes[i].tag) > 0)
            return true;
        if (nodes[i].is_text && count_letters(nodes[i].text) > 0)
            return false;
    }
    return false;
}

/* Panels by links: boxes one after another, and nothing but space between them.  Most
   have no heading of their own, as the sections of a table of contents have. */
static bool read_links(const struct folds *folds, struct tabs *tabs, uint32_t list)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t end = nodes[list].end;
    uint32_t headed = 0;

    for (uint32_t i = 0; i < tabs->count; i++) {
        uint32_t panel = link_in(folds, tabs->items[i].label);
        if (panel < end || letters_between(&folds->sums, end, panel) > 0 ||
                (tag_traits(nodes[panel].tag) & TAG_BLOCK) == 0)
            return false;
        headed += starts_with_heading(folds, panel);
        tabs->items[i].panel = panel;
        end = nodes[panel].end;
    }
    return headed * 2 < tabs->count;
}

static bool is_named_tab(const struct node *node)
{
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));
    size_t place = view_find_ignoring_case(class, PALPATE_VIEW("tab"));

    return place < class.size &&
           view_find_ignoring_case(class, PALPATE_VIEW("table")) == class.size;
}

/* Panels by their order in the next box, where the names speak of tabs. */
static bool read_order(const struct folds *folds, struct tabs *tabs, uint32_t list)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t panels[MAX_TABS];
    uint32_t count = 0;
    uint32_t parent = nodes[list].parent;
    uint32_t box = nodes[list].end;
    bool is_list = view_equals(node_attribute(&nodes[list], PALPATE_VIEW("role")),
            PALPATE_VIEW("tablist"));

    for (unsigned i = 0;
            i < MAX_CHILDREN && box < nodes[parent].end && letters_of(folds, box) == 0;
            i++)
        box = nodes[box].end;
    if (box >= nodes[parent].end || nodes[box].is_text ||
            !(is_list || is_named_tab(&nodes[list]) || is_named_tab(&nodes[parent])) ||
            !list_children(folds, box, panels, &count) || count != tabs->count)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        if ((tag_traits(nodes[panels[i]].tag) & TAG_BLOCK) == 0 ||
                nodes[panels[i]].tag != nodes[panels[0]].tag ||
                !(is_named_tab(&nodes[panels[i]]) || is_named_tab(&nodes[box])))
            return false;
        tabs->items[i].panel = panels[i];
    }
    return true;
}

static void add_list(struct folds *folds, uint32_t list)
{
    struct tabs tabs;

    if (!read_labels(folds, &tabs, list) ||
            !(read_links(folds, &tabs, list) || read_order(folds, &tabs, list)))
        return;
    for (uint32_t i = 0; i < tabs.count; i++)
        folds_add_tab(folds, tabs.items[i].label, tabs.items[i].panel);
}

/* Whether an element is the label of a box to tick that chooses one of several, or a
   link to a place of the page. */
static bool is_choice(const struct folds *folds, uint32_t node)
{
    const struct node *nodes = folds->tree->nodes;

    if (nodes[node].tag == HTML_a)
        return link_in(folds, node) != TREE_NONE;
    if (nodes[node].tag != HTML_label)
        return false;
    uint32_t box =
            ids_find(&folds->ids, node_attribute(&nodes[node], PALPATE_VIEW("for")));
    return box != TREE_NONE &&
           view_equals(node_attribute(&nodes[box], PALPATE_VIEW("type")),
                   PALPATE_VIEW("radio"));
}

/* Whether a node may be the panel of a label that is right before all panels. */
static bool is_panel_of(const struct folds *folds, const struct tab *tab, uint32_t node)
{
    const struct node *nodes = folds->tree->nodes;

    return (tag_traits(nodes[node].tag) & TAG_BLOCK) != 0 &&
           folds_is_within(folds, tab->label, MAX_TAB) &&
           (nodes[tab->label].tag != HTML_a || link_in(folds, tab->label) == node);
}

/* Tabs of a style sheet or a script: boxes to tick with their labels, or links, and as
   many panels of one shape right after them, all brothers. */
static void add_choices(struct folds *folds, uint32_t first)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t end = nodes[nodes[first].parent].end;
    struct tabs tabs = { .count = 0 };
    uint32_t headed = 0;
    uint32_t node = first;

    while (node < end && tabs.count < MAX_TABS && nodes[node].tag == nodes[first].tag &&
            is_choice(folds, node)) {
        tabs.items[tabs.count++].label = node;
        node = folds_next_text(folds, nodes[node].end, end);
    }
    for (uint32_t i = 0; i < tabs.count; i++) {
        if (node >= end || !is_panel_of(folds, &tabs.items[i], node) ||
                (i > 0 && nodes[node].tag != nodes[tabs.items[0].panel].tag))
            return;
        headed += starts_with_heading(folds, node);
        tabs.items[i].panel = node;
        node = folds_next_text(folds, nodes[node].end, end);
    }
    for (uint32_t i = 0; i < tabs.count && tabs.count > 1 && headed * 2 < tabs.count;
            i++)
        folds_add_tab(folds, tabs.items[i].label, tabs.items[i].panel);
}

void folds_add_tabs(struct folds *folds)
{
    const struct tree *tree = folds->tree;

    for (uint32_t i = 1; i < tree->count && !folds->failed;) {
        const struct node *node = &tree->nodes[i];
        bool is_left = !node->is_text && folds_leave_out(folds, i);
        uint32_t letters = is_left || node->is_text ? 0 : letters_of(folds, i);
        if (letters > 3 && folds_is_within(folds, i, MAX_TABS * MAX_TAB))
            add_list(folds, i);
        i = is_left ? node->end : i + 1;
    }
}

void folds_add_choices(struct folds *folds)
{
    const struct tree *tree = folds->tree;

    for (uint32_t i = 1; i < tree->count && !folds->failed; i++)
        if (!tree->nodes[i].is_text && is_choice(folds, i) &&
                letters_of(folds, i) > 0 && !folds_is_taken(folds, i))
            add_choices(folds, i);
}
