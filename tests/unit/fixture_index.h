/* A few passages -> a small index on disk, for tests of the query side. */
#ifndef TESTS_FIXTURE_INDEX_H
#define TESTS_FIXTURE_INDEX_H

#include <stddef.h>

#include "core/kind.h"

/* One passage; those of one url stand one after another. */
struct fixture_passage {
    const char *url;
    const char *title;
    const char *heading; /* or NULL */
    const char *text;
    enum passage_kind kind;
    const char *date; /* YYYY-MM-DD, or NULL */
};

/* Writes an index into a fresh temporary folder and returns its path, which
   fixture_index_remove() frees; fails the test where that is impossible.  `thesaurus`
   is a file's text or NULL. */
char *fixture_index_make(
        const struct fixture_passage *passages, size_t count, const char *thesaurus);

/* The text of a curation file for the indexes that are made next, or NULL. */
extern const char *fixture_curation;
void fixture_index_remove(char *path);

#endif
