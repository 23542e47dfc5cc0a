#include <stdbool.h>

#include "shim_fixture.h"

enum { DOCUMENTS = 60, TERMS = 120, MOST_BLOCKS = 4096, LOOKED_AT = 3 /* tables */ };

enum { POSTLIST = 0, TERMLIST = 2 };

/* Which blocks were asked about, or are used by a state. */
struct blocks {
    bool is_in[XC_TABLES][MOST_BLOCKS];
};

static bool note_asked(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    struct blocks *asked = user;

    assert_true(bytes.size > 0 && number < MOST_BLOCKS);
    asked->is_in[table][number] = true;
    return true;
}

static bool refuse_terms(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    (void)user, (void)number, (void)bytes;
    return table != TERMLIST;
}

static bool refuse_postings(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    const bool *is_refused = user;

    (void)number, (void)bytes;
    return table != POSTLIST || !*is_refused;
}

struct walk {
    struct blocks *used;
    unsigned table;
};

static bool note_used(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    struct walk *walk = user;

    (void)bytes;
    assert_true(number < MOST_BLOCKS);
    walk->used->is_in[walk->table][number] = level == 0;
    return true;
}

/* The blocks at level 0 that the committed state uses. */
static void find_used(struct blocks *used, const char *path)
{
    xc_blocks *blocks = NULL;

    *used = (struct blocks){ 0 };
    assert_int_equal(xc_blocks_open(&blocks, path, NULL), XC_OK);
    for (unsigned table = 0; table < XC_TABLES; table++) {
        struct walk walk = { used, table };
        assert_int_equal(xc_blocks_walk(blocks, table, note_used, &walk, NULL), XC_OK);
    }
    xc_blocks_close(blocks);
}

static void fill(xc_document *document, uint32_t docid)
{
    char text[512];
    size_t size = 0;

    assert_int_equal(xc_document_clear(document, NULL), XC_OK);
    for (unsigned i = 0; i < TERMS; i++) {
        (void)snprintf(text, sizeof text, "term%x%x", docid * 7919 + i * 104729, i);
        assert_int_equal(
                xc_document_add_boolean(document, bytes_of(text), NULL), XC_OK);
    }
    (void)snprintf(text, sizeof text, "Q%u", docid);
    assert_int_equal(xc_document_add_boolean(document, bytes_of(text), NULL), XC_OK);
    assert_int_equal(xc_document_set_value(document, 0, bytes_of(text), NULL), XC_OK);
    for (unsigned i = 0; i < 40; i++)
        size += (size_t)snprintf(text + size, sizeof text - size, "%x ", docid * i * i);
    assert_int_equal(
            xc_document_set_data(document, (xc_bytes){ text, size }, NULL), XC_OK);
}

/* Documents of any numbers, of which each has a term of its own. */
static const char *make_database(const uint32_t *firsts, size_t count)
{
    const char *path = scratch("numbers");
    xc_writer *writer = NULL;
    xc_document *document = NULL;

    assert_int_equal(
            xc_writer_open(&writer, path, XC_CREATE_OR_OVERWRITE, NULL), XC_OK);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    for (size_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < DOCUMENTS; k++) {
            fill(document, firsts[i] + k);
            assert_int_equal(
                    xc_writer_replace(writer, firsts[i] + k, document, NULL), XC_OK);
        }
    }
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_document_close(document);
    xc_writer_close(writer);
    return path;
}

static xc_writer *open_guarded(const char *path, xc_block_check *check, void *user)
{
    xc_writer *writer = NULL;
    xc_blocks *blocks = NULL;

    assert_int_equal(xc_writer_open(&writer, path, 0, NULL), XC_OK);
    assert_int_equal(xc_blocks_open(&blocks, path, NULL), XC_OK);
    assert_int_equal(xc_writer_guard(writer, blocks, path, check, user, NULL), XC_OK);
    return writer;
}

/* The numbers at which the keys of documents become longer. */
static const uint32_t FIRSTS[] = { 1, 32768 - DOCUMENTS / 2, 70000,
    (1U << 22) - DOCUMENTS / 2, 5000000, (1U << 29) - DOCUMENTS / 2, 4000000000 };
enum { FIRST_COUNT = sizeof FIRSTS / sizeof *FIRSTS };

/* How many blocks of postings, data and term lists one state used and the next one does
   not; each was asked about. */
static unsigned count_replaced(const struct blocks *before, const struct blocks *after,
        const struct blocks *asked)
{
    unsigned replaced = 0;

    for (unsigned at = 0; at < LOOKED_AT * MOST_BLOCKS; at++) {
        unsigned table = at / MOST_BLOCKS;
        uint32_t number = at % MOST_BLOCKS;
        if (!before->is_in[table][number] || after->is_in[table][number])
            continue;
        assert_true(asked->is_in[table][number]);
        replaced++;
    }
    return replaced;
}

static void delete_and_check(const char *path, uint32_t docid)
{
    static struct blocks before;
    static struct blocks after;
    static struct blocks asked;
    char term[32];

    asked = (struct blocks){ 0 };
    find_used(&before, path);
    xc_writer *writer = open_guarded(path, note_asked, &asked);
    (void)snprintf(term, sizeof term, "Q%u", docid);
    assert_int_equal(xc_writer_delete_term(writer, bytes_of(term), NULL), XC_OK);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_writer_close(writer);
    find_used(&after, path);
    assert_true(count_replaced(&before, &after, &asked) >= LOOKED_AT);
}

static void what_a_deletion_replaces_was_checked_before(void **state)
{
    const char *path = make_database(FIRSTS, FIRST_COUNT);

    (void)state;
    for (size_t i = 0; i < FIRST_COUNT; i++)
        for (uint32_t k = 3; k < DOCUMENTS; k += 19)
            delete_and_check(path, FIRSTS[i] + k);
}

static void what_an_addition_replaces_was_checked_before(void **state)
{
    static struct blocks before;
    static struct blocks after;
    static struct blocks asked;
    const char *path = make_database(FIRSTS, FIRST_COUNT);
    xc_document *document = NULL;

    (void)state;
    find_used(&before, path);
    xc_writer *writer = open_guarded(path, note_asked, &asked);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    fill(document, 4100000000);
    assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_document_close(document);
    xc_writer_close(writer);
    find_used(&after, path);
    assert_true(count_replaced(&before, &after, &asked) >= LOOKED_AT);
}

static void nothing_is_written_on_what_is_damaged(void **state)
{
    const char *path = make_database(FIRSTS, 1);
    xc_writer *writer = open_guarded(path, refuse_terms, NULL);
    xc_document *document = NULL;
    xc_error err = { XC_OK, "" };

    (void)state;
    assert_int_equal(xc_writer_delete_term(writer, BYTES("Q7"), &err), XC_CORRUPT);
    assert_non_null(strstr(err.message, "termlist.glass: block"));
    assert_int_equal(xc_writer_cancel(writer, NULL), XC_OK);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    fill(document, 4100000000);
    assert_int_equal(xc_writer_add(writer, document, NULL, &err), XC_CORRUPT);
    xc_document_close(document);
    xc_writer_close(writer);
}

static void a_commit_on_damaged_postings_writes_nothing(void **state)
{
    bool is_refused = false;
    const char *path = make_database(FIRSTS, 1);
    xc_blocks *before = NULL;
    xc_blocks *after = NULL;
    xc_error err = { XC_OK, "" };

    (void)state;
    for (unsigned apart = 0; apart < 2; apart++) {
        is_refused = false;
        assert_int_equal(xc_blocks_open(&before, path, NULL), XC_OK);
        xc_writer *writer = open_guarded(path, refuse_postings, &is_refused);
        assert_int_equal(xc_writer_delete_term(writer, BYTES("Q7"), NULL), XC_OK);
        is_refused = true;
        assert_int_equal(apart == 0 ? xc_writer_commit(writer, &err)
                                    : xc_writer_commit_apart(writer, &err),
                XC_CORRUPT);
        assert_non_null(strstr(err.message, "postlist.glass: block"));
        xc_writer_close(writer);
        assert_int_equal(xc_blocks_open(&after, path, NULL), XC_OK);
        assert_int_equal(xc_blocks_version(after).size, xc_blocks_version(before).size);
        assert_memory_equal(xc_blocks_state(after).data, xc_blocks_state(before).data,
                xc_blocks_state(after).size);
        xc_blocks_close(before);
        xc_blocks_close(after);
    }
}

enum { MANY = 30000, ROUNDS = 40 };

/* Terms that all documents have, that one in three has, and one of its own. */
static void fill_small(xc_document *document, uint32_t number)
{
    char text[64];

    assert_int_equal(xc_document_clear(document, NULL), XC_OK);
    assert_int_equal(xc_document_add_boolean(document, BYTES("all"), NULL), XC_OK);
    if (number % 3 == 0)
        assert_int_equal(
                xc_document_add_boolean(document, BYTES("third"), NULL), XC_OK);
    (void)snprintf(text, sizeof text, "own%x", number * 2654435761U);
    assert_int_equal(xc_document_add_boolean(document, bytes_of(text), NULL), XC_OK);
    (void)snprintf(text, sizeof text, "Q%u", number);
    assert_int_equal(xc_document_add_boolean(document, bytes_of(text), NULL), XC_OK);
    assert_int_equal(xc_document_set_value(document, 0, bytes_of(text), NULL), XC_OK);
    assert_int_equal(xc_document_set_data(document, bytes_of(text), NULL), XC_OK);
}

/* A database with many documents, whose lists of postings go over several blocks. */
static const char *make_long_lists(void)
{
    const char *path = scratch("lists");
    xc_writer *writer = NULL;
    xc_document *document = NULL;

    assert_int_equal(
            xc_writer_open(&writer, path, XC_CREATE_OR_OVERWRITE, NULL), XC_OK);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    for (uint32_t i = 0; i < MANY; i++) {
        fill_small(document, i);
        assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    }
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_document_close(document);
    xc_writer_close(writer);
    return path;
}

/* Deletes a few documents, some of them those that were added last, and adds as many.
 */
static void change_some(xc_writer *writer, unsigned round)
{
    xc_document *document = NULL;
    char term[32];

    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    for (uint32_t i = 0; i < 3; i++) {
        uint32_t was = round % 4 == 3 ? MANY + (round - 1) * 3 + i
                                      : (round * 7919 + i * 13) % MANY;
        (void)snprintf(term, sizeof term, "Q%u", was);
        assert_int_equal(xc_writer_delete_term(writer, bytes_of(term), NULL), XC_OK);
        fill_small(document, MANY + round * 3 + i);
        assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
        (void)snprintf(term, sizeof term, "entry%u", was % 7);
        assert_int_equal(xc_writer_set_metadata(writer, bytes_of(term),
                                 (xc_bytes){ term, round % 5 }, NULL),
                XC_OK);
    }
    xc_document_close(document);
}

static unsigned count(const struct blocks *blocks, unsigned table)
{
    unsigned sum = 0;

    for (uint32_t i = 0; i < MOST_BLOCKS; i++)
        sum += blocks->is_in[table][i];
    return sum;
}

static void what_a_small_commit_replaces_was_checked_and_little_else(void **state)
{
    static struct blocks before;
    static struct blocks after;
    static struct blocks asked;
    const char *path = make_long_lists();

    (void)state;
    find_used(&before, path);
    for (unsigned round = 0; round < ROUNDS; round++) {
        asked = (struct blocks){ 0 };
        xc_writer *writer = open_guarded(path, note_asked, &asked);
        change_some(writer, round);
        assert_int_equal(xc_writer_commit_apart(writer, NULL), XC_OK);
        xc_writer_close(writer);
        find_used(&after, path);
        assert_true(count_replaced(&before, &after, &asked) >= LOOKED_AT);
        assert_true(count(&asked, POSTLIST) < count(&before, POSTLIST) / 2);
        before = after;
    }
}

enum { STORED = 4000, WORDS = 60 };

/* A document with a long value, and with terms where `words` says how many. */
static void fill_long(xc_document *document, uint32_t number, unsigned words)
{
    char text[256];
    size_t size = 0;

    assert_int_equal(xc_document_clear(document, NULL), XC_OK);
    (void)snprintf(text, sizeof text, "Q%u", number);
    assert_int_equal(xc_document_add_boolean(document, bytes_of(text), NULL), XC_OK);
    for (unsigned i = 0; i < words; i++) {
        (void)snprintf(text, sizeof text, "word%x", number * 7919 + i * 104729);
        assert_int_equal(
                xc_document_add_boolean(document, bytes_of(text), NULL), XC_OK);
    }
    while (size < sizeof text - 16)
        size += (size_t)snprintf(text + size, sizeof text - size, "%x ", number * 31);
    assert_int_equal(
            xc_document_set_value(document, 1, (xc_bytes){ text, size }, NULL), XC_OK);
}

/* A database that is for the most part values. */
static const char *make_long_values(void)
{
    const char *path = scratch("values");
    xc_writer *writer = NULL;
    xc_document *document = NULL;

    assert_int_equal(
            xc_writer_open(&writer, path, XC_CREATE_OR_OVERWRITE, NULL), XC_OK);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    for (uint32_t i = 0; i < STORED; i++) {
        fill_long(document, i, 1);
        assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    }
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_document_close(document);
    xc_writer_close(writer);
    return path;
}

/* Of documents with so many terms that all postings are checked. */
static void a_large_commit_checks_the_values_that_it_replaces_alone(void **state)
{
    static struct blocks before;
    static struct blocks after;
    static struct blocks asked;
    const char *path = make_long_values();

    (void)state;
    find_used(&before, path);
    for (uint32_t round = 0; round < 8; round++) {
        xc_document *document = NULL;
        asked = (struct blocks){ 0 };
        xc_writer *writer = open_guarded(path, note_asked, &asked);
        assert_int_equal(xc_document_open(&document, NULL), XC_OK);
        for (uint32_t i = 0; i < 8; i++) {
            char term[32];
            (void)snprintf(term, sizeof term, "Q%u", round * 499 + i);
            assert_int_equal(
                    xc_writer_delete_term(writer, bytes_of(term), NULL), XC_OK);
            fill_long(document, STORED + round * 8 + i, WORDS);
            assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
        }
        assert_int_equal(xc_writer_commit_apart(writer, NULL), XC_OK);
        xc_document_close(document);
        xc_writer_close(writer);
        find_used(&after, path);
        assert_true(count_replaced(&before, &after, &asked) >= LOOKED_AT - 1);
        assert_true(count(&asked, POSTLIST) < count(&before, POSTLIST) / 2);
        before = after;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_deletion_replaces_was_checked_before),
        cmocka_unit_test(what_an_addition_replaces_was_checked_before),
        cmocka_unit_test(nothing_is_written_on_what_is_damaged),
        cmocka_unit_test(a_commit_on_damaged_postings_writes_nothing),
        cmocka_unit_test(what_a_small_commit_replaces_was_checked_and_little_else),
        cmocka_unit_test(a_large_commit_checks_the_values_that_it_replaces_alone),
    };
    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
