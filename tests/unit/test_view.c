#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/view.h"

enum { LETTERS = 8, LONG = 200 };

/* The texts of the letters a, b and B, the shortest first. */
static palpate_view text_of(unsigned number, char *room)
{
    size_t size = 0;

    for (; number > 0; number = (number - 1) / 3)
        room[size++] = "abB"[(number - 1) % 3];
    return (palpate_view){ room, size };
}

static size_t plain_find(palpate_view text, palpate_view needle, bool ignoring_case)
{
    for (size_t i = 0; i + needle.size <= text.size && needle.size > 0; i++) {
        palpate_view here = view_slice(text, i, needle.size);
        if (ignoring_case ? view_equals_ignoring_case(here, needle)
                          : view_equals(here, needle))
            return i;
    }
    return text.size;
}

static void a_needle_is_found_where_it_first_stands(void **state)
{
    enum { TEXTS = 3279 /* of seven letters at most */, NEEDLES = 39 };
    char room[LETTERS];
    char needle_room[LETTERS];

    (void)state;
    for (unsigned i = 0; i <= TEXTS; i++) {
        palpate_view text = text_of(i, room);
        for (unsigned k = 0; k <= NEEDLES; k++) {
            palpate_view needle = text_of(k, needle_room);
            assert_int_equal(view_find(text, needle), plain_find(text, needle, false));
            assert_int_equal(view_find_ignoring_case(text, needle),
                    plain_find(text, needle, true));
        }
    }
}

static void a_needle_is_found_however_often_it_begins_before(void **state)
{
    char text[LONG];

    (void)state;
    memset(text, 'a', sizeof text);
    for (size_t place = 0; place + 2 < sizeof text; place++) {
        text[place + 1] = 'b';
        text[place + 2] = 'c';
        palpate_view view = { text, place + 3 };
        assert_int_equal(view_find(view, view_of("abc")), place);
        assert_int_equal(view_find(view, view_of("bc")), place + 1);
        assert_int_equal(view_find(view, view_of("abcd")), view.size);
        assert_int_equal(view_find(view, view_of("aabc")), place == 0 ? 3 : place - 1);
        text[place + 1] = 'a';
        text[place + 2] = 'a';
    }
    assert_int_equal(view_find((palpate_view){ NULL, 0 }, view_of("a")), 0);
}

static void views_are_ordered_by_their_bytes(void **state)
{
    static const char *const ORDERED[] = { "", "a", "aa", "ab", "b", "\x7F", "\x80",
        "\xC3\xA9", "\xFF" };

    (void)state;
    for (size_t i = 0; i < sizeof ORDERED / sizeof *ORDERED; i++) {
        for (size_t k = 0; k < sizeof ORDERED / sizeof *ORDERED; k++) {
            int order = view_compare(view_of(ORDERED[i]), view_of(ORDERED[k]));
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_needle_is_found_where_it_first_stands),
        cmocka_unit_test(a_needle_is_found_however_often_it_begins_before),
        cmocka_unit_test(views_are_ordered_by_their_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
