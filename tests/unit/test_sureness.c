/* When the sentences of the first hit are called the answer to a question. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fixture_search.h"

#define CUFF   "https://c.example/cuff/"
#define FROZEN "https://c.example/frozen/"

static const struct fixture_passage PASSAGES[] = {
    { FROZEN, "Frozen shoulder", "What is a frozen shoulder?",
            "A frozen shoulder is a stiff joint whose capsule is inflamed.",
            KIND_DEFINITION, NULL },
    { FROZEN, "Frozen shoulder", "How long does it last?",
            "One to three years. Few remain limited.", KIND_RECOVERY, NULL },
    { FROZEN, "Frozen shoulder", "Cautions",
            "Do not force the arm, and avoid massage of a hot shoulder.",
            KIND_CONTRAINDICATIONS, NULL },
    { FROZEN, "Frozen shoulder", "Can I drive?",
            "Not before you can turn the wheel with both hands.", KIND_FAQ, NULL },
    { CUFF, "Rotator cuff tear", "Recovery",
            "The tendon settles slowly, and the arm is used as pain allows.",
            KIND_RECOVERY, NULL },
    { CUFF, "Rotator cuff tear", "Treatment",
            "Exercises come first, and surgery is seldom needed.", KIND_TREATMENT,
            NULL },
    { "https://c.example/ankle/", "Ankle sprain", "What happens",
            "The ligament on the outer side is torn when the foot turns in.",
            KIND_CAUSES, NULL },
};

static const char THESAURUS[] = "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n";

static int open_passages(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, THESAURUS);
}

static void assert_answered(const char *query, bool is_answered)
{
    ask_with(query, NULL);
    if (answer->first_answers != is_answered)
        fail_msg("%s: %s", query, is_answered ? "not answered" : "answered");
}

static void what_says_all_that_is_asked_answers(void **state)
{
    (void)state;
    assert_answered("what is a frozen shoulder", true);
    assert_answered("how long does a frozen shoulder last", true);
    assert_answered("can i drive with a frozen shoulder", true);
    assert_answered("can i have a massage with a frozen shoulder", true);
    assert_answered("is surgery needed for a rotator cuff tear", true);
}

static void other_names_of_the_same_are_as_good(void **state)
{
    (void)state;
    assert_answered("how long does adhesive capsulitis last", true);
}

static void what_says_less_does_not(void **state)
{
    (void)state;
    assert_answered("can i swim with a frozen shoulder", false);
    assert_answered("is a frozen shoulder hereditary", false);
    assert_answered("how long does a broken leg last", false);
}

static void an_amount_is_asked_for_and_given(void **state)
{
    (void)state;
    assert_answered("how long does a rotator cuff tear take to heal", false);
}

static void what_a_thing_is_does_not_say_whether_it_may_be_done(void **state)
{
    (void)state;
    assert_answered("is it safe to walk with an ankle sprain", false);
}

static void only_questions_are_answered(void **state)
{
    const palpate_search_options newest = { .sort = PALPATE_SORT_NEWEST };
    const palpate_search_options typing = { .typing = true };
    const palpate_search_options later = { .offset = 1 };

    (void)state;
    assert_answered("frozen shoulder", false);
    assert_answered("frozen shoulder recovery", false);
    ask_with("how long does a frozen shoulder last", &newest);
    assert_false(answer->first_answers);
    ask_with("how long does a frozen shoulder last", &typing);
    assert_false(answer->first_answers);
    ask_with("how long does a frozen shoulder last", &later);
    assert_false(answer->first_answers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_says_all_that_is_asked_answers),
        cmocka_unit_test(other_names_of_the_same_are_as_good),
        cmocka_unit_test(what_says_less_does_not),
        cmocka_unit_test(an_amount_is_asked_for_and_given),
        cmocka_unit_test(what_a_thing_is_does_not_say_whether_it_may_be_done),
        cmocka_unit_test(only_questions_are_answered),
    };

    return cmocka_run_group_tests(tests, open_passages, fixture_search_close);
}
