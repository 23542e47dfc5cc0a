#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/completion.h"
#include "core/view.h"

static char key[COMPLETION_SIZE];

static palpate_view key_of(const char *text)
{
    return (palpate_view){ key, completion_key(view_of(text), key) };
}

static void a_key_is_the_folded_words(void **state)
{
    (void)state;
    assert_true(view_equals(key_of("  Golfer\xE2\x80\x99s elbow:  what HELPS? "),
            PALPATE_VIEW("golfer elbow what helps")));
    assert_true(view_equals(key_of("\xC5\x92"
                                   "d\xC3\xA8me"),
            PALPATE_VIEW("oedeme")));
    assert_int_equal(key_of(" ... ").size, 0);
    assert_int_equal(key_of("").size, 0);
}

static void a_long_text_is_cut_at_a_word(void **state)
{
    char text[1000];

    (void)state;
    for (size_t i = 0; i < sizeof text - 1; i++)
        text[i] = i % 8 == 7 ? ' ' : 'w';
    text[sizeof text - 1] = '\0';
    palpate_view cut = key_of(text);
    assert_true(cut.size <= COMPLETION_SIZE);
    assert_int_equal(cut.size % 8, 7);
}

static void completion_starts_at_telling_words(void **state)
{
    uint32_t starts[COMPLETION_STARTS];

    (void)state;
    assert_int_equal(completion_starts(key_of("what is a frozen shoulder"), starts), 3);
    assert_int_equal(starts[0], 0);
    assert_int_equal(starts[1], strlen("what is a "));
    assert_int_equal(starts[2], strlen("what is a frozen "));
    assert_int_equal(completion_starts(key_of("neck back knee hip foot hand"), starts),
            COMPLETION_STARTS);
    assert_int_equal(completion_starts(key_of(""), starts), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_the_folded_words),
        cmocka_unit_test(a_long_text_is_cut_at_a_word),
        cmocka_unit_test(completion_starts_at_telling_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
