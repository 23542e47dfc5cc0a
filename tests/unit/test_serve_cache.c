#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* cmocka.h needs the four before it. */
#include <cmocka.h>

#include "server/cache.h"
#include "server/text.h"

enum { BODY_BYTES = 1000, SMALL = 16000 };

static struct cache_key key_of(const char *words)
{
    return (struct cache_key){ { words, strlen(words) }, false };
}

static struct reply reply_of(char filling, size_t size)
{
    struct reply reply = { 0 };
    struct text text;

    text_open(&text);
    for (size_t i = 0; i < size; i++)
        text_add(&text, (palpate_view){ &filling, 1 });
    reply_text(&reply, 200, "application/json", &text);
    return reply;
}

/* Keeps an answer of a thousand times the first letter of its question. */
static void keep(struct cache *cache, const char *words, uint64_t generation)
{
    struct reply reply = reply_of(*words, BODY_BYTES);

    cache_keep(cache, &reply, key_of(words), generation);
    assert_int_equal(reply.size, BODY_BYTES);
    reply_free(&reply);
}

static bool has(struct cache *cache, const char *words)
{
    struct reply reply = { 0 };
    bool is_found = cache_find(cache, &reply, key_of(words));

    assert_int_equal(reply.size, is_found ? BODY_BYTES : 0);
    if (is_found)
        assert_int_equal(reply.body[BODY_BYTES - 1], *words);
    reply_free(&reply);
    return is_found;
}

static void an_answer_is_found_by_its_question_alone(void **state)
{
    struct cache cache;
    struct reply reply = { 0 };

    (void)state;
    cache_open(&cache, SMALL);
    cache_turn(&cache, 1);
    keep(&cache, "knee", 1);
    assert_true(has(&cache, "knee"));
    assert_false(has(&cache, "kne"));
    assert_false(has(&cache, "knees"));
    assert_false(cache_find(
            &cache, &reply, (struct cache_key){ PALPATE_VIEW("knee"), true }));
    assert_false(cache_find(&cache, &reply, (struct cache_key){ { NULL, 0 }, false }));
    assert_int_equal(cache_figures(&cache).hits, 1);
    assert_int_equal(cache_figures(&cache).misses, 3);
    cache_close(&cache);
}

static void all_that_a_reply_says_is_kept(void **state)
{
    struct cache cache;
    struct reply reply = reply_of('x', 10);
    struct reply found = { 0 };

    (void)state;
    cache_open(&cache, SMALL);
    cache_turn(&cache, 1);
    reply.is_page = true;
    reply_tag(&reply, PALPATE_VIEW("knee"), 1);
    cache_keep(&cache, &reply, key_of("knee"), 1);
    assert_true(cache_find(&cache, &found, key_of("knee")));
    assert_string_equal(found.etag, reply.etag);
    assert_string_equal(found.type, "application/json");
    assert_true(found.is_page);
    assert_int_equal(found.status, 200);
    reply_free(&reply);
    reply_free(&found);
    cache_close(&cache);
}

static void another_index_forgets_all_and_answers_of_the_old_one_come_too_late(
        void **state)
{
    struct cache cache;

    (void)state;
    cache_open(&cache, SMALL);
    cache_turn(&cache, 1);
    keep(&cache, "knee", 1);
    cache_turn(&cache, 2);
    assert_false(has(&cache, "knee"));
    keep(&cache, "knee", 1);
    assert_false(has(&cache, "knee"));
    keep(&cache, "knee", 2);
    assert_true(has(&cache, "knee"));
    cache_empty(&cache);
    assert_false(has(&cache, "knee"));
    assert_int_equal(cache_figures(&cache).bytes, 0);
    assert_int_equal(cache_figures(&cache).count, 0);
    cache_close(&cache);
}

static void what_was_used_longest_ago_makes_room(void **state)
{
    struct cache cache;
    char words[] = "a question";

    (void)state;
    cache_open(&cache, SMALL);
    cache_turn(&cache, 1);
    for (int letter = 'a'; letter <= 'z'; letter++) {
        words[0] = (char)letter;
        keep(&cache, words, 1);
        assert_true(has(&cache, "a question"));
        assert_true(cache_figures(&cache).bytes <= SMALL);
    }
    assert_true(has(&cache, "z question"));
    assert_false(has(&cache, "b question"));
    struct cache_figures figures = cache_figures(&cache);
    assert_true(figures.count >= 8);
    assert_int_equal(figures.count + figures.evictions, 26);
    cache_close(&cache);
}

static void an_answer_in_use_outlives_the_cache(void **state)
{
    struct cache cache;
    struct reply reply = { 0 };

    (void)state;
    cache_open(&cache, SMALL);
    cache_turn(&cache, 1);
    keep(&cache, "knee", 1);
    assert_true(cache_find(&cache, &reply, key_of("knee")));
    cache_close(&cache);
    assert_int_equal(reply.body[BODY_BYTES - 1], 'k');
    reply_free(&reply);
}

static void what_is_too_large_or_kept_already_is_not_kept(void **state)
{
    struct cache cache;
    struct reply reply = reply_of('x', SMALL / 2);

    (void)state;
    cache_open(&cache, SMALL);
    cache_turn(&cache, 1);
    cache_keep(&cache, &reply, key_of("large"), 1);
    assert_false(has(&cache, "large"));
    reply_free(&reply);
    keep(&cache, "knee", 1);
    keep(&cache, "knee", 1);
    assert_int_equal(cache_figures(&cache).count, 1);
    cache_close(&cache);
    cache_open(&cache, 0);
    cache_turn(&cache, 1);
    keep(&cache, "knee", 1);
    assert_false(has(&cache, "knee"));
    cache_close(&cache);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_found_by_its_question_alone),
        cmocka_unit_test(all_that_a_reply_says_is_kept),
        cmocka_unit_test(
                another_index_forgets_all_and_answers_of_the_old_one_come_too_late),
        cmocka_unit_test(what_was_used_longest_ago_makes_room),
        cmocka_unit_test(an_answer_in_use_outlives_the_cache),
        cmocka_unit_test(what_is_too_large_or_kept_already_is_not_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
