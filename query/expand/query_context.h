/* The words beside a short form -> whether it stands for one of its meanings. */
#ifndef QUERY_QUERY_CONTEXT_H
#define QUERY_QUERY_CONTEXT_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "query/language/syntax.h"

/* The words of a query that say something and are not forbidden. */
struct query_context {
    palpate_view *words; /* folded, as in the tree */
    uint32_t count;
};

/* PALPATE_NO_MEMORY. */
palpate_status query_context_collect(struct query_context *out, struct arena *arena,
        const struct query_tree *tree, palpate_error *err);

/* The context without the words of a run: what else was typed.  It lives in `arena`. */
palpate_status query_context_without(struct query_context *out, struct arena *arena,
        const struct query_context *context, const struct query_word *words,
        uint32_t count, palpate_error *err);

#endif
