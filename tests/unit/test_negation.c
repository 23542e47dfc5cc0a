#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/stemming.h"
#include "core/view.h"
#include "query/answer/negation.h"

/* From the word that negates on; "" where nothing does. */
static const char *negated(const char *text)
{
    return text + negation_find(view_of(text), 0, NULL);
}

static void a_word_that_negates_is_found(void **state)
{
    static const char *const CASES[][2] = {
        { "Do not run.", "not run." },
        { "There is no evidence.", "no evidence." },
        { "Please avoid heat", "avoid heat" },
        { "heat, AVOIDING fire", "AVOIDING fire" },
        { "It is contraindicated.", "contraindicated." },
        { "It is contra-indicated.", "contra-indicated." },
        { "Walk, unless it hurts.", "unless it hurts." },
        { "Ice rather than heat", "rather than heat" },
        { "Ice cannot.", "cannot." },
        { "Better without", "without" },
        { "(never)", "never)" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(negated(CASES[i][0]), CASES[i][1]);
}

static void contractions_negate_with_either_apostrophe(void **state)
{
    (void)state;
    assert_string_equal(negated("You shouldn't run"), "shouldn't run");
    assert_string_equal(negated("You don\xE2\x80\x99t run"), "don\xE2\x80\x99t run");
}

static void a_negation_in_capitals_negates_too(void **state)
{
    (void)state;
    assert_string_equal(negated("HEAT ISN'T SAFE"), "ISN'T SAFE");
    assert_string_equal(negated("You DON\xE2\x80\x99T run"), "DON\xE2\x80\x99T run");
    assert_string_equal(negated("It Shouldn'T hurt"), "Shouldn'T hurt");
    assert_string_equal(negated("DO NOT RUN"), "NOT RUN");
    assert_string_equal(negated("NOTHING DENOTES IT"), "");
}

/* Quotation marks, dashes and spaces beyond ASCII part words as those of ASCII do. */
static void any_sign_parts_a_negation_from_what_stands_beside_it(void **state)
{
    static const char *const CASES[][2] = {
        { "It is “not safe” for all", "not safe” for all" },
        { "Heat is ‘not’ advised", "not’ advised" },
        { "Rest—not ice—helps", "not ice—helps" },
        { "Rest–never ice", "never ice" },
        { "«Avoid» heat", "Avoid» heat" },
        { "Safe…not for all", "not for all" },
        { "Safe… unless pregnant", "unless pregnant" },
        { "Safe\u00A0without\u00A0heat", "without\u00A0heat" },
        { "• no running", "no running" },
        { "Use ice rather\u00A0than heat", "rather\u00A0than heat" },
        { "ice (“instead\u2003of heat”)", "instead\u2003of heat”)" },
        { "It is contra\u2011indicated", "contra\u2011indicated" },
        { "It is contra\u00ADindicated", "contra\u00ADindicated" },
        { "Ice is un\u00ADsafe.", "un\u00ADsafe." },
        { "“Don’t” he said", "Don’t” he said" },
        { "You don\u02BCt run", "don\u02BCt run" },
        { "You don\uFF07t run", "don\uFF07t run" },
        { "You don\u00B4t run", "don\u00B4t run" },
        { "You don`t run", "don`t run" },
        { "You don\u2032t run", "don\u2032t run" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(negated(CASES[i][0]), CASES[i][1]);
}

/* A letter beyond ASCII is one, also where it is made of a letter and a mark. */
static void any_letter_belongs_to_the_word_beside_it(void **state)
{
    static const char *const CASES[] = { "A notière and énot", "Noé and ſno",
        "no\u0301te", "Нет not\u0430", "The don is a tough one" };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(negated(CASES[i]), "");
}

/* "Knot", "another", "notice", "november", "nose", "stopwatch". */
static void a_negation_inside_another_word_is_none(void **state)
{
    (void)state;
    assert_string_equal(negated("A knot is noticed by another nose in november."), "");
    assert_string_equal(negated("A stopwatch, unsafely and norwegian"), "");
    assert_string_equal(negated("pin't\xC3\xA9"), "");
    assert_string_equal(negated(""), "");
}

static void the_search_goes_on_from_a_place(void **state)
{
    static const palpate_view TEXT = PALPATE_VIEW_INIT("Do not run and do not jump.");

    (void)state;
    size_t first = negation_find(TEXT, 0, NULL);
    assert_int_equal(first, 3);
    assert_int_equal(negation_find(TEXT, first, NULL), first);
    assert_int_equal(negation_find(TEXT, first + 1, NULL), 18);
    assert_int_equal(negation_find(TEXT, 19, NULL), TEXT.size);
    assert_int_equal(negation_find(TEXT, TEXT.size, NULL), TEXT.size);
}

/* The text ends where the view does, not at a NUL. */
static void a_word_ends_with_the_text(void **state)
{
    static const char TEXT[] = "do not";

    (void)state;
    assert_int_equal(negation_find((palpate_view){ TEXT, 6 }, 0, NULL), 3);
    assert_int_equal(negation_find((palpate_view){ TEXT, 5 }, 0, NULL), 3);
    assert_int_equal(negation_find((palpate_view){ TEXT, 4 }, 0, NULL), 4);
    assert_int_equal(negation_find((palpate_view){ NULL, 0 }, 0, NULL), 0);
}

static void a_sentence_that_takes_back_limits_the_one_before(void **state)
{
    static const char *const LIMITING[] = { "However, not at night.", "But rest first.",
        "Do not force it.", "DON'T force it.", "Don\xE2\x80\x99t force it.", "No.",
        "No, it is worse.", "Never on numb skin.", "This must not hurt.",
        "It is contraindicated in fever.", "Only if a doctor agrees.",
        "There is no evidence for it.", "“Do not force it.”", "(But rest first.)",
        "— never on numb skin", "‘No’ is the answer.", "\u2013 Don\u02BCt force it.",
        "Do\u00A0not force it." };
    static const char *const FREE[] = { "", "Notice the colour.", "Nose and throat.",
        "Button up.", "It is safe.", "This helps.", "Rest, but not for long." };

    (void)state;
    for (size_t i = 0; i < sizeof LIMITING / sizeof *LIMITING; i++)
        if (!negation_limits(view_of(LIMITING[i]), NULL))
            fail_msg("<%s> limits", LIMITING[i]);
    for (size_t i = 0; i < sizeof FREE / sizeof *FREE; i++)
        if (negation_limits(view_of(FREE[i]), NULL))
            fail_msg("<%s> limits nothing", FREE[i]);
}

/* A command is understood by itself; an exception is not. */
static void a_sentence_without_a_subject_leans_on_the_one_before(void **state)
{
    static const char *const LEANING[] = { "Unless it is new.", "No.",
        "Except at night.", "It should not hurt.", "These are not proven.",
        "Otherwise see a doctor.", "Only after six weeks.", "“Unless it is new.”",
        "— but not at night" };
    static const char *const ALONE[] = { "", "Do not force it.", "Never run on it.",
        "Avoid heat.", "There is no evidence for cupping.", "No heat was given.",
        "“No heat was given.”" };

    (void)state;
    for (size_t i = 0; i < sizeof LEANING / sizeof *LEANING; i++)
        if (!negation_leans_back(view_of(LEANING[i]), NULL))
            fail_msg("<%s> leans on another", LEANING[i]);
    for (size_t i = 0; i < sizeof ALONE / sizeof *ALONE; i++)
        if (negation_leans_back(view_of(ALONE[i]), NULL))
            fail_msg("<%s> stands alone", ALONE[i]);
}

static void a_colon_or_the_following_leads_in_a_list(void **state)
{
    (void)state;
    assert_true(negation_leads_in(PALPATE_VIEW("Avoid:")));
    assert_true(negation_leads_in(PALPATE_VIEW("Avoid: \n")));
    assert_true(negation_leads_in(PALPATE_VIEW("Avoid the Following.")));
    assert_false(negation_leads_in(PALPATE_VIEW("Avoid: heat.")));
    assert_false(negation_leads_in(PALPATE_VIEW("")));
}

struct pair {
    const char *language;
    const char *negates;
    const char *neighbour;
};

static void assert_only_first_negates(const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct stemming *language = stemming_of(view_of(pairs[i].language));
        palpate_view negates = view_of(pairs[i].negates);
        palpate_view neighbour = view_of(pairs[i].neighbour);
        if (negation_find(negates, 0, language) == negates.size)
            fail_msg("%s does not negate", pairs[i].negates);
        if (negation_find(neighbour, 0, language) < neighbour.size)
            fail_msg("%s negates", pairs[i].neighbour);
    }
}

static void a_sentence_of_each_language_negates_and_its_neighbour_does_not(void **state)
{
    static const struct pair PAIRS[] = {
        { "de", "Massieren Sie nicht bei Fieber.", "Massieren Sie bei Muskelkater." },
        { "de", "Vermeiden Sie Hitze.", "Verwenden Sie Hitze." },
        { "de", "Ein Wirkstoff ist kontraindiziert.", "Ein Wirkstoff ist angezeigt." },
        { "fr", "\u00C9vitez la chaleur.", "Essayez la chaleur." },
        { "fr", "Il ne faut pas masser.", "Il faut masser." },
        { "fr", "Le massage est d\u00E9conseill\u00E9.",
                "Le massage est conseill\u00E9." },
        { "es", "No realizar con fiebre.", "Realizar en casa." },
        { "es", "Evite el calor.", "Use el calor." },
        { "it", "Non massaggiare con la febbre.", "Massaggiare con calma." },
        { "it", "Il massaggio \u00E8 sconsigliato.",
                "Il massaggio \u00E8 consigliato." },
        { "pt", "N\u00E3o massajar com febre.", "Massajar com calma." },
        { "pt", "Evite o calor.", "Use o calor." },
        { "nl", "Masseer niet bij koorts.", "Masseer bij spierpijn." },
        { "nl", "Vermijd warmte.", "Gebruik warmte." },
        { "sv", "Massera inte vid feber.", "Massera vid stelhet." },
        { "sv", "Undvik v\u00E4rme.", "Anv\u00E4nd v\u00E4rme." },
        { "da", "Masser ikke ved feber.", "Masser ved stivhed." },
        { "da", "Undg\u00E5 varme.", "Brug varme." },
        { "nb", "Masser ikke ved feber.", "Masser ved stivhet." },
        { "nb", "Unng\u00E5 varme.", "Bruk varme." },
        { "pl", "Nie masowa\u0107 przy gor\u0105czce.", "Masowa\u0107 delikatnie." },
        { "pl", "Unikaj ciep\u0142a.", "Stosuj ciep\u0142o." },
        { "tr", "Ate\u015Fliyken masaj yap\u0131lmamal\u0131d\u0131r.",
                "Yava\u015F\u00E7a masaj yap\u0131lmal\u0131d\u0131r." },
        { "tr", "S\u0131caktan ka\u00E7\u0131n\u0131n.", "S\u0131cak kullan\u0131n." },
    };

    (void)state;
    assert_only_first_negates(PAIRS, sizeof PAIRS / sizeof *PAIRS);
}

static void a_contrast_denies_and_what_it_affirms_does_not(void **state)
{
    static const struct pair PAIRS[] = {
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
    assert_only_first_negates(PAIRS, sizeof PAIRS / sizeof *PAIRS);
}

static void sentences_of_each_language_limit_the_one_before(void **state)
{
    static const struct {
        const char *language;
        const char *sentence;
    } LIMITING[] = {
        { "de", "Allerdings nur kurz." },
        { "fr", "Cependant, pas longtemps." },
        { "es", "Sin embargo, no siempre." },
        { "it", "Tuttavia non sempre." },
        { "pt", "No entanto, nem sempre." },
        { "nl", "Maar niet altijd." },
        { "sv", "Men inte alltid." },
        { "da", "Dog ikke altid." },
        { "nb", "Men ikke alltid." },
        { "fi", "Kuitenkaan ei aina." },
        { "ro", "Totu\u0219i nu \u00EEntotdeauna." },
        { "pl", "Jednak nie zawsze." },
        { "tr", "Ancak her zaman de\u011Fil." },
    };

    (void)state;
    for (size_t i = 0; i < sizeof LIMITING / sizeof *LIMITING; i++) {
        const struct stemming *language = stemming_of(view_of(LIMITING[i].language));
        if (!negation_limits(view_of(LIMITING[i].sentence), language) ||
                !negation_leans_back(view_of(LIMITING[i].sentence), language))
            fail_msg("%s", LIMITING[i].sentence);
    }
    assert_false(negation_limits(
            PALPATE_VIEW("Die Schulter wird steif."), stemming_of(PALPATE_VIEW("de"))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
                a_sentence_of_each_language_negates_and_its_neighbour_does_not),
        cmocka_unit_test(a_contrast_denies_and_what_it_affirms_does_not),
        cmocka_unit_test(sentences_of_each_language_limit_the_one_before),
        cmocka_unit_test(a_word_that_negates_is_found),
        cmocka_unit_test(contractions_negate_with_either_apostrophe),
        cmocka_unit_test(a_negation_in_capitals_negates_too),
        cmocka_unit_test(any_sign_parts_a_negation_from_what_stands_beside_it),
        cmocka_unit_test(any_letter_belongs_to_the_word_beside_it),
        cmocka_unit_test(a_negation_inside_another_word_is_none),
        cmocka_unit_test(the_search_goes_on_from_a_place),
        cmocka_unit_test(a_word_ends_with_the_text),
        cmocka_unit_test(a_sentence_that_takes_back_limits_the_one_before),
        cmocka_unit_test(a_sentence_without_a_subject_leans_on_the_one_before),
        cmocka_unit_test(a_colon_or_the_following_leads_in_a_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
