/* Other names that are searched beside the words of the user, and what finding them
 * needs. */
#ifndef QUERY_EXPANSION_H
#define QUERY_EXPANSION_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/term.h"
#include "core/thesaurus.h"
#include "query/expand/query_context.h"
#include "query/language/syntax.h"

/* Another name that is searched too. */
struct query_expansion {
    palpate_view from; /* the user's words */
    palpate_view to;
    palpate_view source;
    enum thesaurus_relation relation; /* of the other name to the user's words */
    double weight;    /* below 1: what it counts against the user's own words */
    uint32_t concept; /* expansions of the same words share a number, from 0 */
    const struct query_node *node; /* the phrase or word in the tree */
    struct query_word *words;      /* the user's */
    uint32_t word_count;
    bool is_loose; /* from the lexicon: close to the user's words, not the same thing */
};

struct query_expansions {
    struct query_expansion **items;
    uint32_t count;
    uint32_t concept_count;
};

enum { SYNONYMS_PER_RUN = 8 }; /* names added for one name */

/* Finds the entry of a key: an empty view where there is none; the view is valid until
   the next call.  A failure is the index's. */
typedef palpate_status synonyms_lookup(
        void *user, palpate_view key, palpate_view *value, palpate_error *err);

/* Whether any passage holds all words of `name` and one of `context` besides, all
   folded.  A failure is the index's. */
typedef palpate_status synonyms_meets(void *user, bool *meets, const palpate_view *name,
        uint32_t name_count, const struct query_context *context, palpate_error *err);

struct synonyms_request {
    struct analyzer *analyzer;
    struct arena *arena;
    synonyms_lookup *lookup;
    synonyms_meets *meets; /* asked before a short form with several meanings is taken
                              for one of them */
    void *user;
    const palpate_view *disabled; /* names that are not to be added */
    size_t disabled_count;
    const struct stemming *language; /* of the question; NULL for English */
};

#endif
