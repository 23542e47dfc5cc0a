#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <palpate/search.h>

#include "query/language/limits.h"
#include "server/sentence.h"
#include "server/text.h"
#include "server/wording.h"

static palpate_view view(const char *words)
{
    return (palpate_view){ words, strlen(words) };
}

static const struct wording *speaking(const char *code)
{
    const struct wording *wording = wording_find(view(code));

    assert_non_null(wording);
    return wording;
}

/* Into how many pieces a phrase falls; none where the language lacks it. */
static unsigned pieces_of(const struct wording *wording, int phrase)
{
    unsigned count = 0;

    while (wording_piece(wording, (enum phrase)phrase, count).data != NULL)
        count++;
    return count;
}

static void assert_says_every_phrase(const struct wording *wording)
{
    for (int phrase = 0; phrase < PHRASE_COUNT; phrase++) {
        unsigned pieces = pieces_of(wording, phrase);
        if (pieces == 0 || pieces != pieces_of(wording_at(0), phrase))
            fail_msg("%.2s: phrase %d has %u pieces", wording_code(wording).data,
                    phrase, pieces);
    }
}

static void every_language_says_every_phrase(void **state)
{
    (void)state;
    for (size_t i = 0; wording_at(i) != NULL; i++)
        assert_says_every_phrase(wording_at(i));
}

static void every_language_names_every_kind_in_its_own_words(void **state)
{
    (void)state;
    for (size_t i = 0; wording_at(i) != NULL; i++) {
        for (uint32_t kind = 0; palpate_kind_name(kind) != NULL; kind++)
            assert_true(
                    wording_kind(wording_at(i), view(palpate_kind_name(kind))).size >
                    0);
    }
    assert_memory_equal(wording_kind(speaking("de"), PALPATE_VIEW("red-flags")).data,
            "Warnzeichen", 11);
    assert_memory_equal(wording_kind(speaking("en"), PALPATE_VIEW("red-flags")).data,
            "Warning signs", 13);
    assert_int_equal(wording_kind(speaking("de"), PALPATE_VIEW("nothing")).size, 0);
}

static void every_month_has_a_word(void **state)
{
    (void)state;
    for (size_t i = 0; wording_at(i) != NULL; i++) {
        palpate_view months = wording_piece(wording_at(i), SAY_MONTHS, 0);
        int spaces = 0;
        for (size_t k = 0; k < months.size; k++)
            spaces += months.data[k] == ' ';
        assert_int_equal(spaces, 11);
    }
}

static void the_first_language_with_a_wording_is_spoken(void **state)
{
    static const struct {
        const char *wanted;
        const char *spoken;
    } CASES[] = { { "de-CH", "de" }, { "DE", "de" }, { "xx,fr,de", "fr" },
        { "xx", "en" }, { "", "en" }, { "d", "en" }, { "nl,de", "nl" },
        { ",,es", "es" } };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_memory_equal(wording_code(wording_prefer(view(CASES[i].wanted))).data,
                CASES[i].spoken, 2);
}

static void phrases_are_found_by_name(void **state)
{
    (void)state;
    assert_int_equal(wording_phrase(PALPATE_VIEW("way-names")), SAY_WAY_NAMES);
    assert_int_equal(wording_phrase(PALPATE_VIEW("by")), SAY_BY);
    assert_int_equal(wording_phrase(PALPATE_VIEW("way")), PHRASE_COUNT);
    assert_int_equal(wording_phrase(PALPATE_VIEW("")), PHRASE_COUNT);
}

/* What `say` writes in a language. */
static void assert_says(const char *code, uint64_t count, const char *expected)
{
    struct text text;
    size_t size = 0;

    text_open(&text);
    text.wording = speaking(code);
    text_say_count(&text, SAY_COUNT_ARTICLES, count);
    text_add_string(&text, "; ");
    text_say_words(&text, SAY_SIMILAR_TO, PALPATE_VIEW("<a> & b"));
    char *said = text_close(&text, &size);
    assert_string_equal(said, expected);
    free(said);
}

static void numbers_and_words_stand_where_the_language_has_them(void **state)
{
    (void)state;
    assert_says("en", 1234567,
            "1,234,567 articles; Similar articles to “&lt;a&gt; &amp; b”");
    assert_says("de", 1234, "1.234 Artikel; Ähnliche Artikel wie „&lt;a&gt; &amp; b“");
    assert_says("fr", 12, "12 articles; Articles similaires à « &lt;a&gt; &amp; b »");
}

static char *said_in(const char *code, const char *sentence)
{
    struct text text;
    size_t size = 0;

    text_open(&text);
    text.wording = speaking(code);
    sentence_say(&text, view(sentence));
    return text_close(&text, &size);
}

static void assert_sentence(
        const char *code, const char *sentence, const char *expected)
{
    char *said = said_in(code, sentence);

    assert_string_equal(said, expected);
    free(said);
}

static void sentences_of_the_library_are_said_in_the_language(void **state)
{
    (void)state;
    assert_sentence("de", "Filters after the first 64 were ignored.",
            "Filter nach den ersten 64 wurden nicht beachtet.");
    assert_sentence("fr", "limit takes a number from 1 to 50",
            "limit attend un nombre de 1 \u00E0 50");
    assert_sentence("nl", "The argument q is missing", "Het argument q ontbreekt");
    assert_sentence("es", "The search failed", "La b\u00FAsqueda ha fallado");
    assert_sentence("en", "The search failed", "The search failed");
    assert_sentence("de", "Something <else>", "Something &lt;else&gt;");
    assert_sentence("de", "", "");
}

static void every_limit_of_an_answer_is_said_in_every_language(void **state)
{
    (void)state;
#define LIMIT_IS_KNOWN(name, word, documented, note) \
    assert_true(sentence_is_known(PALPATE_VIEW(note)));
    SEARCH_LIMITS(LIMIT_IS_KNOWN)
#undef LIMIT_IS_KNOWN
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_language_says_every_phrase),
        cmocka_unit_test(every_language_names_every_kind_in_its_own_words),
        cmocka_unit_test(every_month_has_a_word),
        cmocka_unit_test(the_first_language_with_a_wording_is_spoken),
        cmocka_unit_test(phrases_are_found_by_name),
        cmocka_unit_test(numbers_and_words_stand_where_the_language_has_them),
        cmocka_unit_test(sentences_of_the_library_are_said_in_the_language),
        cmocka_unit_test(every_limit_of_an_answer_is_said_in_every_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
