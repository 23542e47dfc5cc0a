#include "indexer/html/folds.h"

#include "core/view.h"
#include "indexer/html/hidden.h"

enum {
    MAX_LABEL = 300,   /* letters */
    MAX_BROTHERS = 200 /* elements that are looked at behind a control */
};

/* Whether what a nav element starts with is a list of tabs. */
static bool holds_tabs(const struct tree *tree, uint32_t nav)
{
    enum { MAX_LOOKS = 4 };

    for (uint32_t i = nav; i < tree->nodes[nav].end && i < nav + MAX_LOOKS; i++)
        if (view_equals(node_attribute(&tree->nodes[i], PALPATE_VIEW("role")),
                    PALPATE_VIEW("tablist")))
            return true;
    return false;
}

static bool is_left_out(const struct tree *tree, uint32_t number)
{
    const struct node *node = &tree->nodes[number];
    enum { MAX_LOOKS = 1000 /* nodes of a header */ };

    if (node->is_unread)
        return true;
    if (node->tag == HTML_nav)
        return !holds_tabs(tree, number);
    if (node->tag == HTML_header) {
        uint32_t end = node->end < number + MAX_LOOKS ? node->end : number + MAX_LOOKS;
        return tree_find(tree, number, end, HTML_nav) != TREE_NONE &&
               tree_find(tree, number, end, HTML_h1) == TREE_NONE;
    }
    return node->attributes != NULL && node->tag != HTML_body && is_menu(node);
}

bool folds_leave_out(const struct folds *folds, uint32_t number)
{
    enum { UNKNOWN, READ, LEFT_OUT };
    uint8_t *known = &folds->is_left[number];

    if (*known == UNKNOWN)
        *known = is_left_out(folds->tree, number) ? LEFT_OUT : READ;
    return *known == LEFT_OUT;
}

bool folds_are_left_out(const struct folds *folds, uint32_t number)
{
    for (; number != 0; number = folds->tree->nodes[number].parent)
        if (folds_leave_out(folds, number))
            return true;
    return false;
}

uint32_t folds_outermost(const struct folds *folds, uint32_t node, uint32_t limit)
{
    const struct node *nodes = folds->tree->nodes;
    enum { LOOK_UP = 8 };
    uint32_t letters = letters_between(&folds->sums, node, nodes[node].end);

    for (unsigned i = 0; i < LOOK_UP; i++) {
        uint32_t above = nodes[node].parent;
        if (above <= limit || nodes[above].tag == HTML_body ||
                nodes[above].tag == HTML_dl || nodes[above].tag == HTML_details ||
                letters_between(&folds->sums, above, nodes[above].end) != letters)
            break;
        node = above;
    }
    return node;
}

bool folds_asks(const struct folds *folds, uint32_t node)
{
    static const palpate_view MARKS[] = { PALPATE_VIEW_INIT("?"),
        PALPATE_VIEW_INIT("\xEF\xBC\x9F"), PALPATE_VIEW_INIT("\xD8\x9F") };
    const struct node *nodes = folds->tree->nodes;
    unsigned looks = 0;

    for (uint32_t i = nodes[node].end; looks++ < MAX_BROTHERS && i-- > node;) {
        palpate_view text = view_trim(nodes[i].text);
        if (!nodes[i].is_text || text.size == 0)
            continue;
        for (size_t k = 0; k < sizeof MARKS / sizeof *MARKS; k++)
            if (view_ends_with(text, MARKS[k]))
                return true;
        if (count_letters(text) > 0)
            return false;
    }
    return false;
}

/* Where the panel that starts at `panel`, a later brother of the control, ends: where
   the next control of its kind stands, or with the item of a list of items. */
static uint32_t end_of(
        const struct folds *folds, struct fold *fold, uint32_t control, uint32_t panel)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t parent = nodes[control].parent;
    uint32_t end = nodes[parent].end;
    uint32_t last = folds_next_text(folds, nodes[panel].end, end);

    for (unsigned i = 0; i < MAX_BROTHERS && last < end; i++) {
        if (is_of_kind(folds->tree, control, last)) {
            fold->is_flat = true;
            return last;
        }
        last = folds_next_text(folds, nodes[last].end, end);
    }
    const struct fold *before =
            folds->count > 0 ? &folds->items[folds->count - 1] : NULL;
    fold->is_flat = before != NULL && before->is_flat && before->is.item == parent;
    if (nodes[control].tag == HTML_dt ||
            (!fold->is_flat && folds_has_twin(folds, parent)))
        return end;
    return nodes[panel].end;
}

/* A form to fill in, or what only leads elsewhere. */
static bool is_no_text(const struct folds *folds, const struct fold *fold)
{
    enum { FIELD_LETTERS = 250 /* to a field */, LINKED = 70 /* percent */ };
    enum { MAX_LOOKS = 400 };
    const struct disclosure *is = &fold->is;
    uint32_t letters = letters_between(&folds->sums, is->panel, is->end);
    uint32_t linked = linked_between(&folds->sums, is->panel, is->end);
    uint32_t fields = 0;
    uint32_t end = is->end < is->panel + MAX_LOOKS ? is->end : is->panel + MAX_LOOKS;

    if (letters == 0 ||
            (!fold->is_question && (uint64_t)linked * 100 > (uint64_t)letters * LINKED))
        return true;
    for (uint32_t i = is->panel; i < end; i++) {
        enum tag tag = folds->tree->nodes[i].tag;
        fields += tag == HTML_input || tag == HTML_select || tag == HTML_textarea;
    }
    return letters < FIELD_LETTERS * fields;
}

struct fold *folds_put(struct folds *folds, struct fold *fold)
{
    const struct node *nodes = folds->tree->nodes;
    struct disclosure *is = &fold->is;
    uint32_t end = is->is_named ? is->control : nodes[is->control].end;
    uint32_t letters = is->is_named ? count_letters(is->label)
                                    : letters_between(&folds->sums, is->control, end);
    uint32_t linked = linked_between(&folds->sums, is->control, end);

    fold->is_question = is->is_named ? view_ends_with(is->label, PALPATE_VIEW("?"))
                                     : folds_asks(folds, is->control);
    fold->is_hidden = hidden_at_first(&nodes[is->panel]);
    bool is_menu_like = nodes[is->panel].attributes != NULL &&
                        is_menu(&nodes[is->panel]) && nodes[is->panel].tag != HTML_nav;
    bool is_link = linked * 2 > letters && fold->sign != CONTROL_REFERS &&
                   !(fold->is_question && fold->is_row);
    bool is_long = is->is_named ? letters > MAX_LABEL
                                : !folds_is_within(folds, is->control, MAX_LABEL);
    if (letters < 2 || is_long || is_link || is_menu_like || is_no_text(folds, fold))
        return NULL;
    folds->failed |= !arena_grow(folds->arena, (void **)&folds->items, &folds->room,
            folds->count, sizeof *folds->items);
    if (folds->failed)
        return NULL;
    folds->is_taken[is->control] = 1;
    folds->items[folds->count] = *fold;
    return &folds->items[folds->count++];
}

static struct fold *add_summary(
        struct folds *folds, struct fold *fold, uint32_t summary)
{
    const struct node *nodes = folds->tree->nodes;
    enum { LOOK_UP = 3 };
    uint32_t details = nodes[summary].parent;

    for (unsigned i = 0; i < LOOK_UP && nodes[details].tag != HTML_details; i++)
        details = nodes[details].parent;
    if (nodes[details].tag != HTML_details)
        return NULL;
    fold->is.item = details;
    fold->is.control = folds_outermost(folds, summary, details);
    fold->is.panel = nodes[fold->is.control].end;
    fold->is.end = nodes[details].end;
    return fold->is.panel < fold->is.end ? folds_put(folds, fold) : NULL;
}

/* A box of its own; not what goes on in the line, nor the next item or cell. */
static bool may_be_panel(const struct node *node)
{
    return (tag_traits(node->tag) & TAG_BLOCK) != 0 && node->tag != HTML_li &&
           node->tag != HTML_td && node->tag != HTML_th && node->tag != HTML_tr &&
           node->tag != HTML_dt;
}

/* The brother behind the control is its panel. */
static struct fold *add_following(struct folds *folds, struct fold *fold)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t control = fold->is.control;
    uint32_t end = nodes[nodes[control].parent].end;

    fold->is.item = nodes[control].parent;
    fold->is.panel = folds_next_text(folds, nodes[control].end, end);
    if (fold->is.panel >= end)
        return NULL;
    bool is_row = nodes[control].tag == HTML_tr && folds_is_row(folds, fold->is.panel);
    if (!is_row && !may_be_panel(&nodes[fold->is.panel]))
        return NULL;
    if (is_alike(folds->tree, control, fold->is.panel) &&
            !(is_row && hidden_at_first(&nodes[fold->is.panel])))
        return NULL;
    fold->is.end = end_of(folds, fold, control, fold->is.panel);
    return folds_put(folds, fold);
}

/* The panel is the element that the control names, or what follows in it where the
   control is in that element itself. */
static struct fold *add_named(struct folds *folds, struct fold *fold, uint32_t target)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t control = fold->is.control;
    uint32_t after = nodes[control].end;
    bool holds_control = target <= control && control < nodes[target].end;

    fold->is.panel = holds_control ? after : target;
    fold->is.end = nodes[target].end;
    fold->is.item = nodes[control].parent;
    fold->is.is_apart = target < control && !holds_control;
    if (control <= target && target < after)
        return NULL;
    if (!fold->is.is_apart)
        fold->is.is_apart = letters_between(&folds->sums, after, fold->is.panel) > 0;
    if (fold->is.is_apart || holds_control)
        fold->is.item = target;
    else if (nodes[target].parent == fold->is.item)
        fold->is.end = end_of(folds, fold, control, target);
    else
        while (fold->is.item != 0 && nodes[fold->is.item].end <= target)
            fold->is.item = nodes[fold->is.item].parent;
    return fold->is.panel < fold->is.end ? folds_put(folds, fold) : NULL;
}

/* A picture with its caption, which a button enlarges. */
static bool is_picture(const struct node *node)
{
    return node->tag == HTML_figure || node->tag == HTML_aside;
}

struct fold *folds_add(struct folds *folds, uint32_t node, struct control control)
{
    struct fold fold = {
        .sign = control.sign, .is_tab = control.is_tab, .is_term = control.is_term
    };

    if (control.sign == CONTROL_SUMMARY)
        return add_summary(folds, &fold, node);
    fold.is.control = folds_outermost(folds, node, TREE_NONE);
    if (control.sign <= CONTROL_BUTTON &&
            is_picture(&folds->tree->nodes[fold.is.control]))
        return NULL;
    if (folds_add_commanded(folds, fold.is.control))
        return &folds->items[folds->count - 1];
    if (control.target != TREE_NONE)
        return add_named(folds, &fold, control.target);
    return add_following(folds, &fold);
}

void folds_add_item(struct folds *folds, uint32_t item, uint32_t label, bool is_line)
{
    const struct node *nodes = folds->tree->nodes;
    struct fold fold = { .sign = CONTROL_BUTTON, .is_row = true, .is_line = is_line };

    fold.is.control = folds_outermost(folds, label, item);
    fold.is.item = item;
    fold.is.panel = nodes[fold.is.control].end;
    fold.is.end = nodes[item].end;
    if (fold.is.panel < fold.is.end)
        (void)folds_put(folds, &fold);
}

bool folds_is_taken(const struct folds *folds, uint32_t label)
{
    for (uint32_t i = label; i < folds->tree->nodes[label].end; i++)
        if (folds->is_taken[i] != 0)
            return true;
    return false;
}

void folds_add_tab(struct folds *folds, uint32_t label, uint32_t panel)
{
    const struct node *nodes = folds->tree->nodes;
    struct fold fold = { .sign = CONTROL_REFERS, .is_tab = true };

    if (folds_is_taken(folds, label))
        return;
    fold.is = (struct disclosure){ .control = label,
        .panel = panel,
        .end = nodes[panel].end,
        .item = panel,
        .is_apart = true };
    (void)folds_put(folds, &fold);
}
