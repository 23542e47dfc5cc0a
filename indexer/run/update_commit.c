#include "indexer/run/update_commit.h"

#include "core/fail.h"
#include "core/way_out.h"
#include "indexer/shard/seal.h"

/* Says what became of an update whose pages are all written. */
static palpate_status not_published(const struct run *run, bool is_in_place,
        const palpate_error *why, palpate_error *err)
{
    const char *root = run->generation.root;
    const char *changed = is_in_place ? "" : ": nothing was changed";

    if (why->status == PALPATE_CORRUPT) {
        return fail(err, why->status, "%s: %s%s: " INDEX_WAY_OUT, root, why->message,
                changed);
    }
    if (!is_in_place) {
        return fail(err, why->status,
                "%s: cannot finish the update: %s%s; see that the disk has room and "
                "run again",
                root, why->message, changed);
    }
    return fail(err, why->status,
            "%s: the update is in place, but not finished: %s: see that the disk has "
            "room and run again",
            root, why->message);
}

static palpate_status find_damage(const struct stage *stage, palpate_error *err)
{
    char path[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < stage->count; i++)
        if (index_shard_path(path, stage->live, i))
            status = seal_find_damage(path, err);
    return status;
}

palpate_status update_commit(const struct run *run, struct shard *shard,
        const struct stage *stage, palpate_error *err)
{
    palpate_error inner = { PALPATE_OK, "" };
    bool is_in_place = false;
    palpate_status status = shard_commit_live(shard, err);

    /* What libxapian fails at on damage can look like anything. */
    if (status != PALPATE_OK && status != PALPATE_NO_MEMORY &&
            find_damage(stage, &inner) == PALPATE_CORRUPT)
        return not_published(run, false, &inner, err);
    if (status != PALPATE_OK)
        return status;
    status = stage_publish(stage, shard_manifests(shard), &is_in_place, &inner);
    return status == PALPATE_OK ? status : not_published(run, is_in_place, &inner, err);
}
