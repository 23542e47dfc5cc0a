#include "query/facets.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/host.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/answer.h"
#include "query/facet_values.h"
#include "query/people.h"

/* An article among what was found. */
struct seen {
    uint32_t article; /* its first passage */
    uint32_t kinds;   /* bits of the kinds that its passages have; 0: a free place */
    palpate_view values[FACET_COUNT];
};

struct tally {
    struct finder *finder;
    struct arena *arena; /* of the answer: values stay */
    struct seen *seen;   /* open addressing */
    uint32_t mask;
    struct facet_values facets[FACET_COUNT];
};

static struct seen *place_of(const struct tally *tally, uint32_t article)
{
    uint32_t slot = article & tally->mask;

    while (tally->seen[slot].kinds != 0 && tally->seen[slot].article != article)
        slot = (slot + 1) & tally->mask;
    return &tally->seen[slot];
}

/* Keeps a value: the record that it stands in may go before all are counted. */
static bool keep(palpate_view *kept, const struct tally *tally, palpate_view value)
{
    *kept = arena_copy(tally->finder->arena, value);
    return kept->data != NULL;
}

/* Reads what is said of the whole article. */
static palpate_status read_values(struct seen *seen, const struct tally *tally,
        const struct candidate *candidate, palpate_error *err)
{
    struct article_record article;
    char host[HOST_SIZE];
    palpate_status status = finder_article(&article, tally->finder, candidate, err);

    if (status != PALPATE_OK)
        return status;
    palpate_view date =
            article.modified.size > 0 ? article.modified : article.published;
    palpate_view language = view_slice(
            article.language, 0, view_find(article.language, PALPATE_VIEW("-")));
    bool is_kept = keep(&seen->values[FACET_AUTHOR], tally, article.byline) &&
                   keep(&seen->values[FACET_SITE], tally, host_of(article.url, host)) &&
                   keep(&seen->values[FACET_LANGUAGE], tally, language) &&
                   keep(&seen->values[FACET_YEAR], tally, view_slice(date, 0, 4));
    return !is_kept ? fail(err, PALPATE_NO_MEMORY, "out of memory for facets")
                    : PALPATE_OK;
}

/* The filter of an author finds what all of its words are in, so one who wrote with
   others is counted there, too. */
static void add_people(struct tally *tally, palpate_view byline)
{
    palpate_view people[PEOPLE_MOST];
    size_t count = people_of(people, byline);

    for (size_t i = 0; i < count; i++)
        facet_values_add(&tally->facets[FACET_AUTHOR], people[i]);
}

/* Counts a passage: an article once for each value that it has. */
static palpate_status count(
        struct tally *tally, const struct candidate *candidate, palpate_error *err)
{
    bool by_article = tally->finder->options->group == PALPATE_GROUP_ARTICLE;
    struct seen *seen = place_of(tally, candidate->first);
    uint32_t kind = UINT32_C(1) << candidate->record.kind;
    bool is_new = seen->kinds == 0;
    bool is_new_kind = (seen->kinds & kind) == 0;

    if (is_new) {
        palpate_status status = read_values(seen, tally, candidate, err);
        if (status != PALPATE_OK)
            return status;
        seen->article = candidate->first;
    }
    seen->kinds |= kind;
    if (is_new_kind || !by_article)
        facet_values_add(&tally->facets[FACET_KIND], kind_word(candidate->record.kind));
    if (!is_new && by_article)
        return PALPATE_OK;
    add_people(tally, seen->values[FACET_AUTHOR]);
    for (int facet = FACET_AUTHOR + 1; facet < FACET_COUNT; facet++)
        facet_values_add(&tally->facets[facet], seen->values[facet]);
    return PALPATE_OK;
}

/* Whether a passage that the index offers answers. */
static palpate_status look(bool *answers, struct candidate *candidate,
        const struct tally *tally, struct matcher *matcher, palpate_error *err)
{
    const struct query_node *root = tally->finder->tree.root;

    *answers = !verify_is_needed(root);
    if (*answers)
        return PALPATE_OK;
    palpate_status status = finder_match(candidate, tally->finder, matcher, err);
    *answers = status == PALPATE_OK && verify_node(root, &candidate->matches);
    return status;
}

static palpate_status count_result(
        struct tally *tally, const struct engine_result *result, palpate_error *err)
{
    const struct finder *finder = tally->finder;
    palpate_status status = PALPATE_OK;
    struct matcher matcher;

    matcher_init(&matcher, engine_analyzer(finder->engine), finder->terms.wanted,
            finder->terms.count);
    for (uint32_t i = 0; status == PALPATE_OK && i < result->count; i++) {
        const struct engine_hit *hit = &result->hits[i];
        struct candidate candidate;
        bool answers = false;
        status = finder_read(&candidate, finder, hit, err);
        if (status == PALPATE_OK)
            status = look(&answers, &candidate, tally, &matcher, err);
        if (status == PALPATE_OK && answers)
            status = count(tally, &candidate, err);
        if (engine_is_late(finder->engine)) {
            tally->finder->answer->facets_are_exact = false;
            break;
        }
    }
    return status;
}

/* Counts what lies beyond the candidates. */
static palpate_status count_deeper(struct tally *tally, palpate_error *err)
{
    struct finder *finder = tally->finder;
    struct engine_result result = { 0 };
    struct engine_request request = { .tree = &finder->tree,
        .terms = &finder->terms,
        .sort = finder->options->sort,
        .offset = finder->fetched,
        .limit = FACETS_PASSAGES - finder->fetched };
    palpate_status status = engine_find(&result, finder->engine, &request, err);

    if (status != PALPATE_OK)
        return status;
    finder->answer->facets_are_exact =
            !result.is_partial && result.count < request.limit;
    status = count_result(tally, &result, err);
    engine_result_free(&result);
    return status;
}

static palpate_status open_tally(
        struct tally *tally, struct finder *finder, palpate_error *err)
{
    size_t most = finder->candidate_count + FACETS_PASSAGES;

    *tally = (struct tally){
        .finder = finder, .arena = answer_arena(finder->answer), .mask = 1
    };
    while (tally->mask < most * 2)
        tally->mask = tally->mask * 2 + 1;
    tally->seen =
            arena_zeroed(finder->arena, (size_t)tally->mask + 1, sizeof *tally->seen);
    for (int facet = 0; facet < FACET_COUNT; facet++)
        tally->facets[facet].arena = tally->finder->arena;
    return tally->seen == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for facets")
                   : PALPATE_OK;
}

static palpate_status write_facets(struct tally *tally, palpate_error *err)
{
    palpate_answer *answer = tally->finder->answer;
    palpate_facet *facets = arena_zeroed(tally->arena, FACET_COUNT, sizeof *facets);
    bool is_whole = facets != NULL;

    for (int facet = 0; is_whole && facet < FACET_COUNT; facet++)
        is_whole = facet_values_write(&facets[facet], (enum facet)facet,
                &tally->facets[facet], tally->arena,
                tally->finder->options->facet_values);
    if (!is_whole)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for facets");
    answer->facets = facets;
    answer->facet_count = FACET_COUNT;
    return PALPATE_OK;
}

palpate_status facets_count(struct finder *finder, palpate_error *err)
{
    struct tally tally;
    bool is_all = finder->is_exhausted || finder->options->like.size > 0;

    if (finder->options->facet_values == 0)
        return PALPATE_OK;
    palpate_status status = open_tally(&tally, finder, err);
    for (size_t i = 0; status == PALPATE_OK && i < finder->candidate_count; i++)
        status = count(&tally, &finder->candidates[i], err);
    finder->answer->facets_are_exact = finder->is_exhausted;
    if (status == PALPATE_OK && !is_all && !finder->is_partial &&
            finder->fetched < FACETS_PASSAGES)
        status = count_deeper(&tally, err);
    return status == PALPATE_OK ? write_facets(&tally, err) : status;
}
