/* Any bytes are a list of names, or refused with a sentence: its entries come in the
   order of their keys, and can be read back. */
#include "core/thesaurus.h"
#include "core/thesaurus_compile.h"
#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"

static palpate_status require_entry(
        void *user, palpate_view key, palpate_view value, palpate_error *err)
{
    struct buffer *before = user;
    struct arena arena = { 0 };
    struct thesaurus_name *names = NULL;
    uint32_t count = 0;

    REQUIRE(key.size > 0 && view_compare(buffer_view(before), key) < 0);
    buffer_clear(before);
    buffer_append(before, key);
    REQUIRE(thesaurus_decode(&names, &count, &arena, value, err) == PALPATE_OK);
    REQUIRE(count > 0);
    for (uint32_t i = 0; i < count; i++)
        REQUIRE(names[i].text.size > 0);
    arena_free(&arena);
    return PALPATE_OK;
}

void fuzz_one(palpate_view bytes)
{
    static struct analyzer *analyzer;
    const struct thesaurus_file file = { PALPATE_VIEW("names.tsv"), bytes };
    struct buffer before = { 0 };
    palpate_error err;

    if (analyzer == NULL)
        REQUIRE(analyzer_open(&analyzer, NULL) == PALPATE_OK);
    if (thesaurus_compile(&file, 1, analyzer, require_entry, &before, &err) !=
            PALPATE_OK)
        fuzz_require_sentence(err.message);
    buffer_free(&before);
}
