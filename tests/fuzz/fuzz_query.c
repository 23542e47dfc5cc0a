/* Any bytes are a query: read, written back, and read the same again. */
#include "core/view.h"
#include "fuzz.h"
#include "query/language/parse.h"
#include "query/language/query_write.h"
#include "query/language/syntax.h"

static void read_and_write(struct buffer *out, palpate_view text)
{
    struct arena arena = { 0 };
    struct query_tree tree;

    REQUIRE(query_parse(&tree, &arena, text, NULL) == PALPATE_OK);
    query_write(out, tree.root);
    arena_free(&arena);
}

void fuzz_one(palpate_view bytes)
{
    struct buffer once = { 0 };
    struct buffer twice = { 0 };

    read_and_write(&once, bytes);
    read_and_write(&twice, buffer_view(&once));
    /* What is longer than the bounds is cut, and cut again elsewhere. */
    REQUIRE(once.size >= QUERY_MAX_SIZE / 2 ||
            view_equals(buffer_view(&once), buffer_view(&twice)));
    buffer_free(&once);
    buffer_free(&twice);
}
