#include "indexer/shard/stage.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian-c/blocks.h>

#include "indexer/shard/seal.h"

static const char NAME[] = "next"; /* swept with all else that killed runs leave */
static const char VERSION[] = "iamglass";
static const char LOCK[] = "flintlock"; /* of Xapian's own writers */

static bool join(char out[GENERATION_PATH], const char *folder, const char *name)
{
    return snprintf(out, GENERATION_PATH, "%s/%s", folder, name) < GENERATION_PATH;
}

static bool link_file(const struct stage *stage, const char *name)
{
    char from[GENERATION_PATH];
    char to[GENERATION_PATH];

    return join(from, stage->live, name) && join(to, stage->folder, name) &&
           link(from, to) == 0;
}

/* Another program that writes to the live database is locked out by the same file. */
static bool link_lock(const struct stage *stage)
{
    char path[GENERATION_PATH];

    if (!join(path, stage->live, LOCK))
        return false;
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return false;
    (void)close(file);
    return link_file(stage, LOCK);
}

static bool link_all(const struct stage *stage)
{
    if (!link_lock(stage) || !link_file(stage, VERSION))
        return false;
    for (unsigned i = 0; i < XC_TABLES; i++)
        if (!link_file(stage, xc_blocks_name(i)) && errno != ENOENT)
            return false;
    return true;
}

void stage_open(struct stage *stage, const char *live)
{
    const char *slash = strrchr(live, '/');
    int size = slash == NULL ? 0 : (int)(slash - live) + 1;

    stage->live = live;
    if (snprintf(stage->folder, sizeof stage->folder, "%.*s%s", size, live, NAME) >=
                    GENERATION_PATH ||
            mkdir(stage->folder, 0777) != 0)
        stage->folder[0] = '\0';
    else if (!link_all(stage))
        stage_close(stage);
}

const char *stage_database(const struct stage *stage)
{
    return stage->folder[0] == '\0' ? stage->live : stage->folder;
}

palpate_status stage_publish(const struct stage *stage, const struct manifest *before,
        bool *is_in_place, palpate_error *err)
{
    *is_in_place = stage->folder[0] == '\0';
    return *is_in_place
                   ? seal_update(stage->live, err)
                   : seal_staged(stage->live, stage->folder, before, is_in_place, err);
}

void stage_close(struct stage *stage)
{
    if (stage->folder[0] != '\0')
        generation_remove(stage->folder);
    stage->folder[0] = '\0';
}
