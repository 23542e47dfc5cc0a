/* What the user typed -> whether it states something, as a sentence of a text does. */
#ifndef QUERY_CLAIM_H
#define QUERY_CLAIM_H

#include <palpate/view.h>
#include <stdbool.h>

/* What a word that relates is worth in a claim, in shares of its idf. */
#define RELATING_WORD_WORTH 0.5

/* "aspirin reduces the risk of stroke" and "knee pain is a symptom of gout": a
   sentence, told by a verb of its own, or by its full stop.  A topic that has a verb in
   a clause
   ("exercises if the neck is stiff"), what people say of themselves ("i have neck
   pain") and a question that follows something ("back pain can i swim") are none. */
bool is_claim(palpate_view typed);

/* "reduces", "associated" or "significant" in a claim: what supports the claim, or
   contradicts it, may have another word there.  `folded` is a whole word. */
bool is_relating_word(palpate_view folded);

#endif
