/* A list of words in an attribute, such as its classes -> the words, one after another.
 */
#ifndef INDEXER_CLASS_LIST_H
#define INDEXER_CLASS_LIST_H

#include <palpate/view.h>
#include <stdbool.h>

#include "indexer/html/tree.h"

/* The next word of a list, taken off `*list`; empty at the end. */
palpate_view class_list_next(palpate_view *list);

/* Whether `word` is one of a list; ASCII letters compare without case. */
bool class_list_has(palpate_view list, palpate_view word);

/* Whether `word` is one of the classes of an element. */
bool node_has_class(const struct node *node, palpate_view word);

#endif
