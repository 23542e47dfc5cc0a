#include "core/letter.h"

#include <utf8proc.h>

size_t letter_capital(char out[UTF8_MAX_SIZE], palpate_view text)
{
    size_t size = 0;

    if (text.size == 0)
        return 0;
    uint32_t first = utf8_decode(text, 0, &size);
    return utf8_encode((uint32_t)utf8proc_toupper((utf8proc_int32_t)first), out);
}
