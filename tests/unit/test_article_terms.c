#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <xapian-c/xapian-c.h>

#include "core/buffer.h"
#include "core/impact.h"
#include "core/term.h"
#include "core/view.h"
#include "indexer/article.h"
#include "indexer/shard/article_terms.h"
#include "indexer/shard/postings.h"

static struct analyzer *analyzer;
static struct postings *postings;
static struct passage_runs runs;
static xc_document *document;

static int open_all(void **state)
{
    (void)state;
    assert_int_equal(analyzer_open(&analyzer, NULL), PALPATE_OK);
    assert_int_equal(postings_open(&postings, analyzer, NULL), PALPATE_OK);
    assert_int_equal(xc_document_open(&document, NULL), XC_OK);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    xc_document_close(document);
    postings_close(postings);
    free(runs.items);
    analyzer_close(analyzer);
    return 0;
}

/* Adds an article of two passages below one heading; returns the lengths counted. */
static struct field_counts lengths_of(const char *title, bool *title_tells)
{
    struct passage passages[] = {
        { .heading = { PALPATE_VIEW("Night splints") },
                .heading_count = 1,
                .text = PALPATE_VIEW("heel pain eases") },
        { .heading = { PALPATE_VIEW("Night splints"), PALPATE_VIEW("Insoles") },
                .heading_count = 2,
                .text = PALPATE_VIEW("runners rest") },
        { .text = PALPATE_VIEW("subscribe newsletter"), .is_doubtful = true },
    };
    const struct article article = {
        .title = view_of(title), .passages = passages, .passage_count = 3
    };

    assert_int_equal(
            article_terms_add(title_tells, document, postings, &runs, &article, NULL),
            PALPATE_OK);
    return postings_lengths(postings);
}

static void an_article_is_as_long_as_all_of_its_sure_passages(void **state)
{
    bool title_tells = false;

    (void)state;
    assert_int_equal(lengths_of("Heel pain", &title_tells).count[FIELD_TEXT], 5);
}

static void a_heading_counts_once_for_all_that_stands_below_it(void **state)
{
    bool title_tells = false;

    (void)state;
    assert_int_equal(lengths_of("Heel pain", &title_tells).count[FIELD_HEADING], 3);
}

static void a_title_tells_if_the_article_says_a_word_of_it(void **state)
{
    bool title_tells = false;

    (void)state;
    assert_int_equal(lengths_of("Heels that ache", &title_tells).count[FIELD_TITLE], 2);
    assert_true(title_tells);
    assert_int_equal(lengths_of("On insoles", &title_tells).count[FIELD_TITLE], 1);
    assert_true(title_tells);
}

static void a_number_of_a_file_and_untitled_are_no_title(void **state)
{
    static const char *const TITLES[] = { "", "Untitled document", "PMC1234567",
        "Document 12", "Abstract", "My clinic" };
    bool title_tells = true;

    (void)state;
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++) {
        assert_int_equal(lengths_of(TITLES[i], &title_tells).count[FIELD_TITLE], 0);
        assert_false(title_tells);
    }
}

/* Else every page without a telling title loses to all that have one. */
static void a_text_without_a_title_counts_for_more(void **state)
{
    const struct field_counts once = { { 1, 0, 0 } };
    const struct field_counts titled = { { 55, 4, 6 } };
    const struct field_counts untitled = { { 55, 4, 0 } };

    (void)state;
    assert_true(impact_exact(&once, &untitled, false) >
                impact_exact(&once, &titled, false));
    assert_true(
            impact_of_article(&once, &untitled) > impact_of_article(&once, &titled));
}

static void a_longer_article_needs_a_word_more_often(void **state)
{
    const struct field_counts twice = { { 2, 0, 0 } };
    const struct field_counts brief = { { 100, 4, 6 } };
    const struct field_counts lengthy = { { 1000, 40, 6 } };

    (void)state;
    assert_true(
            impact_of_article(&twice, &brief) > impact_of_article(&twice, &lengthy));
    assert_true(impact_of_article(&twice, &lengthy) >= 1);
}

/* Terms and impacts, one after the other, as text. */
static palpate_status append_posting(
        void *user, palpate_view term, uint32_t impact, palpate_error *err)
{
    (void)err;
    buffer_append(user, term);
    buffer_append_format(user, "=%u ", (unsigned)impact);
    return PALPATE_OK;
}

static void a_passage_counted_again_has_the_same_terms_in_the_same_order(void **state)
{
    static const palpate_view TEXTS[] = { PALPATE_VIEW_INIT("heel pain eases"),
        PALPATE_VIEW_INIT("runners rest") };
    struct postings *other = NULL;
    struct buffer again = { 0 };
    struct buffer read = { 0 };
    bool title_tells = false;

    (void)state;
    (void)lengths_of("Heel pain", &title_tells);
    assert_int_equal(postings_open(&other, analyzer, NULL), PALPATE_OK);
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        postings_clear(other);
        assert_int_equal(
                postings_count_run(other, postings, runs.items[i], FIELD_TEXT, NULL),
                PALPATE_OK);
        assert_int_equal(
                postings_each(other, false, append_posting, &again, NULL), PALPATE_OK);
        postings_clear(other);
        assert_int_equal(postings_count(other, TEXTS[i], FIELD_TEXT, NULL), PALPATE_OK);
        assert_int_equal(
                postings_each(other, false, append_posting, &read, NULL), PALPATE_OK);
    }
    assert_false(again.failed || read.failed);
    assert_int_equal(again.size, read.size);
    assert_memory_equal(again.data, read.data, read.size);
    assert_int_equal(runs.items[2].length, 0); /* a doubtful one */
    buffer_free(&again);
    buffer_free(&read);
    postings_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_passage_counted_again_has_the_same_terms_in_the_same_order),
        cmocka_unit_test(an_article_is_as_long_as_all_of_its_sure_passages),
        cmocka_unit_test(a_heading_counts_once_for_all_that_stands_below_it),
        cmocka_unit_test(a_title_tells_if_the_article_says_a_word_of_it),
        cmocka_unit_test(a_number_of_a_file_and_untitled_are_no_title),
        cmocka_unit_test(a_text_without_a_title_counts_for_more),
        cmocka_unit_test(a_longer_article_needs_a_word_more_often),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
