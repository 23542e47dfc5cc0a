#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/answer/answer.h"
#include "query/answer/notes.h"
#include "query/language/limits.h"
#include "query/language/parse.h"

static struct arena arena;
static palpate_search_options options;
static struct query_tree tree;
static struct query_term terms[2];
static struct question question;
static struct candidates candidates;
static palpate_answer *answer;

/* A question of which nothing is worth a note, and a search that found all. */
static void ask(const char *query)
{
    arena_clear(&arena);
    options = (palpate_search_options){ .limit = 10 };
    assert_int_equal(query_parse(&tree, &arena, view_of(query), NULL), PALPATE_OK);
    terms[0] = terms[1] = (struct query_term){ .is_scored = true };
    question = (struct question){
        .options = &options, .tree = tree, .terms = { .terms = terms, .count = 2 }
    };
    candidates = (struct candidates){ .arena = &arena, .is_exhausted = true };
}

static void write_notes(void)
{
    palpate_answer_free(answer);
    assert_int_equal(answer_open(&answer, PALPATE_VIEW(""), NULL), PALPATE_OK);
    assert_int_equal(notes_write(answer, &question, &candidates, NULL), PALPATE_OK);
}

static bool has_note(const char *part)
{
    for (size_t i = 0; i < answer->note_count; i++)
        if (view_find(answer->notes[i], view_of(part)) < answer->notes[i].size)
            return true;
    return false;
}

static void assert_only_limit(const char *name)
{
    write_notes();
    assert_int_equal(answer->limit_count, 1);
    assert_true(view_equals(answer->limits[0], view_of(name)));
    assert_int_equal(answer->note_count, 1);
}

static void a_plain_search_needs_no_note(void **state)
{
    (void)state;
    ask("frozen shoulder");
    write_notes();
    assert_int_equal(answer->note_count, 0);
    assert_int_equal(answer->limit_count, 0);
}

static void how_the_query_was_read_is_said_where_it_surprises(void **state)
{
    static const struct {
        const char *query;
        const char *part;
    } CASES[] = { { "\"frozen shoulder", "quotation mark" },
        { "(frozen shoulder", "parenthesis" }, { "shoulder OR", "operator" },
        { "colour:red", "field" }, { "kind:nonsense", "kind or date" } };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        ask(CASES[i].query);
        write_notes();
        if (answer->note_count != 1 || !has_note(CASES[i].part))
            fail_msg("%s: %zu notes", CASES[i].query, answer->note_count);
        assert_int_equal(answer->limit_count, 0);
    }
}

static void a_search_that_stopped_at_a_limit_names_it(void **state)
{
    (void)state;
    ask("shoulder");
    candidates.is_partial = true;
    assert_only_limit("time");
    ask("shoulder");
    candidates.is_bounded = true;
    assert_only_limit("passages");
    ask("shoulder*");
    terms[1].is_cut = true;
    assert_only_limit("prefix");
    ask("shoulder");
    question.expansions.count = MAX_SYNONYMS;
    assert_only_limit("names");
    ask("shoulder");
    question.expansions.count = MAX_SYNONYMS - 1;
    write_notes();
    assert_int_equal(answer->limit_count, 0);
}

static void a_query_beyond_the_limits_of_the_language_names_them(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < QUERY_MAX_WORDS + 1; i++)
        buffer_append_string(&text, "word ");
    buffer_append_byte(&text, '\0');
    ask(text.data);
    assert_only_limit("query");
    buffer_free(&text);
    ask("heel NEAR/4000 pain");
    assert_only_limit("near");
}

static void filters_beyond_the_limit_are_named(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < MAX_FILTERS + 1; i++)
        buffer_append_format(&text, "site:s%d.example ", i);
    buffer_append_byte(&text, '\0');
    ask(text.data);
    write_notes();
    assert_true(answer->limit_count > 0);
    assert_true(view_equals(answer->limits[0], PALPATE_VIEW("filters")));
    buffer_free(&text);
}

static void limits_come_in_one_order_and_each_has_its_note(void **state)
{
    (void)state;
    ask("heel NEAR/4000 pain");
    candidates.is_partial = candidates.is_bounded = true;
    terms[0].is_cut = true;
    write_notes();
    assert_int_equal(answer->limit_count, 4);
    assert_int_equal(answer->note_count, 4);
    assert_true(view_equals(answer->limits[0], PALPATE_VIEW("near")));
    assert_true(view_equals(answer->limits[1], PALPATE_VIEW("prefix")));
    assert_true(view_equals(answer->limits[2], PALPATE_VIEW("passages")));
    assert_true(view_equals(answer->limits[3], PALPATE_VIEW("time")));
}

static void only_words_too_common_to_search_are_noted(void **state)
{
    (void)state;
    ask("of the");
    terms[0].is_stop = terms[1].is_stop = true;
    write_notes();
    assert_int_equal(answer->note_count, 1);
    assert_true(has_note("too common"));
    terms[1].is_stop = false;
    write_notes();
    assert_int_equal(answer->note_count, 0);
}

static void an_empty_query_has_no_common_words(void **state)
{
    (void)state;
    ask("");
    question.terms.count = 0;
    write_notes();
    assert_int_equal(answer->note_count, 0);
}

static void hits_with_only_some_of_the_words_are_noted(void **state)
{
    (void)state;
    ask("frozen shoulder");
    question.demands_all = true;
    write_notes();
    assert_int_equal(answer->note_count, 0);
    question.takes_any = true;
    write_notes();
    assert_int_equal(answer->note_count, 1);
    assert_true(has_note("all the words"));
}

static void a_search_for_similar_articles_says_what_it_did_with_words(void **state)
{
    (void)state;
    ask("frozen shoulder");
    options.like = PALPATE_VIEW("https://c.example/");
    write_notes();
    assert_int_equal(answer->note_count, 1);
    assert_true(has_note("similar"));
    question.terms.count = 0;
    write_notes();
    assert_int_equal(answer->note_count, 0);
    candidates.lacks_article = true;
    write_notes();
    assert_int_equal(answer->note_count, 1);
    assert_true(has_note("no article"));
}

static int release(void **state)
{
    (void)state;
    palpate_answer_free(answer);
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_search_needs_no_note),
        cmocka_unit_test(how_the_query_was_read_is_said_where_it_surprises),
        cmocka_unit_test(a_search_that_stopped_at_a_limit_names_it),
        cmocka_unit_test(a_query_beyond_the_limits_of_the_language_names_them),
        cmocka_unit_test(filters_beyond_the_limit_are_named),
        cmocka_unit_test(limits_come_in_one_order_and_each_has_its_note),
        cmocka_unit_test(only_words_too_common_to_search_are_noted),
        cmocka_unit_test(an_empty_query_has_no_common_words),
        cmocka_unit_test(hits_with_only_some_of_the_words_are_noted),
        cmocka_unit_test(a_search_for_similar_articles_says_what_it_did_with_words),
    };

    return cmocka_run_group_tests(tests, NULL, release);
}
