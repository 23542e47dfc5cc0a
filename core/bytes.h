/* Numbers of eight bytes that nothing compresses: as varints they would take ten. */
#ifndef CORE_BYTES_H
#define CORE_BYTES_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

enum { BYTES_SIZE = 8 };

/* Appends a number, the lowest byte first on any machine. */
void bytes_append(struct buffer *out, uint64_t number);

/* Takes it off the front of `*bytes`; false, and `*bytes` untouched, where they are
   too few. */
bool bytes_take(palpate_view *bytes, uint64_t *number);

#ifdef __cplusplus
}
#endif
#endif
