#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/stemming.h"
#include "core/view.h"
#include "indexer/passage/kinds.h"

static const struct {
    const char *heading;
    enum passage_kind kind;
} HEADINGS[] = {
    { "When to call your surgeon or doctor", KIND_RED_FLAGS },
    { "Seek medical help at once if", KIND_RED_FLAGS },
    { "When lost motion needs a doctor", KIND_RED_FLAGS },
    { "Who should be careful", KIND_CONTRAINDICATIONS },
    { "Is the first trimester safe?", KIND_CONTRAINDICATIONS },
    { "Can it do harm?", KIND_CONTRAINDICATIONS },
    { "Does it help?", KIND_EVIDENCE },
    { "Who is at risk?", KIND_CAUSES },
    { "Why does it happen?", KIND_CAUSES },
    { "Is an X-ray or scan necessary?", KIND_DIAGNOSIS },
    { "When is surgery considered?", KIND_TREATMENT },
    { "Injections and other medical options", KIND_TREATMENT },
    { "Returning to running", KIND_RECOVERY },
    { "Strengthening", KIND_EXERCISES },
    { "When to avoid exercise", KIND_CONTRAINDICATIONS },
    { "Trigger finger", KIND_OTHER },
    { "Our opening hours", KIND_OTHER },
    { "", KIND_OTHER },
};

static void a_heading_says_what_its_passages_are_about(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++) {
        enum passage_kind kind = kind_of_heading(view_of(HEADINGS[i].heading), NULL);
        if (kind != HEADINGS[i].kind)
            fail_msg("%s: %d", HEADINGS[i].heading, (int)kind);
    }
}

/* A heading of a language, and one beside it that says nothing of the kind. */
struct pair {
    const char *language;
    const char *heading;
    const char *neighbour;
};

static void check_pairs(const struct pair *pairs, size_t count, enum passage_kind kind)
{
    for (size_t i = 0; i < count; i++) {
        const struct stemming *language = stemming_of(view_of(pairs[i].language));
        if (kind_of_heading(view_of(pairs[i].heading), language) != kind)
            fail_msg("%s: %s", pairs[i].language, pairs[i].heading);
        if (kind_of_heading(view_of(pairs[i].neighbour), language) == kind)
            fail_msg("%s: %s", pairs[i].language, pairs[i].neighbour);
    }
}

static void a_caution_is_one_in_each_language_and_its_neighbour_is_none(void **state)
{
    static const struct pair PAIRS[] = {
        { "de", "Nicht bei akuten Entz\u00FCndungen", "Bei akuten Entz\u00FCndungen" },
        { "de", "Wann Sie auf eine Massage verzichten sollten",
                "Wann Sie eine Massage buchen" },
        { "de", "Wer sollte nicht massiert werden?", "Wer massiert wird" },
        { "de", "Gegenanzeigen", "Anzeigen" },
        { "de", "Darf man bei Fieber massieren?", "Massieren und Fieber" },
        { "fr", "Quand ne pas masser", "Quand masser" },
        { "fr", "Contre-indications", "Indications" },
        { "fr", "Ce qu\u2019il faut \u00E9viter", "Ce qu\u2019il faut pr\u00E9voir" },
        { "es", "Cu\u00E1ndo no dar un masaje", "Cu\u00E1ndo dar un masaje" },
        { "es", "No realizar en caso de fiebre", "Realizar en casa" },
        { "es", "\u00BFEs seguro en el embarazo?", "El masaje en el embarazo" },
        { "it", "Quando non fare un massaggio", "Quando fare un massaggio" },
        { "it", "Controindicazioni", "Indicazioni" },
        { "pt", "Quando n\u00E3o fazer massagem", "Quando fazer massagem" },
        { "pt", "Precau\u00E7\u00F5es", "Prepara\u00E7\u00F5es" },
        { "nl", "Wanneer geen massage?", "Wanneer een massage?" },
        { "nl", "Niet bij koorts", "Bij koorts" },
        { "sv", "N\u00E4r du inte ska f\u00E5 massage",
                "N\u00E4r du ska f\u00E5 massage" },
        { "sv", "Inte vid feber", "Vid feber" },
        { "da", "Hvorn\u00E5r m\u00E5 man ikke f\u00E5 massage?",
                "Hvorn\u00E5r f\u00E5r man massage?" },
        { "da", "Ikke ved feber", "Ved feber" },
        { "nb", "N\u00E5r b\u00F8r du ikke f\u00E5 massasje?",
                "N\u00E5r f\u00E5r du massasje?" },
        { "nb", "Unng\u00E5 varme", "Varme" },
        { "fi", "Milloin ei saa hieroa", "Milloin hieroa" },
        { "fi", "Vasta-aiheet", "Aiheet" },
        { "ro", "C\u00E2nd nu se face masaj", "C\u00E2nd se face masaj" },
        { "ro", "Contraindica\u021Bii", "Indica\u021Bii" },
        { "pl", "Kiedy nie masowa\u0107", "Kiedy masowa\u0107" },
        { "pl", "Przeciwwskazania", "Wskazania" },
        { "tr", "Masaj kimlere yap\u0131lmaz?", "Masaj kimlere yap\u0131l\u0131r?" },
        { "tr", "Ka\u00E7\u0131n\u0131lmas\u0131 gerekenler", "Bilinmesi gerekenler" },
    };

    (void)state;
    check_pairs(PAIRS, sizeof PAIRS / sizeof *PAIRS, KIND_CONTRAINDICATIONS);
}

static void when_to_see_a_doctor_is_a_warning_in_each_language(void **state)
{
    static const struct pair PAIRS[] = {
        { "de", "Wann zum Arzt?", "Der Arzt als Freund" },
        { "de", "Warnzeichen", "Zeichen der Zeit" },
        { "fr", "Quand consulter", "Quand revenir" },
        { "fr", "Signes d\u2019alerte", "Nos horaires" },
        { "es", "Cu\u00E1ndo consultar al m\u00E9dico", "Cu\u00E1ndo abrimos" },
        { "es", "Se\u00F1ales de alarma", "Nuestro equipo" },
        { "it", "Quando rivolgersi al medico", "Il nostro gruppo" },
        { "pt", "Quando procurar um m\u00E9dico", "A nossa equipa" },
        { "nl", "Wanneer naar de huisarts?", "Wanneer open?" },
        { "sv", "N\u00E4r ska du s\u00F6ka v\u00E5rd?", "N\u00E4r har vi \u00F6ppet?" },
        { "da", "Hvorn\u00E5r skal du til l\u00E6ge?",
                "Hvorn\u00E5r har vi \u00E5bent?" },
        { "nb", "N\u00E5r b\u00F8r du kontakte lege?", "N\u00E5r har vi \u00E5pent?" },
        { "fi", "Milloin l\u00E4\u00E4k\u00E4riin?", "Meid\u00E4n tiimimme" },
        { "ro", "C\u00E2nd merge\u021Bi la medic?", "Echipa noastr\u0103" },
        { "pl", "Kiedy do lekarza?", "Nasz zesp\u00F3\u0142" },
        { "tr", "Ne zaman doktora ba\u015Fvurmal\u0131?", "Ekibimiz" },
    };

    (void)state;
    check_pairs(PAIRS, sizeof PAIRS / sizeof *PAIRS, KIND_RED_FLAGS);
}

static const struct {
    const char *language;
    const char *heading;
    enum passage_kind kind;
} EXAMPLES[] = {
    { "de", "\u00DCbungen f\u00FCr zu Hause", KIND_EXERCISES },
    { "de", "Schulter\u00FCbungen", KIND_EXERCISES },
    { "de", "Wie lange dauert es?", KIND_RECOVERY },
    { "de", "Was hilft?", KIND_TREATMENT },
    { "de", "Ursachen", KIND_CAUSES },
    { "de", "Was ist eine Schultersteife?", KIND_DEFINITION },
    { "de", "Beschwerden", KIND_SYMPTOMS },
    { "de", "H\u00E4ufige Fragen", KIND_FAQ },
    { "fr", "Exercices \u00E0 la maison", KIND_EXERCISES },
    { "fr", "Combien de temps dure la gu\u00E9rison ?", KIND_RECOVERY },
    { "fr", "Qu\u2019est-ce que la capsulite ?", KIND_DEFINITION },
    { "fr", "Traitements", KIND_TREATMENT },
    { "fr", "Facteurs de risque", KIND_CAUSES },
    { "es", "Ejercicios en casa", KIND_EXERCISES },
    { "es", "\u00BFCu\u00E1nto tarda en curarse?", KIND_RECOVERY },
    { "es", "\u00BFQu\u00E9 es el hombro congelado?", KIND_DEFINITION },
    { "es", "\u00BFPor qu\u00E9 ocurre?", KIND_CAUSES },
    { "es", "Tratamiento", KIND_TREATMENT },
    { "it", "Esercizi", KIND_EXERCISES },
    { "it", "Che cos\u2019\u00E8?", KIND_DEFINITION },
    { "it", "Sintomi", KIND_SYMPTOMS },
    { "pt", "Exerc\u00EDcios", KIND_EXERCISES },
    { "pt", "O que \u00E9?", KIND_DEFINITION },
    { "pt", "Sintomas", KIND_SYMPTOMS },
    { "nl", "Oefeningen", KIND_EXERCISES },
    { "nl", "Hoe lang duurt het?", KIND_RECOVERY },
    { "nl", "Oorzaken", KIND_CAUSES },
    { "sv", "\u00D6vningar", KIND_EXERCISES },
    { "sv", "Behandling", KIND_TREATMENT },
    { "sv", "Hur l\u00E4nge varar det?", KIND_RECOVERY },
    { "da", "\u00D8velser", KIND_EXERCISES },
    { "da", "\u00C5rsager", KIND_CAUSES },
    { "da", "Behandling", KIND_TREATMENT },
    { "nb", "\u00D8velser", KIND_EXERCISES },
    { "nb", "\u00C5rsaker", KIND_CAUSES },
    { "nb", "Hvor lenge varer det?", KIND_RECOVERY },
    { "fi", "Harjoitukset", KIND_EXERCISES },
    { "fi", "Oireet", KIND_SYMPTOMS },
    { "fi", "Hoito", KIND_TREATMENT },
    { "fi", "Kuinka kauan se kest\u00E4\u00E4?", KIND_RECOVERY },
    { "ro", "Exerci\u021Bii", KIND_EXERCISES },
    { "ro", "Simptome", KIND_SYMPTOMS },
    { "ro", "Tratament", KIND_TREATMENT },
    { "ro", "C\u00E2t dureaz\u0103?", KIND_RECOVERY },
    { "pl", "\u0106wiczenia", KIND_EXERCISES },
    { "pl", "Objawy", KIND_SYMPTOMS },
    { "pl", "Leczenie", KIND_TREATMENT },
    { "tr", "Egzersizler", KIND_EXERCISES },
    { "tr", "Belirtileri", KIND_SYMPTOMS },
    { "tr", "Tedavi", KIND_TREATMENT },
    { "hu", "Exercises", KIND_EXERCISES },
};

static void headings_of_other_languages_say_what_their_passages_are_about(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++) {
        enum passage_kind kind = kind_of_heading(view_of(EXAMPLES[i].heading),
                stemming_of(view_of(EXAMPLES[i].language)));
        if (kind != EXAMPLES[i].kind)
            fail_msg(
                    "%s: %s: %d", EXAMPLES[i].language, EXAMPLES[i].heading, (int)kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_says_what_its_passages_are_about),
        cmocka_unit_test(a_caution_is_one_in_each_language_and_its_neighbour_is_none),
        cmocka_unit_test(when_to_see_a_doctor_is_a_warning_in_each_language),
        cmocka_unit_test(headings_of_other_languages_say_what_their_passages_are_about),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
