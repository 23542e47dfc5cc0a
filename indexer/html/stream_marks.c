#include "indexer/html/stream_marks.h"

#include "core/view.h"

bool stream_mark_is(palpate_view comment)
{
    return view_starts_with(comment, PALPATE_VIEW("$")) ||
           view_starts_with(comment, PALPATE_VIEW("/$")) ||
           view_starts_with(comment, PALPATE_VIEW("pl-"));
}

bool stream_marks_take(struct stream_marks *marks, struct arena *arena,
        palpate_view comment, uint32_t node)
{
    if (!arena_grow(arena, (void **)&marks->items, &marks->room, marks->count,
                sizeof *marks->items))
        return false;
    struct stream_mark *mark = &marks->items[marks->count++];
    *mark = (struct stream_mark){ arena_copy(arena, comment), node };
    return mark->text.data != NULL;
}
