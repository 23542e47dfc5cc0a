#include "indexer/merge.h"

#include <stdio.h>
#include <stdlib.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/shim_status.h"

enum { PARTS_MERGED = 48 /* at once: each is a handful of open files */ };

static void part_path(char out[GENERATION_PATH], const char *folder, const char *stem,
        uint32_t number)
{
    (void)snprintf(out, GENERATION_PATH, "%.4000s/%.20s-%06u", folder, stem, number);
}

void merge_part_path(char out[GENERATION_PATH], const char *folder, uint32_t number)
{
    part_path(out, folder, "part", number);
}

/* Merges parts `from`.. of stem `stem` into one database. */
static palpate_status merge(const char *to, const char *folder, const char *stem,
        uint32_t from, uint32_t count, palpate_error *err)
{
    char(*paths)[GENERATION_PATH] = calloc(count, sizeof *paths);
    const char *names[PARTS_MERGED];
    xc_error reason;

    if (paths == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for merging");
    for (uint32_t i = 0; i < count; i++) {
        (void)part_path(paths[i], folder, stem, from + i);
        names[i] = paths[i];
    }
    xc_status status = xc_compact(to, names, count, 0, &reason);
    free(paths);
    return status == XC_OK ? PALPATE_OK : shim_failure(&reason, err);
}

/* Merges all parts in order, in rounds where they are many. */
palpate_status merge_parts(
        const char *to, const char *folder, uint32_t count, palpate_error *err)
{
    char stem[16] = "part";
    palpate_status status = PALPATE_OK;

    for (unsigned round = 1; status == PALPATE_OK && count > PARTS_MERGED; round++) {
        char next[16];
        uint32_t merged = 0;
        (void)snprintf(next, sizeof next, "merge%u", round);
        for (uint32_t from = 0; status == PALPATE_OK && from < count;
                from += PARTS_MERGED) {
            char path[GENERATION_PATH];
            uint32_t some = count - from < PARTS_MERGED ? count - from : PARTS_MERGED;
            (void)part_path(path, folder, next, merged++);
            status = merge(path, folder, stem, from, some, err);
        }
        (void)snprintf(stem, sizeof stem, "%s", next);
        count = merged;
    }
    return status == PALPATE_OK ? merge(to, folder, stem, 0, count, err) : status;
}
