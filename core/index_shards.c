#include "core/index_shards.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_tables.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

unsigned index_shard_of(uint64_t article, unsigned count)
{
    return (unsigned)(article % count);
}

palpate_view index_shard_mark(char out[SHARD_MARK], unsigned place, unsigned count)
{
    int size = count < 2 ? 0 : snprintf(out, SHARD_MARK, "%u %u", place, count);

    return (palpate_view){ out, (size_t)size };
}

/* A database of another place has passages that the index has elsewhere. */
static palpate_status check_mark(xc_database *database, const char *path,
        unsigned place, unsigned count, palpate_error *err)
{
    char mark[SHARD_MARK];
    char *stored = NULL;
    size_t size = 0;
    xc_error reason;
    palpate_error inner;

    if (xc_database_metadata(&stored, &size, database,
                (xc_bytes){ META_SHARD, sizeof META_SHARD - 1 }, &reason) != XC_OK) {
        palpate_status status = shim_reason(&reason, &inner);
        return fail(err, status, "%s: %s", path, inner.message);
    }
    bool is_right = view_equals(
            (palpate_view){ stored, size }, index_shard_mark(mark, place, count));
    xc_free(stored);
    return is_right ? PALPATE_OK
                    : fail(err, PALPATE_CORRUPT,
                              "%s: this is not part %u of the %u of an index", path,
                              place + 1, count);
}

palpate_status index_shard_number(
        unsigned *place, unsigned *count, xc_database *database, palpate_error *err)
{
    char mark[SHARD_MARK];
    char *stored = NULL;
    size_t size = 0;
    xc_error reason;
    bool is_found = false;

    *place = 0;
    *count = 1;
    if (xc_database_metadata(&stored, &size, database,
                (xc_bytes){ META_SHARD, sizeof META_SHARD - 1 }, &reason) != XC_OK)
        return shim_failure(&reason, err);
    /* So few marks are possible that each is written and compared. */
    for (unsigned of = 2; size > 0 && !is_found && of <= MAX_SHARDS; of++) {
        for (unsigned i = 0; !is_found && i < of; i++) {
            is_found = view_equals(
                    (palpate_view){ stored, size }, index_shard_mark(mark, i, of));
            *place = i;
            *count = of;
        }
    }
    xc_free(stored);
    return size == 0 || is_found
                   ? PALPATE_OK
                   : fail(err, PALPATE_CORRUPT,
                             "a database says of no shard which one it is");
}

palpate_status index_shards_open(
        xc_database **out, const char *path, unsigned count, palpate_error *err)
{
    xc_database *parts[MAX_SHARDS] = { NULL };
    char place[INDEX_PATH];
    xc_error reason;
    palpate_status status = PALPATE_OK;

    *out = NULL;
    for (unsigned i = 0; status == PALPATE_OK && i < count; i++) {
        if (!index_shard_path(place, path, i))
            status = fail(
                    err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
        if (status == PALPATE_OK)
            status = index_database_open(&parts[i], place, err);
        if (status == PALPATE_OK)
            status = check_mark(parts[i], place, i, count, err);
    }
    if (status == PALPATE_OK && count == 1) {
        *out = parts[0];
        return PALPATE_OK;
    }
    if (status == PALPATE_OK && xc_database_join(out, parts, count, &reason) == XC_OK)
        return PALPATE_OK;
    for (unsigned i = 0; i < count; i++)
        xc_database_close(parts[i]);
    return status == PALPATE_OK ? shim_failure(&reason, err) : status;
}

palpate_status index_shards_guard(struct manifest *manifests, xc_database *database,
        const char *path, palpate_error *err)
{
    size_t count = xc_database_shards(database);
    char place[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < count; i++) {
        (void)index_shard_path(place, path, i);
        status = index_tables_guard(
                &manifests[i], xc_database_part(database, i), place, err);
    }
    return status;
}

void index_shards_free(struct manifest *manifests, unsigned count)
{
    for (unsigned i = 0; manifests != NULL && i < count; i++)
        manifest_free(&manifests[i]);
    free(manifests);
}
