/* Items of one shape that nothing marks as folded: a question, and behind it its
   answer. */
#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/label_line.h"

enum {
    MAX_QUESTION = 200, /* letters */
    MIN_ANSWER = 20,    /* letters */
    MAX_LOOKS = 100,    /* nodes looked at for a label */
    MAX_DEPTH = 8       /* elements around it that hold nothing else */
};

/* Where an item has its label and the text behind it. */
struct row {
    uint32_t item;
    uint32_t label;
};

static uint32_t letters_of(const struct folds *folds, uint32_t node)
{
    return letters_between(&folds->sums, node, folds->tree->nodes[node].end);
}

/* The first child with letters, or TREE_NONE. */
static uint32_t first_child(const struct folds *folds, uint32_t node)
{
    const struct node *nodes = folds->tree->nodes;
    unsigned looks = 0;

    for (uint32_t i = node + 1; looks++ < MAX_LOOKS && i < nodes[node].end;
            i = nodes[i].end)
        if (letters_of(folds, i) > 0)
            return i;
    return TREE_NONE;
}

/* The next brother with letters, or a node at or after the end of the item. */
static uint32_t next_child(const struct folds *folds, uint32_t node, uint32_t item)
{
    const struct node *nodes = folds->tree->nodes;
    unsigned looks = 0;

    do
        node = nodes[node].end;
    while (looks++ < MAX_LOOKS && node < nodes[item].end &&
            letters_of(folds, node) == 0);
    return node;
}

/* Whether a label and what follows it are items of a list of their own. */
static bool is_list(const struct folds *folds, uint32_t label, uint32_t item)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t next = next_child(folds, label, item);

    if (next >= nodes[item].end || !is_alike(folds->tree, label, next) ||
            (label_line_is_bold(folds, item, label) &&
                    !label_line_is_bold(folds, item, next)))
        return false;
    return node_has_attribute(&nodes[label], PALPATE_VIEW("class")) ||
           next_child(folds, next, item) < nodes[item].end;
}

/* Reads what is in an item: a short element with words, and more text behind it. */
static bool read_row(const struct folds *folds, struct row *row, uint32_t item)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t letters = letters_of(folds, item);
    uint32_t label = first_child(folds, item);

    *row = (struct row){ item, label };
    for (unsigned i = 0;
            i < MAX_DEPTH && label != TREE_NONE && letters_of(folds, label) == letters;
            i++) {
        row->item = label;
        label = first_child(folds, label);
    }
    row->label = label;
    if (label == TREE_NONE || nodes[label].is_text || nodes[label].tag == HTML_h1)
        return false;
    if (is_list(folds, label, item))
        return false;
    uint32_t words = letters_of(folds, label);
    return folds_is_within(folds, label, MAX_QUESTION) &&
           letters >= words + MIN_ANSWER &&
           linked_between(&folds->sums, label, nodes[label].end) == 0;
}

static bool is_question(const struct node *node)
{
    palpate_view type = node_attribute(node, PALPATE_VIEW("itemtype"));

    if (type.size == 0)
        type = node_attribute(node, PALPATE_VIEW("typeof"));
    return view_ends_with(type, PALPATE_VIEW("/Question")) ||
           view_equals(type, PALPATE_VIEW("Question"));
}

/* The name of a question that microdata mark, or TREE_NONE. */
static uint32_t name_of(const struct folds *folds, uint32_t item)
{
    const struct node *nodes = folds->tree->nodes;

    for (uint32_t i = item + 1; i < nodes[item].end && i < item + MAX_LOOKS; i++) {
        palpate_view name = node_attribute(&nodes[i], PALPATE_VIEW("itemprop"));
        if (name.size == 0)
            name = node_attribute(&nodes[i], PALPATE_VIEW("property"));
        if ((view_equals(name, PALPATE_VIEW("name")) ||
                    view_ends_with(name, PALPATE_VIEW(":name"))) &&
                letters_of(folds, i) > 0)
            return i;
    }
    return TREE_NONE;
}

/* Whether two items have one shape.  A builder may give each a class of its own: then
   what they start with tells. */
static bool is_of_shape(const struct folds *folds, uint32_t a, uint32_t b)
{
    const struct tree *tree = folds->tree;

    if (is_alike(tree, a, b))
        return true;
    if (tree->nodes[a].tag != tree->nodes[b].tag)
        return false;
    uint32_t in_a = folds_first_element(tree, a);
    uint32_t in_b = folds_first_element(tree, b);
    return in_a != TREE_NONE && in_b != TREE_NONE &&
           node_has_attribute(&tree->nodes[in_a], PALPATE_VIEW("class")) &&
           is_alike(tree, in_a, in_b);
}

/* What a run of items of one shape has. */
struct run {
    uint32_t first;
    uint32_t end; /* the node after the last one */
    uint32_t items;
    uint32_t rows;
    uint32_t questions;
    uint32_t bold;    /* labels that are lines of bold words */
    uint32_t named;   /* by classes of accordions */
    bool has_heading; /* a label is a heading */
    uint32_t titled;  /* items that start with a line of one shape, and have text */
    uint32_t label;   /* the first such line */
};

/* Whether classes of accordions name two of an item, its label and the text after it.
 */
static bool is_named(const struct folds *folds, uint32_t item, const struct row *row)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t next = next_child(folds, row->label, row->item);
    unsigned names = 0;

    names += is_named_unfolding(&nodes[item]) || is_named_unfolding(&nodes[row->item]);
    names += is_named_unfolding(&nodes[row->label]);
    names += next < nodes[row->item].end && is_named_unfolding(&nodes[next]);
    return names > 1 || is_named_accordion(&nodes[item]) ||
           is_named_accordion(&nodes[row->item]);
}

static bool is_bold_line(const struct folds *folds, const struct row *row)
{
    return tag_heading_level(folds->tree->nodes[row->label].tag) == 0 &&
           label_line_is_bold(folds, row->item, row->label);
}

/* Dates, and names with dates, are no titles. */
static bool has_digit(const struct folds *folds, uint32_t label)
{
    const struct node *nodes = folds->tree->nodes;

    for (uint32_t i = label; i < nodes[label].end; i++)
        for (size_t k = 0; nodes[i].is_text && k < nodes[i].text.size; k++)
            if (ascii_is_digit(nodes[i].text.data[k]))
                return true;
    return false;
}

/* Whether an item is a short line, written as headings are, before a text. */
static bool is_titled(
        const struct folds *folds, const struct run *run, const struct row *row)
{
    enum { MIN_TEXT = 40, TIMES = 3 /* as many letters as the line */ };
    const struct node *nodes = folds->tree->nodes;
    uint32_t words = letters_of(folds, row->label);
    uint32_t text =
            letters_between(&folds->sums, nodes[row->label].end, nodes[row->item].end);
    uint32_t next = next_child(folds, row->label, row->item);

    return text >= MIN_TEXT && text >= TIMES * words && next < nodes[row->item].end &&
           (tag_traits(nodes[next].tag) & TAG_BLOCK) != 0 &&
           nodes[row->item].tag != HTML_tr &&
           tag_heading_level(nodes[row->label].tag) == 0 &&
           nodes[row->label].tag != HTML_a &&
           !is_alike(folds->tree, row->label, next) &&
           label_line_is_title(folds, row->label) && !has_digit(folds, row->label) &&
           !label_line_has_picture(folds->tree, row->label) &&
           (run->titled == 0 || is_alike(folds->tree, run->label, row->label));
}

static void count_item(const struct folds *folds, struct run *run, uint32_t item)
{
    const struct node *nodes = folds->tree->nodes;
    struct row row;

    run->items++;
    run->end = nodes[item].end;
    if (!read_row(folds, &row, item))
        return;
    run->rows++;
    run->bold += is_bold_line(folds, &row);
    run->questions += folds_asks(folds, row.label);
    run->named += is_named(folds, item, &row);
    if (is_titled(folds, run, &row)) {
        run->label = run->titled == 0 ? row.label : run->label;
        run->titled++;
    }
    run->has_heading |= tag_heading_level(nodes[row.label].tag) > 0;
}

/* What the items of a run are known by, beside the microdata of each. */
struct kind {
    bool asks;
    bool is_named;
    bool has_bold;
    bool has_titles;
};

static struct kind kind_of(const struct run *run)
{
    return (struct kind){ .asks = run->questions > 1 &&
                                  run->questions * 2 >= run->items,
        .is_named = run->named * 2 > run->items && (run->items > 1 || run->has_heading),
        .has_bold = run->bold > 1,
        .has_titles = run->titled > 2 && run->titled * 5 >= run->items * 4 };
}

static bool is_wanted(const struct folds *folds, const struct run *run,
        const struct kind *kind, const struct row *row)
{
    return folds->is_taken[row->label] != TAKEN_BY_LINE &&
           (kind->asks || kind->is_named ||
                   (kind->has_bold && is_bold_line(folds, row)) ||
                   (kind->has_titles && is_titled(folds, run, row)));
}

static void add_run(struct folds *folds, const struct run *run)
{
    const struct node *nodes = folds->tree->nodes;
    struct kind kind = kind_of(run);
    bool is_any = kind.asks || kind.is_named || kind.has_bold || kind.has_titles;

    for (uint32_t i = run->first; i < run->end; i = nodes[i].end) {
        struct row row;
        if (nodes[i].is_text)
            continue;
        uint32_t name = is_question(&nodes[i]) ? name_of(folds, i) : TREE_NONE;
        if (name != TREE_NONE)
            folds_add_item(folds, i, name, false);
        else if (is_any && read_row(folds, &row, i) &&
                 is_wanted(folds, run, &kind, &row))
            folds_add_item(folds, i, row.label, !kind.asks && !kind.is_named);
    }
}

/* Looks at the children of an element for runs of items. */
static void look_into(struct folds *folds, uint32_t parent)
{
    const struct node *nodes = folds->tree->nodes;
    struct run run = { .first = TREE_NONE };

    for (uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end) {
        if (nodes[i].is_text || letters_of(folds, i) == 0)
            continue;
        if (run.first != TREE_NONE && !is_of_shape(folds, run.first, i)) {
            add_run(folds, &run);
            run.first = TREE_NONE;
        }
        if (run.first == TREE_NONE)
            run = (struct run){ .first = i };
        count_item(folds, &run, i);
    }
    if (run.first != TREE_NONE)
        add_run(folds, &run);
}

void folds_add_rows(struct folds *folds)
{
    const struct tree *tree = folds->tree;

    for (uint32_t i = 1; i < tree->count && !folds->failed;) {
        const struct node *node = &tree->nodes[i];
        bool is_left = !node->is_text && folds_leave_out(folds, i);
        if (!node->is_text && !is_left && letters_of(folds, i) > MIN_ANSWER)
            look_into(folds, i);
        i = is_left ? node->end : i + 1;
    }
}
