/* Unsigned numbers in seven bits a byte, the lowest first (LEB128). */
#ifndef CORE_VARINT_H
#define CORE_VARINT_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

void varint_append(struct buffer *out, uint64_t number);

/* Takes a number off the front of `*bytes`; false, and `*bytes` untouched, where none
   stands there whole. */
bool varint_take(palpate_view *bytes, uint64_t *number);

/* A size as a varint, then the bytes. */
void varint_append_view(struct buffer *out, palpate_view view);
bool varint_take_view(palpate_view *bytes, palpate_view *view);

#ifdef __cplusplus
}
#endif
#endif
