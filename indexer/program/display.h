/* What is written to standard error while a run goes on, and at its end. */
#ifndef PROGRAM_DISPLAY_H
#define PROGRAM_DISPLAY_H

#include <palpate/indexer.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct display {
    bool is_quiet;  /* only what went wrong */
    bool names_all; /* every page, not only the first of a kind */
    struct timespec start;
    double last; /* seconds at which the progress was written */
    uint64_t reported[PALPATE_REPORT_KINDS]; /* of each kind, named or not */
    bool is_terminal;                        /* where the progress goes */
    bool has_line; /* a progress line stands on the terminal */
};

/* Starts the clock. */
void display_start(struct display *display, bool is_quiet, bool names_all);

/* Names a page, or counts it where enough of its kind are named; a `user` is a display.
   For palpate_index_options, as display_progress() is. */
void display_report(
        void *user, palpate_report_kind kind, const char *source, const char *message);

void display_progress(void *user, uint64_t done, uint64_t total);

/* Takes the progress away and says how many were not named. */
void display_end(struct display *display);

/* Seconds since the start. */
double display_seconds(const struct display *display);

#endif
