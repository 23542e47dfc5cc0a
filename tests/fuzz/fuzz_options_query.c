/* Words between NULs are the command line of palpate-query: refused, or a search within
   bounds. */
#include "fuzz.h"
#include "fuzz_words.h"
#include "query/program/options.h"

void fuzz_one(palpate_view bytes)
{
    struct fuzz_words words;
    char *given[FUZZ_WORDS + 2];
    struct query_options options;

    fuzz_words_read(&words, bytes);
    /* getopt changes the order of the words. */
    for (int i = 0; i <= words.count; i++)
        given[i] = words.items[i];
    if (options_read(&options, words.count, given) == OPTIONS_RUN) {
        REQUIRE((options.index != NULL) != (options.report != NULL));
        REQUIRE(options.report != NULL || options.query != NULL ||
                options.queries_file != NULL || options.eval.queries != NULL);
        REQUIRE(options.search.options.limit <= PALPATE_MAX_DEPTH);
        REQUIRE(options.search.options.disabled_count <= MAX_WITHOUT);
        options_free(&options);
    }
    fuzz_words_free(&words);
}
