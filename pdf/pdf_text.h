/* A line of text -> what its first and last characters say. */
#ifndef PDF_TEXT_H
#define PDF_TEXT_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

/* The size in bytes of the mark that starts an item, with the space after it; or 0. */
size_t pdf_mark_size(palpate_view text);

/* "1. ", "12) ": starts an item that keeps its number. */
bool pdf_is_numbered(palpate_view text);

/* Whether there is a small letter, or the first character is one. */
bool pdf_has_small_letter(palpate_view text, bool at_start);

unsigned pdf_count_letters(palpate_view text);

/* Whether the last byte is one of `signs`. */
bool pdf_ends_with_one(palpate_view text, const char *signs);

#endif
