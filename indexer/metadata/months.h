/* The names of months -> their numbers. */
#ifndef INDEXER_MONTHS_H
#define INDEXER_MONTHS_H

#include <palpate/view.h>

/* 1 to 12 for a month's name or its usual abbreviation, without a dot, in one of the
   languages of the table, ASCII letters in any case; else 0. */
int month_of(palpate_view word);

#endif
