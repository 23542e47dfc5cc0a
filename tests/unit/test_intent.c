#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/stemming.h"
#include "core/view.h"
#include "query/expand/expansion.h"
#include "query/language/intent.h"
#include "query/language/parse.h"

enum {
    CAUTION = 1U << KIND_CONTRAINDICATIONS,
    RED_FLAGS = 1U << KIND_RED_FLAGS,
    SYMPTOMS = 1U << KIND_SYMPTOMS,
    CAUSES = 1U << KIND_CAUSES,
    DIAGNOSIS = 1U << KIND_DIAGNOSIS,
    TREATMENT = 1U << KIND_TREATMENT,
    EXERCISES = 1U << KIND_EXERCISES,
    RECOVERY = 1U << KIND_RECOVERY,
    DEFINITION = 1U << KIND_DEFINITION,
    PREVENTION = 1U << KIND_PREVENTION,
    INHERITANCE = 1U << KIND_INHERITANCE,
    EVIDENCE = 1U << KIND_EVIDENCE
};

static uint32_t kinds_of(const char *query)
{
    struct arena arena = { 0 };
    struct query_tree tree;
    uint32_t kinds = UINT32_MAX;

    assert_int_equal(query_parse(&tree, &arena, view_of(query), NULL), PALPATE_OK);
    assert_int_equal(intent_kinds(&kinds, &tree, NULL, NULL), PALPATE_OK);
    arena_free(&arena);
    return kinds;
}

struct example {
    const char *query;
    uint32_t kinds;
};

static void check_all(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t kinds = kinds_of(examples[i].query);
        if (kinds != examples[i].kinds)
            fail_msg("<%s> asks for kinds %#x, not %#x", examples[i].query, kinds,
                    examples[i].kinds);
    }
}

#define CHECK(...)                                                \
    do {                                                          \
        static const struct example examples[] = { __VA_ARGS__ }; \
        check_all(examples, sizeof examples / sizeof *examples);  \
    } while (0)

static void a_question_asks_for_a_kind_of_passage(void **state)
{
    (void)state;
    CHECK({ "how long does a sprain take", RECOVERY },
            { "is massage safe with osteoporosis", CAUTION },
            { "what is a frozen shoulder", DEFINITION },
            { "why does my heel hurt", CAUSES }, { "knee mri", DIAGNOSIS },
            { "when to see a doctor", RED_FLAGS }, { "does cupping work", EVIDENCE },
            { "should i go to hospital", RED_FLAGS }, { "do i need a&e", RED_FLAGS },
            { "should i get a lump checked", RED_FLAGS },
            { "will it go away", RECOVERY }, { "what to do", TREATMENT },
            { "numb hand", SYMPTOMS });
}

static void a_question_asks_for_what_passages_have_no_kind_for(void **state)
{
    (void)state;
    CHECK({ "how to prevent gout", PREVENTION },
            { "does gout run in families", INHERITANCE });
}

static void who_asks_for_treatment_is_shown_exercises_too(void **state)
{
    (void)state;
    CHECK({ "tennis elbow treatment", TREATMENT | EXERCISES },
            { "how to get rid of a stiff neck", TREATMENT | EXERCISES },
            { "tennis elbow surgery", TREATMENT }, { "knee stretches", EXERCISES });
}

static void a_question_may_ask_for_several_kinds(void **state)
{
    (void)state;
    CHECK({ "is it safe to exercise", CAUTION | EXERCISES },
            { "signs of a stress fracture", SYMPTOMS | RED_FLAGS },
            { "risk of surgery", CAUTION | CAUSES | TREATMENT });
}

static void words_that_only_name_ask_for_no_kind(void **state)
{
    (void)state;
    CHECK({ "", 0 }, { "frozen shoulder", 0 }, { "? & !", 0 },
            { "kind:exercises knee", 0 });
}

/* "numbers" is no "numb", "overwork" no "work", "unsafe" not "safe". */
static void a_word_asks_only_where_it_starts_and_where_it_must_end(void **state)
{
    (void)state;
    CHECK({ "numbers", 0 }, { "overwork", 0 }, { "worked", 0 }, { "unsafe", 0 },
            { "testosterone", 0 }, { "exercises", EXERCISES }, { "exercising", 0 },
            { "safely", CAUTION });
}

static void what_calls_for_a_doctor_asks_for_warning_signs(void **state)
{
    (void)state;
    CHECK({ "my calf is hot and swollen", RED_FLAGS },
            { "i cant feel my foot", RED_FLAGS }, { "coughing up blood", RED_FLAGS },
            { "swollen calf", 0 }, { "hot pack", 0 });
}

static void case_and_accents_change_nothing(void **state)
{
    (void)state;
    CHECK({ "Knee EXERCISES", EXERCISES },
            { "kn\xC3\xA9\xC3\xA9 ex\xC3\xA9rcise", EXERCISES });
}

static void what_is_excluded_is_not_asked_for(void **state)
{
    (void)state;
    CHECK({ "knee pain -surgery", 0 }, { "knee NOT exercises", 0 },
            { "knee exercises -surgery", EXERCISES },
            { "knee -(surgery exercises)", 0 });
}

static void words_of_groups_and_phrases_ask_as_others_do(void **state)
{
    (void)state;
    CHECK({ "knee (surgery OR exercises)", TREATMENT | EXERCISES },
            { "\"side effects\" ibuprofen", CAUTION },
            { "+knee +exercises", EXERCISES }, { "heading:exercise knee", EXERCISES });
}

/* What the thesaurus adds says nothing of what the reader wants. */
static void another_name_that_was_added_asks_for_nothing(void **state)
{
    struct arena arena = { 0 };
    struct query_tree tree;
    struct query_expansion expansion = { .weight = 1 };
    uint32_t kinds = 0;

    (void)state;
    assert_int_equal(query_parse(&tree, &arena, PALPATE_VIEW("knee exercises"), NULL),
            PALPATE_OK);
    tree.root->children[1]->expansion = &expansion;
    assert_int_equal(intent_kinds(&kinds, &tree, NULL, NULL), PALPATE_OK);
    assert_int_equal(kinds, 0);
    arena_free(&arena);
}

static void a_word_asks_for_kinds_by_itself(void **state)
{
    (void)state;
    assert_int_equal(intent_of_word(view_of("stretches"), NULL), EXERCISES);
    assert_int_equal(intent_of_word(view_of("symptoms"), NULL), SYMPTOMS);
    assert_int_equal(intent_of_word(view_of("neck"), NULL), 0);
    assert_int_equal(intent_of_word(view_of(""), NULL), 0);
}

static void questions_of_other_languages_ask_for_kinds_too(void **state)
{
    static const struct {
        const char *language;
        const char *query;
        uint32_t kinds; /* at least; 0 for none */
    } EXAMPLES[] = {
        { "de", "Wann zum Arzt", RED_FLAGS },
        { "de", "\u00DCbungen f\u00FCr die Schulter", EXERCISES },
        { "de", "wie lange dauert das", RECOVERY },
        { "fr", "quand consulter un m\u00E9decin", RED_FLAGS },
        { "fr", "combien de temps dure une capsulite", RECOVERY },
        { "fr", "exercice \u00E9paule", EXERCISES },
        { "es", "qu\u00E9 es la lumbalgia", DEFINITION },
        { "es", "ejercicio para hombro", EXERCISES },
        { "it", "quanto dura la guarigione", RECOVERY },
        { "pt", "exerc\u00EDcios para o ombro", EXERCISES },
        { "nl", "wanneer naar de huisarts", RED_FLAGS },
        { "sv", "vad \u00E4r frusen skuldra", DEFINITION },
        { "da", "\u00F8velser til skulder", EXERCISES },
        { "nb", "\u00F8velser for skulder", EXERCISES },
        { "fi", "milloin l\u00E4\u00E4k\u00E4riin", RED_FLAGS },
        { "ro", "simptome inflama\u021Bie", SYMPTOMS },
        { "pl", "objawy zapalenia", SYMPTOMS },
        { "tr", "donuk omuz nedir", DEFINITION },
        { "de", "Schulter", 0 },
        { "fr", "\u00E9paule", 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++) {
        struct arena arena = { 0 };
        struct query_tree tree;
        uint32_t kinds = 0;
        assert_int_equal(query_parse(&tree, &arena, view_of(EXAMPLES[i].query), NULL),
                PALPATE_OK);
        assert_int_equal(intent_kinds(&kinds, &tree,
                                 stemming_of(view_of(EXAMPLES[i].language)), NULL),
                PALPATE_OK);
        arena_free(&arena);
        if ((kinds & EXAMPLES[i].kinds) != EXAMPLES[i].kinds ||
                (EXAMPLES[i].kinds == 0 && kinds != 0))
            fail_msg("%s: %u", EXAMPLES[i].query, (unsigned)kinds);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions_of_other_languages_ask_for_kinds_too),
        cmocka_unit_test(a_word_asks_for_kinds_by_itself),
        cmocka_unit_test(a_question_asks_for_a_kind_of_passage),
        cmocka_unit_test(a_question_asks_for_what_passages_have_no_kind_for),
        cmocka_unit_test(who_asks_for_treatment_is_shown_exercises_too),
        cmocka_unit_test(a_question_may_ask_for_several_kinds),
        cmocka_unit_test(words_that_only_name_ask_for_no_kind),
        cmocka_unit_test(a_word_asks_only_where_it_starts_and_where_it_must_end),
        cmocka_unit_test(what_calls_for_a_doctor_asks_for_warning_signs),
        cmocka_unit_test(case_and_accents_change_nothing),
        cmocka_unit_test(what_is_excluded_is_not_asked_for),
        cmocka_unit_test(words_of_groups_and_phrases_ask_as_others_do),
        cmocka_unit_test(another_name_that_was_added_asks_for_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
