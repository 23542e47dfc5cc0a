/* A text -> its first letter, as the capital below which it is listed. */
#ifndef CORE_LETTER_H
#define CORE_LETTER_H

#include <palpate/view.h>
#include <stddef.h>

#include "core/utf8.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes the first character of `text` as a capital; returns its size in bytes, 0 for
   an empty text. */
size_t letter_capital(char out[UTF8_MAX_SIZE], palpate_view text);

#ifdef __cplusplus
}
#endif
#endif
