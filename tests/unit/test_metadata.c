#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_page.h"

static void json_ld_speaks_of_the_article_in_graphs_and_lists(void **state)
{
    (void)state;
    const struct article *article = page_of_clinic(JSON_LD(
            "[{\"@type\":\"BreadcrumbList\",\"name\":\"Crumbs\"},{\"@graph\":["
            "{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\","
            "\"inLanguage\":\"en-GB\"},"
            "{\"@type\":[\"Article\",\"MedicalWebPage\"],\"author\":{\"@id\":\"#jane\"}"
            ","
            "\"datePublished\":\"2021-02-03T10:00:00Z\",\"dateModified\":\"2022-02-"
            "03\","
            "\"image\":[{\"@type\":\"ImageObject\",\"url\":\" /knee.jpg\"}],"
            "\"description\":\"Knees &amp; hips\",\"publisher\":{\"@id\":\"#us\"},"
            "\"reviewedBy\":[{\"name\":\"Dr. A\"},{\"name\":\"Dr. B\"}],"
            "\"lastReviewed\":\"3 May 2023\"},"
            "{\"@type\":\"Person\",\"@id\":\"#jane\",\"name\":\"Jane Doe\"},"
            "{\"@type\":\"Organization\",\"@id\":\"#us\",\"name\":\"Some Clinic\"}"
            "]}]"));
    page_assert(article->facts.byline, "Jane Doe");
    page_assert(article->facts.published, "2021-02-03T10:00:00Z");
    page_assert(article->facts.modified, "2022-02-03");
    page_assert(article->facts.image, "/knee.jpg");
    page_assert(article->facts.description, "Knees & hips");
    page_assert(article->facts.site, "Some Clinic");
    page_assert(article->facts.reviewer, "Dr. A, Dr. B");
    page_assert(article->facts.reviewed, "2023-05-03");
    page_assert(article->facts.language, "en-gb");
}

static void all_people_of_a_list_are_named(void **state)
{
    (void)state;
    page_assert_byline(
            "<script type='application/ld+json'>{\"@graph\":["
            "{\"@type\":\"Article\",\"author\":[{\"@id\":\"#a\"},{\"@id\":\"#b\"}]},"
            "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada Winter\"},"
            "{\"@type\":\"Person\",\"@id\":\"#b\",\"name\":\"Ben Summer\"}]}</script>",
            "Ada Winter, Ben Summer");
    page_assert_byline("<script type='application/ld+json'>{\"@type\":\"Article\","
                       "\"author\":{\"@list\":[{\"name\":\"Ada Winter\"},"
                       "{\"name\":\"Ben Summer\"}]}}</script>",
            "Ada Winter, Ben Summer");
    page_assert_byline(
            "<script type='application/ld+json'>{\"@type\":\"Article\","
            "\"author\":{\"name\":[\"Ada Winter\",\"Ben Summer\"]}}</script>",
            "Ada Winter, Ben Summer");
}

static void the_image_of_a_page_is_found_by_reference(void **state)
{
    (void)state;
    page_assert(page_metadata("<script type='application/ld+json'>{\"@graph\":["
                              "{\"@type\":\"WebPage\","
                              "\"primaryImageOfPage\":{\"@id\":\"#i\"}},"
                              "{\"@type\":\"ImageObject\",\"@id\":\"#i\","
                              "\"url\":\"https://clinic.example/neck.png\"}]}</script>",
                        "")
                        ->facts.image,
            "https://clinic.example/neck.png");
}

static void json_ld_of_a_discussion_names_who_started_it(void **state)
{
    (void)state;
    page_assert_byline(
            JSON_LD("{\"@type\":\"QAPage\",\"mainEntity\":{\"@type\":\"Question\","
                    "\"author\":{\"name\":\"knee_walker\"},\"suggestedAnswer\":"
                    "[{\"@type\":\"Answer\",\"author\":{\"name\":\"hip\"}}]}}"),
            "knee_walker");
}

static void ratings_and_comments_do_not_speak_of_the_article(void **state)
{
    (void)state;
    const struct article *article = page_of_clinic(JSON_LD(
            "{\"@type\":\"Product\",\"review\":{\"@type\":\"Review\",\"author\":"
            "\"Joe\","
            "\"datePublished\":\"2020-01-01\"},\"comment\":{\"@type\":\"Comment\","
            "\"author\":\"Jim\"}}") "<div itemscope "
                                    "itemtype='https://schema.org/Article'>"
                                    "<div itemprop=comment itemscope "
                                    "itemtype='https://schema.org/Comment'>"
                                    "<span itemprop=author>Joe Public</span>"
                                    "<time itemprop=dateCreated "
                                    "datetime=2020-01-01></time></div></div>");
    page_assert(article->facts.byline, "");
}

static void broken_json_is_mended(void **state)
{
    static const char *const PAGES[] = {
        JSON_LD("{\"@type\":\"Article\",\"description\":\"two\nlines\tand more\","
                "\"author\":\"Jane Doe\"}"),
        JSON_LD("<!-- {\"@type\":\"Article\",\"author\":\"Jane Doe\"} -->"),
        JSON_LD("\n//<![CDATA[\n{\"@type\":\"Article\",\"author\":\"Jane "
                "Doe\"}\n//]]>\n"),
        JSON_LD("/* a */ {\"@type\":\"Article\", // b\n\"author\":\"Jane Doe\",}"),
        JSON_LD("{\"@type\":\"Article\",\"keywords\":[\"a\",\"b\",],\"author\":"
                "\"Jane Doe\"};"),
        JSON_LD("{\"@type\":\"Article\",\"headline\":\"It\\'s \\ud83d \"fine\" so\","
                "\"author\":\"Jane Doe\"}"),
        JSON_LD("{\"@type\":\"Article\",\"url\":\"https://a.example/\",\"author\":"
                "\"Jane Doe\"}{\"@type\":\"Article\"}"),
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++)
        page_assert_byline(PAGES[i], "Jane Doe");
    page_assert_byline(JSON_LD("{\"@type\":\"Article\",\"author\":") "<p>text", "");
    page_assert_byline(
            JSON_LD("") JSON_LD("\"") JSON_LD("\\") JSON_LD("/*") "<p>text", "");
}

static void long_scripts_are_read_whole(void **state)
{
    struct buffer html = { 0 };

    (void)state;
    buffer_append_string(&html,
            "<script "
            "type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"");
    for (int i = 0; i < 5000; i++)
        buffer_append_string(&html, "knees and hips ");
    buffer_append_string(&html, "\",\"author\":\"Jane Doe\"}</script>");
    buffer_append_byte(&html, '\0');
    page_assert_byline(html.data, "Jane Doe");
    buffer_free(&html);
}

static void microdata_and_rdfa_are_read(void **state)
{
    (void)state;
    const struct article *article = page_of_clinic(
            "<article itemscope itemtype='http://schema.org/BlogPosting'>"
            "<div itemprop=author itemscope itemtype='http://schema.org/Person'>"
            "<img itemprop=image src=jane.jpg>By <a itemprop=name>Jane Doe</a>, "
            "nurse</div>"
            "<meta itemprop=datePublished content='2021-02-03'>"
            "<time itemprop=dateModified datetime='2022-02-03'>a year ago</time>"
            "</article>");
    page_assert(article->facts.byline, "Jane Doe");
    page_assert(article->facts.published, "2021-02-03");
    page_assert(article->facts.modified, "2022-02-03");
    page_assert_byline("<span property='schema:author'>Jane Doe</span>", "Jane Doe");
}

static void metas_of_many_vocabularies_are_read(void **state)
{
    (void)state;
    page_assert_byline("<meta name=Author content='By Jane Doe'>", "Jane Doe");
    page_assert_byline(
            "<meta property='article:author' content='https://social.example/j'>"
            "<meta name='twitter:label1' content='Written by'>"
            "<meta name='twitter:data1' content='Jane Doe'>"
            "<meta name='twitter:label2' content='Est. reading time'>"
            "<meta name='twitter:data2' content='5 minutes'>",
            "Jane Doe");
    page_assert_byline("<meta name=citation_author content='Doe, Jane'>"
                       "<meta name=citation_author content='John Smith'>",
            "Jane Doe, John Smith");
    page_assert_published("<meta property='article:published_time' "
                          "content='2021-02-03T10:00:00Z'>",
            "2021-02-03T10:00:00Z");
    page_assert_published("<meta name=date content='3 February 2021'>", "2021-02-03");
    page_assert(page_of_clinic("<meta property='og:locale' content='en_GB'>")
                        ->facts.language,
            "en-gb");
    page_assert(
            page_of_clinic("<meta name=description content=Knees>")->facts.description,
            "Knees");
}

static void who_is_trusted_more_is_believed(void **state)
{
    (void)state;
    page_assert_byline("<meta name=author content='Joe Meta'><a rel=author>Jim Link</a>"
                       "<meta name='twitter:label1' content='Written by'>"
                       "<meta name='twitter:data1' content='Jack Card'>" JSON_LD(
                               "{\"@type\":\"Article\",\"author\":\"Jane Doe\"}"),
            "Jane Doe");
    page_assert_byline(
            "<meta name=author content='Joe Meta'><a rel=author>Jim Link</a>",
            "Joe Meta");
    page_assert_byline("<meta name=author content='Some Clinic'>"
                       "<meta property='og:site_name' content='Some Clinic'>"
                       "<h1>Knees</h1><p>By Jane Doe</p>",
            "Jane Doe");
    page_assert_byline("<meta name=author content='Some Clinic'>"
                       "<meta property='og:site_name' content='Some Clinic'>",
            "Some Clinic");
    page_assert_published(
            "<meta name=date content='nonsense'><time datetime='2021-02-03'>",
            "2021-02-03");
}

static void dates_of_something_else_are_not_of_the_article(void **state)
{
    (void)state;
    page_assert_published(
            "<h1>Knees</h1><p>Knees are joints.</p><div id=comments><ol><li "
            "class=comment><time datetime=2025-08-09>9 August "
            "2025</time></li></ol></div>",
            "");
    page_assert_published(
            "<h1>Knees</h1><p>Our open evening takes place on <time "
            "datetime=2026-12-24>24 December 2026</time> at the clinic.</p>",
            "");
    page_assert_published("<h1>Knees</h1><p>Our open evening is on <b>24 December "
                          "2026</b>.</p>",
            "");
    page_assert_published("<h1>Knees</h1><p>Knees are joints.</p><section "
                          "class=related-posts><a>Hips</a><time "
                          "datetime=2025-08-09>9 August 2025</time></section>",
            "");
    page_assert_published("<h1>Knees</h1><p>Published on <time datetime=2026-12-24>24 "
                          "December 2026</time>.</p>",
            "2026-12-24");
}

static void the_day_that_readers_see_corrects_that_of_machines(void **state)
{
    (void)state;
    /* An evening in America is the next day in Greenwich. */
    page_assert_published("<meta property='article:published_time' "
                          "content='2023-11-09T05:30:59Z'><h1>Knees</h1><p>November 8, "
                          "2023</p>",
            "2023-11-08");
    page_assert_published(
            "<meta property='article:published_time' "
            "content='2023-03-01T00:30:00+00:00'><h1>Knees</h1><p>February 28, "
            "2023</p>",
            "2023-02-28");
    page_assert_published(
            "<meta property='article:published_time' "
            "content='2023-11-09T05:30:59+02:00'><h1>Knees</h1><p>November 8, "
            "2023</p>",
            "2023-11-09T05:30:59+02:00");
    page_assert_published("<meta property='article:published_time' "
                          "content='2023-11-19T05:30:59Z'><h1>Knees</h1><p>November 8, "
                          "2023</p>",
            "2023-11-19T05:30:59Z");
    /* "date" may be that of the file. */
    page_assert_published("<meta name=date content='2022-01-21'><h1>Knees</h1><time "
                          "datetime='2022-01-27'>27 January 2022</time>",
            "2022-01-27");
}

static void the_date_nearest_to_the_title_counts(void **state)
{
    (void)state;
    page_assert_published("<p>Bern, 11.10.2021</p><h1>Knees</h1><p>Knees are "
                          "joints.</p><p>A</p><p>B</p><p>C</p><p>D</p><p>E</p><p>F</p>"
                          "<p>G</p><p>H</p><p>13.10.2021</p>",
            "2021-10-11");
    page_assert_published(
            "<p>11.10.2021</p><h1>Knees</h1><p>12.10.2021</p>", "2021-10-12");
}

static void dates_are_found_around_the_title(void **state)
{
    (void)state;
    const struct article *article = page_of_clinic(
            "<p>1 January 2019</p><h1>Knees</h1><p>Updated <b>May 9, 2022</b></p>"
            "<p>Published on May 3, 2021</p><p>In 2018, on May 1, 2018, a study of a "
            "long kind found that knees hurt.</p>");
    page_assert(article->facts.published, "2021-05-03");
    page_assert(article->facts.modified, "2022-05-09");
    page_assert_published(
            "<h1>Knees</h1><p>Jane Doe &middot; 3 May 2021 &middot; 5 min</p>"
            "<p>4 May 2021</p>",
            "2021-05-03");
    page_assert_published(
            "<html lang=en-GB><h1>Knees</h1><p>Posted 03/05/2021</p>", "2021-05-03");
    page_assert_published(
            "<h1>Knees</h1><div class=date><span>Apr</span> <span>04</span><span>2013"
            "</span></div>",
            "2013-04-04");
    page_assert_published("<h1>Knees</h1><p>C5/6 and L4/5</p>", "");
    page_assert_published("<h1>Knees</h1><p>Offer valid until 3 May 2021</p>", "");
    page_assert_published(
            "<h1>Knees</h1><p>A study of 3 May 2021 tells much of knees, hips "
            "and other joints.</p>",
            "");
}

static void dates_at_the_end_of_a_page_need_a_label(void **state)
{
    struct buffer html = { 0 };

    (void)state;
    buffer_append_string(&html, "<h1>Knees</h1>");
    for (int i = 0; i < 200; i++)
        buffer_append_string(&html, "<p>Knees are joints.</p>");
    buffer_append_string(&html, "<p>1 May 2020</p><p>Page last reviewed: 3 May 2021</p>"
                                "<p>Next review due: 3 May 2024</p>");
    buffer_append_byte(&html, '\0');
    const struct article *article = page_of_clinic(html.data);
    page_assert(article->facts.reviewed, "2021-05-03");
    page_assert(article->facts.published, "");
    buffer_free(&html);
}

static void an_address_may_hold_the_date(void **state)
{
    const char *html = "<h1>Knees</h1><time datetime='2022-01-01'>";

    (void)state;
    page_assert(
            page_metadata(html, "https://a.example/2021/05/03/knees")->facts.published,
            "2021-05-03");
    page_assert(page_metadata(html, "/crawl/2021-05-03/knees.html")->facts.published,
            "2022-01-01");
    page_assert_published(
            "<link rel=canonical href='https://a.example/2021-05-03-knees'>",
            "2021-05-03");
    page_assert(page_metadata("<h1>x</h1>", "https://a.example/item/1/2/2024")
                        ->facts.published,
            "");
}

static void strange_pages_state_nothing(void **state)
{
    (void)state;
    page_assert(page_of_clinic("")->title, "");
    page_assert(page_of_clinic("<meta><meta content=x><meta name=author><time><h1>")
                        ->facts.byline,
            "");
    page_assert(page_of_clinic("<meta name=description content='&amp;#xD800;&amp;#0;"
                               "&amp;nosuch;&amp;eacute;&amp;'>")
                        ->facts.description,
            "\xEF\xBF\xBD\xEF\xBF\xBD&nosuch;\xC3\xA9&");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_ld_speaks_of_the_article_in_graphs_and_lists),
        cmocka_unit_test(all_people_of_a_list_are_named),
        cmocka_unit_test(the_image_of_a_page_is_found_by_reference),
        cmocka_unit_test(json_ld_of_a_discussion_names_who_started_it),
        cmocka_unit_test(ratings_and_comments_do_not_speak_of_the_article),
        cmocka_unit_test(broken_json_is_mended),
        cmocka_unit_test(long_scripts_are_read_whole),
        cmocka_unit_test(microdata_and_rdfa_are_read),
        cmocka_unit_test(metas_of_many_vocabularies_are_read),
        cmocka_unit_test(who_is_trusted_more_is_believed),
        cmocka_unit_test(dates_of_something_else_are_not_of_the_article),
        cmocka_unit_test(the_day_that_readers_see_corrects_that_of_machines),
        cmocka_unit_test(the_date_nearest_to_the_title_counts),
        cmocka_unit_test(dates_are_found_around_the_title),
        cmocka_unit_test(dates_at_the_end_of_a_page_need_a_label),
        cmocka_unit_test(an_address_may_hold_the_date),
        cmocka_unit_test(strange_pages_state_nothing),
    };
    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
