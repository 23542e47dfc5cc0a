/* What a curation file says, and which addresses its patterns are of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/curation.h"
#include "core/days.h"
#include "core/view.h"

static struct analyzer *analyzer;
static struct arena arena;
static struct curation curation;
static palpate_error err;

static int open_analyzer(void **state)
{
    (void)state;
    return analyzer_open(&analyzer, NULL) == PALPATE_OK ? 0 : -1;
}

static int close_analyzer(void **state)
{
    (void)state;
    analyzer_close(analyzer);
    arena_free(&arena);
    return 0;
}

static palpate_status read_bytes(palpate_view text)
{
    arena_clear(&arena);
    return curation_read(
            &curation, &arena, PALPATE_VIEW("rules.tsv"), text, analyzer, &err);
}

static void assert_read(const char *text)
{
    if (read_bytes(view_of(text)) != PALPATE_OK)
        fail_msg("<%s>: %s", text, err.message);
}

static void assert_refused(const char *text, const char *message)
{
    assert_int_equal(read_bytes(view_of(text)), PALPATE_BAD_INPUT);
    if (view_find(view_of(err.message), view_of(message)) == view_of(err.message).size)
        fail_msg("<%s> is refused with <%s>", text, err.message);
}

static void assert_view(palpate_view view, const char *expected)
{
    if (!view_equals(view, view_of(expected)))
        fail_msg("<%.*s> is not <%s>", (int)view.size, view.data, expected);
}

static void a_line_that_names_several_questions_is_a_rule_for_each(void **state)
{
    (void)state;
    assert_read("# what is asked\n\npin\topening hours| when are you open "
                "|\t/hours/\tHours\r\n");
    assert_int_equal(curation.count, 2);
    assert_view(curation.rules[0].question, "opening hours");
    assert_int_equal(curation.rules[0].term_count, 2);
    assert_view(curation.rules[1].question, "when are you open");
    assert_int_equal(curation.rules[1].term_count, 1);
    assert_view(curation.rules[1].terms[0], "open");
    assert_view(curation.rules[1].value, "/hours/");
    assert_view(curation.rules[1].title, "Hours");
}

static void a_question_of_stop_words_alone_keeps_them(void **state)
{
    (void)state;
    assert_read("note\twho are you\tA clinic.\n");
    assert_int_equal(curation.rules[0].term_count, 3);
}

static void all_kinds_of_rules_are_read(void **state)
{
    (void)state;
    assert_read("note\tchest pain\tCall 112 now.\n"
                "redirect\trates\tfees\n"
                "hide\t/intern/**\n"
                "boost\thttps://h.example/topics/**\t1.5\n"
                "boost\t*.pdf\t0.1\n"
                "recency\t0.25\t365\n");
    assert_int_equal(curation.count, 5);
    assert_true(curation.hides && curation.boosts);
    assert_true(curation.rules[3].strength == 1.5);
    assert_true(
            curation.rules[4].strength > 0.0999 && curation.rules[4].strength < 0.1001);
    assert_true(curation.recency == 0.25 && curation.half_life == 365);
}

static void an_empty_file_decides_nothing(void **state)
{
    (void)state;
    assert_read("");
    assert_int_equal(curation.count, 0);
    assert_false(curation.hides || curation.boosts || curation.recency > 0);
    assert_read("#pin\tx\t/y\n   \n\t\n");
    assert_int_equal(curation.count, 0);
}

static void what_is_wrong_is_said_with_its_line(void **state)
{
    static const struct {
        const char *text;
        const char *message;
    } WRONG[] = {
        { "\npins\ta\t/b\n", "rules.tsv:2: no such rule: the first column is pin" },
        { "opening hours\t/hours/\n", "rules.tsv:1: no such rule" },
        { "pin\topening hours\n", "expected: pin, question, address" },
        { "pin\t\t/hours/\n", "expected: pin, question, address" },
        { "pin\t...\t/hours/\n", "has no word" },
        { "pin\thours\tWe open at nine\n", "(a sentence is of note)" },
        { "pin\thours\tjavascript:alert(1)\n", "pin takes an address" },
        { "pin\thours\t/a\tHours\tmore\n", "expected: pin" },
        { "note\thours\ta\tb\n", "expected: note" },
        { "redirect\trates\n", "expected: redirect" },
        { "hide\t\n", "expected: hide" },
        { "hide\t/a[b\n", "rules.tsv:1: the pattern /a[b has a [ without a ]" },
        { "hide\t!a\n", "cannot start with an exclamation mark" },
        { "boost\t/a/**\n", "expected: boost" },
        { "boost\t/a/**\tmuch\n", "a number from 0.1 to 10" },
        { "boost\t/a/**\t0\n", "a number from 0.1 to 10" },
        { "boost\t/a/**\t10.5\n", "a number from 0.1 to 10" },
        { "boost\t/a/**\t-1\n", "a number from 0.1 to 10" },
        { "recency\t6\n", "recency takes a number from 0 to 5" },
        { "recency\t.5\n", "recency takes a number from 0 to 5" },
        { "recency\t0.5\t0\n", "a number of days" },
        { "recency\t0.5\tmonth\n", "a number of days" },
        { "note\ta\xff\tb\n", "not UTF-8" },
        { "note\t1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\tb\n", "at most 16 words" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_refused(WRONG[i].text, WRONG[i].message);
    assert_int_equal(
            read_bytes((palpate_view){ "hide\ta\0b\n", 9 }), PALPATE_BAD_INPUT);
}

static void a_pattern_is_of_paths_or_of_whole_addresses(void **state)
{
    static const struct {
        const char *pattern;
        const char *url;
        bool matches;
    } CASES[] = {
        { "/topics/**", "https://h.example/topics/knee/", true },
        { "/topics/**", "https://h.example/de/topics/knee/", false },
        { "topics", "https://h.example/de/topics/knee/", true },
        { "/topics/*", "https://h.example/topics/knee", true },
        { "/topics/*", "https://h.example/topics/", false },
        { "/hours", "https://h.example/hours/", true },
        { "/hours", "https://h.example/hours#today", true },
        { "/hours", "hours/", true },
        { "*.pdf", "https://h.example/a/leaflet.pdf", true },
        { "/find", "https://h.example/find?q=1", true },
        { "/find[?]q=*", "https://h.example/find?q=1", true },
        { "https://h.example/**", "https://h.example/a/b", true },
        { "https://h.example/**", "https://other.example/a/b", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char line[100];
        (void)snprintf(line, sizeof line, "hide\t%s\n", CASES[i].pattern);
        assert_read(line);
        if (curation_matches(&curation.rules[0], view_of(CASES[i].url)) !=
                CASES[i].matches)
            fail_msg("%s and %s", CASES[i].pattern, CASES[i].url);
    }
}

static void dates_are_counted_in_days(void **state)
{
    int64_t day = 0;

    (void)state;
    assert_true(days_read(&day, PALPATE_VIEW("1970-01-01")) && day == 0);
    assert_true(days_read(&day, PALPATE_VIEW("2000-02-29T10:00:00Z")) && day == 11016);
    assert_true(days_read(&day, PALPATE_VIEW("2024-03-01")) && day == 19783);
    assert_true(days_read(&day, PALPATE_VIEW("1969-12-31")) && day == -1);
    assert_true(days_read(&day, PALPATE_VIEW("0000-01-01")));
    assert_false(days_read(&day, PALPATE_VIEW("2024-13-01")));
    assert_false(days_read(&day, PALPATE_VIEW("2024-3-1")));
    assert_false(days_read(&day, PALPATE_VIEW("May 2024 ..")));
    assert_false(days_read(&day, PALPATE_VIEW("")));
    assert_true(days_now() > 19783);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_that_names_several_questions_is_a_rule_for_each),
        cmocka_unit_test(a_question_of_stop_words_alone_keeps_them),
        cmocka_unit_test(all_kinds_of_rules_are_read),
        cmocka_unit_test(an_empty_file_decides_nothing),
        cmocka_unit_test(what_is_wrong_is_said_with_its_line),
        cmocka_unit_test(a_pattern_is_of_paths_or_of_whole_addresses),
        cmocka_unit_test(dates_are_counted_in_days),
    };

    return cmocka_run_group_tests(tests, open_analyzer, close_analyzer);
}
