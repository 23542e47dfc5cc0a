/* Texts -> what was counted of each in a day. */
#ifndef SERVER_TALLY_TABLE_H
#define SERVER_TALLY_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "server/text.h"

enum { TALLY_KEPT_ASKERS = 16 };

enum tally_kind {
    TALLY_ASKED, /* a question; `other` is the spelling that was searched instead */
    TALLY_THEN,  /* a question that found nothing, and what was asked next */
    TALLY_PAGE   /* the address of a page */
};

struct tally_row {
    uint64_t hash;
    enum tally_kind kind;
    char *text;
    char *other;
    uint64_t times;  /* asked; or of a page: found */
    uint64_t number; /* hits; or of a page: opened */
    uint64_t askers[TALLY_KEPT_ASKERS];
    unsigned asker_count;
};

struct tally_table {
    struct tally_row *rows; /* `count` of them */
    uint32_t *places;       /* of rows, from 1, by their hash */
    size_t place_count;     /* a power of two, more than twice `most` */
    size_t count;
    size_t most;
};

/* NULL where memory is out. */
struct tally_table *tally_table_open(size_t most);
void tally_table_close(struct tally_table *table);

/* The number of a row, from 1, which is made if it is new; 0 where there is no room. */
uint32_t tally_table_find(struct tally_table *table, uint64_t seed,
        enum tally_kind kind, const char *text, const char *other, bool is_made);

/* Counts a row once more for an asker. */
void tally_row_count(struct tally_row *row, uint64_t asker);

/* Writes the rows that at least so many askers asked, a line each:
   day TAB kind TAB times TAB number TAB text TAB other. */
void tally_table_write(struct text *out, const struct tally_table *table,
        const char *day, unsigned least_askers);

/* Starts another day: without rows. */
void tally_table_clear(struct tally_table *table);

/* The same, with the rows and their numbers, but that of a full table none stays; then
   it returns true. */
bool tally_table_reset(struct tally_table *table);

#endif
