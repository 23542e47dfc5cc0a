#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/poison.h"
#include "core/view.h"

static void pieces_do_not_overlap(void **state)
{
    struct arena arena = { 0 };
    char *pieces[1000];

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        pieces[i] = arena_alloc(&arena, 1 + i % 97);
        assert_non_null(pieces[i]);
        memset(pieces[i], (int)(i % 251), 1 + i % 97);
    }
    for (size_t i = 0; i < 1000; i++)
        for (size_t k = 0; k < 1 + i % 97; k++)
            assert_int_equal((unsigned char)pieces[i][k], i % 251);
    arena_free(&arena);
}

static void pieces_are_aligned_for_anything(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    for (size_t size = 0; size < 40; size++)
        assert_int_equal(
                (uintptr_t)arena_alloc(&arena, size) % _Alignof(max_align_t), 0);
    arena_free(&arena);
}

static void an_impossible_size_is_refused(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    assert_null(arena_alloc(&arena, SIZE_MAX));
    assert_null(arena_zeroed(&arena, SIZE_MAX / 4, 8));
    assert_int_equal(arena.total, 0);
}

static void a_cleared_arena_lets_go_of_a_huge_block(void **state)
{
    struct arena arena = { 0 };

    (void)state;
    assert_non_null(arena_alloc(&arena, 10));
    assert_non_null(arena_alloc(&arena, 8U << 20));
    arena_clear(&arena);
    assert_true(arena.total <= 1U << 20);
    assert_non_null(arena_alloc(&arena, 10));
    arena_free(&arena);
}

static void a_copy_ends_in_a_nul_it_does_not_count(void **state)
{
    struct arena arena = { 0 };
    palpate_view copy = arena_copy(&arena, view_slice(view_of("shoulder"), 0, 6));

    (void)state;
    assert_int_equal(copy.size, 6);
    assert_string_equal(copy.data, "should");
    arena_free(&arena);
}

static void a_grown_array_keeps_its_items(void **state)
{
    struct arena arena = { 0 };
    int *items = NULL;
    size_t room = 0;

    (void)state;
    for (size_t count = 0; count < 5000; count++) {
        assert_true(arena_grow(&arena, (void **)&items, &room, count, sizeof *items));
        items[count] = (int)count;
    }
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(items[i], i);
    arena_free(&arena);
}

/* Where the address sanitizer watches. */
static void what_is_not_given_out_is_not_to_be_looked_at(void **state)
{
    struct arena arena = { 0 };
    char *piece = arena_alloc(&arena, 10);

    (void)state;
    assert_non_null(piece);
    assert_false(IS_POISONED(piece + 9));
    assert_int_equal(IS_POISONED(piece + 10), CORE_POISONS);
    arena_clear(&arena);
    assert_int_equal(IS_POISONED(piece), CORE_POISONS);
    assert_ptr_equal(arena_alloc(&arena, 10), piece);
    assert_false(IS_POISONED(piece));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_do_not_overlap),
        cmocka_unit_test(pieces_are_aligned_for_anything),
        cmocka_unit_test(an_impossible_size_is_refused),
        cmocka_unit_test(a_cleared_arena_lets_go_of_a_huge_block),
        cmocka_unit_test(a_copy_ends_in_a_nul_it_does_not_count),
        cmocka_unit_test(a_grown_array_keeps_its_items),
        cmocka_unit_test(what_is_not_given_out_is_not_to_be_looked_at),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
