#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/arena.h"
#include "core/view.h"
#include "query/language/literal.h"
#include "query/language/parse.h"

static void assert_literal(const char *text, const char *expected)
{
    struct buffer out = { 0 };

    literal_write(&out, view_of(text));
    if (!view_equals(buffer_view(&out), view_of(expected)))
        fail_msg("%s is <%.*s> and not <%s>", text, (int)out.size, out.data, expected);
    buffer_free(&out);
}

static void words_stay_as_they_are(void **state)
{
    (void)state;
    assert_literal("Frozen shoulder", "Frozen shoulder");
    assert_literal("Frozen shoulder: a guide", "Frozen shoulder: a guide");
    assert_literal("Neck pain: causes", "Neck pain: causes");
    assert_literal("L4-L5, C5/6 and Baker's cyst?", "L4-L5, C5/6 and Baker's cyst?");
    assert_literal("", "");
}

static void what_the_query_language_takes_for_more_is_taken_off(void **state)
{
    (void)state;
    assert_literal("neck: causes", "neck: causes");
    assert_literal("title: ankle", "title ankle");
    assert_literal("kind:of magic", "kind of magic");
    assert_literal("Ice OR heat?", "Ice or heat?");
    assert_literal("NOT all (AND more)", "not all and more");
    assert_literal("a NEAR/5 b", "a near/5 b");
    assert_literal("\"Tennis elbow\" explained", "Tennis elbow explained");
    assert_literal(
            "\xE2\x80\x9CTo rest OR not\xE2\x80\x9D: both", "To rest or not : both");
    assert_literal("RICE - rest +ice", "RICE rest ice");
    assert_literal("pain * tend*", "pain tend");
    assert_literal("+-site:title:OR", "site title or");
    assert_literal("title:\"a b\" title:(c d)", "title a b title c d");
}

static bool is_plain(const struct query_node *list)
{
    for (uint32_t i = 0; i < list->child_count; i++) {
        const struct query_node *child = list->children[i];
        if (child->role != QUERY_SHOULD || child->field != QUERY_ANYWHERE ||
                (child->kind != QUERY_WORD && !child->is_compound))
            return false;
    }
    return true;
}

/* Of all that three pieces of the language make together. */
static void it_is_read_as_words_and_nothing_else(void **state)
{
    static const char *const PIECES[] = { "a", " ", "title:", "kind:", "x:", "\"", "(",
        ")", "+", "-", "*", "OR", "NOT", "NEAR/2", ":" };
    enum { COUNT = sizeof PIECES / sizeof *PIECES };

    (void)state;
    for (unsigned n = 0; n < COUNT * COUNT * COUNT * COUNT; n++) {
        struct buffer text = { 0 };
        struct buffer out = { 0 };
        struct arena arena = { 0 };
        struct query_tree tree;
        for (unsigned left = n, i = 0; i < 4; i++, left /= COUNT)
            buffer_append_string(&text, PIECES[left % COUNT]);
        literal_write(&out, buffer_view(&text));
        assert_int_equal(
                query_parse(&tree, &arena, buffer_view(&out), NULL), PALPATE_OK);
        if (tree.notes != 0 || !is_plain(tree.root))
            fail_msg("<%.*s> becomes <%.*s>", (int)text.size, text.data, (int)out.size,
                    out.data);
        arena_free(&arena);
        buffer_free(&text);
        buffer_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stay_as_they_are),
        cmocka_unit_test(what_the_query_language_takes_for_more_is_taken_off),
        cmocka_unit_test(it_is_read_as_words_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
