/* A run of the user's words -> what else it is called. */
#ifndef QUERY_SYNONYM_LOOKUP_H
#define QUERY_SYNONYM_LOOKUP_H

#include "core/thesaurus.h"
#include "query/expand/expansion.h"
#include "query/expand/query_context.h"

/* Words that stand side by side in the query. */
struct word_run {
    struct query_word *words;
    uint32_t count;
    bool is_loose; /* they need neither be there nor stand side by side */
};

struct synonym_lookup {
    const struct synonyms_request *request;
    struct query_context context; /* of all words of the query */
    palpate_error *err;
};

/* What another name counts against the user's own words, by its relation to them; 0: it
   is not searched. */
double synonym_weight(enum thesaurus_relation relation);

/* Words of the run that are not too common to be indexed. */
uint32_t word_run_content_words(struct word_run run);

/* Lists what the thesaurus calls the run, where it is silent and the run is loose the
   lexicon (query/expand/lexicon.h), and the variants of it that the index has:
   query/expand/word_variants.h.  Lives in the request's arena. */
palpate_status synonym_lookup_find(struct thesaurus_name **names, uint32_t *count,
        const struct synonym_lookup *lookup, struct word_run run);

/* The words of a name as a phrase, or as one word; NULL where memory is out. */
struct query_node *synonym_phrase(struct arena *arena, palpate_view name);

/* Whether a name, of which `phrase` holds the words, is to be searched for the run: it
   is not switched off, and where it is ambiguous it stands in company. */
palpate_status synonym_is_wanted(bool *is_wanted, const struct synonym_lookup *lookup,
        struct word_run run, const struct thesaurus_name *name,
        const struct query_node *phrase);

#endif
