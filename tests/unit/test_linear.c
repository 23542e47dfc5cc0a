#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/article/article_read.h"
#include "indexer/html/tree.h"
#include "linear_growths.h"

/* Each page is read at two sizes, the greater four times the other.  A loop within a
   loop would take sixteen times as long.  The smaller one is large enough for what is
   compared up to a bound, such as the text around a fragment, to reach it. */

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { SMALL = 32 * 1024, LARGE = 256 * 1024 };
#else
enum { SMALL = 32 * 1024, LARGE = 1024 * 1024 };
#endif
enum { TIMES = 4, MAX_RATIO = 9, TRIES = 6 };
static const double LIMIT = 30e-6; /* seconds for a byte, whatever it is */

static struct buffer html;
static struct arena arena;

static void add(const char *piece, unsigned number)
{
    for (const char *at = piece; *at != '\0'; at++) {
        if (*at == '#')
            buffer_append_format(&html, "%u", number);
        else
            buffer_append_byte(&html, *at);
    }
}

static void add_up_to(const char *piece, size_t size, unsigned *count)
{
    for (*count = 0; html.size < size && !html.failed; *count += 1)
        add(piece, *count);
}

static void make(const struct growth *growth, size_t size)
{
    unsigned count = 0;

    buffer_clear(&html);
    buffer_append_string(&html, "<!doctype html><html><head><title>Knee</title>");
    if (growth->head != NULL)
        add_up_to(growth->head, size, &count);
    buffer_append_string(&html,
            "</head><body><article><h1>Knee</h1><p>The knee is stiff in the morning, "
            "and a short walk helps most people.</p>");
    if (growth->before != NULL)
        buffer_append_string(&html, growth->before);
    if (growth->piece != NULL)
        add_up_to(growth->piece, growth->again == NULL ? size : size / 2, &count);
    if (growth->between != NULL)
        buffer_append_string(&html, growth->between);
    for (unsigned i = 0; growth->again != NULL && i < count; i++)
        add(growth->again, i);
}

static double processor_seconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double time_of(const struct growth *growth, size_t size)
{
    const struct page_origin origin = { .url = PALPATE_VIEW("https://c.example/x") };
    struct article article;

    make(growth, size);
    assert_false(html.failed);
    arena_clear(&arena);
    double start = processor_seconds();
    assert_int_equal(article_read(&article, &arena, buffer_view(&html), &origin, NULL),
            PALPATE_OK);
    return processor_seconds() - start;
}

/* The least of several tries: what else the machine does only adds to a time. */
static bool grows_in_proportion(const struct growth *growth)
{
    size_t size = growth->is_large ? LARGE : SMALL;
    double small = 1e9;
    double large = 1e9;

    for (int i = 0; i < TRIES; i++) {
        double now = time_of(growth, size);
        small = now < small ? now : small;
        now = time_of(growth, size * TIMES);
        large = now < large ? now : large;
        if (large < small * MAX_RATIO + 0.005 && large < LIMIT * (double)(size * TIMES))
            return true;
    }
    print_error("%s: %.1f ms for %zu bytes, %.1f ms for %d times as many\n",
            growth->name, small * 1e3, size, large * 1e3, TIMES);
    return false;
}

static void a_page_takes_time_in_proportion_to_its_size(void **state)
{
    size_t failures = 0;

    (void)state;
    for (size_t i = 0; i < sizeof GROWTHS / sizeof *GROWTHS; i++)
        failures += !grows_in_proportion(&GROWTHS[i]);
    assert_int_equal(failures, 0);
}

static int set_up(void **state)
{
    (void)state;
    tree_library_init();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    buffer_free(&html);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_takes_time_in_proportion_to_its_size),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
