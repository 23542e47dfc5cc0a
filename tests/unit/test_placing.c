#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/run/placing.h"

enum { PAGES = 5 };

static struct catalog_entry pages[PAGES];

/* Decides over the first `count` pages, handed over in an order that `turn` changes. */
static void decide(size_t count, size_t turn)
{
    struct catalog_entry *order[PAGES];

    for (size_t i = 0; i < count; i++)
        order[i] = &pages[(i + turn) % count];
    assert_int_equal(placing_decide(order, count, NULL), PALPATE_OK);
}

/* Page i lies at 100 + i, and its text is like no other. */
static int set_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAGES; i++) {
        static const char *const IDS[PAGES] = { "a", "b", "c", "d", "e" };
        pages[i] = (struct catalog_entry){ .id = view_of(IDS[i]),
            .outcome = OUTCOME_INDEXED,
            .place = 100 + i,
            .spot = 10 + i,
            .title = i + 1,
            .text = 1000 * (i + 1),
            .text_size = 50,
            .signature = 0x0F0F0F0F0F0F0F0FU << i };
    }
    return 0;
}

/* Page `from` claims the address where page `to` lies. */
static void claim(size_t from, size_t to)
{
    pages[from].claim = pages[to].place;
    pages[from].claim_spot = pages[to].spot;
}

static void say_the_same(size_t one, size_t other)
{
    pages[one].text = pages[other].text;
    pages[one].title = pages[other].title;
    pages[one].signature = pages[other].signature;
}

static void assert_all_lie_where_they_are(size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_true(pages[i].belongs == pages[i].place);
}

static void an_address_where_another_text_lies_is_not_believed(void **state)
{
    (void)state;
    claim(1, 0);
    for (size_t turn = 0; turn < PAGES; turn++) {
        decide(PAGES, turn);
        assert_all_lie_where_they_are(PAGES);
        assert_non_null(placing_doubt(&pages[1]));
        assert_null(placing_doubt(&pages[0]));
    }
}

static void pages_that_name_each_other_stay(void **state)
{
    (void)state;
    claim(0, 1);
    claim(1, 2);
    claim(2, 0);
    claim(3, 4);
    claim(4, 3);
    decide(PAGES, 0);
    assert_all_lie_where_they_are(PAGES);
    say_the_same(3, 4);
    decide(PAGES, 0);
    assert_all_lie_where_they_are(PAGES);
}

static void an_address_that_many_texts_claim_is_of_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAGES; i++) {
        pages[i].claim = 55;
        pages[i].claim_spot = 5;
    }
    decide(PAGES, 0);
    assert_all_lie_where_they_are(PAGES);
    decide(1, 0);
    assert_true(pages[0].belongs == 55);
}

static void of_one_address_and_text_the_one_that_lies_there_stays(void **state)
{
    (void)state;
    for (size_t turn = 0; turn < 3; turn++) {
        claim(0, 1);
        claim(2, 1);
        say_the_same(0, 1);
        say_the_same(2, 1);
        pages[2].text_size = 70;
        decide(3, turn);
        assert_true(pages[0].belongs == 0);
        assert_true(pages[1].belongs == pages[1].place);
        assert_true(pages[2].belongs == 0);
        assert_true(view_equals(pages[0].keeper, PALPATE_VIEW("b")));
    }
}

static void of_one_address_and_text_where_none_lies_the_longer_stays(void **state)
{
    (void)state;
    say_the_same(0, 1);
    pages[1].text_size = 70;
    for (size_t i = 0; i < 2; i++) {
        pages[i].claim = 55;
        pages[i].claim_spot = 5;
    }
    decide(2, 0);
    assert_true(pages[0].belongs == 0);
    assert_true(pages[1].belongs == 55);
    pages[1].is_copy = true;
    decide(2, 0);
    assert_true(pages[0].belongs == 55);
    assert_true(pages[1].belongs == 0);
}

static void precedence_is_an_order(void **state)
{
    (void)state;
    assert_true(page_precedes(&pages[0], &pages[1], 7));
    assert_false(page_precedes(&pages[1], &pages[0], 7));
    assert_true(page_precedes(&pages[1], &pages[0], pages[1].place));
    assert_false(page_precedes(&pages[0], &pages[0], 7));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(
                an_address_where_another_text_lies_is_not_believed, set_up),
        cmocka_unit_test_setup(pages_that_name_each_other_stay, set_up),
        cmocka_unit_test_setup(an_address_that_many_texts_claim_is_of_none, set_up),
        cmocka_unit_test_setup(
                of_one_address_and_text_the_one_that_lies_there_stays, set_up),
        cmocka_unit_test_setup(
                of_one_address_and_text_where_none_lies_the_longer_stays, set_up),
        cmocka_unit_test_setup(precedence_is_an_order, set_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
