/* A small index that the targets of searches ask, made once. */
#ifndef TESTS_FUZZ_INDEX_H
#define TESTS_FUZZ_INDEX_H

#include <palpate/search.h>

/* Open until the program ends, which also removes the index. */
palpate_searcher *fuzz_searcher(void);

#endif
