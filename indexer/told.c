#include "indexer/told.h"

#include "core/buffer.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/blocks.h"
#include "indexer/content.h"
#include "indexer/passages.h"
#include "indexer/tree.h"

enum { TOLD_SIZE = 1024 * 1024 /* bytes; what follows is left out */ };

static bool is_html(palpate_view text)
{
    static const palpate_view TAGS[] = { PALPATE_VIEW_INIT("<p>"),
        PALPATE_VIEW_INIT("</p>"), PALPATE_VIEW_INIT("<br"), PALPATE_VIEW_INIT("<li>"),
        PALPATE_VIEW_INIT("<div") };

    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        if (view_find_ignoring_case(text, TAGS[i]) < text.size)
            return true;
    return false;
}

/* Lines of plain text are paragraphs, and what looks like a tag in them is none. */
static void append_lines(struct buffer *out, palpate_view text)
{
    buffer_append_string(out, "<p>");
    for (size_t i = 0; text.data != NULL && i < text.size; i++) {
        if (text.data[i] == '\n')
            buffer_append_string(out, "<p>");
        else if (text.data[i] == '<')
            buffer_append_string(out, "&lt;");
        else
            buffer_append_byte(out, text.data[i]);
    }
}

palpate_status told_read(struct article *article, struct arena *arena,
        const struct page_origin *origin, palpate_error *err)
{
    palpate_view told = view_slice(article->told, 0, TOLD_SIZE);
    struct buffer html = { 0 };
    struct content content;
    struct blocks blocks;
    struct tree tree;

    buffer_append_string(&html, "<!DOCTYPE html><body><article>");
    if (is_html(told))
        buffer_append(&html, told);
    else
        append_lines(&html, told);
    palpate_status status =
            html.failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a text")
                        : tree_read(&tree, arena, buffer_view(&html), err);
    if (status == PALPATE_OK)
        status = blocks_cut(&blocks, arena, &tree, err);
    if (status == PALPATE_OK)
        status = content_judge(&content, arena, &tree, &blocks, origin, err);
    for (uint32_t i = 0; status == PALPATE_OK && i < blocks.count; i++)
        content.verdict[i] = CONTENT_KEPT; /* a menu is not told as text */
    if (status == PALPATE_OK)
        status = passages_cut(article, arena, &content, err);
    buffer_free(&html);
    return status;
}
