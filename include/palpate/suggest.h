/* What was typed so far -> completions. */
#ifndef PALPATE_SUGGEST_H
#define PALPATE_SUGGEST_H

#include <palpate/search.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A way to finish what was typed. */
typedef struct palpate_suggestion {
    palpate_view text;  /* as it is in the index */
    palpate_view kind;  /* "condition" (of the thesaurus), "article" or "section" */
    palpate_view query; /* what searches its words: a title may have signs of the query
                           language */
    palpate_view url;   /* of the article, where no other has this title; else empty */
    uint64_t count; /* articles with this title or heading, or passages that have all
                       words of the condition, at least */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_suggestion;

/* Lives until palpate_suggestions_free(). */
typedef struct palpate_suggestions {
    const palpate_suggestion *items; /* the best first */
    size_t count;
    bool is_partial; /* it ran out of time: there may be more and better ones */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_suggestions;

enum { PALPATE_MAX_SUGGESTIONS = 50 };

/* Zero-initialised: ten suggestions. */
typedef struct palpate_suggest_options {
    uint32_t limit;       /* suggestions to return, 0 for 10, at most
                             PALPATE_MAX_SUGGESTIONS */
    uint64_t deadline_us; /* time for all of them, 0 for PALPATE_DEADLINE_US */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_suggest_options;

/* Completes `typed` (any bytes; its last word may be unfinished) with names of the
   thesaurus whose words the index has, with titles, from any significant word in them,
   and with headings.  If nothing starts like that, one typo in the last word is
   allowed. `options` may be NULL.  The caller frees `*out`. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_suggest(palpate_suggestions **out,
        palpate_searcher *searcher, palpate_view typed,
        const palpate_suggest_options *options, palpate_error *err);

/* Frees them, and all they point to.  Takes NULL. */
PALPATE_API void palpate_suggestions_free(palpate_suggestions *suggestions);

#ifdef __cplusplus
}
#endif
#endif
