/* A syntax tree -> the terms to look for, each once. */
#ifndef QUERY_TERMS_H
#define QUERY_TERMS_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/term.h"
#include "query/expand/wanted.h"
#include "query/language/syntax.h"

/* What the query asks of a term, beside where it stands. */
struct query_term {
    uint32_t frequency;   /* passages that have it, filled by whoever asks the index */
    double idf;           /* likewise */
    bool is_stop;         /* not indexed: found in texts only */
    bool is_asking;       /* asks rather than names: query/language/question_words.h */
    uint32_t kinds;       /* of passages that it asks for: query/language/intent.h */
    bool is_relating;     /* says how things relate: query/language/claim.h */
    bool is_cut;          /* a prefix of more terms than are searched */
    bool is_scored;       /* stands somewhere that is not forbidden */
    uint32_t typed_order; /* place among the scored words as typed, from 0 */
};

/* Whether it is scored as one of the user's words. */
static inline bool terms_counts(const struct query_term *term)
{
    return term->is_scored && !term->is_stop;
}

/* Whether it names what is asked about. */
static inline bool terms_name_something(const struct query_term *term)
{
    return terms_counts(term) && !term->is_asking;
}

struct query_terms {
    struct wanted *wanted; /* the same index in both arrays */
    struct query_term *terms;
    uint32_t count;
    bool is_question; /* query/language/question_words.h */
    bool is_claim;    /* query/language/claim.h */
};

/* Lists the terms of `tree` and writes their index into its words.  PALPATE_NO_MEMORY.
 */
palpate_status terms_collect(struct query_terms *out, struct arena *arena,
        struct analyzer *analyzer, const struct query_tree *tree, palpate_error *err);

/* Whether the words are `name`, term by term. */
bool terms_name(struct analyzer *analyzer, palpate_view name,
        const struct query_word *words, uint32_t count);

/* Whether the index has all words of a node, but for those that are in no index. */
bool terms_are_indexed(const struct query_terms *terms, const struct query_node *node);

#endif
