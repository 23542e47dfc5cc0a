#include "indexer/shard/head.h"

#include <string.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/index_folder.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/thesaurus.h"
#include "core/varint.h"
#include "core/view.h"
#include "core/wide_index.h"
#include "indexer/shard/index_curation.h"
#include "indexer/shard/shard.h"

/* A head under way. */
struct head {
    struct shard *shard;
    xc_database *from;
    struct buffer sum; /* what the thesauri are known by */
};

/* Metadata of the database at `place`, or nothing; freed by xc_free(). */
static palpate_status read_value(palpate_view *out, char **owned, struct head *head,
        size_t place, palpate_view key, palpate_error *err)
{
    size_t size = 0;
    xc_error reason;

    *out = (palpate_view){ NULL, 0 };
    if (xc_database_metadata(owned, &size, xc_database_part(head->from, place),
                (xc_bytes){ key.data, key.size }, &reason) != XC_OK)
        return shim_failure(&reason, err);
    *out = (palpate_view){ *owned, size };
    return PALPATE_OK;
}

static bool has_name(
        const struct thesaurus_name *names, uint32_t count, palpate_view text)
{
    for (uint32_t i = 0; i < count; i++)
        if (view_equals(names[i].text, text))
            return true;
    return false;
}

/* Adds to an entry those of its names in another that it has not. */
static palpate_status join_entry(
        struct buffer *entry, palpate_view more, palpate_error *err)
{
    struct arena arena = { 0 };
    struct thesaurus_name *known = NULL;
    struct thesaurus_name *names = NULL;
    uint32_t known_count = 0;
    uint32_t count = 0;
    palpate_view before = arena_copy(&arena, buffer_view(entry));
    palpate_status status =
            before.data == NULL
                    ? fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus")
                    : thesaurus_decode(&known, &known_count, &arena, before, err);

    if (status == PALPATE_OK)
        status = thesaurus_decode(&names, &count, &arena, more, err);
    uint32_t total = known_count;
    for (uint32_t i = 0; status == PALPATE_OK && i < count && total < THESAURUS_GROUP;
            i++) {
        if (has_name(known, known_count, names[i].text))
            continue;
        buffer_append_byte(entry, (char)names[i].relation);
        buffer_append_byte(
                entry, (char)((names[i].is_ambiguous ? THESAURUS_AMBIGUOUS : 0) |
                               (names[i].is_short_form ? THESAURUS_SHORT_FORM : 0)));
        varint_append_view(entry, names[i].text);
        varint_append_view(entry, names[i].source);
        total++;
    }
    arena_free(&arena);
    return status;
}

/* Joins what the databases from `place` on have under a key.  `*is_known` says that an
   earlier one has it, so that it was joined already. */
static palpate_status join_value(struct buffer *out, bool *is_known, struct head *head,
        size_t place, palpate_view key, palpate_error *err)
{
    size_t count = xc_database_shards(head->from);
    palpate_status status = PALPATE_OK;

    *is_known = false;
    buffer_clear(out);
    for (size_t i = 0; status == PALPATE_OK && !*is_known && i < count; i++) {
        char *owned = NULL;
        palpate_view value;
        status = read_value(&value, &owned, head, i, key, err);
        if (status == PALPATE_OK && i < place)
            *is_known = value.size > 0;
        else if (status == PALPATE_OK && out->size == 0)
            buffer_append(out, value);
        else if (status == PALPATE_OK && key.data[0] == META_CONCEPT[0])
            status = join_entry(out, value, err);
        xc_free(owned);
    }
    if (status == PALPATE_OK && out->failed)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for the thesaurus");
    return status;
}

/* Writes what starts with `prefix` of one database and of those after it. */
static palpate_status write_prefix(
        struct head *head, size_t place, const char *prefix, palpate_error *err)
{
    struct buffer joined = { 0 };
    xc_list *keys = NULL;
    xc_error reason;
    palpate_status status = PALPATE_OK;

    if (xc_database_metadata_keys(&keys, xc_database_part(head->from, place),
                (xc_bytes){ prefix, strlen(prefix) }, &reason) != XC_OK)
        status = shim_failure(&reason, err);
    for (size_t i = 0; status == PALPATE_OK && i < keys->count; i++) {
        palpate_view key = { keys->items[i].text.data, keys->items[i].text.size };
        bool is_known = false;
        status = join_value(&joined, &is_known, head, place, key, err);
        if (status == PALPATE_OK && !is_known)
            status = shard_set(head->shard, key, buffer_view(&joined), err);
    }
    xc_list_free(keys);
    buffer_free(&joined);
    return status;
}

static palpate_status write_thesaurus(struct head *head, palpate_error *err)
{
    char digest[DIGEST_TEXT_SIZE];
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < xc_database_shards(head->from);
            i++) {
        char *owned = NULL;
        palpate_view known;
        status = write_prefix(head, i, META_CONCEPT, err);
        if (status == PALPATE_OK)
            status = write_prefix(head, i, META_NAME, err);
        if (status == PALPATE_OK)
            status = read_value(
                    &known, &owned, head, i, PALPATE_VIEW(META_THESAURUS), err);
        if (status == PALPATE_OK)
            buffer_append(&head->sum, known);
        xc_free(owned);
    }
    if (status != PALPATE_OK || head->sum.size == 0)
        return status;
    digest_write(digest_of(buffer_view(&head->sum)), digest);
    return shard_set(head->shard, PALPATE_VIEW(META_THESAURUS),
            (palpate_view){ digest, sizeof digest }, err);
}

/* All curations, one after the other; the same text once. */
static palpate_status write_curation(struct head *head, palpate_error *err)
{
    struct buffer all = { 0 };
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < xc_database_shards(head->from);
            i++) {
        char *owned = NULL;
        palpate_view rules;
        status = read_value(&rules, &owned, head, i, PALPATE_VIEW(META_CURATION), err);
        if (status == PALPATE_OK && rules.size > 0 &&
                view_find(buffer_view(&all), rules) == all.size) {
            if (all.size > 0 && all.data[all.size - 1] != '\n')
                buffer_append_byte(&all, '\n');
            buffer_append(&all, rules);
        }
        xc_free(owned);
    }
    if (status == PALPATE_OK && all.failed)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for the curation");
    if (status == PALPATE_OK && all.size > 0)
        status = index_curation_check(
                "the curations of the shards", buffer_view(&all), err);
    if (status == PALPATE_OK && all.size > 0)
        status = index_curation_write(head->shard, buffer_view(&all), err);
    buffer_free(&all);
    return status;
}

/* The base address of those that have one. */
static palpate_status write_base(struct head *head, palpate_error *err)
{
    struct buffer base = { 0 };
    bool is_same = true;
    palpate_status status = PALPATE_OK;

    for (size_t i = 0; status == PALPATE_OK && i < xc_database_shards(head->from);
            i++) {
        char *owned = NULL;
        palpate_view own;
        status = read_value(&own, &owned, head, i, PALPATE_VIEW(META_BASE), err);
        if (status == PALPATE_OK && own.size > 0) {
            is_same =
                    is_same && (base.size == 0 || view_equals(buffer_view(&base), own));
            buffer_clear(&base);
            buffer_append(&base, own);
        }
        xc_free(owned);
    }
    if (status == PALPATE_OK && is_same && base.size > 0)
        status = shard_set(
                head->shard, PALPATE_VIEW(META_BASE), buffer_view(&base), err);
    buffer_free(&base);
    return status;
}

static palpate_status write_stamp(struct head *head, palpate_error *err)
{
    struct buffer stamp = { 0 };
    palpate_status status = PALPATE_OK;

    schema_stamp(&stamp, shard_analyzer(head->shard));
    status = stamp.failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for the stamp")
                          : shard_set(head->shard, PALPATE_VIEW(META_STAMP),
                                    buffer_view(&stamp), err);
    buffer_free(&stamp);
    return status;
}

/* What tells the state of each database, where one of them is on another machine. */
static palpate_status write_identities(struct head *head, palpate_error *err)
{
    struct buffer all = { 0 };
    palpate_status status = PALPATE_OK;

    if (!xc_database_has_remote(head->from))
        return PALPATE_OK;
    for (size_t i = 0; status == PALPATE_OK && i < xc_database_shards(head->from); i++)
        status = wide_opening_identify(&all, xc_database_part(head->from, i), err);
    if (status == PALPATE_OK)
        status =
                shard_set(head->shard, PALPATE_VIEW(META_WIDE), buffer_view(&all), err);
    buffer_free(&all);
    return status;
}

palpate_status head_write(const char *path, xc_database *from, palpate_error *err)
{
    struct head head = { .from = from };
    palpate_status status =
            shard_create(&head.shard, path, false, (palpate_view){ NULL, 0 }, err);

    if (status == PALPATE_OK)
        status = write_stamp(&head, err);
    if (status == PALPATE_OK)
        status = write_thesaurus(&head, err);
    if (status == PALPATE_OK)
        status = write_curation(&head, err);
    if (status == PALPATE_OK)
        status = write_base(&head, err);
    if (status == PALPATE_OK)
        status = write_identities(&head, err);
    if (status == PALPATE_OK)
        status = shard_commit(head.shard, err);
    shard_close(head.shard);
    buffer_free(&head.sum);
    return status == PALPATE_OK && xc_database_has_remote(from)
                   ? wide_terms_write(path, from, err)
                   : status;
}
