/* Labels that are lines of their own between the texts that they head, with nothing
   around both: "<p><b>Question?</b></p><p>Answer</p>", or lines of one paragraph. */
#include "indexer/html/label_line.h"

enum {
    MIN_ANSWER = 20, /* letters */
    MAX_LINES = 2000 /* children of an element that are looked at */
};

/* What the children of an element are, seen from one label among them. */
struct count {
    uint32_t labels;
    uint32_t alike; /* all children of the shape of a label */
    uint32_t questions;
    uint32_t headed;  /* labels with text after them */
    uint32_t letters; /* of labels */
    uint32_t text;    /* letters after labels */
};

static uint32_t letters_of(const struct folds *folds, uint32_t node)
{
    return letters_between(&folds->sums, node, folds->tree->nodes[node].end);
}

static bool is_heading(const struct node *node)
{
    return tag_heading_level(node->tag) > 0;
}

static void count_lines(struct count *out, const struct folds *folds, uint32_t parent,
        const struct line_shape *shape)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t behind = 0; /* letters after the last label */
    bool is_open = false;
    unsigned looks = 0;

    *out = (struct count){ .labels = 0 };
    for (uint32_t i = parent + 1; i < nodes[parent].end && looks++ < MAX_LINES;
            i = nodes[i].end) {
        struct label_line line;
        label_line_read(&line, folds, parent, i);
        bool is_label = line.is_label && label_line_has_shape(&line, shape);
        out->alike += label_line_has_shape(&line, shape);
        if (!is_label && !is_heading(&nodes[i])) {
            behind += is_open ? letters_of(folds, i) : 0;
            continue;
        }
        out->headed += behind >= MIN_ANSWER;
        out->text += behind;
        out->labels += is_label;
        out->questions += is_label && line.asks;
        out->letters += is_label ? letters_of(folds, i) : 0;
        is_open = is_label;
        behind = 0;
    }
    out->headed += behind >= MIN_ANSWER;
    out->text += behind;
}

static bool are_labels(const struct count *count)
{
    bool ask = count->questions > 1 && count->questions * 2 >= count->labels;

    return count->labels > 1 && count->labels * 5 >= count->alike * 4 &&
           count->headed * 3 >= count->labels * 2 &&
           (ask || count->text >= 2 * count->letters);
}

/* The place where the text of the last label ends: what is not written as the start of
   it is another part of the page. */
static uint32_t end_of_last(const struct folds *folds, uint32_t panel, uint32_t end)
{
    const struct node *nodes = folds->tree->nodes;

    for (uint32_t i = nodes[panel].end; i < end; i = nodes[i].end) {
        enum tag tag = nodes[i].tag;
        bool is_of_text = nodes[i].is_text || tag == HTML_p || tag == HTML_ul ||
                          tag == HTML_ol || tag == HTML_table ||
                          tag == HTML_blockquote || tag == HTML_figure ||
                          tag == HTML_tr || (tag_traits(tag) & TAG_BLOCK) == 0;
        if (!is_of_text && !is_alike(folds->tree, i, panel))
            return i;
    }
    return end;
}

/* Adds a label and what follows it before `end`, unless something else marks it, too.
 */
static void add_line(struct folds *folds, uint32_t parent,
        const struct label_line *label, uint32_t end, bool has_others)
{
    const struct node *nodes = folds->tree->nodes;
    struct fold fold = { .sign = CONTROL_BUTTON,
        .is_row = true,
        .is_flat = true,
        .is_line = !label->asks,
        .has_others = has_others };

    if (folds_is_taken(folds, label->node))
        return;
    fold.is.control = label->node;
    fold.is.item = parent;
    fold.is.panel = folds_next_text(folds, nodes[label->node].end, end);
    if (fold.is.panel >= end)
        return;
    fold.is.end =
            end == nodes[parent].end ? end_of_last(folds, fold.is.panel, end) : end;
    if (folds_put(folds, &fold) != NULL)
        folds->is_taken[label->node] = TAKEN_BY_LINE;
}

static void add_lines(struct folds *folds, uint32_t parent,
        const struct line_shape *shape, bool has_others)
{
    const struct node *nodes = folds->tree->nodes;
    struct label_line label = { .node = TREE_NONE };

    for (uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end) {
        struct label_line line;
        label_line_read(&line, folds, parent, i);
        bool is_label = line.is_label && label_line_has_shape(&line, shape);
        if (!is_label && !is_heading(&nodes[i]))
            continue;
        if (label.node != TREE_NONE)
            add_line(folds, parent, &label, i, has_others);
        label = is_label ? line : (struct label_line){ .node = TREE_NONE };
    }
    if (label.node != TREE_NONE)
        add_line(folds, parent, &label, nodes[parent].end, has_others);
}

/* The shapes of labels that the page has. */
struct shapes {
    struct line_shape items[8];
    uint32_t count;
};

static bool is_among(const struct shapes *shapes, const struct label_line *line)
{
    for (uint32_t i = 0; i < shapes->count; i++)
        if (label_line_has_shape(line, &shapes->items[i]))
            return true;
    return false;
}

static void note_shape(struct shapes *shapes, const struct label_line *line)
{
    enum { ROOM = sizeof shapes->items / sizeof *shapes->items };

    if (shapes->count < ROOM && !is_among(shapes, line))
        shapes->items[shapes->count++] = line->shape;
}

/* Looks for labels of up to a few shapes among the children of an element. */
static void look_into(struct folds *folds, uint32_t parent, struct shapes *known)
{
    enum { MAX_TRIED = 3 };
    const struct node *nodes = folds->tree->nodes;
    struct shapes tried = { .count = 0 };
    unsigned looks = 0;

    for (uint32_t i = parent + 1;
            i < nodes[parent].end && tried.count < MAX_TRIED && looks++ < MAX_LINES;
            i = nodes[i].end) {
        struct label_line line;
        struct count lines;
        label_line_read(&line, folds, parent, i);
        if (!line.is_label || is_among(&tried, &line))
            continue;
        note_shape(&tried, &line);
        count_lines(&lines, folds, parent, &line.shape);
        if (are_labels(&lines)) {
            note_shape(known, &line);
            add_lines(folds, parent, &line.shape, false);
            return;
        }
    }
}

/* A builder may part a text, so that a box holds one label alone: its shape tells. */
static void look_for_known(
        struct folds *folds, uint32_t parent, const struct shapes *known)
{
    const struct node *nodes = folds->tree->nodes;
    unsigned looks = 0;

    for (uint32_t i = parent + 1; i < nodes[parent].end && looks++ < MAX_LINES;
            i = nodes[i].end) {
        struct label_line line;
        struct count lines;
        label_line_read(&line, folds, parent, i);
        if (!line.is_label || !is_among(known, &line))
            continue;
        count_lines(&lines, folds, parent, &line.shape);
        if (lines.headed > 0 && lines.labels * 5 >= lines.alike * 4)
            add_lines(folds, parent, &line.shape, true);
        return;
    }
}

/* Looks into all elements for labels, or for those of shapes that are known. */
static void look_at_page(struct folds *folds, struct shapes *known, bool is_second)
{
    const struct tree *tree = folds->tree;

    for (uint32_t i = 1; i < tree->count && !folds->failed; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text || node->end < i + 4)
            continue;
        if (folds_leave_out(folds, i)) {
            i = node->end - 1;
            continue;
        }
        if (letters_of(folds, i) < 2 * MIN_ANSWER)
            continue;
        if (is_second)
            look_for_known(folds, i, known);
        else
            look_into(folds, i, known);
    }
}

void folds_add_lines(struct folds *folds)
{
    struct shapes known = { .count = 0 };

    look_at_page(folds, &known, false);
    if (known.count > 0)
        look_at_page(folds, &known, true);
}
