/* Queries, a NUL and judgments: each that is read can be found, or a sentence says
   which line is wrong. */
#include <unistd.h>

#include "core/view.h"
#include "fuzz.h"
#include "query/eval/judgments.h"

static void require_findable(const struct judged_query *query)
{
    for (size_t i = 0; i < query->judgment_count; i++) {
        const struct judgment *item = &query->judgments[i];
        const struct judgment *found = judgment_find(query, item->url, item->heading);
        REQUIRE(found != NULL && view_equals(found->url, item->url));
        REQUIRE(item->grade >= 0);
    }
    REQUIRE(query->relevant_count <= query->judgment_count);
}

void fuzz_one(palpate_view bytes)
{
    char queries_path[FUZZ_PATH];
    char judged_path[FUZZ_PATH];
    palpate_judgments *read = NULL;
    palpate_error err;
    int queries = fuzz_file(queries_path, fuzz_part(&bytes));
    int judged = fuzz_file(judged_path, bytes);

    if (palpate_judgments_read(&read, queries_path, judged_path, &err) != PALPATE_OK)
        fuzz_require_sentence(err.message);
    for (size_t i = 0; read != NULL && i < read->query_count; i++)
        require_findable(&read->queries[i]);
    palpate_judgments_free(read);
    (void)close(queries);
    (void)close(judged);
}
