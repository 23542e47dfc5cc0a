/* A control -> what it says, without its icons and hints. */
#ifndef INDEXER_CONTROL_LABEL_H
#define INDEXER_CONTROL_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/html/tree.h"

struct control_label {
    palpate_view text; /* white space collapsed; empty where nothing is said */
    uint32_t first;    /* its first text, a node */
};

/* Reads the nodes from `from` on and before `end`.  Icons, numbers set apart and what
   is only for screen readers ("Expand") count only where there is nothing else.  Lives
   in `arena`; false when memory is out. */
bool control_label_read(struct control_label *out, struct arena *arena,
        const struct tree *tree, uint32_t from, uint32_t end);

/* The size of what marks a text as a question, "Q: " or "Q1. ", or 0. */
size_t question_sign_size(palpate_view text);

/* Whether a label says what its control does, such as "Read more", and so names
   nothing that it opens. */
bool is_command(palpate_view label);

/* "01", "1.", "Q", "Q:": what stands before a question in an element of its own. */
bool is_number_of_label(palpate_view text);

#endif
