/* All of palpate: passages of health articles, indexed and found again.

   1. A function that can fail returns a palpate_status and takes a palpate_error last,
   which may be NULL.  Results come first; a result given through a pointer is NULL or
   empty on failure.
   2. A palpate_view borrows bytes and does not end in a NUL.  What a function returns
   through it lives as long as its documentation says.
   3. The caller frees the memory it is given, with the …_free() or …_close() of its
   type; each takes NULL and returns nothing.
   4. The library never prints, exits or touches the locale, and has no global state.
   5. A handle is for one thread at a time; open one for each thread.
   6. Text is UTF-8, dates are ISO 8601, sizes are bytes, times are microseconds.
   7. A structure of options is made by zeroing it: zero is the default of each.
   8. A later version with the same name of the library (libpalpate.so.0.1) has all
   functions of this one, and structures of the same sizes: new members take the place
   of what is `reserved`, and zero there means as before.  palpate_view, palpate_span,
   palpate_score_part, palpate_interval and palpate_error never change. */
#ifndef PALPATE_PALPATE_H
#define PALPATE_PALPATE_H

#include <palpate/evaluate.h>
#include <palpate/html.h>
#include <palpate/indexer.h>
#include <palpate/render.h>
#include <palpate/search.h>
#include <palpate/status.h>
#include <palpate/suggest.h>
#include <palpate/topics.h>
#include <palpate/version.h>
#include <palpate/view.h>
#include <palpate/writer.h>

#endif
