/* Bytes -> the words of a command line. */
#ifndef TESTS_FUZZ_WORDS_H
#define TESTS_FUZZ_WORDS_H

#include <palpate/view.h>

enum { FUZZ_WORDS = 40 };

struct fuzz_words {
    int count;
    char *items[FUZZ_WORDS + 2]; /* the program's name first, and NULL after the last */
};

/* A word up to each NUL; also sets getopt back to the first one. */
void fuzz_words_read(struct fuzz_words *words, palpate_view bytes);
void fuzz_words_free(struct fuzz_words *words);

#endif
