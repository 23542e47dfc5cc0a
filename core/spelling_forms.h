/* A word in British spelling -> the word that stands for both spellings. */
#ifndef CORE_SPELLING_FORMS_H
#define CORE_SPELLING_FORMS_H

#include <palpate/view.h>
#include <stddef.h>
#include <stdint.h>

#include "core/token.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes the common form of a folded word and returns its size: oedema as edema,
   mobilisation as mobilization, bursae as bursa, foramina as foramen.  A rule may turn
   a word into one that nobody writes ("exercise" into "exercize"): what counts is that
   both spellings of a word meet and that different words do not.  The common form of a
   common form is itself. */
size_t spelling_common_form(palpate_view folded, char out[WORD_SIZE]);

/* A number that changes with the rules and the tables. */
uint64_t spelling_forms_hash(void);

#ifdef __cplusplus
}
#endif
#endif
