#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/likeness.h"
#include "core/view.h"

#define ADVICE                                                                         \
    "Lie on your back and bend the left knee as far as it goes without pain. Hold it " \
    "there for 5 seconds and let it down slowly. Repeat it 10 times, morning and "     \
    "evening, for two weeks. Take 200 mg of ibuprofen with food if it hurts, but not " \
    "more than three times a day."

/* ADVICE with `from` replaced by `to`. */
static palpate_view edit(const char *from, const char *to)
{
    static char text[1024];
    const char *place = strstr(ADVICE, from);

    assert_non_null(place);
    (void)snprintf(text, sizeof text, "%.*s%s%s", (int)(place - ADVICE), ADVICE, to,
            place + strlen(from));
    return view_of(text);
}

static bool covers(palpate_view shown, palpate_view other)
{
    struct arena arena = { 0 };
    struct likeness_sense senses[2];

    assert_true(likeness_read(&senses[0], &arena, shown, NULL));
    assert_true(likeness_read(&senses[1], &arena, other, NULL));
    bool is_covered = likeness_covers(&senses[0], &senses[1]);
    arena_free(&arena);
    return is_covered;
}

static bool is_same(palpate_view other)
{
    const palpate_view advice = PALPATE_VIEW(ADVICE);

    return likeness_is_near(likeness_signature(advice), likeness_signature(other)) &&
           covers(advice, other);
}

static void presentation_does_not_part_texts(void **state)
{
    (void)state;
    assert_true(is_same(PALPATE_VIEW(ADVICE)));
    assert_true(
            is_same(edit("without pain. Hold", "without\n  PAIN \xE2\x80\x93 hold")));
    assert_true(is_same(edit("the left", "your left")));
    assert_true(is_same(edit(" seconds and let", " seconds; let")));
    assert_true(likeness_key(0, PALPATE_VIEW(ADVICE)) ==
                likeness_key(0, edit("without pain. Hold", "without PAIN: hold")));
}

static void one_word_may_part_texts(void **state)
{
    static const struct {
        const char *from;
        const char *to;
    } EDITS[] = {
        { "200", "400" },
        { "left", "right" },
        { "but not", "but" },
        { "without pain", "with pain" },
        { "ibuprofen", "paracetamol" },
        { "two weeks", "three weeks" },
        { "10 times", "10.5 times" },
        { "if it hurts", "until it hurts" },
        { "bend", "straighten" },
        { "more than", "less than" },
        { "5 seconds and let it down slowly. Repeat it 10",
                "10 seconds and let it down slowly. Repeat it 5" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof EDITS / sizeof *EDITS; i++) {
        palpate_view other = edit(EDITS[i].from, EDITS[i].to);
        if (is_same(other))
            fail_msg("\"%s\" passes for \"%s\"", EDITS[i].to, EDITS[i].from);
        assert_true(likeness_key(0, PALPATE_VIEW(ADVICE)) != likeness_key(0, other));
    }
}

static void short_texts_have_no_signature(void **state)
{
    (void)state;
    assert_true(likeness_signature(PALPATE_VIEW("Rest the arm.")) == 0);
    assert_false(likeness_is_near(0, 0));
}

static void a_key_goes_on_over_pieces(void **state)
{
    (void)state;
    uint64_t key = likeness_key(0, PALPATE_VIEW("Bend the knee."));
    assert_true(likeness_key(key, PALPATE_VIEW("Rest two days.")) ==
                likeness_key(0, PALPATE_VIEW("Bend the knee. Rest two days.")));
    assert_true(key != likeness_key(0, PALPATE_VIEW("Knee: bend.")));
}

/* Words from a list, by a generator of its own so that every run has the same. */
static void make_words(char *text, size_t size, uint32_t seed, unsigned count)
{
    static const char *const WORDS[] = { "shoulder", "tendon", "gentle", "stretch",
        "muscle", "swelling", "exercise", "massage", "therapist", "nerve", "capsule",
        "morning", "ligament", "pressure", "movement", "recovery", "posture", "injury",
        "sleep", "breath", "clinic", "bandage", "pillow", "towel" };
    size_t used = 0;

    for (unsigned i = 0; i < count; i++) {
        seed = seed * 1664525U + 1013904223U;
        used += (size_t)snprintf(text + used, size - used, "%s%u ",
                WORDS[(seed >> 16) % 24], (unsigned)(seed >> 24) % 7U);
    }
}

static void a_changed_word_is_never_covered(void **state)
{
    char text[4096];
    char other[4096];

    (void)state;
    for (uint32_t seed = 1; seed <= 200; seed++) {
        make_words(text, sizeof text, seed, 100);
        (void)memcpy(other, text, sizeof other);
        char *place = strchr(other + seed * 3 % 400, ' ') + 1;
        place[0] = place[0] == 'q' ? 'z' : 'q';
        assert_true(covers(view_of(text), view_of(text)));
        assert_false(covers(view_of(text), view_of(other)));
        assert_true(likeness_key(0, view_of(text)) != likeness_key(0, view_of(other)));
    }
}

static void signatures_are_near_by_the_quick_way_as_by_the_other(void **state)
{
    uint64_t number = 1;

    (void)state;
    for (unsigned i = 0; i < 20000; i++) {
        number = number * UINT64_C(6364136223846793005) + 1442695040888963407U;
        uint64_t other = number;
        for (unsigned k = 0; k < i % 6; k++)
            other ^= UINT64_C(1) << (number >> (6 * k + 20) & 63);
        assert_int_equal(
                likeness_is_near_one(number, other), likeness_is_near(number, other));
    }
    assert_true(likeness_is_near_one(number, number));
    assert_false(likeness_is_near_one(0, 1));
    assert_false(likeness_is_near_one(0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presentation_does_not_part_texts),
        cmocka_unit_test(one_word_may_part_texts),
        cmocka_unit_test(short_texts_have_no_signature),
        cmocka_unit_test(a_key_goes_on_over_pieces),
        cmocka_unit_test(a_changed_word_is_never_covered),
        cmocka_unit_test(signatures_are_near_by_the_quick_way_as_by_the_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
