#include "indexer/metadata/letters.h"

#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"

int letters_digit(palpate_view text, size_t place, size_t *size)
{
    /* Where the zeros of other scripts are: Arabic, Persian, Devanagari, Bengali, Thai,
       full width. */
    static const uint32_t ZEROS[] = { 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10 };

    *size = 0;
    if (place >= text.size)
        return -1;
    if ((unsigned char)text.data[place] < 0x80) {
        if (!ascii_is_digit(text.data[place]))
            return -1;
        *size = 1;
        return text.data[place] - '0';
    }
    size_t bytes = 0;
    uint32_t character = utf8_decode(text, place, &bytes);
    for (size_t i = 0; i < sizeof ZEROS / sizeof *ZEROS; i++) {
        if (character < ZEROS[i] || character > ZEROS[i] + 9)
            continue;
        *size = bytes;
        return (int)(character - ZEROS[i]);
    }
    return -1;
}

bool letters_have_digit(palpate_view text)
{
    size_t size = 0;

    for (size_t i = 0; i < text.size; i++)
        if (letters_digit(text, i, &size) >= 0)
            return true;
    return false;
}

palpate_view letters_lower(palpate_view text, char *room, size_t size)
{
    char bytes[UTF8_MAX_SIZE];
    size_t used = 0;
    size_t step = 0;

    for (size_t i = 0; i < text.size && used < size; i += step) {
        if ((unsigned char)text.data[i] < 0x80) {
            room[used++] = ascii_lower(text.data[i]);
            step = 1;
            continue;
        }
        size_t count = utf8_encode(utf8_lower(utf8_decode(text, i, &step)), bytes);
        if (used + count > size)
            break;
        memcpy(room + used, bytes, count);
        used += count;
    }
    return (palpate_view){ room, used };
}
