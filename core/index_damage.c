#include "core/index_damage.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_tables.h"
#include "core/schema.h"

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
    bool is_sound =
            index_database_open(&database, path, NULL) == PALPATE_OK &&
            xc_database_metadata(&stamp, &size, database,
                    (xc_bytes){ META_STAMP, sizeof META_STAMP - 1 }, NULL) == XC_OK &&
            schema_check((palpate_view){ stamp, size }, analyzer, NULL) == PALPATE_OK &&
            index_tables_check(database, path, NULL) == PALPATE_OK;
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
    return fail(err, PALPATE_CORRUPT,
            "%s: build the index anew with palpate-index --rebuild, or go back to the "
            "previous generation, which is whole: echo auto %s/shard >'%s/%s'",
            reason, name, root, INDEX_STUB);
}
