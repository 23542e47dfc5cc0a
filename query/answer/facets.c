#include "query/answer/facets.h"

#include <assert.h>
#include <stdlib.h>

#include "core/address.h"
#include "core/fail.h"
#include "core/label.h"
#include "core/view.h"
#include "query/answer/answer.h"
#include "query/answer/people.h"

static_assert(KIND_COUNT <= 32, "the kinds of an article are bits of a number");

/* An article among what was found. */
struct facet_article {
    uint32_t kinds; /* bits of the kinds that its passages have */
    bool is_listed;
    palpate_view values[FACET_COUNT];
};

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for facets");
}

void facets_open(struct facets *facets, struct arena *arena, struct engine *engine,
        bool by_article)
{
    *facets = (struct facets){ .arena = arena,
        .engine = engine,
        .by_article = by_article,
        .numbers = { .arena = arena } };
    for (int facet = 0; facet < FACET_COUNT; facet++)
        facets->values[facet].arena = arena;
}

/* Keeps a value: the record that it stands in may go before all are counted. */
static bool keep_value(
        palpate_view *kept, const struct facets *facets, palpate_view value)
{
    *kept = arena_copy(facets->arena, value);
    return kept->data != NULL;
}

/* Reads what is said of the whole article. */
static palpate_status read_values(struct facet_article *article,
        const struct facets *facets, const struct candidate *candidate,
        palpate_error *err)
{
    struct article_record header;
    char host[ADDRESS_SITE];
    palpate_view *values = article->values;
    palpate_status status = candidate_article(&header, facets->engine, candidate, err);

    if (status != PALPATE_OK)
        return status;
    palpate_view date = article_date(&header.facts);
    palpate_view language = view_slice(header.facts.language, 0,
            view_find(header.facts.language, PALPATE_VIEW("-")));
    bool is_kept =
            keep_value(&values[FACET_AUTHOR], facets, header.facts.byline) &&
            keep_value(&values[FACET_SITE], facets, address_site(header.url, host)) &&
            keep_value(&values[FACET_LANGUAGE], facets, language) &&
            keep_value(&values[FACET_DATE], facets, view_slice(date, 0, 4)) &&
            keep_value(&values[FACET_LABEL], facets, header.facts.labels);
    return is_kept ? PALPATE_OK : no_memory(err);
}

/* The article of a first passage; NULL when memory is out. */
static struct facet_article *article_of(struct facets *facets, uint32_t first)
{
    uint32_t number = article_map_find(&facets->numbers, first);

    if (number != 0)
        return &facets->articles[number - 1];
    if (!arena_grow(facets->arena, (void **)&facets->articles, &facets->room,
                facets->count, sizeof *facets->articles) ||
            !article_map_set(&facets->numbers, first, (uint32_t)facets->count + 1))
        return NULL;
    facets->articles[facets->count] = (struct facet_article){ 0 };
    return &facets->articles[facets->count++];
}

/* The filter of an author finds what all of its words are in, so one who wrote with
   others is counted there, too. */
static void add_people(struct facets *facets, palpate_view byline)
{
    palpate_view people[MAX_PEOPLE];
    size_t count = people_of(people, byline);

    for (size_t i = 0; i < count; i++)
        facet_values_add(&facets->values[FACET_AUTHOR], people[i]);
}

/* The values of a name, however it is written; NULL where there are too many names. */
static struct label_values *values_of_name(struct facets *facets, palpate_view name)
{
    char key[COMPLETION_SIZE];
    palpate_view own = { key, completion_key(name, key) };

    for (size_t i = 0; i < facets->label_count; i++) {
        char other[COMPLETION_SIZE];
        size_t size = completion_key(facets->labels[i].name, other);
        if (view_equals(own, (palpate_view){ other, size }))
            return &facets->labels[i];
    }
    if (facets->label_count == MAX_LABEL_NAMES)
        return NULL;
    struct label_values *values = &facets->labels[facets->label_count++];
    *values = (struct label_values){ name, { .arena = facets->arena } };
    return values;
}

static void add_labels(struct facets *facets, palpate_view labels)
{
    struct label label;

    while (label_next(&label, &labels)) {
        struct label_values *values = values_of_name(facets, label.name);
        if (values != NULL)
            facet_values_add(&values->values, label.value);
    }
}

static void add_values(struct facets *facets, const struct facet_article *article)
{
    add_people(facets, article->values[FACET_AUTHOR]);
    for (int facet = FACET_AUTHOR + 1; facet < FACET_LABEL; facet++)
        facet_values_add(&facets->values[facet], article->values[facet]);
    add_labels(facets, article->values[FACET_LABEL]);
}

palpate_status facets_add(struct facets *facets, const struct candidate *candidate,
        bool is_listed, palpate_error *err)
{
    struct facet_article *article = article_of(facets, candidate->first);
    palpate_status status = PALPATE_OK;

    if (article == NULL)
        return no_memory(err);
    if (is_listed && !article->is_listed)
        status = read_values(article, facets, candidate, err);
    if (status != PALPATE_OK)
        return status;
    article->is_listed |= is_listed;
    article->kinds |= UINT32_C(1) << candidate->record.kind;
    if (facets->by_article)
        return PALPATE_OK;
    facet_values_add(&facets->values[FACET_KIND], kind_word(candidate->record.kind));
    add_values(facets, article);
    return PALPATE_OK;
}

/* Counts every article once for each value that it has. */
static void add_articles(struct facets *facets)
{
    for (size_t i = 0; i < facets->count; i++) {
        const struct facet_article *article = &facets->articles[i];
        if (!article->is_listed)
            continue;
        for (uint32_t kind = 0; kind < KIND_COUNT; kind++)
            if ((article->kinds >> kind & 1) != 0)
                facet_values_add(&facets->values[FACET_KIND],
                        kind_word((enum passage_kind)kind));
        add_values(facets, article);
    }
}

palpate_status facets_write(palpate_answer *answer, struct facets *facets,
        uint32_t most, palpate_error *err)
{
    struct arena *arena = answer_arena(answer);
    palpate_facet *written = NULL;

    if (facets->by_article)
        add_articles(facets);
    size_t count = FACET_LABEL + facets->label_count;
    written = arena_zeroed(arena, count, sizeof *written);
    bool is_whole = written != NULL;
    for (int facet = 0; is_whole && facet < FACET_LABEL; facet++)
        is_whole = facet_values_write(&written[facet], (enum facet)facet,
                &facets->values[facet], arena, most);
    for (size_t i = 0; is_whole && i < facets->label_count; i++)
        is_whole = label_values_write(
                &written[FACET_LABEL + i], &facets->labels[i], arena, most);
    if (!is_whole)
        return no_memory(err);
    answer->facets = written;
    answer->facet_count = count;
    return PALPATE_OK;
}
