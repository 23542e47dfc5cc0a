#include "shim_fixture.h"

#include <fcntl.h>

static void make(const char *path, const char *first, const char *second)
{
    xc_writer *writer = writer_at(path, XC_CREATE);

    write_text(writer, first, NULL);
    write_text(writer, second, NULL);
    commit_and_close(writer);
}

static void assert_data(xc_database *database, uint32_t docid, const char *expected)
{
    char *data = NULL;
    size_t size = 0;

    assert_int_equal(xc_database_data(&data, &size, database, docid, NULL), XC_OK);
    assert_string_equal(data, expected);
    xc_free(data);
}

static void merging_keeps_the_order(void **state)
{
    (void)state;
    make(scratch("a"), "one", "two");
    make(scratch("b"), "three", "four");
    const char *from[] = { scratch("a"), scratch("b") };

    assert_int_equal(xc_compact(scratch("ab"), from, 2, 0, NULL), XC_OK);
    xc_database *database = database_at(scratch("ab"));
    assert_data(database, 1, "one");
    assert_data(database, 2, "two");
    assert_data(database, 3, "three");
    assert_data(database, 4, "four");
    xc_database_close(database);
}

static void numbers_can_be_kept_where_they_do_not_overlap(void **state)
{
    (void)state;
    xc_writer *writer = writer_at(scratch("low"), XC_CREATE);
    xc_document *document = document_of("low", NULL);

    assert_int_equal(xc_writer_replace(writer, 5, document, NULL), XC_OK);
    commit_and_close(writer);
    writer = writer_at(scratch("high"), XC_CREATE);
    assert_int_equal(xc_document_set_data(document, BYTES("high"), NULL), XC_OK);
    assert_int_equal(xc_writer_replace(writer, 90, document, NULL), XC_OK);
    commit_and_close(writer);
    xc_document_close(document);

    const char *from[] = { scratch("low"), scratch("high") };
    const char *twice[] = { scratch("low"), scratch("low") };
    assert_int_equal(
            xc_compact_as(scratch("kept"), from, 2, XC_KEEP_DOCIDS, 4096, NULL), XC_OK);
    xc_database *database = database_at(scratch("kept"));
    assert_data(database, 5, "low");
    assert_data(database, 90, "high");
    xc_database_close(database);
    assert_int_not_equal(xc_compact_as(scratch("overlap"), twice, 2,
                                 XC_KEEP_DOCIDS | XC_FULLER, 0, NULL),
            XC_OK);
}

static void nothing_to_merge_is_a_bad_argument(void **state)
{
    (void)state;
    const char *from[] = { scratch("not there") };

    assert_int_equal(xc_compact(scratch("none"), NULL, 0, 0, NULL), XC_BAD_ARGUMENT);
    assert_int_equal(xc_compact(scratch("none"), from, 1, 0, NULL), XC_NO_INDEX);
    assert_int_not_equal(access(scratch("none"), F_OK), 0);
}

static void a_sound_database_has_no_problems(void **state)
{
    (void)state;
    char *report = NULL;
    size_t problems = 99;

    make(scratch("sound"), "one", "two");
    assert_int_equal(xc_check(&problems, &report, scratch("sound"), NULL), XC_OK);
    assert_int_equal(problems, 0);
    assert_non_null(strstr(report, "postlist table structure checked OK"));
    xc_free(report);
    assert_int_equal(xc_check(&problems, NULL, scratch("sound"), NULL), XC_OK);
    assert_int_equal(xc_check(&problems, NULL, scratch("nothing"), NULL), XC_NO_INDEX);
}

static void a_damaged_database_has_problems(void **state)
{
    (void)state;
    char *report = NULL;
    size_t problems = 0;

    make(scratch("damaged"), "one", "two");
    int file = open(scratch("damaged/postlist.glass"), O_WRONLY);
    assert_int_equal(pwrite(file, "\377\377\377\377\377\377", 6, 6), 6);
    close(file);
    xc_status status = xc_check(&problems, &report, scratch("damaged"), NULL);
    assert_true(status == XC_CORRUPT || problems > 0);
    xc_free(report);
}

static void damage(const char *path, off_t size)
{
    assert_int_equal(truncate(path, size), 0);
}

static void files_that_are_missing_or_cut_are_seen(void **state)
{
    (void)state;
    xc_error err;

    make(scratch("files"), "one", "two");
    assert_int_equal(xc_files_check(scratch("files"), &err), XC_OK);
    damage(scratch("files/postlist.glass"), 100);
    assert_int_equal(xc_files_check(scratch("files"), &err), XC_CORRUPT);
    assert_string_equal(err.message, "postlist.glass has 100 bytes instead of 8192");
    damage(scratch("files/postlist.glass"), 0);
    assert_int_equal(xc_files_check(scratch("files"), &err), XC_CORRUPT);
    assert_int_equal(unlink(scratch("files/postlist.glass")), 0);
    assert_int_equal(xc_files_check(scratch("files"), &err), XC_CORRUPT);
    assert_string_equal(err.message, "postlist.glass is missing");
    assert_int_equal(mkfifo(scratch("files/postlist.glass"), 0600), 0);
    assert_int_equal(xc_files_check(scratch("files"), &err), XC_CORRUPT);
    for (off_t size = 90; size > 0; size -= 7) {
        damage(scratch("files/iamglass"), size);
        xc_status status = xc_files_check(scratch("files"), NULL);
        assert_true(status == XC_CORRUPT || status == XC_OK);
    }
    assert_int_equal(xc_files_check(scratch("nowhere"), NULL), XC_OK);
}

static void what_stands_behind_the_committed_state_is_cut_off(void **state)
{
    (void)state;
    struct stat before;
    struct stat after;

    make(scratch("grown"), "one", "two");
    assert_int_equal(stat(scratch("grown/docdata.glass"), &before), 0);
    damage(scratch("grown/docdata.glass"), before.st_size + 100000);
    assert_int_equal(xc_files_check(scratch("grown"), NULL), XC_OK);
    assert_int_equal(xc_files_cut(scratch("grown"), NULL), XC_OK);
    assert_int_equal(stat(scratch("grown/docdata.glass"), &after), 0);
    assert_int_equal(after.st_size, before.st_size);
    assert_int_equal(xc_files_cut(scratch("grown"), NULL), XC_OK);
    assert_int_equal(count_at(scratch("grown")), 2);
}

static void a_stub_names_databases_and_is_swapped_whole(void **state)
{
    (void)state;
    static const char *const OLD[] = { "auto first" };
    static const char *const NEW[] = { "auto first", "auto second" };
    xc_list *lines = NULL;

    assert_int_equal(mkdir(scratch("index"), 0777), 0);
    make(scratch("index/first"), "one", "two");
    make(scratch("index/second"), "three", "four");
    assert_int_equal(xc_stub_write(scratch("index/XAPIANDB"), OLD, 1, NULL), XC_OK);
    xc_database *before = database_at(scratch("index"));
    assert_int_equal(xc_stub_write(scratch("index/XAPIANDB"), NEW, 2, NULL), XC_OK);
    assert_int_equal(xc_database_shards(before), 1);
    assert_data(before, 2, "two");
    xc_database_close(before);
    assert_int_equal(count_at(scratch("index")), 4);

    assert_int_equal(xc_stub_read(&lines, scratch("index"), NULL), XC_OK);
    assert_int_equal(lines->count, 2);
    assert_bytes(lines->items[1].text, "auto second");
    xc_list_free(lines);
    assert_int_equal(xc_stub_read(&lines, scratch("index/XAPIANDB"), NULL), XC_OK);
    assert_int_equal(lines->count, 2);
    xc_list_free(lines);
    assert_int_equal(xc_stub_read(&lines, scratch("index/first"), NULL), XC_NO_INDEX);
    assert_null(lines);
}

static void a_stub_that_cannot_be_written_leaves_the_old_one(void **state)
{
    (void)state;
    static const char *const LINES[] = { "auto there" };
    static const char *const BROKEN[] = { "auto there\nauto elsewhere" };
    static const char *const EMPTY[] = { "" };
    xc_error err = { XC_OK, "" };

    assert_int_equal(mkdir(scratch("swap"), 0777), 0);
    make(scratch("swap/there"), "one", "two");
    assert_int_equal(xc_stub_write(scratch("swap/XAPIANDB"), LINES, 1, NULL), XC_OK);
    assert_int_equal(
            xc_stub_write(scratch("swap/XAPIANDB"), BROKEN, 1, NULL), XC_BAD_ARGUMENT);
    assert_int_equal(
            xc_stub_write(scratch("swap/XAPIANDB"), EMPTY, 1, NULL), XC_BAD_ARGUMENT);
    assert_int_equal(xc_stub_write(scratch("no/XAPIANDB"), LINES, 1, &err), XC_IO);
    assert_non_null(strstr(err.message, "No such file"));
    /* A folder in its place cannot be renamed over. */
    assert_int_equal(mkdir(scratch("folder"), 0777), 0);
    assert_int_equal(xc_stub_write(scratch("folder"), LINES, 1, &err), XC_IO);
    assert_int_not_equal(access(scratch("folder.new"), F_OK), 0);
    assert_int_equal(count_at(scratch("swap")), 2);
}

static void a_glass_database_is_opened_without_following_a_stub(void **state)
{
    (void)state;
    static const char *const LINES[] = { "auto database" };
    xc_database *database = NULL;
    xc_writer *writer = NULL;

    assert_int_equal(mkdir(scratch("plain"), 0777), 0);
    make(scratch("plain/database"), "one", "two");
    assert_int_equal(xc_stub_write(scratch("plain/XAPIANDB"), LINES, 1, NULL), XC_OK);
    assert_int_equal(count_at(scratch("plain")), 2);
    assert_int_equal(
            xc_database_open_glass(&database, scratch("plain"), NULL), XC_NO_INDEX);
    assert_null(database);
    assert_int_equal(xc_database_open_glass(&database, scratch("plain/XAPIANDB"), NULL),
            XC_NO_INDEX);
    assert_int_equal(
            xc_writer_open(&writer, scratch("plain"), XC_GLASS, NULL), XC_NO_INDEX);
    assert_int_equal(
            xc_database_open_glass(&database, scratch("plain/database"), NULL), XC_OK);
    assert_data(database, 2, "two");
    xc_database_close(database);
}

static void a_stub_whose_server_is_away_is_a_network_failure(void **state)
{
    (void)state;
    static const char *const LINES[] = { "auto local", "remote 127.0.0.1:1" };
    xc_database *database = NULL;

    assert_int_equal(mkdir(scratch("mixed"), 0777), 0);
    make(scratch("mixed/local"), "one", "two");
    assert_int_equal(xc_stub_write(scratch("mixed/XAPIANDB"), LINES, 2, NULL), XC_OK);
    assert_int_equal(xc_database_open(&database, scratch("mixed"), NULL), XC_NETWORK);
    assert_null(database);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merging_keeps_the_order),
        cmocka_unit_test(numbers_can_be_kept_where_they_do_not_overlap),
        cmocka_unit_test(nothing_to_merge_is_a_bad_argument),
        cmocka_unit_test(a_sound_database_has_no_problems),
        cmocka_unit_test(a_damaged_database_has_problems),
        cmocka_unit_test(files_that_are_missing_or_cut_are_seen),
        cmocka_unit_test(what_stands_behind_the_committed_state_is_cut_off),
        cmocka_unit_test(a_stub_names_databases_and_is_swapped_whole),
        cmocka_unit_test(a_stub_that_cannot_be_written_leaves_the_old_one),
        cmocka_unit_test(a_glass_database_is_opened_without_following_a_stub),
        cmocka_unit_test(a_stub_whose_server_is_away_is_a_network_failure),
    };

    return cmocka_run_group_tests(tests, scratch_make, scratch_remove);
}
