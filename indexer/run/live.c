#include "indexer/run/live.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_damage.h"
#include "core/index_shards.h"
#include "core/record_dictionary.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "indexer/shard/seal.h"

/* Opens the live generation and finds out whether it is of this version. */
static palpate_status open_live(xc_database **out, struct manifest *manifests,
        struct run *run, struct analyzer *analyzer, palpate_error *err)
{
    const struct generation *generation = &run->generation;
    char *stamp = NULL;
    size_t size = 0;
    xc_error reason;
    palpate_error inner;

    if (generation->damage.status != PALPATE_OK)
        return fail(err, generation->damage.status, "%s", generation->damage.message);
    palpate_status status = index_shards_open(
            out, generation->live, index_shard_count(generation->live), err);
    if (status != PALPATE_OK)
        return status;
    if (xc_database_metadata(&stamp, &size, *out,
                (xc_bytes){ META_STAMP, sizeof META_STAMP - 1 }, &reason) != XC_OK) {
        (void)shim_reason(&reason, &inner);
        return fail(err, PALPATE_CORRUPT, "%s: %s", generation->live, inner.message);
    }
    run->is_ours =
            schema_check((palpate_view){ stamp, size }, analyzer, NULL) == PALPATE_OK;
    xc_free(stamp);
    /* What the run goes by, the catalog first of all, is checked as it is read. */
    if (!run->is_ours ||
            index_shards_guard(manifests, *out, generation->live, &inner) == PALPATE_OK)
        return PALPATE_OK;
    return fail(err, inner.status, "%s: %s", generation->live, inner.message);
}

/* Takes the base address the index was built with where none is given; another one
   moves every page, so that all are read again. */
static void settle_base(struct run *run, xc_database *database)
{
    const char *given = run->settings.base_url;
    size_t size = 0;

    if (database == NULL || run->base_url != NULL ||
            xc_database_metadata(&run->base_url, &size, database,
                    (xc_bytes){ META_BASE, sizeof META_BASE - 1 }, NULL) != XC_OK)
        return;
    palpate_view known = { run->base_url, size };
    if (given == NULL && size > 0)
        run->settings.base_url = run->base_url;
    if (given == NULL || view_equals(view_of(given), known))
        return;
    run_note(run, "the base address has changed: every page is read again");
    run->settings.rebuild = true;
}

/* Takes what the index's pages were found to share when it was built, so that a page
   that is read again is read as it was then. */
static void recall_shared_blocks(struct run *run, xc_database *database)
{
    char *bytes = NULL;
    size_t size = 0;

    if (database == NULL ||
            xc_database_metadata(&bytes, &size, database,
                    (xc_bytes){ META_SHARED_BLOCKS, sizeof META_SHARED_BLOCKS - 1 },
                    NULL) != XC_OK)
        return;
    (void)shared_blocks_read(&run->shared, (palpate_view){ bytes, size });
    xc_free(bytes);
}

/* Takes the dictionary that the index's records are compressed with. */
static palpate_status recall_dictionary(
        struct run *run, xc_database *database, palpate_error *err)
{
    char *bytes = NULL;
    size_t size = 0;
    palpate_view dictionary;
    palpate_error inner = { PALPATE_OK, "" };

    if (database == NULL || !run->is_ours)
        return PALPATE_OK;
    if (xc_database_metadata(&bytes, &size, database,
                (xc_bytes){ META_DICTIONARY, sizeof META_DICTIONARY - 1 },
                NULL) != XC_OK)
        return fail(err, PALPATE_CORRUPT, "%s: the dictionary cannot be read",
                run->generation.live);
    buffer_append(&run->dictionary, (palpate_view){ bytes, size });
    xc_free(bytes);
    if (run->dictionary.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the dictionary");
    return size == 0 || record_dictionary_read(&dictionary,
                                buffer_view(&run->dictionary), &inner) == PALPATE_OK
                   ? PALPATE_OK
                   : fail(err, PALPATE_CORRUPT, "%s: %s", run->generation.live,
                             inner.message);
}

static bool has_mark(xc_database *database, const char *name)
{
    char *value = NULL;
    size_t size = 0;

    if (database == NULL || xc_database_metadata(&value, &size, database,
                                    (xc_bytes){ name, strlen(name) }, NULL) != XC_OK)
        return false;
    xc_free(value);
    return size > 0;
}

/* Reads the catalog.  That of another version still serves the guard, where it can be
   read. */
static palpate_status read_catalog(
        struct run *run, xc_database *database, palpate_error *err)
{
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = catalog_read(&run->catalog, database, &inner);

    if (status == PALPATE_OK || status == PALPATE_NO_MEMORY)
        return status == PALPATE_OK ? status : fail(err, status, "%s", inner.message);
    catalog_free(&run->catalog);
    if (!run->is_ours)
        return catalog_read(&run->catalog, NULL, err);
    return fail(err, PALPATE_CORRUPT, "%s: %s", run->generation.live, inner.message);
}

static palpate_status read_database(
        struct run *run, xc_database *database, palpate_error *err)
{
    settle_base(run, database);
    recall_shared_blocks(run, database);
    run->is_read_only = has_mark(database, META_READ_ONLY);
    if (has_mark(database, META_REPAIRED)) {
        run_note(run, "the index was repaired without its list of pages: every page is "
                      "read again");
        run->settings.rebuild = true;
    }
    palpate_status status = recall_dictionary(run, database, err);
    return status == PALPATE_OK ? read_catalog(run, database, err) : status;
}

/* Finds the generation to turn to for what the live one cannot give any more. */
static void find_before(struct run *run, struct analyzer *analyzer)
{
    struct generation *generation = &run->generation;
    char name[GENERATION_NAME];
    unsigned number =
            index_intact_number(generation->root, generation->live_number, analyzer);

    if (number == 0)
        return;
    generation->kept_number = number;
    generation_name(name, number);
    (void)snprintf(run->before, sizeof run->before, "%.4000s/%s/shard",
            generation->root, name);
}

static void recall_base(struct run *run, const char *path)
{
    xc_database *database = NULL;

    if (path[0] != '\0' && index_database_salvage(&database, path, NULL) == PALPATE_OK)
        settle_base(run, database);
    xc_database_close(database);
    /* In what is damaged not to find one does not mean that there was none. */
    if (run->base_url != NULL && run->base_url[0] == '\0') {
        xc_free(run->base_url);
        run->base_url = NULL;
    }
}

/* Goes on without the live generation. */
static palpate_status do_without(struct run *run, palpate_error *err)
{
    struct generation *generation = &run->generation;

    (void)memcpy(run->wreck, generation->live, sizeof run->wreck);
    generation->live[0] = '\0';
    run->is_ours = false;
    run->is_read_only = false;
    recall_base(run, run->wreck);
    recall_base(run, run->before);
    return catalog_read(&run->catalog, NULL, err);
}

static void tell_of_damage(struct run *run, const char *what)
{
    char said[sizeof((palpate_error *)0)->message + 32];

    (void)snprintf(said, sizeof said, "%s: every page is read again", what);
    run_note(run, said);
}

/* Whether the trouble is with what stands in the folder, and not with the system. */
static bool is_damage(palpate_status status)
{
    return status != PALPATE_OK && status != PALPATE_IO && status != PALPATE_NO_MEMORY;
}

/* Writes the manifest that an update did not come to write, and checks what the next
   one writes on. */
static palpate_status settle_manifest(const struct run *run, palpate_error *err)
{
    const char *live = run->generation.live;
    char path[INDEX_PATH];
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < index_shard_count(live); i++) {
        (void)index_shard_path(path, live, i);
        status = run->options->dry_run ? seal_check(path, &inner)
                                       : seal_update(path, &inner);
    }
    return status == PALPATE_OK ? status
                                : fail(err, status, "%s: %s", path, inner.message);
}

void live_cut(const char *live)
{
    char path[INDEX_PATH];

    for (unsigned i = 0; i < index_shard_count(live); i++)
        if (index_shard_path(path, live, i))
            (void)xc_files_cut(path, NULL);
}

static palpate_status read_live(
        struct run *run, struct analyzer *analyzer, palpate_error *err)
{
    xc_database *database = NULL;
    struct manifest *manifests = calloc(MAX_SHARDS, sizeof *manifests);
    palpate_status status =
            manifests == NULL
                    ? fail(err, PALPATE_NO_MEMORY, "out of memory for the manifest")
                    : open_live(&database, manifests, run, analyzer, err);

    if (status == PALPATE_OK)
        status = read_database(run, database, err);
    xc_database_close(database);
    index_shards_free(manifests, MAX_SHARDS);
    if (status == PALPATE_OK && run->is_ours)
        status = settle_manifest(run, err);
    /* Blocks that a killed run wrote and never committed: the room may be wanted. */
    if (status == PALPATE_OK && !run->options->dry_run)
        live_cut(run->generation.live);
    return status;
}

/* Reads what there is, or goes on without it where every page is read again. */
static palpate_status read_or_do_without(
        struct run *run, struct analyzer *analyzer, bool is_new, palpate_error *err)
{
    struct generation *generation = &run->generation;
    palpate_status status = is_new ? PALPATE_OK : read_live(run, analyzer, err);
    bool builds = run->options->rebuild || run->options->read_only || is_new;

    generation->live_is_damaged = is_damage(status);
    if (builds || (status == PALPATE_OK && !run->is_ours))
        find_before(run, analyzer);
    if (is_new)
        return do_without(run, err);
    if (!generation->live_is_damaged)
        return status;
    if (!builds)
        return index_damage(PALPATE_CORRUPT, generation->root, generation->live_number,
                analyzer, err);
    tell_of_damage(run, err->message);
    return do_without(run, err);
}

palpate_status live_read(struct run *run, palpate_error *err)
{
    const struct generation *generation = &run->generation;
    struct analyzer *analyzer = NULL;
    palpate_error inner = { PALPATE_OK, "" };
    bool is_new =
            generation->live[0] == '\0' && generation->damage.status == PALPATE_OK;

    if (generation->root[0] == '\0')
        return catalog_read(&run->catalog, NULL, err);
    palpate_status status = analyzer_open(&analyzer, err);
    if (status != PALPATE_OK)
        return status;
    status = read_or_do_without(run, analyzer, is_new, &inner);
    analyzer_close(analyzer);
    return status == PALPATE_OK ? status : fail(err, status, "%s", inner.message);
}
