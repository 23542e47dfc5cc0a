#include "query/eval/table.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/ascii.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"

enum { LONGEST_LINE = 1024 * 1024 };

palpate_status table_open(struct table *table, const char *path, palpate_error *err)
{
    palpate_error why = { 0 };

    *table = (struct table){ .path = path };
    palpate_status status = gzip_lines_open(&table->lines, path, &why);
    return status == PALPATE_OK ? status
                                : fail(err, status, "%s: %s", path, why.message);
}

void table_close(struct table *table)
{
    gzip_lines_close(table->lines);
    buffer_free(&table->bytes);
}

palpate_status table_fail(
        const struct table *table, palpate_error *err, const char *format, ...)
{
    char message[256];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return fail(err, PALPATE_BAD_INPUT, "%s: line %zu: %s", table->path, table->number,
            message);
}

static void add_field(struct table *table, palpate_view field)
{
    if (table->field_count < TABLE_FIELDS)
        table->field[table->field_count] = field;
    table->field_count++;
}

/* Fields of the line before lie in memory that is gone. */
static void drop_fields(struct table *table)
{
    memset(table->field, 0, sizeof table->field);
    table->field_count = 0;
}

static void split_at_tabs(struct table *table)
{
    size_t start = 0;

    drop_fields(table);
    for (size_t i = 0; i <= table->line.size; i++) {
        if (i == table->line.size || table->line.data[i] == '\t') {
            add_field(table, view_slice(table->line, start, i - start));
            start = i + 1;
        }
    }
}

void table_split_words(struct table *table)
{
    size_t start = 0;

    drop_fields(table);
    for (size_t i = 0; i <= table->line.size; i++) {
        bool is_end = i == table->line.size || table->line.data[i] == ' ' ||
                      table->line.data[i] == '\t';
        if (is_end && i > start)
            add_field(table, view_slice(table->line, start, i - start));
        if (is_end)
            start = i + 1;
    }
}

/* The line without what editors and other systems put around it. */
static palpate_view bare_line(const struct table *table)
{
    static const palpate_view MARK = PALPATE_VIEW_INIT("\xEF\xBB\xBF");
    palpate_view line = buffer_view(&table->bytes);

    if (table->number == 1 && view_starts_with(line, MARK))
        line = view_slice(line, MARK.size, line.size);
    while (line.size > 0 && line.data[line.size - 1] == '\r')
        line.size--;
    return line;
}

palpate_status table_next(bool *has_line, struct table *table, palpate_error *err)
{
    palpate_error why = { 0 };

    do {
        table->number++;
        palpate_status status = gzip_lines_next(
                has_line, table->lines, &table->bytes, LONGEST_LINE, &why);
        if (status == PALPATE_NO_MEMORY)
            return fail(err, status, "%s", why.message);
        if (status != PALPATE_OK)
            return table_fail(table, err, "%s", why.message);
        table->line = bare_line(table);
    } while (*has_line && table->line.size == 0);
    if (*has_line)
        split_at_tabs(table);
    return PALPATE_OK;
}

palpate_view table_keep(struct arena *arena, palpate_view text)
{
    struct buffer repaired = { 0 };
    palpate_view kept = { NULL, 0 };

    utf8_append_repaired(&repaired, text);
    if (!repaired.failed)
        kept = arena_copy(arena, buffer_view(&repaired));
    buffer_free(&repaired);
    return kept;
}

bool table_read_integer(long *number, palpate_view field)
{
    enum { MAX_DIGITS = 9 };
    size_t sign = field.size > 0 && field.data[0] == '-';

    *number = 0;
    if (field.size == sign || field.size - sign > MAX_DIGITS)
        return false;
    for (size_t i = sign; i < field.size; i++) {
        if (!ascii_is_digit(field.data[i]))
            return false;
        *number = *number * 10 + (field.data[i] - '0');
    }
    if (sign == 1)
        *number = -*number;
    return true;
}
