/* A question -> the language that it is read in. */
#ifndef QUERY_ASKER_LANGUAGE_H
#define QUERY_ASKER_LANGUAGE_H

#include <palpate/search.h>
#include <palpate/status.h>

#include "query/index/engine.h"
#include "query/language/syntax.h"

/* Lets the analyzer of an index speak the language of a question, and marks its words
   with it: of the languages that the index has the one that its function words or
   letters are of, else the first of those that are preferred, else English, and where
   there is none the one of most passages.  PALPATE_NO_MEMORY. */
palpate_status asker_language_speak(struct engine *engine, struct arena *arena,
        struct query_tree *tree, const palpate_search_options *options,
        palpate_error *err);

#endif
