/* The index as a run finds it -> what the run goes by: catalog, options, shared blocks.
 */
#ifndef INDEXER_LIVE_H
#define INDEXER_LIVE_H

#include "indexer/run/run.h"

/* Reads what the live generation knows.  One that cannot be read is PALPATE_CORRUPT
   with the way out; but where every page is read again anyway, the run goes on with
   what the generation before knows, and says so. */
palpate_status live_read(struct run *run, palpate_error *err);

/* Cuts off what follows the committed states of the databases of the index, the first
   of which is at `live`: blocks that were written and never committed. */
void live_cut(const char *live);

#endif
