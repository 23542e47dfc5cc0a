#include "indexer/html/tree_bounds.h"

#include <string.h>

/* Pages of articles have a node for every 60 bytes, and hardly any has one for 15. */
uint32_t tree_most_nodes(palpate_view html)
{
    size_t most = html.size / TREE_NODE_SIZE;

    if (most < TREE_ANY_NODES)
        return TREE_ANY_NODES;
    return most < TREE_MAX_NODES ? (uint32_t)most : TREE_MAX_NODES;
}

/* Most pages have fewer nodes than this, and what is not used is never touched: growing
   by copies would take three times the memory. */
size_t tree_likely_nodes(palpate_view html, uint32_t most)
{
    enum {
        PIECE = 200 /* bytes of text that the parser hands over at once, at least */
    };
    size_t count = html.size / PIECE + 16;

    for (size_t i = 0; i < html.size; i++) {
        const char *next = memchr(html.data + i, '<', html.size - i);
        if (next == NULL)
            break;
        count += 2;
        i = (size_t)(next - html.data);
    }
    return count < most ? count : (size_t)most + 2; /* the rest, and the document */
}
