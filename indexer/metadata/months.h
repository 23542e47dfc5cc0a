/* The names of months -> their numbers. */
#ifndef INDEXER_MONTHS_H
#define INDEXER_MONTHS_H

#include <palpate/view.h>

enum {
    MONTH_PERSIAN = 20, /* added to the months of the Persian calendar */
    MONTH_SIZE = 40     /* bytes of the longest name, or more */
};

/* 1 to 12 for a month's name or its usual abbreviation, without a dot at the end, in
   one of the languages of the table, letters in any case; MONTH_PERSIAN more for those
   of the Persian calendar; else 0. */
int month_of(palpate_view word);

#endif
