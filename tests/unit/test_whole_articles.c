#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

enum { DECOYS = 400, WORDS = 6 };

static const char *const WORD[WORDS] = { "splints", "insoles", "stretching", "recovery",
    "runners", "season" };

/* Passages that each have two of the words, more of them than are candidates; and
   one article that has all of them, one a passage. */
static struct fixture_passage passages[DECOYS + WORDS];
static char texts[DECOYS + WORDS][256];
static char urls[DECOYS][64];

static void fill_decoys(void)
{
    for (size_t i = 0; i < DECOYS; i++) {
        const char *one = WORD[i % WORDS];
        const char *other = WORD[(i + 1 + i / WORDS % (WORDS - 1)) % WORDS];
        (void)snprintf(urls[i], sizeof urls[i], "https://c.example/decoy-%zu/", i);
        (void)snprintf(texts[i], sizeof texts[i],
                "The %s and the %s of number %zu were put away that year.", one, other,
                i);
        passages[i] = (struct fixture_passage){ urls[i], "A diary", NULL, texts[i],
            KIND_OTHER, NULL };
    }
}

static int open_index(void **state)
{
    (void)state;
    fill_decoys();
    for (size_t i = DECOYS; i < DECOYS + WORDS; i++) {
        (void)snprintf(texts[i], sizeof texts[i],
                "Some paragraph says one thing about %s in a long row of words that "
                "say nothing else of it, which is how people write about heels that "
                "hurt in the morning when they get out of bed and onto cold floors.",
                WORD[i - DECOYS]);
        passages[i] = (struct fixture_passage){ "https://c.example/heel/", "A trial",
            NULL, texts[i], KIND_OTHER, NULL };
    }
    return fixture_search_open(passages, DECOYS + WORDS, NULL);
}

static void an_article_over_which_the_words_are_spread_comes_first(void **state)
{
    (void)state;
    ask_with("splints insoles stretching recovery runners season", NULL);
    assert_true(
            view_equals(answer->hits[0].url, PALPATE_VIEW("https://c.example/heel/")));
}

/* People who paste a sentence paste its short forms in parentheses, too. */
static void a_word_in_parentheses_changes_nothing_of_it(void **state)
{
    (void)state;
    ask_with("splints insoles stretching recovery (runners) season", NULL);
    assert_true(
            view_equals(answer->hits[0].url, PALPATE_VIEW("https://c.example/heel/")));
}

/* The passages of such an article were not found by the index, which applies what is
   demanded. */
static void what_is_demanded_holds_for_it_too(void **state)
{
    (void)state;
    ask_with("splints insoles stretching recovery runners season +diary", NULL);
    for (size_t i = 0; i < answer->hit_count; i++)
        assert_false(view_equals(
                answer->hits[i].url, PALPATE_VIEW("https://c.example/heel/")));
    ask_with("splints insoles stretching recovery (runners +season) diary", NULL);
    for (size_t i = 0; i < answer->hit_count; i++)
        assert_false(view_equals(
                answer->hits[i].url, PALPATE_VIEW("https://c.example/heel/")));
    ask_with("splints insoles stretching recovery runners season -morning", NULL);
    for (size_t i = 0; i < answer->hit_count; i++)
        assert_false(view_equals(
                answer->hits[i].url, PALPATE_VIEW("https://c.example/heel/")));
}

static void it_is_one_hit_of_a_list_without_doubles(void **state)
{
    const palpate_search_options options = { .limit = 1000 };
    size_t times = 0;

    (void)state;
    ask_with("splints insoles stretching recovery runners season", &options);
    assert_int_equal(answer->hit_count, DECOYS + 1);
    for (size_t i = 0; i < answer->hit_count; i++)
        times += view_equals(
                answer->hits[i].url, PALPATE_VIEW("https://c.example/heel/"));
    assert_int_equal(times, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_over_which_the_words_are_spread_comes_first),
        cmocka_unit_test(a_word_in_parentheses_changes_nothing_of_it),
        cmocka_unit_test(what_is_demanded_holds_for_it_too),
        cmocka_unit_test(it_is_one_hit_of_a_list_without_doubles),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
