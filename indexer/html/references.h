/* Character references of HTML -> characters, as browsers read them. */
#ifndef INDEXER_REFERENCES_H
#define INDEXER_REFERENCES_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { REFERENCE_CHARACTERS = 2 /* that a reference stands for, at most */ };

enum reference_place {
    REFERENCE_IN_TEXT,
    REFERENCE_IN_VALUE /* of an attribute: "&copy=1" is of an address there */
};

/* What the reference at `place` of `text`, an '&', stands for: one character, or two.
   What follows the characters is 0.  Names of the HTML standard are known, with and
   without ';' as it has them; numbers from 128 to 159 are characters of windows-1252,
   and numbers of no character are U+FFFD.  Returns the size of the reference in bytes,
   0 if it is none. */
size_t reference_read(uint32_t characters[REFERENCE_CHARACTERS], palpate_view text,
        size_t place, enum reference_place where);

/* The character that windows-1252 has for a byte from 128 to 159; others are
   themselves. */
uint32_t reference_of_windows(uint32_t character);

#endif
