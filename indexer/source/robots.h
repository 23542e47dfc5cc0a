/* robots.txt (RFC 9309) -> which pages crawlers are asked to leave out. */
#ifndef INDEXER_ROBOTS_H
#define INDEXER_ROBOTS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"

struct robots {
    struct robots_rule *rules;
    size_t count;
};

/* Reads the rules for the crawler "palpate", or if there are none, those for all
   crawlers.  What is no rule is passed over, as the standard says.  They live in
   `arena`.  PALPATE_BAD_INPUT for what is larger than crawlers read, or no text;
   PALPATE_NO_MEMORY. */
palpate_status robots_read(struct robots *out, struct arena *arena, palpate_view bytes,
        palpate_error *err);

/* Whether the page at an address, or at a path of one with its query, may be taken: the
   longest rule that matches counts, and of two of the same length the one that allows.
   If not, `*rule` is the path of the rule, followed by a NUL. */
bool robots_allow(
        const struct robots *robots, palpate_view address, palpate_view *rule);

#endif
