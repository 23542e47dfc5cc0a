/* Any bytes are a file of limits: all of them are within their bounds afterwards, or as
   they were, and a sentence says why. */
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "server/limits.h"

void fuzz_one(palpate_view bytes)
{
    char path[FUZZ_PATH];
    char complaint[512] = "";
    struct limits limits;
    struct limits before;
    int file = fuzz_file(path, bytes);

    limits_default(&limits);
    before = limits;
    if (!limits_read(&limits, path, complaint, sizeof complaint)) {
        REQUIRE(complaint[0] != '\0');
        REQUIRE(memcmp(&limits, &before, sizeof limits) == 0);
    }
#define REQUIRE_BOUNDS(member, name, fallback, least, most, what) \
    REQUIRE(limits.member + 1U >= (least) + 1U && limits.member <= (most));
    LIMITS(REQUIRE_BOUNDS)
#undef REQUIRE_BOUNDS
    (void)close(file);
}
