/* A language -> the letters that its keyboards have in other places than others. */
#ifndef QUERY_KEYBOARD_H
#define QUERY_KEYBOARD_H

#include <palpate/view.h>
#include <stddef.h>

#include "core/stemming.h"

/* The `place`-th pair of letters, from 0, that are hit for one another by who types
   words of the language (NULL for English) on a keyboard of another one; empty after
   the last. */
palpate_view keyboard_pair(const struct stemming *language, size_t place);

#endif
