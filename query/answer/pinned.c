#include "query/answer/pinned.h"

#include "core/fail.h"
#include "core/view.h"
#include "query/answer/answer.h"

/* Pages and sentences on their way into an answer. */
struct pinning {
    palpate_answer *answer;
    struct candidates *candidates;
    struct engine *engine;
    const struct question *question;
    struct candidate *pinned; /* the pages, in the order of the rules */
    size_t pinned_count;
    palpate_notice *notices;
};

static palpate_status add_notice(
        struct pinning *pinning, const struct curation_rule *rule, palpate_error *err)
{
    palpate_answer *answer = pinning->answer;
    palpate_notice *notice = &pinning->notices[answer->notice_count++];
    bool is_page = rule->verb == CURATION_PIN;
    palpate_view url = { "", 0 };
    palpate_status status = PALPATE_OK;

    if (is_page)
        status = engine_whole_url(
                &url, pinning->engine, pinning->candidates->arena, rule->value, err);
    palpate_view text = is_page ? url : rule->value;
    if (rule->title.size > 0)
        text = rule->title;
    if (status == PALPATE_OK)
        status = answer_copy_text(&notice->text, answer, text, err);
    if (status == PALPATE_OK)
        status = answer_copy_text(&notice->url, answer, url, err);
    if (status == PALPATE_OK)
        status = answer_copy_text(&notice->question, answer, rule->question, err);
    return status;
}

/* Reads the first passage of a page that was not found by its words. */
static palpate_status read_first(struct candidate *out, const struct pinning *pinning,
        uint32_t first, palpate_error *err)
{
    struct engine_hit hit = { .document = first };
    const struct query_terms *terms = &pinning->question->terms;
    struct matcher matcher;
    palpate_status status = engine_record(&hit.data, pinning->engine, first, err);

    if (status == PALPATE_OK)
        status = candidate_read(out, pinning->engine, &hit, err);
    if (status != PALPATE_OK)
        return status;
    matcher_init(
            &matcher, engine_analyzer(pinning->engine), terms->wanted, terms->count);
    status = candidate_match(out, &matcher, pinning->candidates->arena, err);
    const struct rank_query rank = rank_query_of(pinning->question);
    if (status == PALPATE_OK)
        out->score = rank_passage(&rank, &out->record, &out->matches);
    return status;
}

static bool is_pinned(const struct pinning *pinning, uint32_t first)
{
    for (size_t i = 0; i < pinning->pinned_count; i++)
        if (pinning->pinned[i].first == first)
            return true;
    return false;
}

/* Takes the best candidate of a page out of the list, or reads its first passage. */
static palpate_status pin_page(struct pinning *pinning, uint32_t first,
        const struct curation_rule *rule, palpate_error *err)
{
    struct candidates *candidates = pinning->candidates;
    struct candidate *pinned = &pinning->pinned[pinning->pinned_count];
    palpate_status status = PALPATE_OK;
    size_t place = 0;

    while (place < candidates->count && (candidates->items[place].first != first ||
                                                candidates->items[place].is_related))
        place++;
    if (place == candidates->count) {
        status = read_first(pinned, pinning, first, err);
    } else {
        *pinned = candidates->items[place];
        for (candidates->count--; place < candidates->count; place++)
            candidates->items[place] = candidates->items[place + 1];
    }
    pinned->pinned = rule;
    pinning->pinned_count += status == PALPATE_OK;
    return status;
}

static palpate_status take_rule(
        struct pinning *pinning, const struct curation_rule *rule, palpate_error *err)
{
    uint32_t first = 0;
    palpate_status status = PALPATE_OK;

    if (rule->verb == CURATION_PIN &&
            pinning->question->options->sort != PALPATE_SORT_RELEVANCE)
        return PALPATE_OK;
    if (rule->verb == CURATION_PIN)
        status = engine_find_url(&first, pinning->engine, rule->value, err);
    if (status != PALPATE_OK || (first != 0 && is_pinned(pinning, first)))
        return status;
    return first != 0 ? pin_page(pinning, first, rule, err)
                      : add_notice(pinning, rule, err);
}

/* Puts the pinned pages before the candidates that are left. */
static palpate_status put_first(struct pinning *pinning, palpate_error *err)
{
    struct candidates *candidates = pinning->candidates;
    size_t count = candidates->count;

    for (size_t i = 0; i < pinning->pinned_count; i++) {
        palpate_status status = candidates_add(candidates, &pinning->pinned[i], err);
        if (status != PALPATE_OK)
            return status;
    }
    for (size_t i = count; i > 0; i--)
        candidates->items[i - 1 + pinning->pinned_count] = candidates->items[i - 1];
    for (size_t i = 0; i < pinning->pinned_count; i++)
        candidates->items[i] = pinning->pinned[i];
    return PALPATE_OK;
}

palpate_status pinned_put(palpate_answer *answer, struct candidates *candidates,
        struct engine *engine, const struct question *question,
        const struct curated *curated, palpate_error *err)
{
    struct pinning pinning = { .answer = answer,
        .candidates = candidates,
        .engine = engine,
        .question = question,
        .pinned =
                arena_zeroed(candidates->arena, CURATED_RULES, sizeof *pinning.pinned),
        .notices = arena_zeroed(
                answer_arena(answer), CURATED_RULES, sizeof *pinning.notices) };
    palpate_status status = PALPATE_OK;

    if (curated->count == 0)
        return PALPATE_OK;
    if (pinning.pinned == NULL || pinning.notices == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the curation");
    answer->notices = pinning.notices;
    for (uint32_t i = 0; status == PALPATE_OK && i < curated->count; i++)
        status = take_rule(&pinning, curated->rules[i], err);
    return status == PALPATE_OK ? put_first(&pinning, err) : status;
}
