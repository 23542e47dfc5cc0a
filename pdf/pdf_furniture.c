#include "pdf/pdf_furniture.h"

#include "core/ascii.h"
#include "core/view.h"

/* How much of a page, at its top and at its foot, may hold such lines. */
static const double EDGE = 0.09;

static bool is_at_edge(const struct pdf_line *line)
{
    return line->bottom < line->height * EDGE || line->top > line->height * (1 - EDGE);
}

/* "3", "- 3 -", "Page 3 of 4", "3/4": at most two words beside a number. */
static bool is_number(palpate_view text)
{
    unsigned digits = 0;
    unsigned words = 0;
    bool is_in_word = false;

    for (size_t i = 0; i < text.size; i++) {
        bool is_letter = ascii_is_letter(text.data[i]) || (text.data[i] & 0x80);
        digits += ascii_is_digit(text.data[i]);
        words += is_letter && !is_in_word;
        is_in_word = is_letter;
    }
    return digits > 0 && digits <= 6 && words <= 2 && text.size <= 20;
}

/* Whether two lines say the same, whatever their digits. */
static bool is_same(palpate_view a, palpate_view b)
{
    size_t at = 0;

    for (size_t i = 0; i < a.size; i++) {
        if (ascii_is_digit(a.data[i]))
            continue;
        while (at < b.size && ascii_is_digit(b.data[at]))
            at++;
        if (at == b.size || a.data[i] != b.data[at])
            return false;
        at++;
    }
    while (at < b.size && ascii_is_digit(b.data[at]))
        at++;
    return at == b.size;
}

/* A line of a table of contents: dots that lead to a number. */
static bool is_of_contents(palpate_view text)
{
    enum { FEW = 8 };
    size_t dots = 0;

    for (size_t i = 0; i < text.size; i++)
        dots += text.data[i] == '.';
    return dots >= FEW && dots * 5 > text.size;
}

bool pdf_is_furniture(const struct pdf_lines *lines, size_t place, double body)
{
    enum { NEAR = 400 /* lines that are compared, on either side */ };
    const struct pdf_line *line = &lines->items[place];
    size_t from = place > NEAR ? place - NEAR : 0;
    bool was_before = false;
    bool comes_again = false;

    if (is_of_contents(line->text))
        return true;
    if (!is_at_edge(line))
        return false;
    if (is_number(line->text))
        return true;
    for (size_t i = from; i < lines->count && i < place + NEAR; i++) {
        const struct pdf_line *other = &lines->items[i];
        if (other->page == line->page || !is_same(line->text, other->text))
            continue;
        was_before |= i < place;
        comes_again |= i > place && is_at_edge(other);
    }
    return was_before || (comes_again && line->size < body * 1.25);
}
