#include "indexer/html/label_line.h"

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/class_list.h"
#include "indexer/html/control_label.h"
#include "indexer/html/hidden.h"

enum {
    MAX_QUESTION = 200, /* letters */
    MAX_LABEL = 80,     /* letters of a label that asks nothing */
    MAX_NODES = 60      /* in a label */
};

static uint32_t letters_of(const struct folds *folds, uint32_t node)
{
    return letters_between(&folds->sums, node, folds->tree->nodes[node].end);
}

static palpate_view first_class(const struct node *node)
{
    palpate_view list = node_attribute(node, PALPATE_VIEW("class"));

    return class_list_next(&list);
}

static bool is_emphasis(const struct node *node)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("b"),
        PALPATE_VIEW_INIT("strong"), PALPATE_VIEW_INIT("em"), PALPATE_VIEW_INIT("i"),
        PALPATE_VIEW_INIT("u"), PALPATE_VIEW_INIT("big"), PALPATE_VIEW_INIT("font"),
        PALPATE_VIEW_INIT("mark"), PALPATE_VIEW_INIT("th") };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals(node->text, NAMES[i]))
            return true;
    return false;
}

static bool is_bold_style(const struct node *node)
{
    static const palpate_view WEIGHTS[] = { PALPATE_VIEW_INIT("bold"),
        PALPATE_VIEW_INIT("600"), PALPATE_VIEW_INIT("700"), PALPATE_VIEW_INIT("800"),
        PALPATE_VIEW_INIT("900") };
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    for (size_t i = 0; style.size > 0 && i < sizeof WEIGHTS / sizeof *WEIGHTS; i++)
        if (style_declares(style, PALPATE_VIEW("font-weight"), WEIGHTS[i]))
            return true;
    return false;
}

static bool is_bold(palpate_view emphasis)
{
    static const palpate_view BOLDS[] = { PALPATE_VIEW_INIT("b"),
        PALPATE_VIEW_INIT("strong"), PALPATE_VIEW_INIT("bold"), PALPATE_VIEW_INIT("u"),
        PALPATE_VIEW_INIT("th") };

    for (size_t i = 0; i < sizeof BOLDS / sizeof *BOLDS; i++)
        if (view_equals(emphasis, BOLDS[i]))
            return true;
    return false;
}

/* The size of "Q: ", "Q1. " or the like that a line starts with, or 0. */
static bool starts_with_q(const struct folds *folds, uint32_t line)
{
    const struct node *nodes = folds->tree->nodes;

    for (uint32_t i = line; i < nodes[line].end; i++)
        if (nodes[i].is_text && view_trim(nodes[i].text).size > 0)
            return question_sign_size(view_trim(nodes[i].text)) > 0;
    return false;
}

/* What all words of a line are emphasised by: the name of an element, itself or below
   it, of which a bold one comes first, or the sign of a question before them; empty
   where there is none. */
static palpate_view emphasis_of(const struct folds *folds, uint32_t line)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t letters = letters_of(folds, line);
    static const palpate_view BOLD = PALPATE_VIEW_INIT("bold");
    static const palpate_view SIGN = PALPATE_VIEW_INIT("Q");
    palpate_view emphasis = { NULL, 0 };

    for (uint32_t i = line; i < nodes[line].end && i < line + MAX_NODES; i++) {
        if (nodes[i].is_text || letters_of(folds, i) != letters)
            continue;
        if (is_bold_style(&nodes[i]))
            return BOLD;
        if (is_bold(nodes[i].text))
            return nodes[i].text;
        if (emphasis.size == 0 && is_emphasis(&nodes[i]))
            emphasis = nodes[i].text;
    }
    return emphasis.size == 0 && starts_with_q(folds, line) ? SIGN : emphasis;
}

bool label_line_is_one(const struct folds *folds, uint32_t line)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t end = nodes[line].end;
    uint32_t letters = letters_of(folds, line);

    if (end > line + MAX_NODES)
        return false;
    for (uint32_t i = line + 1; i < end; i++) {
        if (nodes[i].is_text || nodes[i].is_unread)
            continue;
        unsigned traits = tag_traits(nodes[i].tag);
        if ((traits & TAG_BLOCK) != 0 && letters_of(folds, i) > 0 &&
                letters_of(folds, i) != letters)
            return false;
        if ((traits & TAG_VOID) != 0 && letters_between(&folds->sums, line, i) > 0 &&
                letters_between(&folds->sums, i, end) > 0)
            return false;
    }
    return true;
}

static bool is_block(const struct node *node)
{
    return !node->is_text && (tag_traits(node->tag) & (TAG_BLOCK | TAG_VOID)) != 0;
}

/* Whether a line starts at a child of `parent`. */
static bool starts_line(const struct folds *folds, uint32_t parent, uint32_t node)
{
    enum { MAX_EMPTY = 8 /* children without letters before it */ };
    const struct node *nodes = folds->tree->nodes;

    for (unsigned i = 0; i < MAX_EMPTY && node > parent + 1; i++) {
        node = folds_brother_before(folds->tree, parent, node);
        if (node == TREE_NONE || is_block(&nodes[node]))
            return node != TREE_NONE;
        if (letters_of(folds, node) > 0)
            return false;
    }
    return node == parent + 1;
}

/* Whether nothing else is on the line of an inline element of `parent`. */
static bool has_line_alone(const struct folds *folds, uint32_t parent, uint32_t node)
{
    enum { MAX_EMPTY = 8 };
    const struct node *nodes = folds->tree->nodes;
    uint32_t next = nodes[node].end;

    for (unsigned i = 0; i < MAX_EMPTY && next < nodes[parent].end; i++) {
        if (is_block(&nodes[next]))
            return starts_line(folds, parent, node);
        if (letters_of(folds, next) > 0)
            return false;
        next = nodes[next].end;
    }
    return false;
}

static bool may_hold_label(const struct node *node)
{
    switch (node->tag) {
    case HTML_p:
    case HTML_div:
    case HTML_center:
    case HTML_a:
    case HTML_tr:
    case HTML_other: return true;
    default: return false;
    }
}

/* Whether a text ends as names and headings do, and no sentence. */
static bool ends_in_word(palpate_view text)
{
    static const palpate_view STOPS[] = { PALPATE_VIEW_INIT("。"),
        PALPATE_VIEW_INIT("！"), PALPATE_VIEW_INIT("，"), PALPATE_VIEW_INIT("、"),
        PALPATE_VIEW_INIT("："), PALPATE_VIEW_INIT("；"), PALPATE_VIEW_INIT("…"),
        PALPATE_VIEW_INIT("”"), PALPATE_VIEW_INIT("»"), PALPATE_VIEW_INIT("“"),
        PALPATE_VIEW_INIT("」"), PALPATE_VIEW_INIT("।") };
    char last = text.data[text.size - 1];

    for (size_t i = 0; i < sizeof STOPS / sizeof *STOPS; i++)
        if (view_ends_with(text, STOPS[i]))
            return false;
    return (unsigned char)last >= 0x80 || ascii_is_alphanumeric(last) || last == ')';
}

/* "+" in an element of its own. */
static bool is_sign(palpate_view text)
{
    enum { MAX_SIGN = 4 /* bytes */ };

    if (text.size > MAX_SIGN || count_letters(text) > 0)
        return false;
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_digit(text.data[i]) || text.data[i] == '.' || text.data[i] == ':')
            return false;
    return true;
}

static bool is_title_like(const struct folds *folds, uint32_t line)
{
    const struct node *nodes = folds->tree->nodes;

    for (uint32_t i = nodes[line].end; i-- > line;) {
        palpate_view text = view_trim(nodes[i].text);
        if (nodes[i].is_text && text.size > 0 && !is_sign(text))
            return ends_in_word(text);
    }
    return false;
}

bool label_line_has_picture(const struct tree *tree, uint32_t node)
{
    for (uint32_t i = node; i < tree->nodes[node].end && i < node + MAX_NODES; i++) {
        const struct node *part = &tree->nodes[i];
        if (part->tag == HTML_figure || part->tag == HTML_figcaption ||
                (part->tag == HTML_a && node_has_attribute(part, PALPATE_VIEW("href"))))
            return true;
    }
    return false;
}

bool label_line_is_title(const struct folds *folds, uint32_t node)
{
    uint32_t letters = letters_of(folds, node);

    return letters > 1 && label_line_is_one(folds, node) &&
           (folds_asks(folds, node) ? folds_is_within(folds, node, MAX_QUESTION)
                                    : folds_is_within(folds, node, MAX_LABEL) &&
                                              is_title_like(folds, node));
}

/* Links lead elsewhere, unless a question of a list that is called so is one. */
static bool is_free_of_links(const struct folds *folds, const struct label_line *line)
{
    const struct node *nodes = folds->tree->nodes;

    return linked_between(&folds->sums, line->node, nodes[line->node].end) == 0 ||
           (line->asks && is_named_unfolding(&nodes[line->node]));
}

/* Whether names say that a line is a label and what follows it is what it opens. */
static bool is_named_label(const struct folds *folds, uint32_t parent, uint32_t line)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t next = nodes[line].end;

    while (next < nodes[parent].end && letters_of(folds, next) == 0)
        next = nodes[next].end;
    if (next >= nodes[parent].end || nodes[next].is_text || !is_block(&nodes[line]) ||
            is_alike(folds->tree, line, next))
        return false;
    return (is_named_unfolding(&nodes[line]) && is_named_unfolding(&nodes[next])) ||
           (is_named_accordion(&nodes[parent]) && first_class(&nodes[line]).size > 0 &&
                   first_class(&nodes[next]).size > 0);
}

/* Whether the next row of a table has one text alone, and more of it. */
static bool is_before_text(const struct folds *folds, uint32_t parent, uint32_t row)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t next = folds_next_text(folds, nodes[row].end, nodes[parent].end);

    return next < nodes[parent].end && folds_is_row(folds, row) &&
           folds_is_row(folds, next) &&
           letters_of(folds, next) > letters_of(folds, row);
}

void label_line_read(struct label_line *out, const struct folds *folds, uint32_t parent,
        uint32_t node)
{
    const struct node *what = &folds->tree->nodes[node];
    uint32_t letters = letters_of(folds, node);

    *out = (struct label_line){ .node = node };
    if (what->is_text || !may_hold_label(what) || letters < 2 ||
            !folds_is_within(folds, node, MAX_QUESTION) ||
            !label_line_is_one(folds, node) ||
            (what->tag == HTML_tr && !is_before_text(folds, parent, node)))
        return;
    out->shape = (struct line_shape){ what->text, first_class(what),
        emphasis_of(folds, node) };
    out->asks = folds_asks(folds, node);
    bool is_name =
            folds_is_within(folds, node, MAX_LABEL) && is_title_like(folds, node) &&
            (is_bold(out->shape.emphasis) || is_named_label(folds, parent, node));
    out->is_label = (out->asks || is_name) && is_free_of_links(folds, out) &&
                    (is_block(what) || has_line_alone(folds, parent, node));
}

bool label_line_is_bold(const struct folds *folds, uint32_t parent, uint32_t node)
{
    struct label_line line;

    label_line_read(&line, folds, parent, node);
    return line.is_label && is_bold(line.shape.emphasis);
}

bool label_line_has_shape(const struct label_line *line, const struct line_shape *shape)
{
    return view_equals(line->shape.tag, shape->tag) &&
           view_equals(line->shape.class, shape->class) &&
           view_equals(line->shape.emphasis, shape->emphasis);
}
