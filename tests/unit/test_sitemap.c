#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/source/sitemap.h"
#include "indexer/source/sitemap_read.h"

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena = (struct arena){ 0 };
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct sitemap_text read_text(const char *bytes)
{
    struct sitemap_text text;
    palpate_error err = { PALPATE_OK, "" };

    if (sitemap_read(&text, &arena, view_of(bytes), &err) != PALPATE_OK)
        fail_msg("%s", err.message);
    return text;
}

static void assert_refused(const char *bytes, const char *why)
{
    struct sitemap_text text;
    palpate_error err = { PALPATE_OK, "" };

    assert_int_equal(
            sitemap_read(&text, &arena, view_of(bytes), &err), PALPATE_BAD_INPUT);
    if (strstr(err.message, why) == NULL)
        fail_msg("\"%s\" does not say \"%s\"", err.message, why);
}

static void assert_entry(const struct sitemap_text *text, size_t place, const char *url,
        const char *changed)
{
    assert_true(place < text->count);
    assert_string_equal(text->entries[place].url.data, url);
    assert_string_equal(text->entries[place].changed.data, changed);
}

static void a_sitemap_gives_addresses_and_days(void **state)
{
    struct sitemap_text text = read_text(
            "<?xml version='1.0'?>\n<!-- made by <url> -->\n"
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            "<url>\n <loc> https://a.example/?a=1&amp;b=2 </loc>\n"
            " <lastmod>2024-05-01</lastmod></url>"
            "<url><loc><![CDATA[https://a.example/x&y]]></loc></url>"
            "<url><loc>https://a.example/&#252;&#x62;er</loc></url></urlset>");

    (void)state;
    assert_false(text.is_index);
    assert_int_equal(text.count, 3);
    assert_entry(&text, 0, "https://a.example/?a=1&b=2", "2024-05-01");
    assert_entry(&text, 1, "https://a.example/x&y", "");
    assert_entry(&text, 2,
            "https://a.example/\xC3\xBC"
            "ber",
            "");
}

static void only_elements_of_the_protocol_count(void **state)
{
    struct sitemap_text text = read_text(
            "<s:urlset xmlns:s='x' xmlns:image='y' xmlns:news='z'>"
            "<s:url><image:image><image:loc>https://a.example/i.png</image:loc>"
            "</image:image><image:loc>https://a.example/j.png</image:loc>"
            "<s:loc>https://a.example/</s:loc><news:lastmod>1999</news:lastmod>"
            "<x:link rel='alternate' title='a > b' href='https://a.example/de/'/>"
            "<video><loc>https://a.example/v</loc></video></s:url></s:urlset>");

    (void)state;
    assert_int_equal(text.count, 1);
    assert_entry(&text, 0, "https://a.example/", "");
}

static void an_index_names_other_sitemaps(void **state)
{
    struct sitemap_text text = read_text(
            "<sitemapindex><sitemap><loc>https://a.example/posts.xml</loc></sitemap>"
            "</sitemapindex>");

    (void)state;
    assert_true(text.is_index);
    assert_entry(&text, 0, "https://a.example/posts.xml", "");
}

static void a_sitemap_may_be_an_address_a_line(void **state)
{
    struct sitemap_text text =
            read_text("\xEF\xBB\xBFhttps://a.example/\r\n\nhttps://a.example/knee\n");

    (void)state;
    assert_int_equal(text.count, 2);
    assert_entry(&text, 1, "https://a.example/knee", "");
}

static void what_is_no_whole_address_is_passed_over(void **state)
{
    struct sitemap_text text = read_text(
            "<urlset><url><loc>/knee/</loc></url><url><loc>javascript:x()</loc></url>"
            "<url><loc>https://a.example/</loc></url><url/></urlset>");

    (void)state;
    assert_int_equal(text.count, 1);
}

static void what_is_no_sitemap_is_refused_with_the_reason(void **state)
{
    (void)state;
    assert_refused("", "lists no address");
    assert_refused("<html><body><p>404</p></body></html>", "lists no address");
    assert_refused("<rss><channel><item><loc>https://a.example/</loc></item>"
                   "</channel></rss>",
            "lists no address");
    assert_refused("hello\n", "line 1");
    assert_refused("https://a.example/\nftp://a.example/\n", "line 2");
    assert_refused(
            "<urlset><url><loc>https://a.example/</loc></url><url><loc>https://a",
            "cut off");
    assert_refused("<urlset><url><loc>https://a.example/</loc></url><url", "cut off");
    assert_refused("\xFF\xFE<", "UTF-8");
}

/* A map of these sitemaps' addresses, from a file. */
static struct sitemap open_map(const char *text)
{
    struct sitemap map;
    palpate_error err = { PALPATE_OK, "" };
    static char path[] = "sitemap.txt";
    const char *const files[] = { path, "" };
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    if (sitemap_open(&map, &arena, files, 2, &err) != PALPATE_OK)
        fail_msg("%s", err.message);
    return map;
}

static const char *listed_as(const struct sitemap_entry *entry)
{
    return entry == NULL ? "" : entry->url.data;
}

static void a_path_is_found_however_the_server_writes_it(void **state)
{
    struct sitemap map = open_map("https://a.example/knee/\nhttps://a.example/hip\n"
                                  "https://a.example/%C3%BCber.html\n"
                                  "https://a.example/\n");

    (void)state;
    assert_string_equal(listed_as(sitemap_of_path(&map, PALPATE_VIEW("/knee/"))),
            "https://a.example/knee/");
    assert_string_equal(listed_as(sitemap_of_path(&map, PALPATE_VIEW("/knee.html"))),
            "https://a.example/knee/");
    assert_string_equal(listed_as(sitemap_of_path(&map, PALPATE_VIEW("/hip/"))),
            "https://a.example/hip");
    assert_string_equal(
            listed_as(sitemap_of_path(&map, PALPATE_VIEW("/a.example/hip"))),
            "https://a.example/hip");
    assert_string_equal(
            listed_as(sitemap_of_path(&map, PALPATE_VIEW("/"))), "https://a.example/");
    assert_string_equal(listed_as(sitemap_of_path(&map, PALPATE_VIEW("/\xC3\xBC"
                                                                     "ber.html"))),
            "https://a.example/%C3%BCber.html");
    assert_null(sitemap_of_path(&map, PALPATE_VIEW("/b.example/hip")));
    assert_null(sitemap_of_path(&map, PALPATE_VIEW("/wrist/")));
}

static void an_address_is_found_on_its_site_with_its_query(void **state)
{
    struct sitemap map = open_map("https://www.a.example/?p=5\nhttps://b.example/"
                                  "knee\nhttps://a.example/x\n");

    (void)state;
    assert_non_null(sitemap_of_address(&map, PALPATE_VIEW("http://a.example/?p=5")));
    assert_null(sitemap_of_address(&map, PALPATE_VIEW("https://a.example/?p=6")));
    assert_null(sitemap_of_address(&map, PALPATE_VIEW("https://a.example/")));
    assert_null(sitemap_of_address(&map, PALPATE_VIEW("https://a.example/knee")));
    assert_non_null(
            sitemap_of_address(&map, PALPATE_VIEW("https://b.example/knee/#top")));
}

static void what_no_page_came_for_is_counted(void **state)
{
    struct sitemap map = open_map("https://a.example/x\nhttps://a.example/y\n");
    palpate_view first = { NULL, 0 };

    (void)state;
    assert_int_equal(sitemap_unused(&map, &first), 2);
    sitemap_note_used(&map, sitemap_of_path(&map, PALPATE_VIEW("/x")));
    assert_int_equal(sitemap_unused(&map, &first), 1);
    assert_string_equal(first.data, "https://a.example/y");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sitemap_gives_addresses_and_days, begin, end),
        cmocka_unit_test_setup_teardown(
                only_elements_of_the_protocol_count, begin, end),
        cmocka_unit_test_setup_teardown(an_index_names_other_sitemaps, begin, end),
        cmocka_unit_test_setup_teardown(a_sitemap_may_be_an_address_a_line, begin, end),
        cmocka_unit_test_setup_teardown(
                what_is_no_whole_address_is_passed_over, begin, end),
        cmocka_unit_test_setup_teardown(
                what_is_no_sitemap_is_refused_with_the_reason, begin, end),
        cmocka_unit_test_setup_teardown(
                a_path_is_found_however_the_server_writes_it, begin, end),
        cmocka_unit_test_setup_teardown(
                an_address_is_found_on_its_site_with_its_query, begin, end),
        cmocka_unit_test_setup_teardown(what_no_page_came_for_is_counted, begin, end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
