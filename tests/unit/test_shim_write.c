#include "shim_fixture.h"

static void what_was_committed_can_be_read(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("plain"), XC_CREATE);
    char *data = NULL;
    char *value = NULL;
    size_t size = 0;

    write_text(writer, "frozen shoulder", "2020");
    commit_and_close(writer);

    xc_database *database = database_at(scratch("plain"));
    assert_int_equal(xc_database_data(&data, &size, database, 1, NULL), XC_OK);
    assert_int_equal(size, strlen("frozen shoulder"));
    assert_string_equal(data, "frozen shoulder");
    assert_int_equal(xc_database_value(&value, &size, database, 1, 0, NULL), XC_OK);
    assert_string_equal(value, "2020");
    xc_free(data);
    xc_free(value);
    xc_database_close(database);
}

static void closing_drops_what_was_not_committed(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("dropped"), XC_CREATE);

    write_text(writer, "kept", NULL);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    write_text(writer, "lost", NULL);
    xc_writer_close(writer);
    assert_int_equal(count_at(scratch("dropped")), 1);
}

static void cancelling_drops_and_goes_on(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("cancelled"), XC_CREATE);
    uint32_t count = 0;

    write_text(writer, "lost", NULL);
    assert_int_equal(xc_writer_cancel(writer, NULL), XC_OK);
    assert_int_equal(xc_writer_count(&count, writer, NULL), XC_OK);
    assert_int_equal(count, 0);
    write_text(writer, "kept", NULL);
    write_text(writer, "kept too", NULL);
    commit_and_close(writer);
    assert_int_equal(count_at(scratch("cancelled")), 2);
}

static void a_unique_term_names_what_is_replaced(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("replaced"), XC_CREATE);
    xc_document *document = document_of("first", NULL);
    uint32_t docid = 0;

    assert_int_equal(xc_document_add_boolean(document, BYTES("Qone"), NULL), XC_OK);
    assert_int_equal(
            xc_writer_replace_term(writer, BYTES("Qone"), document, &docid, NULL),
            XC_OK);
    assert_int_equal(docid, 1);
    assert_int_equal(xc_document_set_data(document, BYTES("second"), NULL), XC_OK);
    assert_int_equal(
            xc_writer_replace_term(writer, BYTES("Qone"), document, &docid, NULL),
            XC_OK);
    assert_int_equal(docid, 1);
    assert_int_equal(xc_writer_replace(writer, 7, document, NULL), XC_OK);
    assert_int_equal(xc_writer_add(writer, document, &docid, NULL), XC_OK);
    assert_int_equal(docid, 8);
    xc_document_close(document);
    commit_and_close(writer);
    assert_int_equal(count_at(scratch("replaced")), 3);
}

static void documents_are_deleted_by_number_and_by_term(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("deleted"), XC_CREATE);
    xc_error err = { XC_OK, "" };
    uint32_t count = 0;

    write_text(writer, "knee pain", NULL);
    write_text(writer, "neck pain", NULL);
    write_text(writer, "knee brace", NULL);
    assert_int_equal(xc_writer_delete(writer, 2, NULL), XC_OK);
    assert_int_equal(xc_writer_delete(writer, 2, &err), XC_NOT_FOUND);
    assert_int_equal(err.status, XC_NOT_FOUND);
    assert_int_equal(xc_writer_delete_term(writer, BYTES("nothing"), NULL), XC_OK);
    assert_int_equal(xc_writer_delete_term(writer, BYTES("brace"), NULL), XC_OK);
    assert_int_equal(xc_writer_count(&count, writer, NULL), XC_OK);
    assert_int_equal(count, 1);
    commit_and_close(writer);
    assert_int_equal(count_at(scratch("deleted")), 1);
}

static void metadata_holds_any_bytes(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("metadata"), XC_CREATE);
    char *value = NULL;
    size_t size = 0;

    assert_int_equal(
            xc_writer_set_metadata(writer, BYTES("k"), BYTES("a\0b"), NULL), XC_OK);
    assert_int_equal(
            xc_writer_metadata(&value, &size, writer, BYTES("k"), NULL), XC_OK);
    assert_int_equal(size, 3);
    assert_memory_equal(value, "a\0b", 4); /* and a NUL after it */
    xc_free(value);
    assert_int_equal(xc_writer_set_metadata(writer, BYTES(""), BYTES("x"), NULL),
            XC_BAD_ARGUMENT);
    commit_and_close(writer);

    xc_database *database = database_at(scratch("metadata"));
    assert_int_equal(
            xc_database_metadata(&value, &size, database, BYTES("k"), NULL), XC_OK);
    assert_int_equal(size, 3);
    xc_free(value);
    assert_int_equal(
            xc_database_metadata(&value, &size, database, BYTES("other"), NULL), XC_OK);
    assert_int_equal(size, 0);
    xc_free(value);
    xc_database_close(database);
}

/* Xapian notices such a term only while it commits, and then drops the whole batch. */
static void a_term_too_long_is_refused_before_it_does_harm(void **state)
{
    (void)state;
    static char nuls[XC_TERM_SIZE];
    xc_writer *writer = writer_at(scratch("terms"), XC_CREATE);
    xc_document *document = document_of("good", NULL);
    char longest[XC_TERM_SIZE + 1];

    memset(longest, 'a', sizeof longest);
    assert_int_equal(xc_document_add_term(document,
                             (xc_bytes){ longest, XC_TERM_SIZE + 1 }, 1, NULL),
            XC_BAD_ARGUMENT);
    assert_int_equal(xc_document_add_term(document,
                             (xc_bytes){ nuls, XC_TERM_SIZE / 2 + 1 }, 1, NULL),
            XC_BAD_ARGUMENT);
    assert_int_equal(
            xc_document_add_term(document, BYTES(""), 1, NULL), XC_BAD_ARGUMENT);
    assert_int_equal(xc_document_add_term(
                             document, (xc_bytes){ longest, XC_TERM_SIZE }, 1, NULL),
            XC_OK);
    assert_int_equal(xc_document_add_term(
                             document, (xc_bytes){ nuls, XC_TERM_SIZE / 2 }, 1, NULL),
            XC_OK);
    assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    assert_int_equal(xc_writer_delete_term(
                             writer, (xc_bytes){ longest, XC_TERM_SIZE + 1 }, NULL),
            XC_BAD_ARGUMENT);
    xc_document_close(document);
    commit_and_close(writer);
    assert_int_equal(count_at(scratch("terms")), 1);
}

static void a_cleared_document_is_empty(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("cleared"), XC_CREATE);
    xc_document *document = document_of("before", "before");
    xc_list *terms = NULL;
    char *text = NULL;
    size_t size = 0;

    assert_int_equal(xc_document_clear(document, NULL), XC_OK);
    assert_int_equal(xc_document_add_term(document, BYTES("after"), 3, NULL), XC_OK);
    assert_int_equal(xc_document_add_term(document, BYTES("after"), 4, NULL), XC_OK);
    assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    xc_document_close(document);
    commit_and_close(writer);

    xc_database *database = database_at(scratch("cleared"));
    assert_int_equal(xc_database_document_terms(&terms, database, 1, NULL), XC_OK);
    assert_int_equal(terms->count, 1);
    assert_bytes(terms->items[0].text, "after");
    assert_int_equal(terms->items[0].occurrences, 7);
    xc_list_free(terms);
    assert_int_equal(xc_database_data(&text, &size, database, 1, NULL), XC_OK);
    assert_int_equal(size, 0);
    xc_free(text);
    assert_int_equal(xc_database_value(&text, &size, database, 1, 0, NULL), XC_OK);
    assert_int_equal(size, 0);
    xc_free(text);
    xc_database_close(database);
}

static void numbers_as_values_sort_as_numbers(void **state)
{
    (void)state;
    static const double NUMBERS[] = { -1e9, -2.5, 0, 0.001, 1, 2, 10, 1e300 };
    char before[9] = "";
    size_t before_size = 0;

    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        char value[9];
        size_t size = xc_number_write(value, NUMBERS[i]);
        assert_true(size <= sizeof value);
        assert_true(NUMBERS[i] == xc_number_read((xc_bytes){ value, size }));
        if (i > 0) {
            int order = memcmp(before, value, size < before_size ? size : before_size);
            assert_true(order < 0 || (order == 0 && before_size < size));
        }
        memcpy(before, value, size);
        before_size = size;
    }
}

static void a_value_must_be_a_number_to_be_stored_as_one(void **state)
{
    (void)state;
    xc_document *document = document_of("x", NULL);
    volatile double zero = 0;

    assert_int_equal(
            xc_document_set_number(document, 1, zero / zero, NULL), XC_BAD_ARGUMENT);
    assert_int_equal(xc_document_set_number(document, 1, 1 / zero, NULL), XC_OK);
    xc_document_close(document);
}

static void overwriting_starts_afresh(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("fresh"), XC_CREATE_OR_OPEN);

    write_text(writer, "old", NULL);
    commit_and_close(writer);
    commit_and_close(writer_at(scratch("fresh"), XC_CREATE_OR_OPEN));
    assert_int_equal(count_at(scratch("fresh")), 1);
    commit_and_close(writer_at(scratch("fresh"), XC_CREATE_OR_OVERWRITE | XC_NO_SYNC));
    assert_int_equal(count_at(scratch("fresh")), 0);
}

/* Nothing may be published of a batch of which a part may be lost. */
static void after_a_write_that_failed_nothing_is_committed_until_cancelled(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("broken"), XC_CREATE | XC_NO_TERMLIST);
    xc_error err = { XC_OK, "" };

    write_text(writer, "first", NULL);
    assert_int_equal(xc_writer_delete(writer, 1, &err), XC_UNSUPPORTED);
    assert_int_equal(xc_writer_commit(writer, &err), XC_UNSUPPORTED);
    assert_non_null(strstr(err.message, "cancel"));
    assert_int_equal(xc_writer_cancel(writer, NULL), XC_OK);
    write_text(writer, "second", NULL);
    commit_and_close(writer);
    assert_int_equal(count_at(scratch("broken")), 1);
}

static void a_commit_apart_is_on_disk_and_ends_the_writer(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("apart"), XC_CREATE);

    write_text(writer, "one", NULL);
    assert_int_equal(xc_writer_commit_apart(writer, NULL), XC_OK);
    assert_int_equal(count_at(scratch("apart")), 1);
    assert_int_not_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_writer_close(writer);
    assert_int_equal(count_at(scratch("apart")), 1);
    writer = writer_at(scratch("apart"), 0);
    write_text(writer, "two", NULL);
    commit_and_close(writer);
    assert_int_equal(count_at(scratch("apart")), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_commit_apart_is_on_disk_and_ends_the_writer),
        cmocka_unit_test(what_was_committed_can_be_read),
        cmocka_unit_test(closing_drops_what_was_not_committed),
        cmocka_unit_test(cancelling_drops_and_goes_on),
        cmocka_unit_test(a_unique_term_names_what_is_replaced),
        cmocka_unit_test(documents_are_deleted_by_number_and_by_term),
        cmocka_unit_test(metadata_holds_any_bytes),
        cmocka_unit_test(a_term_too_long_is_refused_before_it_does_harm),
        cmocka_unit_test(a_cleared_document_is_empty),
        cmocka_unit_test(numbers_as_values_sort_as_numbers),
        cmocka_unit_test(a_value_must_be_a_number_to_be_stored_as_one),
        cmocka_unit_test(overwriting_starts_afresh),
        cmocka_unit_test(
                after_a_write_that_failed_nothing_is_committed_until_cancelled),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
