#include "query/rank/article_score.h"

#include "core/fail.h"
#include "core/impact.h"
#include "query/rank/naming.h"
#include "query/rank/query_length.h"

/* More of them than articles that have candidates, so that few candidates are of an
   article whose weight is not known. */
enum { ARTICLES = 1000 };

/* Candidates among whose titles a long question looks for what it asks about.  With 5
   or 20 LiveQA loses .02 and .013 of nDCG@10 more; with 300 claims that are put as
   questions gain .003 less. */
enum { TITLES = 50 };

/* What the article is worth to a long question, in shares of what it is to a statement.
   At 1, LiveQA loses another .004 and claims put as questions gain .004. */
static const double QUESTION = 0.5;

static bool names_topic(const struct question *question,
        const struct candidate *candidates, size_t count)
{
    const struct naming names = { &question->terms, &question->expansions, 0 };

    for (size_t i = 0; i < count && i < TITLES; i++)
        if (naming_is_topic(&names, &candidates[i].record, &candidates[i].matches))
            return true;
    return false;
}

double article_scores_share(const struct question *question,
        const struct candidate *candidates, size_t count)
{
    double asked = query_length_long_question(&question->terms);

    if (asked <= 0 || names_topic(question, candidates, count))
        return query_length_statement(&question->terms);
    return QUESTION * asked;
}

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
        struct candidate *candidates, size_t count, const struct rank_query *query,
        double share)
{
    uint32_t found = scores->found.count;

    for (size_t i = 0; i < count && found > 0; i++) {
        uint32_t place = article_map_find(&scores->places, candidates[i].first);
        double weight = scores->found.hits[(place == 0 ? found : place) - 1].weight;
        rank_add(
                &candidates[i].score, query, RANK_ARTICLE, share * weight / MAX_IMPACT);
    }
}
