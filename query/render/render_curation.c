/* What the owner of the index decided, for a person at a terminal. */
#include "core/view.h"
#include "query/render/renderers.h"

enum { INDENT = 4 };

static void render_notice(struct buffer *out, const palpate_notice *notice,
        const palpate_render_options *options)
{
    buffer_append_format(out, " %s* ", options->color ? "\033[1m" : "");
    render_plain(out, notice->text);
    buffer_append_string(out, options->color ? "\033[0m" : "");
    if (options->explain) {
        buffer_append_string(out, "  [for \"");
        render_plain(out, notice->question);
        buffer_append_string(out, "\"]");
    }
    buffer_append_byte(out, '\n');
    if (notice->url.size == 0)
        return;
    buffer_append_format(out, "%*s", INDENT, "");
    render_plain(out, notice->url);
    buffer_append_byte(out, '\n');
}

void render_curation(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    if (answer->redirected.size > 0) {
        buffer_append_string(out, "Showing results for: ");
        render_plain(out, answer->redirected);
        buffer_append_string(
                out, " (so the site decided; --no-curation searches the words)\n\n");
    }
    for (size_t i = 0; i < answer->notice_count; i++)
        render_notice(out, &answer->notices[i], options);
    if (answer->notice_count > 0)
        buffer_append_byte(out, '\n');
}

void render_pinned(struct buffer *out, const palpate_hit *hit,
        const palpate_render_options *options)
{
    if (hit->pinned.size == 0)
        return;
    buffer_append_string(out, "  [pinned");
    if (options->explain) {
        buffer_append_string(out, " for \"");
        render_plain(out, hit->pinned);
        buffer_append_byte(out, '"');
    }
    buffer_append_byte(out, ']');
}
