/* The bytes of a record <-> what an index keeps of them: the texts are compressed by
   zstd, with a dictionary that all records of the index share. */
#ifndef CORE_RECORD_PACKING_H
#define CORE_RECORD_PACKING_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdint.h>
#include <xapian-c/read.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    RECORD_TEXTS_MOST = 64 * 1024 * 1024 /* bytes of texts: more than a page may have */
};

/* A dictionary made ready, and what packing works in.  One thread at a time. */
struct record_packing;

/* `stored` is what record_dictionary_train() appended, or empty: then the dictionary is
   the one that comes with the program.  Nothing of `stored` is needed later.
   PALPATE_CORRUPT where it is damaged, PALPATE_NO_MEMORY; `*out` is NULL then. */
palpate_status record_packing_open(
        struct record_packing **out, palpate_view stored, palpate_error *err);

/* The same with what the metadata of a database have. */
palpate_status record_packing_read(
        struct record_packing **out, xc_database *database, palpate_error *err);
void record_packing_close(struct record_packing *packing);

/* Appends what the index keeps of a record that record_encode() made, with its sum.
   PALPATE_NO_MEMORY. */
palpate_status record_pack(struct buffer *out, struct record_packing *packing,
        palpate_view record, palpate_error *err);

/* Makes the record again, valid until the next one of the same packing.
   PALPATE_CORRUPT for bytes that are none or do not have their sum, PALPATE_VERSION for
   those of another version. */
palpate_status record_unpack(palpate_view *record, struct record_packing *packing,
        palpate_view kept, palpate_error *err);

/* The record of a document of a database, likewise; PALPATE_NO_INDEX where there is no
   such document, and what fails while it is read. */
palpate_status record_fetch(palpate_view *record, struct record_packing *packing,
        xc_database *database, uint32_t docid, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
