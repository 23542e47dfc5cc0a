#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

/* Two articles say the same in their first passages; one goes on about the rest of the
   statement. */
static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/other/", "A trial", NULL,
            "Forty runners with heel pain were given night splints or insoles at "
            "random, "
            "and asked after a season which of the two they had liked.",
            KIND_OTHER, NULL },
    { "https://c.example/other/", "A trial", NULL,
            "The most common answer of all was neither, and the trainers kept by the "
            "door were named by many who took part instead of these.",
            KIND_OTHER, NULL },
    { "https://c.example/trial/", "A trial", NULL,
            "Forty runners with heel pain were given night splints or insoles at "
            "random, "
            "and asked after a season how much of it was left to them.",
            KIND_OTHER, NULL },
    { "https://c.example/trial/", "A trial", NULL,
            "Calf stretching at home had shortened recovery more than either device, "
            "and the authors recommend stretching first of all to everybody.",
            KIND_OTHER, NULL },
};

static const char STATEMENT[] = "runners with heel pain given night splints or insoles "
                                "recover later than with calf stretching at home";

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static double part(const palpate_hit *hit, const char *name)
{
    for (size_t i = 0; i < hit->part_count; i++)
        if (strcmp(hit->parts[i].name, name) == 0)
            return hit->parts[i].value;
    fail_msg("no part of this name");
    return 0;
}

static double article_part(const palpate_hit *hit)
{
    return part(hit, "article");
}

static void what_an_article_says_elsewhere_counts_for_a_long_statement(void **state)
{
    const palpate_search_options options = { .explain = true };

    (void)state;
    ask_with(STATEMENT, &options);
    assert_int_equal(answer->hit_count, 2);
    assert_true(
            view_equals(answer->hits[0].url, PALPATE_VIEW("https://c.example/trial/")));
    assert_true(article_part(&answer->hits[0]) > article_part(&answer->hits[1]));
    assert_true(answer->hits[0].more_count > 0);
    assert_true(
            article_part(&answer->hits[0]) == article_part(&answer->hits[0].more[0]));
}

/* A word or two name one thing, which is answered in one place. */
static void it_does_not_count_for_a_word_or_two(void **state)
{
    const palpate_search_options options = { .explain = true };

    (void)state;
    ask_with("heel stretching", &options);
    assert_true(article_part(&answer->hits[0]) == 0);
    ask_with(STATEMENT, &options);
    assert_true(article_part(&answer->hits[0]) > answer->hits[0].score / 4);
}

/* A question is answered in one place, and names what it is about. */
static void a_statement_leans_on_the_article_and_less_on_the_title(void **state)
{
    static const char WORDS[] = "trial recovery shortened by calf stretching at home";
    static const char QUESTION[] =
            "is trial recovery shortened by calf stretching at home";
    const palpate_search_options options = { .explain = true };

    (void)state;
    ask_with(QUESTION, &options);
    double article = part(&answer->hits[0], "article");
    double title = part(&answer->hits[0], "title");
    ask_with(WORDS, &options);
    assert_true(part(&answer->hits[0], "article") > article);
    assert_true(part(&answer->hits[0], "title") < title);
}

/* Papers are answers as a whole, but where an article has the name of what is asked
   about, the place in it is what answers. */
static void a_long_question_leans_on_the_article_unless_a_title_names_its_topic(
        void **state)
{
    static const char UNNAMED[] =
            "does calf stretching at home shorten recovery of runners";
    static const char NAMED[] =
            "does a trial of calf stretching at home shorten recovery of runners";
    static const char SHORT[] = "does calf stretching shorten it";
    const palpate_search_options options = { .explain = true };

    (void)state;
    ask_with(UNNAMED, &options);
    assert_true(article_part(&answer->hits[0]) > 0);
    ask_with(NAMED, &options);
    assert_true(article_part(&answer->hits[0]) == 0);
    ask_with(SHORT, &options);
    assert_true(article_part(&answer->hits[0]) == 0);
}

/* "Stretching improves recovery" names no one thing, though it has three words. */
static void a_claim_leans_on_the_article_however_short_it_is(void **state)
{
    const palpate_search_options options = { .explain = true };

    (void)state;
    ask_with("trial stretching recovery", &options);
    assert_true(article_part(&answer->hits[0]) == 0);
    assert_true(part(&answer->hits[0], "title") > 0);
    ask_with("trial stretching improves recovery", &options);
    assert_true(article_part(&answer->hits[0]) > 0);
    assert_true(part(&answer->hits[0], "title") == 0);
}

/* A page of hits goes on where the one before it ended. */
static void it_is_the_same_however_many_hits_are_asked_for(void **state)
{
    palpate_search_options options = { .explain = true, .limit = 1 };

    (void)state;
    ask_with(STATEMENT, &options);
    double score = answer->hits[0].score;
    options.limit = 100;
    ask_with(STATEMENT, &options);
    assert_true(answer->hits[0].score == score);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_an_article_says_elsewhere_counts_for_a_long_statement),
        cmocka_unit_test(it_does_not_count_for_a_word_or_two),
        cmocka_unit_test(a_statement_leans_on_the_article_and_less_on_the_title),
        cmocka_unit_test(
                a_long_question_leans_on_the_article_unless_a_title_names_its_topic),
        cmocka_unit_test(a_claim_leans_on_the_article_however_short_it_is),
        cmocka_unit_test(it_is_the_same_however_many_hits_are_asked_for),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
