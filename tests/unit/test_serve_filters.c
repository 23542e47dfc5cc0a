/* The server's filters and its schema, beside the filters of the query language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "query/language/fields.h"
#include "query/server/filter.h"

static void the_server_takes_the_filters_of_the_query_language(void **state)
{
    size_t count = 0;

    (void)state;
#define FILTER_OF_SERVER(name, word, facet)        \
    assert_non_null(filter_name(count));           \
    assert_string_equal(filter_name(count), word); \
    count++;
    FILTER_FIELDS(FILTER_OF_SERVER)
    assert_null(filter_name(count));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_server_takes_the_filters_of_the_query_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
