/* The text of an article -> the language that it is in. */
#ifndef INDEXER_TEXT_LANGUAGE_H
#define INDEXER_TEXT_LANGUAGE_H

#include <palpate/view.h>
#include <stdbool.h>

/* The language of an article: what its page declares, a code such as "en-gb" or empty,
   unless the words or letters of `text` are clearly of another; then that one's two
   letters, static, and `*is_of_text`. */
palpate_view text_language(palpate_view declared, palpate_view text, bool *is_of_text);

#endif
