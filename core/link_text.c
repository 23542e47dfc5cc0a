#include "core/link_text.h"

#include <string.h>

#include "core/ascii.h"
#include "core/view.h"

/* What an address writes as it is and means by it; in the order of the bytes, from 1,
   that stand for it in a record. */
static const char SEPARATORS[] = { ',', '-' };

enum { SEPARATOR_COUNT = sizeof SEPARATORS, AS_IT_IS = 0 /* first byte */ };

/* The indexer writes all others as a percent sign and two digits. */
static bool is_plain(char byte)
{
    return ascii_is_alphanumeric(byte) ||
           (byte != '\0' && strchr("._~!*", byte) != NULL);
}

/* The value of a digit as the indexer writes it, 16 for what is none. */
static unsigned digit(char byte)
{
    if (ascii_is_digit(byte))
        return (unsigned)(byte - '0');
    return byte >= 'A' && byte <= 'F' ? (unsigned)(byte - 'A') + 10 : 16;
}

/* Takes one byte of what a fragment says; false where unpacking would not give it back.
 */
static bool unpack_byte(char *byte, palpate_view *fragment)
{
    char first = fragment->data[0];
    size_t size = 1;

    *byte = first;
    for (size_t i = 0; i < SEPARATOR_COUNT; i++)
        if (first == SEPARATORS[i])
            *byte = (char)(i + 1);
    if (first == '%') {
        if (fragment->size < 3 || digit(fragment->data[1]) > 15 ||
                digit(fragment->data[2]) > 15)
            return false;
        unsigned value = digit(fragment->data[1]) << 4 | digit(fragment->data[2]);
        if (value <= SEPARATOR_COUNT)
            return false;
        memcpy(byte, &(unsigned char){ (unsigned char)value }, 1);
        if (is_plain(*byte))
            return false;
        size = 3;
    } else if (*byte == first && !is_plain(first)) {
        return false;
    }
    *fragment = view_slice(*fragment, size, fragment->size);
    return true;
}

void link_text_pack(struct buffer *out, palpate_view fragment)
{
    size_t start = out->size;

    for (palpate_view rest = fragment; rest.size > 0;) {
        char byte = '\0';
        if (unpack_byte(&byte, &rest)) {
            buffer_append_byte(out, byte);
            continue;
        }
        out->size = start;
        buffer_append_byte(out, AS_IT_IS);
        buffer_append(out, fragment);
        return;
    }
}

char *link_text_unpack(char *end, palpate_view packed)
{
    static const char DIGITS[] = "0123456789ABCDEF";

    if (packed.size > 0 && packed.data[0] == AS_IT_IS) {
        memcpy(end, packed.data + 1, packed.size - 1);
        return end + packed.size - 1;
    }
    for (size_t i = 0; i < packed.size; i++) {
        unsigned char byte = (unsigned char)packed.data[i];
        if (byte > 0 && byte <= SEPARATOR_COUNT) {
            *end++ = SEPARATORS[byte - 1];
        } else if (is_plain(packed.data[i])) {
            *end++ = packed.data[i];
        } else {
            *end++ = '%';
            *end++ = DIGITS[byte >> 4];
            *end++ = DIGITS[byte & 15];
        }
    }
    return end;
}
