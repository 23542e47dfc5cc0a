#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/bytes.h"
#include "core/digest.h"
#include "core/record.h"
#include "core/record_dictionary.h"
#include "core/record_packing.h"
#include "core/view.h"
#include "fixture_record.h"

/* What an index keeps of a record. */
static void pack(struct buffer *out, struct record_packing *packing,
        const struct passage_record *passage, const struct article_record *article)
{
    struct buffer bytes = { 0 };

    record_encode(&bytes, passage, article);
    assert_int_equal(record_pack(out, packing, buffer_view(&bytes), NULL), PALPATE_OK);
    buffer_free(&bytes);
}

/* Keeps PASSAGE with the dictionary that comes with the program, which is returned. */
static struct record_packing *keep_passage(struct buffer *kept)
{
    struct record_packing *packing = NULL;

    assert_int_equal(record_packing_open(&packing, view_of(""), NULL), PALPATE_OK);
    pack(kept, packing, &PASSAGE, &ARTICLE);
    return packing;
}

static void a_packed_record_is_smaller_and_unpacks_to_the_same_bytes(void **state)
{
    struct record_packing *packing = NULL;
    struct passage_record passage = PASSAGE;
    struct buffer bytes = { 0 };
    struct buffer kept = { 0 };
    palpate_view again;

    (void)state;
    passage.text = PALPATE_VIEW("The shoulder is stiff in the morning. Exercises help "
                                "most people with a stiff shoulder in a few weeks.");
    record_encode(&bytes, &passage, &ARTICLE);
    assert_int_equal(record_packing_open(&packing, view_of(""), NULL), PALPATE_OK);
    for (int turn = 0; turn < 3; turn++) {
        buffer_clear(&kept);
        pack(&kept, packing, &passage, &ARTICLE);
        assert_true(kept.size < bytes.size);
        assert_int_equal(
                record_unpack(&again, packing, buffer_view(&kept), NULL), PALPATE_OK);
        record_sum(bytes.data, bytes.size, hash_of(RECORD_DICTIONARY));
        record_sum((char *)again.data, again.size, hash_of(RECORD_DICTIONARY));
        assert_true(view_equals(again, buffer_view(&bytes)));
    }
    record_packing_close(packing);
    buffer_free(&bytes);
    buffer_free(&kept);
}

static void a_kept_record_begins_with_its_article_and_its_place_in_it(void **state)
{
    struct record_packing *packing = NULL;
    struct passage_record passage = PASSAGE;
    struct buffer kept = { 0 };

    (void)state;
    passage.article = 0x0102030405060708;
    passage.ordinal = 0x0A0B;
    assert_int_equal(record_packing_open(&packing, view_of(""), NULL), PALPATE_OK);
    pack(&kept, packing, &passage, NULL);
    assert_memory_equal(kept.data, "\1\2\3\4\5\6\7\10\0\0\12\13", RECORD_KEY);
    record_packing_close(packing);
    buffer_free(&kept);
}

static void a_kept_record_that_is_cut_is_corrupt_wherever_it_is_cut(void **state)
{
    struct buffer kept = { 0 };
    struct record_packing *packing = keep_passage(&kept);
    palpate_view record;

    (void)state;
    for (size_t size = 0; size < kept.size; size++)
        assert_int_equal(record_unpack(&record, packing,
                                 view_slice(buffer_view(&kept), 0, size), NULL),
                PALPATE_CORRUPT);
    record_packing_close(packing);
    buffer_free(&kept);
}

static void a_record_of_which_any_bit_is_flipped_is_refused(void **state)
{
    struct buffer kept = { 0 };
    struct record_packing *packing = keep_passage(&kept);
    palpate_view record;

    (void)state;
    for (size_t bit = 0; bit < 8 * kept.size; bit++) {
        kept.data[bit / 8] = (char)(kept.data[bit / 8] ^ (int)(1U << bit % 8));
        palpate_status status =
                record_unpack(&record, packing, buffer_view(&kept), NULL);
        assert_int_equal(
                status, bit / 8 == RECORD_KEY ? PALPATE_VERSION : PALPATE_CORRUPT);
        kept.data[bit / 8] = (char)(kept.data[bit / 8] ^ (int)(1U << bit % 8));
    }
    assert_int_equal(
            record_unpack(&record, packing, buffer_view(&kept), NULL), PALPATE_OK);
    record_packing_close(packing);
    buffer_free(&kept);
}

static void a_frame_that_is_none_is_refused_though_it_has_its_sum(void **state)
{
    struct buffer kept = { 0 };
    struct record_packing *packing = keep_passage(&kept);
    palpate_view record;

    (void)state;
    for (size_t i = record_head(buffer_view(&kept)); i < kept.size; i++) {
        char byte = kept.data[i];
        kept.data[i] = (char)~byte;
        record_sum(kept.data, kept.size, hash_of(RECORD_DICTIONARY));
        (void)record_unpack(&record, packing, buffer_view(&kept), NULL);
        kept.data[i] = byte;
    }
    size_t whole = kept.size;
    kept.size--;
    record_sum(kept.data, kept.size, hash_of(RECORD_DICTIONARY));
    assert_int_equal(
            record_unpack(&record, packing, buffer_view(&kept), NULL), PALPATE_CORRUPT);
    kept.size = record_head((palpate_view){ kept.data, whole });
    record_sum(kept.data, kept.size, hash_of(RECORD_DICTIONARY));
    assert_int_equal(
            record_unpack(&record, packing, buffer_view(&kept), NULL), PALPATE_CORRUPT);
    record_packing_close(packing);
    buffer_free(&kept);
}

static void another_version_names_the_way_out(void **state)
{
    struct record_packing *packing = NULL;
    struct buffer kept = { 0 };
    struct passage_record passage;
    palpate_view record;
    palpate_error err;

    (void)state;
    assert_int_equal(record_packing_open(&packing, view_of(""), NULL), PALPATE_OK);
    pack(&kept, packing, &PASSAGE, &ARTICLE);
    kept.data[RECORD_KEY] = RECORD_VERSION + 1;
    assert_int_equal(
            record_unpack(&record, packing, buffer_view(&kept), &err), PALPATE_VERSION);
    assert_non_null(strstr(err.message, "--rebuild"));
    assert_int_equal(
            record_decode(&passage, NULL, buffer_view(&kept), &err), PALPATE_VERSION);
    record_packing_close(packing);
    buffer_free(&kept);
}

enum { SAMPLES = 400 };

/* Records that are like each other, as those of a site are. */
static void make_samples(struct buffer *out, size_t sizes[SAMPLES])
{
    static const char *const PARTS[] = { "shoulder", "knee", "elbow", "wrist", "hip" };
    static const char *const ADVICE[] = { "move it gently every morning",
        "ask the nurses of Harbour Street about it", "put ice on it for ten minutes",
        "rest it on a pillow while you read" };

    for (size_t i = 0; i < SAMPLES; i++) {
        struct passage_record passage = PASSAGE;
        char text[256];
        (void)snprintf(text, sizeof text,
                "If your %s hurts for %zu days, %s. Where that does not help the %s, "
                "%s, and come back on day %zu.",
                PARTS[i % 5], i, ADVICE[i % 4], PARTS[i * 7 % 5], ADVICE[i * 5 % 4],
                i * 13);
        passage.text = view_of(text);
        passage.signature = i * 0x9E3779B97F4A7C15;
        size_t start = out->size;
        record_encode(out, &passage, &ARTICLE);
        sizes[i] = out->size - start;
    }
}

static void a_dictionary_that_none_can_be_made_of_is_damaged(void **state)
{
    static const char BEGUN[] = "\x37\xA4\x30\xEC\1\0\0\0 and nothing of the kind";
    palpate_view dictionary = { BEGUN, sizeof BEGUN - 1 };
    struct record_packing *packing = NULL;
    struct buffer stored = { 0 };
    palpate_error err;

    (void)state;
    bytes_append(&stored, hash_of(dictionary));
    buffer_append(&stored, dictionary);
    assert_int_equal(
            record_packing_open(&packing, buffer_view(&stored), &err), PALPATE_CORRUPT);
    assert_null(packing);
    assert_non_null(strstr(err.message, "--rebuild"));
    buffer_free(&stored);
}

static size_t packed_size(palpate_view dictionary, palpate_view record)
{
    struct record_packing *packing = NULL;
    struct buffer kept = { 0 };
    palpate_view again;

    assert_int_equal(record_packing_open(&packing, dictionary, NULL), PALPATE_OK);
    assert_int_equal(record_pack(&kept, packing, record, NULL), PALPATE_OK);
    assert_int_equal(
            record_unpack(&again, packing, buffer_view(&kept), NULL), PALPATE_OK);
    assert_int_equal(again.size, record.size);
    record_packing_close(packing);
    size_t size = kept.size;
    buffer_free(&kept);
    return size;
}

static void a_dictionary_of_a_site_s_own_records_makes_them_smaller(void **state)
{
    static size_t sizes[SAMPLES];
    struct buffer records = { 0 };
    struct buffer dictionary = { 0 };
    struct buffer again = { 0 };

    (void)state;
    make_samples(&records, sizes);
    assert_int_equal(record_dictionary_train(
                             &dictionary, buffer_view(&records), sizes, SAMPLES, NULL),
            PALPATE_OK);
    assert_true(dictionary.size > 0);
    assert_int_equal(record_dictionary_train(
                             &again, buffer_view(&records), sizes, SAMPLES, NULL),
            PALPATE_OK);
    assert_true(view_equals(buffer_view(&dictionary), buffer_view(&again)));
    palpate_view last = view_slice(
            buffer_view(&records), records.size - sizes[SAMPLES - 1], records.size);
    assert_true(packed_size(buffer_view(&dictionary), last) * 5 <
                packed_size(view_of(""), last) * 4);
    buffer_free(&records);
    buffer_free(&dictionary);
    buffer_free(&again);
}

static void no_other_dictionary_unpacks_a_record(void **state)
{
    static size_t sizes[SAMPLES];
    struct record_packing *own = NULL;
    struct record_packing *shipped = NULL;
    struct buffer records = { 0 };
    struct buffer dictionary = { 0 };
    struct buffer kept = { 0 };
    palpate_view record;

    (void)state;
    make_samples(&records, sizes);
    assert_int_equal(record_dictionary_train(
                             &dictionary, buffer_view(&records), sizes, SAMPLES, NULL),
            PALPATE_OK);
    assert_int_equal(
            record_packing_open(&own, buffer_view(&dictionary), NULL), PALPATE_OK);
    assert_int_equal(record_packing_open(&shipped, view_of(""), NULL), PALPATE_OK);
    pack(&kept, own, &PASSAGE, &ARTICLE);
    assert_int_equal(
            record_unpack(&record, shipped, buffer_view(&kept), NULL), PALPATE_CORRUPT);
    buffer_clear(&kept);
    pack(&kept, shipped, &PASSAGE, &ARTICLE);
    assert_int_equal(
            record_unpack(&record, own, buffer_view(&kept), NULL), PALPATE_CORRUPT);
    record_packing_close(own);
    record_packing_close(shipped);
    buffer_free(&records);
    buffer_free(&dictionary);
    buffer_free(&kept);
}

static void of_too_few_records_there_is_no_dictionary(void **state)
{
    static size_t sizes[SAMPLES];
    struct buffer records = { 0 };
    struct buffer dictionary = { 0 };

    (void)state;
    make_samples(&records, sizes);
    assert_int_equal(
            record_dictionary_train(&dictionary,
                    view_slice(buffer_view(&records), 0, sizes[0]), sizes, 1, NULL),
            PALPATE_OK);
    assert_int_equal(dictionary.size, 0);
    buffer_free(&records);
    buffer_free(&dictionary);
}

static void a_dictionary_of_which_any_byte_is_another_is_refused(void **state)
{
    static size_t sizes[SAMPLES];
    struct record_packing *packing = NULL;
    struct buffer records = { 0 };
    struct buffer dictionary = { 0 };
    palpate_error err;

    (void)state;
    make_samples(&records, sizes);
    assert_int_equal(record_dictionary_train(
                             &dictionary, buffer_view(&records), sizes, SAMPLES, NULL),
            PALPATE_OK);
    for (size_t i = 0; i < dictionary.size; i += 97) {
        dictionary.data[i]++;
        assert_int_equal(record_packing_open(&packing, buffer_view(&dictionary), &err),
                PALPATE_CORRUPT);
        assert_null(packing);
        assert_non_null(strstr(err.message, "--rebuild"));
        dictionary.data[i]--;
    }
    buffer_free(&records);
    buffer_free(&dictionary);
}

/* Every index of a small site is read with it. */
static void another_dictionary_that_comes_with_the_program_is_another_version(
        void **state)
{
    (void)state;
    assert_int_equal(RECORD_VERSION, 6);
    assert_true(hash_of(RECORD_DICTIONARY) == 0x1433A50EFDE59237);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_packed_record_is_smaller_and_unpacks_to_the_same_bytes),
        cmocka_unit_test(a_kept_record_begins_with_its_article_and_its_place_in_it),
        cmocka_unit_test(a_kept_record_that_is_cut_is_corrupt_wherever_it_is_cut),
        cmocka_unit_test(a_record_of_which_any_bit_is_flipped_is_refused),
        cmocka_unit_test(a_frame_that_is_none_is_refused_though_it_has_its_sum),
        cmocka_unit_test(another_version_names_the_way_out),
        cmocka_unit_test(a_dictionary_that_none_can_be_made_of_is_damaged),
        cmocka_unit_test(a_dictionary_of_a_site_s_own_records_makes_them_smaller),
        cmocka_unit_test(no_other_dictionary_unpacks_a_record),
        cmocka_unit_test(of_too_few_records_there_is_no_dictionary),
        cmocka_unit_test(a_dictionary_of_which_any_byte_is_another_is_refused),
        cmocka_unit_test(
                another_dictionary_that_comes_with_the_program_is_another_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
