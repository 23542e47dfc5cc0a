#include "shim_blocks.h"

enum { SLOT = 2, DOCUMENTS = 700 };

/* The value of a document: long ones, so that an entry of values has several parts. */
static xc_bytes value_of(char out[4096], uint32_t docid)
{
    size_t size = 40 + docid * 7919 % (docid % 50 == 0 ? 4000 : 300);

    for (size_t i = 0; i < size; i++)
        out[i] = (char)('a' + (docid + i * i) % 26);
    return (xc_bytes){ out, size };
}

/* Documents of which every seventh has no value, and some of the others were taken
   away. */
static void make(const char *path)
{
    xc_writer *writer = writer_at(path, XC_CREATE);
    xc_document *document = NULL;
    char text[4096];

    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    for (uint32_t i = 1; i <= DOCUMENTS; i++) {
        char term[16];
        assert_int_equal(xc_document_clear(document, NULL), XC_OK);
        (void)snprintf(term, sizeof term, "n%u", i % 11);
        assert_int_equal(xc_document_add_boolean(
                                 document, (xc_bytes){ term, strlen(term) }, NULL),
                XC_OK);
        if (i % 7 != 0)
            assert_int_equal(
                    xc_document_set_value(document, SLOT, value_of(text, i), NULL),
                    XC_OK);
        assert_int_equal(
                xc_document_set_value(document, 3, BYTES("other"), NULL), XC_OK);
        assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    }
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    assert_int_equal(xc_writer_delete_term(writer, BYTES("n5"), NULL), XC_OK);
    xc_document_close(document);
    commit_and_close(writer);
}

static bool has_value(uint32_t docid)
{
    return docid >= 1 && docid <= DOCUMENTS && docid % 7 != 0 && docid % 11 != 5;
}

static void assert_value(xc_bytes value, uint32_t docid)
{
    char text[4096];
    xc_bytes right = value_of(text, docid);

    assert_int_equal(value.size, right.size);
    assert_memory_equal(value.data, right.data, right.size);
}

static void values_are_read_in_the_order_of_documents(void **state)
{
    xc_database *database = NULL;
    uint32_t docids[DOCUMENTS + 9];

    (void)state;
    make(scratch("values"));
    database = database_at(scratch("values"));
    for (uint32_t step = 1; step < 500; step = step * 3 + 1) {
        size_t count = 0;
        xc_hits *hits = NULL;
        size_t found = 0;
        for (uint32_t i = step; i < DOCUMENTS + 9; i += step)
            docids[count++] = i;
        assert_int_equal(
                xc_database_values(&hits, database, SLOT, docids, count, NULL), XC_OK);
        for (size_t i = 0; i < count; i++) {
            if (!has_value(docids[i]))
                continue;
            assert_int_equal(hits->items[found].docid, docids[i]);
            assert_value(hits->items[found++].data, docids[i]);
        }
        assert_int_equal(hits->count, found);
        xc_hits_free(hits);
    }
    xc_hits *none = NULL;
    assert_int_equal(xc_database_values(&none, database, SLOT, docids, 0, NULL), XC_OK);
    assert_int_equal(none->count, 0);
    xc_hits_free(none);
    xc_database_close(database);
}

/* Says of all blocks but one, and those that the state does not use, that they are
   whole. */
struct wholeness {
    bool is_used[MOST_BLOCKS];
    uint32_t damaged;
};

static bool note_used(void *user, uint32_t number, unsigned level, xc_bytes bytes)
{
    struct wholeness *wholeness = user;

    (void)level, (void)bytes;
    wholeness->is_used[number] = true;
    return true;
}

static bool is_whole(void *user, unsigned table, uint32_t number, xc_bytes bytes)
{
    const struct wholeness *wholeness = user;

    assert_int_equal(table, 0);
    assert_int_equal(bytes.size, BLOCK);
    return wholeness->is_used[number] && number != wholeness->damaged;
}

static xc_values *values_at(const char *path, struct wholeness *wholeness)
{
    xc_blocks *blocks = NULL;
    xc_values *values = NULL;

    assert_int_equal(xc_blocks_open(&blocks, path, NULL), XC_OK);
    assert_int_equal(xc_blocks_walk(blocks, 0, note_used, wholeness, NULL), XC_OK);
    assert_int_equal(
            xc_values_open(&values, blocks, SLOT, is_whole, wholeness, NULL), XC_OK);
    return values;
}

static size_t count_values(xc_values *values)
{
    size_t count = 0;

    for (uint32_t i = 0; i <= DOCUMENTS + 3; i++) {
        xc_bytes value;
        assert_int_equal(xc_values_find(&value, values, i, NULL), XC_OK);
        if (value.data == NULL)
            continue;
        assert_true(has_value(i));
        assert_value(value, i);
        count++;
    }
    return count;
}

static void values_are_found_without_the_blocks_that_lead_to_them(void **state)
{
    static struct wholeness wholeness;
    size_t all = 0;
    size_t losses = 0;
    size_t blocks = 0;

    (void)state;
    make(scratch("whole"));
    for (uint32_t i = 1; i <= DOCUMENTS; i++)
        all += has_value(i);
    for (uint32_t damaged = 0; damaged < 200; damaged++) {
        wholeness = (struct wholeness){ .damaged = damaged };
        xc_values *values = values_at(scratch("whole"), &wholeness);
        size_t left = count_values(values);
        xc_values_close(values);
        if (!wholeness.is_used[damaged]) {
            assert_int_equal(left, all);
            continue;
        }
        blocks++;
        losses += all - left;
    }
    /* A block takes with it what is in it, and of its neighbours what goes on in it. */
    assert_true(blocks > 10);
    assert_in_range(losses, all / 2, 2 * all);
}

static void bytes_that_are_no_items_are_no_values(void **state)
{
    static struct wholeness wholeness;
    static char block[BLOCK];

    (void)state;
    make(scratch("noise"));
    FILE *file = fopen(scratch("noise/postlist.glass"), "r+");
    assert_non_null(file);
    for (unsigned turn = 0; turn < 300; turn++) {
        long place = (long)(turn % 20) * BLOCK;
        assert_int_equal(fseek(file, place, SEEK_SET), 0);
        assert_int_equal(fread(block, sizeof block, 1, file), 1);
        char byte = block[11 + turn * 31 % 400];
        block[11 + turn * 31 % 400] = (char)(turn * 77);
        assert_int_equal(fseek(file, place, SEEK_SET), 0);
        assert_int_equal(fwrite(block, sizeof block, 1, file), 1);
        assert_int_equal(fflush(file), 0);
        xc_blocks *blocks = NULL;
        xc_values *values = NULL;
        memset(wholeness.is_used, 1, sizeof wholeness.is_used);
        wholeness.damaged = UINT32_MAX;
        assert_int_equal(xc_blocks_open(&blocks, scratch("noise"), NULL), XC_OK);
        assert_int_equal(
                xc_values_open(&values, blocks, SLOT, is_whole, &wholeness, NULL),
                XC_OK);
        for (uint32_t i = 0; i <= DOCUMENTS + 3; i++) {
            xc_bytes value;
            assert_int_equal(xc_values_find(&value, values, i, NULL), XC_OK);
        }
        xc_values_close(values);
        block[11 + turn * 31 % 400] = byte;
        assert_int_equal(fseek(file, place, SEEK_SET), 0);
        assert_int_equal(fwrite(block, sizeof block, 1, file), 1);
    }
    (void)fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read_in_the_order_of_documents),
        cmocka_unit_test(values_are_found_without_the_blocks_that_lead_to_them),
        cmocka_unit_test(bytes_that_are_no_items_are_no_values),
    };
    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
