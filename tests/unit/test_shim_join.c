#include "shim_fixture.h"

enum { SHARDS = 2 };

/* A database with the odd passages of five, and one with the even ones, each under its
   number; value 0 is the text. */
static xc_database *joined(void)
{
    static const char *const TEXTS[] = { "one knee", "two knee", "three", "four knee",
        "five knee" };
    xc_database *parts[SHARDS] = { NULL };
    xc_database *whole = NULL;

    for (unsigned k = 0; k < SHARDS; k++) {
        const char *path = scratch(k == 0 ? "odd" : "even");
        xc_writer *writer = writer_at(path, XC_CREATE_OR_OVERWRITE);
        for (uint32_t i = k; i < sizeof TEXTS / sizeof *TEXTS; i += SHARDS) {
            xc_document *document = document_of(TEXTS[i], TEXTS[i]);
            assert_int_equal(xc_writer_replace(writer, i + 1, document, NULL), XC_OK);
            xc_document_close(document);
        }
        commit_and_close(writer);
        parts[k] = database_at(path);
    }
    assert_int_equal(xc_database_join(&whole, parts, SHARDS, NULL), XC_OK);
    return whole;
}

static void passages_of_joined_databases_are_in_the_order_of_their_numbers(void **state)
{
    static const uint32_t EXPECTED[] = { 1, 4, 8, 9 }; /* (d - 1) * 2 + place + 1 */
    xc_database *whole = joined();
    uint32_t *docids = NULL;
    size_t count = 0;

    (void)state;
    assert_int_equal(xc_database_shards(whole), SHARDS);
    assert_int_equal(
            xc_database_postings(&docids, &count, whole, BYTES("knee"), 0, NULL),
            XC_OK);
    assert_int_equal(count, 4);
    assert_memory_equal(docids, EXPECTED, sizeof EXPECTED);
    xc_free(docids);
    xc_database_close(whole);
}

static void values_of_joined_databases_come_in_the_order_asked_for(void **state)
{
    static const uint32_t ASKED[] = { 1, 2, 4, 5, 8, 9 };
    static const char *const EXPECTED[] = { "one knee", "two knee", "three",
        "four knee", "five knee" };
    static const uint32_t FOUND[] = { 1, 4, 5, 8, 9 };
    xc_database *whole = joined();
    xc_hits *hits = NULL;

    (void)state;
    assert_int_equal(xc_database_values(&hits, whole, 0, ASKED, 6, NULL), XC_OK);
    assert_int_equal(hits->count, 5);
    for (size_t i = 0; i < hits->count; i++) {
        assert_int_equal(hits->items[i].docid, FOUND[i]);
        assert_bytes(hits->items[i].data, EXPECTED[i]);
    }
    xc_hits_free(hits);
    xc_database_close(whole);
}

static void a_joined_database_has_its_parts(void **state)
{
    xc_database *whole = joined();
    xc_database *single = database_at(scratch("odd"));
    xc_database *again = NULL;
    xc_error err;
    uint32_t last = 0;

    (void)state;
    assert_int_equal(
            xc_database_last_docid(&last, xc_database_part(whole, 1), NULL), XC_OK);
    assert_int_equal(last, 4);
    assert_null(xc_database_part(whole, SHARDS));
    assert_ptr_equal(xc_database_part(single, 0), single);
    /* What is joined already is not joined again, and stays the caller's. */
    assert_int_equal(xc_database_join(&again, &whole, 1, &err), XC_BAD_ARGUMENT);
    assert_int_equal(xc_database_join(&again, &whole, 0, &err), XC_BAD_ARGUMENT);
    assert_null(again);
    xc_database_close(single);
    xc_database_close(whole);
}

static void a_document_is_copied_with_all_that_it_has(void **state)
{
    xc_database *whole = joined();
    xc_writer *writer = writer_at(scratch("copy"), XC_CREATE);
    char *value = NULL;
    size_t size = 0;
    uint32_t last = 0;
    uint32_t with_term = 0;

    (void)state;
    assert_int_equal(xc_writer_copy(writer, 17, whole, 8, NULL), XC_OK);
    assert_int_equal(xc_writer_copy(writer, 18, whole, 7, NULL), XC_NOT_FOUND);
    assert_int_equal(xc_writer_last_docid(&last, writer, NULL), XC_OK);
    assert_int_equal(last, 17);
    commit_and_close(writer);
    xc_database *copy = database_at(scratch("copy"));
    assert_int_equal(xc_database_value(&value, &size, copy, 17, 0, NULL), XC_OK);
    assert_string_equal(value, "four knee");
    assert_int_equal(
            xc_database_frequency(&with_term, NULL, copy, BYTES("knee"), NULL), XC_OK);
    assert_int_equal(with_term, 1);
    xc_free(value);
    xc_database_close(copy);
    xc_database_close(whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
                passages_of_joined_databases_are_in_the_order_of_their_numbers),
        cmocka_unit_test(values_of_joined_databases_come_in_the_order_asked_for),
        cmocka_unit_test(a_joined_database_has_its_parts),
        cmocka_unit_test(a_document_is_copied_with_all_that_it_has),
    };
    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
