#include "display.h"

#include <stdio.h>
#include <unistd.h>

/* Pages of a kind that are named: enough to see what is behind them. */
enum { MAX_NAMED = 20 };

/* Seconds between two words on the progress: one line of a terminal changes often, and
   the lines of a log are few. */
static const double OFTEN = 0.1;
static const double SELDOM = 60;

double display_seconds(const struct display *display)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - display->start.tv_sec) +
           (double)(now.tv_nsec - display->start.tv_nsec) / 1e9;
}

static void clear_line(struct display *display)
{
    if (display->has_line)
        (void)fputs("\r\033[K", stderr);
    display->has_line = false;
}

void display_start(struct display *display, bool is_quiet, bool names_all)
{
    *display = (struct display){ .is_quiet = is_quiet,
        .names_all = names_all,
        .is_terminal = isatty(STDERR_FILENO) != 0 };
    (void)clock_gettime(CLOCK_MONOTONIC, &display->start);
}

/* How many pages of a kind are named.  Those that are left out because it was asked for
   are as many as may be, and nothing is wrong with them. */
static uint64_t most_named(palpate_report_kind kind)
{
    return kind == PALPATE_REPORT_EXCLUDED ? 0 : MAX_NAMED;
}

void display_report(
        void *user, palpate_report_kind kind, const char *source, const char *message)
{
    struct display *display = user;

    display->reported[kind]++;
    if ((display->is_quiet && kind != PALPATE_REPORT_FAILED) ||
            (!display->names_all && display->reported[kind] > most_named(kind)))
        return;
    clear_line(display);
    (void)fprintf(stderr, "palpate-index: %s: %s\n", source, message);
}

void display_progress(void *user, uint64_t done, uint64_t total)
{
    struct display *display = user;
    double now = display_seconds(display);

    if (display->is_quiet || now < 1 ||
            now - display->last < (display->is_terminal ? OFTEN : SELDOM))
        return;
    display->last = now;
    display->has_line = display->is_terminal;
    (void)fprintf(stderr, "%s%llu",
            display->is_terminal ? "\r" : "palpate-index: ", (unsigned long long)done);
    if (total > 0)
        (void)fprintf(stderr, " of %llu", (unsigned long long)total);
    (void)fprintf(stderr, " pages, %.0f s%s", now, display->is_terminal ? "" : "\n");
    (void)fflush(stderr);
}

void display_end(struct display *display)
{
    static const struct {
        const char *one;
        const char *several;
    } KINDS[PALPATE_REPORT_KINDS] = {
        [PALPATE_REPORT_NOTE] = { "note", "notes" },
        [PALPATE_REPORT_NOINDEX] = { "page asks not to be indexed",
                "pages ask not to be indexed" },
        [PALPATE_REPORT_DUPLICATE] = { "page is a duplicate", "pages are duplicates" },
        [PALPATE_REPORT_NO_ARTICLE] = { "page is not an article",
                "pages are not articles" },
        [PALPATE_REPORT_EXCLUDED] = { "page is excluded", "pages are excluded" },
        [PALPATE_REPORT_EMPTY] = { "page has no article text",
                "pages have no article text" },
        [PALPATE_REPORT_LINK] = { "link was left out", "links were left out" },
        [PALPATE_REPORT_FAILED] = { "could not be read", "could not be read" },
    };

    clear_line(display);
    for (int kind = 0; kind < PALPATE_REPORT_KINDS && !display->names_all; kind++) {
        uint64_t reported = display->reported[kind];
        if (reported <= MAX_NAMED || kind == PALPATE_REPORT_EXCLUDED ||
                (display->is_quiet && kind != PALPATE_REPORT_FAILED))
            continue;
        bool is_one = reported - MAX_NAMED == 1;
        (void)fprintf(stderr, "palpate-index: %llu more %s (--verbose names %s)\n",
                (unsigned long long)(reported - MAX_NAMED),
                is_one ? KINDS[kind].one : KINDS[kind].several, is_one ? "it" : "them");
    }
}
