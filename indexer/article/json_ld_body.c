#include "indexer/article/json_ld_body.h"

#include <stdbool.h>

#include "core/view.h"

enum { BODY_SIZE = 1024 * 1024 /* bytes; what follows is left out */ };

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

void json_ld_body_write(struct buffer *out, palpate_view body)
{
    const palpate_view text = view_slice(body, 0, BODY_SIZE);

    buffer_append_string(out, "<!DOCTYPE html><body><article>");
    if (is_html(text))
        buffer_append(out, text);
    else
        append_lines(out, text);
}

static void append_escaped(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '<')
            buffer_append_string(out, "&lt;");
        else if (text.data[i] == '&')
            buffer_append_string(out, "&amp;");
        else
            buffer_append_byte(out, text.data[i]);
    }
}

palpate_view json_ld_body_of_questions(
        struct arena *arena, const struct article *article)
{
    struct buffer html = { 0 };

    for (uint32_t i = 0; i < article->declared_count; i++) {
        buffer_append_string(&html, "<h2>");
        append_escaped(&html, article->declared[i].question);
        buffer_append_string(&html, "</h2><p>");
        append_escaped(&html, article->declared[i].answer);
        buffer_append_string(&html, "</p>");
    }
    palpate_view copy = html.failed ? (palpate_view){ NULL, 0 }
                                    : arena_copy(arena, buffer_view(&html));
    buffer_free(&html);
    return copy;
}
