/* Any bytes are an entry of the thesaurus, or refused: its names lie inside them. */
#include "core/thesaurus.h"
#include "fuzz.h"

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct thesaurus_name *names = NULL;
    uint32_t count = 0;
    palpate_error err;

    if (thesaurus_decode(&names, &count, &arena, bytes, &err) != PALPATE_OK)
        fuzz_require_sentence(err.message);
    for (uint32_t i = 0; i < count; i++) {
        fuzz_require_inside(names[i].text, bytes);
        fuzz_require_inside(names[i].source, bytes);
        REQUIRE(thesaurus_relation_word(names[i].relation).size > 0);
    }
    arena_free(&arena);
}
