#include "fixture_search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"

palpate_searcher *searcher;
palpate_answer *answer;

static char *path;

int fixture_search_open(
        const struct fixture_passage *passages, size_t count, const char *thesaurus)
{
    path = fixture_index_make(passages, count, thesaurus);
    return palpate_searcher_open(&searcher, path, NULL) == PALPATE_OK ? 0 : -1;
}

const char *fixture_search_path(void)
{
    return path;
}

int fixture_search_close(void **state)
{
    (void)state;
    palpate_answer_free(answer);
    answer = NULL;
    palpate_searcher_close(searcher);
    fixture_index_remove(path);
    return 0;
}

void ask_with(const char *query, const palpate_search_options *options)
{
    palpate_error err = { 0 };

    palpate_answer_free(answer);
    if (palpate_search(&answer, searcher, view_of(query), options, &err) != PALPATE_OK)
        fail_msg("%s: %s", query, err.message);
}

void check_first_page(const char *query, const char *slug)
{
    ask_with(query, NULL);
    palpate_view url = answer->hit_count == 0 ? view_of("") : answer->hits[0].url;
    if (view_find(url, view_of(slug)) == url.size)
        fail_msg("%s: %.*s", query, (int)url.size, url.data);
}
