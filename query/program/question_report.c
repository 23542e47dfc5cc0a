#include "question_report.h"

#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "input.h"
#include "question_log.h"
#include "question_report_json.h"

enum { USUAL = 20 };

/* What others typed does nothing to a terminal. */
static void print_plain(const char *text)
{
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        (void)putchar(byte < ' ' || byte == 0x7F ? ' ' : byte);
    }
}

static void print_rows(const struct question_log *log, const char *heading,
        logged_test *is_wanted, uint32_t most)
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
        if (logged_is_corrected(item)) {
            (void)printf(" -> ");
            print_plain(item->other);
        }
        (void)putchar('\n');
    }
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
    uint64_t all = question_log_sum(log, logged_is_asked);

    (void)printf("%" PRIu64 " questions on %zu days: %" PRIu64
                 " found nothing, %" PRIu64 " were corrected\n",
            all, log->days, question_log_sum(log, logged_is_unanswered),
            question_log_sum(log, logged_is_corrected));
    print_rows(log, "Most asked", logged_is_asked, most);
    print_rows(log, "Without an answer", logged_is_unanswered, most);
    print_rows(log, "Searched in another spelling", logged_is_corrected, most);
    if (question_log_has_clicks(log))
        print_rows(log, "Found, and never opened", logged_is_unopened, most);
    print_drafts(log, most);
}

bool question_report(const char *path, palpate_format format, uint32_t most)
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
    most = most == 0 ? USUAL : most;
    if (is_read && format == PALPATE_FORMAT_JSON)
        question_report_json(&log, most);
    else if (is_read)
        print_report(&log, most);
    question_log_free(&log);
    if (file != NULL && file != stdin)
        (void)fclose(file);
    return is_read && fflush(stdout) == 0 && ferror(stdout) == 0;
}
