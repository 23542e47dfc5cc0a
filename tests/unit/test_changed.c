#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <xapian-c/xapian-c.h>

#include <palpate/search.h>

#include "core/view.h"
#include "fixture_index.h"
#include "query/index/engine.h"
#include "query/index/engine_inside.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/knee/", "Knees", NULL, "The knee bends and straightens.",
            KIND_OTHER, NULL },
    { "https://c.example/knock/", "Knock knees", NULL, "Knees may touch as one stands.",
            KIND_OTHER, NULL },
    { "https://c.example/heel/", "Heels", NULL,
            "The heel strikes before the knee locks.", KIND_OTHER, NULL },
};

enum { COUNT = sizeof PASSAGES / sizeof *PASSAGES };

static char *path;

static int make_index(void **state)
{
    (void)state;
    path = fixture_index_make(PASSAGES, COUNT, NULL);
    return 0;
}

static int remove_index(void **state)
{
    (void)state;
    fixture_index_remove(path);
    return 0;
}

static void take_out(uint32_t document)
{
    xc_writer *writer = NULL;

    assert_int_equal(xc_writer_open(&writer, path, 0, NULL), XC_OK);
    assert_int_equal(xc_writer_delete(writer, document, NULL), XC_OK);
    assert_int_equal(xc_writer_commit(writer, NULL), XC_OK);
    xc_writer_close(writer);
}

static void a_passage_that_is_gone_is_told_from_a_damaged_index(void **state)
{
    struct engine *engine = NULL;
    palpate_view kept;
    palpate_view record;
    palpate_error err;

    (void)state;
    assert_int_equal(engine_open(&engine, path, &err), PALPATE_OK);
    assert_int_equal(engine_record(&kept, engine, 1, &err), PALPATE_OK);
    take_out(2);
    /* As where the binding meets blocks that were written anew, and opens them. */
    bool is_changed = false;
    assert_int_equal(engine_refresh(engine, &is_changed, &err), PALPATE_OK);
    assert_true(is_changed);
    assert_int_equal(engine_record(&record, engine, 2, &err), PALPATE_CHANGED);
    /* What was read before serves on. */
    assert_int_equal(engine_record(&record, engine, 1, &err), PALPATE_OK);
    assert_ptr_equal(record.data, kept.data);
    engine_close(engine);
}

static uint32_t count_hits(palpate_searcher *searcher)
{
    palpate_answer *answer = NULL;
    palpate_error err;

    assert_int_equal(
            palpate_search(&answer, searcher, PALPATE_VIEW("knees"), NULL, &err),
            PALPATE_OK);
    uint32_t count = (uint32_t)answer->hit_count;
    palpate_answer_free(answer);
    return count;
}

static void what_was_read_before_an_update_does_not_come_back_after_it(void **state)
{
    palpate_searcher *searcher = NULL;
    palpate_error err;
    bool is_changed = false;

    (void)state;
    assert_int_equal(palpate_searcher_open(&searcher, path, &err), PALPATE_OK);
    assert_int_equal(count_hits(searcher), COUNT);
    take_out(1);
    assert_int_equal(palpate_searcher_refresh(searcher, &is_changed, &err), PALPATE_OK);
    assert_true(is_changed);
    assert_int_equal(count_hits(searcher), COUNT - 1);
    palpate_searcher_close(searcher);
}

static void an_index_that_a_search_opened_anew_has_changed_all_the_same(void **state)
{
    struct engine *engine = NULL;
    palpate_index_info before;
    palpate_index_info after;
    palpate_error err;
    bool is_changed = true;

    (void)state;
    assert_int_equal(engine_open(&engine, path, &err), PALPATE_OK);
    assert_int_equal(engine_info(engine, &before, &err), PALPATE_OK);
    assert_int_equal(engine_refresh(engine, &is_changed, &err), PALPATE_OK);
    assert_false(is_changed);
    take_out(1);
    assert_int_equal(xc_database_reopen(engine->database, NULL, NULL), XC_OK);
    assert_int_equal(engine_refresh(engine, &is_changed, &err), PALPATE_OK);
    assert_true(is_changed);
    assert_int_equal(engine_info(engine, &after, &err), PALPATE_OK);
    assert_true(after.generation != before.generation);
    engine_close(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
                a_passage_that_is_gone_is_told_from_a_damaged_index, make_index,
                remove_index),
        cmocka_unit_test_setup_teardown(
                what_was_read_before_an_update_does_not_come_back_after_it, make_index,
                remove_index),
        cmocka_unit_test_setup_teardown(
                an_index_that_a_search_opened_anew_has_changed_all_the_same, make_index,
                remove_index),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
