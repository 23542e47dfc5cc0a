/* What stands folded on a page, and the label that opens it. */
#ifndef INDEXER_DISCLOSURE_H
#define INDEXER_DISCLOSURE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

/* A summary, a button, a tab, a term or a question, and the panel that it heads. */
struct disclosure {
    uint32_t control; /* the outermost element that has no other words than the label */
    uint32_t first;   /* the first text of the label, a node */
    uint32_t panel;   /* the first node of the panel */
    uint32_t end;     /* the node after the panel */
    uint32_t item;    /* the innermost element around control and panel */
    uint32_t group;   /* the element around all that is folded beside it */
    bool is_group;    /* the group holds little else */
    bool is_apart;    /* other text stands between control and panel, or the panel is
                         first: the label is read where the panel starts */
    bool is_plain;    /* the label is a heading and nothing marks it as a control */
    bool is_copy;     /* another control heads the panel with the same label */
    bool is_named;    /* an attribute of the control says the label, and the panel is in
                         the control */
    bool has_command; /* "Show answer" stands between control and panel, and is not read
                       */
    palpate_view label;
};

#endif
