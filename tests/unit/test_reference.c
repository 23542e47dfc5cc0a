#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/view.h"
#include "query/answer/reference.h"

static void assert_refers(const char *sentence, bool refers)
{
    if (reference_is_all(view_of(sentence)) != refers)
        fail_msg("<%s> %s another page", sentence,
                refers ? "does not only name" : "only names");
}

static void a_sentence_about_another_page_only_names_it(void **state)
{
    (void)state;
    assert_refers("Our article on elbows has more.", true);
    assert_refers("See another article on elbows.", true);
}

static void a_sentence_about_its_own_page_says_something(void **state)
{
    (void)state;
    assert_refers("This article on elbows was written for tennis players.", false);
    assert_refers("For whom is this article on elbows?", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_about_another_page_only_names_it),
        cmocka_unit_test(a_sentence_about_its_own_page_says_something),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
