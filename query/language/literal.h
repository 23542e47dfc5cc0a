/* A text -> a query for its words. */
#ifndef QUERY_LITERAL_H
#define QUERY_LITERAL_H

#include <palpate/view.h>

#include "core/buffer.h"

/* Writes `text`, such as a title, so that it is read as words: without fields, signs,
   marks and operators.  `out` says whether memory ran out. */
void literal_write(struct buffer *out, palpate_view text);

#endif
