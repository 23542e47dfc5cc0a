#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/items.h"

static void what_an_array_holds_moves_with_it(void **state)
{
    enum { MANY = 5000 };
    uint64_t *items = NULL;
    size_t room = 0;

    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        assert_true(items_grow((void **)&items, &room, i, sizeof *items));
        assert_true(room > i);
        items[i] = i * i;
    }
    for (size_t i = 0; i < MANY; i++)
        assert_true(items[i] == i * i);
    /* What is not used is at most half as much again. */
    assert_true(room <= MANY + MANY / 2);
    free(items);
}

static void an_array_that_cannot_grow_is_left_as_it_was(void **state)
{
    uint64_t *items = NULL;
    size_t room = 0;

    (void)state;
    assert_true(items_grow((void **)&items, &room, 0, sizeof *items));
    items[0] = 7;
    const uint64_t *before = items;
    size_t room_before = room;
    assert_false(items_grow((void **)&items, &room, room, SIZE_MAX / 4));
    assert_ptr_equal(items, before);
    assert_true(room == room_before);
    assert_true(items[0] == 7);
    free(items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_an_array_holds_moves_with_it),
        cmocka_unit_test(an_array_that_cannot_grow_is_left_as_it_was),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
