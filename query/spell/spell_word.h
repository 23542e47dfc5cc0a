/* A word that the index does not have -> the word that was probably meant. */
#ifndef QUERY_SPELL_WORD_H
#define QUERY_SPELL_WORD_H

#include <palpate/status.h>
#include <palpate/view.h>

#include "core/token.h"
#include "query/index/engine.h"

/* What is typed beside it: a word that stands with these is meant rather. */
struct spell_context {
    const palpate_view *words; /* folded */
    uint32_t count;
};

struct spelling {
    char word[WORD_SIZE + 1];
    size_t size;    /* 0: nothing is near */
    uint32_t cost;  /* of the slips: query/spell/edit_cost.h */
    bool is_near;   /* near enough to be searched where nothing else is found */
    bool is_likely; /* it is the one word that is near, and is near enough */
};

/* Finds the word of the index that was most probably meant by `typed` (folded): the
   cost of the slips against how common the word is, and whether it stands in a passage
   with the others.  It is likely where no other word comes close to it and both it and
   the words beside it are not those of another language alone.  What may be the name of
   another substance ("digoxin", and the index has "dioxin") is neither likely nor near.
 */
palpate_status spell_word(struct spelling *out, struct engine *engine,
        palpate_view typed, const struct spell_context *context, palpate_error *err);

/* Cuts `typed` into two words of the index, the commoner the better; out->size is 0
   where that cannot be.  They are near and likely where some passage has both. */
palpate_status spell_split(struct spelling *out, struct engine *engine,
        palpate_view typed, palpate_error *err);

#endif
