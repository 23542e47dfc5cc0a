#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "core/kind.h"
#include "core/schema.h"
#include "core/view.h"

static struct analyzer *analyzer;
static struct buffer own;

static int write_stamp(void **state)
{
    palpate_error err = { 0 };

    (void)state;
    if (analyzer_open(&analyzer, &err) != PALPATE_OK)
        return -1;
    schema_stamp(&own, analyzer);
    return own.failed ? -1 : 0;
}

static int release(void **state)
{
    (void)state;
    buffer_free(&own);
    analyzer_close(analyzer);
    return 0;
}

static void an_index_of_this_program_is_read(void **state)
{
    palpate_error err = { 0 };

    (void)state;
    assert_int_equal(schema_check(buffer_view(&own), analyzer, &err), PALPATE_OK);
}

static void an_index_with_other_kinds_of_passages_is_another_version(void **state)
{
    char kinds[32];
    char stamp[256];
    palpate_error err = { 0 };
    palpate_view whole = buffer_view(&own);

    (void)state;
    (void)snprintf(kinds, sizeof kinds, "kinds=%d", KIND_COUNT);
    size_t at = view_find(whole, view_of(kinds));
    assert_true(at < whole.size);
    palpate_view rest = view_slice(whole, at + strlen(kinds), whole.size);
    (void)snprintf(stamp, sizeof stamp, "%.*skinds=%d%.*s", (int)at, whole.data,
            KIND_COUNT - 1, (int)rest.size, rest.data);
    assert_int_equal(schema_check(view_of(stamp), analyzer, &err), PALPATE_VERSION);
    assert_non_null(strstr(err.message, kinds));
    assert_non_null(strstr(err.message, "--rebuild"));
}

static void what_has_no_stamp_is_no_index(void **state)
{
    palpate_error err = { 0 };

    (void)state;
    assert_int_equal(schema_check(PALPATE_VIEW(""), analyzer, &err), PALPATE_NO_INDEX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_index_of_this_program_is_read),
        cmocka_unit_test(an_index_with_other_kinds_of_passages_is_another_version),
        cmocka_unit_test(what_has_no_stamp_is_no_index),
    };

    return cmocka_run_group_tests(tests, write_stamp, release);
}
