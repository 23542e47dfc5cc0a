#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/index/vocabulary.h"

static const char *const TERMS[] = { "knee", "knee's", "kneel", "knit", "knot" };
static struct vocabulary words;

static int open_words(void **state)
{
    (void)state;
    if (!vocabulary_open(&words, 5, 23))
        return 1;
    for (uint32_t i = 0; i < 5; i++)
        vocabulary_add(&words, view_of(TERMS[i]), 10 + i);
    return 0;
}

static int free_words(void **state)
{
    (void)state;
    vocabulary_free(&words);
    return 0;
}

static void terms_come_back_as_they_went_in(void **state)
{
    (void)state;
    assert_int_equal(words.count, 5);
    for (uint32_t i = 0; i < 5; i++) {
        assert_true(view_equals(vocabulary_term(&words, i), view_of(TERMS[i])));
        assert_int_equal(words.terms[i].frequency, 10 + i);
    }
}

static void a_start_is_passed_over_as_a_whole(void **state)
{
    size_t shared = 9;

    (void)state;
    assert_int_equal(vocabulary_pass(&words, 0, 4, &shared), 3);
    assert_int_equal(shared, 2);
    assert_int_equal(vocabulary_pass(&words, 0, 5, &shared), 1);
    assert_int_equal(shared, 4);
    assert_int_equal(vocabulary_pass(&words, 3, 2, &shared), 5);
    assert_int_equal(shared, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_come_back_as_they_went_in),
        cmocka_unit_test(a_start_is_passed_over_as_a_whole),
    };

    return cmocka_run_group_tests(tests, open_words, free_words);
}
