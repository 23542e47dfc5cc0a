/* A text -> the numbers and words that dates are made of, one after another. */
#ifndef INDEXER_DATE_CURSOR_H
#define INDEXER_DATE_CURSOR_H

#include <palpate/view.h>
#include <stdbool.h>

/* Where in a text the reading is. */
struct date_cursor {
    palpate_view text;
    size_t place;
};

/* The byte at hand, NUL at the end. */
char date_peek(const struct date_cursor *cursor);

/* Whether a digit of any script is at hand. */
bool date_at_digit(const struct date_cursor *cursor);

/* Steps over `word`, ASCII letters in any case, if it is there. */
bool date_skip_word(struct date_cursor *cursor, palpate_view word);

/* Steps over a number of at most `most` digits, and gives it, or -1 where none is or
   more digits follow. */
int date_read_number(struct date_cursor *cursor, size_t most);

/* Steps over what may stand between the parts of a date in words. */
void date_skip_gap(struct date_cursor *cursor);

/* Steps over the "st" of "1st". */
void date_skip_ordinal(struct date_cursor *cursor);

/* Steps over the name of a month and gives what month_of() does, or over some word and
   gives 0. */
int date_read_month(struct date_cursor *cursor);

#endif
