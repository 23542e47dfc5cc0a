#include "server/tally_table.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct tally_table *tally_table_open(size_t most)
{
    struct tally_table *table = calloc(1, sizeof *table);

    if (table == NULL)
        return NULL;
    table->most = most;
    for (table->place_count = 1; table->place_count <= 2 * most;)
        table->place_count *= 2;
    table->rows = calloc(most, sizeof *table->rows);
    table->places = calloc(table->place_count, sizeof *table->places);
    if (table->rows != NULL && table->places != NULL)
        return table;
    tally_table_close(table);
    return NULL;
}

void tally_table_clear(struct tally_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        free(table->rows[i].text);
        free(table->rows[i].other);
    }
    table->count = 0;
    if (table->places != NULL)
        memset(table->places, 0, table->place_count * sizeof *table->places);
}

bool tally_table_reset(struct tally_table *table)
{
    if (table->count == table->most) {
        tally_table_clear(table);
        return true;
    }
    for (size_t i = 0; i < table->count; i++)
        table->rows[i].times = table->rows[i].number = 0;
    return false;
}

void tally_table_close(struct tally_table *table)
{
    if (table == NULL)
        return;
    tally_table_clear(table);
    free(table->places);
    free(table->rows);
    free(table);
}

/* With a seed, so that nobody outside can choose texts that share a place. */
static uint64_t hash_text(uint64_t hash, const char *text)
{
    for (size_t i = 0; text[i] != '\0'; i++) {
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash;
}

static bool is_row(const struct tally_row *row, uint64_t hash, enum tally_kind kind,
        const char *text, const char *other)
{
    /* The spelling that is searched instead is not what tells questions apart. */
    return row->hash == hash && row->kind == kind && strcmp(row->text, text) == 0 &&
           (kind != TALLY_THEN || strcmp(row->other, other) == 0);
}

static uint32_t add_row(struct tally_table *table, uint64_t hash, enum tally_kind kind,
        const char *text, const char *other)
{
    struct tally_row *row = &table->rows[table->count];

    if (table->count == table->most)
        return 0;
    *row = (struct tally_row){
        .hash = hash, .kind = kind, .text = strdup(text), .other = strdup(other)
    };
    if (row->text != NULL && row->other != NULL)
        return (uint32_t)++table->count;
    free(row->text);
    free(row->other);
    return 0;
}

uint32_t tally_table_find(struct tally_table *table, uint64_t seed,
        enum tally_kind kind, const char *text, const char *other, bool is_made)
{
    uint64_t hash = hash_text(seed ^ (uint64_t)kind, text);
    size_t place = 0;

    if (kind == TALLY_THEN)
        hash = hash_text(hash, other);
    place = hash & (table->place_count - 1);
    while (table->places[place] != 0) {
        uint32_t number = table->places[place];
        if (is_row(&table->rows[number - 1], hash, kind, text, other))
            return number;
        place = (place + 1) & (table->place_count - 1);
    }
    if (is_made)
        table->places[place] = add_row(table, hash, kind, text, other);
    return table->places[place];
}

void tally_row_count(struct tally_row *row, uint64_t asker)
{
    unsigned place = 0;

    row->times++;
    while (place < row->asker_count && row->askers[place] != asker)
        place++;
    if (place == row->asker_count && place < TALLY_KEPT_ASKERS)
        row->askers[row->asker_count++] = asker;
}

void tally_table_write(struct text *out, const struct tally_table *table,
        const char *day, unsigned least_askers)
{
    static const char *const KINDS[] = {
        [TALLY_ASKED] = "asked", [TALLY_THEN] = "then", [TALLY_PAGE] = "page"
    };

    for (size_t i = 0; i < table->count; i++) {
        const struct tally_row *row = &table->rows[i];
        if (row->times == 0 ||
                (row->kind != TALLY_PAGE && row->asker_count < least_askers))
            continue;
        text_add_format(out, "%s\t%s\t%" PRIu64 "\t%" PRIu64 "\t", day,
                KINDS[row->kind], row->times, row->number);
        text_add_string(out, row->text);
        text_add_string(out, "\t");
        text_add_string(out, row->other);
        text_add_string(out, "\n");
    }
}
