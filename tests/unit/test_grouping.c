#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/likeness.h"
#include "core/view.h"
#include "query/answer/grouping.h"

#define RUN "Runners with heel pain rest the foot for several weeks after training."
#define RUN_NOT \
    "Runners with heel pain never rest the foot for several weeks after training."
#define ICE "Cold packs wrapped in a towel soothe swollen ankles within minutes."

static struct arena arena;
static struct candidates candidates;
static struct groups groups;

/* A candidate after those before it: a passage of the article whose first is `first`.
 */
static void add(uint32_t first, const char *text)
{
    const struct candidate candidate = { .document = first + 100,
        .first = first,
        .record = { .text = view_of(text),
                .signature = likeness_signature(view_of(text)) } };

    assert_int_equal(candidates_add(&candidates, &candidate, NULL), PALPATE_OK);
}

static int start(void **state)
{
    (void)state;
    arena_clear(&arena);
    candidates = (struct candidates){ .arena = &arena };
    return 0;
}

static int release(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void group(bool by_article)
{
    assert_int_equal(grouping_make(&groups, &candidates, by_article, NULL), PALPATE_OK);
}

static void a_passage_that_only_names_another_page_does_not_lead(void **state)
{
    (void)state;
    add(1, "More ideas are in our guide to heel exercises.");
    add(1, "See our page about heels. Read more about exercises.");
    add(1, RUN);
    add(1, ICE);
    add(2, "See our page about heels.");
    group(true);
    assert_int_equal(groups.count, 2);
    for (uint32_t i = 0; i < groups.count; i++)
        grouping_lead(&groups.items[i], &candidates, false);
    assert_int_equal(groups.items[0].count, 4);
    assert_int_equal(groups.items[0].place[0], 2);
    assert_int_equal(groups.items[0].place[1], 0);
    assert_int_equal(groups.items[0].place[2], 1);
    assert_int_equal(groups.items[0].place[3], 3);
    assert_int_equal(groups.items[1].place[0], 4);
}

/* Adds a passage of a kind with a score. */
static void add_scored(enum passage_kind kind, double total, const char *text)
{
    add(1, text);
    candidates.items[candidates.count - 1].record.kind = kind;
    candidates.items[candidates.count - 1].score.total = total;
}

static void a_warning_that_nobody_asks_for_does_not_lead(void **state)
{
    (void)state;
    add_scored(KIND_RED_FLAGS, 10, ICE);
    add_scored(KIND_TREATMENT, 9.5, RUN);
    group(true);
    grouping_lead(&groups.items[0], &candidates, true);
    assert_int_equal(groups.items[0].place[0], 0);
    grouping_lead(&groups.items[0], &candidates, false);
    assert_int_equal(groups.items[0].place[0], 1);
    assert_int_equal(groups.items[0].place[1], 0);
}

static void a_warning_that_is_far_better_leads(void **state)
{
    (void)state;
    add_scored(KIND_RED_FLAGS, 10, ICE);
    add_scored(KIND_TREATMENT, 6, RUN);
    group(true);
    grouping_lead(&groups.items[0], &candidates, false);
    assert_int_equal(groups.items[0].place[0], 0);
}

static void passages_of_one_article_are_one_group_with_the_best_first(void **state)
{
    (void)state;
    add(1, "First of one");
    add(2, "First of two");
    add(1, "Second of one");
    group(true);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.items[0].article, 1);
    assert_int_equal(groups.items[0].count, 2);
    assert_int_equal(groups.items[0].place[0], 0);
    assert_int_equal(groups.items[0].place[1], 2);
    assert_int_equal(groups.items[1].article, 2);
    assert_int_equal(groups.items[1].count, 1);
}

static void a_group_keeps_no_more_passages_than_are_shown(void **state)
{
    (void)state;
    for (int i = 0; i < GROUPING_MORE + 5; i++)
        add(1, "Short");
    add(2, "Other");
    group(true);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.items[0].count, GROUPING_MORE + 1);
    assert_int_equal(groups.items[0].place[GROUPING_MORE], GROUPING_MORE);
}

static void without_grouping_each_passage_stands_for_itself(void **state)
{
    (void)state;
    add(1, RUN);
    add(1, RUN);
    add(2, RUN);
    group(false);
    assert_int_equal(groups.count, 3);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(groups.items[i].count, 1);
        assert_int_equal(groups.items[i].place[0], i);
        assert_int_equal(candidates.items[i].same, 0);
    }
}

static void what_a_better_passage_says_is_counted_and_not_shown(void **state)
{
    (void)state;
    add(1, RUN);
    add(2, RUN);
    add(3, ICE);
    add(4, RUN);
    group(true);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.items[1].article, 3);
    assert_int_equal(candidates.items[0].same, 2);
    assert_int_equal(candidates.items[2].same, 0);
}

static void an_article_with_something_else_to_say_is_shown_by_that(void **state)
{
    (void)state;
    add(1, RUN);
    add(2, RUN);
    add(2, ICE);
    group(true);
    assert_int_equal(groups.count, 2);
    assert_int_equal(groups.items[1].article, 2);
    assert_int_equal(groups.items[1].count, 1);
    assert_int_equal(groups.items[1].place[0], 2);
}

/* One word turns the advice around. */
static void the_opposite_is_shown_beside_what_it_denies(void **state)
{
    (void)state;
    add(1, RUN);
    add(2, RUN_NOT);
    group(true);
    assert_int_equal(groups.count, 2);
    assert_int_equal(candidates.items[0].same, 0);
}

static void texts_too_short_to_compare_are_all_shown(void **state)
{
    (void)state;
    add(1, "Rest it.");
    add(2, "Rest it.");
    group(true);
    assert_int_equal(groups.count, 2);
}

static void of_nothing_no_groups_are_made(void **state)
{
    (void)state;
    group(true);
    assert_int_equal(groups.count, 0);
    group(false);
    assert_int_equal(groups.count, 0);
}

/* The table of articles grows several times. */
static void thousands_of_articles_keep_their_order(void **state)
{
    enum { ARTICLES = 3000 };

    (void)state;
    for (uint32_t i = 0; i < 2 * ARTICLES; i++)
        add(i % ARTICLES * 7 + 1, "Short");
    group(true);
    assert_int_equal(groups.count, ARTICLES);
    for (uint32_t i = 0; i < ARTICLES; i++) {
        assert_int_equal(groups.items[i].article, i * 7 + 1);
        assert_int_equal(groups.items[i].count, 2);
        assert_int_equal(groups.items[i].place[1], i + ARTICLES);
    }
}

static void a_later_passage_is_compared_with_what_is_shown(void **state)
{
    struct candidate again = { .record = { .text = PALPATE_VIEW(RUN),
                                       .signature = likeness_signature(
                                               PALPATE_VIEW(RUN)) } };
    struct candidate *better = NULL;

    (void)state;
    add(1, ICE);
    add(2, RUN);
    group(true);
    assert_int_equal(grouping_find_said(&better, &groups, &candidates, &again, NULL),
            PALPATE_OK);
    assert_ptr_equal(better, &candidates.items[1]);
    again.record.text = PALPATE_VIEW(RUN_NOT);
    again.record.signature = likeness_signature(again.record.text);
    again.sense = (struct likeness_sense){ 0 };
    assert_int_equal(grouping_find_said(&better, &groups, &candidates, &again, NULL),
            PALPATE_OK);
    assert_null(better);
}

#define TEST(name) cmocka_unit_test_setup(name, start)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(passages_of_one_article_are_one_group_with_the_best_first),
        TEST(a_warning_that_nobody_asks_for_does_not_lead),
        TEST(a_warning_that_is_far_better_leads),
        TEST(a_passage_that_only_names_another_page_does_not_lead),
        TEST(a_group_keeps_no_more_passages_than_are_shown),
        TEST(without_grouping_each_passage_stands_for_itself),
        TEST(what_a_better_passage_says_is_counted_and_not_shown),
        TEST(an_article_with_something_else_to_say_is_shown_by_that),
        TEST(the_opposite_is_shown_beside_what_it_denies),
        TEST(texts_too_short_to_compare_are_all_shown),
        TEST(of_nothing_no_groups_are_made),
        TEST(thousands_of_articles_keep_their_order),
        TEST(a_later_passage_is_compared_with_what_is_shown),
    };

    return cmocka_run_group_tests(tests, NULL, release);
}
