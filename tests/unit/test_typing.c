#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "search_passages.h"

static const palpate_search_options TYPING = { .typing = true };

static void assert_first_typing(const char *typed, const char *url)
{
    ask_with(typed, &TYPING);
    if (answer->hit_count == 0)
        fail_msg("nothing found for %s", typed);
    assert_view(answer->hits[0].url, url);
    assert_int_equal(answer->corrected.size, 0);
    assert_int_equal(answer->suggestion.size, 0);
    assert_int_equal(answer->note_count, 0);
}

static void the_last_word_stands_for_those_that_start_with_it(void **state)
{
    (void)state;
    assert_first_typing("fro", "https://c.example/frozen/");
    assert_first_typing("frozen sho", "https://c.example/frozen/");
    assert_first_typing("ad", "https://c.example/capsulitis/");
    assert_first_typing("a", "https://c.example/capsulitis/");
    assert_first_typing("ankle spr", "https://c.example/ankle/");
    assert_view(answer->read_as, "ankle spr");
    assert_first_typing("manual lymphatic dr", "https://c.example/lymph/");
}

static void words_are_found_by_more_than_their_stem(void **state)
{
    (void)state;
    assert_first_typing("exercisi", "https://c.example/ankle/");
    assert_first_typing("mobilisatio", "https://c.example/frozen/");
    assert_first_typing("exercises", "https://c.example/ankle/");
    /* In British spelling, which the index does not keep. */
    assert_first_typing("oede", "https://c.example/lymph/");
    assert_first_typing("oedem", "https://c.example/lymph/");
}

static void a_word_before_it_is_corrected_and_it_is_not(void **state)
{
    (void)state;
    ask_with("fozen sho", &TYPING);
    assert_view(answer->corrected, "frozen sho");
    assert_view(answer->hits[0].url, "https://c.example/frozen/");
    ask_with("frozen shuo", &TYPING);
    assert_int_equal(answer->corrected.size, 0);
    assert_true(answer->hit_count > 0);
    ask_with("shuo", &TYPING);
    assert_int_equal(answer->hit_count, 0);
    assert_int_equal(answer->corrected.size + answer->suggestion.size, 0);
}

static void a_space_ends_the_word(void **state)
{
    (void)state;
    ask_with("frozen sholder", &TYPING);
    assert_int_equal(answer->corrected.size, 0);
    ask_with("frozen sholder ", &TYPING);
    assert_view(answer->corrected, "frozen shoulder");
    ask_with("fro ", &TYPING);
    assert_int_equal(answer->hit_count, 0);
}

/* Both spell the same answer, so that nothing moves when the question is finished. */
static void a_word_that_is_whole_is_searched_as_in_a_finished_question(void **state)
{
    (void)state;
    assert_first_typing("frozen shoulder", "https://c.example/frozen/");
    assert_int_equal(answer->expanded_count, 1);
    double score = answer->hits[0].score;
    ask("frozen shoulder");
    assert_true(answer->hits[0].score == score);
}

static void what_is_unfinished_takes_nothing_away(void **state)
{
    static const char *const TYPED[] = { "frozen -s", "frozen NOT sho", "frozen -sho",
        "frozen author:sm", "frozen kind:exer", "frozen date:202",
        "frozen title:", "frozen lang:e", "(frozen sho", "frozen AND sho", "frozen OR",
        "+frozen +sho", "frozen the", "frozen site:c.ex", "frozen kind:\"exer" };

    (void)state;
    for (size_t i = 0; i < sizeof TYPED / sizeof *TYPED; i++)
        assert_first_typing(TYPED[i], "https://c.example/frozen/");
}

static void fields_and_phrases_end_in_it_too(void **state)
{
    (void)state;
    assert_first_typing("title:ank", "https://c.example/ankle/");
    assert_first_typing("\"stiff sho", "https://c.example/frozen/");
    assert_first_typing("\"frozen pe", "https://c.example/cold/");
    assert_first_typing("frozen NEAR/2 pea", "https://c.example/cold/");
    ask_with("\"shoulder fro", &TYPING);
    assert_int_equal(answer->hit_count, 0);
}

static void a_phrase_that_was_closed_is_finished(void **state)
{
    (void)state;
    ask_with("\"frozen shou\"", &TYPING);
    assert_int_equal(answer->hit_count, 0);
}

static void only_words_that_it_may_become_are_marked(void **state)
{
    (void)state;
    assert_first_typing("ankle l", "https://c.example/ankle/");
    const palpate_hit *hit = &answer->hits[0];
    for (size_t i = 0; i < hit->mark_count; i++)
        assert_int_equal(hit->text.data[hit->marks[i].offset] | 0x20, 'l');
    assert_true(hit->mark_count > 0);
}

static void bytes_of_any_kind_are_answered(void **state)
{
    static const char *const TYPED[] = { "", " ", "-", "\"", "*", "s*", "\xFF", "\xC3",
        "\xC3\xA9", "fr\xC3", "1", "(", "title:", "kind:", "+", "NOT", "NEAR/3", "the",
        "THE", "a b c d e f g h i j k l m n o p q r s t u v w x y z" };

    (void)state;
    for (size_t i = 0; i < sizeof TYPED / sizeof *TYPED; i++)
        ask_with(TYPED[i], &TYPING);
}

static const struct fixture_passage CLINIC[] = {
    { "https://c.example/visit/", "Your first visit", NULL,
            "The plan for your treatment is made on the first visit. It is a plan for "
            "you. We are open Mon to Fri and on Sat in Sept and Oct. Tel 123.",
            KIND_OTHER, NULL },
    { "https://c.example/hours/", "Opening hours", NULL,
            "Open Monday to Friday, and from September to October on Saturday. The "
            "plan of the rooms is at the door. Telephone or fax us.",
            KIND_OTHER, NULL },
    { "https://c.example/heel/", "Plantar fasciitis", NULL,
            "Plantar fasciitis is pain at the heel.", KIND_DEFINITION, NULL },
    { "https://c.example/friction/", "Friction massage", NULL,
            "Friction massage is done across the fibres of a tendon. It takes months.",
            KIND_TREATMENT, NULL },
};

static int open_clinic(void **state)
{
    (void)state;
    return fixture_search_open(CLINIC, sizeof CLINIC / sizeof *CLINIC, NULL);
}

static void days_and_months_are_nothing_a_word_becomes(void **state)
{
    static const char *const TYPED[] = { "mon", "sat", "sept", "oct", "tel", "se" };

    (void)state;
    assert_first_typing("fr", "https://c.example/friction/");
    assert_first_typing("fri", "https://c.example/friction/");
    assert_int_equal(answer->hit_count, 1);
    assert_first_typing("mon", "https://c.example/friction/");
    for (size_t i = 1; i < sizeof TYPED / sizeof *TYPED; i++) {
        ask_with(TYPED[i], &TYPING);
        if (answer->hit_count > 0)
            fail_msg("%s finds opening hours", TYPED[i]);
    }
    /* What is finished is what is meant. */
    assert_first_typing("friday", "https://c.example/hours/");
    assert_first_typing("fri ", "https://c.example/visit/");
}

static void a_word_may_be_the_start_of_a_rarer_one(void **state)
{
    (void)state;
    assert_first_typing("plan", "https://c.example/heel/");
    assert_first_typing("plan ", "https://c.example/visit/");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_last_word_stands_for_those_that_start_with_it),
        cmocka_unit_test(words_are_found_by_more_than_their_stem),
        cmocka_unit_test(a_word_before_it_is_corrected_and_it_is_not),
        cmocka_unit_test(a_space_ends_the_word),
        cmocka_unit_test(a_word_that_is_whole_is_searched_as_in_a_finished_question),
        cmocka_unit_test(what_is_unfinished_takes_nothing_away),
        cmocka_unit_test(fields_and_phrases_end_in_it_too),
        cmocka_unit_test(a_phrase_that_was_closed_is_finished),
        cmocka_unit_test(only_words_that_it_may_become_are_marked),
        cmocka_unit_test(bytes_of_any_kind_are_answered),
    };
    const struct CMUnitTest of_a_clinic[] = {
        cmocka_unit_test(days_and_months_are_nothing_a_word_becomes),
        cmocka_unit_test(a_word_may_be_the_start_of_a_rarer_one),
    };
    return cmocka_run_group_tests(tests, open_search_passages, fixture_search_close) +
           cmocka_run_group_tests(of_a_clinic, open_clinic, fixture_search_close);
}
