/* A term -> whether it is that of a common English word. */
#ifndef CORE_COMMON_WORDS_H
#define CORE_COMMON_WORDS_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether `term`, as term_of() makes it, is that of a word that everybody knows: it is
   no slip of the keyboard, whether or not a page has it. */
bool is_common_term(palpate_view term);

/* A number that changes with the list. */
uint64_t common_words_hash(void);

#ifdef __cplusplus
}
#endif
#endif
