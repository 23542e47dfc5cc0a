#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include <palpate/render.h>
#include <palpate/search.h>

#include "../unit/fixture_search.h"
#include "core/buffer.h"
#include "core/view.h"
#include "memory.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/frozen/", "Frozen shoulder", NULL,
            "Frozen shoulder is a stiff and painful shoulder joint.", KIND_DEFINITION,
            "2023-04-18" },
    { "https://c.example/frozen/", "Frozen shoulder", "Treatment",
            "Gentle joint mobilisation may help a stiff shoulder. Do it daily.",
            KIND_TREATMENT, "2023-04-18" },
    { "https://c.example/frozen/", "Frozen shoulder", "Cautions",
            "Do not force the arm. Avoid manipulation with osteoporosis.",
            KIND_CONTRAINDICATIONS, "2023-04-18" },
    { "https://c.example/capsulitis/", "Adhesive capsulitis", "Stages",
            "Adhesive capsulitis goes through a painful and a stiff stage.",
            KIND_SYMPTOMS, "2021-01-02" },
};

static const char *const QUERIES[] = {
    "frozen shoulder",
    "\"stiff shoulder\" -tape kind:treatment",
    "mobilization NEAR/3 joint OR (capsul* AND stage)",
    "fozen sholder",
};

static int open_index(void **state)
{
    (void)state;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES,
            "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n");
}

/* The answer as JSON, but for the time it took; empty where there was no memory. */
static void ask(struct buffer *out, const char *query, uint64_t nth, bool is_for_good,
        bool *was_refused)
{
    static const palpate_render_options JSON = { .format = PALPATE_FORMAT_JSON };
    palpate_error err = { 0 };
    palpate_view json;

    buffer_clear(out);
    palpate_answer_free(answer);
    memory_refuse(nth, is_for_good);
    palpate_status status =
            palpate_search(&answer, searcher, view_of(query), NULL, &err);
    *was_refused = memory_grant();
    if (status != PALPATE_OK) {
        assert_null(answer);
        assert_int_equal(status, PALPATE_NO_MEMORY);
        assert_int_equal(err.status, PALPATE_NO_MEMORY);
        return;
    }
    answer->took_us = 0;
    assert_int_equal(palpate_render(&json, answer, &JSON, &err), PALPATE_OK);
    buffer_append(out, json);
    palpate_rendering_free(json);
}

static void refuse_each_of(const char *query, bool is_for_good)
{
    struct buffer whole = { 0 };
    struct buffer less = { 0 };
    bool was_refused = true;

    ask(&whole, query, 0, false, &was_refused);
    assert_true(whole.size > 0 && answer->hit_count > 0);
    was_refused = true;
    for (uint64_t nth = 1; was_refused; nth++) {
        ask(&less, query, nth, is_for_good, &was_refused);
        if (less.size > 0 && !view_equals(buffer_view(&less), buffer_view(&whole)))
            fail_msg("%s, call %llu for memory: another answer, and no error", query,
                    (unsigned long long)nth);
        assert_true(was_refused || less.size > 0);
    }
    buffer_free(&whole);
    buffer_free(&less);
}

static void refuse_each(bool is_for_good)
{
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++)
        refuse_each_of(QUERIES[i], is_for_good);
}

static void an_answer_is_whole_or_none_where_one_call_for_memory_fails(void **state)
{
    (void)state;
    refuse_each(false);
}

static void an_answer_is_whole_or_none_where_memory_runs_out(void **state)
{
    (void)state;
    refuse_each(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_whole_or_none_where_one_call_for_memory_fails),
        cmocka_unit_test(an_answer_is_whole_or_none_where_memory_runs_out),
    };

    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
