#include "query/answer/completed_text.h"

#include <stdio.h>
#include <string.h>

#include "core/completion.h"
#include "core/record.h"
#include "core/schema.h"
#include "core/view.h"
#include "query/rank/steer.h"

/* The records that have the key, on their way past. */
struct reading {
    struct completed_texts *out;
    struct arena *arena;
    const struct completed_key *wanted;
    const struct curation *curation;
    uint64_t articles[COMPLETED_TEXTS]; /* that the headings in `out` are of */
    bool is_title;
    palpate_status status;
    palpate_error *err;
};

palpate_view completed_term(
        char out[COMPLETION_TERM_SIZE], const char *prefix, palpate_view key)
{
    int size = snprintf(
            out, COMPLETION_TERM_SIZE, "%s%.*s", prefix, (int)key.size, key.data);

    return (palpate_view){ out, (size_t)size };
}

static struct completed_text *find(struct completed_texts *among, palpate_view text)
{
    for (uint32_t i = 0; i < among->count; i++)
        if (view_equals_ignoring_case(among->items[i].text, text))
            return &among->items[i];
    return NULL;
}

static bool add_text(struct reading *reading, palpate_view text, palpate_view url)
{
    struct completed_texts *out = reading->out;
    char key[COMPLETION_SIZE];
    palpate_view whole = { key, completion_key(text, key) };

    if (out->count == COMPLETED_TEXTS || !view_ends_with(whole, reading->wanted->key))
        return false;
    out->items[out->count++] =
            (struct completed_text){ arena_copy(reading->arena, text),
                arena_copy(reading->arena, url), 1 };
    return true;
}

static void take_title(struct reading *reading, palpate_view title, palpate_view url)
{
    struct completed_text *known = find(reading->out, title);

    if (known == NULL) {
        (void)add_text(reading, title, url);
        return;
    }
    known->count++;
    known->url = (palpate_view){ NULL, 0 };
}

static void take_heading(struct reading *reading, const struct passage_record *record)
{
    for (uint32_t i = 0; i < record->heading_count; i++) {
        if (add_text(reading, record->heading[i], (palpate_view){ NULL, 0 })) {
            reading->articles[reading->out->count - 1] = record->article;
            return;
        }
    }
}

static bool read_record(void *user, palpate_view data)
{
    struct reading *reading = user;
    struct passage_record record;
    struct article_record article = { 0 };

    reading->status = record_decode(&record, &article, data, reading->err);
    if (reading->status != PALPATE_OK)
        return false;
    if (!reading->is_title)
        take_heading(reading, &record);
    else if (!steer_hides_url(reading->curation, article.url))
        take_title(reading, record.title, article.url);
    return true;
}

/* Of headings one is enough, if its page is shown. */
static palpate_status keep_shown_heading(struct reading *reading, struct engine *engine)
{
    struct completed_texts *out = reading->out;
    uint32_t count = out->count;
    palpate_status status = PALPATE_OK;

    out->count = 0;
    for (uint32_t i = 0; status == PALPATE_OK && i < count && out->count == 0; i++) {
        bool is_hidden = false;
        if (reading->curation->hides)
            status = steer_hides_article(
                    &is_hidden, engine, reading->articles[i], reading->err);
        if (!is_hidden)
            out->items[out->count++] = out->items[i];
    }
    return status;
}

/* Says of a title whose articles were not all read how many there are. */
static palpate_status count_articles(struct completed_text *text, struct engine *engine,
        uint32_t frequency, palpate_error *err)
{
    char key[COMPLETION_SIZE];
    char term[COMPLETION_TERM_SIZE];
    palpate_view whole = { key, completion_key(text->text, key) };
    uint32_t count = 0;
    double idf = 0;

    if (frequency <= COMPLETED_TEXTS)
        return PALPATE_OK;
    palpate_status status = engine_frequency(
            &count, &idf, engine, completed_term(term, PREFIX_TITLE, whole), err);
    if (count > text->count)
        text->count = count;
    if (count > 1)
        text->url = (palpate_view){ NULL, 0 };
    return status;
}

palpate_status completed_texts_find(struct completed_texts *out, struct engine *engine,
        struct arena *arena, const struct completed_key *key, palpate_error *err)
{
    bool is_title = strcmp(key->prefix, PREFIX_TITLE) == 0;
    const struct curation *curation = NULL;
    char term[COMPLETION_TERM_SIZE];

    out->count = 0;
    palpate_status status = engine_curation(&curation, engine, err);
    if (status != PALPATE_OK)
        return status;
    struct reading reading = { .out = out,
        .arena = arena,
        .wanted = key,
        .curation = curation,
        .is_title = is_title,
        .status = PALPATE_OK,
        .err = err };
    status = engine_each_record(engine, completed_term(term, key->prefix, key->key),
            is_title || curation->hides ? COMPLETED_TEXTS : 1, read_record, &reading,
            err);
    if (status == PALPATE_OK)
        status = reading.status;
    if (status == PALPATE_OK && !is_title)
        status = keep_shown_heading(&reading, engine);
    for (uint32_t i = 0; status == PALPATE_OK && is_title && i < out->count; i++)
        status = count_articles(&out->items[i], engine, key->frequency, err);
    if (!is_title && out->count > 0)
        out->items[0].count = key->frequency;
    return status;
}
