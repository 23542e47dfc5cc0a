/* Bytes in one of the encodings of the web -> UTF-8, as browsers show them. */
#ifndef INDEXER_CHARSET_CONVERT_H
#define INDEXER_CHARSET_CONVERT_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/buffer.h"

/* Appends `bytes` in UTF-8.  What stands for nothing becomes U+FFFD, and what follows
   it stays what it is.  `name` is one that iconv knows; false if this system does not,
   and then nothing is appended. */
bool charset_convert(struct buffer *out, palpate_view bytes, const char *name);

#endif
