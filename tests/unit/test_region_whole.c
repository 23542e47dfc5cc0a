#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "indexer/content/claims.h"
#include "indexer/content/region_whole.h"

enum { BLOCKS = 20, WORDS = 50, PAGE = 0, TEXT, INTRODUCTION, ASIDE, COUNT };

/* A page of twenty paragraphs.  The first two of the text are its introduction, which
   was chosen. */
static struct wording wording[BLOCKS];
static struct region items[COUNT];
static const struct regions REGIONS = { .items = items, .count = COUNT };
static struct landscape land;

static void region(uint32_t number, uint32_t first, uint32_t end, uint16_t up)
{
    items[number] =
            (struct region){ .first = first, .end = end, .up = up, .chance = 0.25F };
    items[number].prose = (end - first) * WORDS;
    items[number].traits[REGION_PROSE_SHARE] = (int16_t)((end - first) * 100 / BLOCKS);
}

static int set_up(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < BLOCKS; i++)
        wording[i] = (struct wording){ .words = WORDS };
    land = (struct landscape){ .wording = wording };
    region(PAGE, 0, BLOCKS, REGION_NONE);
    region(TEXT, 1, BLOCKS - 1, PAGE);
    region(INTRODUCTION, 1, 3, TEXT);
    region(ASIDE, BLOCKS - 1, BLOCKS, PAGE);
    return 0;
}

static uint32_t whole(void)
{
    return region_whole_find(&REGIONS, &land, INTRODUCTION);
}

static void an_introduction_brings_the_text_that_it_begins(void **state)
{
    (void)state;
    assert_int_equal(whole(), TEXT);
}

static void a_little_more_than_the_text_is_not_taken_with_it(void **state)
{
    (void)state;
    assert_int_equal(region_whole_find(&REGIONS, &land, TEXT), TEXT);
    items[PAGE].prose *= 2;
    assert_int_equal(whole(), PAGE);
}

static void what_holds_links_posts_or_comments_is_no_text(void **state)
{
    static const struct {
        enum region_trait trait;
        int16_t few;
        int16_t many;
    } CASES[] = { { REGION_LINKS, 15, 40 }, { REGION_OTHER_NAMES, 10, 50 },
        { REGION_ELLIPSIS_SHARE, 20, 80 }, { REGION_LINKED_SHARE, 50, 100 },
        { REGION_ARTICLES, 1, 9 }, { REGION_IS_COMMENT, 0, 1 },
        { REGION_IS_SIDEBAR, 0, 1 }, { REGION_IS_RELATED, 0, 1 } };

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        set_up(state);
        items[PAGE].traits[CASES[i].trait] = CASES[i].many;
        items[TEXT].traits[CASES[i].trait] = CASES[i].few;
        assert_int_equal(whole(), TEXT);
        items[TEXT].traits[CASES[i].trait] = CASES[i].many;
        assert_int_equal(whole(), INTRODUCTION);
    }
}

static void dates_are_too_many_where_blocks_have_one_each(void **state)
{
    (void)state;
    items[TEXT].traits[REGION_DATES] = items[PAGE].traits[REGION_DATES] = 6;
    items[TEXT].traits[REGION_DATE_SHARE] = items[PAGE].traits[REGION_DATE_SHARE] = 5;
    assert_int_equal(whole(), TEXT);
    items[TEXT].traits[REGION_DATE_SHARE] = items[PAGE].traits[REGION_DATE_SHARE] = 33;
    assert_int_equal(whole(), INTRODUCTION);
    items[TEXT].traits[REGION_DATES] = 1;
    assert_int_equal(whole(), TEXT);
}

static void all_posts_of_a_forum_are_its_text(void **state)
{
    (void)state;
    land.claims = CLAIM_FORUM | CLAIM_POSTS;
    items[TEXT].traits[REGION_ARTICLES] = 9;
    items[TEXT].traits[REGION_DATES] = 9;
    items[TEXT].traits[REGION_DATE_SHARE] = 50;
    items[TEXT].traits[REGION_LINKED_SHARE] = 100;
    items[TEXT].traits[REGION_LINKS] = 25;
    assert_int_equal(whole(), TEXT);
}

static void what_follows_the_description_of_a_product_is_not_taken(void **state)
{
    (void)state;
    land.claims = CLAIM_PRODUCT;
    assert_int_equal(whole(), INTRODUCTION);
}

static void a_copy_without_paragraphs_is_not_taken(void **state)
{
    (void)state;
    wording[BLOCKS - 2].words = 6 * WORDS;
    assert_int_equal(whole(), INTRODUCTION);
}

static void the_whole_has_the_chances_of_its_parts_and_no_others(void **state)
{
    (void)state;
    struct regions regions = REGIONS;

    region_whole_gather(&regions, TEXT);
    assert_float_equal(items[TEXT].chance, 0.5F, 1e-6F);
    assert_float_equal(items[INTRODUCTION].chance, 0, 1e-6F);
    assert_float_equal(items[ASIDE].chance, 0.25F, 1e-6F);
    assert_float_equal(items[PAGE].chance, 0.25F, 1e-6F);
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_introduction_brings_the_text_that_it_begins),
        TEST(a_little_more_than_the_text_is_not_taken_with_it),
        TEST(what_holds_links_posts_or_comments_is_no_text),
        TEST(dates_are_too_many_where_blocks_have_one_each),
        TEST(all_posts_of_a_forum_are_its_text),
        TEST(what_follows_the_description_of_a_product_is_not_taken),
        TEST(a_copy_without_paragraphs_is_not_taken),
        TEST(the_whole_has_the_chances_of_its_parts_and_no_others),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
