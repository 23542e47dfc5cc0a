/* What the tests of the binding share: a scratch folder and small databases in it. */
#ifndef SHIM_FIXTURE_H
#define SHIM_FIXTURE_H

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <xapian-c/xapian-c.h>

#define BYTES(literal) ((xc_bytes){ (literal), sizeof(literal) - 1 })

#define assert_bytes(bytes, expected)                                  \
    do {                                                               \
        assert_int_equal((bytes).size, strlen(expected));              \
        assert_memory_equal((bytes).data, expected, strlen(expected)); \
    } while (0)

static char scratch_folder[64];

static inline int scratch_make(void **state)
{
    (void)state;
    snprintf(scratch_folder, sizeof scratch_folder, "/tmp/xapian-c-XXXXXX");
    return mkdtemp(scratch_folder) == NULL;
}

static inline int scratch_remove_one(
        const char *path, const struct stat *about, int type, struct FTW *where)
{
    (void)about, (void)type, (void)where;
    return remove(path);
}

static inline int scratch_remove(void **state)
{
    (void)state;
    return nftw(scratch_folder, scratch_remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* A path in the scratch folder; of the last eight asked for. */
static inline const char *scratch(const char *name)
{
    static char paths[8][128];
    static unsigned next;
    char *path = paths[next++ % 8];

    snprintf(path, sizeof paths[0], "%s/%s", scratch_folder, name);
    return path;
}

static inline xc_bytes bytes_of(const char *text)
{
    return (xc_bytes){ text, strlen(text) };
}

/* A document with `text` as data, value 0 = `value`, and the words of `text` as terms,
   at their positions. */
static inline xc_document *document_of(const char *text, const char *value)
{
    xc_document *document = NULL;
    uint32_t position = 0;

    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    assert_int_equal(xc_document_set_data(document, bytes_of(text), NULL), XC_OK);
    if (value != NULL)
        assert_int_equal(
                xc_document_set_value(document, 0, bytes_of(value), NULL), XC_OK);
    for (const char *at = text; *at != '\0';) {
        size_t size = strcspn(at, " ");
        assert_int_equal(xc_document_add_posting(
                                 document, (xc_bytes){ at, size }, ++position, 1, NULL),
                XC_OK);
        at += size + strspn(at + size, " ");
    }
    return document;
}

static inline xc_writer *writer_at(const char *path, unsigned flags)
{
    xc_writer *writer = NULL;
    xc_error err = { XC_OK, "" };

    if (xc_writer_open(&writer, path, flags, &err) != XC_OK)
        fail_msg("%s", err.message);
    return writer;
}

static inline void write_text(xc_writer *writer, const char *text, const char *value)
{
    xc_document *document = document_of(text, value);

    assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    xc_document_close(document);
}

static inline void commit_and_close(xc_writer *writer)
{
    xc_error err = { XC_OK, "" };

    if (xc_writer_commit(writer, &err) != XC_OK)
        fail_msg("%s", err.message);
    xc_writer_close(writer);
}

static inline xc_database *database_at(const char *path)
{
    xc_database *database = NULL;
    xc_error err = { XC_OK, "" };

    if (xc_database_open(&database, path, &err) != XC_OK)
        fail_msg("%s", err.message);
    return database;
}

static inline uint32_t count_at(const char *path)
{
    xc_database *database = database_at(path);
    uint32_t count = UINT32_MAX;

    assert_int_equal(xc_database_count(&count, database, NULL), XC_OK);
    xc_database_close(database);
    return count;
}

#endif
