#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

/* Three passages about one thing, of which only the first has its common name, and one
   that shares no more than a word with it, on a site of thousands. */
static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/frozen/", "Frozen shoulder", NULL,
            "In a frozen shoulder the capsule thickens and rotation is lost; the "
            "glenohumeral joint stiffens over months.",
            KIND_DEFINITION, "2023-04-18" },
    { "https://c.example/frozen/", "Frozen shoulder", "Course",
            "The capsule thaws and glenohumeral rotation comes back in a year or two.",
            KIND_SYMPTOMS, "2023-04-18" },
    { "https://c.example/capsule/", "Adhesive capsulitis", NULL,
            "The glenohumeral capsule thickens, and outward rotation is the first "
            "movement that is lost.",
            KIND_DEFINITION, "2021-01-02" },
    { "https://c.example/release/", "Arthroscopic release", NULL,
            "A capsule that stays thick is cut to give rotation back to the "
            "glenohumeral joint.",
            KIND_TREATMENT, "2018-06-30" },
    { "https://c.example/years/", "Fees", NULL,
            "Fees have not risen for a year or two.", KIND_OTHER, "2023-01-01" },
    { "https://c.example/bread/", "Sandwiches", NULL,
            "The heel of a loaf is its end, and every loaf has one heel at each end "
            "that guests of the cafeteria leave to birds outside by lunchtime.",
            KIND_OTHER, "2023-01-01" },
    { "https://c.example/steps/", "First steps", NULL,
            "The plantar fascia pulls on the bone of the heel, and the first steps of "
            "a morning hurt until the fascia has warmed up under the arch.",
            KIND_SYMPTOMS, "2023-01-01" },
    { "https://c.example/arch/", "Sore arches", NULL,
            "Under the arch the plantar fascia runs from the heel to the toes; runners "
            "feel it as pain with the first steps of a morning.",
            KIND_SYMPTOMS, "2023-01-01" },
    { "https://c.example/tape/", "Taping", NULL,
            "Tape from the heel to the toes spares the plantar fascia, so that the "
            "arch hurts less during the first steps of a morning.",
            KIND_TREATMENT, "2023-01-01" },
};

enum { OWN = sizeof PASSAGES / sizeof *PASSAGES, ALL = 2200, NAME = 96 };

static int open_index(void **state)
{
    static struct fixture_passage all[ALL];
    static char texts[ALL][NAME];
    static char urls[ALL][NAME];

    (void)state;
    for (int i = 0; i < ALL; i++) {
        (void)snprintf(
                texts[i], NAME, "Our opening hours in week %d, by room %d.", i, i % 97);
        (void)snprintf(urls[i], NAME, "https://c.example/hours/%d/", i);
        all[i] = i < OWN ? PASSAGES[i]
                         : (struct fixture_passage){ urls[i], "Opening hours", NULL,
                               texts[i], KIND_OTHER, NULL };
    }
    return fixture_search_open(all, ALL, NULL);
}

static void assert_url(size_t hit, const char *url)
{
    assert_true(hit < answer->hit_count);
    assert_true(view_equals(answer->hits[hit].url, view_of(url)));
}

/* Few passages have the words: what is about the same follows, marked, below all others
   and uncounted; what only shares a common word does not. */
static void what_is_about_the_same_follows_the_few_that_have_the_words(void **state)
{
    (void)state;
    ask_with("frozen", NULL);
    assert_int_equal(answer->total, 1);
    assert_int_equal(answer->hit_count, 3);
    assert_url(0, "https://c.example/frozen/");
    assert_false(answer->hits[0].is_related);
    for (size_t i = 1; i < answer->hit_count; i++) {
        assert_true(answer->hits[i].is_related);
        assert_true(answer->hits[i].score < answer->hits[i - 1].score);
        assert_int_equal(answer->hits[i].mark_count, 0);
        assert_true(answer->hits[i].snippet.size > 0);
    }
    assert_url(1, "https://c.example/capsule/");
    assert_url(2, "https://c.example/release/");
}

/* Of an article that has the words, its other passages are no news. */
static void an_article_that_was_found_does_not_come_again(void **state)
{
    const palpate_search_options flat = { .group = PALPATE_GROUP_NONE };

    (void)state;
    ask_with("stiffens", &flat);
    assert_int_equal(answer->total, 1);
    for (size_t i = 1; i < answer->hit_count; i++)
        assert_false(view_equals(
                answer->hits[i].url, PALPATE_VIEW("https://c.example/frozen/")));
}

static void who_demands_or_forbids_words_gets_nothing_else(void **state)
{
    static const char *const DEMANDS[] = { "+stiffens", "\"joint stiffens\"",
        "stiffens AND joint", "title:frozen", "stiffens -capsulitis", "stiffen*" };
    const palpate_search_options plain = { .no_expand = true };

    (void)state;
    for (size_t i = 0; i < sizeof DEMANDS / sizeof *DEMANDS; i++) {
        ask_with(DEMANDS[i], NULL);
        assert_int_equal(answer->hit_count, 1);
    }
    ask_with("stiffens", &plain);
    assert_int_equal(answer->hit_count, 1);
}

static void filters_hold_for_what_is_related_too(void **state)
{
    (void)state;
    ask_with("frozen date:2020..2024", NULL);
    assert_int_equal(answer->hit_count, 2);
    assert_url(1, "https://c.example/capsule/");
}

static void nothing_is_related_to_nothing(void **state)
{
    (void)state;
    ask_with("zebra", NULL);
    assert_int_equal(answer->hit_count, 0);
}

static uint32_t part_of(const char *name)
{
    uint32_t part = 0;

    while (strcmp(palpate_score_part_name(part), name) != 0)
        part++;
    return part;
}

static void the_part_can_be_left_out(void **state)
{
    const palpate_search_options options = { .without_parts = 1U
                                                              << part_of("related") };

    (void)state;
    ask_with("frozen", &options);
    assert_int_equal(answer->hit_count, 1);
}

/* A word has several meanings, and most of the best hits share one. */
static void of_what_has_the_words_what_is_like_the_best_comes_first(void **state)
{
    palpate_search_options options = { .without_parts = 1U << part_of("likeness") };

    (void)state;
    ask_with("heel", &options);
    assert_int_equal(answer->total, 4);
    assert_url(0, "https://c.example/bread/");
    options.without_parts = 0;
    ask_with("heel", &options);
    assert_int_equal(answer->total, 4);
    assert_url(3, "https://c.example/bread/");
    options.no_expand = true;
    ask_with("heel", &options);
    assert_url(0, "https://c.example/bread/");
}

/* So the user's words come first. */
static void likeness_earns_no_more_than_the_words_did(void **state)
{
    const palpate_search_options options = { .explain = true };
    uint32_t part = part_of("likeness");

    (void)state;
    ask_with("heel", &options);
    for (size_t i = 0; i < answer->total; i++) {
        assert_true(answer->hits[i].parts[part].value > 0);
        assert_true(answer->hits[i].parts[part].value <= answer->hits[i].score / 2);
    }
}

/* The longer a query, the more it says itself. */
static void of_more_words_likeness_earns_a_smaller_share(void **state)
{
    static const char *const QUERIES[] = { "heel fascia", "heel fascia arch",
        "heel plantar fascia arch" };
    const palpate_search_options options = { .explain = true };
    double before = 1;

    (void)state;
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        ask_with(QUERIES[i], &options);
        double share = answer->hits[0].parts[part_of("likeness")].value /
                       answer->hits[0].score;
        assert_true(share > 0);
        assert_true(share < before);
        before = share;
    }
}

static void a_statement_is_measured_by_its_own_words_alone(void **state)
{
    const palpate_search_options options = { .explain = true };

    (void)state;
    ask_with("heel plantar fascia arch morning steps toes runners", &options);
    assert_true(answer->hits[0].parts[part_of("likeness")].value == 0);
}

static void a_long_question_says_what_it_means_by_itself(void **state)
{
    const palpate_search_options options = { .explain = true };

    (void)state;
    ask_with("heel plantar fascia arch morning steps toes runners pain", &options);
    assert_true(answer->total > 1);
    for (size_t i = 0; i < answer->total; i++)
        assert_true(answer->hits[i].parts[part_of("likeness")].value == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_about_the_same_follows_the_few_that_have_the_words),
        cmocka_unit_test(an_article_that_was_found_does_not_come_again),
        cmocka_unit_test(who_demands_or_forbids_words_gets_nothing_else),
        cmocka_unit_test(filters_hold_for_what_is_related_too),
        cmocka_unit_test(nothing_is_related_to_nothing),
        cmocka_unit_test(the_part_can_be_left_out),
        cmocka_unit_test(of_what_has_the_words_what_is_like_the_best_comes_first),
        cmocka_unit_test(likeness_earns_no_more_than_the_words_did),
        cmocka_unit_test(of_more_words_likeness_earns_a_smaller_share),
        cmocka_unit_test(a_statement_is_measured_by_its_own_words_alone),
        cmocka_unit_test(a_long_question_says_what_it_means_by_itself),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
