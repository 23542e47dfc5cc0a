#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"
#include "query/language/claim.h"

/* As many passages have "gluten" as have "lactose", all of one article. */
enum { WITH_EACH = 60, OTHERS = 2000, ALL = 2 * WITH_EACH + OTHERS };

static struct fixture_passage passages[ALL];
static char texts[ALL][128];
static char urls[ALL][64];

static void fill(size_t place, const char *article, size_t number, const char *word)
{
    (void)snprintf(urls[place], sizeof urls[place], "https://c.example/%s-%zu/",
            article, number);
    (void)snprintf(texts[place], sizeof texts[place],
            "A significant part of paragraph %zu is about %s and nothing else at all.",
            place, word);
    passages[place] = (struct fixture_passage){ urls[place], "A diary", NULL,
        texts[place], KIND_OTHER, NULL };
}

static int open_index(void **state)
{
    size_t place = 0;

    (void)state;
    for (size_t i = 0; i < WITH_EACH; i++)
        fill(place++, "one", 0, "gluten");
    for (size_t i = 0; i < WITH_EACH; i++)
        fill(place++, "many", i, "lactose");
    for (size_t i = 0; i < OTHERS; i++)
        fill(place++, "other", i, "weather");
    return fixture_search_open(passages, ALL, NULL);
}

/* What the words of the query earn the best hit. */
static double words_part(const char *query)
{
    const palpate_search_options options = { .explain = true };

    ask_with(query, &options);
    for (size_t i = 0; i < answer->hits[0].part_count; i++)
        if (strcmp(answer->hits[0].parts[i].name, "words") == 0)
            return answer->hits[0].parts[i].value;
    fail_msg("no words part for %s", query);
    return 0;
}

static void sentences_that_state_something_are_told_from_topics_and_questions(
        void **state)
{
    static const char *const CLAIMS[] = { "aspirin reduces stroke",
        "Knee pain is a symptom of gout", "gout can be cured",
        "insoles don't shorten recovery", "Smoking, which is common, PREVENTS nothing",
        "ten percent of newborns sleep badly." };
    static const char *const OTHERS_TYPED[] = { "", ".", "is", "neck pain",
        "neck pain causes", "blood test results", "calf raises",
        "exercises to do at home", "exercises if the neck is stiff",
        "foods that may block cancer", "i have neck pain", "is neck pain dangerous",
        "back pain can i swim", "cupping marks how long do they last",
        "sore after massage is it normal", "neck pain.", "a.c.l. tear" };

    (void)state;
    for (size_t i = 0; i < sizeof CLAIMS / sizeof *CLAIMS; i++)
        if (!is_claim(view_of(CLAIMS[i])))
            fail_msg("<%s> is a claim", CLAIMS[i]);
    for (size_t i = 0; i < sizeof OTHERS_TYPED / sizeof *OTHERS_TYPED; i++)
        if (is_claim(view_of(OTHERS_TYPED[i])))
            fail_msg("<%s> is none", OTHERS_TYPED[i]);
}

static void words_that_relate_are_told_from_words_that_name(void **state)
{
    (void)state;
    assert_true(is_relating_word(PALPATE_VIEW("reduces")));
    assert_true(is_relating_word(PALPATE_VIEW("significant")));
    assert_false(is_relating_word(PALPATE_VIEW("pain")));
    assert_false(is_relating_word(PALPATE_VIEW("")));
}

static void a_word_that_relates_earns_less_in_a_claim(void **state)
{
    (void)state;
    double topic = words_part("significant weather");
    double claim = words_part("weather is significant");
    assert_true(claim < topic);
    assert_true(claim > topic / 2);
}

/* For a topic both are as rare as each other. */
static void a_word_of_a_claim_is_as_rare_as_the_articles_that_have_it(void **state)
{
    (void)state;
    assert_float_equal(words_part("gluten rash"), words_part("lactose rash"), 0.01);
    assert_true(words_part("gluten does cause a rash") >
                1.2 * words_part("lactose does cause a rash"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
                sentences_that_state_something_are_told_from_topics_and_questions),
        cmocka_unit_test(words_that_relate_are_told_from_words_that_name),
        cmocka_unit_test(a_word_that_relates_earns_less_in_a_claim),
        cmocka_unit_test(a_word_of_a_claim_is_as_rare_as_the_articles_that_have_it),
    };

    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
