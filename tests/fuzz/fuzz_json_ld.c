/* Any bytes are the JSON-LD of a page: what is read of it is UTF-8, and its dates are
   dates. */
#include "core/utf8.h"
#include "fuzz.h"
#include "indexer/article/article_read.h"

static const char BEFORE[] = "<title>Knee</title><script type=application/ld+json>";
static const char AFTER[] = "</script><article><h1>Knee</h1><p>A knee that was rested "
                            "for weeks is stiff, and "
                            "it takes some days of walking, a little further on each "
                            "of them, until it bends "
                            "as it did before.</p></article>";

void fuzz_one(palpate_view bytes)
{
    static const struct page_origin ORIGIN = { .robots = { NULL, 0 } };
    struct arena arena = { 0 };
    struct buffer page = { 0 };
    struct article article;

    tree_library_init();
    buffer_append_string(&page, BEFORE);
    buffer_append(&page, bytes);
    buffer_append_string(&page, AFTER);
    REQUIRE(article_read(&article, &arena, buffer_view(&page), &ORIGIN, NULL) ==
            PALPATE_OK);
    REQUIRE(utf8_is_valid(article.facts.byline));
    REQUIRE(utf8_is_valid(article.facts.description));
    REQUIRE(utf8_is_valid(article.json_ld_body));
    for (uint32_t i = 0; i < article.declared_count; i++) {
        REQUIRE(utf8_is_valid(article.declared[i].question));
        REQUIRE(utf8_is_valid(article.declared[i].answer));
    }
    REQUIRE(article.facts.published.size == 0 || article.facts.published.size >= 10);
    REQUIRE(article.facts.modified.size == 0 || article.facts.modified.size >= 10);
    arena_free(&arena);
    buffer_free(&page);
}
