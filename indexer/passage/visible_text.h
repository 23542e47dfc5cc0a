/* A tree -> the text in which a browser looks for what a link names. */
#ifndef INDEXER_VISIBLE_TEXT_H
#define INDEXER_VISIBLE_TEXT_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "indexer/html/tree.h"

#define NOT_VISIBLE UINT32_MAX

/* From byte `raw` of the text on, folded bytes stand `folded` − `raw` further. */
struct visible_step {
    uint32_t raw;
    uint32_t folded;
};

/* Bytes of the text that are of no block: marks of notes, links of headings. */
struct visible_gap {
    uint32_t start;
    uint32_t end;
};

/* The page as it is rendered without style sheets: white space collapsed, '\n' where a
   block, a line break or a picture parts the text, and nothing of what is not shown:
   scripts, styles, what is hidden by attribute or style attribute. */
struct visible_text {
    palpate_view text;
    palpate_view folded; /* the same in lower case, base characters only */
    uint32_t *place;     /* of each node that is a text: where it starts in `text`;
                            NOT_VISIBLE for one that is not shown */
    struct visible_step *steps;
    uint32_t step_count;
    struct visible_gap *gaps; /* in the order of the text */
    uint32_t gap_count;
};

/* Lives in `arena`; false when memory is out. */
bool visible_text_read(
        struct visible_text *visible, struct arena *arena, const struct tree *tree);

/* Where byte `place` of the text stands in its folded form. */
size_t visible_text_folded_place(const struct visible_text *visible, size_t place);

/* Appends what browsers compare of `text`: primary level of the Unicode collation,
   more or less: no case, no accents, no invisible characters, quotes straight. */
void visible_text_fold(struct buffer *out, palpate_view text);

#endif
