/* A small database, opened anew for each test, and short ways to search it. */
#ifndef SHIM_SMALL_H
#define SHIM_SMALL_H

#include "shim_fixture.h"

/* Eight documents; value 0 is a year, value 1 a place. */
static const struct {
    const char *text;
    const char *year;
    const char *place;
} DOCUMENTS[] = {
    { "frozen shoulder pain", "2019", "clinic" },
    { "shoulder pain at night", "2020", "home" },
    { "frozen peas for a shoulder", "2021", "home" },
    { "neck pain", "2022", "clinic" },
    { "knee pain and neck pain", "2023", "clinic" },
    { "night splints", "2018", "clinic" },
    { "shoulder shoulder shoulder", "2017", "gym" },
    { "shouldering the load", "2016", "gym" },
};

enum { DOCUMENT_COUNT = sizeof DOCUMENTS / sizeof *DOCUMENTS };

static inline void write_small(const char *path, size_t from, size_t to)
{
    xc_writer *writer = writer_at(path, XC_CREATE);

    for (size_t i = from; i < to; i++) {
        xc_document *document = document_of(DOCUMENTS[i].text, DOCUMENTS[i].year);
        assert_int_equal(
                xc_document_set_value(document, 1, bytes_of(DOCUMENTS[i].place), NULL),
                XC_OK);
        assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
        xc_document_close(document);
    }
    commit_and_close(writer);
}

struct fixture {
    xc_database *database;
    xc_pool *pool;
};

static inline int open_small(void **state)
{
    static struct fixture fixture;

    if (access(scratch("small"), F_OK) != 0)
        write_small(scratch("small"), 0, DOCUMENT_COUNT);
    fixture.database = database_at(scratch("small"));
    *state = &fixture;
    return xc_pool_open(&fixture.pool, NULL);
}

static inline int close_small(void **state)
{
    struct fixture *fixture = *state;

    xc_database_close(fixture->database);
    xc_pool_close(fixture->pool);
    return 0;
}

static inline const xc_query *term(struct fixture *fixture, const char *word)
{
    const xc_query *query = NULL;

    assert_int_equal(
            xc_query_term(&query, fixture->pool, bytes_of(word), 1, NULL), XC_OK);
    return query;
}

static inline const xc_query *combine(struct fixture *fixture, xc_operator op,
        const char *one, const char *two, uint32_t window)
{
    const xc_query *children[] = { term(fixture, one), term(fixture, two) };
    const xc_query *query = NULL;

    assert_int_equal(
            xc_query_combine(&query, fixture->pool, op, children, 2, window, NULL),
            XC_OK);
    return query;
}

static inline xc_hits *search(struct fixture *fixture, const xc_search *what)
{
    xc_hits *hits = NULL;
    xc_error err = { XC_OK, "" };

    if (xc_database_search(&hits, fixture->database, what, &err) != XC_OK)
        fail_msg("%s", err.message);
    return hits;
}

/* The docids that a query finds, in order of docid, as "1,2,3". */
static inline const char *finds(struct fixture *fixture, const xc_query *query)
{
    static char list[128];
    xc_hits *hits = search(fixture,
            &(xc_search){
                    .query = query, .weighting = XC_WEIGHT_BOOLEAN, .limit = 100 });
    size_t size = 0;

    list[0] = '\0';
    for (size_t i = 0; i < hits->count; i++)
        size += (size_t)snprintf(list + size, sizeof list - size, "%s%u",
                i == 0 ? "" : ",", hits->items[i].docid);
    xc_hits_free(hits);
    return list;
}

#define SMALL(test) cmocka_unit_test_setup_teardown(test, open_small, close_small)

#endif
