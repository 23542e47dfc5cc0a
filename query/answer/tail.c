#include "query/answer/tail.h"

#include "core/fail.h"
#include "query/rank/retrieve.h"
#include "query/rank/steer.h"

/* A listed article that is not on the page. */
static const uint32_t ELSEWHERE = UINT32_MAX;

enum {
    CACHED = 1024, /* records that are kept for questions to come; more would push out
                      what others come back to */
    WINDOW = 1024, /* passages that the index is asked for at first, */
    WIDER = 4,     /* and that many times more each time after, */
    WIDEST = 4096, /* but with their records */
    LONG_ARTICLES = 2, /* candidates of each, at least */
    HITS_A_LOOK = 16   /* at the clock */
};

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for the articles of an answer");
}

static bool is_grouped(const struct tail *tail)
{
    return tail->question->options->group == PALPATE_GROUP_ARTICLE;
}

static bool is_on_page(const struct tail *tail, uint32_t place)
{
    const palpate_search_options *options = tail->question->options;

    return place >= options->offset && place - options->offset < options->limit;
}

/* Makes a hit of the page, or another passage of one, of what the index found. */
static palpate_status keep_found(struct tail *tail, uint32_t place,
        const struct engine_hit *found, palpate_error *err)
{
    struct arena *arena = tail->candidates->arena;
    struct tail_article *article = &tail->page[place];
    struct candidate *kept = arena_alloc(arena, sizeof *kept);
    const struct rank_query rank = rank_query_of(tail->question);
    struct engine_hit hit = *found;

    if (kept == NULL)
        return no_memory(err);
    palpate_status status = engine_record(&hit.data, tail->engine, hit.document, err);
    if (status == PALPATE_OK)
        status = candidate_read(kept, tail->engine, &hit, err);
    if (status == PALPATE_OK)
        status = candidate_match(kept, &tail->matcher, arena, err);
    if (status != PALPATE_OK)
        return status;
    kept->score = rank_passage(&rank, &kept->record, &kept->matches);
    article->passages[article->count++] = kept;
    return PALPATE_OK;
}

/* Gives the next place of the list to what was found. */
static palpate_status next_place(uint32_t *value, struct tail *tail,
        const struct engine_hit *found, palpate_error *err)
{
    *value = ELSEWHERE;
    if (!is_on_page(tail, tail->count++))
        return PALPATE_OK;
    if (!arena_grow(tail->candidates->arena, (void **)&tail->page, &tail->page_room,
                tail->page_count, sizeof *tail->page))
        return no_memory(err);
    tail->page[tail->page_count++] = (struct tail_article){ .count = 0 };
    *value = tail->page_count;
    return keep_found(tail, *value - 1, found, err);
}

static palpate_status list_article(uint32_t *value, struct tail *tail,
        const struct engine_hit *found, uint32_t first, palpate_error *err)
{
    palpate_status status = next_place(value, tail, found, err);

    if (status != PALPATE_OK)
        return status;
    return article_map_set(&tail->firsts, first, *value) &&
                           (tail->facets != NULL ||
                                   article_map_set(&tail->keys, found->article, *value))
                   ? PALPATE_OK
                   : no_memory(err);
}

static bool has_room(const struct tail *tail, uint32_t value)
{
    return value != 0 && value != ELSEWHERE &&
           tail->page[value - 1].count <= GROUPING_MORE;
}

/* Takes a passage that answers.  `*value` is of its article, and becomes that of an
   article that it brings into the list. */
static palpate_status take_passage(uint32_t *value, struct tail *tail,
        const struct engine_hit *found, struct candidate *candidate, palpate_error *err)
{
    struct candidate *better = NULL;
    palpate_status status = PALPATE_OK;

    if (!is_grouped(tail))
        return next_place(value, tail, found, err);
    if (*value != 0 && !has_room(tail, *value))
        return PALPATE_OK;
    status =
            grouping_find_said(&better, tail->groups, tail->candidates, candidate, err);
    if (status != PALPATE_OK || better != NULL)
        return status;
    return *value == 0 ? list_article(value, tail, found, candidate->first, err)
                       : keep_found(tail, *value - 1, found, err);
}

/* Whether a passage that the index offers answers. */
static palpate_status look_at_candidate(bool *answers, struct candidate *candidate,
        struct tail *tail, palpate_error *err)
{
    const struct query_node *root = tail->question->tree.root;

    bool is_hidden = false;
    palpate_status status = PALPATE_OK;

    if (tail->hides)
        status = steer_is_hidden(&is_hidden, tail->engine, candidate, err);
    tail->candidates->hidden += is_hidden;
    *answers = !is_hidden && !verify_is_needed(root);
    if (*answers || is_hidden || status != PALPATE_OK)
        return status;
    status = candidate_match(candidate, &tail->matcher, tail->candidates->arena, err);
    *answers = status == PALPATE_OK && verify_node(root, &candidate->matches);
    return status;
}

static palpate_status take_read(struct tail *tail, const struct engine_hit *found,
        palpate_view data, palpate_error *err)
{
    struct engine_hit hit = *found;
    struct candidate candidate;
    bool answers = false;

    hit.data = data;
    palpate_status status = candidate_read(&candidate, tail->engine, &hit, err);
    if (status == PALPATE_OK)
        status = look_at_candidate(&answers, &candidate, tail, err);
    if (status != PALPATE_OK || !answers)
        return status;
    uint32_t value =
            is_grouped(tail) ? article_map_find(&tail->firsts, candidate.first) : 0;
    status = take_passage(&value, tail, found, &candidate, err);
    return status == PALPATE_OK && tail->facets != NULL
                   ? facets_add(tail->facets, &candidate, value != 0, err)
                   : status;
}

/* Whether a passage changes nothing, whatever it says. */
static bool is_known(const struct tail *tail, const struct engine_hit *found)
{
    uint32_t value = article_map_find(&tail->keys, found->article);

    return tail->facets == NULL && is_grouped(tail) && value != 0 &&
           !has_room(tail, value);
}

/* Whether all that matters of a passage is that there is one. */
static bool is_counted_only(const struct tail *tail)
{
    return tail->facets == NULL && !is_grouped(tail) && !tail->hides &&
           !verify_is_needed(tail->question->tree.root) &&
           !is_on_page(tail, tail->count);
}

static palpate_status take_found(
        struct tail *tail, const struct engine_hit *found, palpate_error *err)
{
    struct engine *engine = tail->engine;
    struct engine_result passing = { 0 };
    palpate_view data = found->data;
    palpate_status status = PALPATE_OK;

    tail->news += article_map_find(&tail->keys, found->article) == 0;
    if (is_known(tail, found))
        return PALPATE_OK;
    if (is_counted_only(tail)) {
        tail->count++;
        return PALPATE_OK;
    }
    if (data.data == NULL)
        status = tail->read++ < CACHED
                         ? engine_record(&data, engine, found->document, err)
                         : engine_pass(&data, &passing, engine, found->document, err);
    if (status == PALPATE_OK)
        status = take_read(tail, found, data, err);
    engine_result_free(&passing);
    return status;
}

/* Whether it costs little to count what was found: few passages are of articles that
   are not listed yet.  Single passages need no reading at all. */
static bool pays_to_count(const struct tail *tail)
{
    if (engine_passages(tail->engine) >= RETRIEVE_SMALL)
        return false;
    if (!is_grouped(tail))
        return !tail->hides && !verify_is_needed(tail->question->tree.root);
    return (size_t)tail->groups->count * LONG_ARTICLES <= tail->candidates->count &&
           tail->news < TAIL_NEWS;
}

static bool is_page_full(const struct tail *tail)
{
    const palpate_search_options *options = tail->question->options;

    return tail->count >= options->offset + options->limit;
}

static bool is_counted(const struct tail *tail)
{
    return tail->candidates->fetched >= TAIL_COUNTED ||
           (tail->facets == NULL && !pays_to_count(tail));
}

/* The page decides when to stop only where counting would not go on: so no page counts
   less than one before it. */
static bool is_enough(const struct tail *tail)
{
    return tail->candidates->fetched >= MAX_TAIL ||
           (is_page_full(tail) && is_counted(tail));
}

static palpate_status take_window(
        struct tail *tail, const struct engine_result *window, palpate_error *err)
{
    struct candidates *candidates = tail->candidates;
    palpate_status status = PALPATE_OK;

    for (uint32_t i = 0; status == PALPATE_OK && i < window->count && !is_enough(tail);
            i++, candidates->fetched++) {
        if (i % HITS_A_LOOK == 0 && engine_is_late(tail->engine)) {
            candidates->is_partial = true;
            break;
        }
        status = take_found(tail, &window->hits[i], err);
    }
    return status;
}

/* Asks the index for what comes next. */
static palpate_status walk_window(struct tail *tail, uint32_t size, palpate_error *err)
{
    struct candidates *candidates = tail->candidates;
    const struct question *question = tail->question;
    struct engine_result window = { 0 };
    struct engine_request request = { .tree = &question->tree,
        .terms = &question->terms,
        .sort = question->options->sort,
        .with_articles = is_grouped(tail),
        .without_records = tail->facets == NULL,
        .with_total = question->options->group == PALPATE_GROUP_NONE,
        .offset = candidates->fetched,
        .limit = size };
    palpate_status status = engine_find(&window, tail->engine, &request, err);

    if (status != PALPATE_OK)
        return status;
    uint32_t end = candidates->fetched + window.count;
    candidates->is_partial |= window.is_partial;
    status = take_window(tail, &window, err);
    candidates->is_exhausted = !candidates->is_partial && window.count < size &&
                               candidates->fetched == end;
    engine_result_free(&window);
    return status;
}

/* Notes which articles stand in the list already. */
static palpate_status note_groups(struct tail *tail, palpate_error *err)
{
    struct engine *engine = tail->engine;

    if (!is_grouped(tail))
        return PALPATE_OK;
    for (uint32_t i = 0; i < tail->groups->count; i++) {
        uint64_t first = tail->groups->items[i].article;
        uint64_t key = 0;
        palpate_status status = PALPATE_OK;
        if (tail->facets == NULL)
            status = engine_article(&key, engine, (uint32_t)first, err);
        if (status != PALPATE_OK)
            return status;
        if (!article_map_set(&tail->firsts, first, ELSEWHERE) ||
                !article_map_set(&tail->keys, key, ELSEWHERE))
            return no_memory(err);
    }
    return PALPATE_OK;
}

palpate_status tail_walk(struct tail *tail, struct candidates *candidates,
        struct engine *engine, const struct question *question,
        const struct groups *groups, struct facets *facets, palpate_error *err)
{
    uint32_t size = WINDOW;
    bool is_over = candidates->is_exhausted || candidates->is_partial ||
                   question->options->like.size > 0;
    palpate_status status = PALPATE_OK;

    *tail = (struct tail){ .candidates = candidates,
        .engine = engine,
        .question = question,
        .groups = groups,
        .facets = facets,
        .firsts = { .arena = candidates->arena },
        .keys = { .arena = candidates->arena },
        .count = groups->count };
    status = steer_hides(&tail->hides, engine, question, err);
    if (status != PALPATE_OK || is_over || is_enough(tail))
        return status;
    matcher_init(&tail->matcher, engine_analyzer(engine), question->terms.wanted,
            question->terms.count);
    status = note_groups(tail, err);
    if (!is_counted(tail) && candidates->fetched < TAIL_COUNTED - WINDOW)
        size = TAIL_COUNTED - candidates->fetched;
    while (status == PALPATE_OK && !candidates->is_exhausted &&
            !candidates->is_partial && !is_enough(tail)) {
        status = walk_window(tail, size, err);
        size = facets != NULL ? WIDEST : size * WIDER;
        size = size < MAX_TAIL ? size : MAX_TAIL;
    }
    candidates->is_bounded =
            !candidates->is_exhausted && !candidates->is_partial && !is_page_full(tail);
    return status;
}
