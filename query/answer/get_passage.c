#include "query/answer/get_passage.h"

#include "core/fail.h"
#include "core/kind.h"
#include "core/record.h"
#include "core/schema.h"
#include "query/answer/hits.h"
#include "query/rank/steer.h"

enum { ARTICLE_PASSAGES = 20000 };

/* The records of an article on their way past. */
struct lookup {
    struct arena *arena;
    uint32_t ordinal;
    palpate_view head;    /* the record with the article's header */
    palpate_view passage; /* the one that is looked for */
    palpate_status status;
    palpate_error *err;
};

static bool visit_record(void *user, palpate_view data)
{
    struct lookup *lookup = user;
    struct passage_record record;

    if (lookup->status != PALPATE_OK)
        return true;
    lookup->status = record_decode(&record, NULL, data, lookup->err);
    if (lookup->status == PALPATE_OK && record.ordinal == 0)
        lookup->head = arena_copy(lookup->arena, data);
    if (lookup->status == PALPATE_OK && record.ordinal == lookup->ordinal)
        lookup->passage = arena_copy(lookup->arena, data);
    return true;
}

static palpate_status fill_answer(palpate_answer *answer, const struct lookup *lookup,
        const struct curation *curation, uint64_t article, palpate_error *err)
{
    struct passage_record passage;
    struct passage_record first;
    struct article_record head;
    palpate_hit *hit = arena_zeroed(lookup->arena, 1, sizeof *hit);

    if (hit == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a passage");
    palpate_status status = record_decode(&first, &head, lookup->head, err);
    if (status == PALPATE_OK && steer_hides_url(curation, head.url))
        return PALPATE_OK;
    if (status == PALPATE_OK)
        status = record_decode(&passage, NULL, lookup->passage, err);
    if (status == PALPATE_OK)
        status = hit_copy(hit, lookup->arena, &passage, &head, err);
    if (status != PALPATE_OK)
        return status;
    hit->article = article;
    hit->snippet = hit->text;
    answer->hits = hit;
    answer->hit_count = 1;
    answer->total = 1;
    return PALPATE_OK;
}

palpate_status get_passage(palpate_answer *answer, struct engine *engine,
        uint64_t article, uint32_t ordinal, palpate_error *err)
{
    char term[ARTICLE_TERM_SIZE];
    const struct curation *curation = NULL;
    struct lookup lookup = { .arena = answer_arena(answer),
        .ordinal = ordinal,
        .status = PALPATE_OK,
        .err = err };

    palpate_status status =
            engine_each_record(engine, schema_article_term(term, article),
                    ARTICLE_PASSAGES, visit_record, &lookup, err);
    if (status == PALPATE_OK)
        status = lookup.status;
    answer->is_partial = engine_was_cut(engine);
    answer->total_is_exact = !answer->is_partial;
    if (status != PALPATE_OK || lookup.head.data == NULL || lookup.passage.data == NULL)
        return status;
    status = engine_curation(&curation, engine, err);
    return status == PALPATE_OK ? fill_answer(answer, &lookup, curation, article, err)
                                : status;
}
