/* The dictionaries that records are compressed with: the one that comes with the
   program, for small sites, and one that is trained on a site's own records. */
#ifndef CORE_RECORD_DICTIONARY_H
#define CORE_RECORD_DICTIONARY_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/buffer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Trained on the records of corpus/.  Every index of a small site is read with it:
   RECORD_VERSION changes when it does. */
extern const palpate_view RECORD_DICTIONARY;

/* Trains a dictionary on records, which stand in `records` one after another in the
   given sizes, and appends it as the index keeps it: the same for the same records.
   Appends nothing where there are too few of them.  PALPATE_NO_MEMORY. */
palpate_status record_dictionary_train(struct buffer *out, palpate_view records,
        const size_t *sizes, size_t count, palpate_error *err);

/* What record_dictionary_train() appended -> the dictionary in it; PALPATE_CORRUPT
   where that is damaged. */
palpate_status record_dictionary_read(
        palpate_view *dictionary, palpate_view stored, palpate_error *err);

/* PALPATE_CORRUPT, with the way out. */
palpate_status record_dictionary_is_damaged(palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
