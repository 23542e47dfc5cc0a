#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "query/language/parse.h"
#include "query/language/query_write.h"
#include "query/language/syntax.h"

static struct arena arena;
static struct query_tree tree;

/* How a query is read, written back in the query language. */
static const char *reading(palpate_view text)
{
    static struct buffer out;

    arena_clear(&arena);
    buffer_free(&out);
    assert_int_equal(query_parse(&tree, &arena, text, NULL), PALPATE_OK);
    query_write(&out, tree.root);
    buffer_append_byte(&out, '\0');
    assert_false(out.failed);
    return out.data;
}

struct example {
    const char *typed;
    const char *read;
    unsigned notes;
};

static void check_all(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *read = reading(view_of(examples[i].typed));
        if (strcmp(read, examples[i].read) != 0 || tree.notes != examples[i].notes)
            fail_msg("<%s> was read as <%s>, notes %u, instead of <%s>, notes %u",
                    examples[i].typed, read, tree.notes, examples[i].read,
                    examples[i].notes);
    }
}

#define CHECK(...)                                                \
    do {                                                          \
        static const struct example examples[] = { __VA_ARGS__ }; \
        check_all(examples, sizeof examples / sizeof *examples);  \
    } while (0)

static void words_are_optional_side_by_side(void **state)
{
    (void)state;
    CHECK({ "Frozen shoulder", "frozen shoulder", 0 }, { "", "", 0 },
            { "  \t ", "", 0 }, { "C5/6 don\xE2\x80\x99t", "c5 6 don't", 0 },
            { "? & !", "", 0 });
}

static void quotes_make_a_phrase(void **state)
{
    (void)state;
    CHECK({ "\"frozen shoulder\" exercises", "\"frozen shoulder\" exercises", 0 },
            { "\xE2\x80\x9C"
              "frozen shoulder\xE2\x80\x9D",
                    "\"frozen shoulder\"", 0 },
            { "\"shoulder\"", "shoulder", 0 }, { "\"\" knee", "knee", 0 },
            { "\"frozen shoulder", "\"frozen shoulder\"", QUERY_NOTE_QUOTE });
}

static void signs_demand_and_forbid(void **state)
{
    (void)state;
    CHECK({ "+knee -golf pain", "+knee -golf pain", 0 },
            { "-\"tennis elbow\"", "-\"tennis elbow\"", 0 },
            { "+x-ray", "+\"x ray\"", 0 }, { "x-ray", "x ray", 0 },
            { "+(knee hip)", "+(knee hip)", 0 }, { "- +", "", 0 });
}

/* People paste sentences: "the +1 nucleosome", "E2f-1, -2 and -3". */
static void a_sign_before_a_short_number_is_of_the_number(void **state)
{
    (void)state;
    CHECK({ "the +1 nucleosome", "the 1 nucleosome", 0 },
            { "E2f1, -2, -3 cells", "e2f1 2 3 cells", 0 },
            { "stored at -70\xC2\xB0", "stored at 70", 0 },
            { "flu -2020 +2021", "flu -2020 +2021", 0 }, { "-5ht +2d", "-5ht +2d", 0 });
}

static void a_short_number_that_is_demanded_or_forbidden_stays_so_written_back(
        void **state)
{
    (void)state;
    CHECK({ "grade NOT 2", "grade -(2)", 0 }, { "grade -(2)", "grade -(2)", 0 },
            { "grade AND 2", "+grade +(2)", 0 }, { "grade NOT 2020", "grade -2020", 0 },
            { "grade NOT title:2", "grade -title:2", 0 });
}

static void what_follows_a_parenthesis_at_once_is_joined_by_a_hyphen(void **state)
{
    (void)state;
    CHECK({ "(knee)-brace", "knee brace", 0 }, { "(knee) -brace", "knee -brace", 0 },
            { "(knee)+brace", "knee brace", 0 });
}

static void operators_in_capitals_combine(void **state)
{
    (void)state;
    CHECK({ "knee pain AND exercise", "+(knee pain) +exercise", 0 },
            { "knee OR hip", "knee hip", 0 },
            { "knee pain OR \"hip pain\" AND massage",
                    "(knee pain) (+\"hip pain\" +massage)", 0 },
            { "elbow NOT golf", "elbow -golf", 0 },
            { "elbow AND NOT golf", "+elbow +(-golf)", 0 },
            { "salt and pepper or not", "salt and pepper or not", 0 },
            { "(knee OR hip) AND pain", "+(knee hip) +pain", 0 });
}

static void near_takes_the_words_beside_it(void **state)
{
    (void)state;
    CHECK({ "heat NEAR/5 cold", "heat NEAR/5 cold", 0 },
            { "heat NEAR cold", "heat NEAR/10 cold", 0 },
            { "a NEAR/3 b NEAR/7 c pain", "a NEAR/7 b NEAR/7 c pain", 0 },
            { "heat NEAR/9999 cold", "heat NEAR/100 cold", QUERY_NOTE_NEAR },
            { "NEAR/5 cold", "near 5 cold", QUERY_NOTE_OPERATOR },
            { "heat NEAR/5", "heat near 5", QUERY_NOTE_OPERATOR },
            { "heat NEAR/x cold", "heat near x cold", 0 });
}

static void fields_and_filters_are_read(void **state)
{
    (void)state;
    CHECK({ "title:shoulder heading:exercises", "title:shoulder heading:exercises", 0 },
            { "title:\"frozen shoulder\"", "title:\"frozen shoulder\"", 0 },
            { "title:(knee hip)", "(title:knee title:hip)", 0 },
            { "kind:Exercises knee", "kind:exercises knee", 0 },
            { "kind:red-flags", "kind:red-flags", 0 },
            { "-author:\"Jane Smith\"", "-author:\"jane smith\"", 0 },
            { "site:clinic.example lang:en-GB", "site:clinic.example lang:en-gb", 0 },
            { "kind:recipes", "kind recipes", QUERY_NOTE_VALUE },
            { "colour:red", "colour red", QUERY_NOTE_FIELD },
            { "neck pain: causes", "neck pain causes", 0 },
            { "knee title:", "knee", 0 },
            { "https://site.example/knee", "https site example knee", 0 });
}

static void dates_are_days_months_years_and_ranges(void **state)
{
    (void)state;
    CHECK({ "date:2019..2024", "date:2019-01-01..2024-12-31", 0 },
            { "date:2019-05", "date:2019-05-01..2019-05-31", 0 },
            { "date:2019-05-07", "date:2019-05-07..2019-05-07", 0 },
            { "date:2020..", "date:2020-01-01..9999-12-31", 0 },
            { "date:..2020-02", "date:0000-01-01..2020-02-31", 0 },
            { "date:2024..2019", "date 2024 2019", QUERY_NOTE_VALUE },
            { "date:2019-13", "date 2019 13", QUERY_NOTE_VALUE },
            { "date:..", "date", QUERY_NOTE_VALUE });
}

static void what_does_not_parse_is_read_as_words(void **state)
{
    (void)state;
    CHECK({ "knee AND", "knee and", QUERY_NOTE_OPERATOR },
            { "AND knee", "knee and", QUERY_NOTE_OPERATOR },
            { "knee OR", "knee or", QUERY_NOTE_OPERATOR },
            { "knee NOT", "knee not", QUERY_NOTE_OPERATOR },
            { "knee AND pain AND", "+knee +pain and", QUERY_NOTE_OPERATOR },
            { "knee AND NOT", "knee not and", QUERY_NOTE_OPERATOR },
            { "AND knee AND pain", "+knee +pain and", QUERY_NOTE_OPERATOR },
            { "(knee AND) pain", "knee pain and", QUERY_NOTE_OPERATOR },
            { "knee AND pain NOT", "+knee +pain not", QUERY_NOTE_OPERATOR },
            { "knee AND (", "knee and", QUERY_NOTE_OPERATOR | QUERY_NOTE_PARENTHESIS },
            { "OR", "or", QUERY_NOTE_OPERATOR }, { "NOT", "not", QUERY_NOTE_OPERATOR },
            { "(knee", "knee", QUERY_NOTE_PARENTHESIS },
            { "knee) pain", "knee pain", QUERY_NOTE_PARENTHESIS }, { "()", "", 0 },
            { "title:", "", 0 }, { "*", "", 0 }, { "tend* te*st", "tend* te st", 0 });
}

static void deep_parentheses_are_left_out_and_said(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < 3000; i++)
        buffer_append_string(&text, "(");
    buffer_append_string(&text, "knee");
    for (int i = 0; i < 3000; i++)
        buffer_append_string(&text, ")");
    assert_string_equal(reading(buffer_view(&text)), "knee");
    assert_int_equal(tree.notes, QUERY_NOTE_DEEP);
    buffer_free(&text);
}

static void a_very_long_query_is_cut_and_says_so(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < 10000; i++)
        buffer_append_format(&text, "word%d ", i);
    (void)reading(buffer_view(&text));
    assert_int_equal(tree.notes, QUERY_NOTE_CUT);
    assert_int_equal(tree.word_count, QUERY_MAX_WORDS);
    buffer_free(&text);
}

/* A small generator, so that a failure can be repeated from its number. */
static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

static void any_input_reads_and_reads_again_the_same(void **state)
{
    static const char *const PIECES[] = { "knee", " ", "\"", "(", ")", "+", "-", "AND",
        "OR", "NOT", "NEAR/3", "*", "title:", "kind:faq", "date:2019", ":",
        "\xE2\x80\x9C", "\xFF", "C5/6", "o'clock", "author:", "x", "\xC3\xA9", "\t",
        "the", "NEAR" };
    uint32_t seed = 42;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct buffer text = { 0 };
        for (uint32_t i = next_random(&seed) % 14; i > 0; i--) {
            buffer_append_string(&text,
                    PIECES[next_random(&seed) % (sizeof PIECES / sizeof *PIECES)]);
            buffer_append_string(&text, next_random(&seed) % 2 == 0 ? " " : "");
        }
        struct buffer first = { 0 };
        buffer_append_string(&first, reading(buffer_view(&text)));
        const char *again = reading(buffer_view(&first));
        if (!view_equals(buffer_view(&first), view_of(again)))
            fail_msg("<%.*s> reads <%.*s>, and that reads <%s>", (int)text.size,
                    text.data, (int)first.size, first.data, again);
        buffer_free(&text);
        buffer_free(&first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_optional_side_by_side),
        cmocka_unit_test(quotes_make_a_phrase),
        cmocka_unit_test(signs_demand_and_forbid),
        cmocka_unit_test(a_sign_before_a_short_number_is_of_the_number),
        cmocka_unit_test(
                a_short_number_that_is_demanded_or_forbidden_stays_so_written_back),
        cmocka_unit_test(what_follows_a_parenthesis_at_once_is_joined_by_a_hyphen),
        cmocka_unit_test(operators_in_capitals_combine),
        cmocka_unit_test(near_takes_the_words_beside_it),
        cmocka_unit_test(fields_and_filters_are_read),
        cmocka_unit_test(dates_are_days_months_years_and_ranges),
        cmocka_unit_test(what_does_not_parse_is_read_as_words),
        cmocka_unit_test(deep_parentheses_are_left_out_and_said),
        cmocka_unit_test(a_very_long_query_is_cut_and_says_so),
        cmocka_unit_test(any_input_reads_and_reads_again_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
