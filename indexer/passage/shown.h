/* A tree -> the text in which a browser looks for what a link names. */
#ifndef INDEXER_SHOWN_H
#define INDEXER_SHOWN_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "indexer/html/tree.h"

#define SHOWN_NOWHERE UINT32_MAX

/* From byte `raw` of the text on, folded bytes stand `folded` − `raw` further. */
struct shown_step {
    uint32_t raw;
    uint32_t folded;
};

/* The page as it is rendered without style sheets: white space collapsed, '\n' where a
   block, a line break or a picture parts the text, and nothing of what is not shown:
   scripts, styles, what is hidden by attribute or style attribute. */
struct shown {
    palpate_view text;
    palpate_view folded; /* the same in lower case, base characters only */
    uint32_t *place;     /* of each node that is a text: where it starts in `text`;
                            SHOWN_NOWHERE for one that is not shown */
    struct shown_step *steps;
    uint32_t step_count;
};

/* Lives in `arena`; false when memory is out. */
bool shown_read(struct shown *shown, struct arena *arena, const struct tree *tree);

/* Where byte `place` of the text stands in its folded form. */
size_t shown_folded_place(const struct shown *shown, size_t place);

/* Appends what browsers compare of `text`: primary level of the Unicode collation,
   more or less: no case, no accents, no invisible characters, quotes straight. */
void shown_fold(struct buffer *out, palpate_view text);

#endif
