#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/table.h"

/* The slot of thing `number`, whose hash is shared by three of them. */
static struct table_slot *slot_of(const struct table *table, uint32_t number)
{
    struct table_slot *slot = table_first(table, number / 3);

    while (slot->number != 0 && slot->number != number)
        slot = table_next(table, slot);
    return slot;
}

static void fill(struct table *table, uint32_t count)
{
    for (uint32_t number = 1; number <= count; number++) {
        assert_true(table_make_room(table, 1));
        struct table_slot *slot = slot_of(table, number);
        assert_int_equal(slot->number, 0);
        table_put(table, slot, number / 3, number);
    }
}

static void things_of_one_hash_are_told_apart(void **state)
{
    (void)state;
    struct table table = { .slots = NULL };

    fill(&table, 1000);
    assert_int_equal(table.count, 1000);
    for (uint32_t number = 1; number <= 1000; number++)
        assert_int_equal(slot_of(&table, number)->number, number);
    assert_int_equal(slot_of(&table, 1001)->number, 0);
    table_free(&table);
}

static void half_of_the_slots_stay_free(void **state)
{
    (void)state;
    struct table table = { .slots = NULL };

    for (uint32_t round = 0; round < 2; round++) {
        fill(&table, 300);
        assert_true(table.count * 2 <= table.room);
        table_clear(&table);
        assert_int_equal(table.count, 0);
    }
    assert_true(table_make_room(&table, 5000));
    assert_true(table.room >= 10000);
    table_free(&table);
    assert_int_equal(table.room, 0);
}

static void another_number_takes_the_slot_of_one(void **state)
{
    (void)state;
    struct table table = { .slots = NULL };

    fill(&table, 3);
    table_put(&table, slot_of(&table, 3), 1, 7);
    assert_int_equal(table.count, 3);
    assert_int_equal(slot_of(&table, 3)->number, 0);
    table_free(&table);
}

static void a_table_can_live_in_an_arena(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct table table = { .arena = &arena };

    fill(&table, 1000);
    assert_int_equal(slot_of(&table, 999)->number, 999);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(things_of_one_hash_are_told_apart),
        cmocka_unit_test(half_of_the_slots_stay_free),
        cmocka_unit_test(another_number_takes_the_slot_of_one),
        cmocka_unit_test(a_table_can_live_in_an_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
