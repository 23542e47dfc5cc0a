#include "query/rank/language_order.h"

#include <string.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/schema.h"
#include "core/view.h"
#include "query/language/asked_words.h"
#include "query/language/question_language.h"
#include "query/rank/article_map.h"

enum { MAX_LANGUAGES = 32, MAX_CODE = 8, LISTED = 256 };

/* Of the least score that is put first, by that of the best. */
static const double LEAST_SHARE = 0.05;

/* What an article is, in a map of articles. */
enum { IS_OTHER = 1, IS_WANTED };

/* The languages of an index, without their regions. */
struct languages {
    char codes[MAX_LANGUAGES][MAX_CODE];
    palpate_view items[MAX_LANGUAGES];
    size_t count;
};

static palpate_view without_region(palpate_view language)
{
    return view_slice(language, 0, view_find(language, PALPATE_VIEW("-")));
}

static void add_language(void *user, palpate_view term, uint32_t frequency)
{
    struct languages *languages = user;
    palpate_view code = view_slice(term, sizeof PREFIX_LANGUAGE - 1, term.size);
    size_t size = code.size;

    (void)frequency;
    bool has_region = view_find(code, PALPATE_VIEW("-")) < size;
    if (has_region || code.data == NULL || size > MAX_CODE ||
            languages->count == MAX_LANGUAGES)
        return;
    char *bytes = languages->codes[languages->count];
    memcpy(bytes, code.data, size);
    languages->items[languages->count++] = (palpate_view){ bytes, size };
}

/* Most sites have English pages alone, which is quickly known. */
static palpate_status find_languages(
        struct languages *languages, struct engine *engine, palpate_error *err)
{
    uint32_t english = 0;
    double idf = 0;
    palpate_status status = engine_frequency(
            &english, &idf, engine, PALPATE_VIEW(PREFIX_LANGUAGE "en"), err);

    languages->count = 0;
    if (status != PALPATE_OK || english == engine_passages(engine))
        return status;
    return engine_each_completion(engine, PALPATE_VIEW(PREFIX_LANGUAGE), LISTED,
            add_language, languages, err);
}

/* The first of the languages in a list ("de, en-gb") that the index has, else count. */
static size_t first_known(const struct languages *languages, palpate_view list)
{
    while (list.size > 0) {
        size_t end = view_find(list, PALPATE_VIEW(","));
        palpate_view code = without_region(view_trim(view_slice(list, 0, end)));
        for (size_t i = 0; i < languages->count; i++)
            if (view_equals_ignoring_case(languages->items[i], code))
                return i;
        list = view_slice(list, end + 1, list.size);
    }
    return languages->count;
}

/* The language to prefer; empty where none is known. */
static palpate_status choose_language(palpate_view *out,
        const struct languages *languages, const struct question *question,
        palpate_error *err)
{
    struct buffer words = { 0 };

    asked_words_append(&words, &question->tree);
    bool failed = words.failed;
    size_t place = failed ? 0
                          : question_language(buffer_view(&words), languages->items,
                                    languages->count);
    buffer_free(&words);
    if (failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a question");
    if (place == languages->count)
        place = first_known(languages, question->options->languages);
    *out = place < languages->count ? languages->items[place] : (palpate_view){ "", 0 };
    return PALPATE_OK;
}

/* Whether a candidate's article is in the language, or does not say. */
static palpate_status is_wanted(bool *out, struct article_map *known,
        struct engine *engine, const struct candidate *candidate, palpate_view language,
        palpate_error *err)
{
    uint32_t value = article_map_find(known, candidate->first);

    if (value == 0) {
        struct article_record article;
        palpate_status status = candidate_article(&article, engine, candidate, err);
        if (status != PALPATE_OK)
            return status;
        palpate_view own = without_region(article.facts.language);
        value = own.size == 0 || view_equals_ignoring_case(own, language) ? IS_WANTED
                                                                          : IS_OTHER;
        if (!article_map_set(known, candidate->first, value))
            return fail(err, PALPATE_NO_MEMORY, "out of memory for languages");
    }
    *out = value == IS_WANTED;
    return PALPATE_OK;
}

/* Moves what is wanted to the front; the order stays else. */
static palpate_status put_first(struct candidates *candidates, size_t count,
        struct engine *engine, palpate_view language, palpate_error *err)
{
    struct article_map known = { .arena = candidates->arena };
    struct candidate *others =
            arena_zeroed(candidates->arena, count + 1, sizeof *others);
    double least = candidates->items[0].score.total * LEAST_SHARE;
    size_t kept = 0;
    size_t other_count = 0;

    if (others == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for languages");
    for (size_t i = 0; i < count; i++) {
        struct candidate *candidate = &candidates->items[i];
        bool is_first = false;
        palpate_status status =
                is_wanted(&is_first, &known, engine, candidate, language, err);
        if (status != PALPATE_OK)
            return status;
        if (is_first && candidate->score.total >= least)
            candidates->items[kept++] = *candidate;
        else
            others[other_count++] = *candidate;
    }
    for (size_t i = 0; i < other_count; i++)
        candidates->items[kept + i] = others[i];
    return PALPATE_OK;
}

palpate_status language_order(struct candidates *candidates, struct engine *engine,
        const struct question *question, palpate_error *err)
{
    struct languages languages;
    palpate_view language = { "", 0 };
    size_t count = 0;

    while (count < candidates->count && !candidates->items[count].is_related)
        count++;
    if (count < 2 || question->options->sort != PALPATE_SORT_RELEVANCE ||
            question->options->like.size > 0)
        return PALPATE_OK;
    palpate_status status = find_languages(&languages, engine, err);
    if (status != PALPATE_OK || languages.count < 2)
        return status;
    status = choose_language(&language, &languages, question, err);
    if (status != PALPATE_OK || language.size == 0)
        return status;
    return put_first(candidates, count, engine, language, err);
}
