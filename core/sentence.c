#include "core/sentence.h"

#include <string.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view ABBREVIATIONS[] = {
#include "words/en/abbreviations.inc"
};

/* The run of bytes without white space or opening signs that ends before `point`. */
static palpate_view word_before(palpate_view text, size_t start, size_t point)
{
    size_t from = point;

    while (from > start && !ascii_is_space(text.data[from - 1]) &&
            text.data[from - 1] != '(' && text.data[from - 1] != '"')
        from--;
    return view_slice(text, from, point - from);
}

static bool is_abbreviation(palpate_view word)
{
    for (size_t i = 0; i < sizeof ABBREVIATIONS / sizeof *ABBREVIATIONS; i++)
        if (view_equals_ignoring_case(word, ABBREVIATIONS[i]))
            return true;
    return false;
}

/* "J." of a name, and "C5." or "L4-L5." of the spine, which are followed by more. */
static bool is_initial(palpate_view word)
{
    return word.size == 1 && ascii_is_upper(word.data[0]);
}

/* The bytes that close a sentence after its mark: quotation marks and parentheses. */
static size_t closing_size(palpate_view text, size_t place)
{
    size_t size = 0;

    if (place >= text.size)
        return 0;
    if (strchr("\"')]", text.data[place]) != NULL && text.data[place] != '\0')
        return 1;
    if ((unsigned char)text.data[place] < 0x80)
        return 0;
    uint32_t character = utf8_decode(text, place, &size);
    return character == 0x2019 || character == 0x201D || character == 0xBB ? size : 0;
}

static size_t skip_spaces(palpate_view text, size_t place)
{
    while (place < text.size && ascii_is_space(text.data[place]) &&
            text.data[place] != '\n')
        place++;
    return place;
}

/* Whether the mark at `place` ends the sentence that started at `start`, when the text
   goes on at `next` after white space. */
static bool ends_here(palpate_view text, size_t start, size_t place, size_t next)
{
    if (next >= text.size || text.data[next] == '\n')
        return true;
    if (text.data[place] != '.')
        return !ascii_is_lower(text.data[next]);
    palpate_view word = word_before(text, start, place);
    if (ascii_is_lower(text.data[next]) || is_initial(word))
        return false;
    if (!is_abbreviation(word))
        return true;
    /* "no. 5", "approx. 10" go on; "etc. The" does not, but "Dr. Smith" looks the same.
     */
    return !ascii_is_digit(text.data[next]) &&
           view_equals_ignoring_case(word, PALPATE_VIEW("etc"));
}

/* The end of the sentence whose mark stands at `place`; `place` where it does not end
 * there. */
static size_t end_behind(palpate_view text, size_t start, size_t place)
{
    size_t after = place + 1;

    for (size_t size = 0; (size = closing_size(text, after)) > 0;)
        after += size;
    size_t next = skip_spaces(text, after);
    bool goes_on = next == after && next < text.size && text.data[next] != '\n';
    if (goes_on || !ends_here(text, start, place, next)) /* 0.5, e.g, C5.1 */
        return place;
    return next < text.size && text.data[next] == '\n' ? next + 1 : next;
}

size_t sentence_end(palpate_view text, size_t place)
{
    size_t start = place;

    for (; place < text.size; place++) {
        char byte = text.data[place];
        if (byte == '\n')
            return place + 1;
        if (byte != '.' && byte != '!' && byte != '?')
            continue;
        size_t end = end_behind(text, start, place);
        if (end > place)
            return end;
    }
    return text.size;
}
