#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"
#include "query/language/amounts.h"
#include "query/language/parse.h"

static uint32_t asked_by(const char *query)
{
    struct arena arena = { 0 };
    struct query_tree tree;
    uint32_t asked = 0;

    assert_int_equal(query_parse(&tree, &arena, view_of(query), NULL), PALPATE_OK);
    assert_int_equal(amounts_asked(&asked, &tree, NULL), PALPATE_OK);
    arena_free(&arena);
    return asked;
}

/* Whether `text` gives what `query` asks. */
static bool is_given(const char *query, const char *text)
{
    uint32_t asked = asked_by(query);

    if (asked == 0)
        fail_msg("<%s> asks for no amount", query);
    return amounts_are_given(view_of(text), asked);
}

static void questions_ask_for_amounts_in_many_ways(void **state)
{
    static const char *const QUERIES[] = { "how long does sciatica last",
        "whiplash how long", "how soon can I drive", "when can i run again",
        "how many weeks in a cast", "how often should I stretch", "how many sets",
        "how far should a knee bend", "How Much Is a massage" };

    (void)state;
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++)
        if (asked_by(QUERIES[i]) == 0)
            fail_msg("<%s> asks for no amount", QUERIES[i]);
}

static void what_is_counted_is_a_number_of_it(void **state)
{
    struct arena arena = { 0 };
    struct query_tree tree;
    palpate_view counted;

    (void)state;
    assert_int_equal(
            query_parse(&tree, &arena, view_of("how many sets of squats"), NULL),
            PALPATE_OK);
    assert_int_equal(amounts_counted(&counted, &arena, &tree, NULL), PALPATE_OK);
    assert_true(view_equals(counted, view_of("set")));
    assert_true(amounts_count(view_of("Do two or three sets."), counted));
    assert_true(amounts_count(view_of("One set is enough."), counted));
    assert_false(
            amounts_count(view_of("Quadriceps sets: press down 10 times."), counted));
    assert_int_equal(
            query_parse(&tree, &arena, view_of("how long and how many a day"), NULL),
            PALPATE_OK);
    assert_int_equal(amounts_counted(&counted, &arena, &tree, NULL), PALPATE_OK);
    assert_int_equal(counted.size, 0);
    arena_free(&arena);
}

static void other_questions_ask_for_none(void **state)
{
    static const char *const QUERIES[] = { "", "frozen shoulder", "how do i sit",
        "long covid", "when to see a doctor", "howlong", "knee -\"how long\"" };

    (void)state;
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++)
        if (asked_by(QUERIES[i]) != 0)
            fail_msg("<%s> asks for an amount", QUERIES[i]);
}

static void a_number_and_its_unit_are_an_amount(void **state)
{
    (void)state;
    assert_true(is_given("how long", "It settles in six to eight weeks."));
    assert_true(is_given("how long", "Ten minutes are enough."));
    assert_true(is_given("how long", "Leave it on for 1 hour."));
    assert_true(is_given("how long", "Most episodes improve over weeks to months."));
    assert_true(is_given("how often", "Stretch twice a day."));
    assert_true(is_given("how often", "Daily, if you can."));
    assert_true(is_given("how many sets", "3 sets of 10."));
    assert_true(is_given("how far", "The knee bends to about 135 degrees."));
    assert_true(is_given("how much is it", "The fee is paid at the desk."));
}

static void a_unit_without_a_number_is_none(void **state)
{
    (void)state;
    assert_false(is_given("how long", "A day of rest will do."));
    assert_false(is_given("how long", "The week of the operation."));
    assert_false(is_given("how long", ""));
    assert_false(is_given("how many sets", "Which set is best for you."));
    assert_false(is_given("how far", "It settles in six weeks."));
    assert_false(is_given("how often", "Four of the five muscles of the hip."));
}

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/a/", "Sciatica", "What is sciatica?",
            "Sciatica is pain along the nerve. The word sciatica is used loosely, and "
            "doctors prefer other words for sciatica.",
            KIND_DEFINITION, NULL },
    { "https://c.example/b/", "Sciatica", "Advice",
            "With sciatica most people are better after six to twelve weeks without "
            "an operation.",
            KIND_OTHER, NULL },
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, "");
}

static bool is_first(const char *query, const char *slug)
{
    ask_with(query, NULL);
    assert_int_equal(answer->hit_count, 2);
    palpate_view url = answer->hits[0].url;
    return view_find(url, view_of(slug)) < url.size;
}

static void who_asks_how_long_gets_the_passage_that_says_it(void **state)
{
    (void)state;
    assert_true(is_first("sciatica", "/a/"));
    assert_true(is_first("how long does sciatica last", "/b/"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions_ask_for_amounts_in_many_ways),
        cmocka_unit_test(what_is_counted_is_a_number_of_it),
        cmocka_unit_test(other_questions_ask_for_none),
        cmocka_unit_test(a_number_and_its_unit_are_an_amount),
        cmocka_unit_test(a_unit_without_a_number_is_none),
        cmocka_unit_test(who_asks_how_long_gets_the_passage_that_says_it),
    };

    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
