#include "core/impact.h"
#include "query/index/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xapian-c/xapian-c.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/index_folder.h"
#include "core/poison.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "query/index/engine_inside.h"
#include "query/index/engine_newest.h"
#include "query/index/engine_reach.h"
#include "query/index/index_size.h"
#include "query/index/prefix_query.h"
#include "query/language/question_words.h"

enum { RECORDS_A_LOOK = 32 /* at the clock */ };

palpate_status engine_open(struct engine **out, const char *path, palpate_error *err)
{
    struct engine *engine = calloc(1, sizeof *engine);
    xc_error reason;
    palpate_status status = PALPATE_OK;

    *out = NULL;
    if (engine == NULL || (engine->path = strdup(path)) == NULL) {
        free(engine);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the index");
    }
    engine->reach.timeout_ms = PALPATE_DEADLINE_US * 2 / 5 / 1000;
    engine->asked_us = budget_now();
    status = analyzer_open(&engine->analyzer, err);
    if (status == PALPATE_OK && xc_pool_open(&engine->pool, &reason) != XC_OK)
        status = shim_failure(&reason, err);
    if (status == PALPATE_OK)
        status = engine_open_newest(engine, err);
    if (status != PALPATE_OK) {
        engine_close(engine);
        return status;
    }
    *out = engine;
    return PALPATE_OK;
}

void engine_close(struct engine *engine)
{
    if (engine == NULL)
        return;
    xc_free(engine->concept);
    engine_forget_terms(engine);
    arena_free(&engine->curated);
    record_cache_forget(&engine->records);
    xc_pool_close(engine->pool);
    engine_close_database(engine);
    analyzer_close(engine->analyzer);
    free(engine->path);
    free(engine);
}

void engine_begin(struct engine *engine, struct budget budget)
{
    /* With a sanitizer all go, so that whoever still looks at one is found out. */
    if (CORE_POISONS)
        record_cache_forget(&engine->records);
    record_cache_begin(&engine->records);
    engine->budget = budget;
    engine_reach_within(engine, &engine->budget);
    (void)analyzer_speak(engine->analyzer, engine->language);
}

bool engine_is_late(struct engine *engine)
{
    return budget_is_over(&engine->budget);
}

bool engine_was_cut(const struct engine *engine)
{
    return engine->budget.was_overrun;
}

palpate_status engine_refresh(struct engine *engine, bool *changed, palpate_error *err)
{
    xc_error reason;

    engine->knows_curation =
            false; /* it is small, and read again when it is asked for */
    if (engine_is_reaching(engine))
        return engine_reach_newest(engine, changed, err);
    *changed = engine_is_replaced(engine);
    if (*changed)
        return engine_open_newest(engine, err);
    uint32_t passages = engine->passages;
    uint32_t last = engine->last;
    if (xc_database_reopen(engine->database, changed, &reason) != XC_OK)
        return engine_no_index(engine, &reason, err);
    palpate_status status = engine_measure(
            engine, &engine->passages, &engine->last, engine->database, err);
    if (status != PALPATE_OK)
        return status;
    /* A search that met blocks written anew has opened them itself: then there is
     * nothing newer to open, and yet the index is not what it was. */
    *changed |= engine->passages != passages || engine->last != last;
    if (*changed) {
        engine_forget_terms(engine);
        status = engine_learn_languages(engine, err);
    }
    return status == PALPATE_OK ? engine_guard_newest(engine, err) : status;
}

palpate_status engine_info(
        struct engine *engine, palpate_index_info *info, palpate_error *err)
{
    struct buffer identity = { 0 };
    char *uuid = NULL;
    xc_error reason;

    *info = (palpate_index_info){ .passages = engine->passages };
    if (xc_database_uuid(&uuid, engine->database, &reason) != XC_OK)
        return engine_no_index(engine, &reason, err);
    /* A new build is another database; an update adds documents, whose numbers are
     * never given again, or takes some away, or changes what is said of them all. */
    buffer_append_format(&identity, "%s %u %u %lld.%ld ", uuid, engine->last,
            engine->passages, (long long)engine->folder.stub.st_mtim.tv_sec,
            engine->folder.stub.st_mtim.tv_nsec);
    palpate_status status = engine_append_rules(&identity, engine, err);
    info->generation = hash_of(buffer_view(&identity));
    bool is_whole = !identity.failed;
    buffer_free(&identity);
    xc_free(uuid);
    index_size_measure(info, &engine->folder, engine->wide);
    if (status != PALPATE_OK)
        return status;
    return is_whole ? PALPATE_OK
                    : fail(err, PALPATE_NO_MEMORY, "out of memory for the index");
}

struct analyzer *engine_analyzer(struct engine *engine)
{
    return engine->analyzer;
}

uint32_t engine_passages(const struct engine *engine)
{
    return engine->passages;
}

static palpate_status count_prefix(struct query_term *term, struct engine *engine,
        const struct wanted *wanted, palpate_error *err)
{
    uint64_t sum = 0;
    palpate_status status =
            prefix_query_count(&sum, &term->is_cut, engine->database, wanted, err);

    term->frequency = sum > engine->passages ? engine->passages : (uint32_t)sum;
    return status;
}

palpate_status engine_frequency(uint32_t *frequency, double *idf, struct engine *engine,
        palpate_view term, palpate_error *err)
{
    xc_error reason;

    if (!frequency_recall(frequency, &engine->frequencies, term)) {
        if (xc_database_frequency(frequency, NULL, engine->database,
                    (xc_bytes){ term.data, term.size }, &reason) != XC_OK)
            return shim_failure(&reason, err);
        frequency_remember(&engine->frequencies, term, *frequency);
    }
    *idf = impact_idf(*frequency, engine->passages);
    return PALPATE_OK;
}

/* How many passages have one of the words that an unfinished one may become: as many as
   have each, taken together. */
static palpate_status count_completions(struct query_term *term, struct engine *engine,
        const struct wanted *wanted, palpate_error *err)
{
    uint64_t sum = 0;

    for (uint32_t i = 0; i < wanted->completion_count; i++) {
        uint32_t frequency = 0;
        double idf = 0;
        palpate_status status =
                engine_frequency(&frequency, &idf, engine, wanted->completions[i], err);
        if (status != PALPATE_OK)
            return status;
        sum += frequency;
    }
    term->frequency = sum > engine->passages ? engine->passages : (uint32_t)sum;
    return PALPATE_OK;
}

/* How many passages have the term in any language. */
static palpate_status frequency_of(uint32_t *sum, struct engine *engine,
        const struct wanted *wanted, palpate_error *err)
{
    double idf = 0;
    palpate_status status = engine_frequency(sum, &idf, engine, wanted->term, err);

    for (uint32_t i = 0; status == PALPATE_OK && i < wanted->form_count; i++) {
        uint32_t frequency = 0;
        status = engine_frequency(&frequency, &idf, engine, wanted->forms[i], err);
        *sum += frequency; /* a passage is in one language */
    }
    return status;
}

static palpate_status weigh_term(struct query_term *term, struct engine *engine,
        const struct wanted *wanted, palpate_error *err)
{
    if (wanted->is_prefix)
        return count_prefix(term, engine, wanted, err);
    if (wanted->is_unfinished)
        return count_completions(term, engine, wanted, err);
    return frequency_of(&term->frequency, engine, wanted, err);
}

palpate_status engine_weigh(
        struct engine *engine, struct query_terms *terms, palpate_error *err)
{
    for (uint32_t i = 0; i < terms->count; i++) {
        struct query_term *term = &terms->terms[i];
        palpate_status status = weigh_term(term, engine, &terms->wanted[i], err);
        if (status != PALPATE_OK)
            return status;
        term->idf = impact_idf(term->frequency, engine->passages);
        if (term->is_asking)
            term->idf *= QUESTION_WORD_WORTH;
    }
    return PALPATE_OK;
}

palpate_status engine_concept(struct engine *engine, palpate_view key,
        palpate_view *value, palpate_error *err)
{
    struct buffer name = { 0 };
    size_t size = 0;
    xc_error reason = { XC_OK, "" };

    *value = (palpate_view){ NULL, 0 };
    xc_free(engine->concept);
    engine->concept = NULL;
    buffer_append_string(&name, META_CONCEPT);
    buffer_append(&name, key);
    if (name.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus");
    if (name.size <= XC_TERM_SIZE)
        (void)xc_database_metadata(&engine->concept, &size, engine->head,
                (xc_bytes){ name.data, name.size }, &reason);
    buffer_free(&name);
    if (reason.status != XC_OK)
        return shim_failure(&reason, err);
    *value = (palpate_view){ engine->concept, size };
    return PALPATE_OK;
}

/* The documents that have `term`, in their order; freed by xc_free(). */
static palpate_status find_documents(uint32_t **out, size_t *count,
        struct engine *engine, palpate_view term, uint32_t most, palpate_error *err)
{
    xc_error reason;

    return xc_database_postings(out, count, engine->database,
                   (xc_bytes){ term.data, term.size }, most, &reason) == XC_OK
                   ? PALPATE_OK
                   : shim_failure(&reason, err);
}

palpate_status engine_each_record(struct engine *engine, palpate_view term,
        uint32_t most, engine_record_visit *each, void *user, palpate_error *err)
{
    uint32_t *documents = NULL;
    size_t count = 0;
    palpate_status status = engine_prefetch(engine, term, most, err);

    if (status == PALPATE_OK)
        status = find_documents(&documents, &count, engine, term, most, err);
    for (size_t i = 0; status == PALPATE_OK && i < count; i++) {
        palpate_view data;
        if (i % RECORDS_A_LOOK == RECORDS_A_LOOK - 1 && engine_is_late(engine))
            break;
        status = engine_record(&data, engine, documents[i], err);
        if (status == PALPATE_OK && !each(user, data))
            break;
    }
    xc_free(documents);
    return status;
}
