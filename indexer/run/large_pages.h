/* Lets few large pages be read at once: one takes up to twenty times its bytes, and as
   many threads as there are cores would each take that. */
#ifndef INDEXER_LARGE_PAGES_H
#define INDEXER_LARGE_PAGES_H

#include <pthread.h>
#include <stdint.h>

enum {
    LARGE_PAGE = 1024 * 1024,        /* bytes from which a page waits for others */
    LARGE_TOGETHER = 12 * LARGE_PAGE /* bytes of such pages that are read at once; a
                                        larger one is read when it is the only one */
};

struct large_pages {
    pthread_mutex_t lock;
    pthread_cond_t less; /* some were left */
    uint64_t bytes;      /* of the large pages that are being read */
};

void large_pages_open(struct large_pages *pages);
void large_pages_close(struct large_pages *pages);

/* Waits until a page of that many bytes may be read; smaller ones than LARGE_PAGE never
   wait.  Each is left once, when the memory that it took is given back.  Any thread,
   one page each. */
void large_pages_enter(struct large_pages *pages, uint64_t size);
void large_pages_leave(struct large_pages *pages, uint64_t size);

#endif
