#include <dirent.h>
#include <palpate/indexer.h>
#include <stdio.h>
#include <string.h>

#include "core/fail.h"
#include "core/index_shards.h"
#include "core/printable.h"
#include "core/way_out.h"
#include "indexer/shard/verify.h"

/* The verifying of the generations of an index. */
struct checking {
    palpate_index_soundness *out;
    const char *root;
    const palpate_index_options *options;
    unsigned number; /* of the generation that is looked at */
    unsigned place;  /* of its database that is looked at */
    unsigned live;   /* the generation that the stub named */
    bool is_damaged;
};

static void tell(void *user, const char *file, const char *what)
{
    const struct checking *checking = user;
    char name[GENERATION_NAME];
    char shard[INDEX_PATH];
    char place[INDEX_PATH + 64];
    char message[512];

    if (checking->options == NULL || checking->options->report == NULL)
        return;
    generation_name(name, checking->number);
    (void)index_shard_path(shard, "shard", checking->place);
    (void)snprintf(place, sizeof place, "%.4000s/%s/%.16s%s%s", checking->root, name,
            shard, strcmp(file, "shard") == 0 ? "" : "/",
            strcmp(file, "shard") == 0 ? "" : file);
    (void)snprintf(message, sizeof message, "%.500s", what);
    printable_make(place, sizeof place);
    printable_make(message, sizeof message);
    checking->options->report(
            checking->options->user, PALPATE_REPORT_FAILED, place, message);
}

static void add_verified(struct verified *sum, const struct verified *one)
{
    sum->blocks += one->blocks;
    sum->bytes += one->bytes;
    sum->passages += one->passages;
    sum->is_unfinished |= one->is_unfinished;
}

/* Whether all databases are of one index, each in its place. */
static palpate_status check_places(
        struct checking *checking, const char *path, unsigned shards)
{
    xc_database *database = NULL;
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = index_shards_open(&database, path, shards, &inner);

    xc_database_close(database);
    checking->place = 0;
    if (status != PALPATE_OK)
        tell(checking, "shard", inner.message);
    return status == PALPATE_OK ? status : PALPATE_CORRUPT;
}

/* Looks at all databases of a generation, also after one that is damaged. */
static palpate_status check_databases(struct verified *sum, struct checking *checking,
        const char *first, unsigned shards, palpate_error *err)
{
    char path[INDEX_PATH];
    bool is_damaged = false;
    palpate_status status = PALPATE_OK;

    *sum = (struct verified){ .blocks = 0 };
    for (unsigned i = 0; status == PALPATE_OK && i < shards; i++) {
        struct verified verified;
        (void)index_shard_path(path, first, i);
        checking->place = i;
        status = verify_database(&verified, path, tell, checking, err);
        add_verified(sum, &verified);
        is_damaged = is_damaged || status == PALPATE_CORRUPT;
        if (status == PALPATE_CORRUPT)
            status = PALPATE_OK;
    }
    if (status == PALPATE_OK && !is_damaged)
        status = check_places(checking, first, shards);
    return status == PALPATE_OK && is_damaged ? PALPATE_CORRUPT : status;
}

static palpate_status check_generation(struct checking *checking, unsigned number,
        unsigned shards, bool is_live, palpate_error *err)
{
    char path[INDEX_PATH];
    char name[GENERATION_NAME];
    struct verified verified;
    palpate_error inner = { PALPATE_OK, "" };

    generation_name(name, number);
    checking->number = number;
    (void)snprintf(path, sizeof path, "%.4000s/%s/shard", checking->root, name);
    palpate_status status = check_databases(&verified, checking, path,
            shards == 0 ? index_shard_count(path) : shards, &inner);
    /* One before that another version wrote is nothing to any reader. */
    if (status == PALPATE_VERSION && !is_live)
        return PALPATE_OK;
    checking->out->generations++;
    checking->out->blocks += verified.blocks;
    checking->out->bytes += verified.bytes;
    if (is_live) {
        checking->out->passages = verified.passages;
        checking->out->is_unfinished = verified.is_unfinished;
    }
    checking->is_damaged = checking->is_damaged || status == PALPATE_CORRUPT;
    if (status == PALPATE_OK || status == PALPATE_CORRUPT)
        return PALPATE_OK;
    return fail(err, status, "%s: %s", checking->root, inner.message);
}

/* The number of the generation before the live one, or 0. */
static unsigned number_before(const char *root, unsigned live)
{
    DIR *folder = opendir(root);
    unsigned before = 0;

    for (struct dirent *entry; folder != NULL && (entry = readdir(folder)) != NULL;) {
        unsigned number = generation_number(entry->d_name);
        before = number > before && number < live ? number : before;
    }
    if (folder != NULL)
        (void)closedir(folder);
    return before;
}

static palpate_status check_all(struct checking *checking, palpate_error *err)
{
    struct index_folder folder;
    palpate_status status = index_folder_read(&folder, checking->root, err);

    checking->live = folder.number;
    if (status == PALPATE_CORRUPT)
        return fail(err, status,
                "%s/%s does not name a generation of palpate: " INDEX_WAY_OUT,
                checking->root, INDEX_STUB);
    if (status != PALPATE_OK)
        return status;
    status = check_generation(checking, folder.number, folder.shards, true, err);
    bool live_is_damaged = checking->is_damaged;
    unsigned before = number_before(checking->root, folder.number);
    if (status == PALPATE_OK && before != 0)
        status = check_generation(checking, before, 0, false, err);
    if (status != PALPATE_OK || !checking->is_damaged)
        return status;
    return live_is_damaged
                   ? fail(err, PALPATE_CORRUPT,
                             "%s: the index is damaged: palpate-index --repair brings "
                             "back what it can, --rebuild reads every page again",
                             checking->root)
                   : fail(err, PALPATE_CORRUPT,
                             "%s: the previous generation is damaged, which answers "
                             "nothing any more: palpate-index --repair removes it",
                             checking->root);
}

palpate_status palpate_index_verify(palpate_index_soundness *out, const char *path,
        const palpate_index_options *options, palpate_error *err)
{
    enum { TRIES = 3 };
    struct index_folder folder;

    /* Quietly first: a build that is published meanwhile takes away what is read. */
    for (unsigned i = 0; i < TRIES; i++) {
        struct checking quietly = { .out = out, .root = path };
        *out = (palpate_index_soundness){ .generations = 0 };
        palpate_status status = check_all(&quietly, err);
        if (status != PALPATE_CORRUPT)
            return status;
        if (index_folder_read(&folder, path, NULL) != PALPATE_OK ||
                folder.number == quietly.live)
            break;
    }
    struct checking checking = { .out = out, .root = path, .options = options };
    *out = (palpate_index_soundness){ .generations = 0 };
    return check_all(&checking, err);
}
