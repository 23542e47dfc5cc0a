/* A file of lines, gzip or not -> their fields, and complaints that name the line. */
#ifndef EVAL_TABLE_H
#define EVAL_TABLE_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/gzip_lines.h"

enum { TABLE_FIELDS = 16 };

/* A file being read; the fields are of its current line and gone with the next one. */
struct table {
    const char *path;
    struct gzip_lines *lines;
    struct buffer bytes;
    size_t number;     /* of the line, from 1 */
    palpate_view line; /* without its end, and without a byte order mark */
    palpate_view field[TABLE_FIELDS];
    size_t field_count; /* may be more than were kept */
};

/* Opens `path`, which must outlive the table.  PALPATE_BAD_INPUT, PALPATE_NO_MEMORY. */
palpate_status table_open(struct table *table, const char *path, palpate_error *err);
void table_close(struct table *table);

/* Goes to the next line that is not empty and splits it at its tabs; `*has_line` is
   false at the end. */
palpate_status table_next(bool *has_line, struct table *table, palpate_error *err);

/* Splits the line anew: at runs of white space. */
void table_split_words(struct table *table);

/* PALPATE_BAD_INPUT with "file: line N: " before the message. */
palpate_status table_fail(const struct table *table, palpate_error *err,
        const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A copy of a field as well-formed text; data is NULL when memory is out. */
palpate_view table_keep(struct arena *arena, palpate_view text);

/* Reads a whole number, perhaps negative; false for anything else. */
bool table_read_integer(long *number, palpate_view field);

#endif
