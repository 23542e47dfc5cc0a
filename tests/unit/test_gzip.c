#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/gzip.h"
#include "core/view.h"

static struct buffer packed;
static struct buffer plain;
static struct buffer back;

static int pack(void **state)
{
    (void)state;
    buffer_clear(&packed);
    buffer_clear(&plain);
    buffer_clear(&back);
    for (int i = 0; i < 50000; i++)
        buffer_append_format(&plain, "shoulder %d ", i * 7919 % 1000);
    assert_int_equal(gzip_deflate(&packed, buffer_view(&plain), NULL), PALPATE_OK);
    return 0;
}

static int release(void **state)
{
    (void)state;
    buffer_free(&packed);
    buffer_free(&plain);
    buffer_free(&back);
    return 0;
}

static void what_was_deflated_inflates_to_itself(void **state)
{
    (void)state;
    assert_true(gzip_is(buffer_view(&packed)));
    assert_true(packed.size < plain.size / 2);
    assert_int_equal(
            gzip_inflate(&back, buffer_view(&packed), plain.size, NULL), PALPATE_OK);
    assert_true(view_equals(buffer_view(&back), buffer_view(&plain)));
}

static void members_follow_one_another(void **state)
{
    struct buffer two = { 0 };

    (void)state;
    buffer_append(&two, buffer_view(&packed));
    buffer_append(&two, buffer_view(&packed));
    assert_int_equal(
            gzip_inflate(&back, buffer_view(&two), plain.size * 2, NULL), PALPATE_OK);
    assert_int_equal(back.size, plain.size * 2);
    buffer_free(&two);
}

static void a_cut_stream_says_so_and_keeps_what_came_out(void **state)
{
    palpate_error err;

    (void)state;
    assert_int_equal(
            gzip_inflate(&back, view_slice(buffer_view(&packed), 0, packed.size / 2),
                    plain.size, &err),
            PALPATE_BAD_INPUT);
    assert_non_null(strstr(err.message, "cut short"));
    assert_true(back.size > 0);
    assert_true(view_starts_with(buffer_view(&plain), buffer_view(&back)));
}

static void a_damaged_stream_is_bad_input(void **state)
{
    (void)state;
    packed.data[packed.size / 2] ^= 0x55;
    assert_int_equal(gzip_inflate(&back, buffer_view(&packed), plain.size, NULL),
            PALPATE_BAD_INPUT);
}

static void a_bomb_stops_at_the_limit(void **state)
{
    (void)state;
    assert_int_equal(
            gzip_inflate(&back, buffer_view(&packed), 1000, NULL), PALPATE_LIMIT);
    assert_int_equal(back.size, 1000);
}

static void no_bytes_are_a_cut_stream(void **state)
{
    (void)state;
    assert_int_equal(gzip_inflate(&back, (palpate_view){ "", 0 }, 1000, NULL),
            PALPATE_BAD_INPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_was_deflated_inflates_to_itself, pack),
        cmocka_unit_test_setup(members_follow_one_another, pack),
        cmocka_unit_test_setup(a_cut_stream_says_so_and_keeps_what_came_out, pack),
        cmocka_unit_test_setup(a_damaged_stream_is_bad_input, pack),
        cmocka_unit_test_setup(a_bomb_stops_at_the_limit, pack),
        cmocka_unit_test_setup(no_bytes_are_a_cut_stream, pack),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
