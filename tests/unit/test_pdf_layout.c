#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "core/view.h"
#include "pdf/pdf_furniture.h"
#include "pdf/pdf_html.h"
#include "pdf/pdf_layout.h"

/* A line of body text of 11 points at the left edge; those below differ from it. */
static struct pdf_line line(const char *text, double top)
{
    return (struct pdf_line){ .text = view_of(text),
        .page = 1,
        .left = 60,
        .right = 500,
        .top = top,
        .bottom = top + 11,
        .height = 842,
        .size = 11 };
}

static struct pdf_line on_page(unsigned page, struct pdf_line one)
{
    one.page = page;
    return one;
}

static struct pdf_line sized(double size, struct pdf_line one)
{
    one.size = size;
    return one;
}

static struct pdf_line bold(struct pdf_line one)
{
    one.is_bold = true;
    return one;
}

static struct pdf_line between(double left, double right, struct pdf_line one)
{
    one.left = left;
    one.right = right;
    return one;
}

static struct arena arena;
static struct buffer html;

static int begin(void **state)
{
    (void)state;
    arena = (struct arena){ 0 };
    html = (struct buffer){ 0 };
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    buffer_free(&html);
    return 0;
}

/* What is made of lines: the body of the page, with each block on a line. */
static const char *body_of(struct pdf_line *items, size_t count)
{
    const struct pdf_lines lines = { .items = items, .count = count };
    struct pdf_blocks blocks;

    assert_true(pdf_layout(&blocks, &arena, &lines));
    buffer_clear(&html);
    pdf_html(&html, &lines, &blocks);
    buffer_append_byte(&html, '\0');
    const char *start = strstr(html.data, "<article>\n");
    assert_non_null(start);
    char *stop = strstr(html.data, "</article>");
    assert_non_null(stop);
    *stop = '\0';
    return start + sizeof "<article>\n" - 1;
}

#define BODY(lines) body_of(lines, sizeof(lines) / sizeof *(lines))

static void lines_of_a_paragraph_are_joined_and_divided_words_too(void **state)
{
    struct pdf_line lines[] = { line("The capsule of the shoulder gets tight and pain-",
                                        100),
        line("ful, and a follow-up visit helps. Ask for a follow-", 114),
        between(60, 200, line("up visit if it does not.", 128)),
        line("Another paragraph starts after a short line.", 142) };

    (void)state;
    assert_string_equal(BODY(lines),
            "<p id=\"page=1\">The capsule of the shoulder gets tight and painful, and "
            "a "
            "follow-up visit helps. Ask for a follow-up visit if it does not.</p>\n"
            "<p id=\"page=1\">Another paragraph starts after a short line.</p>\n");
}

static void a_paragraph_goes_on_after_the_end_of_a_page(void **state)
{
    struct pdf_line lines[] = { line("It hurts most at night and when you", 700),
        on_page(2, line("lie on that side.", 100)),
        on_page(2, line("A new one.", 140)) };

    (void)state;
    assert_string_equal(BODY(lines), "<p id=\"page=1\">It hurts most at night and when "
                                     "you lie on that side.</p>\n"
                                     "<p id=\"page=2\">A new one.</p>\n");
}

static void headings_are_large_or_bold_or_in_capitals_and_short(void **state)
{
    struct pdf_line lines[] = { sized(22, line("Frozen shoulder:", 60)),
        sized(22, line("what helps", 84)),
        line("Text that says what it is about.", 120),
        sized(14, line("Exercises", 150)),
        line("Text about exercises in a row of words.", 170),
        bold(line("At home", 200)), line("Text about doing them at home, daily.", 215),
        line("WHEN TO STOP", 240), line("Text about stopping them in time.", 255) };

    (void)state;
    assert_string_equal(BODY(lines),
            "<h1 id=\"page=1\">Frozen shoulder: what helps</h1>\n"
            "<p id=\"page=1\">Text that says what it is about.</p>\n"
            "<h2 id=\"page=1\">Exercises</h2>\n"
            "<p id=\"page=1\">Text about exercises in a row of words.</p>\n"
            "<h3 id=\"page=1\">At home</h3>\n"
            "<p id=\"page=1\">Text about doing them at home, daily.</p>\n"
            "<h3 id=\"page=1\">WHEN TO STOP</h3>\n"
            "<p id=\"page=1\">Text about stopping them in time.</p>\n");
}

static void a_paragraph_in_large_or_bold_type_is_no_heading(void **state)
{
    struct pdf_line lines[] = { line("Body text that is here for its size alone.", 60),
        line("and goes on for so long that it decides what is normal", 74),
        bold(line("Do not drive after the injection, and", 200)),
        bold(line("ask somebody to take you home.", 214)),
        sized(14, line("An introduction in larger type", 300)),
        sized(14, line("that has many lines, as leaflets", 318)),
        sized(14, line("have them below their title, for", 336)),
        sized(14, line("those who read no more", 354)) };

    (void)state;
    assert_null(strstr(BODY(lines), "<h"));
}

static void items_start_with_a_mark_and_end_where_the_text_returns(void **state)
{
    struct pdf_line lines[] = { line("You may:", 60),
        line("\xE2\x80\xA2 swing the arm as a pendulum, and", 80),
        between(75, 500, line("let it hang.", 94)),
        line("\xE2\x80\xA2 slide the hand.", 108), line("1. Number one.", 130),
        line("2) Number two.", 144), line("This is a paragraph again.", 158) };

    (void)state;
    assert_string_equal(BODY(lines),
            "<p id=\"page=1\">You may:</p>\n<ul>\n"
            "<li id=\"page=1\">swing the arm as a pendulum, and let it hang.</li>\n"
            "<li id=\"page=1\">slide the hand.</li>\n"
            "<li id=\"page=1\">1. Number one.</li>\n"
            "<li id=\"page=1\">2) Number two.</li>\n</ul>\n"
            "<p id=\"page=1\">This is a paragraph again.</p>\n");
}

static void numbers_of_pages_and_what_repeats_at_their_edges_are_left_out(void **state)
{
    struct pdf_line lines[] = { line("Harbour clinic, 2024", 20),
        line("Text of the first page.", 200), line("Page 1 of 2", 810),
        on_page(2, line("Harbour clinic, 2025", 20)),
        on_page(2, line("Text of the second page.", 200)),
        on_page(2, line("Contents . . . . . . . . . . . . . 7", 300)),
        on_page(2, line("- 2 -", 810)) };

    (void)state;
    assert_string_equal(BODY(lines), "<p id=\"page=1\">Text of the first page.</p>\n"
                                     "<p id=\"page=2\">Text of the second page.</p>\n");
}

static void a_title_that_repeats_as_a_running_head_stays_once(void **state)
{
    struct pdf_line lines[] = { sized(22, line("Frozen shoulder", 30)),
        line("Text of the first page of this leaflet.", 200),
        on_page(2, line("Frozen shoulder", 30)),
        on_page(2, line("Text of the second page of this leaflet.", 200)) };
    const char *body = BODY(lines);
    const char *first = strstr(body, "Frozen shoulder");

    (void)state;
    assert_non_null(first);
    assert_null(strstr(first + 1, "Frozen shoulder"));
}

static void a_title_is_no_name_of_a_file_or_program(void **state)
{
    static const char *const WRONG[] = { "", "Microsoft Word - knee.doc",
        "leaflet_final_v3", "untitled", "PowerPoint Presentation", "knee.indd", "12345",
        "P0123-45 A" };
    static const char *const RIGHT[] = { "Knee pain: a guide", "Sciatica",
        "Knieschmerzen \xE2\x80\x93 was hilft", "COVID 19 and you" };

    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        if (pdf_title_is_sane(view_of(WRONG[i])))
            fail_msg("\"%s\" is taken for a title", WRONG[i]);
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++)
        if (!pdf_title_is_sane(view_of(RIGHT[i])))
            fail_msg("\"%s\" is no title", RIGHT[i]);
}

static void what_the_text_says_is_no_markup(void **state)
{
    struct pdf_line lines[] = { line("1 < 2 & \"so\" <script>", 100) };

    (void)state;
    assert_string_equal(BODY(lines),
            "<p id=\"page=1\">1 &lt; 2 &amp; &quot;so&quot; &lt;script&gt;</p>\n");
}

/* Lines of which each has a size of its own. */
static double time_of(size_t count)
{
    struct pdf_line *items = arena_zeroed(&arena, count, sizeof *items);
    const struct pdf_lines lines = { .items = items, .count = count };
    struct pdf_blocks blocks;
    struct timespec before;
    struct timespec after;

    assert_non_null(items);
    for (size_t i = 0; i < count; i++)
        items[i] = sized(4 + (double)i / 2, line("the shoulder is stiff", (double)i));
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
    assert_true(pdf_layout(&blocks, &arena, &lines));
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
    arena_clear(&arena);
    return (double)(after.tv_sec - before.tv_sec) +
           (double)(after.tv_nsec - before.tv_nsec) / 1e9;
}

static void time_is_in_proportion_to_the_lines_of_many_sizes(void **state)
{
    enum { LINES = 8000, TIMES = 4, MOST = 9, TRIES = 6 };
    double small = 1e9;
    double large = 1e9;

    (void)state;
    for (int i = 0; i < TRIES && (i == 0 || large >= small * MOST + 0.005); i++) {
        small = fmin(small, time_of(LINES));
        large = fmin(large, time_of((size_t)LINES * TIMES));
    }
    assert_true(large < small * MOST + 0.005);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
                lines_of_a_paragraph_are_joined_and_divided_words_too, begin, end),
        cmocka_unit_test_setup_teardown(
                a_paragraph_goes_on_after_the_end_of_a_page, begin, end),
        cmocka_unit_test_setup_teardown(
                headings_are_large_or_bold_or_in_capitals_and_short, begin, end),
        cmocka_unit_test_setup_teardown(
                a_paragraph_in_large_or_bold_type_is_no_heading, begin, end),
        cmocka_unit_test_setup_teardown(
                items_start_with_a_mark_and_end_where_the_text_returns, begin, end),
        cmocka_unit_test_setup_teardown(
                numbers_of_pages_and_what_repeats_at_their_edges_are_left_out, begin,
                end),
        cmocka_unit_test_setup_teardown(
                a_title_that_repeats_as_a_running_head_stays_once, begin, end),
        cmocka_unit_test(a_title_is_no_name_of_a_file_or_program),
        cmocka_unit_test_setup_teardown(what_the_text_says_is_no_markup, begin, end),
        cmocka_unit_test_setup_teardown(
                time_is_in_proportion_to_the_lines_of_many_sizes, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
