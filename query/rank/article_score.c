#include "query/rank/article_score.h"

#include "core/fail.h"
#include "core/impact.h"
#include "query/rank/query_length.h"

/* More of them than articles that have candidates, so that few candidates are of an
   article whose weight is not known. */
enum { ARTICLES = 1000 };

palpate_status article_scores_find(struct article_scores *out, struct engine *engine,
        const struct question *question, struct arena *arena, palpate_error *err)
{
    struct engine_request request = {
        .tree = &question->tree, .terms = &question->terms, .limit = ARTICLES
    };

    *out = (struct article_scores){ .places = { .arena = arena } };
    palpate_status status = engine_find_articles(&out->found, engine, &request, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < out->found.count; i++)
        if (!article_map_set(&out->places, out->found.hits[i].document, i + 1))
            status = fail(err, PALPATE_NO_MEMORY, "out of memory for articles");
    return status;
}

void article_scores_free(struct article_scores *scores)
{
    engine_result_free(&scores->found);
}

void article_scores_add(const struct article_scores *scores,
        struct candidate *candidates, size_t count, const struct rank_query *query)
{
    double share = query_length_statement(query->terms);
    uint32_t found = scores->found.count;

    for (size_t i = 0; i < count && found > 0; i++) {
        uint32_t place = article_map_find(&scores->places, candidates[i].first);
        double weight = scores->found.hits[(place == 0 ? found : place) - 1].weight;
        rank_add(
                &candidates[i].score, query, RANK_ARTICLE, share * weight / MAX_IMPACT);
    }
}
