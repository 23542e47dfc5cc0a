/* The stamp and the thesaurus -> metadata of a database. */
#ifndef INDEXER_METADATA_WRITE_H
#define INDEXER_METADATA_WRITE_H

#include <palpate/indexer.h>

/* Opens the database at `path`, writes the stamp and the thesaurus of the options'
   files, and commits.  PALPATE_BAD_INPUT names the file and line that cannot be read.
 */
palpate_status metadata_write(
        const char *path, const palpate_index_options *options, palpate_error *err);

#endif
