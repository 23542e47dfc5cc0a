/* Dates as people write them -> ISO 8601. */
#ifndef INDEXER_DATES_H
#define INDEXER_DATES_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"

struct date {
    int year;
    int month;
    int day;
    size_t start; /* where it stands in the text */
    size_t end;
    palpate_view time; /* "T10:00:00+02:00" after an ISO date, borrowed, or empty */
};

/* The first date in the first few hundred bytes of `text`: ISO 8601, in words of common
   languages ("1 May 2024", "May 1st, 2024", "1. Mai 2024", "1 de mayo de 2024",
   "2024年5月1日") or in numbers, where `is_day_first` decides between 03/05 and 05/03
   if both are possible.  What no calendar has is no date. */
bool date_find(struct date *out, palpate_view text, bool is_day_first);

/* Whether one is the day before the other. */
bool date_are_next(const struct date *a, const struct date *b);

/* "2024-05-01" in `out`, which has room for `size` bytes, 11 or more. */
void date_print(const struct date *date, char *out, size_t size);

/* "2024-05-01", with its time if it has one; data is NULL when memory is out. */
palpate_view date_iso(struct arena *arena, const struct date *date);

#endif
