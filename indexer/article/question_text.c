#include "indexer/article/question_text.h"

#include <stdbool.h>
#include <string.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"

palpate_view question_letters(struct arena *arena, palpate_view text)
{
    struct buffer letters = { 0 };

    for (size_t i = 0; i < text.size;) {
        unsigned char byte = (unsigned char)text.data[i];
        size_t size = byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1;
        if (size == 1 && (byte >= 0x80 || ascii_is_alphanumeric(byte)))
            buffer_append_byte(&letters, ascii_lower(byte));
        i += size;
    }
    palpate_view copy = letters.failed ? (palpate_view){ NULL, 0 }
                                       : arena_copy(arena, buffer_view(&letters));
    buffer_free(&letters);
    return copy;
}

palpate_view question_without_number(palpate_view text)
{
    size_t place = 0;

    if (text.size > 1 && ascii_lower(text.data[0]) == 'q' &&
            !ascii_is_letter(text.data[1]))
        place = 1;
    while (place < text.size && (ascii_is_digit(text.data[place]) ||
                                        strchr(" .:)-#", text.data[place]) != NULL))
        place++;
    return view_slice(text, place, text.size);
}

size_t question_size(palpate_view text, size_t letters)
{
    size_t place = 0;

    while (place < text.size && (letters > 0 || text.data[place] != ' ')) {
        unsigned char byte = (unsigned char)text.data[place];
        size_t size = byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1;
        bool is_letter = size == 1 && (byte >= 0x80 || ascii_is_alphanumeric(byte));
        if (is_letter && letters == 0)
            break;
        letters -= is_letter;
        place += size;
    }
    return place < text.size ? place : text.size;
}
