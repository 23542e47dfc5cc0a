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

static int open_index(void **state)
{
    struct fixture_passage *passages = fixture_site_make(SITE_LARGE);
    int status =
            fixture_search_open(passages, (size_t)SITE_LARGE * SITE_PASSAGES, NULL);

    (void)state;
    fixture_site_free(passages, SITE_LARGE);
    return status;
}

static uint64_t number_of(palpate_view text)
{
    uint64_t number = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            fail_msg("no number: %.*s", (int)text.size, text.data);
        number = number * 10 + (uint64_t)(text.data[i] - '0');
    }
    return number;
}

/* The values are views into records, most of which were read only to be counted. */
static void facets_say_what_stands_in_the_index(void **state)
{
    static const char *const QUERIES[] = { "pain", "+pain running", "\"steady plan\"",
        "pain diary -rare", "pain kind:exercises" };

    (void)state;
    for (int grouping = PALPATE_GROUP_ARTICLE; grouping <= PALPATE_GROUP_NONE;
            grouping++) {
        const palpate_search_options options = { .facet_values = 20,
            .group = (palpate_grouping)grouping,
            .deadline_us = UINT64_C(600) * 1000 * 1000 };
        for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
            ask_with(QUERIES[i], &options);
            assert_int_equal(answer->facet_count, PALPATE_FACETS);
            assert_int_equal(answer->facets[2].value_count, 1);
            assert_true(view_equals(
                    answer->facets[2].values[0].value, PALPATE_VIEW("s.example")));
            const palpate_facet *years = &answer->facets[4];
            assert_int_equal(years->value_count, 15);
            for (size_t k = 0; k < years->value_count; k++) {
                assert_in_range(number_of(years->values[k].value), 2010, 2024);
                assert_true(years->values[k].count > 0);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facets_say_what_stands_in_the_index),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
