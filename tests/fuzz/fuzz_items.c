/* Names and values, by turns, are the items of a page (microdata, meta elements, link
   elements): what is read of them is UTF-8, and dates are days. */
#include "core/html_escape.h"
#include "core/utf8.h"
#include "fuzz.h"
#include "indexer/article/article_read.h"

static const char PROSE[] = "<h1 itemprop=headline>Knee</h1><p>A knee that was rested "
                            "for weeks is stiff, and "
                            "it takes some days of walking, a little further on each "
                            "of them, until it bends "
                            "as it did before.</p></article>";

/* Writes <TAG ATTRIBUTE="name" ATTRIBUTE="value">. */
static void write_item(
        struct buffer *page, unsigned form, palpate_view name, palpate_view value)
{
    static const char *const FORMS[][3] = { { "<span itemprop=\"", "\" content=\"",
                                                    "\"></span>" },
        { "<span itemprop=\"", "\">", "</span>" },
        { "<time itemprop=\"", "\" datetime=\"", "\"></time>" },
        { "<div itemscope itemprop=\"", "\" itemtype=\"https://schema.org/", "\">" },
        { "<meta name=\"", "\" content=\"", "\">" },
        { "<meta property=\"", "\" content=\"", "\">" },
        { "<link rel=\"", "\" href=\"", "\">" }, { "<p class=\"", "\">", "</p>" } };
    const char *const *parts = FORMS[form % (sizeof FORMS / sizeof *FORMS)];

    buffer_append_string(page, parts[0]);
    html_escape(page, name);
    buffer_append_string(page, parts[1]);
    html_escape(page, value);
    buffer_append_string(page, parts[2]);
}

void fuzz_one(palpate_view bytes)
{
    static const struct page_origin ORIGIN = { .robots = { NULL, 0 } };
    struct arena arena = { 0 };
    struct buffer page = { 0 };
    struct article article;

    tree_library_init();
    buffer_append_string(
            &page, "<article itemscope itemtype=https://schema.org/Article>");
    while (bytes.size > 0) {
        unsigned form = fuzz_byte(&bytes);
        palpate_view name = fuzz_part(&bytes);
        write_item(&page, form, name, fuzz_part(&bytes));
    }
    buffer_append_string(&page, PROSE);
    REQUIRE(article_read(&article, &arena, buffer_view(&page), &ORIGIN, NULL) ==
            PALPATE_OK);
    REQUIRE(utf8_is_valid(article.title));
    REQUIRE(utf8_is_valid(article.facts.byline));
    REQUIRE(utf8_is_valid(article.facts.reviewer));
    REQUIRE(utf8_is_valid(article.canonical));
    REQUIRE(article.facts.published.size == 0 || article.facts.published.size >= 10);
    REQUIRE(article.facts.reviewed.size == 0 || article.facts.reviewed.size >= 10);
    arena_free(&arena);
    buffer_free(&page);
}
