#include "indexer/shard/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian-c/blocks.h>

#include "core/fail.h"
#include "core/index_folder.h"
#include "indexer/shard/seal.h"
#include "indexer/shard/sync.h"

static const char NAME[] = "next"; /* swept with all else that killed runs leave */
static const char MARK[] = "publishing"; /* while shards are published one by one */
static const char VERSION[] = "iamglass";
static const char LOCK[] = "flintlock"; /* of Xapian's own writers */

/* A path of the folder beside the database `live`. */
static bool beside(char out[INDEX_PATH], const char *live, const char *name)
{
    const char *slash = strrchr(live, '/');
    int size = slash == NULL ? 0 : (int)(slash - live) + 1;

    return snprintf(out, INDEX_PATH, "%.*s%s", size, live, name) < INDEX_PATH;
}

/* A database, and the folder in which its update commits. */
struct one {
    char live[INDEX_PATH];
    char folder[INDEX_PATH];
};

static bool find_one(struct one *one, const char *live, unsigned place)
{
    char folder[INDEX_PATH];

    return beside(folder, live, NAME) && index_shard_path(one->folder, folder, place) &&
           index_shard_path(one->live, live, place);
}

static bool link_file(const struct one *one, const char *name)
{
    char from[INDEX_PATH];
    char to[INDEX_PATH];

    return index_path(from, one->live, name) && index_path(to, one->folder, name) &&
           link(from, to) == 0;
}

/* Another program that writes to the live database is locked out by the same file. */
static bool link_lock(const struct one *one)
{
    char path[INDEX_PATH];

    if (!index_path(path, one->live, LOCK))
        return false;
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return false;
    (void)close(file);
    return link_file(one, LOCK);
}

static bool link_all(const struct one *one)
{
    if (!link_lock(one) || !link_file(one, VERSION))
        return false;
    for (unsigned i = 0; i < XC_TABLES; i++)
        if (!link_file(one, xc_blocks_name(i)) && errno != ENOENT)
            return false;
    return true;
}

void stage_open(struct stage *stage, const char *live)
{
    struct one one;
    unsigned count = index_shard_count(live);
    bool is_made = beside(stage->folder, live, NAME);

    stage->live = live;
    /* What stands in the way is not of this stage, and stays. */
    for (stage->count = 0; is_made && stage->count < count;) {
        is_made = find_one(&one, live, stage->count) && mkdir(one.folder, 0777) == 0;
        stage->count += is_made;
        is_made = is_made && link_all(&one);
    }
    if (!is_made)
        stage_close(stage);
    stage->count = count;
}

const char *stage_database(const struct stage *stage)
{
    return stage->folder[0] == '\0' ? stage->live : stage->folder;
}

/* Says that all of an update is checked and stored, and is being published. */
static palpate_status write_mark(const char *live, palpate_error *err)
{
    char path[INDEX_PATH];

    int file = beside(path, live, MARK)
                       ? open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666)
                       : -1;
    bool is_written = file >= 0 && fsync(file) == 0;
    if (file >= 0)
        (void)close(file);
    return is_written ? sync_folder_of(path, err)
                      : fail(err, PALPATE_IO, "%s: cannot write this file: %s", path,
                                strerror(errno));
}

static void remove_mark(const char *live)
{
    char path[INDEX_PATH];

    if (beside(path, live, MARK))
        (void)unlink(path);
}

static palpate_status publish_all(const struct stage *stage, const bool *changes,
        bool *is_in_place, palpate_error *err)
{
    palpate_status status =
            stage->count > 1 ? write_mark(stage->live, err) : PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < stage->count; i++) {
        struct one one;
        if (changes[i] && find_one(&one, stage->live, i))
            status = seal_publish(is_in_place, one.live, one.folder, err);
    }
    if (status == PALPATE_OK && stage->count > 1)
        remove_mark(stage->live);
    return status;
}

static palpate_status seal_all(const struct stage *stage, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < stage->count; i++) {
        struct one one;
        if (find_one(&one, stage->live, i))
            status = seal_update(one.live, err);
    }
    return status;
}

palpate_status stage_publish(const struct stage *stage, const struct manifest *before,
        bool *is_in_place, palpate_error *err)
{
    bool changes[MAX_SHARDS] = { false };
    palpate_status status = PALPATE_OK;

    *is_in_place = stage->folder[0] == '\0';
    if (*is_in_place)
        return seal_all(stage, err);
    for (unsigned i = 0; status == PALPATE_OK && i < stage->count; i++) {
        struct one one;
        if (find_one(&one, stage->live, i))
            status = seal_prepare(&changes[i], one.live, one.folder, &before[i], err);
    }
    return status == PALPATE_OK ? publish_all(stage, changes, is_in_place, err)
                                : status;
}

palpate_status stage_finish(const char *live, palpate_error *err)
{
    char from[INDEX_PATH];
    char to[INDEX_PATH];

    if (!beside(from, live, MARK) || access(from, F_OK) != 0)
        return PALPATE_OK;
    for (unsigned i = 0; i < index_shard_count(live); i++) {
        struct one one;
        if (!find_one(&one, live, i) || !index_path(from, one.folder, VERSION) ||
                !index_path(to, one.live, VERSION))
            continue;
        if (rename(from, to) != 0 && errno != ENOENT)
            return fail(
                    err, PALPATE_IO, "%s: cannot replace it: %s", to, strerror(errno));
        palpate_status status = sync_folder_of(to, err);
        if (status != PALPATE_OK)
            return status;
    }
    remove_mark(live);
    return PALPATE_OK;
}

void stage_close(struct stage *stage)
{
    struct one one;

    for (unsigned i = 0; stage->folder[0] != '\0' && i < stage->count; i++)
        if (find_one(&one, stage->live, i))
            generation_remove(one.folder);
    stage->folder[0] = '\0';
}
