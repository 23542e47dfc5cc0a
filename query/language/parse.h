/* What the user typed -> a syntax tree.  No input is an error: what does not parse is
   read as words, and the notes say so. */
#ifndef QUERY_PARSE_H
#define QUERY_PARSE_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/arena.h"
#include "query/language/syntax.h"

/* Reads `text` (any bytes).  The tree and its views live in `arena`.  Fails only with
   PALPATE_NO_MEMORY. */
palpate_status query_parse(struct query_tree *tree, struct arena *arena,
        palpate_view text, palpate_error *err);

/* The same while `text` is being typed: its last word is unfinished, unless something
   follows it, and there are no notes on what may yet become right. */
palpate_status query_parse_typing(struct query_tree *tree, struct arena *arena,
        palpate_view text, palpate_error *err);

#endif
