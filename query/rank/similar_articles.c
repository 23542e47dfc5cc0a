#include "query/rank/similar_articles.h"

#include <stdlib.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/view.h"
#include "query/rank/order.h"
#include "query/rank/search_by_terms.h"

enum {
    SAMPLES = 24,      /* passages of the article that are looked at, from its start */
    TERMS = 50,        /* as for passages that are related to the best hits */
    PASSAGES_EACH = 8, /* looked at for each hit that is wanted */
    PASSAGES_LEAST = 600,
    COUNTED = 5 /* passages by which an article is judged, its best */
};

/* The passages of the article on their way past. */
struct article {
    struct arena *arena;
    struct passage_record records[SAMPLES];
    const struct stemming *language; /* NULL for English */
    uint32_t count;
    palpate_status status;
    palpate_error *err;
};

static bool visit_record(void *user, palpate_view data)
{
    struct article *article = user;
    palpate_view copy = arena_copy(article->arena, data);
    struct passage_record *record = &article->records[article->count];
    struct article_record header = { 0 };

    if (article->status != PALPATE_OK)
        return true;
    if (copy.data == NULL) {
        article->status =
                fail(article->err, PALPATE_NO_MEMORY, "out of memory for an article");
        return true;
    }
    article->status = record_decode(record, &header, copy, article->err);
    if (article->status == PALPATE_OK && record->ordinal == 0)
        article->language = stemming_of(header.facts.language);
    /* What readers wrote says little of what the article is about. */
    if (record->kind != KIND_COMMENT)
        article->count++;
    return true;
}

static palpate_status read_passages(
        struct article *article, struct engine *engine, uint64_t key)
{
    char term[ARTICLE_TERM_SIZE];
    palpate_status status = engine_each_record(engine, schema_article_term(term, key),
            SAMPLES, visit_record, article, article->err);

    return status == PALPATE_OK ? article->status : status;
}

/* Reads the article at `url`, written as people write addresses: with a fragment, or
   with one slash too many or too few at the end. */
static palpate_status read_article(
        struct article *article, uint64_t *key, struct engine *engine, palpate_view url)
{
    struct buffer other = { 0 };
    palpate_view plain = view_slice(url, 0, view_find(url, PALPATE_VIEW("#")));

    *key = hash_of(plain);
    palpate_status status = read_passages(article, engine, *key);
    if (status != PALPATE_OK || article->count > 0 || plain.data == NULL ||
            plain.size == 0)
        return status;
    bool has_slash = plain.data[plain.size - 1] == '/';
    buffer_append(&other, view_slice(plain, 0, plain.size - has_slash));
    if (!has_slash)
        buffer_append_byte(&other, '/');
    *key = hash_of(buffer_view(&other));
    status = other.failed ? fail(article->err, PALPATE_NO_MEMORY,
                                    "out of memory for an address")
                          : read_passages(article, engine, *key);
    buffer_free(&other);
    return status;
}

static palpate_status find_terms(struct significant_terms *terms, struct engine *engine,
        const struct article *article, palpate_error *err)
{
    struct sample samples[SAMPLES];

    for (uint32_t i = 0; i < article->count; i++)
        samples[i] =
                (struct sample){ &article->records[i], 1, article->language, true };
    return feedback_terms_find(
            terms, engine, article->arena, samples, article->count, TERMS, err);
}

static int by_article(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->score.total < b->score.total   ? 1
           : a->score.total > b->score.total ? -1
                                             : 0;
}

/* Many an article has a passage that mentions the matter: one that is about it has
   several.  So each scores as the mean of its article's best ones, missing ones being
   worth nothing, and its own share only decides between passages of one article. */
static void judge_articles(struct candidates *candidates)
{
    struct candidate *all = candidates->items;
    size_t next = 0;

    if (candidates->count > 1)
        qsort(all, candidates->count, sizeof *all, by_article);
    for (size_t first = 0; first < candidates->count; first = next) {
        double sum = 0;
        for (next = first;
                next < candidates->count && all[next].first == all[first].first; next++)
            if (next < first + COUNTED)
                sum += all[next].score.total;
        for (size_t i = first; i < next; i++) {
            double own = all[i].score.total;
            all[i].score.total = all[i].score.part[RANK_RELATED] =
                    sum / COUNTED + own / 1000;
        }
    }
}

palpate_status similar_articles_find(struct candidates *candidates,
        struct engine *engine, const struct question *question, palpate_error *err)
{
    struct article article = { .arena = candidates->arena, .err = err };
    struct significant_terms terms = { 0 };
    uint64_t key = 0;
    struct article_keys keys = { &key, 1 };
    struct terms_request request = { .terms = &terms,
        .keys = &keys,
        .limit =
                (question->options->offset + question->options->limit) * PASSAGES_EACH +
                PASSAGES_LEAST,
        .best = 1 };
    palpate_status status =
            read_article(&article, &key, engine, question->options->like);

    candidates->is_exhausted = true;
    candidates->lacks_article = article.count == 0;
    if (article.count > 0)
        candidates->like_title = article.records[0].title;
    if (status == PALPATE_OK && article.count > 0)
        status = find_terms(&terms, engine, &article, err);
    if (status == PALPATE_OK && terms.count > 0)
        status = search_by_terms(
                candidates, engine, question, &request, &candidates->is_exhausted, err);
    if (question->options->group == PALPATE_GROUP_ARTICLE)
        judge_articles(candidates);
    order_candidates(candidates->items, candidates->count, question->options->sort);
    return status;
}
