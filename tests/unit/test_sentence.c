#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/sentence.h"
#include "core/view.h"

/* The sentences of a text, joined by "|". */
static const char *split(const char *text)
{
    static struct buffer out;
    palpate_view view = view_of(text);

    buffer_clear(&out);
    for (size_t place = 0; place < view.size;) {
        size_t end = sentence_end(view, place);
        assert_true(end > place);
        buffer_append_string(&out, place == 0 ? "" : "|");
        buffer_append(&out, view_trim(view_slice(view, place, end - place)));
        place = end;
    }
    buffer_append_byte(&out, '\0');
    return out.data;
}

static void a_full_stop_ends_a_sentence(void **state)
{
    (void)state;
    assert_string_equal(
            split("Rest it. Is it sore? Stop!"), "Rest it.|Is it sore?|Stop!");
    assert_string_equal(split(""), "");
    assert_string_equal(split("no mark"), "no mark");
}

static void an_abbreviation_does_not(void **state)
{
    (void)state;
    assert_string_equal(split("Use heat, e.g. a bath. Dr. Brown agrees."),
            "Use heat, e.g. a bath.|Dr. Brown agrees.");
    assert_string_equal(split("Hold approx. 10 seconds. Repeat."),
            "Hold approx. 10 seconds.|Repeat.");
    assert_string_equal(
            split("A load of 0.5 kg. More later."), "A load of 0.5 kg.|More later.");
    assert_string_equal(split("J. Smith wrote it."), "J. Smith wrote it.");
}

static void a_vertebra_at_the_end_of_a_sentence_ends_it(void **state)
{
    (void)state;
    assert_string_equal(split("It starts at C5. The arm is weak."),
            "It starts at C5.|The arm is weak.");
}

static void a_quotation_mark_belongs_to_the_sentence_it_closes(void **state)
{
    (void)state;
    assert_string_equal(split("She said \"rest.\" (Then it healed.) It did."),
            "She said \"rest.\"|(Then it healed.)|It did.");
}

static void a_line_ends_one_too(void **state)
{
    (void)state;
    assert_string_equal(split("Stretch\nHold\n"), "Stretch|Hold");
}

static void every_text_comes_to_an_end(void **state)
{
    (void)state;
    assert_string_equal(split("..."), "...");
    assert_string_equal(split("a.b.c.d"), "a.b.c.d");
    assert_string_equal(split(". . ."), ".|.|.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_stop_ends_a_sentence),
        cmocka_unit_test(an_abbreviation_does_not),
        cmocka_unit_test(a_vertebra_at_the_end_of_a_sentence_ends_it),
        cmocka_unit_test(a_quotation_mark_belongs_to_the_sentence_it_closes),
        cmocka_unit_test(a_line_ends_one_too),
        cmocka_unit_test(every_text_comes_to_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
