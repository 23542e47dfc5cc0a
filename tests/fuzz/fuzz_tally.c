/* Any bytes are what people ask, one after the other, what was searched instead, and
   the pages that they open: each line that is written is one that a report reads again,
   of a question that enough of them asked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/view.h"
#include "fuzz.h"
#include "query/program/question_log.h"
#include "server/tally.h"

enum { LEAST = 2, ASKERS = 4 };

static char path[] = "/tmp/palpate-tally-XXXXXX";
static bool is_made;

static void remove_file(void)
{
    (void)unlink(path);
}

static void empty_file(void)
{
    if (!is_made) {
        int file = mkstemp(path);
        REQUIRE(file >= 0 && close(file) == 0);
        is_made = true;
        (void)atexit(remove_file);
    }
    REQUIRE(truncate(path, 0) == 0);
}

/* As the server learns what an answer said: without signs that end a column. */
static uint64_t learn(struct tally *tally, unsigned how, palpate_view url)
{
    struct answer_fact fact = { .total = how & 3 };

    fact.pages[0] = tally_page(tally, url);
    tally_learn(tally, how + 1, &fact);
    return how + 1;
}

static unsigned ask_all(struct tally *tally, palpate_view bytes)
{
    uint64_t now_us = 1000000;
    unsigned asked = 0;

    while (bytes.size > 0) {
        unsigned how = fuzz_byte(&bytes);
        const char asker = (char)('a' + how % ASKERS);
        palpate_view question = fuzz_part(&bytes);
        palpate_view url = fuzz_part(&bytes);
        uint64_t key = learn(tally, how, url);
        tally_ask(tally, (palpate_view){ &asker, 1 }, question, key, now_us);
        if ((how & 4) != 0)
            tally_opened(tally, url);
        now_us += (how & 8) != 0 ? 40000000 : 1000000;
        if ((how & 16) != 0)
            tally_tick(tally, now_us, (int64_t)(now_us / 1000000));
        asked++;
    }
    return asked;
}

static void require_log(unsigned asked)
{
    struct question_log log = { .count = 0 };
    FILE *file = fopen(path, "re");

    REQUIRE(file != NULL);
    REQUIRE(question_log_read(&log, file));
    REQUIRE(log.wrong == 0);
    for (size_t i = 0; i < log.count; i++) {
        REQUIRE(log.items[i].times <= asked);
        REQUIRE(log.items[i].kind == LOGGED_PAGE || log.items[i].times >= LEAST);
        REQUIRE(strpbrk(log.items[i].text, "\t\n") == NULL);
    }
    question_log_free(&log);
    (void)fclose(file);
}

void fuzz_one(palpate_view bytes)
{
    struct tally *tally = calloc(1, sizeof *tally);

    empty_file();
    REQUIRE(tally != NULL && tally_open(tally, path, LEAST));
    unsigned asked = ask_all(tally, bytes);
    tally_close(tally);
    require_log(asked);
    free(tally);
}
