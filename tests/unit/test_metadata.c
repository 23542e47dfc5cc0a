#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/article.h"
#include "indexer/byline.h"
#include "indexer/metadata.h"
#include "indexer/title.h"

#define TEXT                                                                 \
    "<p>The joint is stiff in the morning, and it eases when it is moved a " \
    "little.</p>"

static struct arena arena;
static struct article article;

static void read_page(const char *html)
{
    const struct page_origin origin = { .url = { NULL, 0 } };

    arena_clear(&arena);
    assert_int_equal(
            article_read(&article, &arena, view_of(html), &origin, NULL), PALPATE_OK);
}

static void assert_view(palpate_view view, const char *expected)
{
    if (!view_equals(view, view_of(expected)))
        fail_msg("<%.*s> is not <%s>", (int)view.size, view.data, expected);
}

static void the_title_is_the_heading_that_the_document_speaks_of(void **state)
{
    (void)state;
    read_page("<title>Stiff shoulder in the morning | A clinic</title><h1>A "
              "clinic</h1>" TEXT "<h1>Stiff shoulders in the morning</h1>" TEXT);
    assert_view(article.title, "Stiff shoulders in the morning");
    read_page("<title>Stiff shoulder - A clinic</title><h1>Menu</h1>" TEXT);
    assert_view(article.title, "Stiff shoulder");
    read_page("<meta property=og:site_name content='A clinic'>"
              "<title>A clinic | Stiff shoulder</title>" TEXT);
    assert_view(article.title, "Stiff shoulder");
    read_page("<title>Flaxseed - a remedy of old</title><h1>Flaxseed - a remedy of "
              "old</h1>" TEXT);
    assert_view(article.title, "Flaxseed - a remedy of old");
    read_page("<h1>Only a heading</h1>" TEXT);
    assert_view(article.title, "Only a heading");
}

static void a_byline_gives_the_name_alone(void **state)
{
    static const char *const LINES[][2] = {
        { "By Jane Doe", "Jane Doe" },
        { "by: Jane Doe | 3 May 2024", "Jane Doe" },
        { "Written by Jane Doe, DPT", "Jane Doe, DPT" },
        { "Authors: Jane Doe and John Roe", "Jane Doe and John Roe" },
        { "https://example.org/jane", "" },
        { "Last updated", "" },
        { "By the time the shoulder is stiff, is it too late?", "" },
        { "Byron Doe", "Byron Doe" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        assert_view(byline_name(view_of(LINES[i][0])), LINES[i][1]);
}

static void authors_are_believed_from_data_to_text(void **state)
{
    (void)state;
    read_page("<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":"
              "{\"name\":\"Ann Data\"}}</script><meta name=author content='Ben "
              "Meta'>" TEXT);
    assert_view(article.byline, "Ann Data");
    read_page("<meta property=article:author content='https://example.org/ben'>"
              "<meta name=author content='Ben Meta'><a rel=author>Cy Link</a>" TEXT);
    assert_view(article.byline, "Ben Meta");
    read_page("<meta name=twitter:label1 content='Written by'>"
              "<meta name=twitter:data1 content='Dee Card'>" TEXT);
    assert_view(article.byline, "Dee Card");
    read_page("<div class=post-author><span>By</span> <a>Eve "
              "Class</a><i>Editor</i></div>" TEXT "<a href=/author/fay>Fay Link</a>");
    assert_view(article.byline, "Fay Link");
    read_page("<h1>Knee</h1><p>By Gus Text</p>" TEXT);
    assert_view(article.byline, "Gus Text");
    read_page("<h1>Knee</h1><p>By the time that it hurts, rest.</p>" TEXT);
    assert_view(article.byline, "");
}

static void dates_are_read_in_the_forms_that_people_write(void **state)
{
    static const char *const DATES[][2] = {
        { "2024-05-03T10:00:00Z", "2024-05-03T10:00:00Z" },
        { "May 3rd, 2024", "2024-05-03" },
        { "Last updated: 3 May 2024", "2024-05-03" },
        { "Sept. 3, 2024", "2024-09-03" },
        { "12.11.2025", "2025-11-12" },
        { "3/4/2025", "2025-03-04" },
        { "13/4/2025", "2025-04-13" },
        { "2019/1/22", "2019-01-22" },
        { "09/11/25", "2025-09-11" },
        { "32 May 2024", "" },
        { "13/13/2024", "" },
        { "C5/6 and L4/5", "" },
        { "", "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
        arena_clear(&arena);
        assert_view(metadata_date(&arena, view_of(DATES[i][0])), DATES[i][1]);
    }
}

static void a_date_is_found_where_the_page_shows_it(void **state)
{
    (void)state;
    read_page("<h1>Knee</h1><p>Published on March 3, 2021</p>" TEXT);
    assert_view(article.published, "2021-03-03");
    read_page("<div class=entry-date>4 March 2021</div>" TEXT);
    assert_view(article.published, "2021-03-04");
    read_page("<script>window.page={\"datePublished\":\"2021-03-05\"}</script>" TEXT);
    assert_view(article.published, "2021-03-05");
    read_page("<span itemprop=datePublished content=2021-03-06>lately</span>" TEXT);
    assert_view(article.published, "2021-03-06");
    /* A year in a sentence far below is no date of the page. */
    read_page("<h1>Knee</h1>" TEXT
              "<p>A trial ran from 3 May 2011 on, and its end came after "
              "many years of work by many people in several countries of the north, "
              "which was "
              "a surprise.</p>");
    assert_view(article.published, "");
}

static int set_up(void **state)
{
    (void)state;
    page_library_init();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_is_the_heading_that_the_document_speaks_of),
        cmocka_unit_test(a_byline_gives_the_name_alone),
        cmocka_unit_test(authors_are_believed_from_data_to_text),
        cmocka_unit_test(dates_are_read_in_the_forms_that_people_write),
        cmocka_unit_test(a_date_is_found_where_the_page_shows_it),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
