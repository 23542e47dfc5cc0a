/* Any bytes are a pattern, and after a NUL a path: refused, or compared; and what a
   path says with a backslash before each of its bytes matches that path. */
#include <string.h>

#include "core/glob.h"
#include "core/view.h"
#include "fuzz.h"

/* Whether a pattern of nothing but the bytes of a path matches it. */
static void require_itself(struct arena *arena, const char *path)
{
    char pattern[500] = "/";
    struct glob glob;
    size_t size = 1;

    if (*path == '\0' || *path == '/' || strlen(path) > 240)
        return;
    for (const char *at = path; *at != '\0'; at++) {
        pattern[size++] = '\\';
        pattern[size++] = *at;
    }
    pattern[size] = '\0';
    REQUIRE(glob_read(&glob, arena, pattern, NULL) == PALPATE_OK);
    REQUIRE(glob.is_address || glob_matches(&glob, view_of(path), false));
}

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct glob glob;
    size_t end = view_find(bytes, (palpate_view){ "", 1 });
    palpate_view pattern = arena_copy(&arena, view_slice(bytes, 0, end));
    palpate_view path = arena_copy(&arena, view_slice(bytes, end + 1, bytes.size));

    if (glob_read(&glob, &arena, pattern.data, NULL) == PALPATE_OK)
        (void)glob_matches(&glob, path, path.size % 2 == 0);
    require_itself(&arena, path.data);
    arena_free(&arena);
}
