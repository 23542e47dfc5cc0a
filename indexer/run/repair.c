#include <palpate/indexer.h>
#include <stdio.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/index_shards.h"
#include "indexer/run/repair_records.h"
#include "indexer/run/run.h"
#include "indexer/shard/seal.h"
#include "indexer/shard/stage.h"
#include "indexer/shard/verify.h"

static void tell_nobody(void *user, const char *file, const char *what)
{
    (void)user, (void)file, (void)what;
}

static void database_path(char out[INDEX_PATH], const struct run *run, unsigned number)
{
    char name[GENERATION_NAME];

    generation_name(name, number);
    (void)snprintf(out, INDEX_PATH, "%.4000s/%s/shard", run->generation.root, name);
}

static palpate_status verify(bool *is_unfinished, const char *path, palpate_error *err)
{
    char place[INDEX_PATH];
    xc_database *database = NULL;
    unsigned shards = index_shard_count(path);
    palpate_status status = PALPATE_OK;

    *is_unfinished = false;
    for (unsigned i = 0; status == PALPATE_OK && i < shards; i++) {
        struct verified verified = { .blocks = 0 };
        (void)index_shard_path(place, path, i);
        status = verify_database(&verified, place, tell_nobody, NULL, err);
        *is_unfinished |= verified.is_unfinished;
    }
    /* One that is missing is known by what the others say of their places. */
    if (status == PALPATE_OK)
        status = index_shards_open(&database, path, shards, err);
    xc_database_close(database);
    return status;
}

/* Goes back to a sound generation; 0 where there is none. */
static palpate_status go_back(unsigned *found, struct run *run, palpate_error *err)
{
    struct generation *generation = &run->generation;
    unsigned number = MAX_GENERATION + 1U;

    *found = 0;
    while ((number = generation_before(generation, number)) != 0) {
        char path[INDEX_PATH];
        bool is_unfinished = false;
        database_path(path, run, number);
        if (number == generation->live_number ||
                verify(&is_unfinished, path, NULL) != PALPATE_OK)
            continue;
        *found = number;
        return generation_return(generation, number, err);
    }
    return PALPATE_OK;
}

static bool is_sound(const char *path)
{
    struct verified verified;

    return verify_database(&verified, path, tell_nobody, NULL, NULL) == PALPATE_OK;
}

/* Writes anew what stands beside sound tables. */
static bool restore(const struct run *run)
{
    const char *live = run->generation.live;

    char path[INDEX_PATH];
    bool is_restored = live[0] != '\0';
    bool is_unfinished = false;

    for (unsigned i = 0; is_restored && i < index_shard_count(live); i++) {
        (void)index_shard_path(path, live, i);
        is_restored = index_shard_count(live) > 1 && is_sound(path);
        is_restored = is_restored || seal_restore(path) || seal_renew(path);
    }
    return is_restored && verify(&is_unfinished, live, NULL) == PALPATE_OK;
}

static palpate_status repair_live(
        palpate_index_repair_summary *summary, struct run *run, palpate_error *err)
{
    struct generation *generation = &run->generation;
    unsigned highest = generation_before(generation, MAX_GENERATION + 1U);
    unsigned found = 0;
    bool was_unnamed = generation->live[0] == '\0';

    if (restore(run)) {
        summary->how = PALPATE_REPAIR_RESTORED;
        return PALPATE_OK;
    }
    palpate_status status = go_back(&found, run, err);
    if (status != PALPATE_OK || found != 0) {
        /* A stub that names nothing any more lost nothing but itself. */
        summary->how = was_unnamed && found == highest ? PALPATE_REPAIR_RESTORED
                                                       : PALPATE_REPAIR_RETURNED;
        return status;
    }
    /* Without a stub the newest generation is the one to read from. */
    if (generation->live[0] == '\0' && highest != 0) {
        database_path(generation->live, run, highest);
        generation->live_number = highest;
    }
    return repair_records(summary, run, err);
}

/* A generation before that is damaged can help nobody. */
static void remove_damaged_before(const struct run *run)
{
    unsigned before = generation_before(&run->generation, run->generation.live_number);
    char path[INDEX_PATH];
    char name[GENERATION_NAME];
    bool is_unfinished = false;

    database_path(path, run, before);
    if (before == 0 || verify(&is_unfinished, path, NULL) != PALPATE_CORRUPT)
        return;
    generation_name(name, before);
    (void)snprintf(path, sizeof path, "%.4000s/%s", run->generation.root, name);
    generation_remove(path);
}

static palpate_status finish_update(const char *live, palpate_error *err)
{
    char path[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < index_shard_count(live); i++)
        if (index_shard_path(path, live, i))
            status = seal_update(path, err);
    return status;
}

static palpate_status repair_locked(
        palpate_index_repair_summary *summary, struct run *run, palpate_error *err)
{
    struct generation *generation = &run->generation;
    bool is_unfinished = false;
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = stage_finish(generation->live, err);

    if (status != PALPATE_OK)
        return status;
    status = generation->damage.status;

    if (status == PALPATE_OK && generation->live[0] != '\0')
        status = verify(&is_unfinished, generation->live, &inner);
    else
        status = PALPATE_CORRUPT;
    if (status == PALPATE_CORRUPT) {
        status = repair_live(summary, run, &inner);
    } else if (status == PALPATE_OK && is_unfinished) {
        summary->how = PALPATE_REPAIR_FINISHED;
        status = finish_update(generation->live, &inner);
    }
    if (status == PALPATE_OK)
        remove_damaged_before(run);
    if (status == PALPATE_CORRUPT) {
        return fail(err, status,
                "%s: nothing can be brought back (%s): build the index anew with "
                "palpate-index --rebuild and the sources",
                generation->root, inner.message);
    }
    return status == PALPATE_OK
                   ? status
                   : fail(err, status, "%s: %s", generation->root, inner.message);
}

palpate_status palpate_index_repair(palpate_index_repair_summary *summary,
        const char *path, const palpate_index_options *options, palpate_error *err)
{
    static const palpate_index_options DEFAULTS = { 0 };
    palpate_index_summary counts = { 0 };
    struct run run = { .summary = &counts, .generation = { .lock = -1 } };

    /* Of a build's options none belongs here but those of reports. */
    if (options != NULL) {
        run.settings.report = options->report;
        run.settings.user = options->user;
    } else {
        run.settings = DEFAULTS;
    }
    run.options = &run.settings;
    *summary = (palpate_index_repair_summary){ .how = PALPATE_REPAIR_NOTHING };
    if (access(path, F_OK) != 0)
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here: build one with palpate-index", path);
    (void)pthread_mutex_init(&run.lock, NULL);
    palpate_status status = generation_open(&run.generation, path, err);
    if (status == PALPATE_OK && run.generation.live[0] == '\0' &&
            generation_before(&run.generation, MAX_GENERATION + 1U) == 0)
        status = fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here: build one with palpate-index", path);
    if (status == PALPATE_OK)
        status = repair_locked(summary, &run, err);
    generation_close(&run.generation);
    xc_free(run.base_url);
    catalog_free(&run.catalog);
    shared_blocks_free(&run.shared);
    buffer_free(&run.dictionary);
    buffer_free(&run.remembers);
    (void)pthread_mutex_destroy(&run.lock);
    return status;
}
