#include "core/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/bytes.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/shim_status.h"
#include "core/view.h"

static const char MAGIC[] = "palpate-manifest";

enum {
    MAGIC_SIZE = sizeof MAGIC - 1,
    HEAD_SIZE = MAGIC_SIZE + (4 + 2 * XC_TABLES) * BYTES_SIZE
};

uint64_t manifest_sum_of(const char *bytes, size_t size)
{
    uint64_t sum = hash_of((palpate_view){ bytes, size });

    return sum == 0 ? 1 : sum;
}

uint64_t manifest_sum(const struct manifest *manifest, unsigned table, uint32_t number)
{
    const struct manifest_table *of = &manifest->tables[table];
    uint64_t sum = 0;

    if (number >= of->count)
        return 0;
    palpate_view bytes = {
        manifest->bytes.data + of->sums + (size_t)number * BYTES_SIZE, BYTES_SIZE
    };
    (void)bytes_take(&bytes, &sum);
    return sum;
}

void manifest_set_sum(
        struct manifest *manifest, unsigned table, uint32_t number, uint64_t sum)
{
    char *to = manifest->bytes.data + manifest->tables[table].sums +
               (size_t)number * BYTES_SIZE;

    for (unsigned i = 0; i < BYTES_SIZE; i++)
        to[i] = (char)(sum >> (8 * i) & 0xFF);
}

bool manifest_differs(const struct manifest *manifest, unsigned table, uint32_t number,
        xc_bytes bytes)
{
    uint64_t sum = manifest_sum(manifest, table, number);

    return sum != 0 && sum != manifest_sum_of(bytes.data, bytes.size);
}

/* The place of a block among those of all tables. */
static size_t place_of(const struct manifest *manifest, unsigned table, uint32_t number)
{
    return (manifest->tables[table].sums - manifest->tables[0].sums) / BYTES_SIZE +
           number;
}

void manifest_note_checked(struct manifest *manifest, unsigned table, uint32_t number)
{
    struct buffer *checked = &manifest->checked;
    size_t count = manifest->bytes.size / BYTES_SIZE; /* more than there are blocks */

    if (number >= manifest->tables[table].count)
        return;
    if (checked->size == 0) {
        char *room = buffer_reserve(checked, count);
        if (room == NULL)
            return;
        memset(room, 0, count);
        checked->size = count;
    }
    checked->data[place_of(manifest, table, number)] = 1;
}

bool manifest_is_checked(
        const struct manifest *manifest, unsigned table, uint32_t number)
{
    return manifest->checked.size > 0 && number < manifest->tables[table].count &&
           manifest->checked.data[place_of(manifest, table, number)] != 0;
}

palpate_view manifest_iamglass(const struct manifest *manifest)
{
    return (palpate_view){ manifest->bytes.data + manifest->version,
        manifest->version_size };
}

/* Makes room for the sums of a table at the end of the bytes. */
static void add_table(struct manifest *manifest, unsigned table)
{
    struct manifest_table *of = &manifest->tables[table];
    size_t size = (size_t)of->count * BYTES_SIZE;
    char *room = buffer_reserve(&manifest->bytes, size);

    of->sums = manifest->bytes.size;
    if (room == NULL)
        return;
    memset(room, 0, size);
    manifest->bytes.size += size;
}

palpate_status manifest_start(
        struct manifest *manifest, const xc_blocks *blocks, palpate_error *err)
{
    xc_bytes version = xc_blocks_version(blocks);
    xc_bytes state = xc_blocks_state(blocks);

    *manifest = (struct manifest){ .revision = xc_blocks_revision(blocks),
        .state_sum = manifest_sum_of(state.data, state.size),
        .version_size = version.size };
    buffer_append(&manifest->bytes, (palpate_view){ MAGIC, MAGIC_SIZE });
    bytes_append(&manifest->bytes, MANIFEST_VERSION);
    bytes_append(&manifest->bytes, manifest->revision);
    bytes_append(&manifest->bytes, manifest->state_sum);
    bytes_append(&manifest->bytes, manifest->version_size);
    for (unsigned i = 0; i < XC_TABLES; i++) {
        manifest->tables[i] =
                (struct manifest_table){ .count = xc_blocks_count(blocks, i),
                    .size = xc_blocks_size(blocks, i) };
        bytes_append(&manifest->bytes, manifest->tables[i].size);
        bytes_append(&manifest->bytes, manifest->tables[i].count);
    }
    manifest->version = manifest->bytes.size;
    buffer_append(&manifest->bytes, (palpate_view){ version.data, version.size });
    for (unsigned i = 0; i < XC_TABLES; i++)
        add_table(manifest, i);
    bytes_append(&manifest->bytes, 0);
    if (!manifest->bytes.failed)
        return PALPATE_OK;
    manifest_free(manifest);
    return fail(err, PALPATE_NO_MEMORY, "out of memory for the manifest");
}

void manifest_finish(struct manifest *manifest)
{
    palpate_view whole = buffer_view(&manifest->bytes);

    manifest->bytes.size -= BYTES_SIZE;
    bytes_append(
            &manifest->bytes, hash_of(view_slice(whole, 0, whole.size - BYTES_SIZE)));
}

void manifest_free(struct manifest *manifest)
{
    buffer_free(&manifest->bytes);
    buffer_free(&manifest->checked);
    *manifest = (struct manifest){ .revision = 0 };
}

void manifest_path(char out[INDEX_PATH], const char *database)
{
    const char *slash = strrchr(database, '/');
    const char *name = slash == NULL ? database : slash + 1;
    const char *place = strchr(name, '-'); /* of several databases of a generation */

    (void)snprintf(out, INDEX_PATH, "%.*smanifest%s", (int)(name - database), database,
            place == NULL ? "" : place);
}

static palpate_status not_whole(palpate_error *err)
{
    return fail(err, PALPATE_CORRUPT, "the manifest is cut short or changed");
}

/* Reads the head; what follows must be exactly the sums. */
static bool decode(struct manifest *manifest, uint64_t *version)
{
    palpate_view left = buffer_view(&manifest->bytes);
    uint64_t version_size = 0;
    uint64_t at = HEAD_SIZE;

    if (left.size < HEAD_SIZE + BYTES_SIZE || memcmp(left.data, MAGIC, MAGIC_SIZE) != 0)
        return false;
    left = view_slice(left, MAGIC_SIZE, left.size);
    (void)bytes_take(&left, version);
    (void)bytes_take(&left, &manifest->revision);
    (void)bytes_take(&left, &manifest->state_sum);
    (void)bytes_take(&left, &version_size);
    if (version_size > manifest->bytes.size)
        return false;
    manifest->version = at;
    manifest->version_size = version_size;
    at += version_size;
    for (unsigned i = 0; i < XC_TABLES; i++) {
        uint64_t size = 0;
        uint64_t count = 0;
        (void)bytes_take(&left, &size);
        (void)bytes_take(&left, &count);
        if (size > UINT32_MAX || count > manifest->bytes.size)
            return false;
        manifest->tables[i] =
                (struct manifest_table){ (uint32_t)count, (uint32_t)size, at };
        at += count * BYTES_SIZE;
    }
    return at + BYTES_SIZE == manifest->bytes.size;
}

static bool has_own_sum(const struct manifest *manifest)
{
    palpate_view whole = buffer_view(&manifest->bytes);
    size_t end = whole.size < BYTES_SIZE ? 0 : whole.size - BYTES_SIZE;
    palpate_view last = view_slice(whole, end, whole.size);
    uint64_t sum = 0;

    return bytes_take(&last, &sum) && sum == hash_of(view_slice(whole, 0, end));
}

static bool read_bytes(struct buffer *out, int file, size_t size)
{
    char *room = buffer_reserve(out, size + 1);
    ssize_t got = 1;

    while (room != NULL && out->size < size && got > 0) {
        got = read(file, room + out->size, size - out->size);
        if (got > 0)
            out->size += (size_t)got;
        else if (got < 0 && errno == EINTR)
            got = 1;
    }
    return got >= 0 && !out->failed;
}

static palpate_status read_file(
        struct buffer *out, const char *path, palpate_error *err)
{
    struct stat about;

    /* Opening a pipe or a device can wait or do something: the look comes first. */
    if (lstat(path, &about) != 0)
        return errno == ENOENT ? fail(err, PALPATE_CORRUPT, "the manifest is missing")
                               : fail(err, PALPATE_IO, "cannot read the manifest: %s",
                                         strerror(errno));
    int file = S_ISREG(about.st_mode)
                       ? open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
                       : -1;
    if (!S_ISREG(about.st_mode) ||
            (file >= 0 && (fstat(file, &about) != 0 || !S_ISREG(about.st_mode)))) {
        if (file >= 0)
            (void)close(file);
        return fail(err, PALPATE_CORRUPT, "the manifest is no plain file");
    }
    bool is_read = file >= 0 && read_bytes(out, file, (size_t)about.st_size);
    int reason = errno;
    if (file >= 0)
        (void)close(file);
    if (is_read)
        return PALPATE_OK;
    return out->failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for the manifest")
                       : fail(err, PALPATE_IO, "cannot read the manifest: %s",
                                 strerror(reason));
}

palpate_status manifest_read(
        struct manifest *manifest, const char *database, palpate_error *err)
{
    char path[INDEX_PATH];
    uint64_t version = MANIFEST_VERSION;

    *manifest = (struct manifest){ .revision = 0 };
    manifest_path(path, database);
    palpate_status status = read_file(&manifest->bytes, path, err);
    if (status == PALPATE_OK && !has_own_sum(manifest))
        status = not_whole(err);
    bool is_sound = status == PALPATE_OK && decode(manifest, &version);
    if (status == PALPATE_OK && version != MANIFEST_VERSION) {
        status = fail(err, PALPATE_VERSION,
                "the manifest is of version %" PRIu64
                ", this program reads %d: rebuild "
                "the index with palpate-index --rebuild",
                version, MANIFEST_VERSION);
    } else if (status == PALPATE_OK && !is_sound) {
        status = not_whole(err);
    }
    if (status != PALPATE_OK)
        manifest_free(manifest);
    return status;
}
