/* Any bytes are a page: read as an article, with passages that stand in it. */
#include <stdint.h>
#include <stdlib.h>

#include "core/utf8.h"
#include "indexer/article/article_read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct page_origin ORIGIN = { .robots = { NULL, 0 } };
    struct arena arena = { 0 };
    struct article article;
    palpate_error err;

    tree_library_init();
    palpate_status status = article_read(&article, &arena,
            (palpate_view){ (const char *)data, size }, &ORIGIN, &err);
    if (status == PALPATE_OK) {
        if (!utf8_is_valid(article.title) || !utf8_is_valid(article.text))
            abort();
        for (uint32_t i = 0; i < article.passage_count; i++)
            if (article.passages[i].text.size == 0 ||
                    !utf8_is_valid(article.passages[i].text))
                abort();
    }
    arena_free(&arena);
    return 0;
}
