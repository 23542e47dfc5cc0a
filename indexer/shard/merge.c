#include "indexer/shard/merge.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/shim_status.h"

enum { MAX_MERGED = 2 * GROUP_PARTS /* databases at once */ };

static void numbered_path(
        char out[INDEX_PATH], const char *folder, const char *stem, uint32_t number)
{
    (void)snprintf(out, INDEX_PATH, "%.4000s/%.20s-%06u", folder, stem, number);
}

void merge_part_path(char out[INDEX_PATH], const char *folder, uint32_t number)
{
    numbered_path(out, folder, "part", number);
}

static bool is_grouped(uint32_t part, uint32_t count)
{
    return part / GROUP_PARTS < count / GROUP_PARTS;
}

uint32_t merge_place(uint32_t part, uint32_t count)
{
    uint32_t groups = count / GROUP_PARTS;

    return is_grouped(part, count) ? part / GROUP_PARTS
                                   : groups + part - groups * GROUP_PARTS;
}

void merge_place_path(
        char out[INDEX_PATH], const char *folder, uint32_t part, uint32_t count)
{
    if (is_grouped(part, count))
        numbered_path(out, folder, "group", part / GROUP_PARTS);
    else
        merge_part_path(out, folder, part);
}

/* The paths of databases that are merged. */
struct paths {
    char (*items)[INDEX_PATH];
    const char **names;
    uint32_t count;
};

static palpate_status paths_open(
        struct paths *paths, uint32_t count, palpate_error *err)
{
    *paths = (struct paths){ .items = calloc(count, sizeof *paths->items),
        .names = calloc(count, sizeof *paths->names),
        .count = count };
    if (paths->items == NULL || paths->names == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for merging");
    for (uint32_t i = 0; i < count; i++)
        paths->names[i] = paths->items[i];
    return PALPATE_OK;
}

static void paths_free(struct paths *paths)
{
    free(paths->items);
    free(paths->names);
}

static palpate_status compact(
        const char *to, const char *const *names, uint32_t count, palpate_error *err)
{
    xc_error reason;

    return xc_compact(to, names, count, 0, &reason) == XC_OK
                   ? PALPATE_OK
                   : shim_failure(&reason, err);
}

palpate_status merge_group(const char *folder, uint32_t group, palpate_error *err)
{
    char to[INDEX_PATH];
    struct paths paths;
    palpate_status status = paths_open(&paths, GROUP_PARTS, err);

    numbered_path(to, folder, "group", group);
    for (uint32_t i = 0; status == PALPATE_OK && i < GROUP_PARTS; i++)
        merge_part_path(paths.items[i], folder, group * GROUP_PARTS + i);
    if (status == PALPATE_OK)
        status = compact(to, paths.names, GROUP_PARTS, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < GROUP_PARTS; i++)
        generation_remove(paths.items[i]);
    paths_free(&paths);
    return status;
}

/* Merges neighbours until few enough are left. */
static palpate_status merge_round(
        struct paths *paths, const char *folder, unsigned round, palpate_error *err)
{
    char stem[16];
    uint32_t merged = 0;
    palpate_status status = PALPATE_OK;

    (void)snprintf(stem, sizeof stem, "merge%u", round);
    for (uint32_t from = 0; status == PALPATE_OK && from < paths->count;
            from += GROUP_PARTS) {
        char to[INDEX_PATH];
        uint32_t left = paths->count - from;
        numbered_path(to, folder, stem, merged);
        status = compact(
                to, paths->names + from, left < GROUP_PARTS ? left : GROUP_PARTS, err);
        (void)snprintf(paths->items[merged++], INDEX_PATH, "%s", to);
    }
    paths->count = merged;
    return status;
}

void merge_metadata_path(char out[INDEX_PATH], const char *folder)
{
    numbered_path(out, folder, "metadata", 0);
}

palpate_status merge_parts(
        const char *to, const char *folder, uint32_t count, palpate_error *err)
{
    struct paths paths;
    uint32_t places = merge_place(count - 1, count) + 1;
    palpate_status status = paths_open(&paths, places + 1, err);

    if (status == PALPATE_OK)
        merge_metadata_path(paths.items[places], folder);

    for (uint32_t part = 0; status == PALPATE_OK && part < count; part++)
        merge_place_path(paths.items[merge_place(part, count)], folder, part, count);
    for (unsigned round = 1; status == PALPATE_OK && paths.count > MAX_MERGED; round++)
        status = merge_round(&paths, folder, round, err);
    if (status == PALPATE_OK)
        status = compact(to, paths.names, paths.count, err);
    paths_free(&paths);
    return status;
}
