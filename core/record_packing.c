#include "core/record_packing.h"

#include <stdlib.h>
#include <string.h>
#include <xapian-c/search.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "core/digest.h"
#include "core/fail.h"
#include "core/record.h"
#include "core/record_dictionary.h"
#include "core/schema.h"
#include "core/shim_status.h"
#include "core/view.h"

enum {
    LEVEL = 3,     /* of zstd: the next ones take twice the time for a hundredth */
    MAGIC_SIZE = 4 /* that every frame begins with: it is not kept */
};

struct record_packing {
    ZSTD_DDict *dictionary;
    ZSTD_DCtx *unpacker;
    ZSTD_CCtx *packer;    /* NULL until something is packed */
    struct buffer bytes;  /* of the dictionary */
    uint64_t hash;        /* of it */
    struct buffer frame;  /* what is unpacked, with the magic number */
    struct buffer record; /* what was unpacked last */
};

static palpate_status no_memory(palpate_error *err)
{
    return fail(err, PALPATE_NO_MEMORY, "out of memory for passages");
}

static palpate_status take_dictionary(
        struct record_packing *packing, palpate_view stored, palpate_error *err)
{
    palpate_view dictionary = RECORD_DICTIONARY;
    palpate_status status = PALPATE_OK;

    if (stored.size > 0)
        status = record_dictionary_read(&dictionary, stored, err);
    if (status == PALPATE_OK)
        buffer_append(&packing->bytes, dictionary);
    packing->hash = hash_of(dictionary);
    return status;
}

/* Why no dictionary was made of the bytes.  Those that begin as a dictionary of zstd
   does and are none are damaged, which zstd says where it is to unpack a frame with
   them. */
static palpate_status say_no_dictionary(
        struct record_packing *packing, palpate_error *err)
{
    static const char EMPTY[] = "\x28\xB5\x2F\xFD\x20\0\1\0"; /* a frame of nothing */
    char none[1];
    size_t reason =
            packing->unpacker == NULL
                    ? 0
                    : ZSTD_decompress_usingDict(packing->unpacker, none, 0, EMPTY,
                              sizeof EMPTY, packing->bytes.data, packing->bytes.size);

    return ZSTD_getErrorCode(reason) == ZSTD_error_dictionary_corrupted
                   ? record_dictionary_is_damaged(err)
                   : no_memory(err);
}

palpate_status record_packing_open(
        struct record_packing **out, palpate_view stored, palpate_error *err)
{
    struct record_packing *packing = calloc(1, sizeof *packing);

    *out = NULL;
    if (packing == NULL)
        return no_memory(err);
    palpate_status status = take_dictionary(packing, stored, err);
    if (status == PALPATE_OK && !packing->bytes.failed) {
        packing->dictionary =
                ZSTD_createDDict(packing->bytes.data, packing->bytes.size);
        packing->unpacker = ZSTD_createDCtx();
    }
    if (status == PALPATE_OK &&
            (packing->dictionary == NULL || packing->unpacker == NULL))
        status = say_no_dictionary(packing, err);
    if (status != PALPATE_OK) {
        record_packing_close(packing);
        return status;
    }
    *out = packing;
    return PALPATE_OK;
}

palpate_status record_packing_read(
        struct record_packing **out, xc_database *database, palpate_error *err)
{
    char *stored = NULL;
    size_t size = 0;
    xc_error reason;

    *out = NULL;
    if (xc_database_metadata(&stored, &size, database,
                (xc_bytes){ META_DICTIONARY, sizeof META_DICTIONARY - 1 },
                &reason) != XC_OK)
        return shim_failure(&reason, err);
    palpate_status status =
            record_packing_open(out, (palpate_view){ stored, size }, err);
    xc_free(stored);
    return status;
}

void record_packing_close(struct record_packing *packing)
{
    if (packing == NULL)
        return;
    ZSTD_freeCCtx(packing->packer);
    ZSTD_freeDCtx(packing->unpacker);
    ZSTD_freeDDict(packing->dictionary);
    buffer_free(&packing->bytes);
    buffer_free(&packing->frame);
    buffer_free(&packing->record);
    free(packing);
}

/* Makes ready to pack, which those who only read never do. */
static bool open_packer(struct record_packing *packing)
{
    if (packing->packer != NULL)
        return true;
    ZSTD_CCtx *packer = ZSTD_createCCtx();
    /* The dictionary is known, and the record has a sum of its own. */
    if (packer == NULL ||
            ZSTD_isError(
                    ZSTD_CCtx_setParameter(packer, ZSTD_c_compressionLevel, LEVEL)) ||
            ZSTD_isError(ZSTD_CCtx_setParameter(packer, ZSTD_c_dictIDFlag, 0)) ||
            ZSTD_isError(ZSTD_CCtx_loadDictionary(
                    packer, packing->bytes.data, packing->bytes.size))) {
        ZSTD_freeCCtx(packer);
        return false;
    }
    packing->packer = packer;
    return true;
}

palpate_status record_pack(struct buffer *out, struct record_packing *packing,
        palpate_view record, palpate_error *err)
{
    size_t start = out->size;
    size_t head = record_head(record);
    palpate_view texts = view_slice(record, head, record.size);
    size_t most = ZSTD_compressBound(texts.size);

    buffer_append(out, view_slice(record, 0, head));
    char *frame = buffer_reserve(out, most);
    if (out->failed || frame == NULL || !open_packer(packing))
        return no_memory(err);
    size_t size = ZSTD_compress2(packing->packer, frame, most, texts.data, texts.size);
    if (ZSTD_isError(size) || size < MAGIC_SIZE)
        return no_memory(err); /* there is no other reason: the room is enough */
    memmove(frame, frame + MAGIC_SIZE, size - MAGIC_SIZE);
    out->size += size - MAGIC_SIZE;
    record_sum(out->data + start, out->size - start, packing->hash);
    return PALPATE_OK;
}

/* The frame of zstd that the kept bytes have after `head`. */
static palpate_view frame_of(
        struct record_packing *packing, palpate_view kept, size_t head)
{
    static const char MAGIC[MAGIC_SIZE] = { '\x28', '\xB5', '\x2F', '\xFD' };

    buffer_clear(&packing->frame);
    buffer_append(&packing->frame, (palpate_view){ MAGIC, sizeof MAGIC });
    buffer_append(&packing->frame, view_slice(kept, head, kept.size));
    return buffer_view(&packing->frame);
}

palpate_status record_unpack(palpate_view *record, struct record_packing *packing,
        palpate_view kept, palpate_error *err)
{
    struct buffer *out = &packing->record;
    size_t head = record_head(kept);
    palpate_status status = record_check_version(kept, err);

    *record = (palpate_view){ NULL, 0 };
    if (status != PALPATE_OK)
        return status;
    if (head == 0 || !record_has_sum(kept, packing->hash))
        return record_is_damaged(err);
    palpate_view frame = frame_of(packing, kept, head);
    if (packing->frame.failed)
        return no_memory(err);
    unsigned long long size = ZSTD_getFrameContentSize(frame.data, frame.size);
    if (size > RECORD_TEXTS_MOST) /* what is no size is more, too */
        return record_is_damaged(err);
    buffer_clear(out);
    buffer_append(out, view_slice(kept, 0, head));
    char *texts = buffer_reserve(out, (size_t)size);
    if (out->failed || texts == NULL)
        return no_memory(err);
    if (ZSTD_decompress_usingDDict(packing->unpacker, texts, (size_t)size, frame.data,
                frame.size, packing->dictionary) != size)
        return record_is_damaged(err);
    out->size += (size_t)size;
    *record = buffer_view(out);
    return PALPATE_OK;
}

palpate_status record_fetch(palpate_view *record, struct record_packing *packing,
        xc_database *database, uint32_t docid, palpate_error *err)
{
    xc_hits *found = NULL;
    xc_error reason;

    *record = (palpate_view){ NULL, 0 };
    if (xc_database_values(&found, database, SLOT_RECORD, &docid, 1, &reason) != XC_OK)
        return shim_failure(&reason, err);
    palpate_status status =
            found->count == 0 ? fail(err, PALPATE_NO_INDEX, "there is no such passage")
                              : record_unpack(record, packing,
                                        (palpate_view){ found->items[0].data.data,
                                                found->items[0].data.size },
                                        err);
    xc_hits_free(found);
    return status;
}
