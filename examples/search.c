/* search INDEX QUERY: prints the three best articles, each with the sentences that
   answer and a link that opens the page there. */
#include <inttypes.h>
#include <palpate/palpate.h>
#include <stdio.h>
#include <string.h>

/* A view has no NUL at its end: printf() is given its size. */
static void print(const char *before, palpate_view text)
{
    printf("%s%.*s\n", before, (int)text.size, text.data ? text.data : "");
}

int main(int argc, char **argv)
{
    palpate_searcher *searcher = NULL;
    palpate_answer *answer = NULL;
    palpate_search_options options = { .limit = 3 };
    palpate_error err;
    int code = 1;

    if (argc != 3) {
        fprintf(stderr, "usage: search INDEX QUERY\n");
        return 2;
    }
    palpate_view query = { argv[2], strlen(argv[2]) };
    if (palpate_searcher_open(&searcher, argv[1], &err) != PALPATE_OK)
        goto out;
    if (palpate_search(&answer, searcher, query, &options, &err) != PALPATE_OK)
        goto out;
    printf("%" PRIu64 " articles\n", answer->total);
    for (size_t i = 0; i < answer->hit_count; i++) {
        print("\n", answer->hits[i].title);
        print("  ", answer->hits[i].snippet);
        print("  ", answer->hits[i].link);
    }
    code = 0;
out:
    if (code != 0)
        fprintf(stderr, "search: %s\n", err.message);
    palpate_answer_free(answer);
    palpate_searcher_close(searcher);
    return code;
}
