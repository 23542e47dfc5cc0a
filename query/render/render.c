#include <palpate/render.h>
#include <stdlib.h>

#include "core/fail.h"
#include "core/html_escape.h"
#include "core/view.h"
#include "query/render/renderers.h"

static const struct {
    palpate_view name;
    renderer *render;
} FORMATS[] = {
#define FORMAT_ROW(NAME, word) { PALPATE_VIEW_INIT(#word), render_##word },
    PALPATE_FORMATS(FORMAT_ROW)
#undef FORMAT_ROW
};

const char *palpate_format_name(uint32_t format)
{
    return format < sizeof FORMATS / sizeof *FORMATS ? FORMATS[format].name.data : NULL;
}

bool palpate_format_of(palpate_format *format, palpate_view name)
{
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        if (view_equals(name, FORMATS[i].name)) {
            *format = (palpate_format)i;
            return true;
        }
    }
    return false;
}

palpate_status palpate_render(palpate_view *out, const palpate_answer *answer,
        const palpate_render_options *options, palpate_error *err)
{
    struct buffer bytes = { 0 };

    *out = (palpate_view){ NULL, 0 };
    FORMATS[options->format].render(&bytes, answer, options);
    buffer_append_byte(&bytes, '\0');
    if (bytes.failed) {
        buffer_free(&bytes);
        return fail(err, PALPATE_NO_MEMORY, "out of memory while writing an answer");
    }
    *out = (palpate_view){ bytes.data, bytes.size - 1 };
    return PALPATE_OK;
}

void palpate_rendering_free(palpate_view rendering)
{
    free((char *)rendering.data);
}

void render_plain(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool is_c1 = byte == 0xC2 && i + 1 < text.size &&
                     (unsigned char)text.data[i + 1] < 0xA0;
        if (is_c1)
            i++;
        bool is_control = byte < ' ' || byte == 0x7F || is_c1;
        buffer_append(out, is_control ? PALPATE_VIEW(" ") : view_slice(text, i, 1));
    }
}

void render_path(struct buffer *out, const palpate_hit *hit, const char *separator)
{
    render_plain(out, hit->title.size > 0 ? hit->title : hit->url);
    for (size_t i = 0; i < hit->heading_count; i++) {
        buffer_append_string(out, separator);
        render_plain(out, hit->heading[i]);
    }
}

void render_marked_html(struct buffer *out, palpate_view text,
        const palpate_span *marks, size_t mark_count)
{
    size_t done = 0;

    for (size_t i = 0; i < mark_count; i++) {
        html_escape(out, view_slice(text, done, marks[i].offset - done));
        buffer_append_string(out, "<mark>");
        html_escape(out, view_slice(text, marks[i].offset, marks[i].size));
        buffer_append_string(out, "</mark>");
        done = (size_t)marks[i].offset + marks[i].size;
    }
    html_escape(out, view_slice(text, done, text.size));
}
