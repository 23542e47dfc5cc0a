#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"
#include "query/language/question_words.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/knee/", "Knees", NULL, "A swollen knee is worth a visit.",
            KIND_OTHER, NULL },
    { "https://c.example/foot/", "Feet", NULL, "A foot bears much.", KIND_OTHER, NULL },
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static void words_that_ask_are_told_from_words_that_name(void **state)
{
    static const char *const ASKING[] = { "able", "worry", "worth", "long", "safe",
        "work", "health", "preventing" };
    static const char *const NAMING[] = { "", "abl", "pain", "worrying", "exercise",
        "healthy", "longus", "zygapophyseal" };

    (void)state;
    for (size_t i = 0; i < sizeof ASKING / sizeof *ASKING; i++)
        if (!is_question_word(view_of(ASKING[i]), NULL))
            fail_msg("%s asks", ASKING[i]);
    for (size_t i = 0; i < sizeof NAMING / sizeof *NAMING; i++)
        if (is_question_word(view_of(NAMING[i]), NULL))
            fail_msg("%s names", NAMING[i]);
}

static void questions_are_told_from_statements(void **state)
{
    static const char *const QUESTIONS[] = { "what is a frozen shoulder",
        "Is it safe to run", "  How long does it take", "numb hand at night? ",
        "What's a bunion", "\"why\" knees click" };
    static const char *const STATEMENTS[] = { "", " ", "frozen shoulder",
        "shortened recovery more than insoles", "island knees", "a", "whatever helps" };

    (void)state;
    for (size_t i = 0; i < sizeof QUESTIONS / sizeof *QUESTIONS; i++)
        if (!is_question(view_of(QUESTIONS[i]), NULL))
            fail_msg("%s is a question", QUESTIONS[i]);
    for (size_t i = 0; i < sizeof STATEMENTS / sizeof *STATEMENTS; i++)
        if (is_question(view_of(STATEMENTS[i]), NULL))
            fail_msg("%s is none", STATEMENTS[i]);
}

static double score_of(const char *query)
{
    ask_with(query, NULL);
    assert_int_equal(answer->hit_count, 1);
    return answer->hits[0].score;
}

/* Both words stand once in the same place. */
static void a_word_that_asks_earns_less_than_one_that_names(void **state)
{
    (void)state;
    double naming = score_of("visit");
    double asking = score_of("worth");
    assert_true(asking > 0);
    assert_true(asking < naming / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_ask_are_told_from_words_that_name),
        cmocka_unit_test(questions_are_told_from_statements),
        cmocka_unit_test(a_word_that_asks_earns_less_than_one_that_names),
    };

    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
