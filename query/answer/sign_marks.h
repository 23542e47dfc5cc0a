/* Marks of signs, of scripts without spaces -> those of words. */
#ifndef QUERY_SIGN_MARKS_H
#define QUERY_SIGN_MARKS_H

#include "core/arena.h"
#include "query/answer/sentences.h"
#include "query/language/syntax.h"

/* Leaves out the marks of signs that stand apart from those beside which the question
   has them: every sign is a word to the index, and one of a word of Chinese, Japanese
   or Thai says little by itself.  All stay where that would leave no sign.  `marks` are
   in the order of the text.  Returns how many stay; false where memory is out. */
bool sign_marks_keep(struct sentence_mark *marks, size_t *count, struct arena *arena,
        palpate_view text, const struct query_node *root);

#endif
