#include "core/schema.h"
#include "query/index/engine.h"

palpate_status engine_settle_capitals(
        struct engine *engine, struct query_node *node, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < node->word_count; i++) {
        char term[CAPITALS_TERM_SIZE];
        uint32_t frequency = 0;
        double idf = 0;
        if (!node->words[i].is_capitals)
            continue;
        status = engine_frequency(&frequency, &idf, engine,
                schema_capitals_term(term, node->words[i].folded), err);
        node->words[i].is_capitals = frequency > 0;
    }
    for (uint32_t i = 0; status == PALPATE_OK && i < node->child_count; i++)
        status = engine_settle_capitals(engine, node->children[i], err);
    return status;
}
