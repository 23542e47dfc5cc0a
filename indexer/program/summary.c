#include "summary.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command_line.h"

const char *summary_form(uint32_t choice)
{
    static const char *const WORDS[] = { "text", "json", NULL };

    return WORDS[choice];
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

/* Each count: its name, and how it is said where there are any, in this order. */
static const struct {
    const char *name;
    size_t place;
    const char *one; /* NULL where it is said in another way */
    const char *several;
} COUNTS[] = {
#define COUNT(name, one, several)                                  \
    {                                                              \
#name, offsetof(palpate_index_summary, name), one, several \
    }
    COUNT(read, NULL, NULL),
    COUNT(unchanged, "unchanged", "unchanged"),
    COUNT(added, "added", "added"),
    COUNT(changed, "changed", "changed"),
    COUNT(removed, "removed", "removed"),
    COUNT(excluded, "excluded", "excluded"),
    COUNT(noindex, "asking not to be indexed", "asking not to be indexed"),
    COUNT(duplicate, "duplicate", "duplicates"),
    COUNT(no_article, "not an article", "not articles"),
    COUNT(empty, "without article text", "without article text"),
    COUNT(lost, NULL, NULL),
    COUNT(links, "link left out", "links left out"),
    COUNT(failed, "failed", "failed"),
    COUNT(pages, NULL, NULL),
    COUNT(passages, NULL, NULL),
    COUNT(index_bytes, NULL, NULL),
    COUNT(source_bytes, NULL, NULL),
#undef COUNT
};
enum { COUNT_COUNT = sizeof COUNTS / sizeof *COUNTS };
static_assert(
        offsetof(palpate_index_summary, reserved) == COUNT_COUNT * sizeof(uint64_t),
        "each count has a name");

static uint64_t count_at(const palpate_index_summary *summary, size_t i)
{
    uint64_t count = 0;

    memcpy(&count, (const char *)summary + COUNTS[i].place, sizeof count);
    return count;
}

void summary_print(const struct display *display, const palpate_index_summary *summary,
        bool is_dry)
{
    if (display->is_quiet) {
        print_loss(summary);
        return;
    }
    (void)fprintf(stderr, "%s%llu page%s read", is_dry ? "would be: " : "",
            (unsigned long long)summary->read, plural(summary->read));
    for (size_t i = 0; i < COUNT_COUNT; i++)
        if (COUNTS[i].one != NULL)
            print_count(count_at(summary, i), COUNTS[i].one, COUNTS[i].several);
    (void)fprintf(stderr, "\nindex: %llu page%s, %llu passage%s, %.1f MB; %.1f s\n",
            (unsigned long long)summary->pages, plural(summary->pages),
            (unsigned long long)summary->passages, plural(summary->passages),
            (double)summary->index_bytes / 1e6, display_seconds(display));
}

void summary_print_json(const struct display *display,
        const palpate_index_summary *summary, bool is_dry, int status)
{
    (void)printf("{\"status\":%d,\"dry_run\":%s,\"seconds\":%.3f", status,
            is_dry ? "true" : "false", display_seconds(display));
    for (size_t i = 0; i < COUNT_COUNT; i++)
        (void)printf(",\"%s\":%llu", COUNTS[i].name,
                (unsigned long long)count_at(summary, i));
    (void)printf("}\n");
    (void)fflush(stdout);
}

bool tolerance_read(struct tolerance *tolerance, const char *value)
{
    size_t digits = strspn(value, "0123456789");
    bool is_percent = value[digits] == '%';
    bool is_number = digits > 0 && digits < 10 && value[digits + is_percent] == '\0';

    *tolerance = (struct tolerance){ strtoul(value, NULL, 10), is_percent };
    return (is_number && (!is_percent || tolerance->most <= 100)) ||
           program_complain("--tolerate takes a number, or percent up to 100%", value);
}

bool tolerance_holds(
        const struct tolerance *tolerance, const palpate_index_summary *summary)
{
    uint64_t all = summary->read + summary->unchanged;

    if (!tolerance->is_percent)
        return summary->failed <= tolerance->most;
    all = all < summary->failed ? summary->failed : all;
    return summary->failed * 100 <= tolerance->most * all;
}
