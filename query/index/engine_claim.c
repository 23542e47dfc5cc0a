#include <string.h>

#include "core/impact.h"
#include "core/schema.h"
#include "query/index/engine.h"
#include "query/language/claim.h"
#include "query/language/question_words.h"

enum {
    /* On a small site nearly every article has a word of its field somewhere, and the
       passages tell better how much it says. */
    PASSAGES = 2000,
    PREFIX_SIZE = sizeof PREFIX_ARTICLE_WORD - 1
};

/* Articles that have the term anywhere, or all that have words, for an empty one. */
static palpate_status count_articles(
        uint32_t *count, struct engine *engine, palpate_view term, palpate_error *err)
{
    char name[PREFIX_SIZE + WORD_SIZE] = PREFIX_ARTICLE_WORD;
    double unused = 0;

    *count = 0;
    if (term.size > WORD_SIZE)
        return PALPATE_OK;
    if (term.size > 0)
        memcpy(name + PREFIX_SIZE, term.data, term.size);
    return engine_frequency(count, &unused, engine,
            (palpate_view){ name, PREFIX_SIZE + term.size }, err);
}

static palpate_status weigh_by_articles(struct query_term *term, struct engine *engine,
        const struct wanted *wanted, uint32_t articles, double share,
        palpate_error *err)
{
    uint32_t count = 0;
    palpate_status status = count_articles(&count, engine, wanted->term, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < wanted->form_count; i++) {
        uint32_t others = 0;
        status = count_articles(&others, engine, wanted->forms[i], err);
        count += others;
    }

    /* What stands in doubtful passages alone is in no article. */
    if (status != PALPATE_OK || count == 0)
        return status;
    double idf = impact_idf(count, articles);
    if (term->is_asking)
        idf *= QUESTION_WORD_WORTH;
    term->idf = share * idf + (1 - share) * term->idf;
    return PALPATE_OK;
}

palpate_status engine_weigh_claim(struct engine *engine, struct query_terms *terms,
        double share, palpate_error *err)
{
    uint32_t articles = 0;
    palpate_status status = PALPATE_OK;

    if (engine_passages(engine) >= PASSAGES)
        status = count_articles(&articles, engine, PALPATE_VIEW(""), err);
    for (uint32_t i = 0; status == PALPATE_OK && i < terms->count; i++) {
        struct query_term *term = &terms->terms[i];
        const struct wanted *wanted = &terms->wanted[i];
        if (wanted->is_prefix || wanted->is_unfinished || term->is_stop)
            continue;
        if (articles > 0)
            status = weigh_by_articles(term, engine, wanted, articles, share, err);
        if (term->is_relating && !term->is_asking)
            term->idf *= 1 - share * (1 - RELATING_WORD_WORTH);
    }
    return status;
}
