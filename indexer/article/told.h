/* The text that a page tells search engines -> a page that shows it. */
#ifndef INDEXER_TOLD_H
#define INDEXER_TOLD_H

#include <palpate/view.h>

#include "core/buffer.h"

/* Appends `told`, plain text or HTML, as the article of an HTML page in UTF-8. */
void told_write(struct buffer *out, palpate_view told);

#endif
