#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"
#include "query/rank/guide.h"

#define PAGE(slug, title, heading, text, kind)                          \
    {                                                                   \
        "https://c.example/" slug "/", title, heading, text, kind, NULL \
    }

static const struct fixture_passage PASSAGES[] = {
    PAGE("guide", "Exercises for neck pain", "Mobility exercises",
            "Turn the head to one side and hold it there for a while.", KIND_EXERCISES),
    PAGE("ache", "Headache", "Exercise",
            "The head aches on one side, and the shoulders are stiff. Exercise helps.",
            KIND_EXERCISES),
    PAGE("back", "Exercises for the back", "Bridges",
            "Lie down and lift the pelvis. A stiff neck is no reason not to.",
            KIND_EXERCISES),
    PAGE("cuff", "Blood pressure", "The cuff",
            "A cuff is put around the arm. Do not talk while the cuff is full.",
            KIND_DIAGNOSIS),
    PAGE("cup", "Cups", "Glass cups", "A cup of glass and a cup of clay.", KIND_OTHER),
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static void an_article_made_for_what_is_asked_comes_first(void **state)
{
    (void)state;
    check_first_page("exercises for stiff neck", "/guide/");
    check_first_page("stiff neck exercises", "/guide/");
}

static void a_title_without_the_thing_or_the_kind_is_no_guide(void **state)
{
    (void)state;
    check_first_page("stiff shoulders", "/ache/");
    check_first_page("headache exercises", "/ache/");
}

static void a_stem_is_no_word_that_everybody_knows(void **state)
{
    (void)state;
    ask_with("cuf arm", NULL);
    assert_true(view_equals(answer->corrected, view_of("cuff arm")));
    check_first_page("cuf arm", "/cuff/");
}

/* "Hay fever" is a name, though "fever" alone asks when to see a doctor. */
static void what_the_title_says_asks_for_no_kind(void **state)
{
    struct query_term words[] = { { .is_scored = true },
        { .is_scored = true, .kinds = 1U << KIND_RED_FLAGS },
        { .is_scored = true, .kinds = 1U << KIND_TREATMENT } };
    const struct query_terms terms = { .terms = words, .count = 3 };
    const uint32_t kinds = 1U << KIND_RED_FLAGS | 1U << KIND_TREATMENT;
    struct occurrence title[] = { { .wanted = 0 }, { .wanted = 1 } };
    struct passage_matches matches = { 0 };

    (void)state;
    assert_int_equal(guide_kinds_beside(&terms, kinds, &matches), kinds);
    matches.field[FIELD_TITLE] = (struct matches){ title, 2 };
    assert_int_equal(guide_kinds_beside(&terms, kinds, &matches), 1U << KIND_TREATMENT);
    assert_int_equal(guide_kinds_beside(&terms, 0, &matches), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_made_for_what_is_asked_comes_first),
        cmocka_unit_test(a_title_without_the_thing_or_the_kind_is_no_guide),
        cmocka_unit_test(what_the_title_says_asks_for_no_kind),
        cmocka_unit_test(a_stem_is_no_word_that_everybody_knows),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
