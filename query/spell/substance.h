/* Two words -> whether they may be the names of two substances. */
#ifndef QUERY_SUBSTANCE_H
#define QUERY_SUBSTANCE_H

#include <palpate/view.h>
#include <stdbool.h>

/* Whether `typed` ends as names of drugs and other substances do, and `word` differs
   from it by more than a slip of the ear: "digoxin" and "dioxin", "xanthan" and
   "xanthin".  Such names differ by a letter, and one is no misspelling of the other. */
bool substance_may_be_another(palpate_view typed, palpate_view word, bool is_met);

#endif
