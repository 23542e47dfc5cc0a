#include "indexer/run/read_ahead.h"

#include <stdlib.h>

#include "core/fail.h"
#include "indexer/run/large_pages.h"
#include "indexer/run/threads.h"

enum { PAGES_A_THREAD = 3 };

enum state {
    PAGE_WAITS, /* for a thread */
    PAGE_TAKEN, /* by one */
    PAGE_DONE
};

/* A ring of pages: from `first` on `count` have come from the sources. */
struct read_ahead {
    struct run *run;
    read_ahead_wants *wants;
    void *user;
    struct ahead_page *pages;
    unsigned room;
    unsigned first;
    unsigned count;
    bool is_given; /* the first one, to the caller */
    bool is_at_end;
    pthread_mutex_t lock;
    pthread_cond_t changed; /* a page waits, is done, or all is over */
    bool is_over;
    pthread_t threads[MAX_THREADS];
    unsigned most; /* threads */
    unsigned started;
};

void ahead_page_load(struct ahead_page *page)
{
    if (page->is_loaded)
        return;
    page->loaded = page_load(
            &page->page.entry, &page->reader, &page->source, &page->page.failure);
    page->is_loaded = true;
}

void ahead_page_read(struct ahead_page *page)
{
    if (page->is_read)
        return;
    page->read =
            page_read(&page->page, &page->reader, &page->source, &page->page.failure);
    page->is_read = true;
}

static void do_page(struct ahead_page *page)
{
    ahead_page_load(page);
    bool is_same = page->may_stay &&
                   digest_equals(page->digest, page->page.entry.digest) &&
                   page->place == page->page.entry.place;
    if (page->loaded == PALPATE_OK && !is_same)
        ahead_page_read(page);
}

/* The first page that waits, which is the caller's now; NULL where none does. */
static struct ahead_page *take_waiting(struct read_ahead *ahead)
{
    for (unsigned i = 0; i < ahead->count; i++) {
        struct ahead_page *page = &ahead->pages[(ahead->first + i) % ahead->room];
        if (page->state != PAGE_WAITS)
            continue;
        page->state = PAGE_TAKEN;
        return page;
    }
    return NULL;
}

/* Reads pages while there are any; with the lock, which is given up meanwhile. */
static void read_waiting(struct read_ahead *ahead, struct ahead_page *page)
{
    (void)pthread_mutex_unlock(&ahead->lock);
    do_page(page);
    (void)pthread_mutex_lock(&ahead->lock);
    page->state = PAGE_DONE;
    (void)pthread_cond_broadcast(&ahead->changed);
}

/* Reads a page that waits, or where none does waits for a change.  With the lock held.
 */
static void read_or_wait(struct read_ahead *ahead)
{
    struct ahead_page *page = take_waiting(ahead);

    if (page != NULL)
        read_waiting(ahead, page);
    else
        (void)pthread_cond_wait(&ahead->changed, &ahead->lock);
}

static void *work_of_thread(void *user)
{
    struct read_ahead *ahead = user;

    (void)pthread_mutex_lock(&ahead->lock);
    while (!ahead->is_over)
        read_or_wait(ahead);
    (void)pthread_mutex_unlock(&ahead->lock);
    return NULL;
}

palpate_status read_ahead_open(struct read_ahead **out, struct run *run,
        read_ahead_wants *wants, void *user, palpate_error *err)
{
    struct read_ahead *ahead = calloc(1, sizeof *ahead);
    unsigned threads = run_threads(run);

    *out = NULL;
    if (ahead != NULL)
        ahead->pages = calloc((size_t)threads * PAGES_A_THREAD, sizeof *ahead->pages);
    if (ahead == NULL || ahead->pages == NULL) {
        free(ahead);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for reading pages");
    }
    ahead->run = run;
    ahead->wants = wants;
    ahead->user = user;
    ahead->most = threads - 1;
    ahead->room = threads == 1 ? 1 : threads * PAGES_A_THREAD;
    (void)pthread_mutex_init(&ahead->lock, NULL);
    (void)pthread_cond_init(&ahead->changed, NULL);
    *out = ahead;
    return PALPATE_OK;
}

void read_ahead_close(struct read_ahead *ahead)
{
    if (ahead == NULL)
        return;
    (void)pthread_mutex_lock(&ahead->lock);
    ahead->is_over = true;
    (void)pthread_cond_broadcast(&ahead->changed);
    (void)pthread_mutex_unlock(&ahead->lock);
    for (unsigned i = 0; i < ahead->started; i++)
        (void)pthread_join(ahead->threads[i], NULL);
    for (unsigned i = 0; i < ahead->room; i++)
        page_reader_free(&ahead->pages[i].reader);
    (void)pthread_cond_destroy(&ahead->changed);
    (void)pthread_mutex_destroy(&ahead->lock);
    free(ahead->pages);
    free(ahead);
}

/* One thread more, where pages wait; an update that reads nothing starts none. */
static void start_thread(struct read_ahead *ahead)
{
    if (ahead->started < ahead->most && pthread_create(&ahead->threads[ahead->started],
                                                NULL, work_of_thread, ahead) == 0)
        ahead->started++;
}

/* Takes a page from the sources into the ring; false at their end.  Only the caller's
   thread changes the ring, and no other one looks at a page that is not in it. */
static bool take_in(struct read_ahead *ahead)
{
    struct run *run = ahead->run;
    struct ahead_page *page =
            &ahead->pages[(ahead->first + ahead->count) % ahead->room];
    struct page_reader reader = page->reader;

    reader.options = run->options;
    reader.shared = &run->shared;
    reader.selectors = &run->selectors;
    arena_clear(&reader.arena);
    *page = (struct ahead_page){ .reader = reader, .state = PAGE_DONE };
    if (!source_next(run->sources, &page->reader.arena, &page->source))
        return false;
    /* Large ones are read one at a time, for the sake of memory. */
    bool waits = ahead->most > 0 && source_likely_size(&page->source) < LARGE_PAGE &&
                 ahead->wants(ahead->user, page);
    if (waits)
        start_thread(ahead);
    (void)pthread_mutex_lock(&ahead->lock);
    page->state = waits ? PAGE_WAITS : PAGE_DONE;
    ahead->count++;
    (void)pthread_cond_broadcast(&ahead->changed);
    (void)pthread_mutex_unlock(&ahead->lock);
    return true;
}

/* Gives the page back that was handed out. */
static void drop_first(struct read_ahead *ahead)
{
    struct ahead_page *page = &ahead->pages[ahead->first];

    if (source_likely_size(&page->source) >= LARGE_PAGE)
        page_reader_free(&page->reader);
    (void)pthread_mutex_lock(&ahead->lock);
    ahead->first = (ahead->first + 1) % ahead->room;
    ahead->count--;
    (void)pthread_mutex_unlock(&ahead->lock);
    ahead->is_given = false;
}

/* Waits for the first page, and reads others meanwhile, or itself. */
static void finish_first(struct read_ahead *ahead)
{
    (void)pthread_mutex_lock(&ahead->lock);
    while (ahead->pages[ahead->first].state != PAGE_DONE)
        read_or_wait(ahead);
    (void)pthread_mutex_unlock(&ahead->lock);
}

struct ahead_page *read_ahead_next(struct read_ahead *ahead)
{
    if (ahead->is_given)
        drop_first(ahead);
    while (!ahead->is_at_end && ahead->count < ahead->room)
        ahead->is_at_end = !take_in(ahead);
    if (ahead->count == 0)
        return NULL;
    finish_first(ahead);
    ahead->is_given = true;
    return &ahead->pages[ahead->first];
}
