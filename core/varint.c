#include "core/varint.h"

void varint_append(struct buffer *out, uint64_t number)
{
    while (number >= 0x80) {
        buffer_append_byte(out, (char)(number | 0x80));
        number >>= 7;
    }
    buffer_append_byte(out, (char)number);
}

bool varint_take(palpate_view *bytes, uint64_t *number)
{
    uint64_t value = 0;

    for (size_t i = 0; i < bytes->size && i < 10; i++) {
        unsigned char byte = (unsigned char)bytes->data[i];
        if (i == 9 && byte > 1)
            return false;
        value |= (uint64_t)(byte & 0x7F) << (7 * i);
        if (byte < 0x80) {
            *number = value;
            bytes->data += i + 1;
            bytes->size -= i + 1;
            return true;
        }
    }
    return false;
}

void varint_append_view(struct buffer *out, palpate_view view)
{
    varint_append(out, view.size);
    buffer_append(out, view);
}

bool varint_take_view(palpate_view *bytes, palpate_view *view)
{
    palpate_view rest = *bytes;
    uint64_t size = 0;

    if (!varint_take(&rest, &size) || size > rest.size)
        return false;
    *view = (palpate_view){ rest.data, (size_t)size };
    *bytes = (palpate_view){ rest.data + size, rest.size - (size_t)size };
    return true;
}
