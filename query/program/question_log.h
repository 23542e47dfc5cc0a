/* What palpate-serve --queries writes -> what was asked, and how often, in all days. */
#ifndef PALPATE_QUERY_QUESTION_LOG_H
#define PALPATE_QUERY_QUESTION_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { LOG_LINE = 8192 /* bytes of a line; what is longer is none */ };

enum logged_kind {
    LOGGED_ASKED, /* a question */
    LOGGED_THEN,  /* one that found nothing, and what its asker asked next */
    LOGGED_PAGE   /* a page */
};

/* Lines that say the same of different days are one. */
struct logged {
    enum logged_kind kind;
    char *text;
    char *other;     /* asked: the spelling that was searched instead, or empty; then:
                        what was asked next */
    uint64_t times;  /* asked; of a page: found */
    uint64_t number; /* hits, of the last day; of a page: opened, on all days */
};

struct question_log {
    struct logged *items; /* the most frequent first */
    size_t count;
    size_t room;
    size_t days;  /* that something was written of */
    size_t wrong; /* lines that are none */
};

/* Reads a line without its end into a log, whose items are in no order then; false
   where memory is out.  `last_day` is what the line before had, 16 bytes. */
bool question_log_line(struct question_log *log, char *line, char last_day[16]);

/* Puts lines of the same together, and the most frequent first. */
void question_log_settle(struct question_log *log);

/* Reads a whole file; false where memory is out or the file cannot be read. */
bool question_log_read(struct question_log *log, FILE *file);

typedef bool logged_test(const struct logged *item);
logged_test logged_is_asked;
logged_test logged_is_unanswered;
logged_test logged_is_corrected; /* another spelling was searched */
logged_test logged_is_unopened;
logged_test logged_is_next; /* asked after a question that found nothing */

/* How often all that passes the test was asked or found. */
uint64_t question_log_sum(const struct question_log *log, logged_test *is_wanted);

/* Whether any page was opened: else nothing is known of which are. */
bool question_log_has_clicks(const struct question_log *log);

void question_log_free(struct question_log *log);

#endif
