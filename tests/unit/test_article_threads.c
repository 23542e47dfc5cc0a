#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/article/extract_json.h"

static const char *const PAGES[] = {
    "<!doctype html><html lang=en><head><title>Ankle sprain | Clinic</title>"
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":\"A. "
    "Walker\","
    "\"datePublished\":\"2022-03-04\"}</script></head><body><nav><a "
    "href=/>Home</a></nav>"
    "<article><h1>Ankle sprain</h1><p>A sprain stretches the ligaments of the ankle. "
    "Most of them heal within some weeks.</p><h2 id=do>What to do</h2><p>Keep the leg "
    "up, and walk again as soon as it is bearable.</p></article></body></html>",
    "<html><head><meta charset=windows-1252><title>Cold packs</title></head><body>"
    "<table><tr><td><p>A cold pack may ease the pain \x96 for a quarter of an hour, "
    "and "
    "never on bare skin.</p></td></tr></table></body></html>",
    ("<html xmlns='http://www.w3.org/1999/xhtml'><body><div><div><div><ul><li>Lean "
     "forward and let the arm hang.<li>Draw small circles with the hand.</ul></div>"),
};

enum { THREADS = 4, ROUNDS = 25, PAGE_COUNT = sizeof PAGES / sizeof *PAGES };

struct reader {
    struct buffer seen;
    palpate_status status;
};

static void *read_pages(void *user)
{
    struct reader *reader = user;
    struct arena arena = { 0 };

    for (int i = 0; reader->status == PALPATE_OK && i < ROUNDS * PAGE_COUNT; i++) {
        struct article article;
        struct page_origin origin = { .url = view_of("https://c.example/page/") };
        struct extract_origin line = { origin.url, origin.url, origin.url };

        reader->status = article_read(
                &article, &arena, view_of(PAGES[i % PAGE_COUNT]), &origin, NULL);
        if (reader->status == PALPATE_OK)
            reader->status = extract_json(&reader->seen, &line, &article, NULL);
        arena_clear(&arena);
    }
    arena_free(&arena);
    return NULL;
}

static void threads_with_arenas_of_their_own_read_the_same(void **state)
{
    struct reader readers[THREADS] = { 0 };
    pthread_t threads[THREADS];

    (void)state;
    tree_library_init();
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_pages, &readers[i]), 0);
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);

    for (int i = 0; i < THREADS; i++) {
        assert_int_equal(readers[i].status, PALPATE_OK);
        assert_true(readers[i].seen.size > 0);
        assert_true(view_equals(
                buffer_view(&readers[i].seen), buffer_view(&readers[0].seen)));
        if (i > 0)
            buffer_free(&readers[i].seen);
    }
    buffer_free(&readers[0].seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_with_arenas_of_their_own_read_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
