#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/run/fold.h"

enum { PAGES = 5 };

static struct catalog_entry pages[PAGES];

/* Compares the first `count` pages, handed over in an order that `turn` changes. */
static void decide(size_t count, size_t turn)
{
    struct catalog_entry *order[PAGES];

    for (size_t i = 0; i < count; i++)
        order[i] = &pages[(i * (turn % 2 == 0 ? 1 : count - 1) + turn) % count];
    assert_int_equal(fold_decide(order, count, NULL), PALPATE_OK);
}

static void assert_keeper(size_t page, const char *keeper)
{
    palpate_view expected = view_of(keeper);

    if (!view_equals(pages[page].keeper, expected))
        fail_msg("page %zu gives way to \"%.*s\" and not to \"%s\"", page,
                (int)pages[page].keeper.size, pages[page].keeper.data, keeper);
}

static int set_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAGES; i++) {
        static const char *const IDS[PAGES] = { "a", "b", "c", "d", "e" };
        pages[i] = (struct catalog_entry){ .id = view_of(IDS[i]),
            .outcome = OUTCOME_INDEXED,
            .article = 100 + i,
            .text = 1000 + i,
            .signature = 0x0F0F0F0F0F0F0F0FU << i,
            .url_size = 20 };
    }
    return 0;
}

static void the_best_page_of_a_text_stays(void **state)
{
    (void)state;
    for (size_t turn = 0; turn < 10; turn++) {
        (void)set_up(NULL);
        pages[0].text = pages[2].text = pages[3].text = 7;
        pages[2].url_size = 12;
        pages[3].url_size = 5;
        pages[3].is_copy = true;
        decide(PAGES, turn);
        assert_keeper(0, "c");
        assert_keeper(1, "");
        assert_keeper(2, "");
        assert_keeper(3, "c");
        assert_keeper(4, "");
    }
}

static void of_equals_the_earlier_id_stays(void **state)
{
    (void)state;
    for (size_t turn = 0; turn < 10; turn++) {
        pages[1].text = pages[4].text = 7;
        decide(PAGES, turn);
        assert_keeper(1, "");
        assert_keeper(4, "b");
    }
}

static void a_page_may_call_another_its_original(void **state)
{
    (void)state;
    pages[1].original = pages[4].article;
    pages[1].signature = pages[4].signature ^ 0xFF;
    pages[1].url_size = 5;
    decide(PAGES, 0);
    assert_keeper(1, "e");
    /* What is not like it stays, whatever it says. */
    pages[1].signature = ~pages[4].signature;
    decide(PAGES, 0);
    assert_keeper(1, "");
    /* Nor does a name that no page has mean anything. */
    pages[1].original = 55;
    decide(PAGES, 0);
    assert_keeper(1, "");
}

static void an_amp_version_gives_way(void **state)
{
    (void)state;
    pages[0].amp = pages[1].article;
    pages[1].signature = pages[0].signature ^ 0xF;
    pages[1].is_copy = true;
    pages[1].url_size = 1;
    decide(PAGES, 0);
    assert_keeper(0, "");
    assert_keeper(1, "a");
}

static void two_that_call_each_other_keep_one(void **state)
{
    (void)state;
    pages[0].original = pages[1].article;
    pages[1].original = pages[0].article;
    pages[1].signature = pages[0].signature;
    decide(PAGES, 0);
    assert_keeper(0, "");
    assert_keeper(1, "a");
}

static void texts_too_short_to_compare_stay(void **state)
{
    (void)state;
    for (size_t i = 0; i < PAGES; i++)
        pages[i].text = pages[i].signature = 0;
    decide(PAGES, 0);
    for (size_t i = 0; i < PAGES; i++)
        assert_keeper(i, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_best_page_of_a_text_stays, set_up),
        cmocka_unit_test_setup(of_equals_the_earlier_id_stays, set_up),
        cmocka_unit_test_setup(a_page_may_call_another_its_original, set_up),
        cmocka_unit_test_setup(an_amp_version_gives_way, set_up),
        cmocka_unit_test_setup(two_that_call_each_other_keep_one, set_up),
        cmocka_unit_test_setup(texts_too_short_to_compare_stay, set_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
