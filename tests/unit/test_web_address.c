#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "core/web_address.h"

static void whole_addresses_of_the_web_are_believed(void **state)
{
    static const char *const GOOD[] = { "http://c.example", "https://c.example/",
        "HTTPS://C.example/a%20b?q=1|2&x={y}#z", "http://[::1]:8080/",
        "http://127.0.0.1/", "https://\xC3\xA4rzte.example/caf\xC3\xA9",
        "https://c.example:443/a:b@c", "https://user@c.example/",
        "http://a_b.example?x" };

    (void)state;
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        if (!is_web_address(view_of(GOOD[i])) || !is_web_path(view_of(GOOD[i])))
            fail_msg("%s", GOOD[i]);
    }
}

static void others_are_not(void **state)
{
    static const char *const BAD[] = { "", "javascript:alert(1)", "data:text/html,x",
        "file:///etc/passwd", "vbscript:x", "ftp://c.example/",
        "blob:https://c.example/", "not a url", "http:", "http:/c.example", "http://",
        "https:///x", "http://?x", "http://#x", "http://c.example:x/",
        "http://c.example:70000/", "http://./", "http://c.example/a b",
        "http://c.example/\tx", "http://c.example/\nx", "http://c.example/\033[31m",
        "http://c.example/\x7F", "http://c.example/\xC2\x9B", "http://c.example/\xFF",
        "http://c.example/\"x", "http://c.example/<b>", "http://c.example\\x",
        "http://c.example/\xE2\x80\xAEx", "http://a<b/", " https://c.example/",
        "java\tscript:x", "//c.example/x", "http://[x]/", "mailto:a@c.example",
        "\x01https://c.example/" };

    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        if (is_web_address(view_of(BAD[i])) || is_web_path(view_of(BAD[i])))
            fail_msg("%s", BAD[i]);
}

static void paths_are_only_paths(void **state)
{
    static const char *const PATHS[] = { "/", "/a/b.html", "a/b.html", "./", "?q=a:b",
        "a/b:c", "/caf\xC3\xA9" };

    (void)state;
    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        assert_true(is_web_path(view_of(PATHS[i])));
        assert_false(is_web_address(view_of(PATHS[i])));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_addresses_of_the_web_are_believed),
        cmocka_unit_test(others_are_not),
        cmocka_unit_test(paths_are_only_paths),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
