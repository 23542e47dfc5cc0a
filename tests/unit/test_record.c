#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/digest.h"
#include "core/impact.h"
#include "core/record.h"
#include "core/varint.h"
#include "core/view.h"
#include "fixture_record.h"

static void a_record_reads_back_as_it_was_written(void **state)
{
    struct buffer bytes = { 0 };
    struct passage_record passage;
    struct article_record article;

    (void)state;
    record_encode(&bytes, &PASSAGE, &ARTICLE);
    assert_int_equal(
            record_decode(&passage, &article, buffer_view(&bytes), NULL), PALPATE_OK);
    assert_true(view_equals(passage.text, PASSAGE.text));
    assert_true(view_equals(passage.title, PASSAGE.title));
    assert_true(view_equals(passage.heading[1], PASSAGE.heading[1]));
    assert_true(view_equals(passage.anchor, PASSAGE.anchor));
    assert_true(view_equals(passage.fragment, PASSAGE.fragment));
    assert_int_equal(passage.heading_count, 2);
    assert_int_equal(passage.lengths.count[FIELD_TEXT], 300);
    assert_int_equal(passage.lengths.count[FIELD_TITLE], 1);
    assert_int_equal(passage.kind, KIND_TREATMENT);
    assert_true(passage.is_nosnippet);
    assert_true(passage.signature == PASSAGE.signature);
    assert_false(passage.is_doubtful);
    assert_true(view_equals(article.url, ARTICLE.url));
    assert_true(view_equals(article.facts.language, ARTICLE.facts.language));
    assert_int_equal(article.passage_count, 7);
    buffer_free(&bytes);
}

static void a_later_passage_does_not_repeat_its_article(void **state)
{
    struct passage_record later = PASSAGE;
    struct buffer bytes = { 0 };
    struct article_record article;

    (void)state;
    later.ordinal = 300;
    record_encode(&bytes, &later, NULL);
    assert_int_equal(
            record_decode(&later, &article, buffer_view(&bytes), NULL), PALPATE_OK);
    assert_int_equal(later.ordinal, 300);
    assert_int_equal(article.url.size, 0);
    assert_int_equal(
            view_find(buffer_view(&bytes), PALPATE_VIEW("site.example")), bytes.size);
    buffer_free(&bytes);
}

static void every_kind_is_found_by_its_word(void **state)
{
    (void)state;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        assert_int_equal(kind_of_word(kind_word((enum passage_kind)kind)), kind);
    assert_int_equal(kind_of_word(PALPATE_VIEW("recipes")), -1);
}

static void numbers_of_any_size_survive(void **state)
{
    static const uint64_t NUMBERS[] = { 0, 1, 127, 128, 16383, 16384, UINT32_MAX,
        UINT64_MAX };
    struct buffer bytes = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++)
        varint_append(&bytes, NUMBERS[i]);
    palpate_view rest = buffer_view(&bytes);
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        uint64_t number = 0;
        assert_true(varint_take(&rest, &number));
        assert_int_equal(number, NUMBERS[i]);
    }
    assert_int_equal(rest.size, 0);
    buffer_free(&bytes);
}

static void a_number_that_never_ends_is_refused(void **state)
{
    palpate_view endless =
            PALPATE_VIEW("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
    uint64_t number = 0;

    (void)state;
    assert_false(varint_take(&endless, &number));
    assert_int_equal(endless.size, 12);
}

static void a_digest_reads_back_from_its_digits(void **state)
{
    struct digest digest = digest_of(PALPATE_VIEW("frozen shoulder"));
    struct digest back;
    char digits[DIGEST_TEXT_SIZE];

    (void)state;
    digest_write(digest, digits);
    assert_true(digest_read(&back, (palpate_view){ digits, sizeof digits }));
    assert_true(digest_equals(digest, back));
    assert_false(digest_equals(digest, digest_of(PALPATE_VIEW("frozen shoulders"))));
    digits[5] = 'g';
    assert_false(digest_read(&back, (palpate_view){ digits, sizeof digits }));
}

static void a_title_word_weighs_more_than_a_word_of_the_text(void **state)
{
    const struct field_counts lengths = { { 55, 4, 6 } };
    const struct field_counts in_text = { { 1, 0, 0 } };
    const struct field_counts in_title = { { 0, 0, 1 } };
    const struct field_counts everywhere = { { 1000, 10, 10 } };

    (void)state;
    assert_true(impact_exact(&in_title, &lengths, false) >
                impact_exact(&in_text, &lengths, false));
    assert_true(impact_exact(&in_text, &lengths, false) >
                impact_exact(&in_text, &lengths, true));
    assert_in_range(impact_quantised(&in_text, &lengths, true), 1, MAX_IMPACT);
    assert_in_range(impact_quantised(&everywhere, &lengths, false), 100, MAX_IMPACT);
}

static void a_longer_passage_lowers_the_impact_of_a_word(void **state)
{
    const struct field_counts short_text = { { 30, 4, 6 } };
    const struct field_counts long_text = { { 90, 4, 6 } };
    const struct field_counts once = { { 1, 0, 0 } };

    (void)state;
    assert_true(impact_exact(&once, &short_text, false) >
                impact_exact(&once, &long_text, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_reads_back_as_it_was_written),
        cmocka_unit_test(a_later_passage_does_not_repeat_its_article),
        cmocka_unit_test(every_kind_is_found_by_its_word),
        cmocka_unit_test(numbers_of_any_size_survive),
        cmocka_unit_test(a_number_that_never_ends_is_refused),
        cmocka_unit_test(a_digest_reads_back_from_its_digits),
        cmocka_unit_test(a_title_word_weighs_more_than_a_word_of_the_text),
        cmocka_unit_test(a_longer_passage_lowers_the_impact_of_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
