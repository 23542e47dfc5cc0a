#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/tree_markup.h"

static struct arena arena;
static struct buffer html;
static palpate_view limited;

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    buffer_free(&html);
    return 0;
}

/* A page of `before`, `count` times `piece` with a number for '#', and `after`. */
static void limit(
        const char *before, const char *piece, unsigned count, const char *after)
{
    buffer_clear(&html);
    buffer_append_string(&html, before);
    for (unsigned i = 0; i < count; i++) {
        for (const char *at = piece; *at != '\0'; at++) {
            if (*at == '#')
                buffer_append_format(&html, "%u", i);
            else
                buffer_append_byte(&html, *at);
        }
    }
    buffer_append_string(&html, after);
    assert_false(html.failed);
    arena_clear(&arena);
    limited = buffer_view(&html);
    assert_true(markup_limit(&limited, &arena));
    assert_int_equal(limited.size, html.size);
}

static bool holds(const char *text)
{
    return view_find(limited, view_of(text)) < limited.size;
}

static void attributes_beyond_the_bound_are_blanked(void **state)
{
    static const char *const PIECES[] = { " a#=b", " a#", " a#='b'", " a#=\"x > y\"",
        " a# = 'x > y'", "\na#\t=\nb", "a#='b'", " . a#", " A#=b/c", " a#=b\"c" };

    (void)state;
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++) {
        limit("<p>one<p x ", PIECES[i], 1000, "><b c='d'>two</b>");
        assert_true(holds("a0") || holds("A0"));
        assert_true(holds("a200") || holds("A200"));
        assert_false(holds("a500") || holds("A500"));
        assert_false(holds("a999") || holds("A999"));
        assert_true(holds("><b c='d'>two</b>"));
    }
}

static void names_without_end_are_many_attributes(void **state)
{
    (void)state;
    limit("<p ", "abcdefghij", 6000, "xyz='1'>two");
    assert_false(holds("xyz"));
    assert_true(holds(">two"));
}

static void a_page_within_the_bounds_is_left_as_it_is(void **state)
{
    (void)state;
    limit("<p>one</p><p", " a#='b c d e f g h i j k'", 490, ">two");
    assert_ptr_equal(limited.data, html.data);
    limit("<p>", "<a href=\"/x/y?a=1&b=2\" class='c d e'>Knee</a> & more ", 20000, "");
    assert_ptr_equal(limited.data, html.data);
}

static void text_is_never_taken_for_attributes(void **state)
{
    static const char *const BEFORE[] = { "<p>", "a < b <i>c</i> ",
        "<!-- it's <b x=\" --><p>", "<script>if (a<b) '</p>'</script><p>",
        "<p title='it\"s'>", "a <b and \"c\"> <p>" };

    (void)state;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        limit(BEFORE[i], "word# ", 3000, "</p><p>two");
        assert_ptr_equal(limited.data, html.data);
    }
}

static void tags_are_counted_whatever_stands_before_them(void **state)
{
    static const char *const BEFORE[] = { "<!-- <p a=\" --><p",
        "<script>'<p b='</script><p", "<p a=\"<p\" b='<p'", "<p <p <p <p", "</p x='><p",
        "<!x <p=\"><p" };

    (void)state;
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        limit(BEFORE[i], " a#=b", 1000, ">two");
        assert_false(holds("a600"));
        assert_true(holds(">two"));
    }
}

static void names_beyond_the_bound_keep_their_first_letter(void **state)
{
    (void)state;
    limit("", "<x# a=b>t#</x#>", 30000, "<p>two</p>");
    assert_true(holds("<x9999 a=b>t9999</x9999>"));
    assert_true(
            holds("<x---- a=b>t29999</x---->") || holds("<x----- a=b>t29999</x----->"));
    assert_true(holds("<p>two</p>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attributes_beyond_the_bound_are_blanked),
        cmocka_unit_test(names_without_end_are_many_attributes),
        cmocka_unit_test(a_page_within_the_bounds_is_left_as_it_is),
        cmocka_unit_test(text_is_never_taken_for_attributes),
        cmocka_unit_test(tags_are_counted_whatever_stands_before_them),
        cmocka_unit_test(names_beyond_the_bound_keep_their_first_letter),
    };

    return cmocka_run_group_tests(tests, NULL, tear_down);
}
