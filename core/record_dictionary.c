#include "core/record_dictionary.h"

#include <stdlib.h>
#include <string.h>
#include <zdict.h>
#include <zstd_errors.h>

#include "core/bytes.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/record.h"
#include "core/view.h"

enum {
    TRAINED = 32 * 1024 /* bytes of a dictionary: twice that takes a fortieth more off
                           records, and is as much to keep in each processor's cache */
};

/* The texts of the records, without what is not compressed. */
struct texts {
    char *bytes;
    size_t *sizes;
};

static bool take_texts(
        struct texts *out, palpate_view records, const size_t *sizes, size_t count)
{
    size_t end = 0;

    *out = (struct texts){ malloc(records.size + 1),
        calloc(count + 1, sizeof(size_t)) };
    if (out->bytes == NULL || out->sizes == NULL)
        return false;
    for (size_t i = 0, at = 0; i < count; at += sizes[i++]) {
        palpate_view record = view_slice(records, at, sizes[i]);
        palpate_view text = view_slice(record, record_head(record), record.size);
        if (text.data != NULL)
            memcpy(out->bytes + end, text.data, text.size);
        out->sizes[i] = text.size;
        end += text.size;
    }
    return true;
}

static void append_stored(struct buffer *out, palpate_view dictionary)
{
    bytes_append(out, hash_of(dictionary));
    buffer_append(out, dictionary);
}

palpate_status record_dictionary_train(struct buffer *out, palpate_view records,
        const size_t *sizes, size_t count, palpate_error *err)
{
    char *dictionary = malloc(TRAINED);
    struct texts texts = { NULL, NULL };
    palpate_status status = PALPATE_OK;

    if (dictionary == NULL || !take_texts(&texts, records, sizes, count)) {
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a dictionary");
        goto out;
    }
    size_t size = ZDICT_trainFromBuffer(
            dictionary, TRAINED, texts.bytes, texts.sizes, (unsigned)count);
    if (!ZDICT_isError(size))
        append_stored(out, (palpate_view){ dictionary, size });
    if (out->failed || (ZDICT_isError(size) &&
                               ZSTD_getErrorCode(size) == ZSTD_error_memory_allocation))
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a dictionary");
out:
    free(texts.bytes);
    free(texts.sizes);
    free(dictionary);
    return status;
}

palpate_status record_dictionary_is_damaged(palpate_error *err)
{
    return fail(err, PALPATE_CORRUPT,
            "the dictionary of the passages is damaged: rebuild the index with "
            "palpate-index --rebuild");
}

palpate_status record_dictionary_read(
        palpate_view *dictionary, palpate_view stored, palpate_error *err)
{
    uint64_t sum = 0;

    *dictionary = stored;
    if (bytes_take(dictionary, &sum) && sum == hash_of(*dictionary))
        return PALPATE_OK;
    return record_dictionary_is_damaged(err);
}
