#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "core/glob.h"
#include "core/view.h"
#include "indexer/source/page_rules.h"

static bool does_match(const char *pattern, const char *path)
{
    struct arena arena = { 0 };
    struct glob glob;
    palpate_error err = { PALPATE_OK, "" };

    if (glob_read(&glob, &arena, pattern, &err) != PALPATE_OK)
        fail_msg("%s", err.message);
    bool is_match = glob_matches(&glob, view_of(path), false);
    arena_free(&arena);
    return is_match;
}

static void assert_match(const char *pattern, const char *path)
{
    if (!does_match(pattern, path))
        fail_msg("%s does not match %s", pattern, path);
}

static void assert_no_match(const char *pattern, const char *path)
{
    if (does_match(pattern, path))
        fail_msg("%s matches %s", pattern, path);
}

static void a_pattern_without_a_slash_matches_at_every_folder(void **state)
{
    (void)state;
    assert_match("feed", "feed");
    assert_match("feed", "a/b/feed");
    assert_no_match("feed", "feeds");
    assert_no_match("feed", "my-feed");
    assert_match("*.amp.html", "a/b.amp.html");
    assert_no_match("*.amp.html", "a/b.html");
    assert_match("*", "a");
    assert_match("*", "a/b");
}

static void what_matches_a_folder_matches_all_in_it(void **state)
{
    (void)state;
    assert_match("feed", "feed/a.html");
    assert_match("feed", "x/feed/y/a.html");
    assert_match("feed/", "x/feed/y/a.html");
    assert_match("feed/*", "feed/a/b.html");
    assert_match("/tag", "tag/knee/index.html");
    assert_match("20[0-9][0-9]", "2019/05/a.html");
    assert_no_match("feed/", "feed");
    assert_no_match("/tag", "a/tag/x.html");
}

static void a_pattern_with_a_slash_starts_at_the_root(void **state)
{
    (void)state;
    assert_match("/a.html", "a.html");
    assert_no_match("/a.html", "b/a.html");
    assert_match("blog/*.html", "blog/a.html");
    assert_no_match("blog/*.html", "x/blog/a.html");
    assert_no_match("blog/*.html", "blog/x/a.txt");
}

static void one_star_stays_in_its_folder_and_two_cross_it(void **state)
{
    (void)state;
    assert_no_match("/a*b.html", "a/b.html");
    assert_match("/a**b.html", "a/x/b.html");
    assert_match("a/**/b.html", "a/b.html");
    assert_match("a/**/b.html", "a/x/y/b.html");
    assert_no_match("a/**/b.html", "a/xb.html");
    assert_match("**/b.html", "b.html");
    assert_match("**/b.html", "x/y/b.html");
    assert_match("a/**", "a/x/y");
    assert_no_match("a/**", "ab/x");
}

static void a_question_mark_is_a_character_and_a_set_one_of_several(void **state)
{
    (void)state;
    assert_match("?.html", "a.html");
    assert_match("?.html", "\xC3\xBC.html");
    assert_no_match("?.html", "ab.html");
    assert_no_match("/a?b", "a/b");
    assert_match("[a-c]x", "bx");
    assert_no_match("[a-c]x", "dx");
    assert_match("[!a-c]x", "dx");
    assert_match("[!a-c]x", "\xC3\xBCx");
    assert_no_match("[!a-c]x", "ax");
    assert_no_match("/a[!x]b", "a/b");
    assert_match("[]x]", "]");
    assert_match("[a-]", "-");
}

static void a_backslash_takes_the_meaning_of_what_follows(void **state)
{
    (void)state;
    assert_match("a\\*b", "a*b");
    assert_no_match("a\\*b", "axb");
    assert_match("\\[a]", "[a]");
    assert_match("\\!x", "!x");
}

static void what_is_no_pattern_is_refused_with_the_reason(void **state)
{
    static const char *const WRONG[] = { "", "/", "!feed", "a[b", "[" };
    struct arena arena = { 0 };
    struct glob glob;
    char large[600];

    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        palpate_error err = { PALPATE_OK, "" };
        assert_int_equal(
                glob_read(&glob, &arena, WRONG[i], &err), PALPATE_BAD_ARGUMENT);
        assert_non_null(strstr(err.message, "the pattern "));
    }
    memset(large, '?', sizeof large);
    large[500] = '\0';
    assert_int_equal(glob_read(&glob, &arena, large, NULL), PALPATE_OK);
    assert_true(glob_matches(&glob, (palpate_view){ large, 500 }, false));
    assert_false(glob_matches(&glob, (palpate_view){ large, 499 }, false));
    large[500] = '?';
    large[501] = '\0';
    assert_int_equal(glob_read(&glob, &arena, large, NULL), PALPATE_BAD_ARGUMENT);
    arena_free(&arena);
}

/* Where each star is tried at every place this takes longer than the sun shines. */
static void many_stars_take_no_more_than_sizes_multiplied(void **state)
{
    struct arena arena = { 0 };
    struct glob glob;
    char pattern[401];
    char path[4000];

    (void)state;
    for (size_t i = 0; i < 400; i += 2)
        memcpy(pattern + i, "*a", 2);
    pattern[400] = '\0';
    memset(path, 'a', sizeof path);
    path[sizeof path - 1] = 'b';
    assert_int_equal(glob_read(&glob, &arena, pattern, NULL), PALPATE_OK);
    clock_t start = clock();
    assert_false(glob_matches(&glob, (palpate_view){ path, sizeof path }, false));
    assert_true((clock() - start) / CLOCKS_PER_SEC < 20);
    arena_free(&arena);
}

/* Whether a page of a stream is taken by patterns, of which an exclamation mark in
   front says that they exclude. */
static bool takes(const char *const *patterns, size_t count, const char *url)
{
    struct arena arena = { 0 };
    struct page_rules rules;
    const char *includes[4];
    const char *excludes[4];
    palpate_index_options options = { .includes = includes, .excludes = excludes };
    struct page_pass pass;

    for (size_t i = 0; i < count; i++) {
        if (patterns[i][0] == '!')
            excludes[options.exclude_count++] = patterns[i] + 1;
        else
            includes[options.include_count++] = patterns[i];
    }
    assert_int_equal(page_rules_open(&rules, &arena, &options, NULL), PALPATE_OK);
    bool is_taken = page_rules_take_url(&rules, view_of(url), &pass);
    assert_int_equal(is_taken, pass.why == NULL);
    assert_int_equal(is_taken, rules.excluded == 0);
    arena_free(&arena);
    return is_taken;
}

#define TAKES(url, ...)                         \
    takes((const char *const[]){ __VA_ARGS__ }, \
            sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *), url)

static void an_address_is_compared_by_its_path_as_a_file_is(void **state)
{
    (void)state;
    assert_false(TAKES("https://a.example/feed/", "!feed/*"));
    assert_false(TAKES("https://a.example/feed/", "!feed"));
    assert_false(TAKES("https://a.example/x/feed/atom", "!feed"));
    assert_true(TAKES("https://a.example/feeds/", "!feed"));
    assert_true(TAKES("https://feed/x", "!feed"));
    assert_false(TAKES("https://a.example/tag/knee/", "!/tag"));
    assert_false(TAKES("/tag/knee/", "!/tag"));
    assert_false(TAKES("https://a.example", "!/index.html"));
    assert_false(TAKES("https://a.example/%C3%BCbung/", "!/\xC3\xBC"
                                                        "bung/"));
    assert_false(TAKES("https://a.example/a/?replytocom=5", "!*?replytocom=*"));
    assert_true(TAKES("https://a.example/a/", "!*?replytocom=*"));
    assert_false(TAKES("https://a.example/a/?p=5", "!/a"));
    assert_false(TAKES("https://a.example/a#tag", "!/a"));
}

static void a_pattern_with_a_scheme_is_of_whole_addresses(void **state)
{
    (void)state;
    assert_false(TAKES("https://a.example/x", "!https://a.example"));
    assert_false(TAKES("https://b.a.example/x", "!https://*.a.example"));
    assert_true(TAKES("https://b.example/x", "!https://a.example"));
    assert_true(TAKES("https://a.example/blog/x", "https://a.example/blog/**"));
    assert_false(TAKES("https://a.example/shop/x", "https://a.example/blog/**"));
}

static void what_excludes_counts_more_than_what_includes(void **state)
{
    (void)state;
    assert_true(TAKES("https://a.example/blog/x", "blog", "articles"));
    assert_true(TAKES("https://a.example/articles/x", "blog", "articles"));
    assert_false(TAKES("https://a.example/shop/x", "blog", "articles"));
    assert_false(TAKES("https://a.example/blog/tag/x", "blog", "!tag"));
    assert_true(TAKES("https://a.example/blog/x", "blog", "!tag"));
    assert_true(TAKES("https://a.example/shop/x", "", "!tag"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_without_a_slash_matches_at_every_folder),
        cmocka_unit_test(what_matches_a_folder_matches_all_in_it),
        cmocka_unit_test(a_pattern_with_a_slash_starts_at_the_root),
        cmocka_unit_test(one_star_stays_in_its_folder_and_two_cross_it),
        cmocka_unit_test(a_question_mark_is_a_character_and_a_set_one_of_several),
        cmocka_unit_test(a_backslash_takes_the_meaning_of_what_follows),
        cmocka_unit_test(what_is_no_pattern_is_refused_with_the_reason),
        cmocka_unit_test(many_stars_take_no_more_than_sizes_multiplied),
        cmocka_unit_test(an_address_is_compared_by_its_path_as_a_file_is),
        cmocka_unit_test(a_pattern_with_a_scheme_is_of_whole_addresses),
        cmocka_unit_test(what_excludes_counts_more_than_what_includes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
