#include "indexer/run/convert.h"

#include <stdlib.h>

#include "core/fail.h"
#include "core/html_escape.h"
#include "core/view.h"

/* Whether the bytes are markup: they start with a tag. */
static bool is_markup(palpate_view text)
{
    return view_starts_with(view_trim(text), PALPATE_VIEW("<"));
}

/* The size of the paragraph that `text` starts with: up to a blank line. */
static size_t paragraph_size(palpate_view text)
{
    size_t size = 0;

    while (size < text.size) {
        size_t end = view_find(view_slice(text, size, text.size), PALPATE_VIEW("\n"));
        size_t line = size;
        size += end;
        if (view_trim(view_slice(text, line, end)).size == 0)
            return line;
        size += size < text.size;
    }
    return size;
}

/* Writes text as paragraphs.  A first line that stands alone is the title. */
static void write_paragraphs(struct buffer *html, palpate_view text)
{
    enum { LONGEST_TITLE = 120 };
    bool is_first = true;

    buffer_append_string(
            html, "<!doctype html><meta charset=\"utf-8\"><main><article>");
    for (text = view_trim(text); text.size > 0; text = view_trim(text)) {
        size_t size = paragraph_size(text);
        palpate_view paragraph = view_trim(view_slice(text, 0, size));
        bool is_title = is_first && paragraph.size <= LONGEST_TITLE &&
                        view_find(paragraph, PALPATE_VIEW("\n")) == paragraph.size;
        buffer_append_string(html, is_title ? "<h1>" : "<p>");
        html_escape(html, paragraph);
        buffer_append_string(html, is_title ? "</h1>\n" : "</p>\n");
        is_first = false;
        text = view_slice(text, size, text.size);
    }
    buffer_append_string(html, "</article></main>");
}

static palpate_status run_filter(struct buffer *html, const struct source_page *page,
        const palpate_index_options *options, palpate_error *err)
{
    char *bytes = NULL;
    size_t size = 0;
    palpate_error inner = { PALPATE_OK, "" };
    palpate_status status = options->filter(
            options->filter_user, &bytes, &size, page->filter, page->bytes, &inner);
    palpate_view made = { bytes, size };

    if (status != PALPATE_OK) {
        bool has_memory = status != PALPATE_NO_MEMORY;
        status = fail(err, has_memory ? PALPATE_BAD_INPUT : status, "%s%s",
                has_memory ? "left out: " : "", inner.message);
    } else if (size > MAX_SOURCE_PAGE) {
        status = fail(err, PALPATE_BAD_INPUT,
                "left out: the filter of %s made more than the %d MB that are read",
                page->filter, MAX_SOURCE_PAGE >> 20);
    } else if (is_markup(made)) {
        buffer_append(html, made);
    } else {
        write_paragraphs(html, made);
    }
    free(bytes);
    return status;
}

palpate_status convert_page(struct source_page *page, struct buffer *html,
        const palpate_index_options *options, palpate_error *err)
{
    if (page->filter == NULL)
        return PALPATE_OK;
    if (options->filter == NULL)
        return fail(err, PALPATE_BAD_INPUT,
                "left out: there is no filter for %s files in this run", page->filter);
    buffer_clear(html);
    palpate_status status = run_filter(html, page, options, err);
    if (status == PALPATE_OK && html->failed)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a page");
    page->bytes = buffer_view(html);
    return status;
}
