/* An answer for a person at a terminal. */
#include "core/ascii.h"
#include "core/kind.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/render/renderers.h"

enum {
    WIDTH = 80,      /* columns, where the terminal does not say */
    MAX_WIDTH = 100, /* longer lines are hard to read */
    INDENT = 4
};

/* The terminal's colours, and nothing where they are not wanted. */
struct paint {
    const char *title;
    const char *mark;
    const char *faint;
    const char *warning;
    const char *off;
};

static struct paint paint_of(const palpate_render_options *options)
{
    static const struct paint COLORS = { "\033[1m", "\033[1;33m", "\033[2m",
        "\033[1;31m", "\033[0m" };
    static const struct paint PLAIN = { "", "", "", "", "" };

    return options->color ? COLORS : PLAIN;
}

/* Words flowing into lines. */
struct flow {
    struct buffer *out;
    const struct paint *paint;
    uint32_t width;
    uint32_t column;
};

static uint32_t columns_of(palpate_view text)
{
    uint32_t columns = 0;

    for (size_t i = 0; i < text.size; i++)
        columns += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return columns;
}

static void start_line(struct flow *flow)
{
    buffer_append_format(flow->out, "%*s", INDENT, "");
    flow->column = INDENT;
}

/* One word of the text, its marked bytes painted. */
static void flow_word(struct flow *flow, palpate_view text, palpate_span word,
        const palpate_span *marks, size_t mark_count)
{
    size_t end = (size_t)word.offset + word.size;
    size_t done = word.offset;
    uint32_t columns = columns_of(view_slice(text, word.offset, word.size));

    if (flow->column > INDENT && flow->column + 1 + columns > flow->width) {
        buffer_append_byte(flow->out, '\n');
        start_line(flow);
    } else if (flow->column > INDENT) {
        buffer_append_byte(flow->out, ' ');
        flow->column++;
    }
    for (size_t i = 0; i < mark_count; i++) {
        size_t mark_end = (size_t)marks[i].offset + marks[i].size;
        if (marks[i].offset < word.offset || mark_end > end)
            continue;
        render_plain(flow->out, view_slice(text, done, marks[i].offset - done));
        buffer_append_string(flow->out, flow->paint->mark);
        render_plain(flow->out, view_slice(text, marks[i].offset, marks[i].size));
        buffer_append_string(flow->out, flow->paint->off);
        done = mark_end;
    }
    render_plain(flow->out, view_slice(text, done, end - done));
    flow->column += columns;
}

static void flow_text(struct flow *flow, palpate_view text, const palpate_span *marks,
        size_t mark_count)
{
    for (size_t place = 0; place < text.size;) {
        size_t start = place;
        if (ascii_is_blank(text.data[place])) {
            place++;
            continue;
        }
        while (place < text.size && (unsigned char)text.data[place] > ' ')
            place++;
        flow_word(flow, text,
                (palpate_span){ (uint32_t)start, (uint32_t)(place - start) }, marks,
                mark_count);
    }
}

static void render_snippet(struct buffer *out, const palpate_hit *hit,
        const struct paint *paint, uint32_t width)
{
    struct flow flow = { out, paint, width, 0 };

    if (hit->snippet.size == 0)
        return;
    start_line(&flow);
    if (hit->snippet_starts_inside)
        flow_text(&flow, PALPATE_VIEW("\xE2\x80\xA6"), NULL, 0);
    flow_text(&flow, hit->snippet, hit->snippet_marks, hit->snippet_mark_count);
    if (hit->snippet_ends_inside)
        flow_text(&flow, PALPATE_VIEW("\xE2\x80\xA6"), NULL, 0);
    buffer_append_byte(out, '\n');
}

/* Passages that warn are labelled as what they are. */
static void render_label(
        struct buffer *out, const palpate_hit *hit, const struct paint *paint)
{
    int kind = kind_of_word(hit->kind);

    if (kind_is_warning(kind))
        buffer_append_format(
                out, "  %s[%s]%s", paint->warning, kind_label(kind), paint->off);
}

static palpate_view section_of(const palpate_hit *hit)
{
    return hit->heading_count == 0 ? (palpate_view){ NULL, 0 }
                                   : hit->heading[hit->heading_count - 1];
}

/* Whether an earlier line of the hit has named this section, or it has no name. */
static bool is_named(const palpate_hit *hit, size_t place)
{
    palpate_view section = section_of(&hit->more[place]);
    bool found = section.size == 0 || view_equals(section, section_of(hit)) ||
                 (hit->care != NULL && view_equals(section, section_of(hit->care)));

    for (size_t i = 0; i < place; i++)
        found |= view_equals(section, section_of(&hit->more[i]));
    return found;
}

static void render_more(
        struct buffer *out, const palpate_hit *hit, const struct paint *paint)
{
    for (size_t i = 0; i < hit->more_count; i++) {
        const palpate_hit *other = &hit->more[i];
        if (is_named(hit, i))
            continue;
        buffer_append_format(
                out, "%*s%salso here:%s ", INDENT, "", paint->faint, paint->off);
        render_plain(out, other->heading[other->heading_count - 1]);
        render_label(out, other, paint);
        buffer_append_byte(out, '\n');
    }
}

static void render_other_name(
        struct buffer *out, const palpate_hit *hit, const struct paint *paint)
{
    if (hit->other_name.size == 0)
        return;
    buffer_append_format(
            out, "%*s%sfound as:%s ", INDENT, "", paint->faint, paint->off);
    render_plain(out, hit->other_name);
    buffer_append_byte(out, '\n');
}

static void render_same(
        struct buffer *out, const palpate_hit *hit, const struct paint *paint)
{
    if (hit->same_count > 0)
        buffer_append_format(out, "%*s%s%zu other passage%s the same%s\n", INDENT, "",
                paint->faint, hit->same_count, hit->same_count == 1 ? " says" : "s say",
                paint->off);
}

/* What the article says of caution: one line, or with its first sentences. */
static void render_care(struct buffer *out, const palpate_hit *hit,
        const struct paint *paint, uint32_t width, bool is_whole)
{
    if (hit->care == NULL)
        return;
    palpate_view section = section_of(hit->care);
    buffer_append_format(out, "%*s%s%s:%s ", INDENT, "", paint->warning,
            kind_label(kind_of_word(hit->care->kind)), paint->off);
    render_plain(out, section.size > 0 ? section : PALPATE_VIEW("in this article"));
    buffer_append_byte(out, '\n');
    if (is_whole)
        render_snippet(out, hit->care, paint, width);
}

static void render_piece(
        struct buffer *out, size_t *count, const char *label, palpate_view text)
{
    buffer_append_string(out, (*count)++ == 0 ? "" : " \xC2\xB7 ");
    buffer_append_string(out, label);
    render_plain(out, text);
}

static palpate_view day_of(palpate_view date)
{
    enum { DAY = 10 }; /* 2026-05-03 */

    return view_slice(date, 0, date.size > DAY ? DAY : date.size);
}

/* "By A. Name · Reviewed by B. Name, 2026-05-03 · clinic.example · 2026-05-01" */
static void render_people(
        struct buffer *out, const palpate_hit *hit, const struct paint *paint)
{
    bool is_reviewed = hit->reviewer.size + hit->reviewed.size > 0;
    size_t count = 0;

    if (hit->byline.size + hit->site.size + hit->date.size == 0 && !is_reviewed)
        return;
    buffer_append_format(out, "%*s%s", INDENT, "", paint->faint);
    if (hit->byline.size > 0)
        render_piece(out, &count, "By ", hit->byline);
    if (hit->reviewer.size > 0)
        render_piece(out, &count, "Reviewed by ", hit->reviewer);
    if (hit->reviewer.size > 0 && hit->reviewed.size > 0) {
        buffer_append_string(out, ", ");
        render_plain(out, day_of(hit->reviewed));
    } else if (is_reviewed && hit->reviewer.size == 0) {
        render_piece(out, &count, "Reviewed ", day_of(hit->reviewed));
    }
    if (hit->site.size > 0)
        render_piece(out, &count, "", hit->site);
    if (hit->date.size > 0)
        render_piece(out, &count, "", day_of(hit->date));
    buffer_append_format(out, "%s\n", paint->off);
}

static void render_parts(
        struct buffer *out, const palpate_hit *hit, const struct paint *paint)
{
    buffer_append_format(
            out, "%*s%sscore %.3f =", INDENT, "", paint->faint, hit->score);
    for (size_t i = 0; i < hit->part_count; i++)
        buffer_append_format(out, "%s %s %.3f", i == 0 ? "" : " +", hit->parts[i].name,
                hit->parts[i].value);
    buffer_append_format(out, "%s\n", paint->off);
}

static void render_hit(struct buffer *out, const palpate_answer *answer, size_t place,
        const palpate_render_options *options)
{
    const palpate_hit *hit = &answer->hits[place];
    uint32_t rank = render_rank(options, place);
    bool is_care_whole = rank == 1 || answer->asks_if_safe;
    const struct paint paint = paint_of(options);
    uint32_t width = options->width == 0 ? WIDTH : options->width;

    if (width > MAX_WIDTH)
        width = MAX_WIDTH;
    buffer_append_format(out, "%2u. %s", rank, paint.title);
    render_path(out, hit, " \xE2\x80\xBA ");
    buffer_append_string(out, paint.off);
    render_pinned(out, hit, options);
    render_label(out, hit, &paint);
    if (place == 0 && answer->first_answers)
        buffer_append_format(out, "  %s[Answer]%s", paint.title, paint.off);
    buffer_append_byte(out, '\n');
    render_snippet(out, hit, &paint, width);
    buffer_append_format(out, "%*s%s", INDENT, "", paint.faint);
    render_plain(out, hit->link);
    buffer_append_format(out, "%s\n", paint.off);
    render_people(out, hit, &paint);
    render_other_name(out, hit, &paint);
    render_more(out, hit, &paint);
    render_care(out, hit, &paint, width, is_care_whole);
    render_same(out, hit, &paint);
    if (options->explain && hit->part_count > 0)
        render_parts(out, hit, &paint);
    buffer_append_byte(out, '\n');
}

static void render_line(struct buffer *out, const char *label, palpate_view text)
{
    if (text.size == 0)
        return;
    buffer_append_string(out, label);
    render_plain(out, text);
    buffer_append_byte(out, '\n');
}

static void render_corrected(struct buffer *out, palpate_view corrected)
{
    if (corrected.size == 0)
        return;
    buffer_append_string(out, "Showing results for: ");
    render_plain(out, corrected);
    buffer_append_string(out, " (--no-correct searches the words as typed)\n\n");
}

/* "Also searched for frozen shoulder: adhesive capsulitis (MeSH), …" */
static void render_expanded(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    const struct paint paint = paint_of(options);

    for (size_t i = 0; i < answer->expanded_count; i++) {
        const palpate_expansion *expansion = &answer->expanded[i];
        bool goes_on = i > 0 && view_equals(expansion->from, expansion[-1].from);
        if (goes_on) {
            buffer_append_string(out, ", ");
        } else {
            buffer_append_format(out, "%s%sAlso searched for%s ", i > 0 ? "\n" : "",
                    paint.faint, paint.off);
            render_plain(out, expansion->from);
            buffer_append_string(out, ": ");
        }
        render_plain(out, expansion->to);
        buffer_append_format(out, " %s(", paint.faint);
        if (!view_equals(expansion->relation, PALPATE_VIEW("synonym"))) {
            render_plain(out, expansion->relation);
            buffer_append_string(out, ", ");
        }
        render_plain(out, expansion->source);
        buffer_append_format(out, ")%s", paint.off);
    }
    if (answer->expanded_count > 0)
        buffer_append_byte(out, '\n');
}

/* "Kinds: exercises 12, treatment 5, 3 more" */
static void render_facets(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    static const char *const LABELS[PALPATE_FACETS] = { "Kinds", "Authors", "Sites",
        "Languages", "Years" };
    const struct paint paint = paint_of(options);

    for (size_t i = 0; i < answer->facet_count; i++) {
        const palpate_facet *facet = &answer->facets[i];
        if (facet->value_count == 0)
            continue;
        buffer_append_string(out, paint.faint);
        if (i < PALPATE_FACETS)
            buffer_append_string(out, LABELS[i]);
        else
            render_plain(out, view_of(facet->name));
        buffer_append_format(
                out, "%s:%s", answer->facets_are_exact ? "" : ", at least", paint.off);
        for (size_t k = 0; k < facet->value_count; k++) {
            buffer_append_string(out, k == 0 ? " " : ", ");
            render_plain(out, facet->values[k].value);
            buffer_append_format(
                    out, " %llu", (unsigned long long)facet->values[k].count);
        }
        if (facet->more > 0)
            buffer_append_format(out, ", %zu more", facet->more);
        buffer_append_byte(out, '\n');
    }
}

static void render_footer(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    render_expanded(out, answer, options);
    render_line(out, "Did you mean: ", answer->suggestion);
    for (size_t i = 0; i < answer->note_count; i++)
        render_line(out, "Note: ", answer->notes[i]);
    render_facets(out, answer, options);
    if (options->explain)
        render_line(out, "Read as: ", answer->read_as);
    buffer_append_format(out, "%s%llu %s in %.1f ms\n",
            answer->total_is_exact ? "" : "At least ",
            (unsigned long long)answer->total,
            answer->total == 1 ? "answer" : "answers", (double)answer->took_us / 1000);
}

/* Says why what follows does not have the words asked for. */
static void render_related(struct buffer *out, const palpate_render_options *options)
{
    const struct paint paint = paint_of(options);

    buffer_append_format(out, "%sRelated, without the words asked for:%s\n\n",
            paint.faint, paint.off);
}

void render_text(struct buffer *out, const palpate_answer *answer,
        const palpate_render_options *options)
{
    /* An answer of counts alone has a total and no hit. */
    render_curation(out, answer, options);
    if (answer->hit_count == 0 && answer->total == 0)
        return;
    render_corrected(out, answer->corrected);
    for (size_t i = 0; i < answer->hit_count; i++) {
        if (answer->hits[i].is_related && (i == 0 || !answer->hits[i - 1].is_related))
            render_related(out, options);
        render_hit(out, answer, i, options);
    }
    render_footer(out, answer, options);
}
