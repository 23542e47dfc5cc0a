/* A passage's headings and words -> what it is about. */
#ifndef INDEXER_KINDS_H
#define INDEXER_KINDS_H

#include <palpate/view.h>

#include "core/kind.h"
#include "core/stemming.h"

/* The kind that a heading names in an article of a language, NULL for English and for
   those that have no row; KIND_OTHER where it names none. */
enum passage_kind kind_of_heading(
        palpate_view heading, const struct stemming *language);

#endif
