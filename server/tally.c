#include "server/tally.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "server/clock.h"
#include "server/tally_table.h"
#include "server/text.h"

enum { DAY_SECONDS = 86400, URL_MOST = 2000 };

/* A question that nobody went on typing for so long is finished. */
static const uint64_t FINISHED_US = 30000000;
/* What is asked so soon after a question that found nothing is meant to say the same.
 */
static const uint64_t NEXT_US = 120000000;

static int open_file(const char *path)
{
    return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
}

static uint64_t choose_seed(const struct tally *tally)
{
    uint64_t seed = 0;

    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) < 0)
        seed = (uint64_t)(uintptr_t)tally ^ clock_us();
    return seed;
}

bool tally_open(struct tally *tally, const char *path, unsigned least_askers)
{
    *tally = (struct tally){ .fd = -1 };
    (void)pthread_mutex_init(&tally->lock, NULL);
    if (path == NULL)
        return true;
    tally->least_askers = least_askers;
    tally->day = (int64_t)time(NULL) / DAY_SECONDS;
    tally->seed = choose_seed(tally);
    tally->asker_seed = choose_seed(tally);
    tally->questions = tally_table_open(TALLY_ROWS);
    tally->pages = tally_table_open(TALLY_PAGES);
    tally->askers.slots = calloc(ASKER_SLOTS, sizeof *tally->askers.slots);
    tally->facts.slots = calloc(FACT_SLOTS, sizeof *tally->facts.slots);
    if (tally->questions == NULL || tally->pages == NULL ||
            tally->askers.slots == NULL || tally->facts.slots == NULL)
        return false;
    tally->fd = open_file(path);
    if (tally->fd >= 0)
        tally->path = path;
    return tally->fd >= 0;
}

bool tally_reopen(struct tally *tally)
{
    int fd = tally->path == NULL ? -1 : open_file(tally->path);

    if (fd < 0)
        return tally->path == NULL;
    (void)pthread_mutex_lock(&tally->lock);
    int old = tally->fd;
    tally->fd = fd;
    (void)pthread_mutex_unlock(&tally->lock);
    (void)close(old);
    return true;
}

void tally_learn(struct tally *tally, uint64_t key, const struct answer_fact *fact)
{
    struct answer_fact kept = *fact;

    if (tally->path == NULL || key == 0)
        return;
    kept.key = key;
    (void)pthread_mutex_lock(&tally->lock);
    answer_facts_put(&tally->facts, &kept);
    (void)pthread_mutex_unlock(&tally->lock);
}

uint32_t tally_page(struct tally *tally, palpate_view url)
{
    char text[URL_MOST];
    uint32_t number = 0;

    if (tally->path == NULL || url.size == 0 || url.size >= sizeof text)
        return 0;
    for (size_t i = 0; i < url.size; i++)
        if ((unsigned char)url.data[i] <= ' ')
            return 0;
    memcpy(text, url.data, url.size);
    text[url.size] = '\0';
    (void)pthread_mutex_lock(&tally->lock);
    number = tally_table_find(tally->pages, tally->seed, TALLY_PAGE, text, "", true);
    (void)pthread_mutex_unlock(&tally->lock);
    return number;
}

void tally_opened(struct tally *tally, palpate_view url)
{
    char text[URL_MOST];

    if (tally->path == NULL || url.size == 0 || url.size >= sizeof text)
        return;
    memcpy(text, url.data, url.size);
    text[url.size] = '\0';
    (void)pthread_mutex_lock(&tally->lock);
    uint32_t number =
            tally_table_find(tally->pages, tally->seed, TALLY_PAGE, text, "", false);
    if (number > 0) {
        tally->pages->rows[number - 1].number++;
        tally->opened++;
    }
    (void)pthread_mutex_unlock(&tally->lock);
}

static void count_row(struct tally *tally, enum tally_kind kind, const char *text,
        const char *other, uint64_t hits, uint64_t asker)
{
    uint32_t number =
            tally_table_find(tally->questions, tally->seed, kind, text, other, true);

    if (number == 0)
        return;
    tally->questions->rows[number - 1].number = hits;
    tally_row_count(&tally->questions->rows[number - 1], asker);
}

/* What found nothing, and what the same asker asked next and found. */
static void count_next(
        struct tally *tally, struct asked_once *asked, const struct answer_fact *fact)
{
    bool is_soon = asked->failed_us != 0 && asked->at_us - asked->failed_us < NEXT_US;

    if (fact->total == 0) {
        memcpy(asked->failed, asked->question, sizeof asked->failed);
        asked->failed_us = asked->at_us;
        return;
    }
    if (is_soon)
        count_row(tally, TALLY_THEN, asked->failed, asked->question, fact->total,
                asked->asker);
    asked->failed_us = 0;
}

static void count_pages(struct tally *tally, const struct answer_fact *fact)
{
    for (size_t i = 0; i < FACT_PAGES; i++)
        if (fact->pages[i] > 0 && fact->pages[i] <= tally->pages->count)
            tally->pages->rows[fact->pages[i] - 1].times++;
}

/* Counts the question of a slot, which is finished. */
static void finish_question(struct tally *tally, struct asked_once *asked)
{
    const struct answer_fact *fact = &asked->fact;

    if (asked->asker == 0 || asked->question[0] == '\0')
        return;
    if (fact->key != 0) {
        count_row(tally, TALLY_ASKED, asked->question, fact->corrected, fact->total,
                asked->asker);
        count_pages(tally, fact);
        tally->asked++;
        tally->unanswered += fact->total == 0;
        tally->corrected += fact->corrected[0] != '\0';
        count_next(tally, asked, fact);
    }
    asked->question[0] = '\0';
}

static uint64_t asker_key(const struct tally *tally, palpate_view asker)
{
    uint64_t hash = tally->asker_seed;

    for (size_t i = 0; i < asker.size; i++) {
        hash = (hash ^ (unsigned char)asker.data[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    return hash == 0 ? 1 : hash;
}

void tally_ask(struct tally *tally, palpate_view asker, palpate_view question,
        uint64_t key, uint64_t now_us)
{
    char text[ASKER_QUESTION];

    if (tally->path == NULL || !asker_write_question(text, question))
        return;
    (void)pthread_mutex_lock(&tally->lock);
    uint64_t who = asker_key(tally, asker);
    struct asked_once *asked = asker_slot(&tally->askers, who);
    if (asked->asker != who) {
        finish_question(tally, asked);
        *asked = (struct asked_once){ .asker = who };
    } else if (now_us - asked->at_us > FINISHED_US ||
               !asker_is_same(asked->question, text)) {
        finish_question(tally, asked);
    }
    memcpy(asked->question, text, sizeof asked->question);
    const struct answer_fact *fact = answer_facts_find(&tally->facts, key);
    asked->fact = fact == NULL ? (struct answer_fact){ .key = 0 } : *fact;
    asked->at_us = now_us;
    (void)pthread_mutex_unlock(&tally->lock);
}

static void finish_all(struct tally *tally, uint64_t now_us, uint64_t least_us)
{
    for (size_t i = 0; i < ASKER_SLOTS; i++) {
        struct asked_once *asked = &tally->askers.slots[i];
        if (asked->asker != 0 && now_us - asked->at_us >= least_us)
            finish_question(tally, asked);
    }
}

/* Writes a day, and forgets it: also who asked. */
static void write_day(struct tally *tally)
{
    const time_t start = (time_t)(tally->day * DAY_SECONDS);
    struct tm parts;
    struct text text;
    char day[32] = "";
    size_t size = 0;

    (void)gmtime_r(&start, &parts);
    (void)strftime(day, sizeof day, "%Y-%m-%d", &parts);
    text_open(&text);
    tally_table_write(&text, tally->questions, day, tally->least_askers);
    tally_table_write(&text, tally->pages, day, tally->least_askers);
    char *bytes = text_close(&text, &size);
    if (bytes != NULL && write(tally->fd, bytes, size) < 0) {
        /* A full disk must not stop answers. */
    }
    free(bytes);
    tally_table_clear(tally->questions);
    memset(tally->askers.slots, 0, ASKER_SLOTS * sizeof *tally->askers.slots);
    tally->asker_seed = choose_seed(tally);
    /* Answers that are kept know their pages by number. */
    if (tally_table_reset(tally->pages))
        memset(tally->facts.slots, 0, FACT_SLOTS * sizeof *tally->facts.slots);
}

void tally_tick(struct tally *tally, uint64_t now_us, int64_t now_s)
{
    int64_t day = now_s / DAY_SECONDS;

    if (tally->path == NULL)
        return;
    (void)pthread_mutex_lock(&tally->lock);
    finish_all(tally, now_us, day == tally->day ? FINISHED_US : 0);
    if (day != tally->day) {
        write_day(tally);
        tally->day = day;
    }
    (void)pthread_mutex_unlock(&tally->lock);
}

void tally_close(struct tally *tally)
{
    if (tally->path != NULL) {
        finish_all(tally, UINT64_MAX, 0);
        write_day(tally);
    }
    if (tally->fd >= 0)
        (void)close(tally->fd);
    tally_table_close(tally->questions);
    tally_table_close(tally->pages);
    free(tally->askers.slots);
    free(tally->facts.slots);
    (void)pthread_mutex_destroy(&tally->lock);
    tally->path = NULL;
}
