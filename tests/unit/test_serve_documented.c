/* The server's filters and limits, beside the query language and the manual. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"
#include "fixture_document.h"
#include "query/language/fields.h"
#include "server/filter.h"
#include "server/limits.h"

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

/* Fails where the manual has no paragraph of this option that says its default. */
static void assert_default(const char *option, const char *number)
{
    struct buffer heading = { 0 };

    buffer_append_string(&heading, ".BI \\-\\-");
    for (const char *at = option; *at != '\0'; at++)
        buffer_append_string(&heading, *at == '-' ? "\\-" : (char[]){ *at, '\0' });
    buffer_append(&heading, (palpate_view){ " ", sizeof " " });
    const char *from = strstr(document_text(), heading.data);
    buffer_free(&heading);
    if (from == NULL)
        fail_msg("there is no --%s", option);
    const char *end = strstr(from, "\n.TP");
    const char *said = strstr(from, number);
    if (said == NULL || (end != NULL && said > end))
        fail_msg("--%s does not say its default %s", option, number);
}

static void the_manual_says_the_default_of_each_limit(void **state)
{
    (void)state;
    open_document("docs/palpate-serve.1");
#define LIMIT_OF_SERVER(member, name, fallback, least, most, what) \
    assert_default(name, "(" #fallback ")");
    LIMITS(LIMIT_OF_SERVER)
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_server_takes_the_filters_of_the_query_language),
        cmocka_unit_test(the_manual_says_the_default_of_each_limit),
    };
    return cmocka_run_group_tests(tests, NULL, close_document);
}
