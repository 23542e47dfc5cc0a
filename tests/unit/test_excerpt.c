#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/answer/excerpt.h"

static bool is_definition;

/* The excerpt of a text in which the given words, split by spaces, are marked; marks in
   square brackets. */
static const char *excerpt_of(const char *text, const char *words)
{
    static struct buffer out;
    struct arena arena = { 0 };
    struct excerpt excerpt;
    struct sentence_mark marks[64];
    size_t count = 0;
    palpate_view view = view_of(text);

    for (size_t place = 0; place < view.size; place++) {
        palpate_view rest = view_of(words);
        for (uint32_t wanted = 0; rest.size > 0; wanted++) {
            size_t end = view_find(rest, PALPATE_VIEW(" "));
            palpate_view word = view_slice(rest, 0, end);
            if (view_starts_with(view_slice(view, place, view.size), word) &&
                    count < 64)
                marks[count++] = (struct sentence_mark){
                    { (uint32_t)place, (uint32_t)word.size }, wanted, 1
                };
            rest = view_slice(rest, end + 1, rest.size);
        }
    }
    const struct excerpt_source source = { .text = view,
        .marks = marks,
        .mark_count = count,
        .is_definition = is_definition };
    assert_int_equal(excerpt_make(&excerpt, &arena, &source, NULL), PALPATE_OK);
    assert_true(utf8_is_valid(excerpt.text));
    buffer_clear(&out);
    buffer_append_string(&out, excerpt.starts_inside ? "<" : "");
    size_t done = 0;
    for (size_t i = 0; i < excerpt.mark_count; i++) {
        buffer_append(
                &out, view_slice(excerpt.text, done, excerpt.marks[i].offset - done));
        buffer_append_byte(&out, '[');
        buffer_append(&out, view_slice(excerpt.text, excerpt.marks[i].offset,
                                    excerpt.marks[i].size));
        buffer_append_byte(&out, ']');
        done = excerpt.marks[i].offset + excerpt.marks[i].size;
    }
    buffer_append(&out, view_slice(excerpt.text, done, excerpt.text.size));
    buffer_append_string(&out, excerpt.ends_inside ? ">" : "");
    buffer_append_byte(&out, '\0');
    arena_free(&arena);
    return out.data;
}

/* The same without brackets. */
static const char *excerpt_of_plain(const char *text, const char *words)
{
    static char out[8192];
    char *to = out;

    for (const char *from = excerpt_of(text, words); *from != '\0'; from++)
        if (strchr("[]<>", *from) == NULL && to < out + sizeof out - 1)
            *to++ = *from;
    *to = '\0';
    return out;
}

#define FILLER                                                                         \
    "A passage says many things that nobody asked about, at some length, so that the " \
    "excerpt has to leave them out and find the place that matters to the reader. "

static void the_sentence_with_the_words_is_shown(void **state)
{
    (void)state;
    assert_string_equal(
            excerpt_of(FILLER FILLER "Ice eases a sore shoulder.", "shoulder Ice"),
            "<[Ice] eases a sore [shoulder].");
}

static void two_words_of_the_query_beat_one_of_them_twice(void **state)
{
    const char *excerpt =
            excerpt_of("A shoulder is a shoulder. " FILLER FILLER "Peas on a shoulder.",
                    "shoulder Peas");

    (void)state;
    assert_non_null(strstr(excerpt, "[Peas] on a [shoulder]."));
}

static void a_warning_is_never_cut_off(void **state)
{
    const char *excerpt =
            excerpt_of(FILLER "Manipulation is sometimes offered. Do not use "
                              "it with osteoporosis. " FILLER,
                    "Manipulation");

    (void)state;
    assert_non_null(strstr(excerpt, "Do not use it with osteoporosis."));
}

static void of_two_sentences_the_one_that_warns_is_shown(void **state)
{
    const char *excerpt = excerpt_of(
            "No: manipulation should be avoided with osteoporosis. " FILLER FILLER
            "A society for osteoporosis tells which "
            "movement is safe.",
            "manipulation osteoporosis safe");

    (void)state;
    assert_non_null(strstr(excerpt, "should be avoided"));
}

static void a_negation_inside_the_sentence_stays(void **state)
{
    (void)state;
    assert_string_equal(
            excerpt_of(FILLER FILLER "There is no evidence that cupping heals.",
                    "cupping"),
            "<There is no evidence that [cupping] heals.");
}

/* Whichever word of what is negated is asked for, what negates it is shown. */
static void what_is_negated_is_never_shown_without_what_negates_it(void **state)
{
    static const struct {
        const char *text;
        const char *word;
        const char *negation;
    } CASES[] = {
        { FILLER "Avoid the following:\nheavy lifting;\ndeep squats;\nrunning. "
                 "\n" FILLER,
                "running", "Avoid the following" },
        { FILLER "Do not do any of the following.\nSwimming\nCycling\n", "Cycling",
                "Do not do any" },
        { FILLER "Massage is contraindicated in:\n* fever\n* thrombosis\n* fractures",
                "thrombosis", "contraindicated" },
        { FILLER FILLER "Can it be massaged? No. Wait for six weeks.", "massaged",
                "No." },
        { FILLER FILLER "Can it be massaged? No. Wait for six weeks.", "Wait", "No." },
        { FILLER "Traction helps in every case. This is not supported by "
                 "trials. " FILLER,
                "Traction", "This is not supported" },
        { FILLER "Traction helps in every case. This is not supported by "
                 "trials. " FILLER,
                "trials", "Traction helps in every case" },
        { FILLER FILLER "Stretching is safe. Unless a bone is broken.", "Stretching",
                "Unless a bone" },
        { FILLER FILLER "Stretching is safe. Unless a bone is broken.", "broken",
                "Stretching is safe" },
        { FILLER "Exercises may start early. Except after surgery. " FILLER,
                "Exercises", "Except after" },
        { FILLER FILLER "There is no evidence that ultrasound heals.", "ultrasound",
                "no evidence that" },
        { FILLER "Walking is allowed without a brace. " FILLER, "brace", "without a" },
        { FILLER "The arm should not, whatever friends may say, be forced. ", "forced",
                "should not" },
        { FILLER "One isn\xE2\x80\x99t to press on the artery. " FILLER, "artery",
                "isn\xE2\x80\x99t" },
        { FILLER "Heat is fine. But never on numb skin. " FILLER, "Heat",
                "But never on numb skin" },
        { FILLER "Heat is fine. But never on numb skin. " FILLER, "numb",
                "Heat is fine. But never" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *excerpt = excerpt_of_plain(CASES[i].text, CASES[i].word);
        if (strstr(excerpt, CASES[i].negation) == NULL)
            fail_msg("%s: %s", CASES[i].word, excerpt);
    }
}

/* The negation stands hundreds of bytes before or after the word. */
static void a_long_sentence_keeps_what_negates_its_end(void **state)
{
    static const char *const FRAMES[][2] = { { "Do not, ", "massage." },
        { "Massage, ", "is contraindicated." }, { "Massage, ", "should be avoided." } };

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct buffer text = { 0 };
        buffer_append_string(&text, FRAMES[i][0]);
        for (int k = 0; k < 150; k++)
            buffer_append_string(&text, "whatever, ");
        buffer_append_string(&text, FRAMES[i][1]);
        buffer_append_byte(&text, '\0');
        const char *excerpt =
                excerpt_of_plain(text.data, i == 0 ? "massage" : "Massage");
        assert_non_null(strstr(excerpt, i == 0 ? "Do not" : FRAMES[i][1]));
        buffer_free(&text);
    }
}

/* A list may be longer than an excerpt: then its start is shown, and not an item that
   would be taken for advice. */
static void of_a_long_list_that_is_forbidden_the_lead_in_is_shown(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    buffer_append_string(&text, FILLER "\nAvoid, for three months:\n");
    for (int i = 0; i < 40; i++)
        buffer_append_format(&text, "lifting number %d from the floor;\n", i);
    buffer_append_string(&text, "and jumping.");
    buffer_append_byte(&text, '\0');
    const char *excerpt = excerpt_of_plain(text.data, "jumping");
    assert_non_null(strstr(excerpt, "Avoid, for three months:\nlifting"));
    assert_true(strlen(excerpt) < (size_t)3 * EXCERPT_SIZE);
    buffer_free(&text);
}

/* What a friendly sentence leads in is not dragged along. */
static void a_lead_in_that_negates_nothing_stays_away(void **state)
{
    (void)state;
    assert_null(strstr(excerpt_of_plain("Try the following:\n" FILLER FILLER FILLER
                                        "\nrunning uphill",
                               "running"),
            "Try the"));
}

static void without_words_the_start_is_shown(void **state)
{
    (void)state;
    assert_string_equal(excerpt_of("First. Second.", ""), "First. Second.");
    assert_string_equal(excerpt_of("", ""), "");
}

static void a_sentence_without_end_is_cut_between_words(void **state)
{
    struct buffer text = { 0 };

    (void)state;
    for (int i = 0; i < 4000; i++)
        buffer_append_string(&text, i == 3000 ? "shoulder " : "\xC3\xA9t\xC3\xA9 ");
    buffer_append_byte(&text, '\0');
    const char *excerpt = excerpt_of(text.data, "shoulder");
    assert_non_null(strstr(excerpt, "[shoulder]"));
    assert_true(strlen(excerpt) / 2 < EXCERPT_SIZE);
    assert_int_equal(excerpt[0], '<');
    buffer_free(&text);
}

static void assert_no_referral(
        const char *before, const char *referral, const char *after)
{
    struct buffer text = { 0 };

    buffer_append_format(&text, "%s%s%s", before, referral, after);
    buffer_append_byte(&text, '\0');
    const char *excerpt = excerpt_of_plain(text.data, "houlder exercises");
    if (strstr(excerpt, "swing") == NULL || strstr(excerpt, "xercises") != NULL)
        fail_msg("the excerpt of <%s> is <%s>", text.data, excerpt);
    buffer_free(&text);
}

static void a_sentence_that_names_another_page_is_no_answer(void **state)
{
    static const char *const REFERRALS[] = {
        "More ideas are in our guide to shoulder exercises at home.",
        "See our page about shoulder exercises.",
        "Read more about shoulder exercises here.",
        "For more information see Shoulder exercises.",
        "Learn more: shoulder exercises.",
        "\u2192 See also: shoulder exercises",
        "A fuller account is given in shoulder exercises.",
        "Our article on shoulder exercises explains why.",
        "Shoulder exercises are described in our article on the shoulder.",
        "You can find out more about shoulder exercises on our website.",
        "A separate page covers shoulder exercises.",
        "Click here for shoulder exercises.",
    };

    (void)state;
    for (size_t i = 0; i < sizeof REFERRALS / sizeof *REFERRALS; i++) {
        assert_no_referral(
                "Let the arm swing.\nSlide the hand up.\n", REFERRALS[i], "");
        assert_no_referral(
                "", REFERRALS[i], "\nLet the arm swing.\nSlide the hand up.");
        assert_no_referral("Let the arm swing. ", REFERRALS[i], " Slide the hand up.");
    }
}

static void what_is_said_before_another_page_is_named_counts(void **state)
{
    static const char SAID[] =
            "Walk each day. Keep the elbow close to the body and the "
            "wrist straight at a desk; our page on posture has more.";

    (void)state;
    assert_string_equal(excerpt_of_plain(SAID, "elbow"),
            "Keep the elbow close to the body "
            "and the wrist straight at a "
            "desk; our page on posture has "
            "more.");
    assert_string_equal(
            excerpt_of_plain("Rest the foot (see our guide to rest).", "foot"),
            "Rest the foot (see our guide to rest).");
}

static void a_passage_that_only_names_another_page_is_shown(void **state)
{
    (void)state;
    assert_string_equal(excerpt_of("See our page about knees.", "knees"),
            "See our page about [knees].");
}

static void a_referral_that_forbids_is_shown(void **state)
{
    static const char TEXT[] =
            "Stretch. Our page on scars says do not stretch a new scar.";

    (void)state;
    assert_string_equal(excerpt_of_plain(TEXT, "scar"),
            "Our page on scars says do not stretch a new scar.");
}

static void an_excerpt_begins_with_what_its_first_words_speak_of(void **state)
{
    static const char SLEEVE[] =
            "The shoulder is wrapped in a loose sleeve of tissue called the capsule. "
            "In "
            "frozen shoulder the lining of this sleeve becomes inflamed, and the "
            "capsule "
            "itself then thickens and contracts over a number of weeks.";
    static const char TAPE[] = "Tape holds the joint. It slips after a day.";

    (void)state;
    assert_string_equal(excerpt_of_plain(SLEEVE, "frozen inflamed contracts"), SLEEVE);
    assert_string_equal(excerpt_of_plain(TAPE, "slips"), TAPE);
}

static void a_definition_is_shown_from_where_it_begins(void **state)
{
    static const char FINGER[] =
            "A trigger finger is a finger that catches as it bends, since the tendon "
            "has "
            "a knot. Most people notice a click in the morning, and may have to "
            "straighten it with the other hand. Women in their fifties and people with "
            "diabetes have it more often than others, mostly in the ring finger.";
    static const char BUNIONS[] =
            "Our team sees bunions each day, and bunions are common. A short note on "
            "shoes follows below, as they matter a great deal to all who walk and "
            "stand "
            "for long hours at work. Bunions are bony lumps at the side of the big toe "
            "that form as the toe leans over to its neighbours for years.";

    (void)state;
    is_definition = true;
    const char *excerpt = excerpt_of_plain(FINGER, "Women diabetes ring");
    is_definition = false;
    assert_true(
            view_starts_with(view_of(excerpt), PALPATE_VIEW("A trigger finger is")));
    excerpt = excerpt_of_plain(BUNIONS, "unions");
    assert_true(view_starts_with(view_of(excerpt), PALPATE_VIEW("Bunions are bony")));
}

static void an_item_in_small_letters_comes_with_what_leads_it_in(void **state)
{
    static const char TEXT[] =
            "See a doctor if:\nthe pain wakes you;\nthe elbow is hot;\n"
            "you have a fever.";

    (void)state;
    assert_string_equal(excerpt_of_plain(TEXT, "elbow hot"), TEXT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sentence_with_the_words_is_shown),
        cmocka_unit_test(two_words_of_the_query_beat_one_of_them_twice),
        cmocka_unit_test(a_warning_is_never_cut_off),
        cmocka_unit_test(of_two_sentences_the_one_that_warns_is_shown),
        cmocka_unit_test(a_negation_inside_the_sentence_stays),
        cmocka_unit_test(what_is_negated_is_never_shown_without_what_negates_it),
        cmocka_unit_test(a_long_sentence_keeps_what_negates_its_end),
        cmocka_unit_test(of_a_long_list_that_is_forbidden_the_lead_in_is_shown),
        cmocka_unit_test(a_lead_in_that_negates_nothing_stays_away),
        cmocka_unit_test(without_words_the_start_is_shown),
        cmocka_unit_test(a_sentence_without_end_is_cut_between_words),
        cmocka_unit_test(a_sentence_that_names_another_page_is_no_answer),
        cmocka_unit_test(what_is_said_before_another_page_is_named_counts),
        cmocka_unit_test(a_passage_that_only_names_another_page_is_shown),
        cmocka_unit_test(a_referral_that_forbids_is_shown),
        cmocka_unit_test(an_excerpt_begins_with_what_its_first_words_speak_of),
        cmocka_unit_test(a_definition_is_shown_from_where_it_begins),
        cmocka_unit_test(an_item_in_small_letters_comes_with_what_leads_it_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
