#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/capitals.h"
#include "core/common_words.h"
#include "core/view.h"

static void names_are_short_and_in_capitals(void **state)
{
    (void)state;
    assert_int_equal(capitals_size(PALPATE_VIEW("WHO")), 3);
    assert_int_equal(capitals_size(PALPATE_VIEW("WHO's")), 3);
    assert_int_equal(capitals_size(PALPATE_VIEW("WHO\xE2\x80\x99s")), 3);
    assert_int_equal(capitals_size(PALPATE_VIEW("I")), 0);
    assert_int_equal(capitals_size(PALPATE_VIEW("Who")), 0);
    assert_int_equal(capitals_size(PALPATE_VIEW("METs")), 0);
    assert_int_equal(capitals_size(PALPATE_VIEW("WARNING")), 0);
    assert_int_equal(capitals_size(PALPATE_VIEW("B12")), 0);
}

/* Whether the word in brackets stands out of the text around it. */
static bool stands_out(const char *text)
{
    palpate_view view = view_of(text);
    size_t start = view_find(view, PALPATE_VIEW("[")) + 1;
    size_t end = view_find(view, PALPATE_VIEW("]"));
    struct token token = { (uint32_t)start, (uint32_t)(end - start), 0 };

    return capitals_stand_out(view, &token);
}

static void names_stand_out_of_small_letters(void **state)
{
    (void)state;
    assert_true(stands_out("The [WHO] says that"));
    assert_true(stands_out("[ME]/CFS and pacing"));
    assert_true(stands_out("[WHO]"));
    assert_true(stands_out("\xE2\x80\x9C[IT]\xE2\x80\x9D band"));
    assert_true(stands_out("SHOUTED HEADING\nThe [IT] band\nANOTHER HEADING"));
    assert_false(stands_out("[WHO] SHOULD NOT DO IT"));
    assert_false(stands_out("DO [IT] AT HOME"));
    assert_false(stands_out("small letters\nCONTACT [US]\nmore of them"));
}

static void common_words_are_known(void **state)
{
    struct analyzer *analyzer = NULL;

    (void)state;
    assert_int_equal(analyzer_open(&analyzer, NULL), PALPATE_OK);
    static const char *const COMMON[] = { "met", "woke", "cheese", "vegan", "website",
        "tens", "aids", "difference", "Tuesday" };
    static const char *const RARE[] = { "siatica", "acl", "kneee", "fascitis", "" };
    for (size_t i = 0; i < sizeof COMMON / sizeof *COMMON; i++)
        if (!is_common_term(term_of_word(analyzer, view_of(COMMON[i]))))
            fail_msg("%s is not known", COMMON[i]);
    for (size_t i = 0; i < sizeof RARE / sizeof *RARE; i++)
        if (is_common_term(term_of_word(analyzer, view_of(RARE[i]))))
            fail_msg("%s is known", RARE[i]);
    assert_true(capitals_are_ambiguous(analyzer, PALPATE_VIEW("who")));
    assert_true(capitals_are_ambiguous(analyzer, PALPATE_VIEW("met")));
    assert_false(capitals_are_ambiguous(analyzer, PALPATE_VIEW("acl")));
    analyzer_close(analyzer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_short_and_in_capitals),
        cmocka_unit_test(names_stand_out_of_small_letters),
        cmocka_unit_test(common_words_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
