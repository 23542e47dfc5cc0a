/* Formulas in MathML -> one line of text each. */
#ifndef INDEXER_FORMULA_H
#define INDEXER_FORMULA_H

#include <stdbool.h>

#include "core/arena.h"
#include "indexer/html/tree.h"

/* Makes the text of every math element what it says once: its `alttext`, else its
   annotation in TeX, else its signs in a line ("a/b", "x^2").  What libraries draw
   beside it, and hide from screen readers, has no text then.  Before unread_mark(). The
   texts live in `arena`; false when memory is out. */
bool formulas_write(struct tree *tree, struct arena *arena);

#endif
