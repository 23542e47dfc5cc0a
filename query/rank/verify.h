/* A syntax tree and what a passage holds of it -> whether the passage answers. */
#ifndef QUERY_VERIFY_H
#define QUERY_VERIFY_H

#include <stdbool.h>

#include "core/impact.h"
#include "query/expand/match.h"
#include "query/language/syntax.h"

/* What matched in each field of a passage.  The headings of a path are one text with
   '\n' between them. */
struct passage_matches {
    struct matches field[FIELD_COUNT];
    const struct stemming *language; /* in which the fields are; NULL for English */
};

/* Whether the passage satisfies the words, phrases and NEARs of `node`.  Filters are
   not looked at: the index has applied them. */
bool verify_node(const struct query_node *node, const struct passage_matches *matches);

/* Whether a match in the index is not proof enough, so that verify_node() has to be
   asked: phrases, NEAR, prefixes, fields and stop words that must or must not be there.
 */
bool verify_is_needed(const struct query_node *node);

/* How often a word, phrase or NEAR holds in `field`. */
uint32_t verify_count(const struct query_node *leaf,
        const struct passage_matches *matches, enum passage_field field);

/* Calls `each` for every occurrence that makes `node` true in `field`: single words
   where words are asked for, the words of a phrase only where they stand as a phrase.
 */
typedef void verify_visit(void *user, const struct occurrence *occurrence);
void verify_marks(const struct query_node *node, const struct passage_matches *matches,
        enum passage_field field, verify_visit *each, void *user);

#endif
