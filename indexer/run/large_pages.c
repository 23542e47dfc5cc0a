#include "indexer/run/large_pages.h"

#include <malloc.h>
#include <stdbool.h>

void large_pages_open(struct large_pages *pages)
{
    pages->bytes = 0;
    (void)pthread_mutex_init(&pages->lock, NULL);
    (void)pthread_cond_init(&pages->less, NULL);
}

void large_pages_close(struct large_pages *pages)
{
    (void)pthread_cond_destroy(&pages->less);
    (void)pthread_mutex_destroy(&pages->lock);
}

static bool must_wait(const struct large_pages *pages, uint64_t size)
{
    return pages->bytes > 0 && pages->bytes + size > LARGE_TOGETHER;
}

void large_pages_enter(struct large_pages *pages, uint64_t size)
{
    if (size < LARGE_PAGE)
        return;
    (void)pthread_mutex_lock(&pages->lock);
    while (must_wait(pages, size))
        (void)pthread_cond_wait(&pages->less, &pages->lock);
    pages->bytes += size;
    (void)pthread_mutex_unlock(&pages->lock);
}

void large_pages_leave(struct large_pages *pages, uint64_t size)
{
    if (size < LARGE_PAGE)
        return;
    /* The allocator would keep what was freed for this thread alone. */
    (void)malloc_trim(0);
    (void)pthread_mutex_lock(&pages->lock);
    pages->bytes -= size;
    (void)pthread_cond_broadcast(&pages->less);
    (void)pthread_mutex_unlock(&pages->lock);
}
