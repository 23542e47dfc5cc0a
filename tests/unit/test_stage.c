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

#include "core/manifest.h"
#include "fixture_index.h"
#include "indexer/shard/stage.h"
#include "indexer/shard/verify.h"

enum { WORDS = 400 };

static const struct fixture_passage PASSAGES[] = {
    { "https://a.example/", "One", NULL, "A passage of the knee.", KIND_OTHER, NULL },
    { "https://b.example/", "Two", NULL, "A passage of the hip.", KIND_OTHER, NULL },
};

static char *root;
static char shard[128];

static int make_index(void **state)
{
    (void)state;
    root = fixture_index_make(PASSAGES, 2, NULL);
    (void)snprintf(shard, sizeof shard, "%s/gen-000001/shard", root);
    return 0;
}

static int remove_index(void **state)
{
    (void)state;
    fixture_index_remove(root);
    return 0;
}

static void path_of(char out[256], const char *name)
{
    (void)snprintf(out, 256, "%s/gen-000001/%s", root, name);
}

static bool exists(const char *name)
{
    char path[256];
    struct stat about;

    path_of(path, name);
    return lstat(path, &about) == 0;
}

/* Commits many entries in the folder of the stage. */
static void commit_in(const struct stage *stage, unsigned round)
{
    xc_writer *writer = NULL;

    assert_int_equal(xc_writer_open(&writer, stage_database(stage), 0, NULL), XC_OK);
    for (unsigned i = 0; i < WORDS; i++) {
        char name[64];
        (void)snprintf(name, sizeof name, "x%u", round * WORDS + i);
        assert_int_equal(
                xc_writer_set_metadata(writer, (xc_bytes){ name, strlen(name) },
                        (xc_bytes){ "a value of some length", 22 }, NULL),
                XC_OK);
    }
    assert_int_equal(xc_writer_commit_apart(writer, NULL), XC_OK);
    xc_writer_close(writer);
}

/* Whether a reader finds an entry of a round. */
static bool is_seen(unsigned round)
{
    xc_database *database = NULL;
    char name[64];
    char *value = NULL;
    size_t size = 0;

    (void)snprintf(name, sizeof name, "x%u", round * WORDS);
    assert_int_equal(xc_database_open_glass(&database, shard, NULL), XC_OK);
    assert_int_equal(xc_database_metadata(&value, &size, database,
                             (xc_bytes){ name, strlen(name) }, NULL),
            XC_OK);
    xc_free(value);
    xc_database_close(database);
    return size > 0;
}

static void tell_nobody(void *user, const char *file, const char *what)
{
    (void)user, (void)file, (void)what;
}

static palpate_status verify(void)
{
    struct verified verified;

    return verify_database(&verified, shard, tell_nobody, NULL, NULL);
}

static palpate_status publish(const struct stage *stage, bool *is_in_place)
{
    struct manifest before;

    assert_int_equal(manifest_read(&before, shard, NULL), PALPATE_OK);
    palpate_status status = stage_publish(stage, &before, is_in_place, NULL);
    manifest_free(&before);
    return status;
}

static palpate_status update(unsigned round, bool *is_in_place)
{
    struct stage stage = { .live = NULL };

    stage_open(&stage, shard);
    assert_string_not_equal(stage_database(&stage), shard);
    commit_in(&stage, round);
    assert_false(is_seen(round));
    palpate_status status = publish(&stage, is_in_place);
    stage_close(&stage);
    assert_false(exists("next"));
    return status;
}

static void an_update_is_seen_when_it_is_published_and_not_before(void **state)
{
    bool is_in_place = false;

    (void)state;
    for (unsigned round = 0; round < 5; round++) {
        assert_int_equal(update(round, &is_in_place), PALPATE_OK);
        assert_true(is_in_place);
        assert_true(is_seen(round));
        assert_int_equal(verify(), PALPATE_OK);
    }
}

static void an_update_that_is_not_published_changes_nothing(void **state)
{
    struct stage stage = { .live = NULL };
    bool is_in_place = false;

    (void)state;
    assert_int_equal(update(0, &is_in_place), PALPATE_OK);
    for (unsigned again = 0; again < 3; again++) {
        stage_open(&stage, shard);
        commit_in(&stage, 1);
        stage_close(&stage);
        assert_false(is_seen(1));
        assert_int_equal(verify(), PALPATE_OK);
    }
    assert_int_equal(update(2, &is_in_place), PALPATE_OK);
    assert_true(is_seen(0) && !is_seen(1) && is_seen(2));
    assert_int_equal(verify(), PALPATE_OK);
}

static void a_commit_of_nothing_is_published_as_nothing(void **state)
{
    struct stage stage = { .live = NULL };
    xc_writer *writer = NULL;
    bool is_in_place = true;

    (void)state;
    stage_open(&stage, shard);
    assert_int_equal(xc_writer_open(&writer, stage_database(&stage), 0, NULL), XC_OK);
    assert_int_equal(xc_writer_commit_apart(writer, NULL), XC_OK);
    xc_writer_close(writer);
    assert_int_equal(publish(&stage, &is_in_place), PALPATE_OK);
    assert_false(is_in_place);
    stage_close(&stage);
    assert_int_equal(verify(), PALPATE_OK);
}

static size_t read_file(char *out, size_t most, const char *name)
{
    char path[256];

    path_of(path, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    size_t size = fread(out, 1, most, file);
    (void)fclose(file);
    return size;
}

/* Changes a letter of each block that has the text of commit_in(): nothing that
   libxapian finds its way by. */
static void damage_texts(void)
{
    static const char TEXT[] = "a value of some length";
    static char block[8192];
    char path[256];
    unsigned damaged = 0;

    path_of(path, "shard/postlist.glass");
    FILE *file = fopen(path, "r+");
    assert_non_null(file);
    for (long at = 0; fread(block, sizeof block, 1, file) == 1; at += sizeof block) {
        const char *text = memmem(block, sizeof block, TEXT, sizeof TEXT - 1);
        if (text != NULL) {
            assert_int_equal(fseek(file, at + (text - block) + 3, SEEK_SET), 0);
            assert_int_not_equal(fputc('u', file), EOF);
            damaged++;
        }
        assert_int_equal(fseek(file, at + (long)sizeof block, SEEK_SET), 0);
    }
    (void)fclose(file);
    assert_true(damaged > 1);
}

static void an_update_on_a_damaged_block_is_never_seen(void **state)
{
    static char before[2][65536];
    static char after[65536];
    static const char *const FILES[] = { "shard/iamglass", "manifest" };
    size_t sizes[2];
    bool is_in_place = true;

    (void)state;
    assert_int_equal(update(0, &is_in_place), PALPATE_OK);
    assert_int_equal(update(1, &is_in_place), PALPATE_OK);
    damage_texts();
    for (size_t i = 0; i < 2; i++)
        sizes[i] = read_file(before[i], sizeof before[i], FILES[i]);
    for (unsigned again = 0; again < 2; again++) {
        assert_int_equal(update(2, &is_in_place), PALPATE_CORRUPT);
        assert_false(is_in_place);
        assert_false(is_seen(2));
        assert_true(is_seen(0) && is_seen(1));
        for (size_t i = 0; i < 2; i++) {
            assert_int_equal(read_file(after, sizeof after, FILES[i]), sizes[i]);
            assert_memory_equal(after, before[i], sizes[i]);
        }
        assert_int_equal(verify(), PALPATE_CORRUPT);
    }
}

static void without_its_folder_an_update_commits_in_place(void **state)
{
    struct stage stage = { .live = NULL };
    char path[256];
    bool is_in_place = false;

    (void)state;
    path_of(path, "next");
    assert_int_equal(mkdir(path, 0777), 0);
    stage_open(&stage, shard);
    assert_string_equal(stage_database(&stage), shard);
    commit_in(&stage, 0);
    assert_true(is_seen(0));
    assert_int_equal(publish(&stage, &is_in_place), PALPATE_OK);
    assert_true(is_in_place);
    stage_close(&stage);
    assert_int_equal(verify(), PALPATE_OK);
    assert_true(exists("next"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_index, remove_index)
    const struct CMUnitTest tests[] = {
        TEST(an_update_is_seen_when_it_is_published_and_not_before),
        TEST(an_update_that_is_not_published_changes_nothing),
        TEST(a_commit_of_nothing_is_published_as_nothing),
        TEST(an_update_on_a_damaged_block_is_never_seen),
        TEST(without_its_folder_an_update_commits_in_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
