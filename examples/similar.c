/* similar INDEX URL: prints the titles of five articles that are most like the one at
   URL, as for "read next" below an article. */
#include <palpate/palpate.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    palpate_searcher *searcher = NULL;
    palpate_answer *answer = NULL;
    palpate_error err;
    int code = 1;

    if (argc != 3) {
        fprintf(stderr, "usage: similar INDEX URL\n");
        return 2;
    }
    palpate_search_options options = { .limit = 5,
        .like = { argv[2], strlen(argv[2]) } };
    palpate_view no_words = { 0 }; /* words of a query would only be its filters */
    if (palpate_searcher_open(&searcher, argv[1], &err) != PALPATE_OK)
        goto out;
    if (palpate_search(&answer, searcher, no_words, &options, &err) != PALPATE_OK)
        goto out;
    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];

        printf("%.*s\t%.*s\n", (int)hit->title.size, hit->title.data,
                (int)hit->url.size, hit->url.data);
    }
    code = 0;
out:
    if (code != 0)
        fprintf(stderr, "similar: %s\n", err.message);
    palpate_answer_free(answer);
    palpate_searcher_close(searcher);
    return code;
}
