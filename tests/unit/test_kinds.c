#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/view.h"
#include "indexer/passage/kinds.h"

static const struct {
    const char *heading;
    enum passage_kind kind;
} HEADINGS[] = {
    { "When to call your surgeon or doctor", KIND_RED_FLAGS },
    { "Seek medical help at once if", KIND_RED_FLAGS },
    { "When lost motion needs a doctor", KIND_RED_FLAGS },
    { "Who should be careful", KIND_CONTRAINDICATIONS },
    { "Is the first trimester safe?", KIND_CONTRAINDICATIONS },
    { "Can it do harm?", KIND_CONTRAINDICATIONS },
    { "Does it help?", KIND_EVIDENCE },
    { "Who is at risk?", KIND_CAUSES },
    { "Why does it happen?", KIND_CAUSES },
    { "Is an X-ray or scan necessary?", KIND_DIAGNOSIS },
    { "When is surgery considered?", KIND_TREATMENT },
    { "Injections and other medical options", KIND_TREATMENT },
    { "Returning to running", KIND_RECOVERY },
    { "Strengthening", KIND_EXERCISES },
    { "When to avoid exercise", KIND_CONTRAINDICATIONS },
    { "Trigger finger", KIND_OTHER },
    { "Our opening hours", KIND_OTHER },
    { "", KIND_OTHER },
};

static void a_heading_says_what_its_passages_are_about(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++) {
        enum passage_kind kind = kind_of_heading(view_of(HEADINGS[i].heading));
        if (kind != HEADINGS[i].kind)
            fail_msg("%s: %d", HEADINGS[i].heading, (int)kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_heading_says_what_its_passages_are_about),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
