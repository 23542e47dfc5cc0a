#include "indexer/shard/split.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/index_shards.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "indexer/shard/generation.h"
#include "indexer/shard/merge.h"

enum { LOOKED_AT = 4096 /* passages at a time */ };

/* The splitting of a database, which all threads share. */
struct splitting {
    const char *folder;
    const struct split *split;
    char whole[INDEX_PATH];
    pthread_mutex_t lock;
    unsigned next; /* shard that no thread makes yet */
    palpate_status status;
    palpate_error err; /* the first */
};

/* One shard under way. */
struct making {
    const struct splitting *splitting;
    unsigned place;
    xc_database *whole;
    xc_writer *writer;
    uint32_t *documents;
};

static palpate_status reported(
        xc_status status, const xc_error *reason, palpate_error *err)
{
    return status == XC_OK ? PALPATE_OK : shim_failure(reason, err);
}

static palpate_status copy_found(
        const struct making *making, const xc_hits *found, palpate_error *err)
{
    unsigned shards = making->splitting->split->shards;
    xc_error reason;

    for (size_t i = 0; i < found->count; i++) {
        const xc_hit *hit = &found->items[i];
        uint64_t article =
                schema_article_key((palpate_view){ hit->data.data, hit->data.size });
        if (index_shard_of(article, shards) == making->place &&
                xc_writer_copy(making->writer, hit->docid, making->whole, hit->docid,
                        &reason) != XC_OK)
            return shim_failure(&reason, err);
    }
    return PALPATE_OK;
}

/* Copies the passages of the shard, each under its number. */
static palpate_status copy_passages(const struct making *making, palpate_error *err)
{
    uint32_t last = 0;
    xc_error reason;
    palpate_status status = reported(
            xc_database_last_docid(&last, making->whole, &reason), &reason, err);

    if (status == PALPATE_OK && last > UINT32_MAX / making->splitting->split->shards)
        return fail(err, PALPATE_LIMIT,
                "%u passages are too many for %u shards: give fewer", last,
                making->splitting->split->shards);
    for (uint32_t from = 1; status == PALPATE_OK && from <= last; from += LOOKED_AT) {
        uint32_t count = last - from < LOOKED_AT ? last - from + 1 : LOOKED_AT;
        xc_hits *found = NULL;
        for (uint32_t i = 0; i < count; i++)
            making->documents[i] = from + i;
        status = reported(xc_database_values(&found, making->whole, SLOT_ARTICLE,
                                  making->documents, count, &reason),
                &reason, err);
        if (status == PALPATE_OK)
            status = copy_found(making, found, err);
        xc_hits_free(found);
        if (last - from < LOOKED_AT)
            break;
    }
    return status;
}

/* Whether metadata are of every shard: what its passages are read by. */
static bool is_of_all(xc_bytes key)
{
    static const char *const NAMES[] = { META_STAMP, META_READ_ONLY, META_DICTIONARY,
        META_DICTIONARY_COPY };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (key.size == strlen(NAMES[i]) && memcmp(key.data, NAMES[i], key.size) == 0)
            return true;
    return false;
}

static palpate_status copy_metadata(const struct making *making, palpate_error *err)
{
    char mark[SHARD_MARK];
    xc_list *keys = NULL;
    xc_error reason;
    palpate_view place =
            index_shard_mark(mark, making->place, making->splitting->split->shards);
    palpate_status status = reported(xc_database_metadata_keys(&keys, making->whole,
                                             (xc_bytes){ "", 0 }, &reason),
            &reason, err);

    for (size_t i = 0; status == PALPATE_OK && i < keys->count; i++) {
        char *value = NULL;
        size_t size = 0;
        xc_bytes key = keys->items[i].text;
        if (making->place > 0 && !is_of_all(key))
            continue;
        status = reported(
                xc_database_metadata(&value, &size, making->whole, key, &reason),
                &reason, err);
        if (status == PALPATE_OK)
            status = reported(xc_writer_set_metadata(making->writer, key,
                                      (xc_bytes){ value, size }, &reason),
                    &reason, err);
        xc_free(value);
    }
    xc_list_free(keys);
    if (status != PALPATE_OK)
        return status;
    return reported(xc_writer_set_metadata(making->writer,
                            (xc_bytes){ META_SHARD, sizeof META_SHARD - 1 },
                            (xc_bytes){ place.data, place.size }, &reason),
            &reason, err);
}

static palpate_status fill(struct making *making, const char *path, palpate_error *err)
{
    xc_error reason;
    palpate_status status =
            reported(xc_writer_open(&making->writer, path,
                             XC_CREATE | XC_NO_SYNC | XC_GLASS, &reason),
                    &reason, err);

    making->documents = malloc(LOOKED_AT * sizeof *making->documents);
    if (status == PALPATE_OK && making->documents == NULL)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a shard");
    if (status == PALPATE_OK)
        status = index_database_open(&making->whole, making->splitting->whole, err);
    if (status == PALPATE_OK)
        status = copy_passages(making, err);
    if (status == PALPATE_OK)
        status = copy_metadata(making, err);
    if (status == PALPATE_OK)
        status = reported(xc_writer_commit(making->writer, &reason), &reason, err);
    xc_writer_close(making->writer);
    xc_database_close(making->whole);
    free(making->documents);
    return status;
}

/* Makes an empty database without term lists: what is merged with it has none. */
static palpate_status make_bare(const char *path, palpate_error *err)
{
    xc_writer *writer = NULL;
    xc_error reason;
    palpate_status status = reported(
            xc_writer_open(&writer, path,
                    XC_CREATE | XC_NO_SYNC | XC_NO_TERMLIST | XC_GLASS, &reason),
            &reason, err);

    xc_writer_close(writer);
    return status;
}

static palpate_status make_shard(
        const struct splitting *splitting, unsigned place, palpate_error *err)
{
    struct making making = { .splitting = splitting, .place = place };
    char filled[INDEX_PATH];
    char bare[INDEX_PATH];
    char first[INDEX_PATH];
    char to[INDEX_PATH];
    const char *const from[] = { filled, bare };
    xc_error reason;

    (void)snprintf(filled, sizeof filled, "%.4000s/split-%u", splitting->folder, place);
    (void)snprintf(bare, sizeof bare, "%.4000s/bare-%u", splitting->folder, place);
    (void)snprintf(first, sizeof first, "%.4000s/shard", splitting->folder);
    (void)index_shard_path(to, first, place);
    palpate_status status = fill(&making, filled, err);
    if (status == PALPATE_OK && splitting->split->read_only)
        status = make_bare(bare, err);
    if (status == PALPATE_OK)
        status = reported(xc_compact_as(to, from, splitting->split->read_only ? 2 : 1,
                                  XC_KEEP_DOCIDS, 0, &reason),
                &reason, err);
    generation_remove(filled);
    return status;
}

/* Makes shards until none is left or one of them failed. */
static void *make_shards(void *user)
{
    struct splitting *splitting = user;

    for (;;) {
        palpate_error err = { PALPATE_OK, "" };
        (void)pthread_mutex_lock(&splitting->lock);
        bool is_over = splitting->status != PALPATE_OK ||
                       splitting->next == splitting->split->shards;
        unsigned place = is_over ? 0 : splitting->next++;
        (void)pthread_mutex_unlock(&splitting->lock);
        if (is_over)
            return NULL;
        palpate_status status = make_shard(splitting, place, &err);
        (void)pthread_mutex_lock(&splitting->lock);
        if (status != PALPATE_OK && splitting->status == PALPATE_OK) {
            splitting->status = status;
            splitting->err = err;
        }
        (void)pthread_mutex_unlock(&splitting->lock);
    }
}

static palpate_status split_whole(struct splitting *splitting, palpate_error *err)
{
    pthread_t threads[MAX_SHARDS];
    unsigned started = 0;

    (void)pthread_mutex_init(&splitting->lock, NULL);
    while (started + 1 < splitting->split->threads &&
            started + 1 < splitting->split->shards &&
            pthread_create(&threads[started], NULL, make_shards, splitting) == 0)
        started++;
    (void)make_shards(splitting);
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(threads[i], NULL);
    (void)pthread_mutex_destroy(&splitting->lock);
    return splitting->status == PALPATE_OK
                   ? PALPATE_OK
                   : fail(err, splitting->status, "%s", splitting->err.message);
}

palpate_status split_parts(const char *folder, uint32_t parts,
        const struct split *split, palpate_error *err)
{
    struct splitting splitting = { .folder = folder, .split = split };

    (void)snprintf(splitting.whole, sizeof splitting.whole, "%.4000s/%s", folder,
            split->shards > 1 ? "whole" : "shard");
    palpate_status status = merge_parts(splitting.whole, folder, parts, err);
    if (status == PALPATE_OK && split->shards > 1)
        status = split_whole(&splitting, err);
    return status;
}
