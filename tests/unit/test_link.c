#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/link_text.h"
#include "core/view.h"
#include "query/answer/link.h"

static void check(
        const char *url, const char *anchor, const char *fragment, const char *link)
{
    struct arena arena = { 0 };
    struct buffer packed = { 0 };

    link_text_pack(&packed, view_of(fragment));
    palpate_view made =
            link_make(&arena, view_of(url), view_of(anchor), buffer_view(&packed));

    assert_string_equal(made.data, link);
    assert_int_equal(made.size, strlen(link));
    arena_free(&arena);
    buffer_free(&packed);
}

static void a_link_lands_on_the_heading_and_the_words(void **state)
{
    (void)state;
    check("https://clinic.example/knee/", "symptoms", "Pain%20at,night",
            "https://clinic.example/knee/#symptoms:~:text=Pain%20at,night");
}

static void without_an_anchor_the_words_are_enough(void **state)
{
    (void)state;
    check("/knee", "", "Pain%20at", "/knee#:~:text=Pain%20at");
    check("/knee", "symptoms", "", "/knee#symptoms");
    check("/knee", "", "", "/knee");
}

static void a_fragment_of_the_address_itself_gives_way(void **state)
{
    (void)state;
    check("/knee#top", "symptoms", "x", "/knee#symptoms:~:text=x");
    check("/knee#top", "", "", "/knee");
}

static void an_anchor_cannot_break_out_of_its_place(void **state)
{
    (void)state;
    check("/k", "a b\"<#%\xC3\xA9", "", "/k#a%20b%22%3C%23%25%C3%A9");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_link_lands_on_the_heading_and_the_words),
        cmocka_unit_test(without_an_anchor_the_words_are_enough),
        cmocka_unit_test(a_fragment_of_the_address_itself_gives_way),
        cmocka_unit_test(an_anchor_cannot_break_out_of_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
