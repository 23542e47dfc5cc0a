/* Options that were read -> what is wrong with them together. */
#ifndef INDEXER_PROGRAM_OPTIONS_FAULT_H
#define INDEXER_PROGRAM_OPTIONS_FAULT_H

#include "choices.h"

/* A sentence without an end, or NULL where nothing is wrong. */
const char *options_fault(const struct index_options *options);

#endif
