#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/stemming.h"
#include "core/view.h"
#include "query/answer/excerpt.h"
#include "query/answer/negation.h"

#define FILL \
    " alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi "

/* The excerpt of a text in which a word is marked. */
static palpate_view excerpt_of(struct arena *arena, const char *text, const char *word,
        const struct stemming *language)
{
    struct excerpt excerpt;
    const char *place = strstr(text, word);

    assert_non_null(place);
    const struct sentence_mark mark = {
        { (uint32_t)(place - text), (uint32_t)strlen(word) }, 0, 1
    };
    const struct excerpt_source source = {
        .text = view_of(text), .marks = &mark, .mark_count = 1, .language = language
    };
    assert_int_equal(excerpt_make(&excerpt, arena, &source, NULL), PALPATE_OK);
    return excerpt.text;
}

static bool has(palpate_view text, const char *word)
{
    return view_find(text, view_of(word)) < text.size;
}

/* "not this, but that": neither half is shown without the other's word, in a sentence
   that is too long to be shown whole. */
static void a_contrast_of_any_language_keeps_what_it_denies(void **state)
{
    static const struct {
        const char *code;
        const char *denied; /* a clause, whose first word forbids */
        const char *word;
    } CONTRASTS[] = {
        { "de", "nicht Ruhe, sondern Bewegung", "Ruhe" },
        { "de", "keine Spritze, sondern Geduld", "Spritze" },
        { "fr", "non le repos, mais le mouvement", "repos" },
        { "fr", "pas de repos, mais du mouvement", "repos" },
        { "es", "no el reposo, sino el movimiento", "reposo" },
        { "it", "non il riposo, bensi il movimento", "riposo" },
        { "pt", "nao o repouso, mas o movimento", "repouso" },
        { "nl", "niet rust, maar beweging", "rust" },
        { "sv", "inte vila, utan rorelse", "vila" },
        { "da", "ikke hvile, men bevaegelse", "hvile" },
        { "nb", "ikke hvile, men bevegelse", "hvile" },
        { "pl", "nie odpoczynek, lecz ruch", "odpoczynek" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CONTRASTS / sizeof *CONTRASTS; i++) {
        struct arena arena = { 0 };
        char text[1024];
        char forbids[32] = "";
        (void)snprintf(text, sizeof text, FILL FILL FILL FILL "%s" FILL FILL FILL FILL,
                CONTRASTS[i].denied);
        memcpy(forbids, CONTRASTS[i].denied, strcspn(CONTRASTS[i].denied, " "));
        palpate_view shown = excerpt_of(&arena, text, CONTRASTS[i].word,
                stemming_of(view_of(CONTRASTS[i].code)));
        if (!has(shown, CONTRASTS[i].word) || !has(shown, forbids))
            fail_msg("%s: %.*s", CONTRASTS[i].code, (int)shown.size, shown.data);
        arena_free(&arena);
    }
}

static void a_contrast_denies_and_what_it_affirms_does_not(void **state)
{
    static const struct {
        const char *language;
        const char *negates;
        const char *neighbour;
    } PAIRS[] = {
        { "de", "Nicht Ruhe, sondern Bewegung hilft.", "Ruhe hilft und Bewegung." },
        { "de", "Es hilft keine Spritze, sondern Geduld.", "Es hilft eine Spritze." },
        { "fr", "Ce n\u2019est pas le repos mais le mouvement qui aide.",
                "C\u2019est le repos qui aide." },
        { "es", "No el reposo, sino el movimiento ayuda.", "El reposo ayuda." },
        { "it", "Non il riposo, ma il movimento aiuta.", "Il riposo aiuta." },
        { "pt", "N\u00E3o o repouso, mas o movimento ajuda.", "O repouso ajuda." },
        { "nl", "Niet rust, maar beweging helpt.", "Rust helpt." },
        { "sv", "Inte vila, utan r\u00F6relse hj\u00E4lper.", "Vila hj\u00E4lper." },
        { "da", "Ikke hvile, men bev\u00E6gelse hj\u00E6lper.", "Hvile hj\u00E6lper." },
        { "nb", "Ikke hvile, men bevegelse hjelper.", "Hvile hjelper." },
        { "pl", "Nie odpoczynek, lecz ruch pomaga.", "Odpoczynek pomaga." },
        { "fi", "Ei lepo, vaan liike auttaa.", "Lepo auttaa." },
        { "fi", "\u00C4l\u00E4 hiero kuumeessa.", "Hiero kevyesti." },
        { "fi", "V\u00E4lt\u00E4 kuumaa.", "K\u00E4yt\u00E4 kuumaa." },
        { "ro", "Nu odihna, ci mi\u0219carea ajut\u0103.", "Odihna ajut\u0103." },
        { "ro", "Evita\u021Bi c\u0103ldura.", "Folosi\u021Bi c\u0103ldura." },
        { "tr", "Dinlenme de\u011Fil, hareket iyi gelir.", "Dinlenme iyi gelir." },
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        const struct stemming *language = stemming_of(view_of(PAIRS[i].language));
        palpate_view negates = view_of(PAIRS[i].negates);
        palpate_view neighbour = view_of(PAIRS[i].neighbour);
        if (negation_find(negates, 0, language) == negates.size)
            fail_msg("%s does not negate", PAIRS[i].negates);
        if (negation_find(neighbour, 0, language) < neighbour.size)
            fail_msg("%s negates", PAIRS[i].neighbour);
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(a_contrast_of_any_language_keeps_what_it_denies),
        cmocka_unit_test(a_contrast_denies_and_what_it_affirms_does_not),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
