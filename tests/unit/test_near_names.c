#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

#define PAGE(slug, title, text)                                            \
    {                                                                      \
        "https://c.example/" slug "/", title, NULL, text, KIND_OTHER, NULL \
    }

/* Words that others are near. */
static const struct fixture_passage PASSAGES[] = {
    PAGE("dioxin", "Dioxin", "Dioxin in soil. A trace of dioxin stays for years."),
    PAGE("gum", "Xanthin", "Xanthin is a colour; no gum has it."),
    PAGE("quercetin", "Quercetin", "Quercetin is in onions and in apples."),
    PAGE("vitamin", "Vitamin D", "The vitamin D of winter comes in drops."),
    PAGE("smith", "The smith", "The smith bends his back all day long."),
    PAGE("field", "The field", "On the field one runs and falls."),
    PAGE("balm", "Lemon balm", "A tea of lemon balm calms at night."),
    PAGE("knee", "Knees", "Physiotherapy strengthens a knee that gave in."),
    PAGE("width", "Arms", "The arm is measured in width and length, with a tape."),
};
static const char THESAURUS[] = "physiotherapy\tphysio\tlay\tclinical usage\n";

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, THESAURUS);
}

static void check(const char *query, const char *corrected)
{
    ask_with(query, NULL);
    if (!view_equals(answer->corrected, view_of(corrected)))
        fail_msg("<%s> is corrected to <%.*s>, and not to <%s>", query,
                (int)answer->corrected.size,
                answer->corrected.size == 0 ? "" : answer->corrected.data, corrected);
}

static void a_substance_is_no_misspelling_of_another(void **state)
{
    (void)state;
    check("digoxin", "");
    assert_true(view_equals(answer->suggestion, PALPATE_VIEW("dioxin")) ||
                answer->suggestion.size == 0);
    check("xanthan gum", "");
    check("dioxan", "");
}

static void a_slip_of_the_ear_in_a_substance_is_corrected(void **state)
{
    (void)state;
    check("quercitin", "quercetin");
    check("querceetin", "quercetin");
    check("vitain D", "vitamin d");
}

static void a_word_is_parted_only_where_its_parts_meet(void **state)
{
    (void)state;
    check("smithfield", "");
    check("lemonbalm", "lemon balm");
}

static void a_word_known_by_another_name_alone_is_no_company(void **state)
{
    (void)state;
    check("physio for kneee", "physio for knee");
    assert_int_equal(answer->suggestion.size, 0);
}

static void slips_in_small_words_are_corrected(void **state)
{
    (void)state;
    check("arm withh length", "arm with length");
    check("abuot lemon balm", "about lemon balm");
    check("hlep with knee", "help with knee");
    check("knee alwyas", "knee always");
}

static void what_is_near_no_word_is_left_alone(void **state)
{
    (void)state;
    check("knee wst", "");
    check("the", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_substance_is_no_misspelling_of_another),
        cmocka_unit_test(a_slip_of_the_ear_in_a_substance_is_corrected),
        cmocka_unit_test(a_word_is_parted_only_where_its_parts_meet),
        cmocka_unit_test(a_word_known_by_another_name_alone_is_no_company),
        cmocka_unit_test(slips_in_small_words_are_corrected),
        cmocka_unit_test(what_is_near_no_word_is_left_alone),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
