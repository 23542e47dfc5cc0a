/* An entry of the thesaurus: a name -> what else it is called. */
#ifndef CORE_THESAURUS_H
#define CORE_THESAURUS_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/term.h"

#ifdef __cplusplus
extern "C" {
#endif

/* X(name, value in the index, word in files).  What a variant is to its concept. */
#define THESAURUS_RELATIONS(X)         \
    X(SYNONYM, 0, "synonym")           \
    X(ABBREVIATION, 1, "abbreviation") \
    X(SPELLING, 2, "spelling")         \
    X(LAY, 3, "lay")                   \
    X(NARROWER, 4, "narrower")         \
    X(BROADER, 5, "broader")           \
    X(RELATED, 6, "related")           \
    X(FORM, 7, "form")                 \
    X(PROFESSIONAL, 8, "professional") \
    X(CLOSE, 9, "close")

enum thesaurus_relation {
#define THESAURUS_MEMBER(name, value, word) RELATION_##name = (value),
    THESAURUS_RELATIONS(THESAURUS_MEMBER)
#undef THESAURUS_MEMBER
};

enum {
#define THESAURUS_PLACE(name, value, word) RELATION_PLACE_##name,
    THESAURUS_RELATIONS(THESAURUS_PLACE)
#undef THESAURUS_PLACE
            RELATION_COUNT
};

enum {
    THESAURUS_WORDS = 6, /* words in a name that is looked up */
    THESAURUS_GROUP = 64 /* names of one concept; more are left out */
};

/* Another name of something. */
struct thesaurus_name {
    palpate_view text;
    palpate_view source;              /* where the equivalence is known from */
    enum thesaurus_relation relation; /* of this name to the one it was found under */
    bool is_ambiguous; /* the name it was found under also means other things: it stands
                          for this only in company */
    bool is_short_form; /* this name itself also means other things */
};

/* Bits of a name in an entry, after the byte of its relation. */
enum { THESAURUS_AMBIGUOUS = 1, THESAURUS_SHORT_FORM = 2 };

/* Its word in files. */
palpate_view thesaurus_relation_word(enum thesaurus_relation relation);

/* Appends the key of a name: its words' terms with a space between them; false (and
   nothing appended) for more than THESAURUS_WORDS words or none. */
bool thesaurus_key(struct buffer *out, struct analyzer *analyzer, palpate_view name);

/* Reads an entry back; views borrow `value`, the array lives in `arena`.
   PALPATE_CORRUPT, PALPATE_NO_MEMORY. */
palpate_status thesaurus_decode(struct thesaurus_name **names, uint32_t *count,
        struct arena *arena, palpate_view value, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
