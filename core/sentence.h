/* Text -> sentences. */
#ifndef CORE_SENTENCE_H
#define CORE_SENTENCE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Where the sentence that starts at `place` (< text.size) ends: the offset of the first
   byte of the next sentence, or text.size.  White space after a sentence belongs to
   it. A '\n' always ends one.  "e.g.", "Dr.", "approx.", initials, "C5.", decimals and
   points before a lower-case word do not; quotation marks and parentheses after a full
   stop belong to the sentence they close. */
size_t sentence_end(palpate_view text, size_t place);

#ifdef __cplusplus
}
#endif
#endif
