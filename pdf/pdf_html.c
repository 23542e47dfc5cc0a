#include "pdf/pdf_html.h"

#include "core/ascii.h"
#include "core/html_escape.h"
#include "core/view.h"

static bool has_any(palpate_view text, const palpate_view *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_find_ignoring_case(text, words[i]) < text.size)
            return true;
    return false;
}

static bool has_ending(palpate_view title)
{
    static const palpate_view ENDINGS[] = { PALPATE_VIEW_INIT(".doc"),
        PALPATE_VIEW_INIT(".pdf"), PALPATE_VIEW_INIT(".indd"), PALPATE_VIEW_INIT(".qx"),
        PALPATE_VIEW_INIT(".ppt"), PALPATE_VIEW_INIT(".pub"), PALPATE_VIEW_INIT(".rtf"),
        PALPATE_VIEW_INIT(".odt"), PALPATE_VIEW_INIT(".ai"), PALPATE_VIEW_INIT(".tex"),
        PALPATE_VIEW_INIT(".htm"), PALPATE_VIEW_INIT("://") };

    return has_any(title, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS);
}

static bool is_of_a_program(palpate_view title)
{
    static const palpate_view STARTS[] = { PALPATE_VIEW_INIT("microsoft "),
        PALPATE_VIEW_INIT("untitled"), PALPATE_VIEW_INIT("powerpoint"),
        PALPATE_VIEW_INIT("slide 1"), PALPATE_VIEW_INIT("layout 1"),
        PALPATE_VIEW_INIT("document1"), PALPATE_VIEW_INIT("no slide"),
        PALPATE_VIEW_INIT("print"), PALPATE_VIEW_INIT("scan") };

    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (view_equals_ignoring_case(view_slice(title, 0, STARTS[i].size), STARTS[i]))
            return true;
    return false;
}

bool pdf_title_is_sane(palpate_view title)
{
    unsigned letters = 0;
    unsigned digits = 0;
    bool has_space = false;
    bool has_line = false;

    for (size_t i = 0; i < title.size; i++) {
        letters +=
                ascii_is_letter(title.data[i]) || (unsigned char)title.data[i] > 0x7F;
        digits += ascii_is_digit(title.data[i]);
        has_space |= title.data[i] == ' ';
        has_line |= title.data[i] == '_';
    }
    return letters >= 3 && letters > digits && !has_ending(title) &&
           !is_of_a_program(title) && (has_space || (digits == 0 && !has_line));
}

/* The text of the heading that is the title, or empty. */
static palpate_view shown_title(const struct pdf_blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++)
        if (blocks->items[i].kind == PDF_HEADING && blocks->items[i].level == 1)
            return blocks->items[i].text;
    return (palpate_view){ "", 0 };
}

static void write_head(struct buffer *out, const struct pdf_lines *lines,
        const struct pdf_blocks *blocks)
{
    palpate_view title =
            pdf_title_is_sane(lines->title) ? lines->title : shown_title(blocks);

    buffer_append_string(out, "<!doctype html><html><head><meta charset=\"utf-8\">");
    if (title.size > 0) {
        buffer_append_string(out, "<title>");
        html_escape(out, title);
        buffer_append_string(out, "</title>");
    }
    if (lines->changed.size > 0) {
        buffer_append_string(out, "<meta name=\"last-modified\" content=\"");
        html_escape(out, lines->changed);
        buffer_append_string(out, "\">");
    }
    buffer_append_string(out, "</head><body><main><article>\n");
}

static void write_block(struct buffer *out, const struct pdf_block *block)
{
    char tag[3] = "p";

    if (block->kind == PDF_ITEM) {
        tag[0] = 'l';
        tag[1] = 'i';
    } else if (block->kind == PDF_HEADING) {
        tag[0] = 'h';
        tag[1] = (char)('0' + block->level);
    }
    buffer_append_format(out, "<%s id=\"page=%u\">", tag, block->page);
    html_escape(out, block->text);
    buffer_append_format(out, "</%s>\n", tag);
}

void pdf_html(struct buffer *out, const struct pdf_lines *lines,
        const struct pdf_blocks *blocks)
{
    bool is_in_list = false;

    write_head(out, lines, blocks);
    for (size_t i = 0; i < blocks->count; i++) {
        bool is_item = blocks->items[i].kind == PDF_ITEM;
        if (is_item != is_in_list)
            buffer_append_string(out, is_item ? "<ul>\n" : "</ul>\n");
        is_in_list = is_item;
        write_block(out, &blocks->items[i]);
    }
    if (is_in_list)
        buffer_append_string(out, "</ul>\n");
    buffer_append_string(out, "</article></main></body></html>\n");
}
