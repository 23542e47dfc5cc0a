/* Any bytes are a stream of lines of JSON: pages with addresses of the web, or reports
   that are sentences. */
#include <unistd.h>

#include "core/utf8.h"
#include "core/web_address.h"
#include "fuzz.h"
#include "indexer/source/stream.h"

static void require_report(
        void *user, const char *source, palpate_view id, const char *message)
{
    (void)user;
    REQUIRE(*source != '\0' && *message != '\0');
    REQUIRE(utf8_is_valid(id));
}

void fuzz_one(palpate_view bytes)
{
    char path[FUZZ_PATH];
    struct arena arena = { 0 };
    struct stream *stream = NULL;
    struct source_page page;
    int file = fuzz_file(path, bytes);

    if (stream_open(&stream, path, (palpate_view){ NULL, 0 }, NULL) == PALPATE_OK) {
        while (stream_next(stream, &arena, &page, require_report, NULL)) {
            REQUIRE(is_web_path(page.url));
            REQUIRE(page.bytes.data != NULL && page.bytes.size <= MAX_SOURCE_PAGE);
            arena_clear(&arena);
        }
    }
    stream_close(stream);
    arena_free(&arena);
    (void)close(file);
}
