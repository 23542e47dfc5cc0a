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

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(a_contrast_of_any_language_keeps_what_it_denies),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
