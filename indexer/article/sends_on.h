/* A tree -> where the page sends its readers on to, before they can read it. */
#ifndef INDEXER_SENDS_ON_H
#define INDEXER_SENDS_ON_H

#include "indexer/html/tree.h"

struct sends_on {
    bool does;           /* it sends its readers on */
    bool is_by_script;   /* not by a meta element, */
    bool is_conditional; /* and perhaps only when something happens */
    unsigned delay;      /* seconds; of a meta element */
    palpate_view target; /* as written there, empty where a script makes it up */
};

/* Finds the first meta element or script that does it; lives as long as the tree. */
struct sends_on sends_on_find(const struct tree *tree);

#endif
