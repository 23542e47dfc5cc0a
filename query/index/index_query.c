#include "query/index/index_query.h"

#include <stdio.h>

#include "core/impact.h"
#include "core/schema.h"
#include "core/view.h"
#include "query/index/engine.h"
#include "query/index/filters.h"
#include "query/index/form_query.h"
#include "query/index/prefix_query.h"
#include "query/index/query_builder.h"

enum {
    SUMMED_LEAST = 3,               /* wishes: two are paired as fast */
    MAX_SUMMED = 2 * MAX_SUBQUERIES /* words of them; what is left is paired */
};

/* The words that an unfinished one may become; NULL where there are none. */
static const xc_query *query_of_unfinished(const struct index_query *stage,
        const struct query_word *word, xc_error *reason)
{
    struct query_builder any = { .pool = stage->pool };

    for (uint32_t i = 0; i < word->completion_count; i++)
        query_builder_add_term(&any, word->completions[i]);
    const xc_query *query = query_builder_combine(&any, XC_OR);
    return query_builder_report(reason, &any) ? NULL : query;
}

/* Adds a word of a leaf, all of whose words have to be there.  One that is in no index
   is left out. */
static void add_word(struct query_builder *all, const struct index_query *stage,
        const struct query_word *word, xc_error *reason)
{
    const struct wanted *wanted = &stage->terms->wanted[word->wanted];
    const xc_query *query = NULL;

    if (word->is_unfinished) {
        query_builder_add(all, query_of_unfinished(stage, word, reason));
    } else if (wanted->form_count > 0) {
        query = form_query_make(
                stage->pool, stage->terms, word->wanted, stage->passages, reason);
        query_builder_add(all, query);
    } else if (!stage->terms->terms[word->wanted].is_stop) {
        query_builder_add_term(all, wanted->term);
    }
}

/* The words of a leaf: all of them, without those that are not indexed.  `*is_open`
   says that there was none: the leaf demands nothing that the index could tell. */
static const xc_query *query_of_leaf(const struct index_query *stage,
        const struct query_node *leaf, bool *is_open, xc_error *reason)
{
    struct query_builder all = { .pool = stage->pool };

    *is_open = false;
    if (leaf->kind == QUERY_PREFIX) {
        const struct query_word *word = &leaf->words[0];
        return word->is_unfinished
                       ? query_of_unfinished(stage, word, reason)
                       : prefix_query_make(stage->pool, stage->database, stage->known,
                                 &stage->terms->wanted[word->wanted], reason);
    }
    for (uint32_t i = 0; i < leaf->word_count; i++)
        add_word(&all, stage, &leaf->words[i], reason);
    *is_open = all.count == 0;
    const xc_query *query = query_builder_combine(&all, XC_AND);
    if (leaf->expansion != NULL && query != NULL && !query_builder_failed(&all))
        (void)xc_query_scale(
                &query, stage->pool, query, leaf->expansion->weight / 2, &all.reason);
    return query_builder_report(reason, &all) ? NULL : query;
}

/* Whether the index alone can tell that a passage has the node, so that it may be left
   out there and then. */
static bool is_exact(const struct query_node *node)
{
    return node->kind == QUERY_WORD && node->field == QUERY_ANYWHERE;
}

/* A list, its demands and its wishes.  Clauses by role. */
struct clauses {
    struct query_builder must;
    struct query_builder should;
    struct query_builder must_not;
    xc_addend summed[MAX_SUMMED]; /* words that are wished for */
    size_t summed_count;
    bool has_open_wish; /* a wish that the index cannot tell */
};

static const xc_query *query_of_list(const struct index_query *stage,
        const struct query_node *list, bool *is_open, xc_error *reason);

static bool ends_unfinished(const struct query_node *leaf)
{
    return leaf->word_count > 0 && leaf->words[leaf->word_count - 1].is_unfinished;
}

/* How many indexed words a wish demands; 0 for what is no leaf of words. */
static uint32_t count_words(
        const struct index_query *stage, const struct query_node *wish)
{
    uint32_t count = 0;

    if (wish->kind == QUERY_LIST || wish->kind == QUERY_PREFIX ||
            wish->role != QUERY_SHOULD || ends_unfinished(wish))
        return 0;
    for (uint32_t i = 0; i < wish->word_count; i++)
        count += !stage->terms->terms[wish->words[i].wanted].is_stop;
    return count;
}

/* Takes what an unfinished word may become, each as much worth as the others: which is
   meant is not known, and the rarest is the least likely.  False for other wishes. */
static bool add_completions(struct clauses *clauses, const struct index_query *stage,
        const struct query_node *wish)
{
    const struct query_word *word = wish->words;

    if (wish->kind != QUERY_PREFIX || wish->role != QUERY_SHOULD ||
            !word->is_unfinished ||
            clauses->summed_count + word->completion_count > MAX_SUMMED)
        return false;
    double idf =
            impact_idf(stage->terms->terms[word->wanted].frequency, stage->passages);
    for (uint32_t i = 0; i < word->completion_count; i++) {
        xc_bytes term = { word->completions[i].data, word->completions[i].size };
        clauses->summed[clauses->summed_count++] = (xc_addend){ term, idf, false };
    }
    return true;
}

/* Takes a wish for words, to be summed up with others; false for other wishes. */
static bool add_summed(struct clauses *clauses, const struct index_query *stage,
        const struct query_node *wish)
{
    double factor = wish->expansion == NULL ? 1 : wish->expansion->weight / 2;
    uint32_t count = stage->sums ? count_words(stage, wish) : 0;
    uint32_t forms = count > 0 ? form_query_count(stage->terms, wish) : 0;

    if (count == 0 || clauses->summed_count + count + forms > MAX_SUMMED ||
            (count > 1 && forms > 0))
        return false;
    for (uint32_t i = 0; i < wish->word_count; i++) {
        uint32_t number = wish->words[i].wanted;
        const struct query_term *term = &stage->terms->terms[number];
        palpate_view name = stage->terms->wanted[number].term;
        if (term->is_stop)
            continue;
        count--;
        double weight = factor * impact_idf(term->frequency, stage->passages);
        clauses->summed[clauses->summed_count++] =
                (xc_addend){ { name.data, name.size }, weight, count > 0 };
        form_query_add(clauses->summed, &clauses->summed_count,
                &stage->terms->wanted[number], weight);
    }
    return true;
}

static void add_clause(struct clauses *clauses, const struct index_query *stage,
        const struct query_node *child, xc_error *reason)
{
    bool is_open = false;

    if (child->role == QUERY_MUST_NOT && !is_exact(child))
        return;
    if (stage->sums && (add_summed(clauses, stage, child) ||
                               add_completions(clauses, stage, child)))
        return;
    const xc_query *query = child->kind == QUERY_LIST
                                    ? query_of_list(stage, child, &is_open, reason)
                                    : query_of_leaf(stage, child, &is_open, reason);
    if (is_open) {
        clauses->has_open_wish |=
                child->role == QUERY_SHOULD && child->kind != QUERY_WORD;
        return;
    }
    if (child->role == QUERY_MUST_NOT) {
        query_builder_add(&clauses->must_not, query);
        return;
    }
    if (query == NULL && child->role == QUERY_MUST)
        return;
    query_builder_add(
            child->role == QUERY_MUST ? &clauses->must : &clauses->should, query);
}

/* Puts the clauses of a list together upon `base`, which is NULL but for a query of
   nothing but bans and filters. */
static const xc_query *join_clauses(
        struct clauses *clauses, const xc_query *base, bool *is_open, xc_error *reason)
{
    struct query_builder whole = { .pool = clauses->must.pool };
    const xc_query *wishes = query_builder_combine(&clauses->should, XC_OR);
    const xc_query *query = query_builder_combine(&clauses->must, XC_AND);

    *is_open = query == NULL && (wishes == NULL || clauses->has_open_wish);
    if (query == NULL) {
        query = *is_open ? base : wishes;
    } else if (wishes != NULL) {
        query_builder_add(&whole, query);
        query_builder_add(&whole, wishes);
        query = query_builder_combine(&whole, XC_AND_MAYBE);
    }
    if (query != NULL && clauses->must_not.count > 0) {
        whole.count = 0;
        query_builder_add(&whole, query);
        query_builder_add(&whole, query_builder_combine(&clauses->must_not, XC_OR));
        query = query_builder_combine(&whole, XC_AND_NOT);
    }
    (void)(query_builder_report(reason, &clauses->must) ||
            query_builder_report(reason, &clauses->should) ||
            query_builder_report(reason, &clauses->must_not) ||
            query_builder_report(reason, &whole));
    return query;
}

static const xc_query *query_on(const struct index_query *stage,
        const struct query_node *list, const xc_query *base, bool *is_open,
        xc_error *reason)
{
    struct clauses clauses = { .must = { .pool = stage->pool },
        .should = { .pool = stage->pool },
        .must_not = { .pool = stage->pool } };

    for (uint32_t i = 0; reason->status == XC_OK && i < list->child_count; i++)
        if (!filters_is(list->children[i]))
            add_clause(&clauses, stage, list->children[i], reason);
    const xc_query *sum = NULL;
    if (reason->status == XC_OK)
        (void)xc_query_sum(&sum, stage->pool, clauses.summed, clauses.summed_count,
                MAX_IMPACT, reason);
    query_builder_add(&clauses.should, sum);
    return reason->status == XC_OK ? join_clauses(&clauses, base, is_open, reason)
                                   : NULL;
}

static const xc_query *query_of_list(const struct index_query *stage,
        const struct query_node *list, bool *is_open, xc_error *reason)
{
    struct index_query inside = *stage;

    inside.sums = false;
    return query_on(&inside, list, NULL, is_open, reason);
}

static bool wants_words(const struct query_node *node)
{
    if (node->role == QUERY_MUST_NOT || filters_is(node))
        return false;
    for (uint32_t i = 0; i < node->child_count; i++)
        if (wants_words(node->children[i]))
            return true;
    return node->kind != QUERY_LIST;
}

/* Whether to sum words up is faster than to pair them.  Not where something must be
   there: such passages are few, and words are looked up in those. */
static bool pays_to_sum(const struct index_query *stage, const struct filters *filters,
        const struct query_node *root)
{
    uint32_t count = 0;

    if (filters->wanted_count > 0)
        return false;
    for (uint32_t i = 0; i < root->child_count; i++) {
        if (root->children[i]->role == QUERY_MUST)
            return false;
        count += count_words(stage, root->children[i]) > 0;
        if (root->children[i]->kind == QUERY_PREFIX)
            count += root->children[i]->words[0].completion_count;
    }
    return count >= SUMMED_LEAST;
}

palpate_status index_query_make(const xc_query **out, const struct index_query *stage,
        const struct query_node *root, palpate_error *err)
{
    struct filters filters = { .pool = stage->pool };
    xc_error reason = { XC_OK, "" };
    const xc_query *base = NULL;
    bool is_open = false;

    *out = NULL;
    filters_collect(&filters, root, false);
    if (root->child_count > 0 && !wants_words(root))
        (void)xc_query_all(&base, stage->pool, &reason);
    struct index_query outside = *stage;
    outside.sums = stage->sums && pays_to_sum(stage, &filters, root);
    const xc_query *query = query_on(&outside, root, base, &is_open, &reason);
    if (reason.status == XC_OK && query != NULL)
        query = filters_apply(&filters, query, &reason);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    *out = query;
    return PALPATE_OK;
}

palpate_status index_query_kind(const xc_query **out, xc_pool *pool,
        const uint64_t *articles, uint32_t count, enum passage_kind kind,
        palpate_error *err)
{
    struct query_builder any = { .pool = pool };
    struct query_builder all = { .pool = pool };
    char term[64];
    xc_error reason = { XC_OK, "" };

    for (uint32_t i = 0; i < count; i++)
        query_builder_add_term(&any, schema_article_term(term, articles[i]));
    palpate_view word = kind_word(kind);
    int size =
            snprintf(term, sizeof term, PREFIX_KIND "%.*s", (int)word.size, word.data);
    query_builder_add_term(&all, (palpate_view){ term, (size_t)size });
    query_builder_add(&all, query_builder_combine(&any, XC_OR));
    *out = query_builder_combine(&all, XC_AND);
    if (query_builder_report(&reason, &any) || query_builder_report(&reason, &all))
        return shim_failure(&reason, err);
    return PALPATE_OK;
}
