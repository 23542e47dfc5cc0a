/* Words between NULs are the command line of palpate-serve: refused, or a server within
   bounds. */
#include "fuzz.h"
#include "fuzz_words.h"
#include "server/options.h"

void fuzz_one(palpate_view bytes)
{
    struct fuzz_words words;
    char *given[FUZZ_WORDS + 2];
    struct options options;

    fuzz_words_read(&words, bytes);
    /* getopt changes the order of the words. */
    for (int i = 0; i <= words.count; i++)
        given[i] = words.items[i];
    if (options_read(&options, words.count, given) == OPTIONS_RUN) {
        REQUIRE(options.index != NULL);
        REQUIRE(options.threads >= 1 && options.listen_count <= OPTIONS_LISTS);
        REQUIRE(options.limits.hits >= 1 && options.limits.depth >= 1);
    }
    fuzz_words_free(&words);
}
