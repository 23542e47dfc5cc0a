#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/fail.h" /* before cmocka, which has another fail() */

#include <cmocka.h>

#include "core/printable.h"
#include "core/view.h"

static const struct {
    const char *given;
    const char *shown;
} CASES[] = {
    { "a b.html", "a b.html" },
    { "caf\xC3\xA9 \xE6\x96\x87 \xF0\x9F\x92\x89",
            "caf\xC3\xA9 \xE6\x96\x87 \xF0\x9F\x92\x89" },
    { "a\033]0;x\007b", "a\\033]0;x\\007b" },
    { "a\nb\tc\rd", "a\\nb\\tc\\015d" },
    { "\x7F", "\\177" },
    { "\xC2\x80|\xC2\x9F|\xC2\xA0", "\\302\\200|\\302\\237|\xC2\xA0" },
    { "\xC3|\xFF\xFE|\xED\xA0\x80", "\\303|\\377\\376|\\355\\240\\200" },
    { "\xE2\x80\xAEtxt\xE2\x80\xA8x", "\\342\\200\\256txt\\342\\200\\250x" },
    { "\xEF\xBF\xBD", "\xEF\xBF\xBD" },
    { "a\\033", "a\\033" },
    { "", "" },
};

static void what_acts_on_a_terminal_is_escaped_as_ls_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct buffer out = { 0 };
        char text[64];
        printable_append(&out, view_of(CASES[i].given));
        assert_true(view_equals(buffer_view(&out), view_of(CASES[i].shown)));
        buffer_free(&out);
        (void)snprintf(text, sizeof text, "%s", CASES[i].given);
        printable_make(text, sizeof text);
        assert_string_equal(text, CASES[i].shown);
        printable_make(text, sizeof text);
        assert_string_equal(text, CASES[i].shown);
    }
}

static void what_has_no_room_is_cut_between_characters(void **state)
{
    (void)state;
    for (size_t room = 1; room < 12; room++) {
        char text[16] = "a\033\nb";
        char all[] = "a\\033\\nb";
        if (room < 5)
            text[room - 1] = '\0';
        printable_make(text, room < 5 ? 5 : room);
        assert_int_equal(memcmp(text, all, strlen(text)), 0);
        assert_true(strlen(text) < (room < 5 ? 5 : room));
        assert_true(strlen(text) != 3 && strlen(text) != 4);
    }
}

static void messages_of_failures_are_one_line(void **state)
{
    palpate_error err;

    (void)state;
    (void)(fail)(&err, PALPATE_IO, "%s: no such file", "x\n\033[31m\xFFy");
    assert_string_equal(err.message, "x\\n\\033[31m\\377y: no such file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_acts_on_a_terminal_is_escaped_as_ls_does),
        cmocka_unit_test(what_has_no_room_is_cut_between_characters),
        cmocka_unit_test(messages_of_failures_are_one_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
