#include "core/ascii.h"
#include "core/fail.h"
#include "core/shim_status.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"

void engine_forget_terms(struct engine *engine)
{
    for (size_t i = 0; i < sizeof engine->words / sizeof *engine->words; i++)
        vocabulary_free(&engine->words[i]);
    engine->frequencies = (struct frequency_cache){ 0 };
}

static bool keep_terms(struct vocabulary *words, const xc_list *terms)
{
    size_t size = 0;

    for (size_t i = 0; i < terms->count; i++)
        size += terms->items[i].text.size;
    if (!vocabulary_open(words, (uint32_t)terms->count, size))
        return false;
    for (size_t i = 0; i < terms->count; i++) {
        const xc_item *item = &terms->items[i];
        vocabulary_add(words, (palpate_view){ item->text.data, item->text.size },
                item->documents);
    }
    return true;
}

palpate_status engine_words(const struct vocabulary **out, struct engine *engine,
        unsigned char first, palpate_error *err)
{
    struct vocabulary *words = &engine->words[first];
    const char prefix = (char)first;
    xc_list *terms = NULL;
    xc_error reason;

    *out = words;
    if (words->bytes != NULL || ascii_is_upper(first))
        return PALPATE_OK; /* capitals are prefixes of what are no words */
    if (xc_database_vocabulary(
                &terms, engine->database, (xc_bytes){ &prefix, 1 }, &reason) != XC_OK)
        return shim_failure(&reason, err);
    bool is_kept = keep_terms(words, terms);
    xc_list_free(terms);
    return is_kept ? PALPATE_OK
                   : fail(err, PALPATE_NO_MEMORY,
                             "out of memory for the words of the index");
}
