/* A damaged generation -> a new one of the stored passages that are whole. */
#ifndef INDEXER_REPAIR_RECORDS_H
#define INDEXER_REPAIR_RECORDS_H

#include "indexer/run/run.h"

/* Builds and publishes a generation of what can be read of the live one, and names in
   `run`'s reports what cannot.  PALPATE_CORRUPT if no article can be read. */
palpate_status repair_records(
        palpate_index_repair_summary *summary, struct run *run, palpate_error *err);

#endif
