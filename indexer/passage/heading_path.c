#include "indexer/passage/heading_path.h"

#include "core/record.h"

/* The heading that one like `block` comes below.  It ends those that are not higher
   than it is; but not the label of the panel that it is in, and a label ends none: it
   is below all that the page says over its panels, whatever its level. */
static const struct heading *above_of(
        const struct heading *path, const struct block *block)
{
    bool is_label = block->opens && !block->is_plain;

    while (path != NULL && !is_label && path->block->level >= block->level) {
        bool is_inside = path->block->opens && block->place < path->block->end;
        if (is_inside)
            break;
        path = path->above;
    }
    return path;
}

const struct heading *heading_path_enter(
        struct arena *arena, const struct heading *path, const struct block *block)
{
    struct heading *heading = arena_zeroed(arena, 1, sizeof *heading);
    const struct heading *above = above_of(path, block);

    if (heading == NULL)
        return NULL;
    if (above != NULL && above->depth == RECORD_HEADINGS)
        above = above->above;
    *heading = (struct heading){ .block = block,
        .end = block->end,
        .depth = above == NULL ? 1 : above->depth + 1,
        .above = above,
        .before = block->heads_panels ? above : path };
    /* In a box a heading ends with the box. */
    if (path != NULL && path->end < heading->end)
        heading->end = path->end;
    return heading;
}

const struct heading *heading_path_skip(
        const struct heading *path, const struct block *block)
{
    return above_of(path, block);
}

const struct heading *heading_path_at(const struct heading *path, uint32_t place)
{
    while (path != NULL && path->end <= place)
        path = path->before;
    return path;
}

uint8_t *headings_find(struct arena *arena, const struct content *content)
{
    const struct blocks *blocks = content->land.blocks;
    uint8_t *heads = arena_zeroed(arena, blocks->count, 1);
    bool heads_article = false;

    for (uint32_t i = blocks->count; heads != NULL && i-- > 0;) {
        bool is_heading = blocks->items[i].kind == BLOCK_HEADING;
        bool is_kept =
                content->verdict[i] == CONTENT_KEPT ||
                (blocks->items[i].opens && content->verdict[i] == CONTENT_DOUBTFUL);
        heads[i] = is_heading && (heads_article || is_kept);
        heads_article = !is_heading && content->verdict[i] == CONTENT_KEPT;
    }
    return heads;
}
