/* Any bytes are a query: read, written back, and read the same again. */
#include <stdint.h>
#include <stdlib.h>

#include "core/view.h"
#include "query/language/parse.h"
#include "query/language/query_write.h"
#include "query/language/syntax.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_and_write(struct buffer *out, palpate_view text)
{
    struct arena arena = { 0 };
    struct query_tree tree;

    if (query_parse(&tree, &arena, text, NULL) != PALPATE_OK)
        abort();
    query_write(out, tree.root);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buffer once = { 0 };
    struct buffer twice = { 0 };

    read_and_write(&once, (palpate_view){ (const char *)data, size });
    read_and_write(&twice, buffer_view(&once));
    /* What is longer than the bounds is cut, and cut again elsewhere. */
    if (once.size < QUERY_MAX_SIZE / 2 &&
            !view_equals(buffer_view(&once), buffer_view(&twice)))
        abort();
    buffer_free(&once);
    buffer_free(&twice);
    return 0;
}
