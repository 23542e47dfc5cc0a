/* A question, and what the owner of the index decided -> the rules that it meets. */
#ifndef QUERY_CURATED_H
#define QUERY_CURATED_H

#include <palpate/status.h>

#include "core/curation.h"
#include "query/expand/question.h"

enum { CURATED_RULES = 16 /* of one question; more are left out */ };

/* Zero-initialised it is that of a question that meets none. */
struct curated {
    const struct curation_rule *redirect;             /* the first one, or NULL */
    const struct curation_rule *rules[CURATED_RULES]; /* pins and notes, in the order of
                                                         the file */
    uint32_t count;
};

/* Finds the rules whose question is that of the user: the same words in any order and
   any form, without stop words, in the user's words or by another name of the same
   thing.  A query with fields, bans or prefixes meets none, and one with filters only
   notes and redirects: whoever narrows the answers down wants to see the list.  Needs
   the other names of the question.  What it works with lives in `arena`.
   PALPATE_NO_MEMORY. */
palpate_status curated_find(struct curated *out, const struct curation *curation,
        const struct question *question, struct arena *arena, struct analyzer *analyzer,
        palpate_error *err);

/* The query that answers instead of a question that is redirected: the other question,
   under the filters of the first one.  Lives in `arena`.  PALPATE_NO_MEMORY. */
palpate_status curated_redirect(palpate_view *query, const struct curated *curated,
        const struct question *question, struct arena *arena, palpate_error *err);

#endif
