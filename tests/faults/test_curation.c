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
#include "core/curation.h"
#include "core/view.h"
#include "memory.h"

static const struct fixture_passage PASSAGES[] = {
    { "https://c.example/frozen/", "Frozen shoulder", NULL,
            "Frozen shoulder is a stiff and painful shoulder joint.", KIND_DEFINITION,
            "2023-04-18" },
    { "https://c.example/capsulitis/", "Adhesive capsulitis", "Stages",
            "Adhesive capsulitis goes through a painful and a stiff stage.",
            KIND_SYMPTOMS, "2021-01-02" },
    { "https://c.example/cold/", "Heat or cold", NULL,
            "A bag of frozen peas on a sore shoulder may ease the pain.",
            KIND_TREATMENT, "2020-06-30" },
    { "https://c.example/tape/", "Taping", NULL,
            "Adhesive tape may irritate the skin of the shoulder.", KIND_OTHER,
            "2019-01-01" },
};

static const char RULES[] =
        "pin\tfrozen shoulder|stiff joint\thttps://c.example/cold/\n"
        "pin\tfrozen shoulder\thttps://booking.example/\tBook online\n"
        "note\tfrozen shoulder\tCall us.\n"
        "redirect\tstuck joint\tfrozen shoulder\n"
        "hide\t/tape/\n"
        "boost\thttps://c.example/c*/\t1.5\n"
        "recency\t0.3\t365\n";

static const char *const QUERIES[] = {
    "adhesive capsulitis",
    "shoulder",
    "stuck joint kind:treatment",
};

static int open_index(void **state)
{
    (void)state;
    fixture_curation = RULES;
    return fixture_search_open(PASSAGES, sizeof PASSAGES / sizeof *PASSAGES,
            "frozen shoulder\tadhesive capsulitis\tsynonym\tMeSH\n");
}

static void ask(struct buffer *out, const char *query, uint64_t nth, bool *was_refused)
{
    static const palpate_render_options JSON = { .format = PALPATE_FORMAT_JSON };
    palpate_error err = { 0 };
    palpate_view json;

    buffer_clear(out);
    palpate_answer_free(answer);
    assert_int_equal(palpate_searcher_refresh(searcher, NULL, NULL), PALPATE_OK);
    memory_refuse(nth, false);
    palpate_status status =
            palpate_search(&answer, searcher, view_of(query), NULL, &err);
    *was_refused = memory_grant();
    if (status != PALPATE_OK) {
        assert_null(answer);
        assert_int_equal(status, PALPATE_NO_MEMORY);
        return;
    }
    answer->took_us = 0;
    assert_int_equal(palpate_render(&json, answer, &JSON, &err), PALPATE_OK);
    buffer_append(out, json);
    palpate_rendering_free(json);
}

static void refuse_each_of(const char *query)
{
    struct buffer whole = { 0 };
    struct buffer less = { 0 };
    bool was_refused = true;

    ask(&whole, query, 0, &was_refused);
    assert_true(whole.size > 0 && answer->hit_count > 0);
    was_refused = true;
    for (uint64_t nth = 1; was_refused; nth++) {
        ask(&less, query, nth, &was_refused);
        if (less.size > 0 && !view_equals(buffer_view(&less), buffer_view(&whole)))
            fail_msg("%s, call %llu for memory: another answer, and no error", query,
                    (unsigned long long)nth);
    }
    buffer_free(&whole);
    buffer_free(&less);
}

static void an_answer_by_rules_is_whole_or_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++)
        refuse_each_of(QUERIES[i]);
}

static void rules_are_read_as_a_whole_or_refused(void **state)
{
    struct analyzer *analyzer = NULL;
    bool was_refused = true;

    (void)state;
    assert_int_equal(analyzer_open(&analyzer, NULL), PALPATE_OK);
    for (uint64_t nth = 1; was_refused; nth++) {
        struct arena arena = { 0 };
        struct curation curation;
        palpate_error err = { 0 };
        memory_refuse(nth, false);
        palpate_status status = curation_read(&curation, &arena,
                PALPATE_VIEW("rules.tsv"), view_of(RULES), analyzer, &err);
        was_refused = memory_grant();
        assert_true(status == PALPATE_OK || status == PALPATE_NO_MEMORY);
        if (status == PALPATE_OK)
            assert_int_equal(curation.count, 7);
        arena_free(&arena);
    }
    analyzer_close(analyzer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_by_rules_is_whole_or_none),
        cmocka_unit_test(rules_are_read_as_a_whole_or_refused),
    };

    return cmocka_run_group_tests(tests, open_index, fixture_search_close);
}
