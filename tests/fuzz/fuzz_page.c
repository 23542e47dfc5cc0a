/* Any bytes are a page: read as an article, with passages that stand in it, and facts
   in the form that the index promises. */
#include "core/utf8.h"
#include "core/web_address.h"
#include "fuzz.h"
#include "indexer/article/article_read.h"

/* YYYY-MM-DD, and what follows starts with a T. */
static void require_day(palpate_view date)
{
    static const char FORM[] = "dddd-dd-dd";

    REQUIRE(date.size == 0 || date.size >= sizeof FORM - 1);
    for (size_t i = 0; i < sizeof FORM - 1 && i < date.size; i++)
        REQUIRE(FORM[i] == '-' ? date.data[i] == '-'
                               : date.data[i] >= '0' && date.data[i] <= '9');
    REQUIRE(date.size <= sizeof FORM - 1 || date.data[sizeof FORM - 1] == 'T');
}

static void require_facts(const struct article_facts *facts)
{
    REQUIRE(utf8_is_valid(facts->byline));
    REQUIRE(utf8_is_valid(facts->reviewer));
    REQUIRE(utf8_is_valid(facts->site));
    REQUIRE(utf8_is_valid(facts->description));
    REQUIRE(utf8_is_valid(facts->language));
    REQUIRE(facts->image.size == 0 || is_web_path(facts->image));
    require_day(facts->published);
    require_day(facts->modified);
    require_day(facts->reviewed);
}

void fuzz_one(palpate_view bytes)
{
    static const struct page_origin ORIGIN = { .robots = { NULL, 0 } };
    struct arena arena = { 0 };
    struct article article;
    palpate_error err;

    tree_library_init();
    if (article_read(&article, &arena, bytes, &ORIGIN, &err) == PALPATE_OK) {
        REQUIRE(utf8_is_valid(article.title));
        REQUIRE(utf8_is_valid(article.text));
        require_facts(&article.facts);
        for (uint32_t i = 0; i < article.passage_count; i++) {
            REQUIRE(article.passages[i].text.size > 0);
            REQUIRE(utf8_is_valid(article.passages[i].text));
            REQUIRE(article.passages[i].heading_count <= RECORD_HEADINGS);
        }
    } else {
        fuzz_require_sentence(err.message);
    }
    arena_free(&arena);
}
