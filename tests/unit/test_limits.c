#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_search.h"

enum { PASSAGES = 140, NAMES = 20 };

/* A hundred and forty words that start alike, each with a thing of its own; one thing
   has twenty other names. */
static int open_index(void **state)
{
    static struct fixture_passage passages[PASSAGES];
    static char texts[PASSAGES][64];
    static char urls[PASSAGES][64];
    struct buffer thesaurus = { 0 };

    (void)state;
    for (int i = 0; i < PASSAGES; i++) {
        (void)snprintf(texts[i], sizeof texts[i], "The tendo%cx%d of a thing%d moves.",
                'a' + i % 26, i, i);
        (void)snprintf(urls[i], sizeof urls[i], "https://c.example/%d/", i);
        passages[i] = (struct fixture_passage){ urls[i], "Tendons", NULL, texts[i],
            KIND_OTHER, NULL };
    }
    for (int i = 0; i < NAMES; i++)
        buffer_append_format(&thesaurus, "%s\tthing%d\tsynonym\ttest\n",
                i < NAMES / 2 ? "wotsit" : "gadget", i);
    buffer_append_byte(&thesaurus, '\0');
    int failed = fixture_search_open(passages, PASSAGES, thesaurus.data);
    buffer_free(&thesaurus);
    return failed;
}

static bool says(const char *limit)
{
    for (size_t i = 0; i < answer->limit_count; i++)
        if (view_equals(answer->limits[i], view_of(limit)))
            return answer->note_count >= answer->limit_count;
    return false;
}

/* One part many times, with a number in it. */
static const char *many(const char *format, int count)
{
    static struct buffer query;

    buffer_clear(&query);
    for (int i = 0; i < count; i++)
        buffer_append_format(&query, format, i);
    buffer_append_byte(&query, '\0');
    return query.data;
}

static void an_answer_within_all_bounds_names_none(void **state)
{
    (void)state;
    ask_with("tendons", NULL);
    assert_int_equal(answer->limit_count, 0);
    ask_with(many("(", 16), NULL);
    assert_false(says("depth"));
    ask_with(many("site:s%d.example ", 32), NULL);
    assert_false(says("filters"));
    ask_with("moves NEAR/100 thing1", NULL);
    assert_int_equal(answer->limit_count, 0);
}

static void an_answer_names_the_bound_of_the_query_that_it_hit(void **state)
{
    (void)state;
    ask_with(many("word%d ", 129), NULL);
    assert_true(says("query"));
    ask_with(many("\"%04d\"", 1500), NULL);
    assert_true(says("query"));
    ask_with(many("(a ", 17), NULL);
    assert_true(says("depth"));
    ask_with("moves NEAR/101 thing1", NULL);
    assert_true(says("near"));
    ask_with(many("site:s%d.example ", 33), NULL);
    assert_true(says("filters"));
    ask_with(many("-site:s%d.example ", 33), NULL);
    assert_true(says("filters"));
}

static void an_answer_names_the_bound_of_the_search_that_it_hit(void **state)
{
    const palpate_search_options hasty = { .deadline_us = 1 };

    (void)state;
    ask_with("tendo*", NULL);
    assert_true(says("prefix"));
    ask_with("wotsit gadget", NULL);
    assert_true(says("names"));
    ask_with("tendons", &hasty);
    assert_true(says("time"));
    assert_true(answer->is_partial);
}

/* A slip in a query does not make its bounds forgotten. */
static void a_mended_query_still_says_that_it_was_cut(void **state)
{
    struct buffer query = { 0 };

    (void)state;
    buffer_append_string(&query, "tendoms ");
    for (int i = 0; i < 200; i++)
        buffer_append_format(&query, "zq%dzq ", i);
    buffer_append_byte(&query, '\0');
    ask_with(query.data, NULL);
    assert_true(answer->corrected.size > 0);
    assert_true(says("query"));
    buffer_free(&query);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_within_all_bounds_names_none),
        cmocka_unit_test(an_answer_names_the_bound_of_the_query_that_it_hit),
        cmocka_unit_test(an_answer_names_the_bound_of_the_search_that_it_hit),
        cmocka_unit_test(a_mended_query_still_says_that_it_was_cut),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
