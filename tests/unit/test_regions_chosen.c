#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "indexer/content/regions.h"

enum { BLOCKS = 100, COUNT = 4 };

/* A page of blocks of ten words, and its regions. */
static struct region_sums sums[BLOCKS + 1];
static struct region items[COUNT];
static const struct region_page PAGE = { .sums = sums };
static const struct regions REGIONS = { .items = items, .count = COUNT };

static int set_up(void **state)
{
    (void)state;
    for (uint32_t i = 0; i <= BLOCKS; i++)
        sums[i].words = i * 10;
    return 0;
}

static void region(uint32_t number, uint32_t first, uint32_t end, float chance)
{
    items[number] = (struct region){ .first = first, .end = end, .chance = chance };
}

static void elements_around_nearly_the_same_text_win_together(void **state)
{
    (void)state;
    region(0, 0, 5, 0.4F);
    region(1, 6, 100, 0.2F);
    region(2, 7, 100, 0.2F);
    region(3, 8, 100, 0.2F);

    uint32_t best = regions_choose(&REGIONS, &PAGE);
    assert_in_range(best, 1, 3);
}

static void what_holds_all_sections_wins_over_each_of_them(void **state)
{
    (void)state;
    region(0, 0, 100, 0.2F);
    region(1, 0, 40, 0.3F);
    region(2, 40, 70, 0.25F);
    region(3, 70, 100, 0.25F);

    assert_int_equal(regions_choose(&REGIONS, &PAGE), 0);
}

static void what_is_likely_by_itself_wins_over_what_holds_it(void **state)
{
    (void)state;
    region(0, 0, 100, 0.2F);
    region(1, 0, 20, 0.7F);
    region(2, 20, 60, 0.05F);
    region(3, 60, 100, 0.05F);

    assert_int_equal(regions_choose(&REGIONS, &PAGE), 1);
}

static void a_region_with_many_dates_holds_other_posts(void **state)
{
    (void)state;
    region(0, 0, 100, 0.2F);
    region(1, 0, 40, 0.3F);
    region(2, 40, 70, 0.25F);
    region(3, 70, 100, 0.25F);
    items[0].traits[REGION_DATES] = 2;

    assert_int_not_equal(regions_choose(&REGIONS, &PAGE), 0);
    items[1].traits[REGION_DATES] = 1;
    assert_int_equal(regions_choose(&REGIONS, &PAGE), 0);
}

static void a_region_with_many_more_links_holds_a_list_of_them(void **state)
{
    (void)state;
    region(0, 0, 100, 0.2F);
    region(1, 0, 40, 0.3F);
    region(2, 40, 70, 0.25F);
    region(3, 70, 100, 0.25F);
    items[0].traits[REGION_LINKS] = 60;

    assert_int_not_equal(regions_choose(&REGIONS, &PAGE), 0);
    items[1].traits[REGION_LINKS] = 50;
    assert_int_equal(regions_choose(&REGIONS, &PAGE), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_around_nearly_the_same_text_win_together),
        cmocka_unit_test(what_holds_all_sections_wins_over_each_of_them),
        cmocka_unit_test(what_is_likely_by_itself_wins_over_what_holds_it),
        cmocka_unit_test(a_region_with_many_dates_holds_other_posts),
        cmocka_unit_test(a_region_with_many_more_links_holds_a_list_of_them),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
