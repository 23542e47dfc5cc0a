#include "core/digest.h"

#include "core/ascii.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#ifdef PALPATE_XXHASH_DISPATCH
#include <xxh_x86dispatch.h> /* the same sums, by the widest registers that there are */
#else
#include <xxhash.h>
#endif

struct digest digest_of(palpate_view bytes)
{
    XXH128_hash_t hash = XXH3_128bits(bytes.data, bytes.size);

    return (struct digest){ hash.high64, hash.low64 };
}

bool digest_equals(struct digest a, struct digest b)
{
    return a.high == b.high && a.low == b.low;
}

void digest_write(struct digest digest, char out[DIGEST_TEXT_SIZE])
{
    char text[DIGEST_TEXT_SIZE + 1];

    (void)snprintf(
            text, sizeof text, "%016" PRIx64 "%016" PRIx64, digest.high, digest.low);
    memcpy(out, text, DIGEST_TEXT_SIZE);
}

static int digit_of(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_half(uint64_t *half, const char *digits)
{
    *half = 0;
    for (size_t i = 0; i < DIGEST_TEXT_SIZE / 2; i++) {
        int digit = digit_of(digits[i]);
        if (digit < 0)
            return false;
        *half = *half << 4 | (uint64_t)digit;
    }
    return true;
}

bool digest_read(struct digest *digest, palpate_view text)
{
    return text.size == DIGEST_TEXT_SIZE && read_half(&digest->high, text.data) &&
           read_half(&digest->low, text.data + DIGEST_TEXT_SIZE / 2);
}

uint64_t hash_of(palpate_view bytes)
{
    return XXH3_64bits(bytes.data, bytes.size);
}
