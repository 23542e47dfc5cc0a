/* Any bytes are read as a WARC file to the end: pages with addresses, or damages that
   say where they are. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/utf8.h"
#include "indexer/source/warc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct warc *open_bytes(const uint8_t *data, size_t size, int *file)
{
    char path[64];
    struct gzip_stream *stream = NULL;
    struct warc *warc = NULL;

    *file = memfd_create("warc", MFD_CLOEXEC);
    if (*file < 0 || write(*file, data, size) != (ssize_t)size)
        return NULL;
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", *file);
    if (gzip_stream_open(&stream, path, NULL) == PALPATE_OK)
        (void)warc_open(&warc, stream, NULL);
    return warc;
}

static void check(const struct warc_record *record)
{
    if (record->damage[0] == '\0' &&
            (record->url.size == 0 || record->html.data == NULL))
        abort();
    if (!utf8_is_valid(record->url) || record->html.size > MAX_WARC_BODY)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = { 0 };
    struct warc_record record;
    int file = -1;
    struct warc *warc = open_bytes(data, size, &file);

    while (warc != NULL && warc_next(warc, &arena, &record)) {
        check(&record);
        arena_clear(&arena);
    }
    warc_close(warc);
    arena_free(&arena);
    if (file >= 0)
        (void)close(file);
    return 0;
}
