#include "question_report.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "input.h"
#include "question_log.h"

enum { USUAL = 20 };

/* What others typed does nothing to a terminal. */
static void print_plain(const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        (void)putchar(byte < ' ' || byte == 0x7F ? ' ' : byte);
    }
}

static bool is_unanswered(const struct logged *item)
{
    return item->kind == LOGGED_ASKED && item->number == 0;
}

static bool is_asked(const struct logged *item)
{
    return item->kind == LOGGED_ASKED;
}

static bool is_corrected(const struct logged *item)
{
    return item->kind == LOGGED_ASKED && item->other[0] != '\0';
}

static bool is_unopened(const struct logged *item)
{
    return item->kind == LOGGED_PAGE && item->number == 0;
}

typedef bool wanted_row(const struct logged *item);

static uint64_t sum_of(const struct question_log *log, wanted_row *is_wanted)
{
    uint64_t sum = 0;

    for (size_t i = 0; i < log->count; i++)
        sum += is_wanted(&log->items[i]) ? log->items[i].times : 0;
    return sum;
}

static void print_rows(const struct question_log *log, const char *heading,
        wanted_row *is_wanted, uint32_t most)
{
    uint32_t count = 0;

    for (size_t i = 0; i < log->count && count < most; i++) {
        const struct logged *item = &log->items[i];
        if (!is_wanted(item))
            continue;
        if (count++ == 0)
            (void)printf("\n%s\n", heading);
        (void)printf("%7" PRIu64 "  ", item->times);
        print_plain(item->text);
        if (is_corrected(item)) {
            (void)printf(" -> ");
            print_plain(item->other);
        }
        (void)putchar('\n');
    }
}

/* Pages are worth naming only where it is known which are opened. */
static bool knows_clicks(const struct question_log *log)
{
    for (size_t i = 0; i < log->count; i++)
        if (log->items[i].kind == LOGGED_PAGE && log->items[i].number > 0)
            return true;
    return false;
}

/* What is asked after a question that found nothing may be another name of it. */
static void print_drafts(const struct question_log *log, uint32_t most)
{
    uint32_t count = 0;

    for (size_t i = 0; i < log->count && count < most; i++) {
        const struct logged *item = &log->items[i];
        if (item->kind != LOGGED_THEN)
            continue;
        if (count++ == 0)
            (void)puts("\nLines for a thesaurus: what was asked next, and found. Check "
                       "each");
        print_plain(item->other);
        (void)putchar('\t');
        print_plain(item->text);
        (void)puts("\tlay\tquestions");
    }
}

static void print_report(const struct question_log *log, uint32_t most)
{
    uint64_t all = sum_of(log, is_asked);

    (void)printf("%" PRIu64 " questions on %zu days: %" PRIu64
                 " found nothing, %" PRIu64 " were corrected\n",
            all, log->days, sum_of(log, is_unanswered), sum_of(log, is_corrected));
    print_rows(log, "Most asked", is_asked, most);
    print_rows(log, "Without an answer", is_unanswered, most);
    print_rows(log, "Searched in another spelling", is_corrected, most);
    if (knows_clicks(log))
        print_rows(log, "Found, and never opened", is_unopened, most);
    print_drafts(log, most);
}

bool question_report(const char *path, uint32_t most)
{
    struct question_log log = { .count = 0 };
    FILE *file = input_open(path);
    bool is_read = file != NULL && question_log_read(&log, file);

    if (!is_read)
        (void)fprintf(
                stderr, "palpate-query: cannot read %s: %s\n", path, strerror(errno));
    if (is_read && log.wrong > 0) {
        (void)fprintf(stderr,
                "palpate-query: %s: %zu lines are none that palpate-serve --queries "
                "writes: they were left out\n",
                path, log.wrong);
    }
    if (is_read)
        print_report(&log, most == 0 ? USUAL : most);
    question_log_free(&log);
    if (file != NULL && file != stdin)
        (void)fclose(file);
    return is_read && fflush(stdout) == 0 && ferror(stdout) == 0;
}
