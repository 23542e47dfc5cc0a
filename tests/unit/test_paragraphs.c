#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/article/reading.h"

#define CARD(name, text)                                                       \
    "<section class=card><h2>" name "</h2><a href=/shop>See the price</a><ul>" \
    "<li>Metal bar<li>Two straps</ul><p>" text                                 \
    "</p><a href=/shop>Buy it now</a></section>"
#define FIRST "A splint keeps the wrist straight at night, when most people bend it."
#define RIGID \
    "The metal bar holds the wrist better than any other, but it presses on the palm."
#define SOFT \
    "This one is made for those who cannot sleep with anything hard on the arm."
#define LONG                                                                          \
    "It reaches up to the elbow, which helps after an operation and is too much for " \
    "anything else that we know."
#define CAPTION                                                                     \
    "The rigid splint after two weeks of wear, with the strap that gave way first " \
    "and the other."

/* A guide of cards with links to a shop, as few articles of the news are. */
static const char PAGE[] =
        "<!doctype html><title>Four splints</title><nav><a href=/>Home</a></nav>"
        "<main><div class=guide><h1>Four splints</h1><p>" FIRST "</p>"
        "<figure><img src=a.png><figcaption>" CAPTION
        "</figcaption></figure>" CARD("Rigid splint", RIGID) CARD("Soft splint", SOFT)
                CARD("Long splint", LONG) "</div></main><aside><h2>More guides</h2>"
                                          "<p><a href=/1>How to sleep with a sore "
                                          "shoulder and wake up rested at seven in "
                                          "the morning</a></p></aside>";

static struct arena arena;
static struct page_reading reading;

static int set_up(void **state)
{
    const struct page_origin origin = { .shared = NULL };
    (void)state;

    arena_clear(&arena);
    return page_reading_make(&reading, &arena, view_of(PAGE), &origin, NULL);
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static uint32_t block_of(const char *text)
{
    for (uint32_t i = 0; i < reading.blocks.count; i++)
        if (view_equals(reading.blocks.items[i].text, view_of(text)))
            return i;
    fail_msg("no block says <%s>", text);
    return 0;
}

static void neighbours_take_nothing_from_a_paragraph_of_the_article(void **state)
{
    static const char *const PARAGRAPHS[] = { FIRST, RIGID, SOFT };
    (void)state;

    for (size_t i = 0; i < sizeof PARAGRAPHS / sizeof *PARAGRAPHS; i++) {
        uint32_t block = block_of(PARAGRAPHS[i]);
        const struct content *content = &reading.content;
        assert_true(content->is_paragraph[block]);
        if (content->score[block] < content->own[block])
            fail_msg("<%s> has %g, and %g by itself", PARAGRAPHS[i],
                    (double)content->score[block], (double)content->own[block]);
    }
}

static void nothing_is_taken_off_the_chance_of_a_paragraph(void **state)
{
    (void)state;

    uint32_t paragraph = block_of(SOFT);
    uint32_t caption = block_of(CAPTION);
    const float *score = reading.content.score;
    assert_true(
            reading.content.chance[paragraph] == content_probability(score[paragraph]));
    assert_true(reading.content.chance[caption] < content_probability(score[caption]));
}

static void a_caption_a_label_and_an_aside_are_no_paragraphs(void **state)
{
    (void)state;

    assert_false(reading.content.is_paragraph[block_of(CAPTION)]);
    assert_false(reading.content.is_paragraph[block_of("Long splint")]);
    assert_false(reading.content.is_paragraph[block_of("Metal bar")]);
    assert_false(reading.content.is_paragraph[block_of(
            "How to sleep with a sore shoulder and wake up rested at seven in "
            "the morning")]);
}

static void the_last_of_many_paragraphs_may_be_about_the_site(void **state)
{
    (void)state;

    assert_false(reading.content.is_paragraph[block_of(LONG)]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_take_nothing_from_a_paragraph_of_the_article),
        cmocka_unit_test(nothing_is_taken_off_the_chance_of_a_paragraph),
        cmocka_unit_test(a_caption_a_label_and_an_aside_are_no_paragraphs),
        cmocka_unit_test(the_last_of_many_paragraphs_may_be_about_the_site),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
