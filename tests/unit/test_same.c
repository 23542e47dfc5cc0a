#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

#define LEAFLET(dose)                                                             \
    "Ask the pharmacist for an ibuprofen gel and rub it on the painful shoulder " \
    "every morning, " dose " at most, until the swelling is gone again."

static const struct fixture_passage PASSAGES[] = {
    { "https://a.example/one/", "Shoulder", NULL, LEAFLET("200 mg"), KIND_OTHER, NULL },
    { "https://a.example/one/", "Shoulder", NULL, "A gel for the shoulder is a start.",
            KIND_OTHER, NULL },
    { "https://a.example/two/", "Shoulder", NULL, LEAFLET("200 mg"), KIND_OTHER, NULL },
    { "https://a.example/two/", "Shoulder", NULL, "A gel cools the elbow for a while.",
            KIND_OTHER, NULL },
    { "https://a.example/six/", "Shoulder", NULL, LEAFLET("600 mg"), KIND_OTHER, NULL },
};

enum { COPIES = 500, OTHERS = sizeof PASSAGES / sizeof *PASSAGES };

static char urls[COPIES][32];

/* The passages above, and a line that stands on hundreds of pages before one that says
   less of the same. */
static int open_index(void **state)
{
    static struct fixture_passage passages[OTHERS + COPIES + 1];

    (void)state;
    memcpy(passages, PASSAGES, sizeof PASSAGES);
    for (size_t i = 0; i < COPIES; i++) {
        (void)snprintf(urls[i], sizeof urls[i], "https://b.example/%zu/", i);
        passages[OTHERS + i] = (struct fixture_passage){ urls[i], "Page", NULL,
            "Privacy matters: our privacy notice says which data we keep, for how long "
            "we keep them, and whom you can ask about privacy.",
            KIND_OTHER, NULL };
    }
    passages[OTHERS + COPIES] = (struct fixture_passage){ "https://c.example/", "Page",
        NULL,
        "In a clinic with many beds a curtain is what people have for privacy, and it "
        "helps little where the neighbour hears each word of the talk.",
        KIND_OTHER, NULL };
    return fixture_search_open(passages, OTHERS + COPIES + 1, NULL);
}

static void ask(const char *query, palpate_grouping group)
{
    const palpate_search_options options = { .limit = 10, .group = group };

    ask_with(query, &options);
}

static void what_a_better_hit_says_is_counted_with_it(void **state)
{
    size_t same = 0;

    (void)state;
    ask("ibuprofen pharmacist", PALPATE_GROUP_ARTICLE);
    assert_int_equal(answer->hit_count, 2);
    for (size_t i = 0; i < answer->hit_count; i++)
        same += answer->hits[i].same_count;
    assert_int_equal(same, 1);
}

static void another_dose_says_something_else(void **state)
{
    bool has_more = false;

    (void)state;
    ask("ibuprofen pharmacist", PALPATE_GROUP_ARTICLE);
    for (size_t i = 0; i < answer->hit_count; i++)
        has_more |= view_find(answer->hits[i].text, PALPATE_VIEW("600 mg")) <
                    answer->hits[i].text.size;
    assert_true(has_more);
}

static void an_article_is_found_by_what_else_it_says(void **state)
{
    (void)state;
    ask("gel", PALPATE_GROUP_ARTICLE);
    assert_int_equal(answer->hit_count, 3);
}

static void nothing_is_left_out_of_single_passages(void **state)
{
    (void)state;
    ask("ibuprofen pharmacist", PALPATE_GROUP_NONE);
    assert_int_equal(answer->hit_count, 3);
}

static void what_stands_on_hundreds_of_pages_hides_nothing(void **state)
{
    (void)state;
    ask("privacy", PALPATE_GROUP_ARTICLE);
    assert_int_equal(answer->hit_count, 2);
    assert_true(answer->hits[0].same_count > 300);
    assert_true(view_starts_with(answer->hits[1].text, PALPATE_VIEW("In a clinic")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_better_hit_says_is_counted_with_it),
        cmocka_unit_test(another_dose_says_something_else),
        cmocka_unit_test(an_article_is_found_by_what_else_it_says),
        cmocka_unit_test(nothing_is_left_out_of_single_passages),
        cmocka_unit_test(what_stands_on_hundreds_of_pages_hides_nothing),
    };

    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
