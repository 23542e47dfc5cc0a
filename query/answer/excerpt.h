/* A passage's text and what matched in it -> the sentences worth showing. */
#ifndef QUERY_EXCERPT_H
#define QUERY_EXCERPT_H

#include <palpate/search.h>
#include <palpate/status.h>
#include <palpate/view.h>

#include "core/arena.h"
#include "query/answer/sentences.h"

enum { EXCERPT_SIZE = 320 }; /* bytes that an excerpt aims for at most */

/* What an excerpt is made of. */
struct excerpt_source {
    palpate_view text; /* of a passage */
    const struct sentence_mark *marks;
    size_t mark_count;
    const struct stemming *language; /* of the text; NULL for English */
    bool is_definition;
};

struct excerpt {
    palpate_view text;   /* plain; blocks separated by '\n' */
    palpate_span *marks; /* in `text` of the excerpt */
    size_t mark_count;
    bool starts_inside; /* text was left out before it */
    bool ends_inside;
};

/* Chooses one to three neighbouring sentences of a text with the most of the query in
   them, at most EXCERPT_SIZE bytes or so; one overlong sentence is cut at words around
   its marks. Never parts a negation or warning ("do not", "avoid", "no evidence that",
   "unless") from what it is about: not by a cut inside a sentence, nor from the
   sentence before or after, nor from the list that it leads in; for that an excerpt
   may be longer.  Begins where a definition begins, and with what its first words speak
   of ("this sleeve") where that fits.  Never a sentence that only names another page
   ("More is in our guide to …"), unless there is nothing else.  Without marks the
   text's start.  Lives in `arena`; PALPATE_NO_MEMORY.
 */
palpate_status excerpt_make(struct excerpt *out, struct arena *arena,
        const struct excerpt_source *source, palpate_error *err);

#endif
