/* Parts of a page that its server sends late, and a script puts where they belong. */
#ifndef INDEXER_STREAMED_H
#define INDEXER_STREAMED_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

struct tree;

/* A comment by which frameworks mark where a part belongs. */
struct stream_mark {
    palpate_view text;
    uint32_t node; /* the first node after it */
};

struct stream_marks {
    struct stream_mark *items;
    size_t count;
    size_t room;
};

bool stream_mark_is(palpate_view comment);

/* Takes down a mark before node `node`; false when memory is out. */
bool stream_marks_take(struct stream_marks *marks, struct arena *arena,
        palpate_view comment, uint32_t node);

/* Puts the parts of a finished tree where a browser has them: React sends
   <template id="B:0"> and what is shown meanwhile, and later <div hidden id="S:0">;
   Solid <template id="pl-0"> and <template id="0">.  A page in which that does not come
   out even stays as it is.  False when memory is out. */
bool streamed_place(
        struct tree *tree, struct arena *arena, const struct stream_marks *marks);

#endif
