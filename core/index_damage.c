#include "core/index_damage.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_shards.h"
#include "core/index_tables.h"
#include "core/schema.h"

static bool are_tables_whole(xc_database *database, const char *path)
{
    char place[INDEX_PATH];
    bool are_whole = true;

    for (unsigned i = 0; are_whole && i < xc_database_shards(database); i++)
        are_whole = index_shard_path(place, path, i) &&
                    index_tables_check(xc_database_part(database, i), place, NULL) ==
                            PALPATE_OK;
    return are_whole;
}

static bool is_intact(const char *root, unsigned number, struct analyzer *analyzer)
{
    char path[INDEX_PATH];
    char name[GENERATION_NAME];
    xc_database *database = NULL;
    char *stamp = NULL;
    size_t size = 0;

    generation_name(name, number);
    if (snprintf(path, sizeof path, "%s/%s/shard", root, name) >= INDEX_PATH)
        return false;
    unsigned count = index_shard_count(path);
    bool is_sound =
            index_shards_open(&database, path, count, NULL) == PALPATE_OK &&
            xc_database_metadata(&stamp, &size, database,
                    (xc_bytes){ META_STAMP, sizeof META_STAMP - 1 }, NULL) == XC_OK &&
            schema_check((palpate_view){ stamp, size }, analyzer, NULL) == PALPATE_OK &&
            are_tables_whole(database, path);
    xc_free(stamp);
    xc_database_close(database);
    return is_sound;
}

unsigned index_intact_number(const char *root, unsigned live, struct analyzer *analyzer)
{
    DIR *folder = opendir(root);
    unsigned found = 0;

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        unsigned number = generation_number(entry->d_name);
        if (number > found && number != live && is_intact(root, number, analyzer))
            found = number;
    }
    if (folder != NULL)
        (void)closedir(folder);
    return found;
}

static unsigned count_of(const char *root, const char *name)
{
    char path[INDEX_PATH];

    (void)snprintf(path, sizeof path, "%.4000s/%s/shard", root, name);
    return index_shard_count(path);
}

static bool speaks_of_damage(palpate_status status)
{
    return status == PALPATE_CORRUPT || status == PALPATE_INTERNAL ||
           status == PALPATE_CHANGED || status == PALPATE_NETWORK;
}

palpate_status index_damage(palpate_status status, const char *root, unsigned live,
        struct analyzer *analyzer, palpate_error *err)
{
    char reason[sizeof err->message];
    char name[GENERATION_NAME];
    unsigned intact = 0;

    if (!speaks_of_damage(status) || err == NULL)
        return status;
    (void)snprintf(reason, sizeof reason, "%s", err->message);
    intact = index_intact_number(root, live, analyzer);
    if (intact == 0) {
        return fail(err, PALPATE_CORRUPT,
                "%s: build the index anew with palpate-index --rebuild, or bring back "
                "what it stores with --repair",
                reason);
    }
    generation_name(name, intact);
    if (count_of(root, name) > 1) {
        return fail(err, PALPATE_CORRUPT,
                "%s: build the index anew with palpate-index --rebuild, or go back to "
                "the previous generation, which is whole, with --repair",
                reason);
    }
    return fail(err, PALPATE_CORRUPT,
            "%s: build the index anew with palpate-index --rebuild, or go back to the "
            "previous generation, which is whole: echo auto %s/shard >'%s/%s'",
            reason, name, root, INDEX_STUB);
}
