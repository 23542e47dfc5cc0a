/* A word that no rule leads to its common form -> that form. */
#ifndef CORE_WORD_FORMS_H
#define CORE_WORD_FORMS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The singular of a Latin, Greek or English plural ("foramina", "calves"), and the one
   spelling of a word that is spelled in two ways ("programme").  Both are the same word
   for certain.  False where the word is not in the table. */
bool word_form_of(palpate_view *form, palpate_view folded);

/* The `place`-th row of the table, from 0; false after the last one. */
bool word_form_at(palpate_view *word, palpate_view *form, size_t place);

#ifdef __cplusplus
}
#endif
#endif
