#include "query/answer/cautions.h"

#include "core/fail.h"
#include "core/view.h"
#include "query/answer/hits.h"

/* Hits that still lack such a passage. */
struct lacking {
    uint64_t articles[CAUTION_HITS];
    palpate_hit *hits[CAUTION_HITS];
    uint32_t count;
};

static bool is_kind(const palpate_hit *hit, enum passage_kind kind)
{
    return view_equals(hit->kind, kind_word(kind));
}

static palpate_status give_caution(palpate_hit *hit,
        const struct cautions_request *request, const struct candidate *candidate,
        palpate_error *err)
{
    const struct hit_context context = { .arena = request->arena,
        .tree = &request->question->tree,
        .terms = &request->question->terms };
    const struct article_record article = { .url = hit->url,
        .facts.byline = hit->byline,
        .facts.modified = hit->date,
        .facts.language = hit->language,
        .facts.site = hit->site };
    palpate_hit *care = arena_zeroed(context.arena, 1, sizeof *care);

    if (care == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a caution");
    hit->care = care;
    return hit_make(care, &context, candidate, &article, err);
}

/* The best candidate of an article that warns, or NULL. */
static const struct candidate *find_among_candidates(
        const struct candidates *candidates, uint32_t first)
{
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];
        if (candidate->first == first && kind_is_warning((int)candidate->record.kind) &&
                !candidate->record.is_doubtful)
            return candidate;
    }
    return NULL;
}

/* Whether what is searched for is something to do: then it is told when to see a doctor
   instead. */
static bool is_treatment(uint32_t kinds, const palpate_hit *hit)
{
    const uint32_t asked = 1U << KIND_TREATMENT | 1U << KIND_EXERCISES;

    return (kinds & asked) != 0 || is_kind(hit, KIND_TREATMENT) ||
           is_kind(hit, KIND_EXERCISES);
}

/* Asks the index for the first passage of a kind in each article. */
static palpate_status fetch_cautions(struct lacking *lacking,
        const struct cautions_request *request, enum passage_kind kind,
        palpate_error *err)
{
    struct engine_result result = { 0 };
    palpate_status status = request->lookup(
            request->user, &result, lacking->articles, lacking->count, kind, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < result.count; i++) {
        const struct engine_hit *found = &result.hits[i];
        struct candidate candidate = { .document = found->document,
            .data = found->data };
        status = record_decode(&candidate.record, NULL, found->data, err);
        for (uint32_t k = 0; status == PALPATE_OK && k < lacking->count; k++) {
            if (lacking->articles[k] != found->article)
                continue;
            candidate.language = stemming_of(lacking->hits[k]->language);
            status = give_caution(lacking->hits[k], request, &candidate, err);
        }
    }
    engine_result_free(&result);
    return status;
}

static void keep_treatments(struct lacking *lacking, uint32_t kinds)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < lacking->count; i++) {
        if (lacking->hits[i]->care != NULL || !is_treatment(kinds, lacking->hits[i]))
            continue;
        lacking->hits[kept] = lacking->hits[i];
        lacking->articles[kept++] = lacking->articles[i];
    }
    lacking->count = kept;
}

palpate_status cautions_add(palpate_hit *hits, const uint32_t *firsts, uint32_t count,
        const struct cautions_request *request, palpate_error *err)
{
    struct lacking lacking = { .count = 0 };
    palpate_status status = PALPATE_OK;

    if (request->question->options->group != PALPATE_GROUP_ARTICLE)
        return PALPATE_OK;
    for (uint32_t i = 0; status == PALPATE_OK && i < count && i < CAUTION_HITS; i++) {
        palpate_hit *hit = &hits[i];
        if (firsts[i] == 0 || hit->is_related ||
                kind_is_warning(kind_of_word(hit->kind)))
            continue;
        const struct candidate *candidate =
                find_among_candidates(request->candidates, firsts[i]);
        if (candidate != NULL) {
            status = give_caution(hit, request, candidate, err);
            continue;
        }
        lacking.hits[lacking.count] = hit;
        lacking.articles[lacking.count++] = hit->article;
    }
    if (status == PALPATE_OK && lacking.count > 0)
        status = fetch_cautions(&lacking, request, KIND_CONTRAINDICATIONS, err);
    if (status == PALPATE_OK)
        keep_treatments(&lacking, request->question->kinds);
    return status == PALPATE_OK && lacking.count > 0
                   ? fetch_cautions(&lacking, request, KIND_RED_FLAGS, err)
                   : status;
}
