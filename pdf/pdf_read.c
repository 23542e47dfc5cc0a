#include "pdf/pdf_read.h"

#include <poppler.h>
#include <string.h>

#include "core/view.h"

/* A page as the library gives it. */
struct raw_page {
    char *text; /* UTF-8 */
    PopplerRectangle *places;
    guint count;
    GList *styles;
    double height;
};

/* What a line is made of, as far as it was read. */
struct making {
    struct pdf_line line;
    const char *start;
    size_t size;
    unsigned weights[2]; /* letters that are not bold, and that are */
    double sizes;        /* of all letters, added */
    unsigned letters;
    GList *styles; /* of the page, from that of the last character on */
    const PopplerTextAttributes *style;
    bool is_bold; /* that style is */
};

static bool names_bold(const char *font)
{
    static const char *const WORDS[] = { "bold", "black", "heavy", "demi" };
    gchar *small = font == NULL ? NULL : g_ascii_strdown(font, -1);
    bool is_bold = false;

    for (size_t i = 0; small != NULL && i < sizeof WORDS / sizeof *WORDS; i++)
        is_bold |= strstr(small, WORDS[i]) != NULL;
    g_free(small);
    return is_bold;
}

static void widen(struct pdf_line *line, const PopplerRectangle *place)
{
    bool is_first = line->right <= line->left;

    line->left = is_first || place->x1 < line->left ? place->x1 : line->left;
    line->right = is_first || place->x2 > line->right ? place->x2 : line->right;
    line->top = is_first || place->y1 < line->top ? place->y1 : line->top;
    line->bottom = is_first || place->y2 > line->bottom ? place->y2 : line->bottom;
}

/* Adds a line that is made, and goes on with one that starts at `next`; false when
   memory is out. */
static bool end_line(struct pdf_lines *out, struct arena *arena, struct making *making,
        const char *next)
{
    struct pdf_line line = making->line;
    palpate_view text = view_trim((palpate_view){ making->start, making->size });

    if (text.size > 0 && making->letters > 0) {
        line.text = arena_copy(arena, text);
        line.size = making->sizes / making->letters;
        line.is_bold = making->weights[1] > 4 * making->weights[0];
        if (line.text.data == NULL ||
                !arena_grow(arena, (void **)&out->items, &out->room, out->count,
                        sizeof *out->items))
            return false;
        out->items[out->count++] = line;
    }
    *making = (struct making){ .line = { .page = line.page, .height = line.height },
        .start = next,
        .styles = making->styles,
        .style = making->style,
        .is_bold = making->is_bold };
    return true;
}

/* The style of the character at `index`; moves `*at` to it. */
static const PopplerTextAttributes *style_at(GList **at, int index)
{
    while (*at != NULL) {
        const PopplerTextAttributes *style = (*at)->data;
        if (index <= style->end_index)
            return index >= style->start_index ? style : NULL;
        *at = (*at)->next;
    }
    return NULL;
}

static void add_character(struct making *making, const char *at, size_t size,
        const PopplerRectangle *place)
{
    bool is_space = size == 1 && g_ascii_isspace(*at);

    making->size = (size_t)(at - making->start) + size;
    if (is_space)
        return;
    widen(&making->line, place);
    making->letters++;
    making->sizes +=
            making->style == NULL ? place->y2 - place->y1 : making->style->font_size;
    making->weights[making->is_bold]++;
}

/* Whether a character stands in another column than the line so far. */
static bool is_far(const struct making *making, const PopplerRectangle *place)
{
    const double gap = 1.3; /* times the height of a letter: no space is as wide */

    return making->letters > 0 &&
           place->x1 > making->line.right + gap * (place->y2 - place->y1);
}

/* Adds the character at `at` to the line, or starts another line with it. */
static bool take_character(struct pdf_lines *out, struct arena *arena,
        struct making *making, const char *at, const struct raw_page *page, guint index)
{
    const PopplerTextAttributes *style = style_at(&making->styles, (int)index);
    const PopplerRectangle *place = &page->places[index];

    if (style != making->style)
        making->is_bold = style != NULL && names_bold(style->font_name);
    making->style = style;
    if (is_far(making, place) && !end_line(out, arena, making, at))
        return false;
    add_character(making, at, (size_t)(g_utf8_next_char(at) - at), place);
    return true;
}

static bool cut_lines(struct pdf_lines *out, struct arena *arena,
        const struct raw_page *page, unsigned number)
{
    struct making making = { .line = { .page = number, .height = page->height },
        .start = page->text,
        .styles = page->styles };
    bool is_done = true;
    guint index = 0;

    for (const char *at = page->text; is_done && *at != '\0'; index++) {
        const char *next = g_utf8_next_char(at);
        if (*at == '\n')
            is_done = end_line(out, arena, &making, next);
        else if (index < page->count)
            is_done = take_character(out, arena, &making, at, page, index);
        at = next;
    }
    return end_line(out, arena, &making, NULL) && is_done;
}

static bool read_page(struct pdf_lines *out, struct arena *arena,
        PopplerDocument *document, unsigned number, size_t *text)
{
    PopplerPage *source = poppler_document_get_page(document, (int)number - 1);
    struct raw_page page = { .text = NULL };
    bool is_done = true;

    if (source == NULL) /* this page is damaged; others need not be */
        return true;
    poppler_page_get_size(source, NULL, &page.height);
    page.text = poppler_page_get_text(source);
    if (page.text != NULL && page.text[0] != '\0' &&
            g_utf8_validate(page.text, -1, NULL) &&
            poppler_page_get_text_layout(source, &page.places, &page.count)) {
        page.styles = poppler_page_get_text_attributes(source);
        is_done = cut_lines(out, arena, &page, number);
        *text += strlen(page.text);
    }
    poppler_page_free_text_attributes(page.styles);
    g_free(page.places);
    g_free(page.text);
    g_object_unref(source);
    return is_done;
}

/* What the file states of itself. */
static bool read_statements(
        struct pdf_lines *out, struct arena *arena, PopplerDocument *document)
{
    gchar *title = poppler_document_get_title(document);
    GDateTime *changed = poppler_document_get_modification_date_time(document);
    gchar *day = changed == NULL ? NULL : g_date_time_format(changed, "%Y-%m-%d");

    out->title = arena_copy(arena, view_trim(view_of(title)));
    out->changed = arena_copy(arena, view_of(day));
    g_free(day);
    if (changed != NULL)
        g_date_time_unref(changed);
    g_free(title);
    return out->title.data != NULL && out->changed.data != NULL;
}

/* Why a file could not be opened. */
static const char *reason_of(const GError *error)
{
    if (error != NULL && error->domain == POPPLER_ERROR &&
            error->code == POPPLER_ERROR_ENCRYPTED)
        return "this PDF needs a password: give a copy without one";
    return "this PDF is damaged, or is none: save it again";
}

const char *pdf_read(struct pdf_lines *out, struct arena *arena, palpate_view bytes)
{
    GError *error = NULL;
    GBytes *data = g_bytes_new_static(bytes.data, bytes.size);
    PopplerDocument *document = poppler_document_new_from_bytes(data, NULL, &error);
    size_t text = 0;
    const char *why = NULL;

    *out = (struct pdf_lines){ .count = 0 };
    g_bytes_unref(data);
    if (document == NULL) {
        why = reason_of(error);
        g_clear_error(&error);
        return why;
    }
    int pages = poppler_document_get_n_pages(document);
    bool has_memory = read_statements(out, arena, document);
    for (int i = 1; has_memory && i <= pages && i <= PDF_MAX_PAGES; i++) {
        has_memory = read_page(out, arena, document, (unsigned)i, &text);
        if (text > PDF_MAX_TEXT)
            break;
    }
    g_object_unref(document);
    if (!has_memory)
        why = "out of memory for this PDF";
    else if (pages > PDF_MAX_PAGES || text > PDF_MAX_TEXT)
        why = "this PDF has too many pages, or too much text: split it";
    return why;
}
