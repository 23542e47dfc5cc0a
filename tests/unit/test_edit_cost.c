#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/stemming.h"
#include "core/view.h"
#include "fixture_search.h"
#include "query/spell/edit_cost.h"

/* "solder" is common here and "shoulder" is not; "sciatica" stands with exercises. */
static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/1/", "Tools", NULL, "Solder joins wires.", KIND_OTHER, NULL },
    { "https://c.example/2/", "Tools", NULL, "Solder again, and solder.", KIND_OTHER,
            NULL },
    { "https://c.example/3/", "Tools", NULL, "More solder for the wires.", KIND_OTHER,
            NULL },
    { "https://c.example/4/", "Frozen shoulder", NULL,
            "A frozen shoulder thaws by itself.", KIND_DEFINITION, NULL },
    { "https://c.example/5/", "Sciatica", NULL, "Exercises for sciatica are few.",
            KIND_EXERCISES, NULL },
    { "https://c.example/6/", "Hands", NULL,
            "Physiotherapy of the knuckles needs patience.", KIND_TREATMENT, NULL },
};

enum { LONGEST = 12, ROUNDS = 20000, FAR = 1000 };

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

static uint32_t between(const char *word, const char *typed)
{
    return edit_cost_between(view_of(word), view_of(typed), 100);
}

static void any_slip_costs_the_same_in_either_direction(void **state)
{
    static const char *const PAIRS[][2] = { { "knee", "knex" }, { "ankle", "ankles" },
        { "shoulder", "shuolder" }, { "physio", "fysio" }, { "gait", "giat" } };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        assert_int_equal(
                between(PAIRS[i][0], PAIRS[i][1]), between(PAIRS[i][1], PAIRS[i][0]));
    assert_int_equal(between("knee", "knee"), 0);
    assert_int_equal(between("knee", "knex"), EDIT_COST);
    assert_int_equal(between("", "xwz"), 3 * EDIT_COST + 2);
}

static void likely_slips_cost_less(void **state)
{
    static const char *const WORDS[][2] = { { "massage", "masage" },
        { "shoulder", "shuolder" }, { "muscle", "muscel" }, { "therapy", "therepy" },
        { "physio", "fysio" }, { "diarrhea", "diarea" }, { "swelling", "sweling" },
        { "exercise", "excercise" } };

    (void)state;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (between(WORDS[i][0], WORDS[i][1]) >= 2 * EDIT_COST - 1)
            fail_msg("%s", WORDS[i][1]);
    assert_true(between("massage", "masage") < between("massage", "mssage"));
    /* A key that was held down is no slip of spelling. */
    assert_true(between("knees", "kneezzzz") > 2 * EDIT_COST);
    assert_true(between("shoulder", "xhoulder") > between("shoulder", "shoulxer"));
}

static uint32_t between_in(const char *language, const char *word, const char *typed)
{
    struct edit_cost_series series;

    edit_cost_start_in(&series, stemming_of(view_of(language)), view_of(typed), FAR);
    return edit_cost_of(&series, view_of(word));
}

static void a_key_of_another_keyboard_costs_less_in_the_language_that_moves_it(
        void **state)
{
    (void)state;
    assert_true(between_in("de", "schmerz", "schmery") < EDIT_COST);
    assert_true(between_in("hu", "gyogyszer", "gzogyszer") < EDIT_COST);
    assert_true(between_in("fr", "massage", "mqssage") < EDIT_COST);
    assert_true(between_in("fr", "exercice", "exercice") == 0);
    assert_int_equal(between_in("fr", "schmerz", "schmery"), EDIT_COST);
    assert_int_equal(between_in("de", "massage", "mqssage"), EDIT_COST);
    assert_int_equal(between("schmerz", "schmery"), EDIT_COST);
    assert_int_equal(
            between_in("de", "zehen", "yehen"), between_in("de", "yehen", "zehen"));
}

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 16;
}

static const palpate_view FEW = PALPATE_VIEW_INIT("ehpf"); /* that sound alike, too */
static const palpate_view MANY = PALPATE_VIEW_INIT("acdehiklopsuvx");

/* A word of the letters of an alphabet: of few, pairs of words are often near. */
static palpate_view random_word(char *letters, palpate_view alphabet, uint32_t *state)
{
    size_t size = next_random(state) % (LONGEST + 1);

    for (size_t i = 0; i < size; i++)
        letters[i] = alphabet.data[next_random(state) % alphabet.size];
    return (palpate_view){ letters, size };
}

static uint32_t up_to(uint32_t cost, uint32_t most)
{
    return cost < most + 1 ? cost : most + 1;
}

static void a_bounded_cost_is_the_cost_up_to_its_bound(void **state)
{
    char left[LONGEST];
    char right[LONGEST];
    uint32_t seed = 1;

    (void)state;
    for (unsigned i = 0; i < ROUNDS; i++) {
        palpate_view a = random_word(left, FEW, &seed);
        palpate_view b = random_word(right, FEW, &seed);
        uint32_t whole = edit_cost_between(a, b, FAR);
        uint32_t start = edit_cost_to_start(a, b, FAR);
        assert_true(start <= whole && whole < FAR);
        for (uint32_t most = 0; most < 4 * EDIT_COST; most += 3) {
            assert_int_equal(edit_cost_between(a, b, most), up_to(whole, most));
            assert_int_equal(edit_cost_to_start(a, b, most), up_to(start, most));
        }
    }
}

static size_t shared_by(palpate_view a, palpate_view b)
{
    size_t size = 0;

    while (size < a.size && size < b.size && a.data[size] == b.data[size])
        size++;
    return size;
}

static void words_in_a_series_cost_what_they_cost_alone(void **state)
{
    char letters[2][LONGEST];
    char typed_letters[LONGEST];
    struct edit_cost_series series;
    struct edit_cost_series words;
    palpate_view before = { letters[1], 0 };
    palpate_view typed = { typed_letters, 0 };
    uint32_t seed = 7;
    uint32_t most = 0;
    unsigned times = 0;

    (void)state;
    for (unsigned i = 0; i < 10 * ROUNDS; i++) {
        size_t hopeless = 0;
        if (i % 100 == 0) {
            most = i / 100 % (4 * EDIT_COST);
            typed = random_word(typed_letters, MANY, &seed);
            edit_cost_start(&series, typed, most);
            edit_cost_start(&words, typed, most);
            before.size = 0;
        }
        palpate_view stem = random_word(letters[i % 2], i % 3 == 0 ? FEW : MANY, &seed);
        uint32_t cost =
                edit_cost_next(&series, stem, shared_by(before, stem), &hopeless);
        assert_int_equal(cost, edit_cost_to_start(stem, typed, most));
        assert_int_equal(
                edit_cost_of(&words, stem), edit_cost_between(stem, typed, most));
        before = stem;
        if (hopeless > stem.size)
            continue;
        /* Whatever follows the hopeless start. */
        char other[2 * LONGEST];
        memcpy(other, stem.data, hopeless);
        palpate_view end = random_word(other + hopeless, MANY, &seed);
        palpate_view longer = { other, hopeless + end.size };
        assert_true(edit_cost_to_start(longer, typed, FAR) > most);
        times++;
    }
    assert_true(times > ROUNDS);
}

static void too_much_is_one_more_than_the_most(void **state)
{
    (void)state;
    assert_int_equal(edit_cost_between(view_of("knee"), view_of("elbow"), 4), 5);
    assert_int_equal(edit_cost_to_start(view_of("knee"), view_of("elbow"), 4), 5);
    assert_int_equal(
            edit_cost_to_start(view_of("shoulder"), view_of("sholders"), 8), 3);
}

static void assert_suggested(const char *query, const char *expected)
{
    ask_with(query, NULL);
    palpate_view found =
            answer->corrected.size > 0 ? answer->corrected : answer->suggestion;
    if (!view_equals(found, view_of(expected)))
        fail_msg("%s becomes %.*s", query, (int)found.size, found.data);
}

static void the_company_decides_between_words(void **state)
{
    (void)state;
    assert_suggested("sholder wires", "solder wires");
    assert_suggested("frozen sholder", "frozen shoulder");
}

static void beside_known_words_the_whole_query_is_written_anew(void **state)
{
    (void)state;
    assert_suggested("siatica exercises", "sciatica exercises");
    assert_suggested("exercises -wires siatica", "exercises -wires sciatica");
}

static void a_wrong_first_letter_is_mended_by_ear(void **state)
{
    (void)state;
    assert_suggested("fysiotherapy", "physiotherapy");
    assert_suggested("nuckles", "knuckles");
    assert_suggested("siatica", "sciatica");
    assert_suggested("hsoulder", "shoulder");
}

/* What has hits is never replaced, only offered. */
static void only_what_finds_nothing_is_corrected(void **state)
{
    (void)state;
    ask_with("sholder", NULL);
    assert_true(answer->corrected.size > 0);
    assert_true(answer->hit_count > 0);
    ask_with("sholder -shoulder -solder", NULL);
    assert_int_equal(answer->corrected.size, 0);
    assert_int_equal(answer->hit_count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_slip_costs_the_same_in_either_direction),
        cmocka_unit_test(likely_slips_cost_less),
        cmocka_unit_test(
                a_key_of_another_keyboard_costs_less_in_the_language_that_moves_it),
        cmocka_unit_test(a_bounded_cost_is_the_cost_up_to_its_bound),
        cmocka_unit_test(words_in_a_series_cost_what_they_cost_alone),
        cmocka_unit_test(too_much_is_one_more_than_the_most),
        cmocka_unit_test(the_company_decides_between_words),
        cmocka_unit_test(beside_known_words_the_whole_query_is_written_anew),
        cmocka_unit_test(a_wrong_first_letter_is_mended_by_ear),
        cmocka_unit_test(only_what_finds_nothing_is_corrected),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
