#include "query/answer/topic_titles.h"

#include <stdlib.h>

#include "core/completion.h"
#include "core/fail.h"
#include "core/kind.h"
#include "core/record.h"
#include "core/schema.h"
#include "core/term.h"
#include "core/token.h"
#include "core/view.h"
#include "query/answer/completed_text.h"
#include "query/answer/topic_head.h"
#include "query/rank/steer.h"

enum {
    ARTICLES = 20000, /* looked at: of more, some from all over the index */
    HEADINGS = 50000, /* terms of headings looked at */
    SAME_HEADING = 4  /* articles read of those with a heading */
};

/* A key from one of its words on. */
struct rest {
    palpate_view words;
    uint32_t title; /* whose key it is of */
};

struct rests {
    struct rest *items;
    size_t count;
    size_t room;
};

struct finding {
    struct engine *engine;
    struct topic_titles *titles;
    const struct curation *curation;
    struct rests rests;    /* of the keys of all titles, sorted */
    struct rests headings; /* whole, sorted */
    palpate_view heading;  /* whose articles are being read */
    palpate_status status;
    palpate_error *err;
};

static bool out_of_memory(struct finding *finding)
{
    finding->status = fail(finding->err, PALPATE_NO_MEMORY, "out of memory for topics");
    return false;
}

static palpate_view without_region(palpate_view language)
{
    return view_slice(language, 0, view_find(language, PALPATE_VIEW("-")));
}

/* Keeps a copy of what a title says. */
static bool add_title(struct finding *finding, const struct topic_title *title)
{
    struct topic_titles *titles = finding->titles;
    struct arena *arena = titles->arena;
    struct topic_title copy = { .key = arena_copy(arena, title->key),
        .head = arena_copy(arena, title->head),
        .language = arena_copy(arena, title->language),
        .url = arena_copy(arena, title->url),
        .is_heading = title->is_heading };

    copy.name = title->name.size > 0 ? copy.key : title->name;
    if (copy.key.data == NULL || copy.head.data == NULL || copy.language.data == NULL ||
            copy.url.data == NULL)
        return out_of_memory(finding);
    if (titles->count == titles->room &&
            !arena_grow(arena, (void **)&titles->items, &titles->room, titles->count,
                    sizeof copy))
        return out_of_memory(finding);
    titles->items[titles->count++] = copy;
    return true;
}

static bool take_article(void *user, palpate_view data)
{
    struct finding *finding = user;
    struct passage_record passage;
    struct article_record article = { 0 };
    char key[COMPLETION_SIZE];

    finding->status = record_decode(&passage, &article, data, finding->err);
    if (finding->status != PALPATE_OK)
        return false;
    if (steer_hides_url(finding->curation, article.url))
        return true;
    const palpate_view head = topic_head(passage.title);
    const struct topic_title title = { .key = { key, completion_key(head, key) },
        .head = head,
        .language = without_region(article.facts.language),
        .url = article.url };
    return title.key.size == 0 || add_title(finding, &title);
}

static bool add_rest(struct finding *finding, struct rests *rests, struct rest rest)
{
    if (rests->count == rests->room &&
            !arena_grow(finding->titles->arena, (void **)&rests->items, &rests->room,
                    rests->count, sizeof rest))
        return out_of_memory(finding);
    rests->items[rests->count++] = rest;
    return true;
}

static int by_words(const void *left, const void *right)
{
    return view_compare(
            ((const struct rest *)left)->words, ((const struct rest *)right)->words);
}

static palpate_status make_rests(struct finding *finding)
{
    const struct topic_titles *titles = finding->titles;

    for (size_t i = 0; i < titles->count; i++) {
        palpate_view key = titles->items[i].key;
        for (size_t place = 0; place < key.size;) {
            palpate_view words = view_slice(key, place, key.size);
            if (!add_rest(
                        finding, &finding->rests, (struct rest){ words, (uint32_t)i }))
                return finding->status;
            place += view_find(words, PALPATE_VIEW(" ")) + 1;
        }
    }
    if (finding->rests.count > 0)
        qsort(finding->rests.items, finding->rests.count, sizeof(struct rest),
                by_words);
    return PALPATE_OK;
}

/* Terms come in the order of their bytes. */
static void take_heading(void *user, palpate_view term, uint32_t unused)
{
    struct finding *finding = user;
    palpate_view words = view_slice(term, sizeof PREFIX_HEADING - 1, term.size);
    palpate_view copy = arena_copy(finding->titles->arena, words);

    (void)unused;
    if (copy.data == NULL)
        (void)out_of_memory(finding);
    else
        (void)add_rest(finding, &finding->headings, (struct rest){ copy, 0 });
}

/* The first that is not before `words`. */
static size_t first_from(const struct rests *rests, palpate_view words)
{
    size_t low = 0;
    size_t high = rests->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view_compare(rests->items[middle].words, words) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The name of a title as its head has it. */
static palpate_view spelling(const struct topic_title *title)
{
    size_t offset = (size_t)(title->name.data - title->key.data);
    uint32_t before = 0;
    uint32_t words = 1;
    struct tokenizer tokens = tokens_of(title->head);
    struct token token;
    uint32_t start = 0;
    uint32_t end = 0;

    for (size_t i = 0; i < offset; i++)
        before += title->key.data[i] == ' ';
    for (size_t i = 0; i < title->name.size; i++)
        words += title->name.data[i] == ' ';
    for (uint32_t i = 0; i < before + words && token_next(&tokens, &token); i++) {
        if (i <= before)
            start = token.offset;
        end = token.offset + token.size;
    }
    return view_slice(title->head, start, end - start);
}

/* Gives the name to all titles that have it and no longer one. */
static void name_titles(struct finding *finding, palpate_view name)
{
    const struct rests *rests = &finding->rests;

    for (size_t i = first_from(rests, name);
            i < rests->count && view_starts_with(rests->items[i].words, name); i++) {
        palpate_view words = rests->items[i].words;
        struct topic_title *title = &finding->titles->items[rests->items[i].title];
        bool is_whole = words.size == name.size || words.data[name.size] == ' ';
        if (is_whole && name.size > title->name.size)
            title->name = view_slice(words, 0, name.size);
    }
}

/* Takes an article that has the heading. */
static bool take_headed(void *user, palpate_view data)
{
    struct finding *finding = user;
    struct passage_record passage;
    struct article_record article = { 0 };

    finding->status = record_decode(&passage, &article, data, finding->err);
    if (finding->status != PALPATE_OK ||
            steer_hides_url(finding->curation, article.url))
        return false;
    const struct topic_title title = { .key = finding->heading,
        .name = finding->heading,
        .language = without_region(article.facts.language),
        .is_heading = true };
    return add_title(finding, &title);
}

/* Finds the article of a passage below the heading. */
static bool find_headed(void *user, palpate_view data)
{
    struct finding *finding = user;
    struct passage_record passage;
    char term[ARTICLE_TERM_SIZE];

    finding->status = record_decode(&passage, NULL, data, finding->err);
    if (finding->status != PALPATE_OK)
        return false;
    palpate_status status = engine_each_record(finding->engine,
            schema_article_term(term, passage.article), 1, take_headed, finding,
            finding->err);
    if (status != PALPATE_OK)
        finding->status = status;
    return finding->status == PALPATE_OK;
}

/* "Warning signs": what a part of an article is about, of any subject. */
static bool is_kind(palpate_view name)
{
    for (uint32_t kind = 0; kind < KIND_COUNT; kind++)
        if (view_equals_ignoring_case(
                    name, view_of(kind_label((enum passage_kind)kind))))
            return true;
    return false;
}

/* A name of the thesaurus: of titles, and perhaps a heading. */
static void take_name(void *user, palpate_view term, uint32_t unused)
{
    struct finding *finding = user;
    const struct rests *headings = &finding->headings;
    palpate_view name = view_slice(term, sizeof META_NAME - 1, term.size);
    char bytes[COMPLETION_TERM_SIZE];

    (void)unused;
    if (finding->status != PALPATE_OK || is_stop_word(name) ||
            topic_sort_key(name, NULL).size < name.size || is_kind(name) ||
            engine_is_late(finding->engine))
        return;
    name_titles(finding, name);
    size_t place = first_from(headings, name);
    if (place == headings->count || !view_equals(headings->items[place].words, name))
        return;
    finding->heading = name;
    palpate_status status = engine_each_record(finding->engine,
            completed_term(bytes, PREFIX_HEADING, name), SAME_HEADING, find_headed,
            finding, finding->err);
    if (status != PALPATE_OK)
        finding->status = status;
}

palpate_status topic_titles_find(
        struct topic_titles *titles, struct engine *engine, palpate_error *err)
{
    struct finding finding = {
        .engine = engine, .titles = titles, .status = PALPATE_OK, .err = err
    };
    palpate_status status = engine_curation(&finding.curation, engine, err);

    if (status == PALPATE_OK)
        status = engine_each_article(engine, ARTICLES, take_article, &finding, err);
    if (status == PALPATE_OK && finding.status == PALPATE_OK)
        status = make_rests(&finding);
    if (status == PALPATE_OK && finding.status == PALPATE_OK)
        status = engine_each_completion(engine, PALPATE_VIEW(PREFIX_HEADING), HEADINGS,
                take_heading, &finding, err);
    if (status == PALPATE_OK && finding.status == PALPATE_OK)
        status = engine_each_name(
                engine, (palpate_view){ "", 0 }, take_name, &finding, err);
    for (size_t i = 0; i < titles->count; i++)
        if (titles->items[i].name.size > 0 && !titles->items[i].is_heading)
            titles->items[i].spelled = spelling(&titles->items[i]);
    return status == PALPATE_OK ? finding.status : status;
}
