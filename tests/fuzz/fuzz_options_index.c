/* Words between NULs are the command line of palpate-index: refused, or a run with
   something to read.  Lists of sources and patterns are files, which have a target of
   their own. */
#include <string.h>

#include "fuzz.h"
#include "fuzz_words.h"
#include "indexer/program/options.h"

static bool has_list(const struct fuzz_words *words)
{
    for (int i = 0; i < words->count; i++) {
        if (strncmp(words->items[i], "--f", 3) == 0 ||
                strncmp(words->items[i], "--include-", 10) == 0 ||
                strncmp(words->items[i], "--exclude-", 10) == 0)
            return true;
    }
    return false;
}

void fuzz_one(palpate_view bytes)
{
    struct fuzz_words words;
    char *given[FUZZ_WORDS + 2];
    struct index_options options;

    fuzz_words_read(&words, bytes);
    /* getopt changes the order of the words. */
    for (int i = 0; i <= words.count; i++)
        given[i] = words.items[i];
    if (!has_list(&words)) {
        if (options_read(&options, words.count, given) == OPTIONS_RUN)
            REQUIRE(options.index != NULL || options.extract || options.explain);
        options_free(&options);
    }
    fuzz_words_free(&words);
}
