#include "display.h"

#include <stdio.h>
#include <unistd.h>

/* Pages of a kind that are named: enough to see what is behind them. */
enum { MAX_NAMED = 20 };

static double seconds_since(const struct timespec *start)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) +
           (double)(now.tv_nsec - start->tv_nsec) / 1e9;
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
        .shows_progress = !is_quiet && isatty(STDERR_FILENO) != 0 };
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
    double now = seconds_since(&display->start);

    if (!display->shows_progress || now < 1 || now - display->last < 0.1)
        return;
    display->last = now;
    display->has_line = true;
    if (total > 0)
        (void)fprintf(stderr, "\r%llu of %llu pages, %.0f s", (unsigned long long)done,
                (unsigned long long)total, now);
    else
        (void)fprintf(stderr, "\r%llu pages, %.0f s", (unsigned long long)done, now);
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

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

static void print_count(uint64_t count, const char *one, const char *several)
{
    if (count > 0)
        (void)fprintf(stderr, ", %llu %s", (unsigned long long)count,
                count == 1 ? one : several);
}

/* Says also to those who want to hear only what went wrong that more than a few pages
   are not in the index that may say something. */
static void print_loss(const palpate_index_summary *summary)
{
    enum { FEW = 20, FEW_OF_ALL = 10 /* one page in that many */ };
    uint64_t all = summary->read + summary->unchanged;

    if (summary->lost <= FEW && summary->lost * FEW_OF_ALL <= all)
        return;
    (void)fprintf(stderr, "palpate-index: %llu of %llu page%s left out",
            (unsigned long long)summary->lost, (unsigned long long)all,
            all == 1 ? " was" : "s were");
    if (summary->empty > 0)
        (void)fprintf(stderr, ": %llu without article text",
                (unsigned long long)summary->empty);
    if (summary->lost > summary->empty)
        (void)fprintf(stderr, "%s %llu with the address of another page",
                summary->empty > 0 ? "," : ":",
                (unsigned long long)(summary->lost - summary->empty));
    (void)fputs(" (without --quiet they are named)\n", stderr);
}

void display_summary(const struct display *display,
        const palpate_index_summary *summary, bool is_dry)
{
    const struct {
        uint64_t count;
        const char *one;
        const char *several;
    } counts[] = {
        { summary->unchanged, "unchanged", "unchanged" },
        { summary->added, "added", "added" },
        { summary->changed, "changed", "changed" },
        { summary->removed, "removed", "removed" },
        { summary->excluded, "excluded", "excluded" },
        { summary->noindex, "asking not to be indexed", "asking not to be indexed" },
        { summary->duplicate, "duplicate", "duplicates" },
        { summary->no_article, "not an article", "not articles" },
        { summary->empty, "without article text", "without article text" },
        { summary->links, "link left out", "links left out" },
        { summary->failed, "failed", "failed" },
    };

    if (display->is_quiet) {
        print_loss(summary);
        return;
    }
    (void)fprintf(stderr, "%s%llu page%s read", is_dry ? "would be: " : "",
            (unsigned long long)summary->read, plural(summary->read));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        print_count(counts[i].count, counts[i].one, counts[i].several);
    (void)fprintf(stderr, "\nindex: %llu page%s, %llu passage%s, %.1f MB; %.1f s\n",
            (unsigned long long)summary->pages, plural(summary->pages),
            (unsigned long long)summary->passages, plural(summary->passages),
            (double)summary->index_bytes / 1e6, seconds_since(&display->start));
}
