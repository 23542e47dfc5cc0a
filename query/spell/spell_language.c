#include "query/spell/spell_language.h"

#include <string.h>

#include "core/term.h"
#include "core/utf8.h"
#include "core/view.h"

palpate_status spell_language_is_other(
        bool *is_other, struct engine *engine, palpate_view term, palpate_error *err)
{
    const struct stemming *language = term_language(term);

    *is_other = language != analyzer_language(engine_analyzer(engine));
    return language != NULL || *is_other
                   ? PALPATE_OK
                   : engine_is_foreign(is_other, engine, term, err);
}

palpate_status spell_language_is_elsewhere(bool *is_elsewhere, struct engine *engine,
        palpate_view folded, palpate_error *err)
{
    struct analyzer *analyzer = engine_analyzer(engine);
    palpate_view term = term_of(analyzer, folded);
    uint32_t frequency = 0;
    uint32_t anywhere = 0;
    double idf = 0;
    palpate_status status = engine_frequency(&frequency, &idf, engine, term, err);

    *is_elsewhere = false;
    if (status == PALPATE_OK && frequency > 0)
        return analyzer_language(analyzer) == NULL
                       ? engine_is_foreign(is_elsewhere, engine, term, err)
                       : PALPATE_OK;
    if (status == PALPATE_OK)
        status = engine_word_frequency(&anywhere, engine, folded, err);
    *is_elsewhere = anywhere > 0;
    return status;
}

size_t spell_language_write(
        char out[WORD_SIZE], palpate_view folded, palpate_view typed)
{
    char bytes[UTF8_MAX_SIZE];
    char again[WORD_SIZE];
    size_t size = 0;
    size_t written = 0;
    bool is_same =
            view_equals((palpate_view){ again, word_fold(typed, again) }, folded);

    for (size_t place = 0; is_same && place < typed.size; place += size) {
        size_t wide = utf8_encode(utf8_lower(utf8_decode(typed, place, &size)), bytes);
        is_same = written + wide <= WORD_SIZE;
        if (is_same)
            memcpy(out + written, bytes, wide);
        written += wide;
    }
    if (is_same)
        return written;
    memcpy(out, folded.data, folded.size);
    return folded.size;
}
