/* palpate-index: builds an index, or brings it up to date. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "confine.h"
#include "display.h"
#include "filter_host.h"
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

/* Says that the index is sound; the exit status. */
static int tell_of_soundness(
        const struct index_options *options, const palpate_index_soundness *sound)
{
    if (sound->is_unfinished) {
        (void)fprintf(stderr,
                "palpate-index: %s: nothing is damaged, but the last update was ended "
                "before it had stored its sums: run palpate-index with the sources\n",
                options->index);
        return EXIT_SOME_FAILED;
    }
    if (!options->quiet)
        (void)printf("%s: sound: %llu blocks, %.1f MB, %llu passages\n", options->index,
                (unsigned long long)sound->blocks, (double)sound->bytes / 1e6,
                (unsigned long long)sound->passages);
    return EXIT_WELL;
}

/* Says what was done to the index; the exit status. */
static int tell_of_repair(const struct index_options *options,
        const palpate_index_repair_summary *summary)
{
    static const char *const HOW[] = {
        [PALPATE_REPAIR_NOTHING] = "sound: nothing to repair",
        [PALPATE_REPAIR_FINISHED] = "sound: the sums of the last update are stored now",
        [PALPATE_REPAIR_RESTORED] = "repaired: nothing is lost",
        [PALPATE_REPAIR_RETURNED] =
                "back at the previous generation: run again with the sources",
        [PALPATE_REPAIR_REBUILT] = "rebuilt from the stored passages",
    };
    bool is_behind = summary->lost_pages > 0 || summary->reads_all;
    bool has_lost = is_behind || summary->how == PALPATE_REPAIR_RETURNED ||
                    summary->lost_thesaurus;

    if (!options->quiet)
        (void)printf("%s: %s", options->index, HOW[summary->how]);
    if (!options->quiet && summary->how == PALPATE_REPAIR_REBUILT)
        (void)printf(": %llu pages, %llu could not be read",
                (unsigned long long)summary->pages,
                (unsigned long long)summary->lost_pages);
    if (!options->quiet && summary->lost_pages > 0)
        (void)printf(": run again with the sources to read them");
    else if (!options->quiet && summary->reads_all)
        (void)printf("; the next run reads every page of the sources");
    if (!options->quiet)
        (void)printf("\n");
    return has_lost ? EXIT_SOME_FAILED : EXIT_WELL;
}

static int end_run(palpate_status status, const palpate_error *err, uint64_t failed)
{
    if (status == PALPATE_OK)
        return failed > 0 ? EXIT_SOME_FAILED : EXIT_WELL;
    (void)fprintf(stderr, "palpate-index: %s\n", err->message);
    return caught != 0 ? EXIT_SIGNAL + caught : EXIT_NOTHING_DONE;
}

/* On a full disk libxapian may end the process in the middle of a build.  Whoever runs
   this reads what happened, and what to do, all the same; what was published before is
   as it was, and the next run removes what this one left. */
static void say_gave_up(int number)
{
    static const char LINE[] =
            "palpate-index: cannot write the index: the storage library gave up: "
            "nothing was changed; see that the disk has room and run again\n";

    (void)number;
    (void)!write(STDERR_FILENO, LINE, sizeof LINE - 1);
    _exit(EXIT_NOTHING_DONE);
}

/* Looks at the index alone; the exit status. */
static int verify(const struct index_options *options, struct display *display)
{
    palpate_index_soundness sound = { 0 };
    palpate_error err = { PALPATE_OK, "" };
    palpate_status status =
            palpate_index_verify(&sound, options->index, &options->run, &err);

    display_end(display);
    return status == PALPATE_OK ? tell_of_soundness(options, &sound)
                                : end_run(status, &err, 0);
}

/* Brings the index back; the exit status. */
static int repair(const struct index_options *options, struct display *display)
{
    palpate_index_repair_summary summary = { .pages = 0 };
    palpate_error err = { PALPATE_OK, "" };
    palpate_status status =
            palpate_index_repair(&summary, options->index, &options->run, &err);

    display_end(display);
    return status == PALPATE_OK ? tell_of_repair(options, &summary)
                                : end_run(status, &err, 0);
}

/* Makes one index of others; the exit status. */
static int federate(const struct index_options *options, struct display *display)
{
    palpate_index_federation made;
    palpate_error err = { PALPATE_OK, "" };
    palpate_status status = palpate_index_federate(&made, options->index,
            options->sources.items, options->sources.count, &err);

    display_end(display);
    if (status == PALPATE_OK && !options->quiet)
        (void)printf("%s: %llu databases, %llu passages\n", options->index,
                (unsigned long long)made.databases, (unsigned long long)made.passages);
    return end_run(status, &err, 0);
}

static void catch_signals(void)
{
    struct sigaction action = { .sa_handler = catch_signal };
    struct sigaction ending = { .sa_handler = say_gave_up };

    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGABRT, &ending, NULL);
}

/* Ends a run that builds an index or brings it up to date. */
static int end_counted(const struct index_options *options,
        const struct display *display, const palpate_index_summary *summary,
        palpate_status status, const palpate_error *err)
{
    bool is_json = options->summary == SUMMARY_JSON;
    bool is_failed =
            summary->failed > 0 &&
            (!options->has_tolerance || !tolerance_holds(&options->tolerance, summary));

    if (status == PALPATE_OK && !is_json)
        summary_print(display, summary, options->run.dry_run);
    int code = end_run(status, err, is_failed);
    if (is_json)
        summary_print_json(display, summary, options->run.dry_run, code);
    return code;
}

/* Does what was asked for; the exit status. */
static int do_run(struct index_options *options, struct display *display)
{
    palpate_index_summary summary = { 0 };
    palpate_error err = { PALPATE_OK, "" };
    palpate_status status = PALPATE_OK;

    catch_signals();
    display_start(display, options->quiet, options->verbose);
    options->run.report = display_report;
    options->run.progress = display_progress;
    options->run.should_stop = should_stop;
    options->run.user = display;
    if (options->verify)
        return verify(options, display);
    if (options->repair)
        return repair(options, display);
    if (options->federate)
        return federate(options, display);
    if (options->extract)
        status = extract(options, &err);
    else
        status = palpate_index_run(&summary, options->index, options->sources.items,
                options->sources.count, &options->run, &err);
    display_end(display);
    if (options->extract)
        return end_run(status, &err, display->reported[PALPATE_REPORT_FAILED]);
    return end_counted(options, display, &summary, status, &err);
}

static void allow_writing(
        struct confinement *allowed, char folder[CONFINE_PATH], const char *path)
{
    if (path != NULL)
        allowed->writable[allowed->writable_count++] = confine_folder_of(folder, path);
}

/* Pages come from anywhere, so that what reads them writes the index and the report
   alone, connects to nothing and starts no program.  What the system cannot do is left
   out. */
static void confine_run(const struct index_options *options)
{
    struct confinement allowed = { .is_connecting = options->federate,
        .is_forking = true };
    struct confinement_report report;
    char folders[4][CONFINE_PATH];
    const char *const paths[] = { options->index, options->report };

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char *real = paths[i] == NULL ? NULL : realpath(paths[i], NULL);
        allow_writing(&allowed, folders[2 * i], paths[i]);
        allow_writing(&allowed, folders[2 * i + 1], real);
        free(real);
    }
    confine(&report, &allowed);
}

/* Starts what runs filters, one process a thread that reads pages. */
static void start_filters(struct filter_host *host, struct index_options *options)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    bool reads_pages = !options->verify && !options->repair && !options->federate;
    size_t wanted = options->run.jobs > 0 ? options->run.jobs
                    : cores > 0           ? (size_t)cores
                                          : 1;

    filter_host_start(host, &options->filters, reads_pages ? wanted : 0);
    options->run.filter = filter_host_convert;
    options->run.filter_user = host;
}

int main(int count, char **words)
{
    struct index_options options;
    struct display display;
    struct filter_host host;
    enum options_verdict verdict = options_read(&options, count, words);
    int status = verdict == OPTIONS_DONE ? EXIT_WELL : EXIT_NOTHING_DONE;

    if (verdict == OPTIONS_RUN) {
        start_filters(&host, &options);
        confine_run(&options);
        status = do_run(&options, &display);
        filter_host_end(&host);
    }
    options_free(&options);
    return status;
}
