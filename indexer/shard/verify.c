#include "indexer/shard/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <xapian-c/xapian-c.h>

#include "core/fail.h"
#include "core/index_folder.h"
#include "core/index_tables.h"
#include "core/manifest.h"
#include "core/record.h"
#include "core/record_packing.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "indexer/shard/seal.h"

struct verifying {
    struct verified *out;
    const char *database;
    verify_tell *tell;
    void *user;
    bool is_damaged;
};

static void say(struct verifying *verifying, const char *file, const char *what)
{
    verifying->is_damaged = true;
    verifying->tell(verifying->user, file, what);
}

static void check_table(struct verifying *verifying, const struct manifest *manifest,
        xc_blocks *blocks, unsigned table)
{
    uint32_t wrong = 0;
    uint32_t first = 0;
    uint32_t used = 0;
    char what[160];

    for (uint32_t i = 0; i < manifest->tables[table].count; i++) {
        xc_bytes bytes;
        if (manifest_sum(manifest, table, i) == 0)
            continue;
        used++;
        if (xc_blocks_read(&bytes, blocks, table, i, NULL) == XC_OK &&
                !manifest_differs(manifest, table, i, bytes))
            continue;
        first = wrong == 0 ? i : first;
        wrong++;
    }
    verifying->out->blocks += used;
    verifying->out->bytes += (uint64_t)used * manifest->tables[table].size;
    if (wrong == 0)
        return;
    (void)snprintf(what, sizeof what,
            "%" PRIu32 " of %" PRIu32
            " blocks %s not as written, the first of them block "
            "%" PRIu32,
            wrong, used, wrong == 1 ? "is" : "are", first);
    say(verifying, xc_blocks_name(table), what);
}

/* Checks by their form the blocks that an unfinished update wrote. */
static void check_unfinished(
        struct verifying *verifying, const struct manifest *manifest, xc_blocks *blocks)
{
    struct manifest now = { .revision = 0 };
    palpate_error err = { PALPATE_OK, "" };

    if (seal_make(&now, blocks, manifest, &err) != PALPATE_OK)
        say(verifying, "shard", err.message);
    manifest_free(&now);
}

/* Whether the manifest is of the tables that are there, so that their blocks can be
   held against it. */
static bool can_compare(const struct manifest *manifest, const xc_blocks *blocks)
{
    bool is_so = xc_blocks_revision(blocks) >= manifest->revision;

    for (unsigned i = 0; i < XC_TABLES; i++)
        is_so = is_so && (manifest->tables[i].count == 0 ||
                                 manifest->tables[i].size == xc_blocks_size(blocks, i));
    return is_so;
}

static void check_tables(
        struct verifying *verifying, const struct manifest *manifest, xc_blocks *blocks)
{
    for (unsigned i = 0; i < XC_TABLES; i++)
        check_table(verifying, manifest, blocks, i);
}

/* Names the tables that are damaged, where the manifest still tells, else what the
   first look at them said. */
static void check_damaged(struct verifying *verifying, const char *first)
{
    struct manifest manifest = { .revision = 0 };
    xc_blocks *blocks = NULL;

    if (manifest_read(&manifest, verifying->database, NULL) == PALPATE_OK &&
            xc_blocks_open(&blocks, verifying->database, NULL) == XC_OK &&
            can_compare(&manifest, blocks))
        check_tables(verifying, &manifest, blocks);
    if (!verifying->is_damaged)
        say(verifying, "shard", first);
    manifest_free(&manifest);
    xc_blocks_close(blocks);
}

static palpate_status check_sums(struct verifying *verifying, palpate_error *err)
{
    struct manifest manifest = { .revision = 0 };
    xc_blocks *blocks = NULL;

    palpate_status status = manifest_open(&manifest, &blocks,
            &verifying->out->is_unfinished, verifying->database, err);
    if (status == PALPATE_OK)
        check_tables(verifying, &manifest, blocks);
    if (status == PALPATE_OK && verifying->out->is_unfinished)
        check_unfinished(verifying, &manifest, blocks);
    manifest_free(&manifest);
    xc_blocks_close(blocks);
    return status;
}

static bool is_record(
        xc_database *database, struct record_packing *packing, uint32_t docid)
{
    struct passage_record passage;
    palpate_view record;

    return record_fetch(&record, packing, database, docid, NULL) == PALPATE_OK &&
           record_decode(&passage, NULL, record, NULL) == PALPATE_OK;
}

static void check_records(struct verifying *verifying, xc_database *database)
{
    static const char TABLE[] = "postlist.glass";
    struct record_packing *packing = NULL;
    uint32_t *docids = NULL;
    size_t count = 0;
    size_t wrong = 0;
    char what[96];
    palpate_error err;

    if (record_packing_read(&packing, database, &err) != PALPATE_OK) {
        say(verifying, TABLE, err.message);
        return;
    }
    if (xc_database_postings(&docids, &count, database, (xc_bytes){ "", 0 }, 0, NULL) !=
            XC_OK) {
        record_packing_close(packing);
        say(verifying, TABLE, "the list of the passages cannot be read");
        return;
    }
    for (size_t i = 0; i < count; i++)
        wrong += !is_record(database, packing, docids[i]);
    record_packing_close(packing);
    xc_free(docids);
    verifying->out->passages = count;
    if (wrong == 0)
        return;
    (void)snprintf(
            what, sizeof what, "%zu of %zu passages are not as written", wrong, count);
    say(verifying, TABLE, what);
}

static palpate_status check_version(xc_database *database, palpate_error *err)
{
    struct analyzer *analyzer = NULL;
    char *stamp = NULL;
    size_t size = 0;
    xc_error reason;
    palpate_status status = analyzer_open(&analyzer, err);

    if (status != PALPATE_OK)
        return status;
    if (xc_database_metadata(&stamp, &size, database,
                (xc_bytes){ META_STAMP, sizeof META_STAMP - 1 }, &reason) != XC_OK)
        status = shim_reason(&reason, err);
    else
        status = schema_check((palpate_view){ stamp, size }, analyzer, err);
    xc_free(stamp);
    analyzer_close(analyzer);
    return status;
}

/* What the sums do not tell: whether the records are what was meant, and the tables go
   together. */
static palpate_status check_content(struct verifying *verifying, palpate_error *err)
{
    xc_database *database = NULL;
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = index_database_open(&database, verifying->database, &inner);

    if (status == PALPATE_OK)
        status = check_version(database, &inner);
    if (status == PALPATE_OK)
        check_records(verifying, database);
    if (status == PALPATE_OK && !verifying->is_damaged)
        status = index_tables_check(database, verifying->database, &inner);
    xc_database_close(database);
    if (status == PALPATE_VERSION || status == PALPATE_NO_MEMORY)
        return fail(err, status, "%s", inner.message);
    if (status != PALPATE_OK)
        say(verifying, "shard", inner.message);
    return PALPATE_OK;
}

/* Whether another version wrote it, which has no manifest or one of another form. */
static bool is_of_another_version(const char *path)
{
    xc_database *database = NULL;

    bool is_so = index_database_open(&database, path, NULL) == PALPATE_OK &&
                 check_version(database, NULL) == PALPATE_VERSION;
    xc_database_close(database);
    return is_so;
}

static palpate_status verify_once(struct verifying *verifying, palpate_error *err)
{
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = check_sums(verifying, &inner);

    if (status == PALPATE_CORRUPT && is_of_another_version(verifying->database)) {
        return fail(err, PALPATE_VERSION,
                "the index was written by another version: rebuild it with "
                "palpate-index --rebuild");
    }
    if (status == PALPATE_CORRUPT || status == PALPATE_NO_INDEX)
        check_damaged(verifying, inner.message);
    else if (status != PALPATE_OK)
        return fail(err, status, "%s", inner.message);
    return verifying->is_damaged ? PALPATE_OK : check_content(verifying, err);
}

static void tell_nobody(void *user, const char *file, const char *what)
{
    (void)user, (void)file, (void)what;
}

static uint64_t revision_at(const char *database)
{
    xc_blocks *blocks = NULL;
    uint64_t revision = 0;

    if (xc_blocks_open(&blocks, database, NULL) == XC_OK)
        revision = xc_blocks_revision(blocks);
    xc_blocks_close(blocks);
    return revision;
}

palpate_status verify_database(struct verified *out, const char *database,
        verify_tell *tell, void *user, palpate_error *err)
{
    enum { TRIES = 5 };
    uint64_t revision = 0;

    for (unsigned i = 0; i < TRIES; i++) {
        struct verifying quietly = {
            .out = out, .database = database, .tell = tell_nobody
        };
        *out = (struct verified){ .blocks = 0 };
        revision = revision_at(database);
        palpate_status status = verify_once(&quietly, err);
        if (status != PALPATE_OK || !quietly.is_damaged)
            return status;
        /* Where an update came between, what was read is of two states. */
        if (revision_at(database) == revision)
            break;
    }
    struct verifying verifying = {
        .out = out, .database = database, .tell = tell, .user = user
    };
    *out = (struct verified){ .blocks = 0 };
    palpate_status status = verify_once(&verifying, err);
    if (status != PALPATE_OK || !verifying.is_damaged)
        return status;
    return fail(err, PALPATE_CORRUPT, "the index is damaged");
}
