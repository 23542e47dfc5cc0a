#include "shim_small.h"

static void the_whole_is_counted(void **state)
{
    struct fixture *f = *state;
    uint32_t count = 0;
    uint32_t last = 0;
    double length = 0;

    assert_int_equal(xc_database_count(&count, f->database, NULL), XC_OK);
    assert_int_equal(count, 8);
    assert_int_equal(xc_database_last_docid(&last, f->database, NULL), XC_OK);
    assert_int_equal(last, 8);
    assert_int_equal(xc_database_average_length(&length, f->database, NULL), XC_OK);
    assert_true(length == 27.0 / 8);
    assert_int_equal(xc_database_shards(f->database), 1);
}

static void a_term_knows_its_frequencies(void **state)
{
    struct fixture *f = *state;
    uint32_t documents = 0;
    uint64_t occurrences = 0;

    assert_int_equal(xc_database_frequency(&documents, &occurrences, f->database,
                             BYTES("shoulder"), NULL),
            XC_OK);
    assert_int_equal(documents, 4);
    assert_int_equal(occurrences, 6);
    assert_int_equal(
            xc_database_frequency(&documents, NULL, f->database, BYTES("no"), NULL),
            XC_OK);
    assert_int_equal(documents, 0);
    assert_int_equal(
            xc_database_frequency(NULL, &occurrences, f->database, BYTES("no"), NULL),
            XC_OK);
    assert_int_equal(occurrences, 0);
}

static void terms_are_listed_by_prefix(void **state)
{
    struct fixture *f = *state;
    xc_list *terms = NULL;

    assert_int_equal(
            xc_database_terms(&terms, f->database, BYTES("p"), 0, false, NULL), XC_OK);
    assert_int_equal(terms->count, 2);
    assert_bytes(terms->items[0].text, "pain");
    assert_int_equal(terms->items[0].documents, 4);
    assert_int_equal(terms->items[0].occurrences, 5);
    assert_bytes(terms->items[1].text, "peas");
    assert_false(terms->is_cut);
    xc_list_free(terms);

    assert_int_equal(
            xc_database_terms(&terms, f->database, BYTES(""), 2, false, NULL), XC_OK);
    assert_int_equal(terms->count, 2);
    assert_bytes(terms->items[0].text, "a");
    assert_true(terms->is_cut);
    xc_list_free(terms);
}

static void a_vocabulary_tells_documents_alone(void **state)
{
    struct fixture *f = *state;
    xc_list *terms = NULL;

    assert_int_equal(
            xc_database_vocabulary(&terms, f->database, BYTES("p"), NULL), XC_OK);
    assert_int_equal(terms->count, 2);
    assert_bytes(terms->items[0].text, "pain");
    assert_int_equal(terms->items[0].documents, 4);
    assert_int_equal(terms->items[0].occurrences, 0);
    assert_bytes(terms->items[1].text, "peas");
    assert_false(terms->is_cut);
    xc_list_free(terms);
}

static void the_commonest_terms_are_kept_in_byte_order(void **state)
{
    struct fixture *f = *state;
    xc_list *terms = NULL;

    assert_int_equal(
            xc_database_terms(&terms, f->database, BYTES(""), 2, true, NULL), XC_OK);
    assert_int_equal(terms->count, 2);
    assert_bytes(terms->items[0].text, "pain");
    assert_bytes(terms->items[1].text, "shoulder");
    assert_int_equal(terms->items[1].occurrences, 6);
    assert_true(terms->is_cut);
    xc_list_free(terms);
    assert_int_equal(
            xc_database_terms(&terms, f->database, BYTES("s"), 99, true, NULL), XC_OK);
    assert_false(terms->is_cut);
    xc_list_free(terms);
}

static void a_document_tells_its_terms(void **state)
{
    struct fixture *f = *state;
    xc_list *terms = NULL;

    assert_int_equal(xc_database_document_terms(&terms, f->database, 7, NULL), XC_OK);
    assert_int_equal(terms->count, 1);
    assert_bytes(terms->items[0].text, "shoulder");
    assert_int_equal(terms->items[0].documents, 4);
    assert_int_equal(terms->items[0].occurrences, 3);
    xc_list_free(terms);
}

static void a_term_tells_its_documents(void **state)
{
    struct fixture *f = *state;
    uint32_t *docids = NULL;
    size_t count = 0;

    assert_int_equal(xc_database_postings(
                             &docids, &count, f->database, BYTES("shoulder"), 0, NULL),
            XC_OK);
    assert_int_equal(count, 4);
    assert_int_equal(docids[0], 1);
    assert_int_equal(docids[3], 7);
    xc_free(docids);
    assert_int_equal(xc_database_postings(
                             &docids, &count, f->database, BYTES("shoulder"), 3, NULL),
            XC_OK);
    assert_int_equal(count, 3);
    xc_free(docids);
    assert_int_equal(
            xc_database_postings(&docids, &count, f->database, BYTES("none"), 0, NULL),
            XC_OK);
    assert_int_equal(count, 0);
    xc_free(docids);
}

static void metadata_keys_are_listed_by_prefix(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("keys"), XC_CREATE);
    xc_list *keys = NULL;

    assert_int_equal(
            xc_writer_set_metadata(writer, BYTES("ab"), BYTES("1"), NULL), XC_OK);
    assert_int_equal(
            xc_writer_set_metadata(writer, BYTES("aa"), BYTES("2"), NULL), XC_OK);
    assert_int_equal(
            xc_writer_set_metadata(writer, BYTES("b"), BYTES("3"), NULL), XC_OK);
    assert_int_equal(
            xc_writer_set_metadata(writer, BYTES("ac"), BYTES("4"), NULL), XC_OK);
    assert_int_equal(
            xc_writer_set_metadata(writer, BYTES("ac"), BYTES(""), NULL), XC_OK);
    commit_and_close(writer);
    xc_database *database = database_at(scratch("keys"));
    assert_int_equal(
            xc_database_metadata_keys(&keys, database, BYTES("a"), NULL), XC_OK);
    assert_int_equal(keys->count, 2);
    assert_bytes(keys->items[0].text, "aa");
    assert_bytes(keys->items[1].text, "ab");
    xc_list_free(keys);
    xc_database_close(database);
}

static void reopening_takes_up_what_was_committed_since(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("growing"), XC_CREATE);
    xc_database *database = database_at(scratch("growing"));
    uint32_t count = 0;
    bool changed = false;

    write_text(writer, "new", NULL);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    assert_int_equal(xc_database_count(&count, database, NULL), XC_OK);
    assert_int_equal(count, 0);
    assert_int_equal(xc_database_reopen(database, &changed, NULL), XC_OK);
    assert_true(changed);
    assert_int_equal(xc_database_count(&count, database, NULL), XC_OK);
    assert_int_equal(count, 1);
    xc_database_close(database);
    xc_writer_close(writer);
}

static void each_database_has_an_id_of_its_own(void **state)
{
    struct fixture *f = *state;
    char *one = NULL;
    char *other = NULL;

    xc_writer_close(writer_at(scratch("id"), XC_CREATE));
    xc_database *database = database_at(scratch("id"));
    assert_int_equal(xc_database_uuid(&one, f->database, NULL), XC_OK);
    assert_int_equal(xc_database_uuid(&other, database, NULL), XC_OK);
    assert_int_equal(strlen(one), 36);
    assert_string_not_equal(one, other);
    xc_free(one);
    xc_free(other);
    xc_database_close(database);
}

static void closing_and_freeing_take_null(void **state)
{
    (void)state;
    xc_database_close(NULL);
    xc_writer_close(NULL);
    xc_document_close(NULL);
    xc_pool_close(NULL);
    xc_stemmer_close(NULL);
    xc_hits_free(NULL);
    xc_list_free(NULL);
    xc_free(NULL);
    assert_string_not_equal(xc_xapian_version(), "");
}

static void words_have_stems(void **state)
{
    (void)state;
    xc_stemmer *stemmer = NULL;
    char stem[32];
    size_t size = 0;

    assert_int_equal(xc_stemmer_open(&stemmer, "english", NULL), XC_OK);
    assert_int_equal(xc_stemmer_stem(stemmer, BYTES("adhesions"), stem, sizeof stem,
                             &size, NULL),
            XC_OK);
    assert_bytes(((xc_bytes){ stem, size }), "adhes");
    assert_int_equal(xc_stemmer_stem(stemmer, BYTES("adhesions"), stem, 4, &size, NULL),
            XC_BAD_ARGUMENT);
    assert_int_equal(size, 0);
    assert_int_equal(
            xc_stemmer_stem(stemmer, BYTES(""), stem, sizeof stem, &size, NULL), XC_OK);
    assert_int_equal(size, 0);
    xc_stemmer_close(stemmer);
}

static void an_unknown_language_is_a_bad_argument(void **state)
{
    (void)state;
    xc_stemmer *stemmer = NULL;
    char *languages = NULL;

    assert_int_equal(xc_stemmer_open(&stemmer, "klingon", NULL), XC_BAD_ARGUMENT);
    assert_null(stemmer);
    assert_int_equal(xc_stemmer_languages(&languages, NULL), XC_OK);
    assert_non_null(strstr(languages, "english"));
    xc_free(languages);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SMALL(the_whole_is_counted),
        SMALL(a_term_knows_its_frequencies),
        SMALL(terms_are_listed_by_prefix),
        SMALL(the_commonest_terms_are_kept_in_byte_order),
        SMALL(a_document_tells_its_terms),
        SMALL(a_term_tells_its_documents),
        SMALL(a_vocabulary_tells_documents_alone),
        cmocka_unit_test(metadata_keys_are_listed_by_prefix),
        cmocka_unit_test(reopening_takes_up_what_was_committed_since),
        SMALL(each_database_has_an_id_of_its_own),
        cmocka_unit_test(closing_and_freeing_take_null),
        cmocka_unit_test(words_have_stems),
        cmocka_unit_test(an_unknown_language_is_a_bad_argument),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
