#include "indexer/metadata_write.h"

#include <stdlib.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/thesaurus.h"
#include "core/view.h"
#include "indexer/shard.h"
#include "indexer/source.h"

static palpate_status write_stamp(struct shard *shard, palpate_error *err)
{
    struct buffer stamp = { 0 };

    schema_stamp(&stamp, shard_analyzer(shard));
    palpate_status status =
            stamp.failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for the stamp")
                         : shard_set(shard, PALPATE_VIEW(META_STAMP),
                                   buffer_view(&stamp), err);
    buffer_free(&stamp);
    return status;
}

static palpate_status write_concept(
        void *user, palpate_view key, palpate_view value, palpate_error *err)
{
    struct buffer name = { 0 };

    buffer_append_string(&name, META_CONCEPT);
    buffer_append(&name, key);
    palpate_status status =
            name.failed
                    ? fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus")
                    : shard_set(user, buffer_view(&name), value, err);
    buffer_free(&name);
    return status;
}

static palpate_status read_files(struct thesaurus_file *files, struct buffer *bytes,
        const palpate_index_options *options, palpate_error *err)
{
    palpate_error inner = { 0 };

    for (size_t i = 0; i < options->thesaurus_count; i++) {
        struct source_page file = { .id = view_of(options->thesauri[i]) };
        palpate_status status = source_load(&file, &bytes[i], &inner);
        if (status != PALPATE_OK)
            return fail(err, status, "%s: %s", options->thesauri[i], inner.message);
        files[i] = (struct thesaurus_file){ file.id, file.bytes };
    }
    return PALPATE_OK;
}

static palpate_status write_thesaurus(
        struct shard *shard, const palpate_index_options *options, palpate_error *err)
{
    size_t count = options->thesaurus_count;
    struct thesaurus_file *files = calloc(count + 1, sizeof *files);
    struct buffer *bytes = calloc(count + 1, sizeof *bytes);
    palpate_status status =
            files == NULL || bytes == NULL
                    ? fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus")
                    : read_files(files, bytes, options, err);

    if (status == PALPATE_OK)
        status = thesaurus_compile(
                files, count, shard_analyzer(shard), write_concept, shard, err);
    for (size_t i = 0; bytes != NULL && i < count; i++)
        buffer_free(&bytes[i]);
    free(bytes);
    free(files);
    return status;
}

palpate_status metadata_write(
        const char *path, const palpate_index_options *options, palpate_error *err)
{
    struct shard *shard = NULL;
    palpate_status status = shard_open(&shard, path, err);

    if (status == PALPATE_OK)
        status = write_stamp(shard, err);
    if (status == PALPATE_OK)
        status = write_thesaurus(shard, options, err);
    if (status == PALPATE_OK)
        status = shard_commit(shard, err);
    shard_close(shard);
    return status;
}
