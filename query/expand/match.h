/* A passage's text and the terms that are wanted -> where they stand. */
#ifndef QUERY_MATCH_H
#define QUERY_MATCH_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/impact.h"
#include "core/term.h"
#include "query/expand/wanted.h"

/* A word of a field that is wanted. */
struct occurrence {
    uint32_t wanted; /* index of the wanted term */
    uint32_t offset; /* bytes from the start of the field's text */
    uint32_t size;
    uint32_t position; /* words before it; a block's end counts as MATCH_BLOCK_GAP words
                        */
};

enum {
    MATCH_BLOCK_GAP = 1000
}; /* so that no phrase runs from one block into the next */

/* Occurrences in one field, in the order of the text. */
struct matches {
    struct occurrence *items;
    uint32_t count;
};

enum {
    MATCH_MEMORY_BITS = 9, /* of the number of words that a matcher remembers: 12 KB */
    MATCH_NONE = 255
};

/* A word as it stands in texts, and which wanted term it is: candidates of a query have
   many words in common. */
struct match_memory {
    uint64_t start; /* the word's bytes, of 8 the first and the last */
    uint64_t end;
    uint8_t size;   /* 0: the slot is free */
    uint8_t wanted; /* or MATCH_NONE */
    uint8_t language;
};

struct matcher {
    struct analyzer *analyzer;   /* borrowed */
    const struct wanted *wanted; /* borrowed */
    uint32_t wanted_count;
    uint8_t starts[32];     /* a bit for each first byte that a wanted word may have */
    uint32_t ruled_out[26]; /* for each first letter a bit for each second letter that
                               no wanted word has, and whose words keep their start */
    uint8_t language;       /* of the text; 0 is English */
    bool remembers;         /* a word is at most one wanted term */
    struct match_memory memory[1 << MATCH_MEMORY_BITS];
};

/* Readies a matcher; `wanted` holds each term once. */
void matcher_init(struct matcher *matcher, struct analyzer *analyzer,
        const struct wanted *wanted, uint32_t count);

/* Finds all wanted words of `text`, which is in the language that the analyzer speaks
   ('\n' between blocks).  A word that is wanted as a term and as a prefix occurs for
   both.  Lives in `arena`; PALPATE_NO_MEMORY. */
palpate_status matcher_find(struct matches *out, struct matcher *matcher,
        struct arena *arena, palpate_view text, palpate_error *err);

#endif
