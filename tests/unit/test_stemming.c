#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <xapian-c/stem.h>

#include "core/buffer.h"
#include "core/stemming.h"
#include "core/term.h"
#include "core/utf8.h"
#include "core/view.h"

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

static void speak(const char *code)
{
    (void)analyzer_speak(analyzer, stemming_of(view_of(code)));
}

static bool same_term(const char *code, const char *a, const char *b)
{
    struct buffer first = { 0 };

    speak(code);
    buffer_append(&first, term_of_word(analyzer, view_of(a)));
    bool same = view_equals(buffer_view(&first), term_of_word(analyzer, view_of(b)));
    buffer_free(&first);
    return same;
}

/* In every language: whatever a stem is cut to, no character of it is cut. */
static void the_term_of_a_long_word_ends_with_a_whole_character(void **state)
{
    static const unsigned char LETTERS[] = { 0xD8, 0xA7, 0xD8, 0xA7 };
    const struct stemming *language = NULL;

    (void)state;
    for (size_t i = 0; i == 0 || language != NULL; i++) {
        (void)analyzer_speak(analyzer, language);
        for (size_t size = WORD_SIZE - 8; size < WORD_SIZE; size++) {
            char word[WORD_SIZE + 8];
            memset(word, 'c', sizeof word);
            memcpy(word + size, LETTERS, sizeof LETTERS);
            palpate_view term = term_of_word(
                    analyzer, (palpate_view){ word, size + sizeof LETTERS });
            assert_true(utf8_is_valid(term));
            assert_true(term.size <= WORD_SIZE);
        }
        language = stemming_at(i);
    }
    (void)analyzer_speak(analyzer, NULL);
}

/* Reads tests/unit/inflections/CODE.txt: a word of an article, a tab, and the word of a
   question that is to find it. */
static void check_pairs(const char *code)
{
    char path[512];
    char line[256];
    unsigned pairs = 0;
    unsigned same = 0;

    (void)snprintf(path, sizeof path, "%s/tests/unit/inflections/%s.txt",
            getenv("PALPATE_SOURCE"), code);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        char *article = strtok(line, "\t\n");
        char *question = strtok(NULL, "\t\n");
        assert_non_null(question);
        bool is_same = same_term(code, article, question);
        if (!is_same)
            print_message("%s: %s, %s\n", code, article, question);
        pairs++;
        same += is_same;
    }
    assert_int_equal(fclose(file), 0);
    assert_true(pairs >= 40);
    if (same * 100 < pairs * 95)
        fail_msg("%s: %u of %u pairs", code, same, pairs);
}

static void an_inflected_word_finds_its_article_in_fifteen_languages(void **state)
{
    static const char *const CODES[] = { "da", "de", "el", "en", "es", "fi", "fr", "it",
        "nb", "nl", "pl", "pt", "ro", "sv", "tr" };

    (void)state;
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        check_pairs(CODES[i]);
}

static void words_that_are_not_one_keep_apart(void **state)
{
    static const char *const PAIRS[][3] = {
        { "de", "Schulter", "Schule" },
        { "de", "Bein", "Biene" },
        { "de", "Rücken", "Brücken" },
        { "fr", "poignet", "point" },
        { "fr", "hanche", "branche" },
        { "es", "hombro", "hombre" },
        { "it", "polso", "polmone" },
        { "pt", "joelho", "olho" },
        { "nl", "schouder", "schoen" },
        { "sv", "axel", "anka" },
        { "da", "skulder", "skole" },
        { "nb", "kne", "kno" },
        { "pl", "bark", "barwa" },
        { "fi", "nilkka", "niska" },
        { "fi", "polvi", "poski" },
        { "ro", "um\u0103r", "umor" },
        { "ro", "m\u00E2n\u0103", "minte" },
        { "tr", "omuz", "omur" },
        { "tr", "diz", "dil" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (same_term(PAIRS[i][0], PAIRS[i][1], PAIRS[i][2]))
            fail_msg("%s: %s, %s", PAIRS[i][0], PAIRS[i][1], PAIRS[i][2]);
}

static void a_word_is_found_as_people_type_it(void **state)
{
    static const char *const PAIRS[][3] = {
        { "de", "Übungen", "uebung" },
        { "de", "Rückenschmerzen", "ruckenschmerzen" },
        { "de", "Rückenschmerzen", "rueckenschmerz" },
        { "de", "Hände", "haende" },
        { "de", "Stoßwellen", "stosswelle" },
        { "fr", "l’épaule", "epaule" },
        { "fr", "l'épaule", "épaules" },
        { "fr", "d’épaules", "épaule" },
        { "fr", "qu’opérée", "opéré" },
        { "it", "dell’anca", "anca" },
        { "it", "un'articolazione", "articolazioni" },
        { "ca", "l'espatlla", "espatlla" },
        { "es", "articulación", "articulacion" },
        { "pt", "articulações", "articulacao" },
        { "tr", "İltihap", "iltihap" },
        { "tr", "ağrısı", "agrisi" },
        { "tr", "BACAĞI", "bacak" },
        { "pl", "ścięgno", "sciegno" },
        { "da", "øvelse", "ovelse" },
        { "fi", "j\u00E4nteet", "janteet" },
        { "ro", "\u0219old", "sold" },
        { "ro", "\u015Fold", "\u0219old" },
        { "vi", "đau", "dau" },
        { "vi", "lưng", "lung" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (!same_term(PAIRS[i][0], PAIRS[i][1], PAIRS[i][2]))
            fail_msg("%s: %s, %s", PAIRS[i][0], PAIRS[i][1], PAIRS[i][2]);
}

static void a_word_starts_alike_however_it_is_typed(void **state)
{
    static const char *const STARTS[][3] = { { "de", "uebung", "ubung" },
        { "de", "ubung", "ubung" }, { "de", "rueckenschm", "ruckenschm" },
        { "de", "haende", "hande" }, { "de", "gefaess", "gefass" },
        { "de", "neue", "neue" }, { "de", "dauer", "dauer" },
        { "de", "quelle", "quelle" }, { "de", "e", "e" }, { "de", "", "" },
        { "fr", "l'epaul", "epaul" }, { "fr", "aerob", "aerob" },
        { "sv", "ovning", "ovning" } };

    (void)state;
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++) {
        char start[WORD_SIZE];
        size_t size = stemming_start(
                stemming_of(view_of(STARTS[i][0])), view_of(STARTS[i][1]), start);
        if (!view_equals((palpate_view){ start, size }, view_of(STARTS[i][2])))
            fail_msg("%s: %.*s", STARTS[i][1], (int)size, start);
    }
}

static void an_article_before_a_word_of_hebrew_or_arabic_is_no_part_of_it(void **state)
{
    (void)state;
    assert_true(same_term("he", "\u05D4\u05DB\u05D0\u05D1", "\u05DB\u05D0\u05D1"));
    assert_true(same_term("he",
            "\u05D5\u05B0\u05D4\u05B7\u05DB\u05BC\u05B0\u05D0\u05B5\u05D1",
            "\u05DB\u05D0\u05D1"));
    assert_false(same_term("he", "\u05DB\u05EA\u05E3", "\u05DB\u05D0\u05D1"));
    assert_false(same_term("he", "\u05D4\u05E8", "\u05E8"));
    assert_true(
            same_term("ar", "\u0627\u0644\u0623\u0644\u0645", "\u0623\u0644\u0645"));
    assert_true(same_term("ar",
            "\u0648\u064E\u0627\u0644\u0623\u064E\u0644\u064E\u0645\u064F",
            "\u0623\u0644\u0645"));
}

static void a_term_names_its_language_unless_it_is_english(void **state)
{
    (void)state;
    speak("de-at");
    palpate_view term = term_of_word(analyzer, view_of("Schultern"));
    assert_true(view_ends_with(term, PALPATE_VIEW(":de")));
    assert_true(term_language(term) == stemming_of(PALPATE_VIEW("de")));
    assert_true(view_find(term_without_mark(term), PALPATE_VIEW(":")) ==
                term_without_mark(term).size);

    speak("en-gb");
    assert_null(analyzer_language(analyzer));
    term = term_of_word(analyzer, view_of("shoulders"));
    assert_true(view_equals(term, PALPATE_VIEW("shoulder")));
    assert_null(term_language(term));
    speak("xx");
    assert_true(view_equals(
            term_of_word(analyzer, view_of("shoulders")), PALPATE_VIEW("shoulder")));
}

static void the_longest_word_keeps_room_for_its_language(void **state)
{
    char word[WORD_SIZE];

    (void)state;
    memset(word, 'k', sizeof word);
    speak("de");
    palpate_view term = term_of(analyzer, (palpate_view){ word, sizeof word });
    assert_true(term.size <= WORD_SIZE);
    assert_true(view_ends_with(term, PALPATE_VIEW(":de")));
}

static void stop_words_are_those_of_the_language(void **state)
{
    (void)state;
    speak("de");
    assert_true(term_is_stop(analyzer, PALPATE_VIEW("nach")));
    assert_false(term_is_stop(analyzer, PALPATE_VIEW("the")));
    speak("fr");
    assert_true(term_is_stop(analyzer, PALPATE_VIEW("qu'il")));
    assert_false(term_is_stop(analyzer, PALPATE_VIEW("l'epaule")));
    speak("hu");
    assert_true(term_is_stop(analyzer, PALPATE_VIEW("egy")));
    speak("en");
    assert_true(term_is_stop(analyzer, PALPATE_VIEW("the")));
    assert_false(term_is_stop(analyzer, PALPATE_VIEW("nach")));
}

static void no_stop_word_is_also_what_people_ask_about(void **state)
{
    static const char *const WORDS[][2] = { { "de", "Arm" }, { "de", "Hand" },
        { "fr", "dos" }, { "fr", "os" }, { "es", "pie" }, { "it", "anca" },
        { "nl", "been" }, { "sv", "knä" }, { "da", "ben" }, { "nb", "rygg" },
        { "pl", "noga" }, { "tr", "neden" }, { "fi", "kipu" }, { "ro", "picior" } };

    (void)state;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        char folded[WORD_SIZE];
        size_t size = word_fold(view_of(WORDS[i][1]), folded);
        speak(WORDS[i][0]);
        assert_false(term_is_stop(analyzer, (palpate_view){ folded, size }));
    }
}

static void every_language_of_the_table_has_its_stemmer(void **state)
{
    const struct stemming *language = NULL;

    (void)state;
    for (size_t i = 0; (language = stemming_at(i)) != NULL; i++) {
        xc_stemmer *stemmer = NULL;
        assert_int_equal(language->code.size, 2);
        assert_true(stemming_of(language->code) == language);
        assert_int_equal(stemming_number(language), i);
        if (language->stemmer != NULL)
            assert_int_equal(xc_stemmer_open(&stemmer, language->stemmer, NULL), XC_OK);
        xc_stemmer_close(stemmer);
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(an_inflected_word_finds_its_article_in_fifteen_languages),
        cmocka_unit_test(the_term_of_a_long_word_ends_with_a_whole_character),
        cmocka_unit_test(words_that_are_not_one_keep_apart),
        cmocka_unit_test(a_word_is_found_as_people_type_it),
        cmocka_unit_test(a_word_starts_alike_however_it_is_typed),
        cmocka_unit_test(an_article_before_a_word_of_hebrew_or_arabic_is_no_part_of_it),
        cmocka_unit_test(a_term_names_its_language_unless_it_is_english),
        cmocka_unit_test(the_longest_word_keeps_room_for_its_language),
        cmocka_unit_test(stop_words_are_those_of_the_language),
        cmocka_unit_test(no_stop_word_is_also_what_people_ask_about),
        cmocka_unit_test(every_language_of_the_table_has_its_stemmer),
    };
    return cmocka_run_group_tests(TESTS, open_analyzer, close_analyzer);
}
