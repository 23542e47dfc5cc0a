/* How much text there is between two places of a tree, at one subtraction. */
#ifndef INDEXER_TEXT_SUMS_H
#define INDEXER_TEXT_SUMS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "indexer/html/tree.h"

struct text_sums {
    uint32_t *letters; /* of each node, and of the end: bytes of letters before it */
    uint32_t *linked;  /* of them, in links that lead to another place */
};

/* Reads a whole tree.  Lives in `arena`; false when memory is out. */
bool text_sums_read(
        struct text_sums *out, struct arena *arena, const struct tree *tree);

/* Bytes of letters in the nodes from `from` on and before `end`; what is no text to be
   read has none. */
static inline uint32_t letters_between(
        const struct text_sums *sums, uint32_t from, uint32_t end)
{
    return end > from ? sums->letters[end] - sums->letters[from] : 0;
}

static inline uint32_t linked_between(
        const struct text_sums *sums, uint32_t from, uint32_t end)
{
    return end > from ? sums->linked[end] - sums->linked[from] : 0;
}

/* Whether a link only works on its own page: it has no address, or one that is a
   fragment or a script. */
bool is_link_within(const struct node *node);

/* Whether a link is a heading's to itself, or an anchor in a heading written as a link.
   `owner` is the block element around it. */
bool is_link_of_heading(const struct tree *tree, uint32_t owner, uint32_t link);

/* Bytes of letters in a text: ASCII letters, and what is beyond ASCII but for
   punctuation, arrows and pictures. */
uint32_t count_letters(palpate_view text);

#endif
