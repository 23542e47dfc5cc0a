/* A term of completions -> the titles or headings that it leads to. */
#ifndef QUERY_COMPLETED_TEXT_H
#define QUERY_COMPLETED_TEXT_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/arena.h"
#include "core/completion.h"
#include "query/index/engine.h"

enum { COMPLETED_TEXTS = 8 /* that one term leads to, at most */ };

struct completed_text {
    palpate_view text; /* as it is in the index */
    palpate_view url;  /* of the only article with this title; else empty */
    uint64_t count;    /* articles that have it */
};

struct completed_texts {
    struct completed_text items[COMPLETED_TEXTS];
    uint32_t count;
};

/* What a completion goes on from: the key of a title, from any word in it on, or of a
   heading, with the prefix of its term (core/schema.h), and how many articles have it.
 */
struct completed_key {
    const char *prefix;
    palpate_view key;
    uint32_t frequency;
};

/* Finds the titles that end with the key, or the first such heading.  Lives in `arena`.
 */
palpate_status completed_texts_find(struct completed_texts *out, struct engine *engine,
        struct arena *arena, const struct completed_key *key, palpate_error *err);

/* Writes the term of a key. */
enum { COMPLETION_TERM_SIZE = COMPLETION_SIZE + 8 };
palpate_view completed_term(
        char out[COMPLETION_TERM_SIZE], const char *prefix, palpate_view key);

#endif
