/* Where the thesaurus and the curation of an index may be read from. */
#ifndef INDEXER_THESAURUS_SOURCE_H
#define INDEXER_THESAURUS_SOURCE_H

#include <stdbool.h>

/* A database that a thesaurus may be carried over from. */
struct thesaurus_source {
    const char *path;     /* NULL or empty where there is none */
    bool is_same_version; /* as this program */
    bool is_damaged;      /* so that to find no thesaurus does not mean it had none */
    bool is_kept;         /* set where its thesaurus was carried over */
};
enum { THESAURUS_SOURCES = 2 /* databases to try, in this order */ };

#endif
