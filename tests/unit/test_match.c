#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/term.h"
#include "core/view.h"
#include "query/expand/match.h"

enum { TEXTS = 3000, WORDS = 30 };

static const struct wanted WANTED[] = { { .term = PALPATE_VIEW_INIT("knee") },
    { .term = PALPATE_VIEW_INIT("edema") }, { .term = PALPATE_VIEW_INIT("exercis") },
    { .term = PALPATE_VIEW_INIT("fetus") },
    { .term = PALPATE_VIEW_INIT("physiotherapi") }, { .term = PALPATE_VIEW_INIT("c5") },
    { .term = PALPATE_VIEW_INIT("knees"), .is_prefix = true } };
enum { ALL = sizeof WANTED / sizeof *WANTED, TERMS = ALL - 1 };

static struct analyzer *analyzer;

static int open_analyzer(void **state)
{
    (void)state;
    return analyzer_open(&analyzer, NULL) == PALPATE_OK ? 0 : 1;
}

static int close_analyzer(void **state)
{
    (void)state;
    analyzer_close(analyzer);
    return 0;
}

static void append_words(struct buffer *text, uint32_t *seed)
{
    static const char *const PARTS[] = { "knee", "Knees", "knees", "oedema",
        "\xC5\x93\x64\x65ma", "exercise", "Exercises", "exercised", "foetus",
        "physiotherapy", "physiotherapist", "C5", "c", "k", "kn", "kneeling", "knee's",
        "exer", "exorcise", "elbow", "edge", "electroencephalographically", "a", "an",
        "antidisestablishmentarian" };

    for (unsigned i = 0; i < WORDS; i++) {
        *seed = *seed * 1664525U + 1013904223U;
        buffer_append_string(
                text, PARTS[(*seed >> 16) % (sizeof PARTS / sizeof *PARTS)]);
        buffer_append_byte(text, *seed >> 29 == 0 ? '\n' : ' ');
    }
}

/* Every word by itself, with a matcher that has seen no other. */
static uint32_t matches_alone(palpate_view text, uint32_t count, struct arena *arena,
        const struct matches *expected)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    uint32_t place = 0;

    while (token_next(&tokens, &token)) {
        struct matcher fresh;
        struct matches one;
        matcher_init(&fresh, analyzer, WANTED, count);
        assert_int_equal(matcher_find(&one, &fresh, arena,
                                 view_slice(text, token.offset, token.size), NULL),
                PALPATE_OK);
        for (uint32_t i = 0; i < one.count; i++, place++) {
            assert_true(place < expected->count);
            assert_int_equal(expected->items[place].wanted, one.items[i].wanted);
            assert_int_equal(expected->items[place].offset, token.offset);
            assert_int_equal(expected->items[place].size, token.size);
        }
    }
    return place;
}

static void look_at_texts(uint32_t count)
{
    struct arena arena = { 0 };
    struct matcher matcher;
    uint32_t seed = count;

    matcher_init(&matcher, analyzer, WANTED, count);
    for (unsigned i = 0; i < TEXTS; i++) {
        struct buffer text = { 0 };
        struct matches matches;
        append_words(&text, &seed);
        assert_int_equal(
                matcher_find(&matches, &matcher, &arena, buffer_view(&text), NULL),
                PALPATE_OK);
        assert_int_equal(matches_alone(buffer_view(&text), count, &arena, &matches),
                matches.count);
        buffer_free(&text);
        arena_clear(&arena);
    }
    arena_free(&arena);
}

static void a_word_is_what_it_was_when_it_comes_again(void **state)
{
    (void)state;
    look_at_texts(TERMS);
}

static void a_word_may_be_a_term_and_a_prefix(void **state)
{
    (void)state;
    look_at_texts(ALL);
}

static void a_block_ends_before_what_follows(void **state)
{
    struct arena arena = { 0 };
    struct matcher matcher;
    struct matches matches;

    (void)state;
    matcher_init(&matcher, analyzer, WANTED, TERMS);
    assert_int_equal(matcher_find(&matches, &matcher, &arena,
                             view_of("A knee\nand\na knee knee"), NULL),
            PALPATE_OK);
    assert_int_equal(matches.count, 3);
    assert_int_equal(matches.items[0].position, 1);
    assert_int_equal(matches.items[1].position, 4 + 2 * MATCH_BLOCK_GAP);
    assert_int_equal(matches.items[2].position, 5 + 2 * MATCH_BLOCK_GAP);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_what_it_was_when_it_comes_again),
        cmocka_unit_test(a_word_may_be_a_term_and_a_prefix),
        cmocka_unit_test(a_block_ends_before_what_follows),
    };

    return cmocka_run_group_tests(tests, open_analyzer, close_analyzer);
}
