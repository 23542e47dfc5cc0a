/* Bytes as Unicode characters: reading, writing, checking, normal form. */
#ifndef CORE_UTF8_H
#define CORE_UTF8_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    UTF8_REPLACEMENT = 0xFFFD,
    UTF8_MAX_SIZE = 4 /* bytes of one character */
};

/* The character that starts at `place` (< text.size) and its size in bytes.  An
   ill-formed sequence is UTF8_REPLACEMENT and one byte long.  Never reads past the end.
 */
uint32_t utf8_decode(palpate_view text, size_t place, size_t *size);

/* Writes `character` and returns its size in bytes (1 to 4); what is no character
   becomes U+FFFD. */
size_t utf8_encode(uint32_t character, char out[UTF8_MAX_SIZE]);

/* The small letter of a character, or itself. */
uint32_t utf8_lower(uint32_t character);

/* Bytes from `place` on that are ASCII and no NULs: most of a page.  Looks at eight at
   a time. */
size_t utf8_plain_run(palpate_view text, size_t place);

/* Whether all of `text` is well-formed. */
bool utf8_is_valid(palpate_view text);

/* Appends `text` with ill-formed bytes and NULs replaced by U+FFFD. */
void utf8_append_repaired(struct buffer *out, palpate_view text);

/* Whether a character stays what it is in normal form C whatever stands beside it: it
   neither composes nor moves.  False for some that stay, too. */
bool utf8_is_stable_in_nfc(uint32_t character);

/* Appends `text`, which must be well-formed, in normal form C. */
void utf8_append_nfc(struct buffer *out, palpate_view text);

/* Where the last character that starts at or before `place` starts: a safe place to
 * cut. */
size_t utf8_floor(palpate_view text, size_t place);

#ifdef __cplusplus
}
#endif
#endif
