/* Any bytes are the manifest of a generation, or refused with a sentence; with the sum
   that its bytes have, what is read of it lies inside it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/manifest.h"
#include "fuzz.h"

static char folder[] = "/tmp/palpate-manifest-XXXXXX";
static char database[64];
static char path[INDEX_PATH];

static void remove_folder(void)
{
    (void)unlink(path);
    (void)rmdir(database);
    (void)rmdir(folder);
}

static void write_manifest(palpate_view bytes)
{
    if (path[0] == '\0') {
        REQUIRE(mkdtemp(folder) != NULL);
        (void)snprintf(database, sizeof database, "%s/shard", folder);
        REQUIRE(mkdir(database, 0700) == 0);
        manifest_path(path, database);
        (void)atexit(remove_folder);
    }
    FILE *file = fopen(path, "we");
    REQUIRE(file != NULL);
    REQUIRE(bytes.size == 0 || fwrite(bytes.data, 1, bytes.size, file) == bytes.size);
    REQUIRE(fclose(file) == 0);
}

static void require_inside(struct manifest *manifest)
{
    for (unsigned table = 0; table < XC_TABLES; table++) {
        const struct manifest_table *own = &manifest->tables[table];
        REQUIRE(own->count == 0 ||
                (own->sums <= manifest->bytes.size &&
                        own->count <= (manifest->bytes.size - own->sums) / 8));
        if (own->count > 0) {
            (void)manifest_sum(manifest, table, 0);
            (void)manifest_sum(manifest, table, own->count - 1);
        }
    }
}

static bool require_manifest(palpate_view bytes)
{
    struct manifest manifest = { .revision = 0 };
    palpate_error err;

    write_manifest(bytes);
    bool is_read = manifest_read(&manifest, database, &err) == PALPATE_OK;
    if (is_read)
        require_inside(&manifest);
    else
        fuzz_require_sentence(err.message);
    manifest_free(&manifest);
    return is_read;
}

void fuzz_one(palpate_view bytes)
{
    struct manifest manifest = { .revision = 0 };

    if (require_manifest(bytes))
        return;
    buffer_append(&manifest.bytes, bytes);
    if (manifest.bytes.size >= FUZZ_PATH) {
        manifest_finish(&manifest);
        (void)require_manifest(buffer_view(&manifest.bytes));
    }
    buffer_free(&manifest.bytes);
}
