#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fixture_page.h"

static void assert_title(const char *html, const char *expected)
{
    page_assert(
            page_metadata(html, "https://www.kneeclinic.example/a")->title, expected);
}

static void the_heading_that_others_are_told_is_the_title(void **state)
{
    (void)state;
    assert_title("<title>Knee pain | Some Clinic</title><h1>Knee  <b>pain</b></h1>",
            "Knee pain");
    assert_title("<title>KNEE PAIN - Some Clinic</title><h1>Some Clinic</h1>"
                 "<h1>Knee pain</h1><h1>Follow us</h1>",
            "Knee pain");
    assert_title("<script type='application/ld+json'>{\"@type\":\"Article\","
                 "\"headline\":\"The doctor&#39;s view\"}</script><title>x</title>"
                 "<h1>Blog</h1><h1>The doctor\xE2\x80\x99s view</h1>",
            "The doctor\xE2\x80\x99s view");
}

static void the_name_of_the_site_is_no_title(void **state)
{
    (void)state;
    assert_title("<meta property='og:site_name' content='Some Clinic'>"
                 "<title>Knee pain - Causes - Some Clinic</title><h1>Some Clinic</h1>",
            "Knee pain - Causes");
    assert_title("<title>Knee pain \xE2\x80\x94 Knee Clinic</title>"
                 "<h1>KneeClinic</h1>",
            "Knee pain");
    assert_title("<title>Which brace is best? / Braces / Knee Forums</title><h1>Knee "
                 "Forums</h1>",
            "Which brace is best?");
    assert_title("<title>Stiff knee - A clinic</title><h1>Menu</h1>", "Stiff knee");
    assert_title("<title>Flaxseed - a remedy</title><h1>Flaxseed - a remedy</h1>",
            "Flaxseed - a remedy");
    assert_title("<title>Knee pain | Health A to Z | Elsewhere</title>", "Knee pain");
    assert_title("<meta property='og:title' content='Knee pain'>"
                 "<title>Clinic of Some Town: knees</title>",
            "Knee pain");
}

static void a_heading_that_says_it_in_other_words_is_the_title(void **state)
{
    (void)state;
    assert_title("<meta property='og:type' content='article'>"
                 "<title>7 exercises that ease knee pain</title>"
                 "<h1>How to ease knee pain at home</h1>",
            "How to ease knee pain at home");
    assert_title("<title>Knee pain: causes and treatment</title>"
                 "<h1>Welcome to our blog</h1>",
            "Knee pain: causes and treatment");
}

static void labels_and_links_in_a_heading_are_left_out(void **state)
{
    (void)state;
    assert_title("<title>Which brace is best for running? | Forum</title>"
                 "<h1>Thread: Which brace is best for running?</h1>",
            "Which brace is best for running?");
    assert_title("<title>Knee pain</title><h1><style>.a{color:red}</style>Knee pain"
                 "<a href='#knee'>\xC2\xB6</a></h1>",
            "Knee pain");
}

static void a_heading_that_ends_the_title_of_the_page_is_of_the_site(void **state)
{
    (void)state;
    assert_title("<title>Exercises for a stiff neck - The Harbour Practice</title>"
                 "<h1>The Harbour Practice</h1><h2>Exercises for a stiff neck</h2>",
            "Exercises for a stiff neck");
    assert_title("<title>Exercises for a stiff neck - The Harbour Practice</title>"
                 "<h1>The Harbour Practice</h1>",
            "Exercises for a stiff neck");
}

static void a_heading_that_links_to_the_front_page_is_of_the_site(void **state)
{
    static const char *const HEADS[] = {
        "<h2><a href='/'>Harbour Physiotherapy</a></h2>",
        "<h2><a href='https://www.kneeclinic.example/'>Harbour Physiotherapy</a></h2>",
        "<a href='https://www.kneeclinic.example'><h2>Harbour Physiotherapy</h2></a>"
    };

    (void)state;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        char html[600];
        (void)snprintf(html, sizeof html,
                "<title>Harbour Physiotherapy: Knee pain (KP) explained</title>"
                "<meta name='DC.title' content='Knee pain (KP) explained'>%s"
                "<h1 class=title>Knee pain (KP) explained</h1>",
                HEADS[i]);
        assert_title(html, "Knee pain (KP) explained");
    }
}

static void words_of_the_address_tell_headings_apart(void **state)
{
    (void)state;
    page_assert(page_metadata("<title>Harbour</title><h1>Our team is here for you</h1>"
                              "<h1>Exercises for a stiff neck</h1>",
                        "https://clinic.example/exercises-stiff-neck.html?from=mail")
                        ->title,
            "Exercises for a stiff neck");
}

static void what_a_page_is_about_may_be_its_title(void **state)
{
    (void)state;
    assert_title("<script type='application/ld+json'>{\"@type\":\"Course\","
                 "\"name\":\"Neck school\"}</script><h2>Dates and prices</h2>"
                 "<h2>Neck school</h2>",
            "Neck school");
}

static void both_halves_of_a_title_may_say_something(void **state)
{
    (void)state;
    assert_title(
            "<title>Jaw Pain and Headaches Together &mdash; Traced to the Neck and "
            "Settled Over Three Months | Hillside Case Reports</title><h1>Jaw Pain and "
            "Headaches Together &mdash; Traced to the Neck and Settled Over Three "
            "Months</h1>",
            "Jaw Pain and Headaches Together — Traced to the Neck and Settled Over "
            "Three "
            "Months");
    assert_title(
            "<meta property='og:title' content='Ten Years of Tennis Elbow and a Stiff "
            "Neck &ndash; Both Gone by Spring'><title>Ten Years of Tennis Elbow and a "
            "Stiff Neck &ndash; Both Gone by Spring | Case Reports</title><h1>Ten "
            "Years "
            "of Tennis Elbow and a Stiff Neck &ndash; Both Gone by Spring</h1>",
            "Ten Years of Tennis Elbow and a Stiff Neck – Both Gone by Spring");
}

static void a_placeholder_is_no_title(void **state)
{
    static const char *const NAMES[] = { "Untitled Document", "Untitled", "New Page 1",
        "Untitled-1", "Unbenanntes Dokument", "Sans titre", "無題ドキュメント",
        "My WordPress Blog" };
    struct buffer html = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        buffer_clear(&html);
        buffer_append_format(&html,
                "<title>%s</title><h1></h1><h2>Looking after a sore "
                "elbow</h2><p>Pain</p><h2>Exercises</h2>",
                NAMES[i]);
        buffer_append_byte(&html, '\0');
        assert_title(html.data, "Looking after a sore elbow");
    }
    buffer_free(&html);
}

static void a_title_may_follow_the_name_of_the_site(void **state)
{
    (void)state;
    assert_title(
            "<meta property='og:title' content='Knees in winter and how to keep them "
            "warm'><title>Health Office - News - Knees in winter and how to keep them "
            "warm</title><h1>Health Office</h1><h1>Knees in winter and how to keep "
            "them warm</h1>",
            "Knees in winter and how to keep them warm");
}

static void a_title_is_cut_off_where_no_spaces_are(void **state)
{
    (void)state;
    assert_title("<title>膝の痛みを和らげる運動：健康新聞</"
                 "title><h1>膝の痛みを和らげる運動</h1>",
            "膝の痛みを和らげる運動");
    assert_title("<title>膝关节疼痛的锻炼方法_健康_晚报</"
                 "title><h1>膝关节疼痛的锻炼方法</h1>",
            "膝关节疼痛的锻炼方法");
}

static void a_kicker_is_no_part_of_the_title(void **state)
{
    (void)state;
    assert_title("<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                 "\"headline\":\"Why knees hurt in winter\"}</script>"
                 "<meta property='og:title' content='Why knees hurt in winter'>"
                 "<title>Why knees hurt in winter | Daily</title>"
                 "<h1><span>Open Progress</span> <span>Why knees hurt in "
                 "winter</span></h1>",
            "Why knees hurt in winter");
}

static void a_page_without_a_title_has_none(void **state)
{
    (void)state;
    assert_title("<p>Knees.</p>", "");
    assert_title("<h1></h1><h1>Knee pain</h1>", "Knee pain");
    assert_title(
            "<title></title><meta property='og:title' content=' Knee &amp;amp; hip '>",
            "Knee & hip");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_heading_that_others_are_told_is_the_title),
        cmocka_unit_test(the_name_of_the_site_is_no_title),
        cmocka_unit_test(a_heading_that_says_it_in_other_words_is_the_title),
        cmocka_unit_test(labels_and_links_in_a_heading_are_left_out),
        cmocka_unit_test(a_heading_that_ends_the_title_of_the_page_is_of_the_site),
        cmocka_unit_test(a_heading_that_links_to_the_front_page_is_of_the_site),
        cmocka_unit_test(words_of_the_address_tell_headings_apart),
        cmocka_unit_test(what_a_page_is_about_may_be_its_title),
        cmocka_unit_test(both_halves_of_a_title_may_say_something),
        cmocka_unit_test(a_placeholder_is_no_title),
        cmocka_unit_test(a_title_may_follow_the_name_of_the_site),
        cmocka_unit_test(a_title_is_cut_off_where_no_spaces_are),
        cmocka_unit_test(a_kicker_is_no_part_of_the_title),
        cmocka_unit_test(a_page_without_a_title_has_none),
    };
    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
