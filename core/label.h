/* What a site sorts its articles by: names with values, such as "body part: shoulder".
 */
#ifndef CORE_LABEL_H
#define CORE_LABEL_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/completion.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
    MAX_LABELS = 64,                         /* of an article */
    LABEL_PART = 100,                        /* bytes of a name, and of a value */
    LABEL_KEY_SIZE = 2 * COMPLETION_SIZE + 1 /* bytes of a key at most */
};

struct label {
    palpate_view name; /* may be empty: of whatever name */
    palpate_view value;
};

/* The label that a text writes: "body part: shoulder", or a value alone. */
struct label label_of(palpate_view text);

/* Takes the first label off labels as an article stores them, "name TAB value" a line;
   false where none is left. */
bool label_next(struct label *label, palpate_view *rest);

/* Writes what is the same of a label however it is written: its folded words.  Returns
   the bytes written; 0 for a value without words. */
size_t label_key(const struct label *label, char out[LABEL_KEY_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
