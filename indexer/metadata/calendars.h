/* Years and months of other calendars -> those of the usual one. */
#ifndef INDEXER_CALENDARS_H
#define INDEXER_CALENDARS_H

#include "indexer/metadata/date_cursor.h"

/* Steps over the name of a Japanese era or of the Chinese republic and the year in it,
   and gives the year of the usual calendar; 0 where none is. */
int calendar_read_era(struct date_cursor *cursor);

/* Brings a day with a Buddhist year, or a Persian month, to the usual calendar; a month
   of 0 says that there is no such day. */
void calendar_convert(int *year, int *month, int *day);

#endif
