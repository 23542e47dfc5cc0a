/* The curation of a run, and the index after it -> notes on rules that lead nowhere. */
#ifndef INDEXER_CURATION_NOTES_H
#define INDEXER_CURATION_NOTES_H

#include "indexer/run/run.h"

/* Tells which pages are pinned that the index does not have, though their addresses are
   of its site: a slip in one is seen.  Pages of other sites are links on purpose.  What
   cannot be looked up is no failure of a run whose index is written. */
void curation_notes(struct run *run);

#endif
