/* "Frozen shoulder", a button "Show answer", and what it shows: the line before the
   button is the label. */
#include "indexer/html/control_label.h"
#include "indexer/html/label_line.h"

enum { MAX_COMMAND = 40 /* letters of a command */ };

static uint32_t letters_of(const struct folds *folds, uint32_t node)
{
    return letters_between(&folds->sums, node, folds->tree->nodes[node].end);
}

/* Whether a control says what it does. */
static bool is_command_at(struct folds *folds, uint32_t control)
{
    struct control_label label;

    if (letters_of(folds, control) > MAX_COMMAND)
        return false;
    if (!control_label_read(&label, folds->arena, folds->tree, control,
                folds->tree->nodes[control].end)) {
        folds->failed = true;
        return false;
    }
    return is_command(label.text);
}

/* The only text of an item before a control, a line that may be its label; TREE_NONE
   where there is none, or it is a heading, which needs no control. */
static uint32_t line_before(const struct folds *folds, uint32_t control)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t line = folds_next_text(folds, nodes[control].parent + 1, control);

    if (line >= control || nodes[line].is_text ||
            folds_next_text(folds, nodes[line].end, control) < control ||
            !label_line_is_title(folds, line) ||
            linked_between(&folds->sums, line, nodes[line].end) > 0 ||
            folds_is_taken(folds, line))
        return TREE_NONE;
    for (uint32_t i = line; i < nodes[line].end; i++)
        if (tag_heading_level(nodes[i].tag) > 0)
            return TREE_NONE;
    return line;
}

bool folds_add_commanded(struct folds *folds, uint32_t control)
{
    const struct node *nodes = folds->tree->nodes;
    uint32_t end = nodes[nodes[control].parent].end;
    uint32_t panel = folds_next_text(folds, nodes[control].end, end);
    uint32_t line = TREE_NONE;
    struct fold fold = { .sign = CONTROL_BUTTON };

    if (panel >= end || nodes[panel].is_text ||
            !folds_has_twin(folds, nodes[control].parent) ||
            (line = line_before(folds, control)) == TREE_NONE ||
            !is_command_at(folds, control))
        return false;
    fold.is = (struct disclosure){ .control = line,
        .panel = panel,
        .end = end,
        .item = nodes[control].parent,
        .has_command = true };
    return folds_put(folds, &fold) != NULL;
}
