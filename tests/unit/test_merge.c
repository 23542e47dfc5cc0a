#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <xapian-c/xapian-c.h>

#include "indexer/shard/merge.h"

static char folder[] = "/tmp/palpate-merge-XXXXXX";

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    generation_remove(folder);
    return 0;
}

/* A database whose only document says which part it is. */
static void make_part(uint32_t number)
{
    char path[INDEX_PATH];
    char data[16];
    xc_writer *writer = NULL;
    xc_document *document = NULL;
    int size = snprintf(data, sizeof data, "%u", number);

    merge_part_path(path, folder, number);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    assert_int_equal(
            xc_document_set_data(document, (xc_bytes){ data, (size_t)size }, NULL),
            XC_OK);
    assert_int_equal(
            xc_writer_open(&writer, path, XC_CREATE | XC_NO_SYNC, NULL), XC_OK);
    assert_int_equal(xc_writer_add(writer, document, NULL, NULL), XC_OK);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_writer_close(writer);
    xc_document_close(document);
}

static void make_metadata(unsigned flags)
{
    char path[INDEX_PATH];
    xc_writer *writer = NULL;

    merge_metadata_path(path, folder);
    assert_int_equal(
            xc_writer_open(&writer, path, XC_CREATE | XC_NO_SYNC | flags, NULL), XC_OK);
    assert_int_equal(xc_writer_set_metadata(writer, (xc_bytes){ "key", 3 },
                             (xc_bytes){ "value", 5 }, NULL),
            XC_OK);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_writer_close(writer);
}

static void assert_holds_all_in_order(const char *path, uint32_t count)
{
    xc_database *database = NULL;
    uint32_t found = 0;
    char *value = NULL;
    size_t size = 0;

    assert_int_equal(xc_database_open(&database, path, NULL), XC_OK);
    assert_int_equal(xc_database_count(&found, database, NULL), XC_OK);
    assert_int_equal(found, count);
    for (uint32_t i = 0; i < count; i++) {
        char *data = NULL;
        assert_int_equal(xc_database_data(&data, &size, database, i + 1, NULL), XC_OK);
        assert_int_equal(strtoul(data, NULL, 10), i);
        xc_free(data);
    }
    assert_int_equal(
            xc_database_metadata(&value, &size, database, (xc_bytes){ "key", 3 }, NULL),
            XC_OK);
    assert_int_equal(size, 5);
    xc_free(value);
    xc_database_close(database);
}

static void parts_keep_their_order(void **state)
{
    static const uint32_t COUNTS[] = { 1, GROUP_PARTS + 2 };

    (void)state;
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        uint32_t count = COUNTS[i];
        char to[INDEX_PATH];
        char inside[INDEX_PATH];
        assert_int_equal(mkdir(folder, 0777), i == 0 ? -1 : 0);
        for (uint32_t part = 0; part < count; part++)
            make_part(part);
        for (uint32_t group = 0; group < count / GROUP_PARTS; group++)
            assert_int_equal(merge_group(folder, group, NULL), PALPATE_OK);
        for (uint32_t part = 0; part < count; part++) {
            merge_place_path(inside, folder, part, count);
            assert_int_equal(access(inside, F_OK), 0);
        }
        make_metadata(i == 0 ? XC_NO_TERMLIST : 0);
        (void)snprintf(to, sizeof to, "%s/shard", folder);
        assert_int_equal(merge_parts(to, folder, count, NULL), PALPATE_OK);
        assert_holds_all_in_order(to, count);
        (void)snprintf(inside, sizeof inside, "%.4000s/termlist.glass", to);
        assert_int_equal(access(inside, F_OK), i == 0 ? -1 : 0);
        generation_remove(folder);
    }
}

static void places_follow_one_another(void **state)
{
    (void)state;
    for (uint32_t count = 1; count < 4 * GROUP_PARTS; count += 7) {
        for (uint32_t part = 1; part < count; part++) {
            uint32_t step = merge_place(part, count) - merge_place(part - 1, count);
            bool is_inside =
                    part / GROUP_PARTS < count / GROUP_PARTS && part % GROUP_PARTS != 0;
            assert_int_equal(step, is_inside ? 0 : 1);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_keep_their_order),
        cmocka_unit_test(places_follow_one_another),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
