/* JSON as pages hold it, with the mistakes of people -> a JSON value. */
#ifndef INDEXER_JSON_LENIENT_H
#define INDEXER_JSON_LENIENT_H

#include <jansson.h>
#include <palpate/view.h>
#include <stdbool.h>

/* Reads `text`.  What a strict reader rejects is corrected and read again: wrappers
   (<!-- -->, CDATA), comments, commas before a bracket, raw line breaks and stray
   quotes in strings, escapes that JSON does not know.  `*out` is NULL where that is in
   vain, else the caller's, json_decref().  Returns false when memory is out. */
bool json_read_leniently(json_t **out, palpate_view text);

#endif
