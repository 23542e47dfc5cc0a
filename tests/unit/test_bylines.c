#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_page.h"

static void bylines_are_found_around_the_title(void **state)
{
    (void)state;
    page_assert_byline(
            "<h1>Knees</h1><p>By <a href=/j>Jane Doe</a> | 5 min read</p>", "Jane Doe");
    page_assert_byline(
            "<h1>Knees</h1><p>Written by Jane Doe on 3 May 2021</p>", "Jane Doe");
    page_assert_byline("<h1>Knees</h1><p>By <a>Jane Doe</a> and <a>John Smith</a></p>",
            "Jane Doe and John Smith");
    page_assert_byline(
            "<h1>Knees</h1><span>Jane Doe</span><span>May 3, 2021</span>", "Jane Doe");
    page_assert_byline(
            "<h1>Knees</h1><p>By following these steps, you help your knee.</p>", "");
    page_assert_byline("<div class=post-author-name>Jane Doe</div>", "Jane Doe");
    page_assert_byline(
            "<div class=author>Ann Class</div><a href=/author/fay>Fay Link</a>",
            "Fay Link");
    page_assert_byline(
            "<title>Two Knees</title><h1>Knees</h1><p>3 May 2021</p><p>Two Knees</p>",
            "");
    page_assert_byline("<div class=comment-author>Jane Doe</div>", "");
    page_assert_byline(
            "<h1>Knees</h1><a class=username href=/u>knee_walker</a>", "knee_walker");
}

static void reviewers_are_no_authors(void **state)
{
    (void)state;
    const struct article *article = page_of_clinic(
            "<h1>Knees</h1><p>Medically reviewed by <a>Jane Doe, MD</a> &mdash; "
            "By <a>John Smith</a></p><p>Last reviewed: 3 May 2021</p>");
    page_assert(article->facts.reviewer, "Jane Doe, MD");
    page_assert(article->facts.byline, "John Smith");
    page_assert(article->facts.reviewed, "2021-05-03");
}

static void several_authors_are_all_named(void **state)
{
    (void)state;
    page_assert_byline(
            "<h1>Knees</h1><p class=authors><a rel=author>Priya Nair</a> and "
            "<a rel=author>Tom Adeyemi</a></p>",
            "Priya Nair, Tom Adeyemi");
    page_assert_byline("<h1>Knees</h1><p>By <a>Priya Nair</a>, <a>Tom Adeyemi</a> and "
                       "<a>Ann Lee</a></p>",
            "Priya Nair, Tom Adeyemi and Ann Lee");
    page_assert_byline("<h1>Knees</h1><p>Von Priya Nair und <a>Tom Adeyemi</a></p>",
            "Priya Nair und Tom Adeyemi");
    page_assert_byline("<h1>Knees</h1><p>By Priya Nair, Tom Adeyemi, Ann Lee and Bo "
                       "Dahl</p>",
            "Priya Nair, Tom Adeyemi, Ann Lee and Bo Dahl");
    page_assert_byline("<h1>Knees</h1><div class=byline><span class=author>Priya "
                       "Nair</span>, <span class=author>Tom Adeyemi</span></div>",
            "Priya Nair, Tom Adeyemi");
    /* … without the paper or agency that they write for. */
    page_assert_byline(
            "<h1>Knees</h1><p>Von Priya Nair, Tom Adeyemi und Ann Lee, NDR</p>",
            "Priya Nair, Tom Adeyemi und Ann Lee");
    page_assert_byline(
            "<h1>Knees</h1><p>By Priya Nair and Tom Adeyemi, Knee Magazine</p>",
            "Priya Nair and Tom Adeyemi");
    page_assert_byline("<h1>Knees</h1><p>By Priya Nair, MD</p>", "Priya Nair, MD");
    /* Who is named again elsewhere is not a second author. */
    page_assert_byline(
            "<h1>Knees</h1><a rel=author>Priya Nair</a><p>Knees are joints.</p>"
            "<p>Read on.</p><a rel=author>Tom Adeyemi</a>",
            "Priya Nair");
}

static void a_line_may_say_who_reviewed_who_wrote_and_when(void **state)
{
    static const char *const LINES[] = {
        "<p>Medically reviewed by Hans Vogel, MD &mdash; By Priya Nair &mdash; Updated "
        "on March 9, 2024</p>",
        "<p>Written by Priya Nair. Medically reviewed by Hans Vogel, MD. Last updated "
        "9 "
        "March 2024.</p>",
        "<p>Medically reviewed by <a>Hans Vogel, MD</a> | By <a>Priya Nair</a> | "
        "<b>Last updated:</b> March 9, 2024</p>",
        "<div><span>By Priya Nair</span> &bull; <span>Reviewed by Hans Vogel, "
        "MD</span> "
        "&bull; <span>Updated 2024-03-09</span></div>",
        "<p>By Priya Nair &middot; Medically reviewed by Hans Vogel, MD &middot; "
        "Updated March 9, 2024</p>",
    };
    struct buffer html = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        buffer_clear(&html);
        buffer_append_string(&html, "<h1>Knees</h1>");
        buffer_append_string(&html, LINES[i]);
        buffer_append_byte(&html, '\0');
        const struct article *article = page_of_clinic(html.data);
        page_assert(article->facts.byline, "Priya Nair");
        page_assert(article->facts.reviewer, "Hans Vogel, MD");
        page_assert(article->facts.modified, "2024-03-09");
    }
    buffer_free(&html);
    page_assert(page_of_clinic(
                        "<h1>Knees</h1><p>Last medically reviewed on March 9, 2024</p>")
                        ->facts.reviewed,
            "2024-03-09");
}

static void names_with_character_references_are_whole(void **state)
{
    (void)state;
    page_assert_byline(
            "<h1>Knees</h1><p>By Andr&eacute; Roux</p>", "Andr\xC3\xA9 Roux");
    page_assert_byline(
            "<h1>Knees</h1><a rel=author>Andr&#233; Roux</a>", "Andr\xC3\xA9 Roux");
    page_assert_byline("<h1>Knees</h1><div class=author>Andr&#xE9; O&#39;Roux</div>",
            "Andr\xC3\xA9 O'Roux");
    page_assert_published(
            "<h1>Knees</h1><p>3&nbsp;M&auml;rz&nbsp;2021</p>", "2021-03-03");
}

static void authors_are_named_in_many_languages(void **state)
{
    static const char *const LINES[][2] = {
        { "Ein Artikel von Anna Weiß", "Anna Weiß" },
        { "Text: Anna Weiß", "Anna Weiß" },
        { "06.11.2023 13:30 von Olga Weiß", "Olga Weiß" },
        { "Publié par Léa Roux", "Léa Roux" },
        { "Escrito por Ana Ruiz", "Ana Ruiz" },
        { "Scritto da Ada Neri", "Ada Neri" },
        { "Publicado por Rui Sá", "Rui Sá" },
        { "Geschreven door Jan Smit", "Jan Smit" },
        { "Skriven av Åsa Berg", "Åsa Berg" },
        { "Автор: Анна Белова", "Анна Белова" },
        { "Autor: Jan Nowak", "Jan Nowak" },
        { "Szerző: Kis Anna", "Kis Anna" },
        { "Yazan: Ayşe Kaya", "Ayşe Kaya" },
        { "Tác giả: Lê Phương", "Lê Phương" },
        { "Penulis: Naufal Zuhdi", "Naufal Zuhdi" },
        { "作者：胡晓蓉", "胡晓蓉" },
        { "来源：晚报　　　编辑：苏亮", "苏亮" },
        { "光明日报记者 王建宏 张文攀", "王建宏 张文攀" },
        { "責任編輯：魏喆", "魏喆" },
        { "著者：後藤大地", "後藤大地" },
        { "文：小暮ひさのり", "小暮ひさのり" },
        { "2021年5月3日　作者：胡晓蓉　来源：晚报", "胡晓蓉" },
    };
    struct buffer html = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        buffer_clear(&html);
        buffer_append_format(&html, "<h1>Knees</h1><p>%s</p>", LINES[i][0]);
        buffer_append_byte(&html, '\0');
        page_assert_byline(html.data, LINES[i][1]);
    }
    buffer_free(&html);
    page_assert_byline(
            "<h1>膝</h1><p>膝关节是人体最大的关节。（记者 胡晓蓉）</p>", "胡晓蓉");
    page_assert_byline("<h1>膝</h1><p>编辑：苏亮</p><p>作者：胡晓蓉</p>", "胡晓蓉");
}

static void what_stands_after_a_name_is_no_part_of_it(void **state)
{
    (void)state;
    page_assert_byline("<h1>Knees</h1><p>By Jane Doe, head of the clinic for knees</p>",
            "Jane Doe");
    page_assert_byline(
            "<h1>Knees</h1><p>Text von Jane Doe &nbsp;&nbsp;Illustration von Ann "
            "Roe</p>",
            "Jane Doe");
    page_assert_byline("<h1>Knees</h1><p>By Jane Doe with Ann Roe</p>", "Jane Doe");
    page_assert_byline(
            "<h1>Knees</h1><p>By Jane Doe, Ann Roe</p>", "Jane Doe, Ann Roe");
    page_assert_byline("<h1>Knees</h1><dl><dt>Author<span>:</span></dt><dd>Jane "
                       "Doe</dd></dl>",
            "Jane Doe");
    page_assert_byline("<h1>Knees</h1><p>Autor <span>Jane Doe:</span></p>", "Jane Doe");
}

static void ids_and_words_of_other_languages_name_authors(void **state)
{
    (void)state;
    page_assert_byline(
            "<h1>Knees</h1><div id=author_header>Jane Doe</div>", "Jane Doe");
    page_assert_byline("<h1>Knees</h1><div class=autor>Jane Doe</div>", "Jane Doe");
    page_assert_byline(
            "<h1>Knees</h1><a href=/autor/jane-doe>Jane Doe</a>", "Jane Doe");
    page_assert_byline("<h1>Knees</h1><a href=/auteurs/jane>Jane Doe</a>", "Jane Doe");
    page_assert_byline(
            "<h1>Knees</h1><p>This post was written by Jane Doe</p>", "Jane Doe");
    page_assert_byline("<h1>Knees</h1><div id=autor>Über den Autor</div>", "");
}

#define PROSE                                                                          \
    "<p>A stiff knee is common after a long rest, and most people find that it eases " \
    "with a few slow bends in the morning, which cost nothing and take little time, "  \
    "so that they can be done every day.</p><p>Heat before the first walk helps many " \
    "people, since warm tissue is easier to stretch than cold tissue.</p>"

static void the_label_of_a_date_is_no_author_in_any_language(void **state)
{
    (void)state;
    page_assert_byline("<h1>Knees</h1><p>Ngày đăng: 15 tháng 3 năm 2022</p>", "");
    page_assert_byline("<h1>Knees</h1><p><b>Tarikh Terbitan:</b> 15/03/2022</p>", "");
    page_assert_byline("<h1>Knees</h1><p>Jane Doe, 15/03/2022</p>", "Jane Doe");
}

static void a_name_as_the_last_paragraph_signs_the_article(void **state)
{
    (void)state;
    page_assert_byline("<h1>Knees</h1><div>" PROSE
                       "<p><b><i>Jane Doe</i></b></p></div>",
            "Jane Doe");
    page_assert_byline("<h1>Knees</h1><div>" PROSE
                       "<p>Jane Doe and Ann Roe</p> <br></div>",
            "Jane Doe and Ann Roe");
    /* A heading, the name of somebody else, a caption of a list. */
    page_assert_byline("<h1>Knees</h1><div>" PROSE "<p><b>Jane Doe</b></p><p>She runs "
                       "again.</p></div>",
            "");
    page_assert_byline("<h1>Knees</h1><p>By Ann Roe</p><div>" PROSE
                       "<p>Jane Doe</p></div>",
            "Ann Roe");
    page_assert_byline(
            "<h1>Knees</h1><div><p>It helped me a lot.</p><p>Jane Doe</p></div>", "");
    page_assert_byline(
            "<h1>Knees</h1><blockquote>" PROSE "<p>Jane Doe</p></blockquote>", "");
    page_assert_byline("<h1>Knees</h1><div>" PROSE "<p>Read more</p></div>", "");
}

static void an_author_is_a_person_before_the_site(void **state)
{
    (void)state;
    page_assert_byline(
            "<meta name=author content='knees.example'><h1>Knees</h1><p>By Jane "
            "Doe</p>",
            "Jane Doe");
    page_assert_byline("<meta name=author content='Knee Clinic GmbH'><h1>Knees</h1><a "
                       "rel=author>Jane Doe</a>",
            "Jane Doe");
    page_assert_byline("<meta name=author content='janedoe'><h1>Knees</h1><p>By Jane "
                       "Doe</p>",
            "Jane Doe");
    page_assert_byline(
            "<meta name=author content='jose_muller'><h1>Knees</h1><p>By José "
            "Müller</p>",
            "José Müller");
    page_assert_byline(
            "<title>Knees | The Furrow</title><meta name=author content='The "
            "Furrow'><h1>Knees</h1><a rel=author>Jane Doe</a>",
            "Jane Doe");
    page_assert_byline("<title>Knees | Jane Doe</title><meta name=author content='Jane "
                       "Doe'><h1>Knees</h1>",
            "Jane Doe");
    page_assert_byline("<meta name=author content='Von Jane Doe'>", "Jane Doe");
    page_assert_byline("<meta name=author content='Jane Doe @janedoe'>", "Jane Doe");
    page_assert_byline("<h1>Knees</h1><p>Photo by Jane Doe</p>", "");
    page_assert_byline("<h1>Knees</h1><a class=author>More posts</a>", "");
    page_assert_byline("<meta name=author value='Jane Doe'>", "Jane Doe");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bylines_are_found_around_the_title),
        cmocka_unit_test(reviewers_are_no_authors),
        cmocka_unit_test(several_authors_are_all_named),
        cmocka_unit_test(a_line_may_say_who_reviewed_who_wrote_and_when),
        cmocka_unit_test(names_with_character_references_are_whole),
        cmocka_unit_test(authors_are_named_in_many_languages),
        cmocka_unit_test(what_stands_after_a_name_is_no_part_of_it),
        cmocka_unit_test(ids_and_words_of_other_languages_name_authors),
        cmocka_unit_test(the_label_of_a_date_is_no_author_in_any_language),
        cmocka_unit_test(a_name_as_the_last_paragraph_signs_the_article),
        cmocka_unit_test(an_author_is_a_person_before_the_site),
    };
    return cmocka_run_group_tests(tests, page_set_up, page_tear_down);
}
