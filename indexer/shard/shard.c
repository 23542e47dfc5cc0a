#include "indexer/shard/shard.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/record_packing.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"
#include "indexer/shard/article_terms.h"
#include "indexer/shard/booleans.h"
#include "indexer/shard/completions.h"
#include "indexer/shard/postings.h"
#include "indexer/shard/stored_passage.h"
#include "indexer/shard/writers.h"

struct shard {
    struct writers writers;
    xc_document *document; /* filled again for every passage */
    struct analyzer *analyzer;
    struct postings *postings;
    struct postings *article_postings; /* of the article that is being added, and */
    struct passage_runs runs;          /* … where the words of its passages are */
    bool title_tells;
    struct record_packing *packing;
    struct buffer bytes; /* filled again for every passage */
    struct buffer packed;
};

static palpate_status open_shard(struct shard **out, const char *path, unsigned flags,
        palpate_view dictionary, palpate_error *err)
{
    struct shard *shard = calloc(1, sizeof *shard);
    xc_error reason = { XC_OK, "" };

    *out = NULL;
    if (shard == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a shard");
    palpate_status status = analyzer_open(&shard->analyzer, err);
    if (status == PALPATE_OK)
        status = postings_open(&shard->postings, shard->analyzer, err);
    if (status == PALPATE_OK)
        status = postings_open(&shard->article_postings, shard->analyzer, err);
    if (status == PALPATE_OK)
        status = record_packing_open(&shard->packing, dictionary, err);
    if (status == PALPATE_OK && xc_document_open(&shard->document, &reason) != XC_OK)
        status = shim_failure(&reason, err);
    if (status == PALPATE_OK)
        status = writers_open(&shard->writers, path, flags, err);
    if (status != PALPATE_OK) {
        shard_close(shard);
        return status;
    }
    *out = shard;
    return PALPATE_OK;
}

palpate_status shard_create(struct shard **out, const char *path, bool read_only,
        palpate_view dictionary, palpate_error *err)
{
    /* A part is merged or thrown away: only what is published must reach the disk. */
    return open_shard(out, path,
            XC_CREATE | XC_NO_SYNC | (read_only ? XC_NO_TERMLIST : 0), dictionary, err);
}

palpate_status shard_start_over(
        struct shard *shard, const char *path, palpate_error *err)
{
    writers_close(&shard->writers);
    return writers_open(&shard->writers, path, XC_CREATE | XC_NO_SYNC, err);
}

static palpate_status reported(
        xc_status status, const xc_error *reason, palpate_error *err)
{
    return status == XC_OK ? PALPATE_OK : shim_failure(reason, err);
}

palpate_status shard_commit(struct shard *shard, palpate_error *err)
{
    return writers_commit(&shard->writers, false, err);
}

palpate_status shard_commit_live(struct shard *shard, palpate_error *err)
{
    return writers_commit(&shard->writers, true, err);
}

palpate_status shard_finish(struct shard *shard, palpate_error *err)
{
    palpate_status status = shard_commit(shard, err);

    writers_close(&shard->writers);
    return status;
}

palpate_status shard_open(struct shard **out, const char *path, palpate_view dictionary,
        palpate_error *err)
{
    return open_shard(out, path, 0, dictionary, err);
}

palpate_status shard_guard(
        struct shard *shard, const char *database, palpate_error *err)
{
    return writers_guard(&shard->writers, database, err);
}

const struct manifest *shard_manifests(const struct shard *shard)
{
    return shard->writers.manifests;
}

void shard_close(struct shard *shard)
{
    if (shard == NULL)
        return;
    writers_close(&shard->writers);
    xc_document_close(shard->document);
    postings_close(shard->postings);
    postings_close(shard->article_postings);
    free(shard->runs.items);
    analyzer_close(shard->analyzer);
    buffer_free(&shard->bytes);
    buffer_free(&shard->packed);
    record_packing_close(shard->packing);
    free(shard);
}

struct analyzer *shard_analyzer(struct shard *shard)
{
    return shard->analyzer;
}

static xc_bytes bytes_of(palpate_view view)
{
    return (xc_bytes){ view.data, view.size };
}

static palpate_status add_posting(
        void *user, palpate_view term, uint32_t impact, palpate_error *err)
{
    xc_error reason;

    if (xc_document_add_term(user, bytes_of(term), impact, &reason) != XC_OK)
        return shim_failure(&reason, err);
    return PALPATE_OK;
}

/* "2024-05-01…" as YYYYMMDD; false where it is no such date. */
static bool digits_of_date(palpate_view date, char out[8])
{
    static const size_t PLACES[8] = { 0, 1, 2, 3, 5, 6, 8, 9 };

    for (size_t i = 0; i < 8; i++) {
        if (PLACES[i] >= date.size || date.data[PLACES[i]] < '0' ||
                date.data[PLACES[i]] > '9')
            return false;
        out[i] = date.data[PLACES[i]];
    }
    return true;
}

static palpate_status set_values(struct shard *shard, const struct article *article,
        uint64_t key, palpate_error *err)
{
    char bytes[ARTICLE_VALUE_SIZE];
    xc_error reason = { XC_OK, "" };
    palpate_view date = article_date(&article->facts);

    (void)xc_document_set_value(shard->document, SLOT_ARTICLE,
            bytes_of(schema_article_value(bytes, key)), &reason);
    if (reason.status == XC_OK && digits_of_date(date, bytes))
        (void)xc_document_set_value(
                shard->document, SLOT_DATE, (xc_bytes){ bytes, sizeof bytes }, &reason);
    return reason.status == XC_OK ? PALPATE_OK : shim_failure(&reason, err);
}

/* The article's words were counted before, but for those of doubtful passages. */
static palpate_status count_text(struct shard *shard, const struct article *article,
        uint32_t ordinal, palpate_error *err)
{
    const struct passage *passage = &article->passages[ordinal];

    if (passage->is_doubtful)
        return postings_count(shard->postings, passage->text, FIELD_TEXT, err);
    return postings_count_run(shard->postings, shard->article_postings,
            shard->runs.items[ordinal], FIELD_TEXT, err);
}

static palpate_status count_fields(struct shard *shard, const struct article *article,
        uint32_t ordinal, palpate_error *err)
{
    const struct passage *passage = &article->passages[ordinal];

    postings_clear(shard->postings);
    palpate_status status = count_text(shard, article, ordinal, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < passage->heading_count; i++)
        status = postings_count(
                shard->postings, passage->heading[i], FIELD_HEADING, err);
    if (status == PALPATE_OK)
        status = postings_count(shard->postings, article->title, FIELD_TITLE, err);
    if (!shard->title_tells)
        postings_drop_title(shard->postings);
    return status;
}

static palpate_status set_record(struct shard *shard, const struct article *article,
        uint32_t ordinal, struct article_place place, palpate_error *err)
{
    xc_error reason;

    buffer_clear(&shard->bytes);
    buffer_clear(&shard->packed);
    stored_passage_write(
            &shard->bytes, article, ordinal, place, postings_lengths(shard->postings));
    if (shard->bytes.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a passage");
    palpate_status status = record_pack(
            &shard->packed, shard->packing, buffer_view(&shard->bytes), err);
    if (status != PALPATE_OK)
        return status;
    return reported(xc_document_set_value(shard->document, SLOT_RECORD,
                            bytes_of(buffer_view(&shard->packed)), &reason),
            &reason, err);
}

static palpate_status add_passage(struct shard *shard, const struct article *article,
        uint32_t ordinal, struct article_place place, palpate_error *err)
{
    const struct passage *passage = &article->passages[ordinal];
    xc_error reason;

    if (xc_document_clear(shard->document, &reason) != XC_OK)
        return shim_failure(&reason, err);
    palpate_status status = PALPATE_OK;
    if (ordinal == 0)
        status = article_terms_add(&shard->title_tells, shard->document,
                shard->article_postings, &shard->runs, article, err);
    if (status == PALPATE_OK)
        status = count_fields(shard, article, ordinal, err);
    if (status == PALPATE_OK)
        status = postings_each(shard->postings, passage->is_doubtful, add_posting,
                shard->document, err);
    if (status == PALPATE_OK)
        status = booleans_add(shard->document, article, passage, place, err);
    if (status == PALPATE_OK)
        status = completions_add(shard->document, article, ordinal, err);
    if (status == PALPATE_OK)
        status = set_values(shard, article, place.key, err);
    if (status == PALPATE_OK)
        status = set_record(shard, article, ordinal, place, err);
    return status == PALPATE_OK
                   ? writers_add(&shard->writers, place.key, shard->document, err)
                   : status;
}

palpate_status shard_add(struct shard *shard, const struct article *article,
        palpate_view url, uint64_t key, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    (void)analyzer_speak(shard->analyzer, stemming_of(article->facts.language));
    for (uint32_t i = 0; status == PALPATE_OK && i < article->passage_count; i++)
        status =
                add_passage(shard, article, i, (struct article_place){ url, key }, err);
    (void)analyzer_speak(shard->analyzer, NULL);
    return status;
}

palpate_status shard_remove(struct shard *shard, uint64_t key, palpate_error *err)
{
    return writers_remove(&shard->writers, key, err);
}

palpate_status shard_set(
        struct shard *shard, palpate_view key, palpate_view value, palpate_error *err)
{
    return writers_set(&shard->writers, key, value, err);
}

static palpate_status write_note(struct shard *shard, palpate_view id,
        const struct catalog_entry *entry, palpate_error *err)
{
    struct buffer key = { 0 };
    struct buffer value = { 0 };

    catalog_key(&key, id);
    if (entry != NULL)
        catalog_value(&value, entry);
    palpate_status status =
            key.failed || value.failed
                    ? fail(err, PALPATE_NO_MEMORY, "out of memory for the catalog")
                    : shard_set(shard, buffer_view(&key), buffer_view(&value), err);
    buffer_free(&key);
    buffer_free(&value);
    return status;
}

palpate_status shard_note(
        struct shard *shard, const struct catalog_entry *entry, palpate_error *err)
{
    return write_note(shard, entry->id, entry, err);
}

palpate_status shard_forget(struct shard *shard, palpate_view id, palpate_error *err)
{
    return write_note(shard, id, NULL, err);
}
