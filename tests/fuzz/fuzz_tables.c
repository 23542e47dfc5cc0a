/* Places and bytes to write there change the files of a sound database: what its
   blocks, its lists of free blocks and its values are is read, or refused with a
   sentence. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xapian-c/blocks.h>
#include <xapian-c/write.h>

#include "core/schema.h"
#include "fuzz.h"

enum { FILES = 3, PATH = 128, PATCH = 4, DOCUMENTS = 300 };

static const char *const NAMES[FILES] = { "iamglass", "postlist.glass",
    "termlist.glass" };
static char folder[] = "/tmp/palpate-tables-XXXXXX";
static struct buffer sound[FILES];
static bool is_made;

static void path_of(char path[PATH], const char *name)
{
    (void)snprintf(path, PATH, "%s/%s", folder, name);
}

static void remove_folder(void)
{
    static const char *const OTHERS[] = { "flintlock", "docdata.glass",
        "position.glass" };
    char path[PATH];

    for (int i = 0; i < FILES; i++) {
        path_of(path, NAMES[i]);
        (void)unlink(path);
        path_of(path, OTHERS[i]);
        (void)unlink(path);
        buffer_free(&sound[i]);
    }
    (void)rmdir(folder);
}

static void read_file(struct buffer *out, const char *name)
{
    char path[PATH];
    char bytes[4096];
    size_t size = 0;

    path_of(path, name);
    FILE *file = fopen(path, "re");
    REQUIRE(file != NULL);
    while ((size = fread(bytes, 1, sizeof bytes, file)) > 0)
        buffer_append(out, (palpate_view){ bytes, size });
    (void)fclose(file);
}

static xc_bytes bytes_of(const char *text)
{
    return (xc_bytes){ text, strlen(text) };
}

/* Documents with values in slots and terms, of which some are taken away again, so that
   there are blocks that are free. */
static void write_documents(const char *path)
{
    xc_document *document = NULL;
    xc_writer *writer = NULL;
    char text[512];

    REQUIRE(xc_writer_open(&writer, path, XC_CREATE_OR_OVERWRITE, NULL) == XC_OK);
    REQUIRE(xc_document_open(&document, NULL) == XC_OK);
    for (int i = 1; i <= DOCUMENTS; i++) {
        REQUIRE(xc_document_clear(document, NULL) == XC_OK);
        memset(text, 'a' + i % 26, sizeof text - 1);
        text[(size_t)i * 7919 % 500] = '\0';
        text[sizeof text - 1] = '\0';
        REQUIRE(xc_document_set_value(document, SLOT_RECORD, bytes_of(text), NULL) ==
                XC_OK);
        (void)snprintf(text, sizeof text, "t%d", i % 37);
        REQUIRE(xc_document_add_boolean(document, bytes_of(text), NULL) == XC_OK);
        REQUIRE(xc_writer_add(writer, document, NULL, NULL) == XC_OK);
    }
    REQUIRE(xc_writer_set_metadata(writer, bytes_of("key"), bytes_of("value"), NULL) ==
            XC_OK);
    REQUIRE(xc_writer_commit(writer, NULL) == XC_OK);
    for (uint32_t i = 10; i < DOCUMENTS / 2; i++)
        REQUIRE(xc_writer_delete(writer, i, NULL) == XC_OK);
    REQUIRE(xc_writer_commit(writer, NULL) == XC_OK);
    xc_document_close(document);
    xc_writer_close(writer);
}

static void make_database(void)
{
    REQUIRE(mkdtemp(folder) != NULL);
    (void)atexit(remove_folder);
    write_documents(folder);
    for (int i = 0; i < FILES; i++)
        read_file(&sound[i], NAMES[i]);
    is_made = true;
}

/* Writes a sound file, but for the bytes that are changed: of a patch a file, a place
   in two bytes, and a byte. */
static void write_file(int which, palpate_view patches)
{
    char path[PATH];
    struct buffer changed = { 0 };

    buffer_append(&changed, buffer_view(&sound[which]));
    for (size_t i = 0; i + PATCH <= patches.size; i += PATCH) {
        const unsigned char *patch = (const unsigned char *)patches.data + i;
        size_t place = (patch[1] * 256U + patch[2]) % changed.size;
        /* Most of a block is text: what leads to others is at its start. */
        if ((patch[0] & 0x80) != 0)
            place = place / 64 % (changed.size / 8192 + 1) * 8192 + place % 64;
        if (patch[0] % FILES == which && place < changed.size)
            changed.data[place] = (char)patch[3];
    }
    path_of(path, NAMES[which]);
    int file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);
    REQUIRE(file >= 0);
    REQUIRE(write(file, changed.data, changed.size) == (ssize_t)changed.size);
    REQUIRE(close(file) == 0);
    buffer_free(&changed);
}

struct visit {
    xc_blocks *blocks;
    unsigned table;
};

static bool take_block(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    const struct visit *visit = user;

    REQUIRE(number < xc_blocks_count(visit->blocks, visit->table));
    REQUIRE(level == 0 || bytes.size == xc_blocks_size(visit->blocks, visit->table));
    return true;
}

static bool take_any(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    (void)user;
    REQUIRE(table < XC_TABLES && bytes.size > 0);
    return number != UINT32_MAX;
}

static void require_well(xc_status status, const xc_error *err)
{
    REQUIRE(status == XC_OK || err->message[0] != '\0');
}

static void read_blocks(xc_blocks *blocks)
{
    xc_error err = { .message = "" };

    for (unsigned table = 0; table < XC_TABLES; table++) {
        struct visit visit = { blocks, table };
        require_well(xc_blocks_walk(blocks, table, take_block, &visit, &err), &err);
        require_well(xc_blocks_free(blocks, table, take_block, &visit, &err), &err);
    }
}

/* `blocks` belongs to the values. */
static void read_values(xc_blocks *blocks)
{
    xc_values *values = NULL;
    xc_error err = { .message = "" };
    xc_bytes value;
    char *text = NULL;
    size_t size = 0;

    require_well(
            xc_values_open(&values, blocks, SLOT_RECORD, take_any, NULL, &err), &err);
    for (uint32_t i = 0; values != NULL && i <= DOCUMENTS + 1; i++) {
        require_well(xc_values_find(&value, values, i, &err), &err);
        REQUIRE(value.size == 0 || memchr(value.data, '\0', 1) != value.data + 1);
    }
    if (values != NULL)
        require_well(
                xc_values_metadata(&text, &size, values, bytes_of("key"), &err), &err);
    xc_free(text);
    xc_values_close(values);
}

void fuzz_one(palpate_view bytes)
{
    xc_blocks *blocks = NULL;
    xc_error err = { .message = "" };

    if (!is_made)
        make_database();
    for (int i = 0; i < FILES; i++)
        write_file(i, bytes);
    xc_status status = xc_blocks_open(&blocks, folder, &err);
    require_well(status, &err);
    if (status != XC_OK)
        return;
    read_blocks(blocks);
    read_values(blocks);
}
