#include "core/index_tables.h"

#include <stdbool.h>

#include "core/arena.h"
#include "core/fail.h"
#include "core/manifest.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

/* Reads the article's key from the values; false where there is none. */
static bool read_key(uint64_t *key, xc_database *database, uint32_t docid)
{
    char *value = NULL;
    size_t size = 0;

    bool is_read = xc_database_value(&value, &size, database, docid, SLOT_ARTICLE,
                           NULL) == XC_OK &&
                   size == ARTICLE_VALUE_SIZE;
    *key = schema_article_key((palpate_view){ value, size });
    xc_free(value);
    return is_read;
}

/* An index without term lists has none to look at. */
static bool has_term(uint64_t key, xc_database *database, uint32_t docid)
{
    char text[ARTICLE_TERM_SIZE];
    palpate_view term = schema_article_term(text, key);
    bool is_found = false;
    xc_error reason;

    return xc_database_document_has(&is_found, database, docid,
                   (xc_bytes){ term.data, term.size }, &reason) == XC_OK
                   ? is_found
                   : reason.status == XC_UNSUPPORTED;
}

/* PALPATE_CORRUPT where the first passage is another one in the table of terms than in
   that of postings and values. */
static palpate_status check_first(xc_database *database)
{
    uint32_t *first = NULL;
    size_t count = 0;
    uint64_t key = 0;
    palpate_status status = PALPATE_OK;

    if (xc_database_postings(&first, &count, database, (xc_bytes){ "", 0 }, 1, NULL) !=
            XC_OK)
        return PALPATE_CORRUPT;
    if (count > 0 && !read_key(&key, database, first[0]))
        status = PALPATE_CORRUPT;
    if (status == PALPATE_OK && count > 0 && !has_term(key, database, first[0]))
        status = PALPATE_CORRUPT;
    xc_free(first);
    return status;
}

static palpate_status check_agreement(xc_database *database, palpate_error *err)
{
    enum { TRIES = 3 };
    bool is_newer = true;

    /* A commit between two looks shows them two states. */
    for (unsigned i = 0; i < TRIES && is_newer; i++) {
        palpate_status status = check_first(database);
        if (status == PALPATE_OK || status == PALPATE_NO_MEMORY)
            return status;
        if (xc_database_reopen(database, &is_newer, NULL) != XC_OK)
            break;
    }
    return fail(err, PALPATE_CORRUPT, "the tables are of different indexes");
}

static bool is_as_written(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    return !manifest_differs(user, table, number, bytes);
}

palpate_status index_tables_guard(struct manifest *manifest, xc_database *database,
        const char *path, palpate_error *err)
{
    xc_blocks *blocks = NULL;
    bool is_unfinished = false;
    xc_error reason;

    (void)xc_database_guard(database, NULL, path, NULL, NULL, NULL);
    manifest_free(manifest);
    palpate_status status = manifest_open(manifest, &blocks, &is_unfinished, path, err);
    if (status == PALPATE_OK && xc_database_guard(database, blocks, path, is_as_written,
                                        manifest, &reason) != XC_OK)
        status = shim_reason(&reason, err);
    return status == PALPATE_OK ? check_agreement(database, err) : status;
}

static bool note_as_written(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    bool is_sound = !manifest_differs(user, table, number, bytes);

    if (is_sound)
        manifest_note_checked(user, table, number);
    return is_sound;
}

palpate_status index_tables_guard_writer(struct manifest *manifest, xc_writer *writer,
        const char *path, palpate_error *err)
{
    xc_blocks *blocks = NULL;
    bool is_unfinished = false;
    xc_error reason;
    palpate_status status = manifest_open(manifest, &blocks, &is_unfinished, path, err);

    if (status == PALPATE_OK && xc_writer_guard(writer, blocks, path, note_as_written,
                                        manifest, &reason) != XC_OK)
        status = shim_reason(&reason, err);
    return status;
}

bool index_tables_guard_damaged(
        struct manifest *manifest, xc_database *database, const char *path)
{
    xc_blocks *blocks = NULL;

    (void)xc_database_guard(database, NULL, path, NULL, NULL, NULL);
    manifest_free(manifest);
    return manifest_read(manifest, path, NULL) == PALPATE_OK &&
           xc_blocks_open(&blocks, path, NULL) == XC_OK &&
           xc_database_guard(database, blocks, path, is_as_written, manifest, NULL) ==
                   XC_OK &&
           xc_database_is_guarded(database);
}

palpate_status index_tables_check(
        xc_database *database, const char *path, palpate_error *err)
{
    struct manifest manifest = { .revision = 0 };
    bool is_unfinished = false;
    palpate_status status = manifest_open(&manifest, NULL, &is_unfinished, path, err);

    manifest_free(&manifest);
    return status == PALPATE_OK ? check_agreement(database, err) : status;
}

bool index_tables_salvage(
        xc_values **records, struct manifest *manifest, const char *path)
{
    xc_blocks *blocks = NULL;

    *records = NULL;
    return manifest_read(manifest, path, NULL) == PALPATE_OK &&
           xc_blocks_open(&blocks, path, NULL) == XC_OK &&
           xc_values_open(records, blocks, SLOT_RECORD, is_as_written, manifest,
                   NULL) == XC_OK;
}
