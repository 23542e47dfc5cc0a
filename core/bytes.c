#include "core/bytes.h"

#include "core/view.h"

void bytes_append(struct buffer *out, uint64_t number)
{
    for (unsigned i = 0; i < BYTES_SIZE; i++)
        buffer_append_byte(out, (char)(number >> (8 * i) & 0xFF));
}

bool bytes_take(palpate_view *bytes, uint64_t *number)
{
    if (bytes->size < BYTES_SIZE)
        return false;
    *number = 0;
    for (unsigned i = 0; i < BYTES_SIZE; i++)
        *number |= (uint64_t)(unsigned char)bytes->data[i] << (8 * i);
    *bytes = view_slice(*bytes, BYTES_SIZE, bytes->size);
    return true;
}
