/* A run of the user's words -> what else it is called. */
#ifndef QUERY_NAMING_H
#define QUERY_NAMING_H

#include "core/thesaurus.h"
#include "query/expand/company.h"
#include "query/expand/expansion.h"

/* Words that stand side by side in the query. */
struct naming_run {
    struct query_word *words;
    uint32_t count;
    bool is_loose; /* they need neither be there nor stand side by side */
};

struct namer {
    const struct concepts_request *request;
    struct company company; /* of all words of the query */
    palpate_error *err;
};

/* What another name counts against the user's own words, by its relation to them; 0: it
   is not searched. */
double naming_weight(enum thesaurus_relation relation);

/* Words of the run that are not too common to be indexed. */
uint32_t naming_content_words(struct naming_run run);

/* Lists what the thesaurus calls the run, where it is silent and the run is loose the
   lexicon (query/expand/lexicon.h), and the variants of it that the index has:
   query/expand/variants.h.  Lives in the request's arena. */
palpate_status naming_find(struct thesaurus_name **names, uint32_t *count,
        const struct namer *namer, struct naming_run run);

/* The words of a name as a phrase, or as one word; NULL where memory is out. */
struct query_node *naming_phrase(struct arena *arena, palpate_view name);

/* Whether a name, of which `phrase` holds the words, is to be searched for the run: it
   is not switched off, and where it is ambiguous it stands in company. */
palpate_status naming_is_wanted(bool *is_wanted, const struct namer *namer,
        struct naming_run run, const struct thesaurus_name *name,
        const struct query_node *phrase);

#endif
