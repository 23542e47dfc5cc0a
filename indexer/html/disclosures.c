#include "indexer/html/disclosures.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/table.h"
#include "core/view.h"
#include "indexer/html/control_label.h"
#include "indexer/html/label_line.h"

/* What a term is, or the control that has all of its words. */
static struct control control_of_term(const struct folds *folds, uint32_t term)
{
    enum { MAX_LOOKS = 20 /* nodes of a term */ };
    const struct tree *tree = folds->tree;
    uint32_t end = tree->nodes[term].end;
    uint32_t letters = letters_between(&folds->sums, term, end);
    struct control control = control_read(&folds->ids, term);

    for (uint32_t i = term + 1; i < end && i < term + MAX_LOOKS && control.is_term;
            i++) {
        if (tree->nodes[i].is_text ||
                letters_between(&folds->sums, i, tree->nodes[i].end) != letters)
            continue;
        struct control inner = control_read(&folds->ids, i);
        if (inner.sign != CONTROL_NONE)
            control = inner;
    }
    return control;
}

static struct control control_of(const struct folds *folds, uint32_t element)
{
    const struct control none = { .sign = CONTROL_NONE };
    const struct node *node = &folds->tree->nodes[element];

    if (node->is_text)
        return none;
    if (node->tag == HTML_dt)
        return control_of_term(folds, element);
    return node->attributes != NULL || node->tag == HTML_summary ||
                           node->tag == HTML_button
                   ? control_read(&folds->ids, element)
                   : none;
}

/* What controls open, in the order of the page. */
static void add_controls(struct folds *folds)
{
    const struct tree *tree = folds->tree;

    for (uint32_t i = 1; i < tree->count && !folds->failed;) {
        const struct node *node = &tree->nodes[i];
        if (!node->is_text && (folds->is_taken[i] != 0 || folds_leave_out(folds, i))) {
            i = node->end;
            continue;
        }
        struct control control = control_of(folds, i);
        if (control.sign == CONTROL_CLICK && !label_line_is_one(folds, i))
            control.sign = CONTROL_NONE;
        const struct fold *fold =
                control.sign != CONTROL_NONE ? folds_add(folds, i, control) : NULL;
        i = fold != NULL ? tree->nodes[fold->is.control].end : i + 1;
    }
}

/* By the start of the control; of nested ones the outer first. */
static int compare_folds(const void *a, const void *b)
{
    const struct fold *first = a;
    const struct fold *second = b;

    if (first->is.control != second->is.control)
        return first->is.control < second->is.control ? -1 : 1;
    return (first->sign < second->sign) - (first->sign > second->sign);
}

static uint32_t brothers_of(const struct folds *folds, const struct fold *fold)
{
    return fold->is_flat ? fold->is.item : folds->tree->nodes[fold->is.item].parent;
}

/* Panels apart from their controls stand beside each other. */
static uint32_t group_of(const struct folds *folds, const struct fold *fold)
{
    const struct node *nodes = folds->tree->nodes;

    return fold->is.is_apart ? nodes[fold->is.panel].parent : brothers_of(folds, fold);
}

static bool read_labels(struct folds *folds, struct arena *arena)
{
    for (uint32_t i = 0; i < folds->count; i++) {
        struct fold *fold = &folds->items[i];
        struct control_label label;
        if (fold->is.is_named) {
            fold->is.first = fold->is.control;
            fold->is.group = group_of(folds, fold);
            fold->is_none = is_command(fold->is.label);
            continue;
        }
        if (!control_label_read(&label, arena, folds->tree, fold->is.control,
                    folds->tree->nodes[fold->is.control].end))
            return false;
        fold->is.label = label.text;
        fold->is.first = label.first;
        fold->is.group = group_of(folds, fold);
        fold->is_none = label.first == TREE_NONE || count_letters(label.text) < 2 ||
                        is_command(label.text);
    }
    return true;
}

/* The slot of a label in a table of labels, or the free one where it goes. */
static struct table_slot *slot_of(
        const struct folds *folds, const struct table *table, palpate_view label)
{
    struct table_slot *slot = table_first(table, hash_of(label));

    while (slot->number != 0 &&
            !view_equals(folds->items[slot->number - 1].is.label, label))
        slot = table_next(table, slot);
    return slot;
}

/* A label that many controls have says what they do. */
static bool drop_common_labels(struct folds *folds)
{
    enum { COMMON = 3 };
    struct table table = { .arena = folds->arena };
    uint32_t *counts = arena_zeroed(folds->arena, folds->count, sizeof *counts);

    if (counts == NULL || !table_make_room(&table, folds->count))
        return false;
    for (uint32_t i = 0; i < folds->count; i++) {
        palpate_view label = folds->items[i].is.label;
        struct table_slot *slot = slot_of(folds, &table, label);
        if (slot->number == 0)
            table_put(&table, slot, hash_of(label), i + 1);
        bool is_again =
                i > 0 && folds->items[i - 1].is.control == folds->items[i].is.control;
        counts[slot->number - 1] += !folds->items[i].is_none && !is_again;
    }
    for (uint32_t i = 0; i < folds->count; i++) {
        struct fold *fold = &folds->items[i];
        uint32_t first = slot_of(folds, &table, fold->is.label)->number - 1;
        fold->is_none |= counts[first] >= COMMON && !fold->is_question &&
                         fold->sign != CONTROL_SUMMARY;
    }
    return true;
}

/* Of the controls of one panel the one at it heads it, where all say the same; else
   they turn its pages. */
static bool settle_shared_panels(struct folds *folds)
{
    uint32_t *heads =
            arena_zeroed(folds->arena, (size_t)folds->tree->count + 1, sizeof *heads);

    if (heads == NULL)
        return false;
    for (uint32_t i = 0; i < folds->count; i++) {
        struct fold *fold = &folds->items[i];
        uint32_t *head = &heads[fold->is.panel];
        if (fold->is_none)
            continue;
        if (*head == 0) {
            *head = i + 1;
            continue;
        }
        struct fold *other = &folds->items[*head - 1];
        bool is_same = view_equals_ignoring_case(other->is.label, fold->is.label);
        bool is_better = other->is.is_apart && !fold->is.is_apart;
        struct fold *worse = is_better ? other : fold;
        if (is_better)
            *head = i + 1;
        if (is_same)
            worse->is.is_copy = true;
        else if (other->is.is_apart == fold->is.is_apart)
            other->is_none = fold->is_none = true;
        else
            worse->is_none = true;
    }
    return true;
}

/* Whether a fold of the same shape with another label is near one in the same group. */
static bool has_like(const struct folds *folds, uint32_t number)
{
    enum { NEAR = 4 };
    const struct fold *fold = &folds->items[number];
    uint32_t from = number > NEAR ? number - NEAR : 0;

    for (uint32_t i = from; i < folds->count && i <= number + NEAR; i++) {
        const struct fold *other = &folds->items[i];
        if (i != number && !other->is_none && other->is.group == fold->is.group &&
                is_alike(folds->tree, other->is.control, fold->is.control) &&
                !view_equals(other->is.label, fold->is.label))
            return true;
    }
    return false;
}

/* What is weakly marked needs another one beside it. */
static bool drop_lone(struct folds *folds)
{
    uint32_t *members = arena_zeroed(folds->arena, folds->tree->count, sizeof *members);

    if (members == NULL)
        return false;
    for (uint32_t i = 0; i < folds->count; i++)
        members[folds->items[i].is.group] += !folds->items[i].is_none;
    for (uint32_t i = 0; i < folds->count; i++) {
        struct fold *fold = &folds->items[i];
        bool is_lone = members[fold->is.group] < 2;
        bool is_weak = fold->sign <= CONTROL_BUTTON && !fold->is_row &&
                       !fold->is_question &&
                       (!fold->is_hidden || fold->sign == CONTROL_CLICK);
        bool is_line = fold->is_line && !fold->has_others;
        fold->is_none |= fold->sign == CONTROL_MARK && !has_like(folds, i);
        fold->is_none |= is_lone && (is_weak || is_line || fold->is.is_apart);
    }
    return true;
}

/* A control before a control has no panel of its own: the panel is made by a script. */
static void drop_empty(struct folds *folds)
{
    for (uint32_t i = 0; i + 1 < folds->count; i++) {
        struct fold *fold = &folds->items[i];
        const struct fold *next = &folds->items[i + 1];
        if (fold->sign != CONTROL_SUMMARY && fold->is.panel <= next->is.control &&
                next->is.control < fold->is.end &&
                letters_between(&folds->sums, fold->is.panel, next->is.control) == 0 &&
                is_alike(folds->tree, fold->is.control, next->is.control))
            fold->is_none = true;
    }
}

static bool is_term(const struct folds *folds, const struct fold *fold)
{
    const struct node *nodes = folds->tree->nodes;
    const struct node *term = &nodes[fold->is.control];

    return fold->is_term && term->tag == HTML_dt && !is_named_unfolding(term) &&
           !is_named_unfolding(&nodes[term->parent]);
}

/* A list of terms with a sentence or two each is data: it reads as one passage, and the
   terms as part of it. */
static bool drop_data(struct folds *folds)
{
    /* Letters that explain a term: two or three sentences, about half a passage. */
    enum { MIN_TEXT = 200 };
    uint32_t *letters = arena_zeroed(folds->arena, folds->tree->count, sizeof *letters);
    uint32_t *terms = arena_zeroed(folds->arena, folds->tree->count, sizeof *terms);

    if (letters == NULL || terms == NULL)
        return false;
    for (uint32_t i = 0; i < folds->count; i++) {
        const struct fold *fold = &folds->items[i];
        if (!is_term(folds, fold))
            continue;
        letters[fold->is.group] +=
                letters_between(&folds->sums, fold->is.panel, fold->is.end);
        terms[fold->is.group]++;
    }
    for (uint32_t i = 0; i < folds->count; i++) {
        struct fold *fold = &folds->items[i];
        uint32_t list = fold->is.group;
        fold->is_none |= is_term(folds, fold) && !fold->is_question &&
                         letters[list] < MIN_TEXT * terms[list];
    }
    return true;
}

/* Of two folds with one label the better marked one is right. */
static void drop_nested(struct folds *folds)
{
    const struct node *nodes = folds->tree->nodes;
    struct fold *last = NULL;

    for (uint32_t i = 0; i < folds->count; i++) {
        struct fold *fold = &folds->items[i];
        if (fold->is_none || fold->is.is_named)
            continue;
        bool is_inside = last != NULL && fold->is.control < nodes[last->is.control].end;
        if (is_inside && fold->sign > last->sign)
            last->is_none = true;
        else if (is_inside)
            fold->is_none = true;
        if (!fold->is_none)
            last = fold;
    }
}

/* Panels that start with their label again, which heads the same. */
static void drop_echoes(struct folds *folds)
{
    for (uint32_t i = 0; i + 1 < folds->count; i++) {
        const struct fold *fold = &folds->items[i];
        struct fold *next = &folds->items[i + 1];
        if (!fold->is_none && !next->is_none && !fold->is.is_apart &&
                fold->is.panel <= next->is.control && next->is.end <= fold->is.end &&
                letters_between(&folds->sums, fold->is.panel, next->is.control) == 0 &&
                view_equals_ignoring_case(fold->is.label, next->is.label))
            next->is.is_copy = true;
    }
}

static bool has_heading(const struct tree *tree, uint32_t node)
{
    for (uint32_t i = node; i < tree->nodes[node].end; i++)
        if (tag_heading_level(tree->nodes[i].tag) > 0)
            return true;
    return false;
}

/* Finds the groups that hold little but disclosures. */
static bool find_groups(struct folds *folds, struct disclosures *found)
{
    enum { SHARE = 70 /* percent of the letters */ };
    const struct node *nodes = folds->tree->nodes;
    uint32_t *letters = arena_zeroed(folds->arena, folds->tree->count, sizeof *letters);

    for (uint32_t i = 0; letters != NULL && i < found->count; i++) {
        const struct disclosure *one = &found->items[i];
        letters[one->group] +=
                letters_between(&folds->sums, one->panel, one->end) +
                (one->is_apart || one->is_named
                                ? 0
                                : letters_between(&folds->sums, one->control,
                                          nodes[one->control].end));
    }
    for (uint32_t i = 0; letters != NULL && i < found->count; i++) {
        struct disclosure *one = &found->items[i];
        uint64_t all = letters_between(&folds->sums, one->group, nodes[one->group].end);
        one->is_group = !one->is_plain && one->group != TREE_NONE &&
                        (uint64_t)letters[one->group] * 100 >= all * SHARE;
    }
    return letters != NULL;
}

static palpate_status hand_out(
        struct disclosures *out, struct arena *arena, struct folds *folds)
{
    out->items = arena_alloc(arena, folds->count * sizeof *out->items);
    for (uint32_t i = 0; out->items != NULL && i < folds->count; i++) {
        const struct fold *fold = &folds->items[i];
        if (fold->is_none)
            continue;
        struct disclosure *is = &out->items[out->count++];
        *is = fold->is;
        is->is_plain = fold->is_line ||
                       (fold->is_row && has_heading(folds->tree, is->control));
    }
    return out->items != NULL && find_groups(folds, out) ? PALPATE_OK
                                                         : PALPATE_NO_MEMORY;
}

palpate_status disclosures_find(struct disclosures *out, struct arena *arena,
        const struct tree *tree, palpate_error *err)
{
    struct arena scratch = { 0 };
    struct folds folds = { .tree = tree, .arena = &scratch };

    *out = (struct disclosures){ NULL, 0 };
    bool is_read = text_sums_read(&folds.sums, &scratch, tree) &&
                   ids_read(&folds.ids, &scratch, tree);
    folds.is_taken = arena_zeroed(&scratch, tree->count, 1);
    folds.is_left = arena_zeroed(&scratch, tree->count, 1);
    is_read = is_read && folds.is_taken != NULL && folds.is_left != NULL;
    if (is_read) {
        folds_add_choices(&folds);
        add_controls(&folds);
        folds_add_named(&folds);
        folds_add_tabs(&folds);
        folds_add_marked(&folds);
        folds_add_lines(&folds);
        folds_add_rows(&folds);
    }
    if (is_read && folds.count > 0)
        qsort(folds.items, folds.count, sizeof *folds.items, compare_folds);
    is_read = is_read && !folds.failed && read_labels(&folds, arena);
    if (is_read)
        drop_empty(&folds);
    is_read = is_read && drop_data(&folds) && drop_common_labels(&folds) &&
              drop_lone(&folds) && settle_shared_panels(&folds);
    if (is_read)
        drop_nested(&folds);
    if (is_read)
        drop_echoes(&folds);
    palpate_status status = is_read ? hand_out(out, arena, &folds) : PALPATE_NO_MEMORY;
    arena_free(&scratch);
    return status == PALPATE_OK
                   ? PALPATE_OK
                   : fail(err, status, "out of memory for the parts of a page");
}
