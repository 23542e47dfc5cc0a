/* Bytes -> a short number that stands for them. */
#ifndef CORE_DIGEST_H
#define CORE_DIGEST_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* 128 bits of XXH3: two different contents of a site share one with a chance far below
   that of a disk error.  It guards against change, not against an attacker. */
struct digest {
    uint64_t high;
    uint64_t low;
};

enum { DIGEST_TEXT_SIZE = 32 };

struct digest digest_of(palpate_view bytes);
bool digest_equals(struct digest a, struct digest b);

/* Writes 32 hexadecimal digits, without a NUL. */
void digest_write(struct digest digest, char out[DIGEST_TEXT_SIZE]);

/* Reads them back; false where they are none. */
bool digest_read(struct digest *digest, palpate_view text);

/* 64 bits of XXH3. */
uint64_t hash_of(palpate_view bytes);

#ifdef __cplusplus
}
#endif
#endif
