#include "fuzz_words.h"

#include <getopt.h>
#include <stdlib.h>

#include "fuzz.h"

void fuzz_words_read(struct fuzz_words *words, palpate_view bytes)
{
    *words = (struct fuzz_words){ .count = 1 };
    words->items[0] = fuzz_string(PALPATE_VIEW("program"));
    while (bytes.size > 0 && words->count <= FUZZ_WORDS)
        words->items[words->count++] = fuzz_string(fuzz_part(&bytes));
    optind = 0;
}

void fuzz_words_free(struct fuzz_words *words)
{
    for (int i = 0; i < words->count; i++)
        free(words->items[i]);
}
