/* palpate-index: builds an index, or brings it up to date. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "options.h"

enum exit_status {
    EXIT_WELL = 0,
    EXIT_SOME_FAILED = 1,
    EXIT_NOTHING_DONE = 2,
    EXIT_SIGNAL = 128 /* + the signal's number */
};

static volatile sig_atomic_t caught; /* the signal that asks to stop, or 0 */

static void catch_signal(int number)
{
    caught = number;
}

/* What is shown while the run goes on. */
struct display {
    struct timespec start;
    double last;   /* seconds at which the progress line was written */
    uint64_t told; /* lines of what went wrong */
    bool shows_progress;
    bool has_line; /* a progress line stands on the terminal */
};

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

static void report(void *user, const char *source, const char *message)
{
    struct display *display = user;

    clear_line(display);
    display->told++;
    (void)fprintf(stderr, "palpate-index: %s: %s\n", source, message);
}

static void progress(void *user, uint64_t done, uint64_t total)
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

static bool should_stop(void *user)
{
    (void)user;
    return caught != 0;
}

static palpate_status print_line(void *user, palpate_view line, palpate_error *err)
{
    FILE *out = user;

    if (fwrite(line.data, 1, line.size, out) == line.size)
        return PALPATE_OK;
    (void)snprintf(err->message, sizeof err->message, "cannot write what was read: %s",
            strerror(errno));
    err->status = PALPATE_IO;
    return PALPATE_IO;
}

/* Prints what --extract reads, or writes the report. */
static palpate_status extract(const struct index_options *options, palpate_error *err)
{
    FILE *out = options->report == NULL ? stdout : fopen(options->report, "w");
    palpate_status status = PALPATE_IO;

    if (out != NULL)
        status = palpate_extract(options->sources.items, options->sources.count,
                &options->run, print_line, out, err);
    bool is_written = out != NULL && (out == stdout ? fflush(out) : fclose(out)) == 0;
    if (status == PALPATE_OK && is_written)
        return PALPATE_OK;
    if (out == NULL || status == PALPATE_OK) {
        (void)snprintf(err->message, sizeof err->message, "%.400s: cannot write: %s",
                options->report == NULL ? "standard output" : options->report,
                strerror(errno));
        err->status = PALPATE_IO;
        status = PALPATE_IO;
    }
    return status;
}

static void print_count(const char *what, uint64_t count)
{
    if (count > 0)
        (void)fprintf(stderr, ", %llu %s", (unsigned long long)count, what);
}

static void print_summary(
        const palpate_index_summary *summary, double seconds, bool is_dry)
{
    (void)fprintf(stderr, "%s%llu pages read", is_dry ? "would be: " : "",
            (unsigned long long)summary->read);
    print_count("unchanged", summary->unchanged);
    print_count("added", summary->added);
    print_count("changed", summary->changed);
    print_count("removed", summary->removed);
    print_count("asking not to be indexed", summary->noindex);
    print_count("duplicates or lists", summary->duplicate);
    print_count("without article text", summary->empty);
    print_count("failed", summary->failed);
    (void)fprintf(stderr, "\nindex: %llu pages, %llu passages, %.1f MB; %.1f s\n",
            (unsigned long long)summary->pages, (unsigned long long)summary->passages,
            (double)summary->index_bytes / 1e6, seconds);
}

static int end(palpate_status status, const palpate_error *err, uint64_t failed)
{
    if (status == PALPATE_OK)
        return failed > 0 ? EXIT_SOME_FAILED : EXIT_WELL;
    (void)fprintf(stderr, "palpate-index: %s\n", err->message);
    return caught != 0 ? EXIT_SIGNAL + caught : EXIT_NOTHING_DONE;
}

static void catch_signals(void)
{
    struct sigaction action = { .sa_handler = catch_signal };

    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
}

/* Does what was asked for; the exit status. */
static int run(struct index_options *options, struct display *display)
{
    palpate_index_summary summary = { 0 };
    palpate_error err = { PALPATE_OK, "" };
    palpate_status status = PALPATE_OK;

    catch_signals();
    (void)clock_gettime(CLOCK_MONOTONIC, &display->start);
    display->shows_progress = !options->quiet && isatty(STDERR_FILENO) != 0;
    options->run.report = report;
    options->run.progress = progress;
    options->run.should_stop = should_stop;
    options->run.user = display;
    if (options->extract)
        status = extract(options, &err);
    else
        status = palpate_index_run(&summary, options->index, options->sources.items,
                options->sources.count, &options->run, &err);
    clear_line(display);
    if (status == PALPATE_OK && !options->quiet && !options->extract)
        print_summary(&summary, seconds_since(&display->start), options->run.dry_run);
    /* What --extract tells of is what it could not read: it leaves no page out. */
    return end(status, &err, options->extract ? display->told : summary.failed);
}

int main(int count, char **words)
{
    struct index_options options;
    struct display display = { .last = 0 };
    enum options_verdict verdict = options_read(&options, count, words);
    int status = verdict == OPTIONS_DONE ? EXIT_WELL : EXIT_NOTHING_DONE;

    if (verdict == OPTIONS_RUN)
        status = run(&options, &display);
    options_free(&options);
    return status;
}
