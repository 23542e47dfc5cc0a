/* What readers see of who wrote a page and when, where that is written in other ways
   than beside the title. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_page.h"

/* A page whose lines beside the title are too many for the text after them to be among
   those. */
static void assert_byline_after_text(const char *html, const char *name)
{
    struct buffer page = { 0 };

    buffer_append_string(&page, "<h1>Stiff knees</h1>");
    for (int i = 0; i < 80; i++)
        buffer_append_string(&page, "<p>Walk a little each day and rest well.</p>");
    buffer_append_string(&page, html);
    buffer_append_string(&page, "<p>Walk a little each day and rest well.</p>");
    buffer_append_byte(&page, '\0');
    page_assert_byline(page.data, name);
    buffer_free(&page);
}

static void a_heading_names_the_author_in_the_line_below_it(void **state)
{
    (void)state;
    assert_byline_after_text("<h4>Autor</h4><p><a>Jane Doe</a>, </p>", "Jane Doe");
    assert_byline_after_text("<b>Von:</b><br><br>Jane Doe", "Jane Doe");
    assert_byline_after_text("<dt>Written by</dt><dd>Jane Doe | Bern</dd>", "Jane Doe");
    assert_byline_after_text("<p>Auteur</p><p>Jane Doe</p>", "Jane Doe");
    assert_byline_after_text(
            "<h4>責任編集</h4><h4>作者</h4><p>田中宏昌</p>", "田中宏昌");
    assert_byline_after_text("<p>Foto:</p><p>Jane Doe</p>", "");
    assert_byline_after_text("<p>by</p><p>Jane Doe</p>", "");
    assert_byline_after_text("<h4>Author</h4><p>Knees</p>", "");
    assert_byline_after_text("<h4>Authors of this guide</h4><p>Jane Doe</p>", "");
}

static void a_role_in_small_letters_is_no_author(void **state)
{
    (void)state;
    page_assert_byline(
            "<h1>Knie</h1><p>Autorin: Jane Doe, Leiterin der HSS in Bern.</p>",
            "Jane Doe");
    page_assert_byline(
            "<h1>Knees</h1><p>By Jane Doe, Head of the Clinic</p>", "Jane Doe");
    page_assert_byline("<h1>Knees</h1><p>By Jane Doe, MD</p>", "Jane Doe, MD");
    page_assert_byline("<h1>Knees</h1><p>By Jane Doe, Vincent van Gogh</p>",
            "Jane Doe, Vincent van Gogh");
}

static void a_name_right_after_a_date_may_be_one_word(void **state)
{
    (void)state;
    page_assert_byline(
            "<h1>Knie</h1><p><span>06.11.2023 13:30 von Olga</span></p>", "Olga");
    page_assert_byline("<h1>Knie</h1><p>Das Knie</p><p>von Olga gesehen</p>", "");
}

static void names_in_elements_of_one_shape_are_a_list(void **state)
{
    (void)state;
    page_assert_byline(
            "<h1>Knees</h1><div><span class=n>Jane Doe</span> <span class=n>John "
            "Smith</span> <span class=n>Ann Lee</span></div><time>3 May 2024</time>",
            "Jane Doe, John Smith, Ann Lee");
    page_assert_byline("<h1>Knees</h1><h6>Author(s)</h6><ul><li><a>Jane Doe</a></li>"
                       "<li><a>John Smith</a></li></ul>",
            "Jane Doe, John Smith");
    page_assert_byline("<h1>Knees</h1><div><span class=n>Jane Doe</span> <span "
                       "class=r>Bern Clinic</span></div><p>Text</p>",
            "");
    page_assert_byline("<h1>Knees</h1><p>By <span class=n>Jane Doe</span> <span "
                       "class=r>Senior Writer</span></p>",
            "Jane Doe");
}

static void an_account_signs_where_an_element_says_so(void **state)
{
    (void)state;
    page_assert_byline("<h1>Knees</h1><a rel=author href=/a/7>kneewalker</a>"
                       "<h2>More</h2><span class=author>Jane Doe</span>",
            "kneewalker");
    page_assert_byline("<h1>Knees</h1><a rel=author href=/a/7>more</a>", "");
    page_assert_byline("<h1>Knees</h1><a rel=author href=/a/7>wordpressadmin</a>", "");
}

static void a_person_who_is_shown_twice_goes_before_an_account(void **state)
{
    static const char DATA[] =
            "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":"
            "\"jdoe77\"}</script><h1>Knees</h1><p>By <a class=author>Ann "
            "Lee</a></p>";

    (void)state;
    page_assert_byline(DATA, "Ann Lee");
    page_assert_byline("<meta name=author content='kneenews - Ann Lee'><h1>Knees</h1>"
                       "<p>By <a class=author>Ann Lee</a></p>",
            "Ann Lee");
    page_assert_byline("<meta name=author content='Jane Doe'><h1>Knees</h1>"
                       "<p>By <a class=author>Ann Lee</a></p>",
            "Jane Doe");
}

static void signs_of_a_newsroom_are_no_part_of_names(void **state)
{
    (void)state;
    page_assert_byline("<meta name=author content='Jane Doe (jd), John Smith "
                       "(jsm)'><h1>Knees</h1>",
            "Jane Doe, John Smith");
    page_assert_byline("<meta name=author content='Jane Doe (Bern)'><h1>Knees</h1>",
            "Jane Doe (Bern)");
    page_assert_byline(
            "<meta name=author content='Jane Doe ('><h1>Knees</h1>", "Jane Doe (");
}

static void degrees_in_small_letters_are_a_part_of_names(void **state)
{
    (void)state;
    page_assert_byline("<h1>Knie</h1><h3>Autor</h3><p>Prof. Dr. med. Thomas "
                       "Brenner<br>Chefarzt der Orthopädie</p><p>Stand: 14.02.2024</p>",
            "Prof. Dr. med. Thomas Brenner");
    page_assert_byline(
            "<h1>Knie</h1><p>Von Dr. rer. nat. Ann Lee</p>", "Dr. rer. nat. Ann Lee");
    page_assert_byline("<h1>Kolano</h1><p>Autor: Dr n. med. Jan Nowak</p>",
            "Dr n. med. Jan Nowak");
    page_assert_byline("<h1>Knie</h1><p>Von John v. Berg</p>", "John v. Berg");
    page_assert_byline("<h1>Knees</h1><p>By walking. More below</p>", "");
}

static void several_names_may_have_signs_and_semicolons(void **state)
{
    (void)state;
    page_assert_byline("<h1>Knie</h1><p>Von Jane Doe (dpa) und John Smith</p>",
            "Jane Doe und John Smith");
    page_assert_byline("<h1>Knie</h1><p>Von Jane Doe (Bern)</p>", "Jane Doe");
    page_assert_byline("<h1>Knees</h1><p>Contributors: <a>Jane Doe</a>; <a>John "
                       "Smith</a></p>",
            "Jane Doe, John Smith");
}

static void clinics_of_many_countries_say_who_wrote_and_who_reviewed(void **state)
{
    static const struct {
        const char *html;
        const char *byline;
        const char *reviewer;
    } PAGES[] = {
        { "<dl><dt>Skribent:</dt><dd>Jane Doe</dd><dt>Granskare:</dt><dd>Ann "
          "Lee</dd></dl>",
                "Jane Doe", "Ann Lee" },
        { "<p>Autor: Jane Doe</p><p>Konsultacja: Ann Lee</p>", "Jane Doe", "Ann Lee" },
        { "<p>Di Jane Doe</p><p>Revisione scientifica: Ann Lee</p>", "Jane Doe",
                "Ann Lee" },
        { "<p>Por: Jane Doe</p><p>Revisão médica: Ann Lee</p>", "Jane Doe", "Ann Lee" },
        { "<p>Door Jane Doe</p><p>Medisch beoordeeld door Ann Lee</p>", "Jane Doe",
                "Ann Lee" },
        { "<p>Von Jane Doe</p><p>Medizinische Prüfung: Ann Lee</p>", "Jane Doe",
                "Ann Lee" },
        { "<p>Tekst af Jane Doe</p><p>Kvalitetssikret av Ann Lee</p>", "Jane Doe",
                "Ann Lee" },
        { "<p>Rédigé par Jane Doe</p><p>Relecture médicale : Ann Lee</p>", "Jane Doe",
                "Ann Lee" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++) {
        struct buffer html = { 0 };
        buffer_append_string(&html, "<h1>Knees</h1>");
        buffer_append_string(&html, PAGES[i].html);
        buffer_append_byte(&html, '\0');
        const struct article *article = page_of_clinic(html.data);
        page_assert(article->facts.byline, PAGES[i].byline);
        page_assert(article->facts.reviewer, PAGES[i].reviewer);
        buffer_free(&html);
    }
}

static void a_person_after_the_line_of_the_site_is_the_author(void **state)
{
    (void)state;
    page_assert_byline("<meta property=og:site_name content='The Knee Press'><h1>Knees"
                       "</h1><p>By The Knee Press</p><p>Written by: Jane Doe</p>",
            "Jane Doe");
    page_assert_byline("<meta property=og:site_name content='The Knee Press'><h1>Knees"
                       "</h1><p>By The Knee Press</p>",
            "The Knee Press");
}

static void a_message_to_the_press_starts_with_its_date(void **state)
{
#define REST                                                                           \
    "Two of three people walk again without pain a year after their new knee, as the " \
    "clinic has found out in a study of all that were treated there.</p>"

    (void)state;
    page_assert_published(
            "<h1>Knees</h1><p>Bern, 3 May 2024 \u2013 " REST, "2024-05-03");
    page_assert_published("<h1>Knees</h1><p>27.1.2022 - " REST, "2022-01-27");
    page_assert_published("<h1>Knees</h1><p>(Bern, May 3, 2024) " REST, "2024-05-03");
    page_assert_published("<h1>Knie</h1><p>Bern, den 3. Mai 2024. " REST, "2024-05-03");
    page_assert_published(
            "<h1>Knees</h1><p>BERN, May 3, 2024 /KNEEWIRE/ -- " REST, "2024-05-03");
    page_assert_published("<h1>Knees</h1><p>3 May 2024 was a good day. " REST, "");
    page_assert_published(
            "<meta property=article:published_time content=2024-05-01><h1>"
            "Knees</h1><p>Bern, 3 May 2024 \u2013 " REST,
            "2024-05-01");
#undef REST
}

static void the_date_of_an_update_right_after_the_other_is_another(void **state)
{
    const struct article *article = NULL;

    (void)state;
    article = page_of_clinic(
            "<p><span hidden>Posted</span><time class='published'>10 May "
            "2024</time><time class=updated>12 June 2024</time></p>"
            "<h1>Knees</h1>");
    page_assert(article->facts.published, "2024-05-10");
    page_assert(article->facts.modified, "2024-06-12");
    page_assert_published(
            "<h1>Knees</h1><time class=updated>10 May 2024</time>", "2024-05-10");
}

static void a_date_of_json_ld_alone_gives_way_to_the_one_that_is_shown(void **state)
{
#define DATA                                                                     \
    "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":" \
    "\"2025-06-05T10:00:00Z\"}</script>"

    (void)state;
    page_assert_published(
            DATA "<h1>Knees</h1><p>Jane Doe, 25 August 2024</p>", "2024-08-25");
    page_assert_published(DATA
            "<meta property=article:published_time content=2025-06-05>"
            "<h1>Knees</h1><p>25 August 2024</p>",
            "2025-06-05T10:00:00Z");
    page_assert_published(
            DATA "<h1>Knees</h1><p>Updated 25 August 2025</p>", "2025-06-05T10:00:00Z");
    page_assert_published(
            DATA "<h1>Knees</h1><p>06.05.2025</p>", "2025-06-05T10:00:00Z");
#undef DATA
}

static void a_verb_after_a_date_says_which_it_is(void **state)
{
    (void)state;
    page_assert_published(
            "<h1>膝</h1><p>2024年6月1日</p><p>2024年5月1日 公開</p>", "2024-05-01");
    page_assert_published(
            "<h1>Diz</h1><p>1.6.2024</p><p>1 Mayıs 2024 tarihinde yayınlandı</p>",
            "2024-05-01");
    page_assert(page_of_clinic(
                        "<h1>膝</h1><p>2024年5月1日 公開</p><p>2024年6月1日 監修</p>")
                        ->facts.reviewed,
            "2024-06-01");
    page_assert_published("<h1>膝</h1><p>2024年5月1日更新</p>", "2024-05-01");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_names_the_author_in_the_line_below_it),
        cmocka_unit_test(a_role_in_small_letters_is_no_author),
        cmocka_unit_test(a_name_right_after_a_date_may_be_one_word),
        cmocka_unit_test(names_in_elements_of_one_shape_are_a_list),
        cmocka_unit_test(an_account_signs_where_an_element_says_so),
        cmocka_unit_test(a_person_who_is_shown_twice_goes_before_an_account),
        cmocka_unit_test(signs_of_a_newsroom_are_no_part_of_names),
        cmocka_unit_test(degrees_in_small_letters_are_a_part_of_names),
        cmocka_unit_test(several_names_may_have_signs_and_semicolons),
        cmocka_unit_test(clinics_of_many_countries_say_who_wrote_and_who_reviewed),
        cmocka_unit_test(a_person_after_the_line_of_the_site_is_the_author),
        cmocka_unit_test(a_message_to_the_press_starts_with_its_date),
        cmocka_unit_test(the_date_of_an_update_right_after_the_other_is_another),
        cmocka_unit_test(a_date_of_json_ld_alone_gives_way_to_the_one_that_is_shown),
        cmocka_unit_test(a_verb_after_a_date_says_which_it_is),
    };

    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
