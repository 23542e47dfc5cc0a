/* Any bytes are read as a WARC file to the end: pages with addresses, or damages that
   say where they are. */
#include <string.h>
#include <unistd.h>

#include "core/utf8.h"
#include "fuzz.h"
#include "indexer/source/warc.h"

static void require_record(const struct warc_record *record)
{
    REQUIRE(record->damage[0] != '\0' ||
            (record->url.size > 0 && record->html.data != NULL));
    REQUIRE(utf8_is_valid(record->url));
    REQUIRE(record->html.size <= MAX_WARC_BODY);
    if (record->damage[0] != '\0')
        REQUIRE(utf8_is_valid(
                (palpate_view){ record->damage, strlen(record->damage) }));
}

void fuzz_one(palpate_view bytes)
{
    char path[FUZZ_PATH];
    struct arena arena = { 0 };
    struct gzip_stream *stream = NULL;
    struct warc *warc = NULL;
    struct warc_record record;
    int file = fuzz_file(path, bytes);

    if (gzip_stream_open(&stream, path, NULL) == PALPATE_OK)
        REQUIRE(warc_open(&warc, stream, NULL) == PALPATE_OK);
    while (warc != NULL && warc_next(warc, &arena, &record)) {
        require_record(&record);
        arena_clear(&arena);
    }
    warc_close(warc);
    arena_free(&arena);
    (void)close(file);
}
