/* ISO-2022-JP, where escape sequences part the alphabets -> EUC-JP. */
#ifndef INDEXER_CHARSET_ESCAPES_H
#define INDEXER_CHARSET_ESCAPES_H

#include <palpate/view.h>

#include "core/buffer.h"

/* Appends `bytes` in EUC-JP, so that both have the characters that browsers read in
   both: circled numbers and half-width syllables, too.  What is none becomes a byte
   that stands for nothing there either. */
void charset_unescape(struct buffer *out, palpate_view bytes);

#endif
