#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

enum { SUPPORTING = 5, OTHERS = 2000, ALL = SUPPORTING + 2 + OTHERS };

static const char ALIKE[] = "https://c.example/alike/";
static const char UNLIKE[] = "https://c.example/unlike/";

static struct fixture_passage passages[ALL];
static char texts[ALL][160];
static char urls[ALL][64];

static void fill(size_t place, const char *text)
{
    (void)snprintf(urls[place], sizeof urls[place], "https://c.example/%zu/", place);
    (void)snprintf(texts[place], sizeof texts[place], text, place);
    passages[place] = (struct fixture_passage){ urls[place], "A diary", NULL,
        texts[place], KIND_OTHER, NULL };
}

/* What supports the claim speaks of platelets; of two articles on aspirin one does so,
   too. */
static int open_index(void **state)
{
    size_t place = 0;

    (void)state;
    while (place < SUPPORTING)
        fill(place++, "Aspirin of trial %zu kept platelets from clotting, and a stroke "
                      "was rarer.");
    passages[place] = (struct fixture_passage){ UNLIKE, "A diary", NULL,
        "Aspirin was bought on the way, and gardening in bad weather was the day.",
        KIND_OTHER, NULL };
    place++;
    passages[place] = (struct fixture_passage){ ALIKE, "A diary", NULL,
        "Aspirin was bought on the way, and platelets were clotting that whole day.",
        KIND_OTHER, NULL };
    place++;
    while (place < ALL)
        fill(place++, "Gardening in bad weather was the whole day of number %zu.");
    return fixture_search_open(passages, ALL, NULL);
}

/* The place of an article in the answer, and what it has earned by likeness. */
static size_t place_of(const char *url, double *likeness)
{
    for (size_t i = 0; i < answer->hit_count; i++) {
        if (!view_equals(answer->hits[i].url, view_of(url)))
            continue;
        for (size_t k = 0; k < answer->hits[i].part_count; k++)
            if (strcmp(answer->hits[i].parts[k].name, "likeness") == 0)
                *likeness = answer->hits[i].parts[k].value;
        return i;
    }
    fail_msg("%s was not found", url);
    return 0;
}

static void check_likeness(const char *claim)
{
    const palpate_search_options options = { .explain = true, .limit = 50 };
    double alike = 0;
    double unlike = 0;

    ask_with(claim, &options);
    assert_true(place_of(ALIKE, &alike) < place_of(UNLIKE, &unlike));
    assert_true(alike > unlike);
}

static void a_claim_is_supported_by_articles_like_the_best(void **state)
{
    (void)state;
    check_likeness("aspirin prevents stroke");
}

static void a_short_form_in_parentheses_changes_nothing_of_it(void **state)
{
    (void)state;
    check_likeness("aspirin prevents stroke (CVA)");
}

/* The words of the user come first: likeness is a small share of what they earn. */
static void what_says_the_claim_itself_stays_first(void **state)
{
    const palpate_search_options options = { .explain = true, .limit = 50 };
    double likeness = 0;

    (void)state;
    ask_with("aspirin prevents stroke", &options);
    assert_true(place_of(ALIKE, &likeness) == SUPPORTING);
    assert_true(answer->hits[0].score > 5 * likeness);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_is_supported_by_articles_like_the_best),
        cmocka_unit_test(a_short_form_in_parentheses_changes_nothing_of_it),
        cmocka_unit_test(what_says_the_claim_itself_stays_first),
    };

    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
