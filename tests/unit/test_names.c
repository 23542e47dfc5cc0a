#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/metadata/name_label.h"
#include "indexer/metadata/names.h"

static void assert_name(const char *text, const char *expected)
{
    palpate_view name = name_clean(view_of(text));

    if (!view_equals(name, view_of(expected)))
        fail_msg("<%s> is <%.*s>, not <%s>", text, (int)name.size, name.data, expected);
}

static void words_before_a_name_are_left_out(void **state)
{
    (void)state;
    assert_name(" By Jane Doe ", "Jane Doe");
    assert_name("Written by: Jane Doe, MD |", "Jane Doe, MD");
    assert_name("Written byJane Doe", "Jane Doe");
    assert_name("Posted by: By Jane Doe on", "Jane Doe");
    assert_name("BY JANE DOE", "JANE DOE");
    assert_name("Byron Powell", "Byron Powell");
    assert_name("Authorea Team", "Authorea Team");
    assert_name("Von Miller", "Von Miller");
}

static void what_is_no_name_is_nobody(void **state)
{
    (void)state;
    assert_name("https://social.example/jane", "");
    assert_name("www.social.example/jane", "");
    assert_name("@jane", "");
    assert_name("admin", "");
    assert_name("12345", "");
    assert_name("By", "");
    assert_name("", "");
}

static void a_likely_name_is_a_few_words_with_capitals(void **state)
{
    static const char *const NAMES[] = { "Jane Doe", "Ludwig van Beethoven", "J. Doe",
        "Mar\u00EDa de la Cruz", "\xC3\x89lodie Durand", "Dr. Jane Doe, PhD",
        "Jane Doe and John Smith" };
    static const char *const OTHERS[] = { "5 min read", "Read more", "USE CASE",
        "the knee hurts", "Last Updated", "Table of Contents", "Jane", "What now?",
        "Heat a Day", "Pain an Hour", "Heat o Ice",
        "Jane Doe Writes About Knees And Hips Each Week" };

    (void)state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (!name_is_likely(view_of(NAMES[i]), false))
            fail_msg("%s is no name", NAMES[i]);
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (name_is_likely(view_of(OTHERS[i]), false))
            fail_msg("%s is a name", OTHERS[i]);
    assert_true(name_is_likely(view_of("Jane"), true));
    assert_false(name_is_likely(view_of("following these steps"), true));
}

static void labels_tell_authors_from_reviewers(void **state)
{
    size_t size = 0;

    (void)state;
    assert_int_equal(name_label(view_of("By Jane"), &size), LABEL_AUTHOR);
    assert_int_equal(size, 3);
    assert_int_equal(
            name_label(view_of("Medically reviewed by: Jane"), &size), LABEL_REVIEWER);
    assert_int_equal(size, 23);
    assert_int_equal(name_label(view_of("von Jane"), &size), LABEL_PARTICLE);
    assert_int_equal(name_label(view_of("Bypass surgery"), &size), LABEL_NONE);
    assert_int_equal(size, 0);
    assert_int_equal(name_label(view_of("Author(s): Jane"), &size), LABEL_AUTHOR);
    assert_int_equal(size, 11); /* of the longest, and not of "author" */
}

static void a_team_signs_by_what_it_is(void **state)
{
    (void)state;
    assert_true(name_is_team(view_of("Clinic editorial board")));
    assert_true(name_is_team(view_of("Physiotherapy editorial team")));
    assert_false(name_is_team(view_of("Team")));
    assert_false(name_is_team(view_of("about our team")));
    assert_false(name_is_team(view_of("Read more: all articles by this team")));
    assert_false(name_is_team(view_of("Clinic editorial board, 30 January 2023")));
}

static void an_account_is_one_word(void **state)
{
    (void)state;
    assert_true(name_is_account(view_of("knee_walker99")));
    assert_false(name_is_account(view_of("knee walker")));
    assert_false(name_is_account(view_of("Login")));
    assert_false(name_is_account(view_of("17")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_before_a_name_are_left_out),
        cmocka_unit_test(what_is_no_name_is_nobody),
        cmocka_unit_test(a_likely_name_is_a_few_words_with_capitals),
        cmocka_unit_test(labels_tell_authors_from_reviewers),
        cmocka_unit_test(a_team_signs_by_what_it_is),
        cmocka_unit_test(an_account_is_one_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
