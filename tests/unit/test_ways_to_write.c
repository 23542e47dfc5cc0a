#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "fixture_search.h"

#define PAGE(name, title, text)                                            \
    {                                                                      \
        "https://c.example/" name "/", title, NULL, text, KIND_OTHER, NULL \
    }

static const struct fixture_passage PASSAGES[] = {
    PAGE("acl", "The ACL", "The ACL holds the knee. An ACL tear makes it give way."),
    PAGE("tests", "Tests after a twist",
            "The A.C.L. is stressed with the knee bent, the M.C.L. from the side."),
    PAGE("c", "Vitamin C", "Vitamin C heals a tear of the skin. C is found in fruit."),
    PAGE("beta", "Drugs before a race",
            "A \xCE\xB2-blocker slows the heart. \xCE\xB1-blockers widen vessels."),
    PAGE("pads", "Knee pads",
            "A blocker of shocks in the pad saves the knee. Beta testers liked it."),
    PAGE("tnf", "Proteins", "Too much TNF\xCE\xB1 feeds the swelling."),
    PAGE("dau", "\xC4\x90\x61u l\xC6\xB0ng",
            "\xC4\x90\x61u l\xC6\xB0ng d\xC6\xB0\xE1\xBB\x9Bi."),
    PAGE("me", "ME/CFS and pacing",
            "People with ME get worse after effort. AS, ankylosing spondylitis, is "
            "another illness."),
    PAGE("who", "What the WHO says about exercise",
            "The WHO advises adults to be active. A walk counts."),
    PAGE("desk", "Exercise at the desk",
            "Exercise as you like. It is good for me, said one who did it.\n"
            "WHO SHOULD NOT DO IT\nNobody."),
    PAGE("met", "Muscle energy technique",
            "MET is a technique for tight muscles. Push against the hand."),
    PAGE("criteria", "Going back to sport",
            "Run when all criteria are met. Criteria met late are "
            "met still. Have you met them?"),
    PAGE("er", "Where to go", "Go to A&E when the chest hurts."),
    PAGE("checkin", "Check-in forms",
            "Each form asks for your well-being and your sleep. Wellbeing is scored."),
    PAGE("age", "Ageing well and being active",
            "Ageing well means being active. Being outside is well worth it, and being "
            "with friends as well."),
    PAGE("situp", "Strong belly", "A sit-up is hard on the back."),
    PAGE("chair", "Chairs", "Sit on a high chair and sit often. Look up when you sit."),
    PAGE("cox", "Pain killers",
            "A COX-2 blocker spares the stomach; COX 2 is an enzyme."),
    PAGE("coxa", "The hip", "Coxa is the hip. Two of them carry us."),
    PAGE("omega", "Fish", "Omega-3 is in fish, omega3 in linseed, too."),
    PAGE("b12", "Vitamins",
            "Vitamin B12 is in meat. B vitamins are in grain. Take 12."),
    PAGE("l5s1", "The lowest disc",
            "The disc L5-S1 wears out. Five of them are in the back."),
    PAGE("l5s1joined", "Another disc", "At L5S1 a slip is seen most."),
    PAGE("ca125", "Markers", "CA-125 is a marker of the ovary."),
    PAGE("glp1", "Sugar", "GLP1 makes one eat less."),
    PAGE("t2dm", "Kinds of diabetes", "T2DM comes with age."),
    PAGE("histone", "Histones", "The histone H2A.Z sits at genes."),
    PAGE("ibuprofen", "Ibuprofen",
            "Take 400 mg of ibuprofen. Not more than 1200 mg a day. "
            "Children take 5 ml of the syrup."),
    PAGE("paracetamol", "Paracetamol",
            "Take 500mg of paracetamol. A 2kg weight and a "
            "30min walk will do."),
    PAGE("iron", "Iron", "Take 25 \xC2\xB5g of it. A dose of 2.5 mg is the lowest."),
    PAGE("email", "Write to us", "An email will do."),
    PAGE("postop", "After an operation", "Post-op walks are short."),
    PAGE("cant", "Lifting the arm",
            "When you cannot lift the arm above your head, the tendon may be torn."),
    PAGE("cane", "A cane", "A cane helps some people. One waits and wants to know."),
    PAGE("joint", "The pelvis", "The sacroiliac joint locks. Wear is osteo-arthritis."),
    PAGE("wheels", "Getting about", "A wheel-chair is lent. Chemo-therapy tires."),
    PAGE("visit", "A yearly visit", "A checkup takes two weeks of waiting."),
    PAGE("sprain", "Sprains", "A grade III sprain takes 6 wks, a grade II one less."),
    PAGE("grade", "Milder sprains", "A grade 1 sprain takes 3 weeks at most."),
    PAGE("walk", "Walking", "Take 10,000 steps, and 250 milligrams of salt."),
    PAGE("grip", "Gripping", "Use the arm and the hand as you like."),
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, NULL);
}

/* Whether the hit is the page of that name. */
static bool is_page(const palpate_hit *hit, const char *name)
{
    char url[64];

    (void)snprintf(url, sizeof url, "https://c.example/%s/", name);
    return view_equals(hit->url, view_of(url));
}

static bool finds(const char *query, const char *name)
{
    ask_with(query, NULL);
    for (size_t i = 0; i < answer->hit_count; i++)
        if (is_page(&answer->hits[i], name))
            return true;
    return false;
}

static void check_first(const char *query, const char *name)
{
    ask_with(query, NULL);
    if (answer->hit_count == 0 || !is_page(&answer->hits[0], name))
        fail_msg("<%s> finds %.*s first, and not %s", query,
                answer->hit_count == 0 ? 0 : (int)answer->hits[0].url.size,
                answer->hit_count == 0 ? "" : answer->hits[0].url.data, name);
    if (answer->corrected.size + answer->suggestion.size > 0)
        fail_msg("<%s> is taken for a misspelling", query);
}

/* What is marked in the text of the page of that name, with '|' between marks. */
static const char *marked_in(const char *name)
{
    static char out[256];
    size_t size = 0;

    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];
        for (size_t k = 0; is_page(hit, name) && k < hit->mark_count; k++)
            size += (size_t)snprintf(out + size, sizeof out - size, "%s%.*s",
                    size > 0 ? "|" : "", (int)hit->marks[k].size,
                    hit->text.data + hit->marks[k].offset);
    }
    out[size] = '\0';
    return out;
}

static void letters_with_points_are_a_short_form(void **state)
{
    (void)state;
    check_first("A.C.L. tear", "acl");
    check_first("a.c.l. tear", "acl");
    check_first("mcl", "tests");
    assert_true(finds("ACL", "tests"));
    assert_true(finds("A.C.L.", "acl"));
}

static void greek_letters_are_found_by_their_names(void **state)
{
    (void)state;
    check_first("beta blocker", "beta");
    assert_string_equal(marked_in("beta"), "\xCE\xB2-blocker|blockers");
    check_first("beta-blockers", "beta");
    check_first("alpha blockers", "beta");
    check_first("\xC3\x9F-blocker", "beta");
    check_first("TNF alpha", "tnf");
    check_first("tnf-\xCE\xB1", "tnf");
    check_first("TNF\xCE\xB1", "tnf");
}

static void marks_of_vietnamese_are_not_needed(void **state)
{
    (void)state;
    check_first("dau lung", "dau");
    check_first("dau", "dau");
    assert_string_equal(marked_in("dau"), "\xC4\x90\x61u");
}

static void a_common_word_in_capitals_is_a_name(void **state)
{
    (void)state;
    check_first("ME", "me");
    check_first("AS", "me");
    check_first("pacing for ME", "me");
    check_first("WHO", "who");
    check_first("WHO exercise", "who");
    check_first("title:WHO", "who");
    check_first("the WHO's walk", "who");
    check_first("A&E", "er");
    assert_false(finds("WHO", "desk"));
}

static void a_common_word_in_small_letters_stays_one(void **state)
{
    (void)state;
    ask_with("who", NULL);
    assert_int_equal(answer->hit_count, 0);
    ask_with("me", NULL);
    assert_int_equal(answer->hit_count, 0);
    check_first("EXERCISE AS YOU LIKE", "desk");
}

static void a_name_in_capitals_is_no_other_word(void **state)
{
    (void)state;
    check_first("MET", "met");
    assert_false(finds("MET", "criteria"));
    check_first("criteria met", "criteria");
    assert_true(finds("met", "met"));
}

static void short_forms_need_no_apostrophe(void **state)
{
    static const char *const PAIRS[][2] = { { "cant lift arm", "can't lift arm" },
        { "whats a cane", "what's a cane" }, { "wont lift", "won't lift" },
        { "shouldnt i lift", "shouldn't I lift" },
        { "im at the chair", "i'm at the chair" },
        { "it isn`t a cane", "it isn't a cane" },
        { "it isn\xC2\xB4t a cane", "it isn't a cane" } };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        double scores[16];
        uint64_t articles[16];
        ask_with(PAIRS[i][0], NULL);
        assert_int_equal(answer->suggestion.size + answer->corrected.size, 0);
        assert_true(answer->hit_count > 0 && answer->hit_count < 16);
        size_t count = answer->hit_count;
        for (size_t k = 0; k < count; k++) {
            scores[k] = answer->hits[k].score;
            articles[k] = answer->hits[k].article;
        }
        ask_with(PAIRS[i][1], NULL);
        assert_int_equal(answer->hit_count, count);
        for (size_t k = 0; k < count; k++) {
            assert_int_equal(answer->hits[k].article, articles[k]);
            assert_true(answer->hits[k].score == scores[k]);
        }
    }
}

static void an_operator_at_the_end_demands_nothing(void **state)
{
    static const char *const ENDS[] = { "AND", "OR", "NOT", "NEAR", "AND NOT", "AND (",
        "+", "-", "\"" };

    (void)state;
    ask_with("arm tendon", NULL);
    size_t count = answer->hit_count;
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        char query[64];
        (void)snprintf(query, sizeof query, "arm tendon %s", ENDS[i]);
        check_first(query, "cant");
        assert_int_equal(answer->hit_count, count);
    }
}

static void a_border_of_letters_and_digits_is_as_good_as_a_hyphen(void **state)
{
    static const char *const NAMES[][4] = { { "cox", "cox2", "COX-2", "cox 2" },
        { "omega", "omega3", "omega-3", "omega 3" }, { "b12", "b12", "B-12", "B 12" },
        { "ca125", "ca125", "CA 125", "CA-125" }, { "glp1", "glp-1", "GLP1", "glp 1" },
        { "t2dm", "t2dm", "T2-DM", "t2 dm" },
        { "histone", "h2a.z", "H2A-Z", "H2A Z" } };

    (void)state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        for (size_t k = 1; k < 4; k++)
            check_first(NAMES[i][k], NAMES[i][0]);
    assert_false(finds("cox2", "coxa"));
    for (size_t i = 0; i < 4; i++) {
        static const char *const LEVELS[] = { "L5-S1", "l5s1", "L5/S1", "l5 s1" };
        assert_true(finds(LEVELS[i], "l5s1"));
        assert_true(finds(LEVELS[i], "l5s1joined"));
    }
}

static void a_number_and_its_unit_need_no_space(void **state)
{
    (void)state;
    check_first("400mg", "ibuprofen");
    assert_string_equal(marked_in("ibuprofen"), "400|mg");
    check_first("500 mg", "paracetamol");
    assert_string_equal(marked_in("paracetamol"), "500mg");
    check_first("5ml", "ibuprofen");
    check_first("2.5mg", "iron");
    check_first("25\xC2\xB5g", "iron");
    check_first("25mcg", "iron");
    check_first("25 mcg", "iron");
    check_first("25ug", "iron");
    check_first("2 kg weight", "paracetamol");
    check_first("30 min walk", "paracetamol");
    assert_false(finds("25mg", "iron"));
}

static void a_common_word_does_not_part_a_word_with_a_hyphen(void **state)
{
    static const char *const WAYS[] = { "well-being", "well being", "wellbeing",
        "Well\xE2\x80\x90\x42\x65ing", "well\xE2\x80\x91\x62\x65ing" };

    (void)state;
    for (size_t i = 0; i < sizeof WAYS / sizeof *WAYS; i++) {
        check_first(WAYS[i], "checkin");
        assert_string_equal(marked_in("checkin"), "well-being|Wellbeing");
        assert_false(finds(WAYS[i], "age"));
    }
    check_first("sit-up", "situp");
    check_first("situps", "situp");
    assert_false(finds("sit-ups", "chair"));
    check_first("check-in", "checkin");
    check_first("email", "email");
    check_first("e-mail", "email");
    check_first("e mail", "email");
    check_first("postop walks", "postop");
    check_first("post op", "postop");
}

static void a_word_with_a_hyphen_that_nothing_has_is_read_in_parts(void **state)
{
    (void)state;
    check_first("high-up", "chair");
}

static void a_word_of_two_parts_is_found_in_one(void **state)
{
    (void)state;
    check_first("sacro-iliac", "joint");
    check_first("osteoarthritis", "joint");
    check_first("wheelchair", "wheels");
    check_first("chemotherapy", "wheels");
    check_first("check-up", "visit");
    check_first("check up", "visit");
}

static void a_number_is_found_as_a_word_and_as_digits(void **state)
{
    (void)state;
    check_first("2 weeks", "visit");
    check_first("six weeks", "sprain");
    check_first("three weeks", "grade");
    check_first("grade 3", "sprain");
    assert_string_equal(marked_in("sprain"), "grade|III|grade");
    check_first("grade I", "grade");
    check_first("10000 steps", "walk");
    check_first("250mg", "walk");
    check_first("250 mg", "walk");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_with_points_are_a_short_form),
        cmocka_unit_test(greek_letters_are_found_by_their_names),
        cmocka_unit_test(marks_of_vietnamese_are_not_needed),
        cmocka_unit_test(a_common_word_in_capitals_is_a_name),
        cmocka_unit_test(a_common_word_in_small_letters_stays_one),
        cmocka_unit_test(a_name_in_capitals_is_no_other_word),
        cmocka_unit_test(short_forms_need_no_apostrophe),
        cmocka_unit_test(an_operator_at_the_end_demands_nothing),
        cmocka_unit_test(a_border_of_letters_and_digits_is_as_good_as_a_hyphen),
        cmocka_unit_test(a_number_and_its_unit_need_no_space),
        cmocka_unit_test(a_common_word_does_not_part_a_word_with_a_hyphen),
        cmocka_unit_test(a_word_with_a_hyphen_that_nothing_has_is_read_in_parts),
        cmocka_unit_test(a_word_of_two_parts_is_found_in_one),
        cmocka_unit_test(a_number_is_found_as_a_word_and_as_digits),
    };
    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
