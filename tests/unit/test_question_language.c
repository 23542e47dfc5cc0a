#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/language/question_language.h"

static const palpate_view LANGUAGES[] = { PALPATE_VIEW_INIT("en"),
    PALPATE_VIEW_INIT("es"), PALPATE_VIEW_INIT("fr"), PALPATE_VIEW_INIT("de"),
    PALPATE_VIEW_INIT("ko"), PALPATE_VIEW_INIT("ru"), PALPATE_VIEW_INIT("zh") };
enum { COUNT = sizeof LANGUAGES / sizeof *LANGUAGES };

struct example {
    const char *words; /* folded, with the spaces of asked_words_append() */
    const char *language;
};

static void check_all(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t place = question_language(view_of(examples[i].words), LANGUAGES, COUNT);
        palpate_view found = place < COUNT ? LANGUAGES[place] : PALPATE_VIEW("");
        if (!view_equals(found, view_of(examples[i].language)))
            fail_msg("<%s> is taken for <%.*s>", examples[i].words, (int)found.size,
                    found.data == NULL ? "" : found.data);
    }
}

#define CHECK(...)                                                \
    do {                                                          \
        static const struct example examples[] = { __VA_ARGS__ }; \
        check_all(examples, sizeof examples / sizeof *examples);  \
    } while (0)

static void function_words_tell_the_language(void **state)
{
    (void)state;
    CHECK({ " what helps with plantar fascitis ", "en" },
            { " dolor de hombro al levantar el brazo ", "es" },
            { " que ayuda con la fascitis ", "es" },
            { " douleur au genou que faire ", "fr" },
            { " was hilft gegen schmerzen in der schulter ", "de" },
            { " is massage safe ", "en" });
}

static void the_script_tells_the_language(void **state)
{
    (void)state;
    CHECK({ " \uC5B4\uAE68 \uD1B5\uC99D ", "ko" },
            { " \u0431\u043E\u043B\u044C ", "ru" }, { " \u80A9 ", "zh" });
}

static void names_of_complaints_are_of_no_language(void **state)
{
    (void)state;
    CHECK({ " ", "" }, { "", "" }, { " plantar fascitis ", "" }, { " sciatica ", "" },
            { " fibromialgia ", "" }, { " met ", "" });
}

static void where_two_languages_have_as_many_words_none_is_sure(void **state)
{
    (void)state;
    CHECK({ " and con ", "" }, { " la ", "" });
}

static void only_languages_that_are_asked_about_are_known(void **state)
{
    (void)state;
    assert_int_equal(question_language(PALPATE_VIEW(" dolor de la "), LANGUAGES, 1), 1);
    assert_int_equal(question_language(PALPATE_VIEW(" with "), LANGUAGES, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(function_words_tell_the_language),
        cmocka_unit_test(the_script_tells_the_language),
        cmocka_unit_test(names_of_complaints_are_of_no_language),
        cmocka_unit_test(where_two_languages_have_as_many_words_none_is_sure),
        cmocka_unit_test(only_languages_that_are_asked_about_are_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
