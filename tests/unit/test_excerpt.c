#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/excerpt.h"

/* The excerpt of a text in which the given words, split by spaces, are marked; marks in
   square brackets. */
static const char *excerpt_of(const char *text, const char *words)
{
    static struct buffer out;
    struct arena arena = { 0 };
    struct excerpt excerpt;
    struct excerpt_mark marks[64];
    size_t count = 0;
    palpate_view view = view_of(text);

    for (size_t place = 0; place < view.size; place++) {
        palpate_view rest = view_of(words);
        for (uint32_t wanted = 0; rest.size > 0; wanted++) {
            size_t end = view_find(rest, PALPATE_VIEW(" "));
            palpate_view word = view_slice(rest, 0, end);
            if (view_starts_with(view_slice(view, place, view.size), word) &&
                    count < 64)
                marks[count++] =
                        (struct excerpt_mark){ { (uint32_t)place, (uint32_t)word.size },
                            wanted, 1 };
            rest = view_slice(rest, end + 1, rest.size);
        }
    }
    assert_int_equal(
            excerpt_make(&excerpt, &arena, view, marks, count, NULL), PALPATE_OK);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sentence_with_the_words_is_shown),
        cmocka_unit_test(two_words_of_the_query_beat_one_of_them_twice),
        cmocka_unit_test(a_warning_is_never_cut_off),
        cmocka_unit_test(of_two_sentences_the_one_that_warns_is_shown),
        cmocka_unit_test(a_negation_inside_the_sentence_stays),
        cmocka_unit_test(without_words_the_start_is_shown),
        cmocka_unit_test(a_sentence_without_end_is_cut_between_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
