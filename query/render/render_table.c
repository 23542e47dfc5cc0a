/* Lines for programs: tab-separated values and runs of TREC. */
#include "core/view.h"
#include "query/render/renderers.h"

void render_tsv(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];
        buffer_append_format(out, "%u\t%.6f\t", render_rank(options, i), hit->score);
        render_plain(out, hit->link);
        buffer_append_byte(out, '\t');
        render_path(out, hit, " > ");
        buffer_append_byte(out, '\t');
        buffer_append(out, hit->kind);
        buffer_append_byte(out, '\t');
        render_plain(out, hit->snippet);
        buffer_append_byte(out, '\n');
    }
}

/* A name without white space, which would shift the columns, and controls. */
static void append_name(struct buffer *out, palpate_view name)
{
    for (size_t i = 0; i < name.size; i++) {
        unsigned char byte = (unsigned char)name.data[i];
        bool is_c1 = byte == 0xC2 && i + 1 < name.size &&
                     (unsigned char)name.data[i + 1] < 0xA0;
        i += is_c1;
        bool is_control = byte <= ' ' || byte == 0x7F || is_c1;
        buffer_append(out, is_control ? PALPATE_VIEW("_") : view_slice(name, i, 1));
    }
}

void render_trec(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    for (size_t i = 0; i < answer->hit_count; i++) {
        const palpate_hit *hit = &answer->hits[i];
        append_name(out,
                options->query_id.size > 0 ? options->query_id : PALPATE_VIEW("0"));
        buffer_append_string(out, " Q0 ");
        append_name(out, hit->url);
        buffer_append_format(
                out, " %u %.6f palpate\n", render_rank(options, i), hit->score);
    }
}
