#include "indexer/shard/writers.h"

#include "core/fail.h"
#include "core/index_shards.h"
#include "core/index_tables.h"
#include "core/schema.h"
#include "core/shim_status.h"

static xc_bytes bytes_of(palpate_view view)
{
    return (xc_bytes){ view.data, view.size };
}

static palpate_status open_one(
        struct writers *writers, const char *path, unsigned flags, palpate_error *err)
{
    xc_writer **writer = &writers->items[writers->count];
    uint32_t last = 0;
    xc_error reason;

    if (xc_writer_open(writer, path, flags | XC_GLASS, &reason) != XC_OK)
        return shim_failure(&reason, err);
    writers->count++;
    if (xc_writer_last_docid(&last, *writer, &reason) != XC_OK)
        return shim_failure(&reason, err);
    writers->last = last > writers->last ? last : writers->last;
    return PALPATE_OK;
}

palpate_status writers_open(
        struct writers *writers, const char *path, unsigned flags, palpate_error *err)
{
    unsigned count = (flags & XC_CREATE) != 0 ? 1 : index_shard_count(path);
    char place[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < count; i++) {
        status = index_shard_path(place, path, i)
                         ? open_one(writers, place, flags, err)
                         : fail(err, PALPATE_BAD_ARGUMENT,
                                   "the path of the index is too long");
    }
    return status;
}

void writers_close(struct writers *writers)
{
    for (unsigned i = 0; i < writers->count; i++) {
        xc_writer_close(writers->items[i]);
        manifest_free(&writers->manifests[i]);
    }
    *writers = (struct writers){ .count = 0 };
}

palpate_status writers_guard(
        struct writers *writers, const char *database, palpate_error *err)
{
    char place[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < writers->count; i++) {
        (void)index_shard_path(place, database, i);
        status = index_tables_guard_writer(
                &writers->manifests[i], writers->items[i], place, err);
    }
    return status;
}

static xc_writer *writer_of(const struct writers *writers, uint64_t article)
{
    return writers->items[index_shard_of(article, writers->count)];
}

palpate_status writers_add(struct writers *writers, uint64_t article,
        const xc_document *document, palpate_error *err)
{
    xc_error reason;

    if (writers->last >= UINT32_MAX / writers->count) {
        return fail(err, PALPATE_LIMIT,
                "the index has had as many passages as %u shards can number: build it "
                "anew with fewer shards",
                writers->count);
    }
    /* The number that it has in one database: the passages of all shards are in one
     * order. */
    if (xc_writer_replace(writer_of(writers, article), writers->last + 1, document,
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    writers->last++;
    return PALPATE_OK;
}

palpate_status writers_remove(
        struct writers *writers, uint64_t article, palpate_error *err)
{
    char text[ARTICLE_TERM_SIZE];
    palpate_view term = schema_article_term(text, article);
    xc_error reason;

    return xc_writer_delete_term(
                   writer_of(writers, article), bytes_of(term), &reason) == XC_OK
                   ? PALPATE_OK
                   : shim_failure(&reason, err);
}

palpate_status writers_set(struct writers *writers, palpate_view key,
        palpate_view value, palpate_error *err)
{
    xc_error reason;

    return xc_writer_set_metadata(
                   writers->items[0], bytes_of(key), bytes_of(value), &reason) == XC_OK
                   ? PALPATE_OK
                   : shim_failure(&reason, err);
}

palpate_status writers_commit(struct writers *writers, bool is_live, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (unsigned i = 0; status == PALPATE_OK && i < writers->count; i++) {
        xc_error reason;
        xc_status done = is_live ? xc_writer_commit_apart(writers->items[i], &reason)
                                 : xc_writer_commit(writers->items[i], &reason);
        if (done != XC_OK)
            status = shim_failure(&reason, err);
    }
    return status;
}
