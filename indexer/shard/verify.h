/* A database and its manifest -> whether every byte that it consists of is as written.
 */
#ifndef INDEXER_VERIFY_H
#define INDEXER_VERIFY_H

#include <palpate/status.h>
#include <stdbool.h>
#include <stdint.h>

/* What was looked at. */
struct verified {
    uint64_t blocks;
    uint64_t bytes;
    uint64_t passages;  /* whose records were read */
    bool is_unfinished; /* an update was committed and its manifest is not there yet:
                           its blocks could be checked by their form alone */
};

/* Takes something that is wrong: the file in the generation, and what it is. */
typedef void verify_tell(void *user, const char *file, const char *what);

/* Reads all of the database at `database`.  Tells everything that is wrong, and returns
   PALPATE_CORRUPT then.  PALPATE_VERSION for an index of another version, PALPATE_IO, …
   An update at the same time is no damage. */
palpate_status verify_database(struct verified *out, const char *database,
        verify_tell *tell, void *user, palpate_error *err);

#endif
