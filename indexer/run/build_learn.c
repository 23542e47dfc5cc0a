#include <string.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/record_dictionary.h"
#include "indexer/run/build.h"
#include "indexer/shard/stored_passage.h"

/* The next of the first pages, or FIRST_PAGES. */
static uint32_t next_of_first(struct build *build)
{
    (void)pthread_mutex_lock(&build->lock);
    bool is_over = build->is_over || build->first_read == build->parts.first_count;
    uint32_t place = is_over ? FIRST_PAGES : build->first_read++;
    (void)pthread_mutex_unlock(&build->lock);
    return place;
}

/* Keeps the records that the passages of an article would have. */
static palpate_status keep_records(struct first_look *look, struct worker *worker,
        const struct article *article, palpate_error *err)
{
    struct buffer *records = &worker->records;
    const struct article_place place = { article->canonical,
        hash_of(article->canonical) };
    const struct field_counts uncounted = { { 0 } };

    if (article->verdict != PAGE_INDEXED)
        return PALPATE_OK;
    buffer_clear(records);
    look->sizes =
            arena_zeroed(&worker->looks, article->passage_count, sizeof *look->sizes);
    for (uint32_t i = 0; look->sizes != NULL && i < article->passage_count; i++) {
        size_t start = records->size;
        stored_passage_write(records, article, i, place, uncounted);
        look->sizes[i] = records->size - start;
    }
    look->records = arena_copy(&worker->looks, buffer_view(records));
    if (records->failed || look->sizes == NULL || look->records.data == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for passages");
    look->count = article->passage_count;
    return PALPATE_OK;
}

static palpate_status look_at(struct worker *worker, uint32_t place, palpate_error *err)
{
    struct build *build = worker->build;
    struct first_look *look = &build->first[place];
    const struct source_page *source = &build->parts.first[place];
    uint64_t size = source_likely_size(source);
    struct article article = { .passage_count = 0 };

    large_pages_enter(&build->large, size);
    palpate_status status = page_block_hashes(&look->hashes,
            place < build->parts.sampled ? &article : NULL, &worker->looks,
            &worker->reader, source, err);
    if (status == PALPATE_OK)
        status = keep_records(look, worker, &article, err);
    if (size >= LARGE_PAGE)
        page_reader_free(&worker->reader);
    large_pages_leave(&build->large, size);
    return status;
}

palpate_status build_look(struct worker *worker, palpate_error *err)
{
    struct build *build = worker->build;
    palpate_status status = PALPATE_OK;

    for (uint32_t place = 0;
            status == PALPATE_OK && (place = next_of_first(build)) < FIRST_PAGES;) {
        status = build_check_stop(build, err);
        if (status == PALPATE_OK)
            status = look_at(worker, place, err);
    }
    return status;
}

static palpate_status learn_shared_blocks(struct build *build, palpate_error *err)
{
    struct shared_blocks_learner learner = { .pages = 0 };

    for (uint32_t i = 0; i < build->parts.first_count; i++)
        shared_blocks_add(&learner, &build->first[i].hashes);
    return shared_blocks_learn(&build->run->shared, &learner, err);
}

/* A small site has too few records to make up for the bytes of a dictionary. */
static palpate_status learn_dictionary(struct build *build, palpate_error *err)
{
    struct buffer records = { 0 };
    struct buffer sizes = { 0 };
    palpate_status status = PALPATE_OK;

    if (build->parts.first_count < FIRST_PAGES)
        return PALPATE_OK;
    for (uint32_t i = 0; i < build->parts.sampled; i++) {
        const struct first_look *look = &build->first[i];
        buffer_append(&records, look->records);
        buffer_append(&sizes, (palpate_view){ (const char *)look->sizes,
                                      look->count * sizeof *look->sizes });
    }
    if (records.failed || sizes.failed)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for passages");
    else if (records.size > 0)
        status = record_dictionary_train(&build->run->dictionary, buffer_view(&records),
                (const size_t *)(const void *)sizes.data, sizes.size / sizeof(size_t),
                err);
    buffer_free(&records);
    buffer_free(&sizes);
    return status;
}

void build_learn(struct build *build)
{
    palpate_error err = { 0 };
    palpate_status status = learn_shared_blocks(build, &err);

    if (status == PALPATE_OK)
        status = learn_dictionary(build, &err);
    if (status != PALPATE_OK)
        build_stop(build, status, &err);
}
