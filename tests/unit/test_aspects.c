#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"
#include "query/language/intent.h"

#define PAGE(slug, heading, text, kind)                                             \
    {                                                                               \
        "https://c.example/" slug "/", "Copper lung: a guide", heading, text, kind, \
                NULL                                                                \
    }

/* All but the one that is asked for say the name of the thing again and again. */
static const struct fixture_passage PASSAGES[] = {
    PAGE("what", "What is copper lung?",
            "Copper lung is a lung of copper. Copper lung comes of copper, and copper "
            "lung "
            "is "
            "called copper lung for the copper.",
            KIND_DEFINITION),
    PAGE("treatment", "Treatment", "Rest, and drink enough water.", KIND_TREATMENT),
    PAGE("outlook", "Outlook", "Most are well within a few days.", KIND_RECOVERY),
    PAGE("doctor", "When to contact a medical professional",
            "Call if breath is short, or after a week.", KIND_RED_FLAGS),
    PAGE("prevention", "Prevention", "Wear a mask where metal is welded.", KIND_OTHER),
    PAGE("complications", "Possible complications", "Lungs may stay weak for months.",
            KIND_OTHER),
    PAGE("inheritance", "Inheritance", "Parents do not give it to a child.",
            KIND_OTHER),
    PAGE("frequency", "Statistics", "One welder of a hundred has it once.", KIND_OTHER),
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static void the_passage_of_the_kind_that_is_asked_for_comes_first(void **state)
{
    (void)state;
    check_first_page("copper lung treatment", "/treatment/");
    check_first_page("what can be done about copper lung", "/treatment/");
    check_first_page("does copper lung go away", "/outlook/");
    check_first_page("when to see a doctor for copper lung", "/doctor/");
    check_first_page("what is copper lung", "/what/");
}

static void a_heading_says_what_is_asked_for_where_no_kind_does(void **state)
{
    (void)state;
    check_first_page("how to prevent copper lung", "/prevention/");
    check_first_page("how can i avoid getting copper lung", "/prevention/");
    check_first_page("what can copper lung lead to", "/complications/");
    check_first_page("does copper lung run in families", "/inheritance/");
    check_first_page("how rare is copper lung", "/frequency/");
}

static void who_types_the_name_alone_asks_for_no_aspect(void **state)
{
    (void)state;
    check_first_page("copper lung", "/what/");
}

static void a_heading_says_only_what_is_asked_for(void **state)
{
    const uint32_t prevention = 1U << KIND_PREVENTION;

    (void)state;
    assert_int_equal(
            intent_of_heading(view_of("Can it be PREVENTED?"), prevention), prevention);
    assert_int_equal(intent_of_heading(view_of("Prevention"), 0), 0);
    assert_int_equal(intent_of_heading(view_of("Prevention"), 1U << KIND_FREQUENCY), 0);
    assert_int_equal(intent_of_heading(view_of("Treatment"), prevention), 0);
    assert_int_equal(intent_of_heading(view_of(""), prevention), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_passage_of_the_kind_that_is_asked_for_comes_first),
        cmocka_unit_test(a_heading_says_what_is_asked_for_where_no_kind_does),
        cmocka_unit_test(who_types_the_name_alone_asks_for_no_aspect),
        cmocka_unit_test(a_heading_says_only_what_is_asked_for),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
