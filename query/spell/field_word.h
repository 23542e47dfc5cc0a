/* A word that an index lacks -> whether it is one of the field in another language. */
#ifndef QUERY_FIELD_WORD_H
#define QUERY_FIELD_WORD_H

#include <palpate/view.h>
#include <stdbool.h>

/* Whether a folded word names a part of the body, a complaint or what is done about it
   in any of the languages that have a list of them, or is one of every sentence or
   question of theirs: "schulter", "epaule", "combien".  It is right, whatever language
   the index has. */
bool field_word_is_one(palpate_view folded);

#endif
