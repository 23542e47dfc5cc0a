/* Two bytes are a size: the first of the bytes after them are the dictionary of an
   index, refused as damaged or taken, and the rest a passage that is kept with it. With
   the sum that a dictionary has, any bytes pack and unpack, and what is unpacked is a
   record, or refused. */
#include <stdlib.h>

#include "core/bytes.h"
#include "core/digest.h"
#include "core/record.h"
#include "core/record_dictionary.h"
#include "core/record_packing.h"
#include "core/view.h"
#include "fuzz.h"

/* Writes the bytes as an index keeps a dictionary. */
static void write_stored(struct buffer *out, palpate_view dictionary)
{
    bytes_append(out, hash_of(dictionary));
    buffer_append(out, dictionary);
}

static void require_refused(palpate_view stored)
{
    struct record_packing *packing = NULL;
    palpate_error err;
    palpate_status status = record_packing_open(&packing, stored, &err);

    if (status != PALPATE_OK) {
        REQUIRE(status == PALPATE_CORRUPT && packing == NULL);
        fuzz_require_sentence(err.message);
    }
    record_packing_close(packing);
}

static void require_same(struct record_packing *packing, palpate_view text)
{
    const struct passage_record passage = { .text = text, .ordinal = 1 };
    struct buffer bytes = { 0 };
    struct buffer kept = { 0 };
    struct article_record article;
    struct passage_record again;
    palpate_view record;

    record_encode(&bytes, &passage, NULL);
    REQUIRE(record_pack(&kept, packing, buffer_view(&bytes), NULL) == PALPATE_OK);
    REQUIRE(record_unpack(&record, packing, buffer_view(&kept), NULL) == PALPATE_OK);
    REQUIRE(view_equals(record, buffer_view(&bytes)) ||
            record_decode(&again, &article, record, NULL) == PALPATE_OK);
    buffer_free(&bytes);
    buffer_free(&kept);
}

/* The bytes as they are kept, with the sum that they would have. */
static void require_kept(
        struct record_packing *packing, palpate_view dictionary, palpate_view bytes)
{
    char *kept = fuzz_string(bytes);
    palpate_view record;
    palpate_error err;

    record_sum(kept, bytes.size, hash_of(dictionary));
    if (record_unpack(&record, packing, (palpate_view){ kept, bytes.size }, &err) !=
            PALPATE_OK) {
        REQUIRE(err.status == PALPATE_CORRUPT || err.status == PALPATE_VERSION);
        fuzz_require_sentence(err.message);
    }
    free(kept);
}

void fuzz_one(palpate_view bytes)
{
    size_t size = (size_t)fuzz_byte(&bytes) * 256;
    struct buffer stored = { 0 };
    struct record_packing *packing = NULL;
    palpate_error err;

    size += fuzz_byte(&bytes);
    palpate_view dictionary = view_slice(bytes, 0, size);
    palpate_view rest = view_slice(bytes, size, bytes.size);
    require_refused(dictionary);
    write_stored(&stored, dictionary);
    palpate_status status = record_packing_open(&packing, buffer_view(&stored), &err);
    if (status == PALPATE_OK) {
        require_same(packing, rest);
        require_kept(packing, dictionary, rest);
    } else {
        REQUIRE(status == PALPATE_CORRUPT);
        fuzz_require_sentence(err.message);
    }
    record_packing_close(packing);
    buffer_free(&stored);
}
