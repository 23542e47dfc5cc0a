/* Whatever is typed is completed with texts that the index has: UTF-8, each once, no
   more than were asked for. */
#include <palpate/suggest.h>

#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"
#include "fuzz_index.h"

void fuzz_one(palpate_view bytes)
{
    const palpate_suggest_options options = { .limit = 1 + fuzz_byte(&bytes) % 10 };
    palpate_suggestions *found = NULL;

    REQUIRE(palpate_suggest(&found, fuzz_searcher(), bytes, &options, NULL) ==
            PALPATE_OK);
    REQUIRE(found->count <= options.limit);
    for (size_t i = 0; i < found->count; i++) {
        REQUIRE(found->items[i].text.size > 0 && utf8_is_valid(found->items[i].text));
        REQUIRE(found->items[i].count > 0);
        for (size_t k = 0; k < i; k++)
            REQUIRE(!view_equals(found->items[i].text, found->items[k].text) ||
                    !view_equals(found->items[i].kind, found->items[k].kind));
    }
    palpate_suggestions_free(found);
}
