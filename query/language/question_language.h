/* The words of a question -> the language that they are of. */
#ifndef QUERY_QUESTION_LANGUAGE_H
#define QUERY_QUESTION_LANGUAGE_H

#include <palpate/view.h>
#include <stddef.h>

/* The place among `languages` ("en", "es") of the one that the folded words are of, by
   their script or their function words: the one with the most of them.  `count` where
   two have as many or there are none: names of complaints are alike in many languages.
 */
size_t question_language(
        palpate_view words, const palpate_view *languages, size_t count);

#endif
