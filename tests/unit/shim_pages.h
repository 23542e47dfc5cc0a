/* What some tests of the binding share: a database of four pages, and asking it. */
#ifndef SHIM_PAGES_H
#define SHIM_PAGES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xapian-c/xapian-c.h>

#include <cmocka.h>

#define BYTES(literal) ((xc_bytes){ (literal), sizeof(literal) - 1 })

static char folder[] = "/tmp/xapian-c-test-XXXXXX";
static char path[128]; /* of the database of a test */
static xc_error err;

static inline void run(const char *command)
{
    char line[256];

    (void)snprintf(line, sizeof line, "%s '%s'", command, folder);
    assert_int_equal(system(line), 0);
}

static inline int make_folder(void **state)
{
    (void)state;
    (void)strcpy(folder, "/tmp/xapian-c-test-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return -1;
    (void)snprintf(path, sizeof path, "%s/db", folder);
    return 0;
}

static inline int remove_folder(void **state)
{
    (void)state;
    run("rm -rf");
    return 0;
}

static inline void ok(xc_status status, int line)
{
    if (status != XC_OK)
        fail_msg("line %d: %s", line, err.message);
}

#define OK(call) ok((call), __LINE__)

static const struct {
    const char *words;
    const char *colour;
    double year;
} PAGES[] = {
    { "knee pain", "red", 2019 },
    { "knee knee exercise", "blue", 2021 },
    { "hip pain", "red", 2023 },
    { "shoulder", "green", 2024 },
};

enum { PAGE_COUNT = 4 };

static inline void add_words(xc_document *document, const char *words)
{
    uint32_t position = 1;

    for (const char *word = words; *word != '\0';) {
        size_t size = strcspn(word, " ");
        OK(xc_document_add_posting(
                document, (xc_bytes){ word, size }, position++, 1, &err));
        word += size + (word[size] == ' ');
    }
}

static inline void fill(xc_document *document, size_t i)
{
    char unique[8];
    int size = snprintf(unique, sizeof unique, "Q%zu", i);

    OK(xc_document_clear(document, &err));
    OK(xc_document_set_data(
            document, (xc_bytes){ PAGES[i].words, strlen(PAGES[i].words) }, &err));
    OK(xc_document_set_value(
            document, 0, (xc_bytes){ PAGES[i].colour, strlen(PAGES[i].colour) }, &err));
    OK(xc_document_set_number(document, 1, PAGES[i].year, &err));
    add_words(document, PAGES[i].words);
    OK(xc_document_add_boolean(document, (xc_bytes){ unique, (size_t)size }, &err));
}

static inline void write_pages(void)
{
    xc_writer *writer = NULL;
    xc_document *document = NULL;

    OK(xc_writer_open(&writer, path, XC_CREATE | XC_NO_SYNC, &err));
    OK(xc_document_open(&document, &err));
    for (size_t i = 0; i < PAGE_COUNT; i++) {
        uint32_t docid = 0;
        fill(document, i);
        OK(xc_writer_add(writer, document, &docid, &err));
        assert_int_equal(docid, i + 1);
    }
    OK(xc_writer_set_metadata(writer, BYTES("colour"), BYTES("red"), &err));
    OK(xc_writer_set_metadata(writer, BYTES("count"), BYTES("4"), &err));
    OK(xc_writer_commit(writer, &err));
    xc_document_close(document);
    xc_writer_close(writer);
}

static inline xc_database *open_pages(void)
{
    xc_database *database = NULL;

    write_pages();
    OK(xc_database_open(&database, path, &err));
    return database;
}

static inline const xc_query *term(xc_pool *pool, const char *word)
{
    const xc_query *query = NULL;

    OK(xc_query_term(&query, pool, (xc_bytes){ word, strlen(word) }, 1, &err));
    return query;
}

/* The numbers of the documents found, as "3 1". */
static inline const char *found(xc_database *database, const xc_search *search)
{
    static char out[256];
    xc_hits *hits = NULL;
    size_t size = 0;

    OK(xc_database_search(&hits, database, search, &err));
    out[0] = '\0';
    for (size_t i = 0; i < hits->count; i++)
        size += (size_t)snprintf(out + size, sizeof out - size, "%s%u",
                i == 0 ? "" : " ", hits->items[i].docid);
    xc_hits_free(hits);
    return out;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

#endif
