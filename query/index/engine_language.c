#include <xapian-c/xapian-c.h>

#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"
#include "query/index/query_builder.h"

enum { MAX_LANGUAGES = 64 /* that are told from English */ };

enum { LISTED = 512 /* codes of languages that are looked at */ };

/* Passages in each language of the table. */
struct shares {
    uint32_t passages[SPOKEN_LANGUAGES];
};

static void count_language(void *user, palpate_view term, uint32_t frequency)
{
    struct shares *shares = user;
    palpate_view code = view_slice(term, sizeof PREFIX_LANGUAGE - 1, term.size);
    const struct stemming *language = stemming_of(code);

    /* A passage in "de-at" has the term of "de", too. */
    if (language != NULL && view_find(code, PALPATE_VIEW("-")) == code.size)
        shares->passages[stemming_number(language)] += frequency;
}

/* What is in no language of the table is read as English. */
palpate_status engine_learn_languages(struct engine *engine, palpate_error *err)
{
    struct known_languages *known = analyzer_known(engine->analyzer);
    const struct stemming *language = NULL;
    struct shares shares = { { 0 } };
    uint64_t foreign = 0;
    uint32_t most = 0;
    palpate_status status = engine_each_completion(engine,
            PALPATE_VIEW(PREFIX_LANGUAGE), LISTED, count_language, &shares, err);

    known->count = 0;
    engine->language = NULL;
    for (size_t i = 0; (language = stemming_at(i)) != NULL; i++) {
        if (shares.passages[i] == 0)
            continue;
        known->items[known->count++] = language;
        if (shares.passages[i] > most)
            engine->language = language;
        most = engine->language == language ? shares.passages[i] : most;
        foreign += shares.passages[i];
    }
    if (foreign < engine->passages || known->count == 0) {
        known->items[known->count++] = NULL;
        engine->language = NULL;
    }
    (void)analyzer_speak(engine->analyzer, engine->language);
    return status;
}

const struct stemming *engine_language(const struct engine *engine)
{
    return engine->language;
}

palpate_status engine_word_frequency(uint32_t *frequency, struct engine *engine,
        palpate_view folded, palpate_error *err)
{
    struct analyzer *analyzer = engine->analyzer;
    const struct known_languages *known = analyzer_known(analyzer);
    const struct stemming *spoken = analyzer_language(analyzer);
    palpate_status status = PALPATE_OK;

    *frequency = 0;
    for (uint32_t i = 0; status == PALPATE_OK && i < known->count; i++) {
        uint32_t here = 0;
        double idf = 0;
        (void)analyzer_speak(analyzer, known->items[i]);
        status = engine_frequency(&here, &idf, engine, term_of(analyzer, folded), err);
        *frequency += here;
    }
    (void)analyzer_speak(analyzer, spoken);
    return status;
}

static bool is_english(xc_bytes term)
{
    static const palpate_view ENGLISH = PALPATE_VIEW_INIT(PREFIX_LANGUAGE "en");

    return view_starts_with((palpate_view){ term.data, term.size }, ENGLISH) &&
           (term.size == ENGLISH.size || term.data[ENGLISH.size] == '-');
}

/* Passages that say they are in another language; NULL where there are none. */
static const xc_query *query_of_others(struct engine *engine, xc_error *reason)
{
    struct query_builder any = { .pool = engine->pool };
    const palpate_view prefix = PALPATE_VIEW(PREFIX_LANGUAGE);
    xc_list *terms = NULL;

    if (xc_database_terms(&terms, engine->database,
                (xc_bytes){ prefix.data, prefix.size }, MAX_LANGUAGES, true,
                reason) != XC_OK)
        return NULL;
    for (size_t i = 0; i < terms->count; i++)
        if (!is_english(terms->items[i].text))
            query_builder_add_term(&any, (palpate_view){ terms->items[i].text.data,
                                                 terms->items[i].text.size });
    xc_list_free(terms);
    const xc_query *query = query_builder_combine(&any, XC_OR);
    return query_builder_report(reason, &any) ? NULL : query;
}

palpate_status engine_is_foreign(
        bool *is_foreign, struct engine *engine, palpate_view term, palpate_error *err)
{
    struct query_builder english = { .pool = engine->pool };
    xc_search search = {
        .limit = 1, .without_data = true, .weighting = XC_WEIGHT_BOOLEAN
    };
    xc_error reason = { XC_OK, "" };
    xc_hits *found = NULL;

    *is_foreign = false;
    xc_pool_clear(engine->pool);
    const xc_query *others = query_of_others(engine, &reason);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    if (others == NULL)
        return PALPATE_OK;
    query_builder_add_term(&english, term);
    query_builder_add(&english, others);
    search.query = query_builder_combine(&english, XC_AND_NOT);
    if (query_builder_report(&reason, &english) ||
            xc_database_search(&found, engine->database, &search, &reason) != XC_OK)
        return shim_failure(&reason, err);
    *is_foreign = found->count == 0;
    xc_hits_free(found);
    return PALPATE_OK;
}
