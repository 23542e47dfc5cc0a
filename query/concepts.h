/* A syntax tree and the thesaurus of the index -> the tree with other names for what
   the user named. */
#ifndef QUERY_CONCEPTS_H
#define QUERY_CONCEPTS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/term.h"
#include "core/thesaurus.h"
#include "query/company.h"
#include "query/parse.h"

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

enum {
    CONCEPTS_MOST = 16,   /* names added to one query */
    CONCEPTS_PER_NAME = 8 /* names added for one name */
};

/* Finds the entry of a key: an empty view where there is none; the view is valid until
   the next call.  A failure is the index's. */
typedef palpate_status concepts_lookup(
        void *user, palpate_view key, palpate_view *value, palpate_error *err);

/* Whether any passage holds all words of `name` and one of `company` besides, all
   folded.  A failure is the index's. */
typedef palpate_status concepts_meets(void *user, bool *meets, const palpate_view *name,
        uint32_t name_count, const struct company *company, palpate_error *err);

struct concepts_request {
    struct analyzer *analyzer;
    struct arena *arena;
    concepts_lookup *lookup;
    concepts_meets *meets; /* asked before a short form with several meanings is taken
                              for one of them */
    void *user;
    const palpate_view *disabled; /* names that are not to be added */
    size_t disabled_count;
};

/* Adds to `tree`, beside the longest runs of words and the phrases that name a concept,
   its other names as phrases.  Words that must be there become: they or another name.
   What is forbidden, in a field, or ambiguous without company is left alone: a short
   form stands for what some passage has together with another word of the query. */
palpate_status concepts_expand(struct query_expansions *out, struct query_tree *tree,
        const struct concepts_request *request, palpate_error *err);

#endif
