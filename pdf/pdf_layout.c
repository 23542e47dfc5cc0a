#include "pdf/pdf_layout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/ascii.h"
#include "core/view.h"
#include "pdf/pdf_furniture.h"
#include "pdf/pdf_text.h"

enum {
    MAX_HEADING = 160, /* bytes of a line that may be a heading */
    LEVELS = 5         /* below the title */
};

struct layout {
    const struct pdf_lines *lines;
    struct arena *arena;
    struct pdf_blocks *out;
    double body;          /* the size of most letters */
    double pitch;         /* from one line of it to the next */
    double sizes[LEVELS]; /* of headings, the largest first */
    size_t size_count;
    struct buffer text; /* of the block under way */
    struct pdf_block block;
    const struct pdf_line *last; /* of it, or NULL */
    double width;                /* of its longest line */
    double left;                 /* where its first line starts */
};

static double rounded(double size)
{
    return floor(size * 2 + 0.5) / 2;
}

static int by_number(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;

    return (a > b) - (a < b);
}

/* Letters of one size. */
struct letters {
    double size;
    size_t bytes;
};

static int by_size(const void *left, const void *right)
{
    const struct letters *a = left;
    const struct letters *b = right;

    return (a->size > b->size) - (a->size < b->size);
}

/* The size of the middle letter of all: with some titles and notes it is still that of
   the text.  0 where memory is out. */
static double find_body(const struct pdf_lines *lines, struct arena *arena)
{
    struct letters *letters = arena_zeroed(arena, lines->count, sizeof *letters);
    size_t total = 0;
    size_t passed = 0;
    size_t i = 0;

    if (letters == NULL)
        return 0;
    for (size_t k = 0; k < lines->count; k++) {
        letters[k] = (struct letters){ rounded(lines->items[k].size),
            lines->items[k].text.size };
        total += letters[k].bytes;
    }
    qsort(letters, lines->count, sizeof *letters, by_size);
    while (2 * (passed += letters[i].bytes) < total)
        i++;
    return letters[i].size;
}

static double find_pitch(const struct pdf_lines *lines, double body, double *scratch)
{
    size_t count = 0;

    for (size_t i = 1; i < lines->count; i++) {
        const struct pdf_line *a = &lines->items[i - 1];
        const struct pdf_line *b = &lines->items[i];
        double step = b->top - a->top;
        if (a->page == b->page && rounded(b->size) == body && step > body / 2 &&
                step < 2.5 * body)
            scratch[count++] = step;
    }
    if (count == 0)
        return body * 1.3;
    qsort(scratch, count, sizeof *scratch, by_number);
    return scratch[count / 2];
}

static bool is_capital(const struct pdf_line *line)
{
    enum { FEW = 4 /* letters: a short form alone is none */ };

    return pdf_count_letters(line->text) >= FEW &&
           !pdf_has_small_letter(line->text, false);
}

/* Whether a line looks like a heading, by itself. */
static bool looks_like_heading(const struct layout *layout, const struct pdf_line *line)
{
    palpate_view text = line->text;
    unsigned letters = pdf_count_letters(text);
    bool is_large = line->size >= layout->body * 1.14;
    bool is_strong =
            (line->is_bold || is_capital(line)) && line->size >= layout->body * 0.95;

    if (text.size > MAX_HEADING || letters < 2 || pdf_mark_size(text) > 0)
        return false;
    return is_large || (is_strong && !pdf_ends_with_one(text, ".,;") &&
                               text.size <= MAX_HEADING / 2);
}

static bool is_next_in_style(const struct pdf_line *line, const struct pdf_line *next)
{
    double step = next->top - line->top;

    return rounded(next->size) == rounded(line->size) &&
           next->is_bold == line->is_bold && is_capital(next) == is_capital(line) &&
           next->page == line->page && step > 0 && step < line->size * 1.8;
}

/* Whether a line is of a paragraph in larger or bold type: of many lines of one style,
   or of some that end as a sentence does. */
static bool is_of_paragraph(const struct layout *layout, size_t place)
{
    const struct pdf_line *items = layout->lines->items;
    bool is_huge = items[place].size >= layout->body * 1.5;
    const size_t most = is_huge ? 6 : 3; /* lines of a heading */
    size_t first = place;
    size_t last = place;

    while (first > 0 && place - first <= most &&
            is_next_in_style(&items[first - 1], &items[first]))
        first--;
    while (last + 1 < layout->lines->count && last - place <= most &&
            is_next_in_style(&items[last], &items[last + 1]))
        last++;
    return last - first >= most ||
           (last > first && !is_huge && pdf_ends_with_one(items[last].text, "."));
}

static bool is_heading(const struct layout *layout, size_t place)
{
    return looks_like_heading(layout, &layout->lines->items[place]) &&
           !is_of_paragraph(layout, place);
}

/* The level of a heading below the title: its place among the sizes. */
static unsigned level_of(struct layout *layout, double size)
{
    unsigned level = 2;

    for (size_t i = 0; i < layout->size_count && layout->sizes[i] > size; i++)
        level++;
    return level < LEVELS + 1 ? level : LEVELS + 1;
}

static void add_size(struct layout *layout, double size)
{
    size_t place = 0;

    while (place < layout->size_count && layout->sizes[place] > size)
        place++;
    if (place == LEVELS || (place < layout->size_count && layout->sizes[place] == size))
        return;
    size_t last = layout->size_count < LEVELS ? layout->size_count : LEVELS - 1;
    memmove(&layout->sizes[place + 1], &layout->sizes[place],
            (last - place) * sizeof *layout->sizes);
    layout->sizes[place] = size;
    layout->size_count = last + 1;
}

/* The first of the largest lines of the first page that has text is the title. */
static size_t find_title(const struct layout *layout)
{
    const struct pdf_lines *lines = layout->lines;
    size_t best = lines->count;

    for (size_t i = 0; i < lines->count; i++) {
        if (lines->items[i].page != lines->items[0].page)
            break;
        bool is_larger = best == lines->count ||
                         lines->items[i].size > lines->items[best].size * 1.02;
        if (is_larger && lines->items[i].size >= layout->body * 1.1 &&
                is_heading(layout, i))
            best = i;
    }
    return best;
}

static bool flush_block(struct layout *layout)
{
    struct pdf_blocks *out = layout->out;
    palpate_view text = view_trim(buffer_view(&layout->text));

    layout->last = NULL;
    layout->width = 0;
    if (text.size == 0)
        return !layout->text.failed;
    if (!arena_grow(layout->arena, (void **)&out->items, &out->room, out->count,
                sizeof *out->items))
        return false;
    layout->block.text = arena_copy(layout->arena, text);
    out->items[out->count++] = layout->block;
    buffer_clear(&layout->text);
    return layout->block.text.data != NULL;
}

/* Whether a line near the one at `place` has this text in it. */
static bool is_said_near(const struct layout *layout, size_t place, palpate_view text)
{
    enum { NEAR = 2000 /* lines on either side */, MOST = 256 * 1024 /* bytes */ };
    const struct pdf_lines *lines = layout->lines;
    size_t looked = 0;

    for (size_t i = place > NEAR ? place - NEAR : 0;
            i < lines->count && i < place + NEAR && looked < MOST; i++) {
        if (view_find(lines->items[i].text, text) < lines->items[i].text.size)
            return true;
        looked += lines->items[i].text.size;
    }
    return false;
}

static size_t start_of_last_word(palpate_view text)
{
    size_t start = text.size;

    while (start > 0 && !ascii_is_space(text.data[start - 1]))
        start--;
    return start;
}

/* Whether the hyphen at the end of what the block has is the word's own ("follow-up")
   and not that of a divided word: the word has another one, or is written so, and not
   without it, on another line. */
static bool keeps_hyphen(const struct layout *layout, size_t place, palpate_view next)
{
    palpate_view whole = buffer_view(&layout->text);
    size_t start = start_of_last_word(whole);
    palpate_view first = view_slice(whole, start, whole.size - start - 1);
    struct buffer word = { 0 };
    size_t end = 0;

    if (view_find(first, PALPATE_VIEW("-")) < first.size)
        return true;
    while (end < next.size && ascii_is_lower(next.data[end]))
        end++;
    buffer_append(&word, first);
    buffer_append(&word, view_slice(next, 0, end));
    bool is_joined = is_said_near(layout, place, buffer_view(&word));
    buffer_clear(&word);
    buffer_append(&word, first);
    buffer_append_byte(&word, '-');
    buffer_append(&word, view_slice(next, 0, end));
    bool keeps = !is_joined && is_said_near(layout, place, buffer_view(&word));
    buffer_free(&word);
    return keeps;
}

/* Adds a line to the block: a word that is divided at the end of a line is one. */
static void append_line(struct layout *layout, size_t place, palpate_view text)
{
    palpate_view soft = PALPATE_VIEW("\xC2\xAD");
    struct buffer *out = &layout->text;
    palpate_view whole = buffer_view(out);
    bool is_divided = view_ends_with(whole, PALPATE_VIEW("-")) && whole.size > 2 &&
                      ascii_is_lower(whole.data[whole.size - 2]) && text.data != NULL &&
                      ascii_is_lower(text.data[0]);

    if (view_ends_with(whole, soft))
        out->size -= soft.size;
    else if (is_divided)
        out->size -= !keeps_hyphen(layout, place, text);
    else if (out->size > 0)
        buffer_append_byte(out, ' ');
    buffer_append(out, text);
}

/* Whether a line goes on with what the last one says. */
static bool goes_on(const struct layout *layout, const struct pdf_line *line)
{
    const struct pdf_line *last = layout->last;
    bool is_ended = pdf_ends_with_one(last->text, ".!?:");
    bool is_small = pdf_has_small_letter(line->text, true);
    double step = line->top - last->top;

    if (pdf_mark_size(line->text) > 0 || pdf_is_numbered(line->text))
        return false;
    if (rounded(line->size) != rounded(last->size) && !(is_small && !is_ended))
        return false;
    if (line->page != last->page || step < 0)
        return !is_ended && is_small;
    if (step > layout->pitch * 1.4 * fmax(1, line->size / layout->body))
        return false;
    if (layout->block.kind == PDF_ITEM && is_ended)
        return line->left > layout->left + line->size / 3;
    if (layout->block.kind == PDF_ITEM)
        return line->left > layout->left - line->size / 2 || is_small;
    if (is_ended && line->left > last->left + line->size)
        return false;
    return !is_ended || last->right - last->left > layout->width * 0.75;
}

/* Whether a line is of the heading under way, which takes two lines or three. */
static bool goes_on_heading(const struct layout *layout, const struct pdf_line *line)
{
    const struct pdf_line *last = layout->last;
    double step = line->top - last->top;

    return rounded(line->size) == rounded(last->size) &&
           line->is_bold == last->is_bold && line->page == last->page && step > 0 &&
           step < line->size * 1.7 && !pdf_ends_with_one(last->text, "?") &&
           layout->text.size + line->text.size < MAX_HEADING * 5 / 4;
}

static bool start_block(struct layout *layout, size_t place, enum pdf_kind kind)
{
    const struct pdf_line *line = &layout->lines->items[place];
    size_t mark = kind == PDF_ITEM ? pdf_mark_size(line->text) : 0;

    if (!flush_block(layout))
        return false;
    layout->block = (struct pdf_block){ .kind = kind, .page = line->page };
    append_line(layout, place, view_slice(line->text, mark, line->text.size));
    layout->last = line;
    layout->width = line->right - line->left;
    layout->left = line->left;
    return true;
}

static bool take_line(struct layout *layout, size_t place, bool is_title)
{
    const struct pdf_line *line = &layout->lines->items[place];
    bool is_new = layout->last == NULL;
    bool is_in_heading = !is_new && layout->block.kind == PDF_HEADING;
    bool is_item = pdf_mark_size(line->text) > 0 || pdf_is_numbered(line->text);

    if (is_heading(layout, place)) {
        if (is_in_heading && goes_on_heading(layout, line)) {
            append_line(layout, place, line->text);
            layout->last = line;
            return true;
        }
        if (!start_block(layout, place, PDF_HEADING))
            return false;
        layout->block.level = is_title ? 1 : level_of(layout, rounded(line->size));
        return true;
    }
    if (is_new || is_in_heading || !goes_on(layout, line))
        return start_block(layout, place, is_item ? PDF_ITEM : PDF_PARAGRAPH);
    append_line(layout, place, line->text);
    layout->width = fmax(layout->width, line->right - line->left);
    layout->last = line;
    return true;
}

bool pdf_layout(
        struct pdf_blocks *out, struct arena *arena, const struct pdf_lines *lines)
{
    struct layout layout = { .lines = lines, .arena = arena, .out = out };
    double *scratch = arena_zeroed(arena, lines->count + 1, sizeof *scratch);
    bool has_memory = scratch != NULL;

    *out = (struct pdf_blocks){ .count = 0 };
    if (!has_memory || lines->count == 0)
        return has_memory;
    layout.body = find_body(lines, arena);
    layout.pitch = find_pitch(lines, layout.body, scratch);
    size_t title = find_title(&layout);
    for (size_t i = 0; i < lines->count; i++) {
        double size = rounded(lines->items[i].size);
        bool is_below =
                title == lines->count || size < rounded(lines->items[title].size);
        if (is_below && is_heading(&layout, i))
            add_size(&layout, size);
    }
    for (size_t i = 0; has_memory && i < lines->count; i++)
        if (i == title || !pdf_is_furniture(lines, i, layout.body))
            has_memory = take_line(&layout, i, i == title);
    has_memory = flush_block(&layout) && has_memory;
    buffer_free(&layout.text);
    return has_memory;
}
