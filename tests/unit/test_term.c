#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/spelling_forms.h"
#include "core/term.h"
#include "core/view.h"
#include "core/word_forms.h"

static struct analyzer *analyzer;

static int open_analyzer(void **state)
{
    (void)state;
    return analyzer_open(&analyzer, NULL) == PALPATE_OK ? 0 : -1;
}

static int close_analyzer(void **state)
{
    (void)state;
    analyzer_close(analyzer);
    return 0;
}

static bool same_term(const char *a, const char *b)
{
    struct buffer first = { 0 };

    buffer_append(&first, term_of_word(analyzer, view_of(a)));
    bool same = view_equals(buffer_view(&first), term_of_word(analyzer, view_of(b)));
    buffer_free(&first);
    return same;
}

static void forms_of_a_word_share_a_term(void **state)
{
    static const char *const PAIRS[][2] = { { "Adhesions", "adhesion" },
        { "oedema", "edema" }, { "lymphoedema", "lymphedema" },
        { "mobilisation", "mobilization" }, { "mobilised", "mobilizing" },
        { "orthopaedic", "orthopedic" }, { "bursae", "bursa" },
        { "vertebrae", "vertebra" }, { "diagnoses", "diagnosis" }, { "feet", "foot" },
        { "tumour", "tumors" }, { "fibres", "fiber" }, { "anaesthetic", "anesthetic" },
        { "exercise", "exercises" }, { "exercising", "exercised" },
        { "precise", "precisely" }, { "aetiology", "etiology" },
        { "programme", "program" }, { "analyse", "analyzing" },
        { "tendinopathy", "tendinopathies" } };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (!same_term(PAIRS[i][0], PAIRS[i][1]))
            fail_msg("%s and %s differ", PAIRS[i][0], PAIRS[i][1]);
}

static void irregular_plurals_are_their_singulars(void **state)
{
    static const char *const PAIRS[][2] = { { "foramina", "foramen" },
        { "ganglia", "ganglion" }, { "menisci", "meniscus" }, { "radii", "radius" },
        { "phalanges", "phalanx" }, { "metastases", "metastasis" },
        { "aponeuroses", "aponeurosis" }, { "alveoli", "alveolus" },
        { "streptococci", "streptococcus" }, { "carcinomata", "carcinoma" },
        { "dermatitides", "dermatitis" }, { "sera", "serum" }, { "mice", "mouse" },
        { "naevi", "nevus" }, { "prostheses", "prosthesis" }, { "calves", "calf" },
        { "women", "woman" }, { "vertices", "vertex" }, { "haematomata", "hematoma" },
        { "analyses", "analysis" }, { "tendonitis", "tendinitis" },
        { "thromboses", "thrombosis" } };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (!same_term(PAIRS[i][0], PAIRS[i][1]))
            fail_msg("%s and %s differ", PAIRS[i][0], PAIRS[i][1]);
}

static void british_and_american_spellings_are_one(void **state)
{
    static const char *const PAIRS[][2] = { { "labelled", "labeling" },
        { "practise", "practice" }, { "ageing", "aging" }, { "centred", "centering" },
        { "counsellor", "counselors" }, { "grey", "gray" },
        { "manoeuvred", "maneuver" }, { "judgement", "judgment" },
        { "favourite", "favorites" }, { "orientated", "oriented" },
        { "naevus", "nevus" }, { "leucocytes", "leukocyte" }, { "amoebic", "amebic" },
        { "phaeochromocytoma", "pheochromocytoma" }, { "palaeo", "paleo" },
        { "praevia", "previa" }, { "dyspnoeic", "dyspneic" },
        { "benefitted", "benefited" }, { "analogues", "analog" },
        { "dialogue", "dialog" }, { "jewellery", "jewelry" }, { "neurones", "neuron" },
        { "lignocaine", "lidocaine" }, { "mediaeval", "medieval" } };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (!same_term(PAIRS[i][0], PAIRS[i][1]))
            fail_msg("%s and %s differ", PAIRS[i][0], PAIRS[i][1]);
}

static void irregular_plurals_are_their_singular(void **state)
{
    static const char *const PAIRS[][2] = { { "uteri", "uterus" },
        { "diverticula", "diverticulum" }, { "wives", "wife" }, { "gyri", "gyrus" },
        { "stomata", "stoma" }, { "lymphomata", "lymphoma" },
        { "bursitides", "bursitis" }, { "mitochondria", "mitochondrion" },
        { "indices", "index" }, { "fornices", "fornix" } };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (!same_term(PAIRS[i][0], PAIRS[i][1]))
            fail_msg("%s and %s differ", PAIRS[i][0], PAIRS[i][1]);
}

/* What is looked up by halving must be sorted, and what stands on the right must be the
   end of the matter. */
static void the_table_of_forms_is_sorted_and_final(void **state)
{
    palpate_view before = PALPATE_VIEW("");
    palpate_view word;
    palpate_view form;
    palpate_view again;

    (void)state;
    for (size_t i = 0; word_form_at(&word, &form, i); i++) {
        char out[WORD_SIZE];
        assert_true(view_compare(before, word) < 0);
        assert_true(word_form_of(&again, word));
        assert_false(word_form_of(&again, form));
        assert_true(may_have_term(word, term_of(analyzer, word)));
        size_t size = spelling_common_form(form, out);
        char twice[WORD_SIZE];
        assert_int_equal(
                spelling_common_form((palpate_view){ out, size }, twice), size);
        assert_memory_equal(out, twice, size);
        before = word;
    }
}

static void different_words_keep_different_terms(void **state)
{
    static const char *const PAIRS[][2] = { { "lateral", "later" },
        { "adhesive", "adhesions" }, { "capsulitis", "capsule" },
        { "organic", "organ" }, { "tendonitis", "tendon" },
        { "epicondylitis", "epicondyle" }, { "several", "severe" }, { "toes", "te" },
        { "hour", "hor" }, { "four", "for" }, { "shoes", "shes" }, { "doses", "dosis" },
        { "axes", "axis" } };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (same_term(PAIRS[i][0], PAIRS[i][1]))
            fail_msg("%s and %s are one", PAIRS[i][0], PAIRS[i][1]);
}

static void a_term_comes_out_of_the_cache_as_it_went_in(void **state)
{
    char word[16];

    (void)state;
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 20000; i++) {
            (void)snprintf(word, sizeof word, "w%dx", i);
            assert_true(view_equals(term_of(analyzer, view_of(word)), view_of(word)));
        }
    }
}

static void a_long_word_has_a_term_too(void **state)
{
    char word[WORD_SIZE + 1];

    (void)state;
    memset(word, 'q', WORD_SIZE);
    word[WORD_SIZE] = '\0';
    palpate_view term = term_of_word(analyzer, view_of(word));
    assert_int_equal(term.size, WORD_SIZE);
    assert_memory_equal(term.data, word, WORD_SIZE);
}

static void the_first_letters_never_rule_out_the_right_term(void **state)
{
    static const char *const WORDS[] = { "oedema", "aetiology", "oesophagus",
        "aesthetic", "shoulder", "dying", "skies", "feet", "x", "oestrogen" };

    (void)state;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        assert_true(
                may_have_term(view_of(WORDS[i]), term_of(analyzer, view_of(WORDS[i]))));
    assert_false(may_have_term(view_of("knee"), view_of("elbow")));
}

/* Every two letters that a word may start with, with what may follow them. */
static void a_word_that_keeps_its_start_has_a_term_that_does(void **state)
{
    static const char *const REST[] = { "", "e", "s", "y", "ed", "es", "ing", "ings",
        "ies", "ied", "ying", "edly", "ed's", "ting", "tings", "dem", "edema", "etus",
        "emia", "aemia", "oesoph", "esarean", "caecum", "d", "t", "th", "ets", "ise",
        "ised", "our", "ours", "tre", "ae", "bre", "gramme", "ly", "li", "ess", "eed",
        "eeth", "'s", "xy", "kies", "ulphur", "naecology", "noea", "ating", "egging",
        "\u00ADe", "\u0153dema", "\u0301edema" };
    char word[WORD_SIZE];
    char folded[WORD_SIZE];
    unsigned kept = 0;

    (void)state;
    for (unsigned start = 0; start < 26 * 26; start++) {
        char first = (char)('a' + start / 26);
        char second = (char)('a' + start % 26);
        for (size_t i = 0; i < sizeof REST / sizeof *REST; i++) {
            (void)snprintf(word, sizeof word, "%c%c%s", first, second, REST[i]);
            palpate_view fold = { folded, word_fold(view_of(word), folded) };
            palpate_view term = term_of(analyzer, fold);
            if (!term_keeps_start(analyzer, view_of(word)))
                continue;
            kept++;
            assert_int_equal(term.data[0], first);
            if (term.size > 1)
                assert_int_equal(term.data[1], second);
        }
    }
    assert_true(kept > 20000);
    assert_true(term_keeps_start(analyzer, PALPATE_VIEW("Shoulder")));
    assert_false(term_keeps_start(analyzer, PALPATE_VIEW("c5")));
    assert_false(term_keeps_start(analyzer, PALPATE_VIEW("x")));
}

static void a_form_that_starts_otherwise_is_known_by_its_start(void **state)
{
    palpate_view word;
    palpate_view form;
    unsigned changed = 0;

    (void)state;
    for (size_t i = 0; word_form_at(&word, &form, i); i++) {
        palpate_view term = term_of(analyzer, word);
        if (word.data[1] == term.data[1])
            continue;
        changed++;
        assert_false(term_keeps_start(analyzer, word));
    }
    assert_true(changed > 2); /* men, teeth, sceptical */
    assert_false(term_keeps_start(analyzer, PALPATE_VIEW("Men")));
}

static void stop_words_are_found(void **state)
{
    (void)state;
    assert_true(is_stop_word(view_of("a")));
    assert_true(is_stop_word(view_of("the")));
    assert_true(is_stop_word(view_of("yourselves")));
    assert_true(is_stop_word(view_of("don't")));
    assert_false(is_stop_word(view_of("shoulder")));
    assert_false(is_stop_word(view_of("")));
    assert_false(is_stop_word(view_of("back")));
}

static void a_common_form_is_its_own_common_form(void **state)
{
    static const char *const WORDS[] = { "oedema", "manoeuvres", "programmes",
        "mobilisations", "behavioural", "paediatrics", "vertebrae", "haemarthroses" };

    (void)state;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        char once[WORD_SIZE];
        char twice[WORD_SIZE];
        size_t size = spelling_common_form(view_of(WORDS[i]), once);
        assert_int_equal(
                spelling_common_form((palpate_view){ once, size }, twice), size);
        assert_memory_equal(once, twice, size);
    }
}

static void the_fingerprint_is_the_same_in_every_analyzer(void **state)
{
    struct analyzer *other = NULL;

    (void)state;
    assert_int_equal(analyzer_open(&other, NULL), PALPATE_OK);
    assert_int_equal(analyzer_fingerprint(analyzer), analyzer_fingerprint(other));
    assert_int_not_equal(analyzer_fingerprint(analyzer), 0);
    analyzer_close(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_a_word_share_a_term),
        cmocka_unit_test(irregular_plurals_are_their_singulars),
        cmocka_unit_test(british_and_american_spellings_are_one),
        cmocka_unit_test(irregular_plurals_are_their_singular),
        cmocka_unit_test(the_table_of_forms_is_sorted_and_final),
        cmocka_unit_test(different_words_keep_different_terms),
        cmocka_unit_test(a_term_comes_out_of_the_cache_as_it_went_in),
        cmocka_unit_test(a_long_word_has_a_term_too),
        cmocka_unit_test(the_first_letters_never_rule_out_the_right_term),
        cmocka_unit_test(a_word_that_keeps_its_start_has_a_term_that_does),
        cmocka_unit_test(a_form_that_starts_otherwise_is_known_by_its_start),
        cmocka_unit_test(stop_words_are_found),
        cmocka_unit_test(a_common_form_is_its_own_common_form),
        cmocka_unit_test(the_fingerprint_is_the_same_in_every_analyzer),
    };
    return cmocka_run_group_tests(tests, open_analyzer, close_analyzer);
}
