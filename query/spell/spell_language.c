#include "query/spell/spell_language.h"

#include "core/term.h"

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
