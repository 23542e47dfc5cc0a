/* The command line of palpate-index -> what it asks for. */
#ifndef PALPATE_INDEX_OPTIONS_H
#define PALPATE_INDEX_OPTIONS_H

#include "choices.h"
#include "command_line.h"

/* To be freed with options_free(), whatever the verdict. */
enum options_verdict options_read(
        struct index_options *options, int count, char **words);
void options_free(struct index_options *options);

#endif
