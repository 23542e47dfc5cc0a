#include "indexer/passage/whole_text.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"

palpate_status whole_text_write(struct article *article, struct arena *arena,
        const struct content *content, palpate_error *err)
{
    struct buffer whole = { 0 };

    for (uint32_t i = 0; i < content->land.blocks->count; i++) {
        if (content->verdict[i] != CONTENT_KEPT)
            continue;
        if (whole.size > 0)
            buffer_append_byte(&whole, '\n');
        buffer_append(&whole, content->land.blocks->items[i].text);
    }
    article->text = whole.failed ? (palpate_view){ NULL, 0 }
                                 : arena_copy(arena, buffer_view(&whole));
    buffer_free(&whole);
    return article->text.data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a text")
                   : PALPATE_OK;
}
