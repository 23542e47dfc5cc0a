/* Scripts and styles of a page -> where they end, and which of them are read. */
#ifndef INDEXER_SCRIPTS_H
#define INDEXER_SCRIPTS_H

#include <palpate/view.h>
#include <stdbool.h>

/* Whether a script of this type holds data in JSON, and no code. */
bool script_is_data(palpate_view type);

/* Where the parser, which recovers from errors, ends the script or style of this name
   that `rest` starts in: before "</" and the name.  NULL where it goes on to the end of
   the page. */
const char *script_end(palpate_view rest, palpate_view name);

#endif
