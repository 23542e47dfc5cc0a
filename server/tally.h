/* Questions that were answered, and pages that were found and opened -> how often in a
   day, without who asked.

   What is asked by few may tell of one of them: only what enough different askers
   asked on one day is ever written.  Askers are told apart by keys that are in memory
   alone and are others every day. */
#ifndef SERVER_TALLY_H
#define SERVER_TALLY_H

#include <palpate/view.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "server/answer_facts.h"
#include "server/asker.h"

enum {
    TALLY_MOST_ASKERS = 16, /* that can be asked for */
    TALLY_ASKERS = 3,       /* unless other is asked for */
    TALLY_ROWS = 8192,      /* different questions of a day; more are not counted */
    TALLY_PAGES = 16384     /* different pages of a day; likewise */
};

struct tally_table;

struct tally {
    pthread_mutex_t lock;
    const char *path; /* NULL: nothing is counted */
    int fd;
    unsigned least_askers;
    int64_t day;         /* since 1970 */
    uint64_t seed;       /* of the tables */
    uint64_t asker_seed; /* of the keys of askers: another one every day */
    struct tally_table *questions;
    struct tally_table *pages;
    struct askers askers;
    struct answer_facts facts;
    /* Since the start, for /metrics. */
    _Atomic uint64_t asked;
    _Atomic uint64_t unanswered;
    _Atomic uint64_t corrected;
    _Atomic uint64_t opened;
};

/* Opens the file; false where that is impossible, which errno says.  Without a path
   nothing is counted, and all functions do nothing. */
bool tally_open(struct tally *tally, const char *path, unsigned least_askers);

/* Opens the file anew, after it was moved away; the old one stays where that fails. */
bool tally_reopen(struct tally *tally);

/* Notes what was found for a question, so that it is known when that is asked again. */
void tally_learn(struct tally *tally, uint64_t key, const struct answer_fact *fact);

/* Counts a question whose answer has the key, once its asker has finished it. */
void tally_ask(struct tally *tally, palpate_view asker, palpate_view question,
        uint64_t key, uint64_t now_us);

/* Counts that a page was opened, if it is one that was found. */
void tally_opened(struct tally *tally, palpate_view url);

/* A page's number in the facts of an answer; 0 where there is no room for more. */
uint32_t tally_page(struct tally *tally, palpate_view url);

/* Counts the questions that were finished by now, and writes a day that is over. */
void tally_tick(struct tally *tally, uint64_t now_us, int64_t now_s);

/* Writes what was counted so far, and frees all. */
void tally_close(struct tally *tally);

#endif
