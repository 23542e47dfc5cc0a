/* Letters and digits of all scripts -> small letters and numbers. */
#ifndef INDEXER_LETTERS_H
#define INDEXER_LETTERS_H

#include <palpate/view.h>
#include <stdbool.h>

/* The value of the decimal digit at `place` of `text`, of ASCII, Arabic, Persian,
   Indian, Thai or of full width, and its bytes; -1 where none is, and `*size` is 0
   then. */
int letters_digit(palpate_view text, size_t place, size_t *size);

/* Whether a decimal digit of any of these is in `text`. */
bool letters_have_digit(palpate_view text);

/* `text` in small letters, in `room` of `size` bytes and cut at it. */
palpate_view letters_lower(palpate_view text, char *room, size_t size);

/* The byte at `place`, or 0 past the end. */
static inline char letters_byte_at(palpate_view text, size_t place)
{
    if (text.data == NULL || place >= text.size)
        return '\0';
    return text.data[place];
}

#endif
