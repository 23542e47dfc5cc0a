#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/source/robots.h"

static bool allows(const char *text, const char *address)
{
    struct arena arena = { 0 };
    struct robots robots;
    palpate_view rule = { NULL, 0 };
    palpate_error err = { PALPATE_OK, "" };

    if (robots_read(&robots, &arena, view_of(text), &err) != PALPATE_OK)
        fail_msg("%s", err.message);
    bool is_allowed = robots_allow(&robots, view_of(address), &rule);
    assert_int_equal(is_allowed, rule.data == NULL);
    arena_free(&arena);
    return is_allowed;
}

static void a_path_that_starts_as_a_rule_says_is_left_out(void **state)
{
    const char *text = "User-agent: *\nDisallow: /feed/ # for readers of news\n";

    (void)state;
    assert_false(allows(text, "https://a.example/feed/"));
    assert_false(allows(text, "/feed/atom.html"));
    assert_true(allows(text, "https://a.example/feeds"));
    assert_true(allows(text, "https://a.example"));
    assert_true(allows("User-agent: *\nDisallow:\n", "/feed/"));
    assert_true(allows("", "/feed/"));
    assert_false(allows("user-AGENT : *\rdisallow : /\r", "https://a.example"));
}

static void the_longest_rule_counts_and_then_the_one_that_allows(void **state)
{
    const char *text = "User-agent: *\nDisallow: /wp-admin/\n"
                       "Allow: /wp-admin/ajax\nAllow: /page\nDisallow: /page\n";

    (void)state;
    assert_false(allows(text, "/wp-admin/x"));
    assert_true(allows(text, "/wp-admin/ajax.html"));
    assert_true(allows(text, "/page"));
}

static void stars_and_ends_are_understood(void **state)
{
    const char *text = "User-agent: *\nDisallow: /*.print.html$\nDisallow: /*?reply*=\n"
                       "Disallow: /exact$\n";

    (void)state;
    assert_false(allows(text, "/a/b.print.html"));
    assert_true(allows(text, "/a/b.print.html?x"));
    assert_false(allows(text, "/a/?replytocom=3#here"));
    assert_true(allows(text, "/a/?page=3"));
    assert_false(allows(text, "/exact"));
    assert_true(allows(text, "/exact/page"));
    assert_false(allows("User-agent: *\nDisallow: *a*b*c", "/xxaxxbxxc"));
    assert_true(allows("User-agent: *\nDisallow: /*a*b$", "/xxaxxbxx"));
    assert_false(allows("User-agent: *\nDisallow: /*a$", "/a/b/a/ba"));
}

static void paths_are_one_however_they_are_escaped(void **state)
{
    (void)state;
    assert_false(allows("User-agent: *\nDisallow: /%C3%BCber", "/\xC3\xBC"
                                                               "ber/uns"));
    assert_false(allows("User-agent: *\nDisallow: /\xC3\xBC"
                        "ber",
            "/%c3%bcber"));
    assert_false(allows("User-agent: *\nDisallow: /%7Ejoe", "/~joe"));
    assert_false(allows("User-agent: *\nDisallow: /a b", "/a%20b"));
    assert_true(allows("User-agent: *\nDisallow: /a%2Fb", "/a/b"));
}

static void rules_for_palpate_come_before_those_for_all(void **state)
{
    const char *text = "User-agent: *\nDisallow: /\n\nUser-agent: other\n"
                       "User-agent: Palpate/1.0\nDisallow: /drafts/\n\n"
                       "User-agent: third\nDisallow: /third/\n\n"
                       "User-agent: palpate\nDisallow: /more/\n";

    (void)state;
    assert_true(allows(text, "/knee/"));
    assert_false(allows(text, "/drafts/knee/"));
    assert_false(allows(text, "/more/"));
    assert_true(allows(text, "/third/"));
    assert_true(allows("User-agent: palpatine\nDisallow: /", "/knee/"));
    assert_true(allows("User-agent: *\nDisallow: /\nUser-agent: palpate\n", "/knee/"));
}

static void what_is_no_robots_txt_is_refused(void **state)
{
    struct arena arena = { 0 };
    struct robots robots;
    static char large[600 * 1024];

    (void)state;
    memset(large, 'x', sizeof large);
    const palpate_view wrong[] = { PALPATE_VIEW("<!doctype html><p>404"),
        PALPATE_VIEW("User-agent: *\0Disallow"), { large, sizeof large } };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(
                robots_read(&robots, &arena, wrong[i], NULL), PALPATE_BAD_INPUT);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_that_starts_as_a_rule_says_is_left_out),
        cmocka_unit_test(the_longest_rule_counts_and_then_the_one_that_allows),
        cmocka_unit_test(stars_and_ends_are_understood),
        cmocka_unit_test(paths_are_one_however_they_are_escaped),
        cmocka_unit_test(rules_for_palpate_come_before_those_for_all),
        cmocka_unit_test(what_is_no_robots_txt_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
