#include <inttypes.h>

#include "core/bytes.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/manifest.h"
#include "core/shim_status.h"
#include "core/view.h"

/* Whether the tables are those of the manifest, by their sizes; an update can only make
   them larger. */
static bool has_sizes(
        const struct manifest *manifest, const xc_blocks *blocks, bool is_next)
{
    for (unsigned i = 0; i < XC_TABLES; i++) {
        const struct manifest_table *of = &manifest->tables[i];
        uint32_t count = xc_blocks_count(blocks, i);
        bool is_same = count == of->count && xc_blocks_size(blocks, i) == of->size;
        bool has_grown = count == 0 || of->count == 0 ||
                         (count > of->count && xc_blocks_size(blocks, i) == of->size);
        if (!is_same && !(is_next && has_grown))
            return false;
    }
    return true;
}

static bool is_sum_of(uint64_t sum, xc_bytes bytes)
{
    return sum == manifest_sum_of(bytes.data, bytes.size);
}

static palpate_view version_of(const xc_blocks *blocks)
{
    xc_bytes version = xc_blocks_version(blocks);

    return (palpate_view){ version.data, version.size };
}

static palpate_status check_roots(
        const struct manifest *manifest, xc_blocks *blocks, palpate_error *err)
{
    for (unsigned i = 0; i < XC_TABLES; i++) {
        xc_bytes bytes;
        xc_error reason;
        uint32_t root = xc_blocks_root(blocks, i);
        if (xc_blocks_count(blocks, i) == 0)
            continue;
        if (xc_blocks_read(&bytes, blocks, i, root, &reason) != XC_OK)
            return shim_reason(&reason, err);
        if (manifest_differs(manifest, i, root, bytes))
            return fail(err, PALPATE_CORRUPT, "%s is not the table that was written",
                    xc_blocks_name(i));
    }
    return PALPATE_OK;
}

bool manifest_is_behind(const struct manifest *manifest, const xc_blocks *blocks)
{
    return xc_blocks_revision(blocks) > manifest->revision &&
           !is_sum_of(manifest->state_sum, xc_blocks_state(blocks));
}

static palpate_status check_state(const struct manifest *manifest, xc_blocks *blocks,
        bool *is_unfinished, palpate_error *err)
{
    uint64_t revision = xc_blocks_revision(blocks);

    *is_unfinished = manifest_is_behind(manifest, blocks);
    if (revision < manifest->revision)
        return fail(err, PALPATE_CORRUPT,
                "iamglass is of revision %" PRIu64 ", and the manifest of %" PRIu64,
                revision, manifest->revision);
    if (revision == manifest->revision &&
            !view_equals(manifest_iamglass(manifest), version_of(blocks)))
        return fail(err, PALPATE_CORRUPT, "iamglass is not what was written");
    if (!has_sizes(manifest, blocks, *is_unfinished))
        return fail(err, PALPATE_CORRUPT,
                "the tables are of other sizes than were written");
    return check_roots(manifest, blocks, err);
}

/* Whether the version file is another one now than that of `blocks`. */
static bool is_newer(const xc_blocks *blocks, const char *database)
{
    xc_blocks *now = NULL;
    bool is_so = false;

    if (xc_blocks_open(&now, database, NULL) == XC_OK)
        is_so = xc_blocks_revision(now) != xc_blocks_revision(blocks);
    xc_blocks_close(now);
    return is_so;
}

palpate_status manifest_open(struct manifest *manifest, xc_blocks **blocks,
        bool *is_unfinished, const char *database, palpate_error *err)
{
    enum { TRIES = 5 };
    xc_blocks *opened = NULL;
    palpate_status status = PALPATE_OK;
    bool is_moving = true;

    *is_unfinished = false;
    for (unsigned i = 0; i < TRIES && is_moving; i++) {
        xc_error reason;
        xc_blocks_close(opened);
        opened = NULL;
        *manifest = (struct manifest){ .revision = 0 };
        status = xc_blocks_open(&opened, database, &reason) == XC_OK
                         ? manifest_read(manifest, database, err)
                         : shim_reason(&reason, err);
        if (status == PALPATE_OK)
            status = check_state(manifest, opened, is_unfinished, err);
        if (status == PALPATE_OK)
            break;
        /* A writer that commits meanwhile replaces both, one after the other. */
        is_moving = opened != NULL &&
                    (is_newer(opened, database) ||
                            manifest->revision > xc_blocks_revision(opened));
        manifest_free(manifest);
    }
    if (status != PALPATE_OK || blocks == NULL) {
        xc_blocks_close(opened);
        opened = NULL;
    }
    if (blocks != NULL)
        *blocks = opened;
    return status;
}
