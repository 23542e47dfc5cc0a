/* A sentence -> what in it points elsewhere: to another page, or to the sentence
 * before. */
#ifndef QUERY_REFERENCE_H
#define QUERY_REFERENCE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>

/* Where a sentence begins to name another page ("see our guide to", "is described in");
   sentence.size where it does not.  What follows names that page and answers nothing.
 */
size_t reference_to_page(palpate_view sentence);

/* Whether that is all a sentence does: "More ideas are in our guide to stretching." Not
   one that says something first, or mentions the page in parentheses. */
bool reference_is_all(palpate_view sentence);

/* Whether a passage consists of such sentences. */
bool reference_is_whole(palpate_view text);

/* Whether a sentence speaks of what the one before it names: "It thickens.", "The
   lining of this sleeve swells." */
bool reference_leans_back(palpate_view sentence);

#endif
