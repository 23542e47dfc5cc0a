/* The renderers of an answer, one a file. */
#ifndef QUERY_RENDERERS_H
#define QUERY_RENDERERS_H

#include <palpate/render.h>

#include "core/buffer.h"

/* Appends the answer; a failure of memory shows in `out->failed`. */
typedef void renderer(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options);

/* render_text, render_json and so on. */
#define RENDERER(NAME, name) renderer render_##name;
PALPATE_FORMATS(RENDERER)
#undef RENDERER

/* Appends text as HTML with the marked bytes inside <mark>…</mark>. */
void render_marked_html(struct buffer *out, palpate_view text,
        const palpate_span *marks, size_t mark_count);

/* Appends text for a terminal or a table: control characters as spaces. */
void render_plain(struct buffer *out, palpate_view text);

/* Appends "Title › Heading › Heading". */
void render_path(struct buffer *out, const palpate_hit *hit, const char *separator);

/* Appends for a terminal what was answered instead, and what is said beside the hits.
 */
void render_curation(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options);

/* Appends that a hit is pinned, if it is. */
void render_pinned(struct buffer *out, const palpate_hit *hit,
        const palpate_render_options *options);

static inline uint32_t render_rank(const palpate_render_options *options, size_t i)
{
    return (options->first_rank == 0 ? 1 : options->first_rank) + (uint32_t)i;
}

#endif
