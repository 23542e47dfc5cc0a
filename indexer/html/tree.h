/* Page bytes -> a light tree of elements and texts. */
#ifndef INDEXER_TREE_H
#define INDEXER_TREE_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/html/stream_marks.h"
#include "indexer/html/style_rules.h"
#include "indexer/html/tags.h"
#include "indexer/html/tree_bounds.h"

enum {
    TREE_NONE = 0, /* no node: node 0 is the document itself */
    TREE_MAX_DEPTH =
            4096, /* deeper elements hang on the one at this depth: no text is lost */
    TREE_MAX_SIZE = 12 * 1024 * 1024 /* bytes of a page */
};

struct attribute {
    palpate_view name; /* lower case */
    palpate_view value;
    const struct attribute *next;
};

/* Nodes stand in an array in the order of the page; a node's descendants follow it. */
struct node {
    enum tag tag; /* of an element; HTML_other also for texts and the document */
    bool is_text;
    bool is_unread; /* an element whose text is not read: of tree_read() scripts and
                       the like, all others of unread_mark() */
    bool is_undisplayed; /* a style sheet of the page hides it, says unread_mark() */
    bool is_ignored;     /* between comments that ask to leave a text out of searches */
    uint32_t parent;
    uint32_t end;      /* the node after the last descendant */
    palpate_view text; /* of a text, or the name of an element */
    const struct attribute *attributes;
};

struct tree {
    struct node *nodes;
    uint32_t count;
    struct style_rules styles; /* of the style sheets in the page */
    struct stream_marks marks; /* for streamed_place() */
    bool is_cut; /* it has too many nodes, and the last is all the text that follows */
};

/* Readies the HTML parser; once, before threads start. */
void tree_library_init(void);

/* Reads UTF-8 `html`.  All lives in `arena`.  PALPATE_NO_MEMORY, or PALPATE_BAD_INPUT
   for a page beyond TREE_MAX_SIZE.  Broken HTML is read as browsers read it, more or
   less. */
palpate_status tree_read(
        struct tree *tree, struct arena *arena, palpate_view html, palpate_error *err);

/* The value of an attribute, empty where it is absent or empty. */
palpate_view node_attribute(const struct node *node, palpate_view name);
bool node_has_attribute(const struct node *node, palpate_view name);

/* The first element of `tag` from node `from` on and before `end`, or TREE_NONE. */
uint32_t tree_find(const struct tree *tree, uint32_t from, uint32_t end, enum tag tag);

/* All text below a node with white space collapsed; lives in `arena`; data is NULL when
   memory is out. */
palpate_view tree_text(const struct tree *tree, struct arena *arena, uint32_t node);

#endif
