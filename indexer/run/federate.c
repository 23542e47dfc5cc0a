#include <errno.h>
#include <fcntl.h>
#include <palpate/indexer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/index_shards.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/term.h"
#include "core/view.h"
#include "core/wide_index.h"
#include "indexer/shard/generation.h"
#include "indexer/shard/head.h"
#include "indexer/shard/sync.h"

/* The path of a folder as the file names it, which may stand in another folder than
   the one in which the command was given. */
static palpate_status append_folder(
        struct buffer *text, const char *folder, palpate_error *err)
{
    char *real = realpath(folder, NULL);

    if (real == NULL)
        return fail(err, PALPATE_NO_INDEX,
                "%s: there is no index here (%s): build one with palpate-index", folder,
                strerror(errno));
    buffer_append_format(text, "local %s\n", real);
    free(real);
    return PALPATE_OK;
}

/* Whether a shard is given as servers: "HOST:PORT", or several with a comma between
   them.  A folder of such a name is given as "./HOST:PORT". */
static bool is_served(const char *shard)
{
    const char *colon = strrchr(shard, ':');

    return strchr(shard, '/') == NULL && colon != NULL &&
           strspn(colon + 1, "0123456789") == strlen(colon + 1) && colon[1] != '\0';
}

static void append_servers(struct buffer *text, const char *shard)
{
    buffer_append_string(text, "remote ");
    for (; *shard != '\0'; shard++) {
        if (*shard == ',')
            buffer_append_byte(text, ' ');
        else
            buffer_append_byte(text, *shard);
    }
    buffer_append_byte(text, '\n');
}

static palpate_status write_text(struct buffer *text, const char *const *shards,
        size_t count, unsigned head, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    buffer_append_format(text, WIDE_FIRST_LINE "\nhead %u\n", head);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        if (is_served(shards[i]))
            append_servers(text, shards[i]);
        else
            status = append_folder(text, shards[i], err);
    }
    if (status == PALPATE_OK && text->failed)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a list of shards");
    return status;
}

/* A wide file under way, and what it names, opened. */
struct federation {
    const char *path; /* of the file */
    const char *const *shards;
    size_t count;
    struct wide_index *wide;
    xc_database *database;
    struct manifest *manifests;
    struct generation head;
};

static palpate_status check_stamp(const struct federation *federation, unsigned place,
        struct analyzer *analyzer, palpate_error *err)
{
    char *stamp = NULL;
    size_t size = 0;
    xc_error reason;
    palpate_error inner;
    palpate_status status = PALPATE_OK;

    if (xc_database_metadata(&stamp, &size,
                xc_database_part(federation->database, place),
                (xc_bytes){ META_STAMP, sizeof META_STAMP - 1 }, &reason) != XC_OK)
        status = shim_reason(&reason, &inner);
    else
        status = schema_check((palpate_view){ stamp, size }, analyzer, &inner);
    xc_free(stamp);
    return status == PALPATE_OK
                   ? PALPATE_OK
                   : fail(err, status, "%s: %s", federation->wide->parts[place].path,
                             inner.message);
}

/* Whether all are of this version, and sound as far as a few reads tell. */
static palpate_status check_shards(struct federation *federation, palpate_error *err)
{
    struct analyzer *analyzer = NULL;
    palpate_status status = analyzer_open(&analyzer, err);

    for (unsigned i = 0; status == PALPATE_OK && i < federation->wide->count; i++)
        status = check_stamp(federation, i, analyzer, err);
    analyzer_close(analyzer);
    federation->manifests = calloc(MAX_SHARDS, sizeof *federation->manifests);
    if (status == PALPATE_OK && federation->manifests == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for shards");
    return status == PALPATE_OK ? wide_index_guard(federation->manifests,
                                          federation->wide, federation->database, err)
                                : status;
}

static palpate_status open_shards(struct federation *federation, palpate_error *err)
{
    struct buffer text = { 0 };
    struct wide_file *file = NULL;
    palpate_status status =
            write_text(&text, federation->shards, federation->count, 1, err);

    if (status == PALPATE_OK)
        status = wide_file_parse(&file, buffer_view(&text), federation->path, err);
    if (status == PALPATE_OK)
        status = wide_index_open_shards(
                &federation->wide, &federation->database, file, federation->path, err);
    buffer_free(&text);
    return status == PALPATE_OK ? check_shards(federation, err) : status;
}

/* Whether the file may be written there. */
static palpate_status check_place(const char *path, palpate_error *err)
{
    struct stat about;
    struct wide_file *before = NULL;
    palpate_error inner;

    if (lstat(path, &about) == 0 && S_ISDIR(about.st_mode))
        return fail(err, PALPATE_BAD_ARGUMENT,
                "%s: this is a folder: name a file, such as %s/" INDEX_WIDE, path,
                path);
    if (wide_file_is_inside(path)) {
        return fail(err, PALPATE_REFUSED,
                "%s: a list of shards inside an index is not read: name a file in "
                "another folder",
                path);
    }
    if (lstat(path, &about) != 0)
        return PALPATE_OK;
    palpate_status status = wide_file_read(&before, path, &inner);
    free(before);
    return status == PALPATE_NO_INDEX
                   ? fail(err, PALPATE_REFUSED,
                             "%s: this is another file: nothing was changed; give a "
                             "new name",
                             path)
                   : PALPATE_OK;
}

static palpate_status write_head(struct federation *federation, palpate_error *err)
{
    char path[INDEX_PATH];
    palpate_status status = PALPATE_OK;

    if (!wide_head_path(path, federation->path))
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    status = generation_open(&federation->head, path, err);
    if (status == PALPATE_OK)
        status = generation_begin(&federation->head, err);
    if (status == PALPATE_OK && !index_path(path, federation->head.fresh, "shard"))
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    if (status == PALPATE_OK)
        status = head_write(path, federation->database, err);
    return status;
}

static palpate_status cannot_write(const char *path, palpate_error *err)
{
    return fail(
            err, PALPATE_IO, "%s: cannot write this file: %s", path, strerror(errno));
}

/* Puts the file in its place, in one step. */
static palpate_status replace_file(
        const char *path, palpate_view text, palpate_error *err)
{
    char fresh[INDEX_PATH];

    if (snprintf(fresh, sizeof fresh, "%s.new", path) >= INDEX_PATH)
        return fail(err, PALPATE_BAD_ARGUMENT, "the path of the index is too long");
    int file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0)
        return cannot_write(fresh, err);
    bool is_written =
            write(file, text.data, text.size) == (ssize_t)text.size && fsync(file) == 0;
    is_written = close(file) == 0 && is_written;
    if (!is_written || rename(fresh, path) != 0)
        return cannot_write(path, err);
    return sync_folder_of(path, err);
}

static palpate_status publish(struct federation *federation, palpate_error *err)
{
    struct buffer text = { 0 };
    unsigned number = federation->head.fresh_number;
    palpate_status status = generation_publish(&federation->head, err);

    if (status == PALPATE_OK)
        status = write_text(&text, federation->shards, federation->count, number, err);
    if (status == PALPATE_OK)
        status = replace_file(federation->path, buffer_view(&text), err);
    buffer_free(&text);
    return status;
}

palpate_status palpate_index_federate(palpate_index_federation *out, const char *path,
        const char *const *shards, size_t count, palpate_error *err)
{
    struct federation federation = {
        .path = path, .shards = shards, .count = count, .head = { .lock = -1 }
    };
    uint32_t passages = 0;
    xc_error reason;
    palpate_status status = check_place(path, err);

    *out = (palpate_index_federation){ 0 };
    if (status == PALPATE_OK)
        status = open_shards(&federation, err);
    if (status == PALPATE_OK &&
            xc_database_count(&passages, federation.database, &reason) != XC_OK)
        status = shim_failure(&reason, err);
    if (status == PALPATE_OK)
        status = write_head(&federation, err);
    if (status == PALPATE_OK)
        status = publish(&federation, err);
    if (status == PALPATE_OK)
        *out = (palpate_index_federation){ .databases = federation.wide->count,
            .passages = passages };
    generation_close(&federation.head);
    xc_database_close(federation.database);
    index_shards_free(federation.manifests, MAX_SHARDS);
    wide_index_close(federation.wide);
    return status;
}
