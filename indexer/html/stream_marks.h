/* Comments by which frameworks mark where parts of a page belong that come late. */
#ifndef INDEXER_STREAM_MARKS_H
#define INDEXER_STREAM_MARKS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

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

#endif
