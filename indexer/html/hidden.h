/* Attributes of an element -> whether a browser shows it. */
#ifndef INDEXER_HIDDEN_H
#define INDEXER_HIDDEN_H

#include <palpate/view.h>
#include <stdbool.h>

#include "indexer/html/tree.h"

/* Whether a declaration such as "display: none" stands in a style attribute: the value
   starts with `value`.  ASCII letters compare without case. */
bool style_declares(palpate_view style, palpate_view property, palpate_view value);

/* Whether attributes or style attribute hide an element, or it is a closed dialog;
   style sheets are not read.  What the page finds by searching (hidden=until-found) is
   not hidden. */
bool hidden_by_attributes(const struct node *node);

/* Whether an element is written as hidden, from the eyes or from screen readers alone,
   until it is opened, if ever. */
bool hidden_at_first(const struct node *node);

/* Whether an element is for screen readers alone, or drawn where nobody sees it: by its
   classes or style attribute. */
bool hidden_from_sight(const struct node *node);

/* Whether a class hides an element on all screens in common style sheets: "d-none", but
   not "d-none d-md-inline". */
bool hidden_by_class(const struct node *node);

/* Whether a style attribute makes an element transparent, and nothing there says that
   it moves or changes. */
bool hidden_by_opacity(const struct node *node);

#endif
