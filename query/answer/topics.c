#include "query/answer/topics.h"

#include <stdlib.h>

#include "core/ascii.h"
#include "core/completion.h"
#include "core/fail.h"
#include "core/letter.h"
#include "core/schema.h"
#include "core/view.h"
#include "query/answer/completed_text.h"
#include "query/answer/topic_head.h"
#include "query/answer/topic_titles.h"
#include "query/language/literal.h"

enum { TOPICS = 150 /* of a language, if nobody says how many */ };

struct owned_topics {
    palpate_topics list; /* first, so that one address serves both */
    struct arena arena;
};

/* Articles that are about the same. */
struct found_topic {
    palpate_view key;      /* by which they are the same */
    palpate_view sort_key; /* by which it is listed */
    palpate_view language;
    palpate_view text;    /* the title that is the key; empty where none is */
    palpate_view spelled; /* else the key as a title has it; likewise */
    palpate_view url;     /* of the article with that title */
    uint32_t titles;
    uint32_t headings; /* perhaps of the same articles */
    bool is_named;     /* by the thesaurus */
};

/* Those of all languages, one after another. */
struct found_topics {
    struct found_topic *items;
    size_t count;
};

static uint32_t articles_of(const struct found_topic *topic)
{
    return topic->titles > topic->headings ? topic->titles : topic->headings;
}

static int by_language_and_key(const void *left, const void *right)
{
    const struct found_topic *a = left;
    const struct found_topic *b = right;
    int order = view_compare(a->language, b->language);

    if (order == 0)
        order = view_compare(a->key, b->key);
    /* Before those without one, a title, so that the order is the same each time. */
    if (order == 0)
        order = (a->text.size == 0) - (b->text.size == 0);
    if (order == 0)
        order = view_compare(b->text, a->text); /* capitals last */
    return order != 0 ? order : view_compare(a->url, b->url);
}

/* Within a language, what most are about first, then what the thesaurus names, then the
   shorter. */
static int by_worth(const void *left, const void *right)
{
    const struct found_topic *a = left;
    const struct found_topic *b = right;
    int order = view_compare(a->language, b->language);

    if (order != 0)
        return order;
    if (articles_of(a) != articles_of(b))
        return articles_of(a) < articles_of(b) ? 1 : -1;
    if (a->is_named != b->is_named)
        return a->is_named ? -1 : 1;
    if (a->key.size != b->key.size)
        return a->key.size > b->key.size ? 1 : -1;
    return view_compare(a->key, b->key);
}

static int by_letter(const void *left, const void *right)
{
    const struct found_topic *a = left;
    const struct found_topic *b = right;
    int order = view_compare(a->sort_key, b->sort_key);

    if (order == 0)
        order = view_compare(a->key, b->key);
    return order != 0 ? order : view_compare(a->language, b->language);
}

/* The topic of one title; without a key where it names none. */
static struct found_topic topic_of(const struct topic_title *title)
{
    const struct stemming *language = stemming_of(title->language);
    bool is_named = title->name.size > 0;
    struct found_topic topic = { .language = title->language,
        .key = is_named ? title->name : title->key,
        .spelled = title->spelled,
        .titles = !title->is_heading,
        .headings = title->is_heading,
        .is_named = is_named };

    if (!is_named && !topic_head_names(title->head, title->key, language))
        return (struct found_topic){ .titles = 0 };
    topic.sort_key = topic_sort_key(topic.key, language);
    if (!title->is_heading && view_equals(topic.key, title->key)) {
        topic.text = title->head;
        topic.url = title->url;
    }
    return topic;
}

static void sort(
        const struct found_topics *topics, int order(const void *, const void *))
{
    if (topics->count > 0)
        qsort(topics->items, topics->count, sizeof *topics->items, order);
}

/* Makes one of those that are the same. */
static void join(struct found_topics *topics)
{
    size_t count = 0;

    sort(topics, by_language_and_key);
    for (size_t i = 0; i < topics->count; i++) {
        const struct found_topic *topic = &topics->items[i];
        struct found_topic *last = count == 0 ? NULL : &topics->items[count - 1];
        if (last == NULL || !view_equals(last->language, topic->language) ||
                !view_equals(last->key, topic->key)) {
            topics->items[count++] = *topic;
            continue;
        }
        last->titles += topic->titles;
        if (last->spelled.size == 0)
            last->spelled = topic->spelled;
        last->headings += topic->headings;
        last->is_named |= topic->is_named;
        if (last->titles > 1)
            last->url = (palpate_view){ NULL, 0 };
    }
    topics->count = count;
}

/* Keeps the best of each language. */
static void choose(struct found_topics *topics, uint32_t limit)
{
    size_t count = 0;
    uint32_t of_language = 0;

    sort(topics, by_worth);
    for (size_t i = 0; i < topics->count; i++) {
        bool is_first = i == 0 || !view_equals(topics->items[i].language,
                                          topics->items[count - 1].language);
        of_language = is_first ? 1 : of_language + 1;
        if (of_language <= limit)
            topics->items[count++] = topics->items[i];
    }
    topics->count = count;
    sort(topics, by_letter);
}

/* The text with a capital first. */
static palpate_view capitalised(struct arena *arena, palpate_view text)
{
    struct buffer copy = { 0 };
    char capital[UTF8_MAX_SIZE];
    size_t first = 0;

    if (text.size == 0)
        return text;
    (void)utf8_decode(text, 0, &first);
    buffer_append(&copy, (palpate_view){ capital, letter_capital(capital, text) });
    buffer_append(&copy, view_slice(text, first, text.size));
    palpate_view out = copy.failed ? (palpate_view){ NULL, 0 }
                                   : arena_copy(arena, buffer_view(&copy));
    buffer_free(&copy);
    return out;
}

static palpate_view letter_of(struct arena *arena, palpate_view key)
{
    char capital[UTF8_MAX_SIZE];
    const palpate_view letter = { capital, letter_capital(capital, key) };

    return letter.size > 0 && ascii_is_digit((unsigned char)capital[0])
                   ? PALPATE_VIEW("0-9")
                   : arena_copy(arena, letter);
}

static palpate_status write_topic(palpate_topic *out, struct owned_topics *owned,
        struct engine *engine, const struct found_topic *topic, palpate_error *err)
{
    struct arena *arena = &owned->arena;
    struct buffer query = { 0 };
    char term[COMPLETION_TERM_SIZE];
    palpate_view text = topic->text.size > 0 ? topic->text : topic->spelled;
    palpate_status status = PALPATE_OK;

    if (text.size == 0)
        status = engine_name(
                &text, engine, arena, completed_term(term, META_NAME, topic->key), err);
    if (status != PALPATE_OK)
        return status;
    literal_write(&query, text);
    *out = (palpate_topic){ .text = capitalised(arena, text),
        .letter = letter_of(arena, topic->sort_key),
        .language = arena_copy(arena, topic->language),
        .query = arena_copy(arena, buffer_view(&query)),
        .url = arena_copy(arena, topic->url),
        .count = articles_of(topic) };
    if (query.failed || out->text.data == NULL || out->letter.data == NULL ||
            out->language.data == NULL || out->query.data == NULL ||
            out->url.data == NULL)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for topics");
    buffer_free(&query);
    return status;
}

static palpate_status write_topics(struct owned_topics *owned, struct engine *engine,
        const struct found_topics *topics, palpate_error *err)
{
    palpate_topic *items = arena_zeroed(&owned->arena, topics->count, sizeof *items);
    palpate_status status = PALPATE_OK;

    if (items == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for topics");
    owned->list.items = items;
    for (size_t i = 0; status == PALPATE_OK && i < topics->count; i++)
        status = write_topic(&items[i], owned, engine, &topics->items[i], err);
    owned->list.count = topics->count;
    return status;
}

static palpate_status find_topics(struct owned_topics *owned, struct engine *engine,
        uint32_t limit, palpate_error *err)
{
    struct arena arena = { 0 };
    struct topic_titles titles = { .arena = &arena };
    struct found_topics topics = { NULL, 0 };
    palpate_status status = topic_titles_find(&titles, engine, err);

    if (status == PALPATE_OK) {
        topics.items = arena_zeroed(&arena, titles.count, sizeof *topics.items);
        if (topics.items == NULL)
            status = fail(err, PALPATE_NO_MEMORY, "out of memory for topics");
    }
    for (size_t i = 0; titles.items != NULL && topics.items != NULL && i < titles.count;
            i++) {
        topics.items[topics.count] = topic_of(&titles.items[i]);
        topics.count += articles_of(&topics.items[topics.count]) > 0;
    }
    if (status == PALPATE_OK) {
        join(&topics);
        choose(&topics, limit);
        status = write_topics(owned, engine, &topics, err);
    }
    arena_free(&arena);
    return status;
}

palpate_status topics_list(
        palpate_topics **out, struct engine *engine, uint32_t limit, palpate_error *err)
{
    struct owned_topics *owned = calloc(1, sizeof *owned);

    *out = NULL;
    if (owned == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for topics");
    if (limit == 0)
        limit = TOPICS;
    if (limit > PALPATE_MAX_TOPICS)
        limit = PALPATE_MAX_TOPICS;
    palpate_status status = find_topics(owned, engine, limit, err);
    if (status != PALPATE_OK) {
        palpate_topics_free(&owned->list);
        return status;
    }
    owned->list.is_partial = engine_was_cut(engine);
    *out = &owned->list;
    return PALPATE_OK;
}

void palpate_topics_free(palpate_topics *topics)
{
    struct owned_topics *owned = (struct owned_topics *)topics;

    if (owned == NULL)
        return;
    arena_free(&owned->arena);
    free(owned);
}
