/* A character -> what it is to the words around it. */
#ifndef CORE_CHARACTERS_H
#define CORE_CHARACTERS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Soft hyphens and spaces without width: they part nothing and are not seen. */
bool character_is_invisible(uint32_t character);

/* The apostrophe, and what is typed for one: accents, quotation marks, a prime. */
bool character_is_apostrophe(uint32_t character);

/* Hyphens and dashes of all kinds. */
bool character_is_hyphen(uint32_t character);

/* Letters of Greek, and the micro sign. */
bool character_is_greek(uint32_t character);

/* Thai, Lao, Burmese and Khmer, which are written without spaces between words, and
   whose vowels are marks in part. */
bool character_is_southeast_asian(uint32_t character);

/* Han, Hiragana and Katakana, also of half width, and their extensions: written without
   spaces between words. */
bool character_is_han_or_kana(uint32_t character);

/* The marks that change the sound of the kana before them, also of half width. */
bool character_is_kana_mark(uint32_t character);

/* Whether the character at `place` of a word is the "u" of a unit: a micro sign or mu
   before a letter of ASCII. */
bool character_is_micro(palpate_view word, size_t place);

#ifdef __cplusplus
}
#endif
#endif
