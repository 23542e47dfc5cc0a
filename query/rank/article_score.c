#include "query/rank/article_score.h"

#include <math.h>
#include <stdlib.h>

#include "core/fail.h"
#include "query/rank/query_length.h"

/* The b of BM25 for the length of an article, and the passages that are as long as one
   in the sets of judgments is. */
static const double B = 0.8;
static const double PASSAGES = 2.2;

/* Sorts by article, and there as they came. */
static int by_article(const void *left, const void *right)
{
    const struct candidate *a = *(const struct candidate *const *)left;
    const struct candidate *b = *(const struct candidate *const *)right;

    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a > b) - (a < b);
}

/* The first of `all`, from `first` on, that is of another article. */
static size_t end_of_article(struct candidate **all, size_t first, size_t count)
{
    size_t end = first + 1;

    while (end < count && all[end]->first == all[first]->first)
        end++;
    return end;
}

/* What one article holds, so far as its candidates tell. */
struct article_score {
    const struct query_terms *terms;
    double *text;   /* of each term: BM25F's f in all texts, each by its own length */
    double *around; /* the most that title and headings add to it */
    uint32_t passages; /* at least */
};

static void start_article(struct article_score *whole)
{
    for (uint32_t i = 0; i < whole->terms->count; i++)
        whole->text[i] = whole->around[i] = 0;
    whole->passages = 0;
}

static uint32_t count_of(const struct matches *matches, uint32_t term)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < matches->count; i++)
        count += matches->items[i].wanted == term;
    return count;
}

static void take_candidate(
        struct article_score *whole, const struct candidate *candidate)
{
    const uint32_t *lengths = candidate->record.lengths.count;

    if (candidate->record.ordinal >= whole->passages)
        whole->passages = candidate->record.ordinal + 1;
    for (uint32_t i = 0; i < whole->terms->count; i++) {
        double f[FIELD_COUNT];
        for (int field = 0; field < FIELD_COUNT; field++)
            f[field] = impact_of_field((enum passage_field)field,
                    count_of(&candidate->matches.field[field], i), lengths[field]);
        if (!candidate->record.is_doubtful)
            whole->text[i] += f[FIELD_TEXT];
        whole->around[i] = fmax(whole->around[i], f[FIELD_TITLE] + f[FIELD_HEADING]);
    }
}

/* The sum of idf × impact, where the texts count as one. */
static double article_worth(const struct article_score *whole)
{
    double norm = 1 - B + B * whole->passages / PASSAGES;
    double sum = 0;

    for (uint32_t i = 0; i < whole->terms->count; i++)
        if (terms_counts(&whole->terms->terms[i]))
            sum += whole->terms->terms[i].idf *
                   impact_of_frequency(whole->text[i] / norm + whole->around[i]);
    return sum;
}

palpate_status article_score_add(struct candidate *candidates, size_t count,
        const struct rank_query *query, struct arena *arena, palpate_error *err)
{
    size_t terms = query->terms->count;
    struct candidate **all =
            arena_alloc(arena, (count + 1) * sizeof(struct candidate *));
    double *sums = arena_zeroed(arena, terms * 2 + 1, sizeof *sums);
    struct article_score whole = { query->terms, sums, sums + terms, 0 };
    size_t end = 0;

    if (all == NULL || sums == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for articles");
    for (size_t i = 0; i < count; i++)
        all[i] = &candidates[i];
    if (count > 1)
        qsort((void *)all, count, sizeof(struct candidate *), by_article);
    for (size_t first = 0; first < count; first = end) {
        end = end_of_article(all, first, count);
        start_article(&whole);
        for (size_t i = first; i < end; i++)
            take_candidate(&whole, all[i]);
        double earned = query_length_of_statement(query->terms) * article_worth(&whole);
        for (size_t i = first; i < end; i++)
            rank_add(&all[i]->score, query, RANK_ARTICLE, earned);
    }
    return PALPATE_OK;
}
