#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <palpate/search.h>

#include "core/buffer.h"
#include "core/view.h"
#include "fixture_index.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/frozen/", "Frozen shoulder", NULL,
            "Frozen shoulder is a stiff and painful shoulder joint.", KIND_DEFINITION,
            "2023-04-18" },
    { "https://c.example/frozen/", "Frozen shoulder", "Treatment",
            "Gentle joint mobilisation may help a stiff shoulder.", KIND_TREATMENT,
            "2023-04-18" },
    { "https://c.example/capsulitis/", "Adhesive capsulitis", "Stages",
            "Adhesive capsulitis goes through a painful and a stiff stage.",
            KIND_SYMPTOMS, "2021-01-02" },
    { "https://c.example/ankle/", "Ankle sprain", "Exercises",
            "Stand on one leg, then walk on uneven ground.", KIND_EXERCISES, NULL },
};

static const char THESAURUS[] = "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n";

static const char *const QUERIES[] = { "frozen shoulder", "\"stiff shoulder\"",
    "stif sholder", "ankle -shoulder", "kind:exercises leg", "mobil*" };

enum { THREADS = 4, ROUNDS = 20, QUERY_COUNT = sizeof QUERIES / sizeof *QUERIES };

struct reader {
    const char *path;
    struct buffer seen; /* what the answers were */
    palpate_status status;
};

static palpate_status ask_once(
        struct buffer *seen, palpate_searcher *searcher, const char *query)
{
    palpate_answer *answer = NULL;
    palpate_status status =
            palpate_search(&answer, searcher, view_of(query), NULL, NULL);

    for (size_t i = 0; status == PALPATE_OK && i < answer->hit_count; i++) {
        buffer_append(seen, answer->hits[i].link);
        buffer_append_format(seen, " %.9g\n", answer->hits[i].score);
    }
    palpate_answer_free(answer);
    return status;
}

static void *read_index(void *user)
{
    struct reader *reader = user;
    palpate_searcher *searcher = NULL;

    reader->status = palpate_searcher_open(&searcher, reader->path, NULL);
    for (int i = 0; reader->status == PALPATE_OK && i < ROUNDS * QUERY_COUNT; i++)
        reader->status = ask_once(&reader->seen, searcher, QUERIES[i % QUERY_COUNT]);
    palpate_searcher_close(searcher);
    return NULL;
}

static void threads_with_searchers_of_their_own_get_the_same_answers(void **state)
{
    char *path =
            fixture_index_make(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES, THESAURUS);
    struct reader readers[THREADS] = { 0 };
    pthread_t threads[THREADS];

    (void)state;
    for (int i = 0; i < THREADS; i++) {
        readers[i].path = path;
        assert_int_equal(pthread_create(&threads[i], NULL, read_index, &readers[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);

    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(readers[i].status, PALPATE_OK);
        assert_true(readers[i].seen.size > 0);
        assert_true(view_equals(
                buffer_view(&readers[i].seen), buffer_view(&readers[0].seen)));
    }
    for (int i = 0; i < THREADS; i++)
        buffer_free(&readers[i].seen);
    fixture_index_remove(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_with_searchers_of_their_own_get_the_same_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
