#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <xapian-c/xapian-c.h>

#include "core/manifest.h"
#include "fixture_index.h"
#include "indexer/shard/seal.h"
#include "indexer/shard/verify.h"

enum { WORDS = 400 };

static const struct fixture_passage PASSAGES[] = {
    { "https://a.example/", "One", NULL, "A passage of the knee.", KIND_OTHER, NULL },
    { "https://b.example/", "Two", NULL, "A passage of the hip.", KIND_OTHER, NULL },
};

/* An index, the database in it and its manifest. */
struct place {
    char *root;
    char shard[128];
    char manifest[128];
};

static struct place make_place_of(size_t count)
{
    struct place place = { .root = fixture_index_make(PASSAGES, count, NULL) };

    (void)snprintf(place.shard, sizeof place.shard, "%s/gen-000001/shard", place.root);
    (void)snprintf(place.manifest, sizeof place.manifest, "%s/gen-000001/manifest",
            place.root);
    return place;
}

static struct place make_place(void)
{
    return make_place_of(2);
}

static long size_of(const char *path)
{
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    long size = ftell(file);
    (void)fclose(file);
    return size;
}

static void flip(const char *path, long place, unsigned bit)
{
    FILE *file = fopen(path, "r+");
    int byte = 0;

    assert_non_null(file);
    assert_int_equal(fseek(file, place, SEEK_SET), 0);
    byte = fgetc(file);
    assert_int_equal(fseek(file, place, SEEK_SET), 0);
    assert_int_not_equal(fputc(byte ^ (int)(1U << bit), file), EOF);
    assert_int_equal(fclose(file), 0);
}

static palpate_status check(const struct place *place, bool *is_unfinished)
{
    struct manifest manifest;
    palpate_error err;
    palpate_status status =
            manifest_open(&manifest, NULL, is_unfinished, place->shard, &err);

    manifest_free(&manifest);
    return status;
}

static unsigned told;

static void count_told(void *user, const char *file, const char *what)
{
    (void)user;
    assert_true(strlen(file) > 0 && strlen(what) > 0);
    told++;
}

static palpate_status verify(const struct place *place, bool *is_unfinished)
{
    struct verified verified;
    palpate_error err = { PALPATE_OK, "" };

    told = 0;
    palpate_status status =
            verify_database(&verified, place->shard, count_told, NULL, &err);
    *is_unfinished = verified.is_unfinished;
    assert_int_equal(told > 0, status == PALPATE_CORRUPT);
    return status;
}

/* Changes the database as an update does, up to its commit; words of some pages make it
   large enough to have more than one block a table. */
static void commit_more(const struct place *place, unsigned round)
{
    xc_writer *writer = NULL;

    assert_int_equal(xc_writer_open(&writer, place->shard, 0, NULL), XC_OK);
    for (unsigned i = 0; i < WORDS; i++) {
        char name[64];
        (void)snprintf(name, sizeof name, "x%u", round * WORDS + i);
        assert_int_equal(
                xc_writer_set_metadata(writer, (xc_bytes){ name, strlen(name) },
                        (xc_bytes){ "a value of some length", 22 }, NULL),
                XC_OK);
    }
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_writer_close(writer);
}

static void a_manifest_reads_back_as_it_was_written(void **state)
{
    struct place place = make_place();
    struct manifest manifest;
    xc_blocks *blocks = NULL;
    bool is_unfinished = true;
    unsigned used = 0;

    (void)state;
    assert_int_equal(
            manifest_open(&manifest, &blocks, &is_unfinished, place.shard, NULL),
            PALPATE_OK);
    assert_false(is_unfinished);
    assert_int_equal(manifest.revision, xc_blocks_revision(blocks));
    for (unsigned table = 0; table < XC_TABLES; table++) {
        assert_int_equal(manifest.tables[table].count, xc_blocks_count(blocks, table));
        for (uint32_t i = 0; i < manifest.tables[table].count; i++) {
            xc_bytes bytes;
            assert_int_equal(xc_blocks_read(&bytes, blocks, table, i, NULL), XC_OK);
            assert_false(manifest_differs(&manifest, table, i, bytes));
            used += manifest_sum(&manifest, table, i) ==
                    manifest_sum_of(bytes.data, bytes.size);
        }
        assert_true(manifest_sum(&manifest, table, manifest.tables[table].count) == 0);
    }
    assert_true(used >= 2);
    manifest_free(&manifest);
    xc_blocks_close(blocks);
    fixture_index_remove(place.root);
}

static void a_manifest_of_which_any_bit_is_flipped_is_refused(void **state)
{
    struct place place = make_place();
    bool is_unfinished = false;
    long size = size_of(place.manifest);

    (void)state;
    for (long bit = 0; bit < 8 * size; bit++) {
        flip(place.manifest, bit / 8, (unsigned)(bit % 8));
        assert_int_equal(check(&place, &is_unfinished), PALPATE_CORRUPT);
        flip(place.manifest, bit / 8, (unsigned)(bit % 8));
    }
    assert_int_equal(check(&place, &is_unfinished), PALPATE_OK);
    fixture_index_remove(place.root);
}

static void a_manifest_that_is_cut_or_longer_or_gone_is_refused(void **state)
{
    struct place place = make_place();
    bool is_unfinished = false;

    (void)state;
    for (long size = size_of(place.manifest) - 1; size >= 0; size -= 7) {
        assert_int_equal(truncate(place.manifest, size), 0);
        assert_int_equal(check(&place, &is_unfinished), PALPATE_CORRUPT);
    }
    assert_int_equal(truncate(place.manifest, 4096), 0);
    assert_int_equal(check(&place, &is_unfinished), PALPATE_CORRUPT);
    assert_int_equal(unlink(place.manifest), 0);
    assert_int_equal(check(&place, &is_unfinished), PALPATE_CORRUPT);
    assert_int_equal(mkfifo(place.manifest, 0666), 0);
    assert_int_equal(check(&place, &is_unfinished), PALPATE_CORRUPT);
    fixture_index_remove(place.root);
}

static void a_flipped_bit_in_any_block_is_seen(void **state)
{
    static const char *const FILES[] = { "postlist.glass", "termlist.glass",
        "iamglass" };
    struct place place = make_place();
    bool is_unfinished = false;

    (void)state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        char path[192];
        (void)snprintf(path, sizeof path, "%s/%s", place.shard, FILES[i]);
        long size = size_of(path);
        for (long at = 0; at < size; at += 1 + size / 60) {
            flip(path, at, (unsigned)(at % 8));
            assert_int_equal(verify(&place, &is_unfinished), PALPATE_CORRUPT);
            flip(path, at, (unsigned)(at % 8));
        }
    }
    assert_int_equal(verify(&place, &is_unfinished), PALPATE_OK);
    fixture_index_remove(place.root);
}

static void an_update_whose_manifest_is_not_written_is_unfinished_and_no_damage(
        void **state)
{
    struct place place = make_place();
    bool is_unfinished = false;

    (void)state;
    for (unsigned round = 0; round < 6; round++) {
        commit_more(&place, round);
        assert_int_equal(check(&place, &is_unfinished), PALPATE_OK);
        assert_true(is_unfinished);
        assert_int_equal(verify(&place, &is_unfinished), PALPATE_OK);
        assert_true(is_unfinished);
        assert_int_equal(seal_update(place.shard, NULL), PALPATE_OK);
        assert_int_equal(verify(&place, &is_unfinished), PALPATE_OK);
        assert_false(is_unfinished);
        assert_int_equal(seal_check(place.shard, NULL), PALPATE_OK);
    }
    fixture_index_remove(place.root);
}

/* Changes a letter of each block that has the text of commit_more(): nothing that
   libxapian finds its way by. */
static void damage_texts(const char *path)
{
    static const char TEXT[] = "a value of some length";
    static char block[8192];
    long blocks = size_of(path) / (long)sizeof block;

    for (long i = 0; i < blocks; i++) {
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        assert_int_equal(fseek(file, i * (long)sizeof block, SEEK_SET), 0);
        assert_int_equal(fread(block, sizeof block, 1, file), 1);
        (void)fclose(file);
        const char *text = memmem(block, sizeof block, TEXT, sizeof TEXT - 1);
        if (text != NULL)
            flip(path, i * (long)sizeof block + (text - block) + 3, 1);
    }
}

static void an_update_on_a_damaged_block_is_refused_and_not_forgotten(void **state)
{
    struct place place = make_place();
    char path[192];
    bool is_unfinished = false;

    (void)state;
    commit_more(&place, 0);
    commit_more(&place, 1);
    assert_int_equal(seal_new(place.shard, NULL), PALPATE_OK);
    (void)snprintf(path, sizeof path, "%s/postlist.glass", place.shard);
    unsigned refused = 0;
    damage_texts(path);
    commit_more(&place, 2);
    for (int again = 0; again < 2; again++)
        refused += seal_update(place.shard, NULL) == PALPATE_CORRUPT;
    assert_int_equal(refused, 2);
    assert_int_equal(verify(&place, &is_unfinished), PALPATE_CORRUPT);
    fixture_index_remove(place.root);
}

static void a_list_of_free_blocks_that_names_one_in_use_is_refused(void **state)
{
    struct place place = make_place();
    struct manifest manifest;
    xc_blocks *blocks = NULL;
    bool is_unfinished = false;
    unsigned refused = 0;

    (void)state;
    for (unsigned round = 0; round < 4; round++) {
        commit_more(&place, round);
        assert_int_equal(seal_update(place.shard, NULL), PALPATE_OK);
    }
    assert_int_equal(
            manifest_open(&manifest, &blocks, &is_unfinished, place.shard, NULL),
            PALPATE_OK);
    char path[192];
    (void)snprintf(path, sizeof path, "%s/postlist.glass", place.shard);
    for (uint32_t i = 0; i < manifest.tables[0].count; i++) {
        xc_bytes bytes;
        assert_int_equal(xc_blocks_read(&bytes, blocks, 0, i, NULL), XC_OK);
        if (manifest_sum(&manifest, 0, i) != 0 || (unsigned char)bytes.data[4] != 254)
            continue;
        /* A block of the list: another number in each of its places. */
        for (long at = 8; at < 64; at += 4) {
            flip(path, (long)i * 8192 + at + 3, 1);
            refused += seal_check(place.shard, NULL) == PALPATE_CORRUPT;
            flip(path, (long)i * 8192 + at + 3, 1);
        }
    }
    assert_true(refused > 0);
    assert_int_equal(seal_check(place.shard, NULL), PALPATE_OK);
    manifest_free(&manifest);
    xc_blocks_close(blocks);
    fixture_index_remove(place.root);
}

static void a_table_of_another_index_is_seen_at_the_opening(void **state)
{
    struct place one = make_place();
    struct place two = make_place_of(1);
    char command[512];
    bool is_unfinished = false;

    (void)state;
    (void)snprintf(command, sizeof command, "cp %s/postlist.glass %s/postlist.glass",
            two.shard, one.shard);
    assert_int_equal(system(command), 0);
    assert_int_equal(check(&one, &is_unfinished), PALPATE_CORRUPT);
    fixture_index_remove(one.root);
    fixture_index_remove(two.root);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_manifest_reads_back_as_it_was_written),
        cmocka_unit_test(a_manifest_of_which_any_bit_is_flipped_is_refused),
        cmocka_unit_test(a_manifest_that_is_cut_or_longer_or_gone_is_refused),
        cmocka_unit_test(a_flipped_bit_in_any_block_is_seen),
        cmocka_unit_test(
                an_update_whose_manifest_is_not_written_is_unfinished_and_no_damage),
        cmocka_unit_test(an_update_on_a_damaged_block_is_refused_and_not_forgotten),
        cmocka_unit_test(a_list_of_free_blocks_that_names_one_in_use_is_refused),
        cmocka_unit_test(a_table_of_another_index_is_seen_at_the_opening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
