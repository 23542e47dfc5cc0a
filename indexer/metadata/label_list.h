/* Labels as they come by -> a list of them, each once. */
#ifndef INDEXER_LABEL_LIST_H
#define INDEXER_LABEL_LIST_H

#include "core/arena.h"
#include "core/label.h"

struct label_list {
    struct label items[MAX_LABELS];
    size_t count;
};

/* Adds a label, if it has a name and a value of words, neither is longer than labels
   are, and it is not there yet.  The views are copied.  False when memory is out. */
bool label_list_add(struct label_list *list, struct arena *arena, struct label label);

/* Adds the parts of a list such as "knee, hip" under a name. */
bool label_list_add_all(struct label_list *list, struct arena *arena, palpate_view name,
        palpate_view values);

/* All of them as an article stores them: "name TAB value" a line.  data is NULL when
   memory is out. */
palpate_view label_list_text(const struct label_list *list, struct arena *arena);

#endif
