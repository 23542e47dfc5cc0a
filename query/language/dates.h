/* "2019..2024", "2019-05", "..2020-01-31" -> the days from first to last. */
#ifndef QUERY_DATES_H
#define QUERY_DATES_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

/* Reads a day, month, year or a range of them, open at either side, as YYYYMMDD, both
   inclusive; false where it is none. */
bool dates_read(palpate_view text, uint32_t *first, uint32_t *last);

#endif
