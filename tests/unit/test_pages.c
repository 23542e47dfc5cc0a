#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"
#include "fixture_site.h"

#define HOUR (UINT64_C(3600) * 1000 * 1000)

enum { SMALL = 60, MOST = SITE_LARGE * SITE_PASSAGES };

static size_t articles; /* of the site that is open */

static int open_site(size_t count)
{
    struct fixture_passage *passages = fixture_site_make(count);
    int status = fixture_search_open(passages, count * SITE_PASSAGES, NULL);

    fixture_site_free(passages, count);
    articles = count;
    return status;
}

static int open_small(void **state)
{
    (void)state;
    return open_site(SMALL);
}

static int open_large(void **state)
{
    (void)state;
    return open_site(SITE_LARGE);
}

static bool all(size_t article)
{
    (void)article;
    return true;
}

static bool is_rare(size_t article)
{
    return article % 7 == 0;
}

static bool has_steady_plan(size_t article)
{
    return article % 2 == 0;
}

static bool is_steady(size_t article)
{
    return article % 2 == 1;
}

static bool is_of_2013(size_t article)
{
    return article % 15 == 3 && article % 11 != 0;
}

/* What is asked, and which articles answer. */
static const struct {
    const char *query;
    bool (*answers)(size_t article);
} QUESTIONS[] = {
    { "pain", all },
    { "rare", is_rare },
    { "pain -rare", all },
    { "\"steady plan\"", has_steady_plan },
    { "pain -\"steady plan\"", all },
    { "plan NEAR/4 helps", all },
    { "+plan -\"steady plan\"", is_steady },
    { "pain kind:exercises", all },
    { "pain date:2013", is_of_2013 },
    { "title:diary", all },
    { "steady number eases", all },
};

enum { QUESTION_COUNT = sizeof QUESTIONS / sizeof *QUESTIONS };

/* Hits, told by article and place in it. */
struct list {
    uint64_t *items;
    size_t count;
};

static size_t article_of(const palpate_hit *hit)
{
    static const palpate_view SITE = PALPATE_VIEW_INIT("https://s.example/");
    char *end = NULL;

    assert_true(view_starts_with(hit->url, SITE));
    size_t article = strtoul(hit->url.data + SITE.size, &end, 10);
    assert_int_equal(*end, '/');
    assert_true(article < articles);
    return article;
}

static void take_hits(struct list *list)
{
    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];
        if (hit->is_related)
            continue;
        assert_true(list->count < MOST);
        list->items[list->count++] =
                (uint64_t)article_of(hit) << 32 | (uint64_t)hit->ordinal;
    }
}

/* All pages of a size, one after another; the last answer stays. */
static struct list read_pages(const char *query, const palpate_search_options *given,
        uint32_t size, uint32_t most)
{
    struct list list = { calloc(MOST, sizeof *list.items), 0 };
    palpate_search_options options = *given;
    uint64_t total = 0;

    assert_non_null(list.items);
    options.limit = size;
    do {
        size_t before = list.count;
        ask_with(query, &options);
        take_hits(&list);
        assert_true(answer->total >= total);
        assert_true(answer->total >= list.count);
        assert_false(answer->is_partial);
        total = answer->total;
        options.offset += size;
        if (list.count - before < size)
            break;
    } while (list.count < most);
    return list;
}

static int by_number(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

/* No article twice, none that does not answer, and none missing. */
static void assert_whole(struct list *list, size_t question, bool by_article)
{
    bool *is_found = calloc(articles, sizeof *is_found);

    assert_non_null(is_found);
    qsort(list->items, list->count, sizeof *list->items, by_number);
    for (size_t i = 0; i < list->count; i++) {
        size_t article = (size_t)(list->items[i] >> 32);
        is_found[article] = true;
        if (i == 0)
            continue;
        assert_true(list->items[i] != list->items[i - 1]);
        if (by_article)
            assert_true(list->items[i] >> 32 != list->items[i - 1] >> 32);
    }
    for (size_t i = 0; i < articles; i++)
        if (is_found[i] != QUESTIONS[question].answers(i))
            fail_msg("%s: article %zu is %s", QUESTIONS[question].query, i,
                    is_found[i] ? "no answer" : "missing");
    free(is_found);
}

/* The site has one host and one language, so a facet of them counts all there is. */
static void assert_facets_agree(size_t count)
{
    assert_int_equal(answer->facet_count, PALPATE_FACETS);
    assert_int_equal(answer->facets[2].value_count, 1);
    assert_int_equal(answer->facets[2].values[0].count, count);
}

static void try_pages(size_t question, const palpate_search_options *options,
        const uint32_t *sizes, size_t size_count)
{
    const char *query = QUESTIONS[question].query;
    bool by_article = options->group == PALPATE_GROUP_ARTICLE;
    struct list whole =
            read_pages(query, options, PALPATE_MAX_DEPTH, PALPATE_MAX_DEPTH);

    assert_true(answer->total_is_exact || whole.count >= PALPATE_MAX_DEPTH);
    if (answer->total_is_exact && whole.count < PALPATE_MAX_DEPTH)
        assert_int_equal(answer->total, whole.count);
    if (answer->facets_are_exact)
        assert_facets_agree(whole.count);
    for (size_t i = 0; i < size_count; i++) {
        uint32_t most = sizes[i] < 100 ? 140 : 1000;
        struct list pages = read_pages(query, options, sizes[i], most);
        assert_true(pages.count == whole.count || pages.count >= most);
        for (size_t k = 0; k < pages.count; k++)
            if (pages.items[k] != whole.items[k])
                fail_msg("%s: hit %zu of pages of %u is another one", query, k,
                        (unsigned)sizes[i]);
        free(pages.items);
    }
    if (whole.count < PALPATE_MAX_DEPTH)
        assert_whole(&whole, question, by_article);
    free(whole.items);
}

/* Every `step`-th question, in all orders and groupings. */
static void try_all(const uint32_t *sizes, size_t size_count, size_t step)
{
    for (int sort = PALPATE_SORT_RELEVANCE; sort <= PALPATE_SORT_OLDEST; sort++) {
        for (int group = PALPATE_GROUP_ARTICLE; group <= PALPATE_GROUP_NONE; group++) {
            const palpate_search_options options = { .sort = (palpate_sort)sort,
                .group = (palpate_grouping)group,
                .facet_values = 20,
                .no_expand = true,
                .deadline_us = HOUR };
            for (size_t i = 0; i < QUESTION_COUNT; i += step)
                try_pages(i, &options, sizes, size_count);
        }
    }
}

static void pages_of_any_size_are_one_list_of_all_that_answers(void **state)
{
    static const uint32_t SIZES[] = { 7, 25 };

    (void)state;
    try_all(SIZES, sizeof SIZES / sizeof *SIZES, 1);
}

static void pages_of_a_large_site_are_one_list_of_all_that_answers(void **state)
{
    static const uint32_t SIZES[] = { 333 };

    (void)state;
    try_all(SIZES, sizeof SIZES / sizeof *SIZES, 5);
}

static void a_small_site_knows_how_many_answer_from_the_first_page_on(void **state)
{
    static const palpate_sort SORTS[] = { PALPATE_SORT_RELEVANCE, PALPATE_SORT_NEWEST };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        const palpate_search_options options = { .sort = SORTS[i],
            .deadline_us = HOUR };
        ask_with("pain", &options);
        assert_int_equal(answer->total, SMALL);
        assert_true(answer->total_is_exact);
        assert_int_equal(answer->hit_count, 10);
    }
}

/* What a page needs is looked for, and what is not known is not said. */
static void a_large_site_says_at_least_how_many_answer(void **state)
{
    const palpate_search_options options = { .deadline_us = HOUR };

    (void)state;
    ask_with("pain", &options);
    assert_false(answer->total_is_exact);
    assert_in_range(answer->total, 10, SITE_LARGE);
}

static void a_hit_far_behind_shows_other_passages_of_its_article(void **state)
{
    const palpate_search_options options = { .offset = 50, .deadline_us = HOUR };

    (void)state;
    ask_with("pain", &options);
    assert_int_equal(answer->hit_count, 10);
    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];
        assert_true(hit->mark_count > 0);
        assert_true(hit->more_count > 0);
        for (size_t k = 0; k < hit->more_count; k++) {
            assert_true(view_equals(hit->more[k].url, hit->url));
            assert_true(hit->more[k].ordinal != hit->ordinal);
        }
    }
}

int main(void)
{
    const struct CMUnitTest small[] = {
        cmocka_unit_test(pages_of_any_size_are_one_list_of_all_that_answers),
        cmocka_unit_test(a_small_site_knows_how_many_answer_from_the_first_page_on),
        cmocka_unit_test(a_hit_far_behind_shows_other_passages_of_its_article),
    };
    const struct CMUnitTest large[] = {
        cmocka_unit_test(pages_of_a_large_site_are_one_list_of_all_that_answers),
        cmocka_unit_test(a_large_site_says_at_least_how_many_answer),
    };
    int failed = cmocka_run_group_tests(small, open_small, fixture_search_close);

    answer = NULL;
    return failed + cmocka_run_group_tests(large, open_large, fixture_search_close);
}
