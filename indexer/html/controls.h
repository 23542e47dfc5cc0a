/* Elements of a tree that open another one: what marks them, and what they name. */
#ifndef INDEXER_CONTROLS_H
#define INDEXER_CONTROLS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/table.h"
#include "indexer/html/tree.h"

/* How an element shows that it opens another one; the surest last. */
enum control_sign {
    CONTROL_NONE,
    CONTROL_MARK,    /* a sign is beside its words, or keys reach it */
    CONTROL_CLICK,   /* a script waits for a click on it, or it is drawn so */
    CONTROL_BUTTON,  /* it can be pressed, and nothing says what for */
    CONTROL_EXPANDS, /* aria-expanded, or a term of a definition list */
    CONTROL_REFERS,  /* it names the id of its panel, or the panel names its id */
    CONTROL_SUMMARY  /* of a details element */
};

/* The ids of a page. */
struct ids {
    const struct tree *tree;
    struct table table;
    uint32_t *labelled; /* of each node: the element that says aria-labelledby of it */
};

/* Lives in `arena`; false when memory is out. */
bool ids_read(struct ids *out, struct arena *arena, const struct tree *tree);

/* The element with an id, or TREE_NONE. */
uint32_t ids_find(const struct ids *ids, palpate_view id);

struct control {
    enum control_sign sign;
    uint32_t target; /* the element that it names, or TREE_NONE */
    bool is_tab;     /* role=tab, or its library says so */
    bool is_term;    /* of a definition list, and nothing else shows that it opens */
};

/* What an element is. */
struct control control_read(const struct ids *ids, uint32_t node);

/* Whether an element, by role or tag, holds menus or dialogs, or an attribute of a
   control says that it opens one. */
bool is_menu(const struct node *node);

/* Whether class or id of an element speak of accordions, tabs or questions: the last
   witness, where the structure may mean other things, too. */
bool is_named_unfolding(const struct node *node);

/* Whether a class of an element says that it is, or is of, an accordion. */
bool is_named_accordion(const struct node *node);

#endif
