#include "question_log.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 6, DAY = 10 };

/* "2026-11-30". */
static bool is_day(const char *text)
{
    static const char FORM[] = "0000-00-00";

    for (size_t i = 0; i < sizeof FORM - 1; i++)
        if (FORM[i] == '-' ? text[i] != '-' : isdigit((unsigned char)text[i]) == 0)
            return false;
    return text[DAY] == '\0';
}

static bool read_number(uint64_t *number, const char *text)
{
    enum { MOST_DIGITS = 12 };
    size_t size = strspn(text, "0123456789");

    *number = 0;
    if (size == 0 || size > MOST_DIGITS || text[size] != '\0')
        return false;
    for (size_t i = 0; i < size; i++)
        *number = *number * 10 + (uint64_t)(text[i] - '0');
    return true;
}

static bool read_kind(enum logged_kind *kind, const char *word)
{
    static const char *const WORDS[] = { "asked", "then", "page" };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (strcmp(word, WORDS[i]) == 0) {
            *kind = (enum logged_kind)i;
            return true;
        }
    }
    return false;
}

/* Cuts a line at its tabs; false where it has another number of columns. */
static bool split(char *columns[COLUMNS], char *line)
{
    for (size_t i = 0; i < COLUMNS; i++) {
        columns[i] = line;
        char *tab = strchr(line, '\t');
        if ((tab == NULL) != (i + 1 == COLUMNS))
            return false;
        if (tab != NULL) {
            *tab = '\0';
            line = tab + 1;
        }
    }
    return true;
}

static bool grow(struct question_log *log)
{
    size_t room = log->room == 0 ? 256 : 2 * log->room;

    if (log->count < log->room)
        return true;
    struct logged *items = realloc(log->items, room * sizeof *items);
    if (items == NULL)
        return false;
    log->items = items;
    log->room = room;
    return true;
}

bool question_log_line(struct question_log *log, char *line, char last_day[16])
{
    char *columns[COLUMNS];
    struct logged item;

    if (line[0] == '\0' || line[0] == '#')
        return true;
    if (!split(columns, line) || !is_day(columns[0]) ||
            !read_kind(&item.kind, columns[1]) ||
            !read_number(&item.times, columns[2]) ||
            !read_number(&item.number, columns[3]) || columns[4][0] == '\0') {
        log->wrong++;
        return true;
    }
    log->days += strcmp(last_day, columns[0]) != 0;
    memcpy(last_day, columns[0], DAY + 1);
    if (!grow(log))
        return false;
    item.text = strdup(columns[4]);
    item.other = strdup(columns[5]);
    if (item.text != NULL && item.other != NULL) {
        log->items[log->count++] = item;
        return true;
    }
    free(item.text);
    free(item.other);
    return false;
}

/* By what they say; of questions the spelling that was searched is not what tells them
   apart. */
static int compare_text(const struct logged *a, const struct logged *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int order = strcmp(a->text, b->text);
    return order != 0 || a->kind != LOGGED_THEN ? order : strcmp(a->other, b->other);
}

static int by_text(const void *left, const void *right)
{
    return compare_text(left, right);
}

static int by_times(const void *left, const void *right)
{
    const struct logged *a = left;
    const struct logged *b = right;

    if (a->times != b->times)
        return a->times < b->times ? 1 : -1;
    return compare_text(a, b);
}

void question_log_settle(struct question_log *log)
{
    size_t kept = 0;

    if (log->count > 1)
        qsort(log->items, log->count, sizeof *log->items, by_text);
    for (size_t i = 0; i < log->count; i++) {
        struct logged *item = &log->items[i];
        struct logged *last = kept == 0 ? NULL : &log->items[kept - 1];
        if (last == NULL || compare_text(last, item) != 0) {
            log->items[kept++] = *item;
            continue;
        }
        last->times += item->times;
        if (item->kind == LOGGED_PAGE || item->number > last->number)
            last->number = item->kind == LOGGED_PAGE ? last->number + item->number
                                                     : item->number;
        free(item->text);
        free(item->other);
    }
    log->count = kept;
    if (kept > 1)
        qsort(log->items, kept, sizeof *log->items, by_times);
}

bool question_log_read(struct question_log *log, FILE *file)
{
    char last_day[16] = "";
    char *line = NULL;
    size_t room = 0;
    ssize_t size = 0;
    bool is_read = true;

    while (is_read && (size = getline(&line, &room, file)) > 0) {
        bool is_text = memchr(line, '\0', (size_t)size) == NULL && size <= LOG_LINE;
        line[size - (line[size - 1] == '\n')] = '\0';
        log->wrong += !is_text;
        if (is_text)
            is_read = question_log_line(log, line, last_day);
    }
    is_read &= ferror(file) == 0;
    free(line);
    question_log_settle(log);
    return is_read;
}

void question_log_free(struct question_log *log)
{
    for (size_t i = 0; i < log->count; i++) {
        free(log->items[i].text);
        free(log->items[i].other);
    }
    free(log->items);
    *log = (struct question_log){ .count = 0 };
}

bool logged_is_asked(const struct logged *item)
{
    return item->kind == LOGGED_ASKED;
}

bool logged_is_unanswered(const struct logged *item)
{
    return item->kind == LOGGED_ASKED && item->number == 0;
}

bool logged_is_corrected(const struct logged *item)
{
    return item->kind == LOGGED_ASKED && item->other[0] != '\0';
}

bool logged_is_unopened(const struct logged *item)
{
    return item->kind == LOGGED_PAGE && item->number == 0;
}

bool logged_is_next(const struct logged *item)
{
    return item->kind == LOGGED_THEN;
}

uint64_t question_log_sum(const struct question_log *log, logged_test *is_wanted)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < log->count; i++)
        sum += is_wanted(&log->items[i]) ? log->items[i].times : 0;
    return sum;
}

bool question_log_has_clicks(const struct question_log *log)
{
    for (size_t i = 0; i < log->count; i++)
        if (log->items[i].kind == LOGGED_PAGE && log->items[i].number > 0)
            return true;
    return false;
}
