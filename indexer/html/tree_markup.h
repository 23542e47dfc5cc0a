/* HTML -> the same as the parser has to have it: to be read as browsers read it, and in
   linear time. */
#ifndef INDEXER_TREE_MARKUP_H
#define INDEXER_TREE_MARKUP_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"
#include "core/buffer.h"

enum {
    MARKUP_ATTRIBUTES = 500, /* of an element; those that people read have 50 */
    MARKUP_NAMES = 20 * 1000 /* of elements, attributes and entities; pages have 200 */
};

/* Bounds the markup of `*html`, which is UTF-8.  Blanks stand for what follows the
   first MARKUP_ATTRIBUTES attributes of a tag, up to its end.  A name that comes after
   MARKUP_NAMES others keeps its first letter and its size.  `*html` is left as it is
   where it has no more than that, else it becomes a copy in `arena`.  False without
   memory. */
bool markup_limit(palpate_view *html, struct arena *arena);

/* Appends `html`, which is UTF-8, with references, bogus comments and plain texts read
   (markup_read.h) and its characters settled (characters.h). */
void markup_prepare(struct buffer *out, palpate_view html);

#endif
