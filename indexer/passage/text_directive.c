#include "indexer/passage/text_directive.h"

#include <stdint.h>

#include "core/ascii.h"
#include "core/token.h"
#include "core/utf8.h"
#include "core/view.h"

/* What a character is to the borders of words (Unicode, annex 29).  Folded text has no
   marks and no format characters. */
enum border_class {
    BORDER_SPACE,
    BORDER_LETTER,
    BORDER_DIGIT,
    BORDER_IDEOGRAPH, /* browsers ask a dictionary: taken for a border at each */
    BORDER_JOINER,    /* _ */
    BORDER_MID,       /* ' and . join letters, and digits */
    BORDER_MID_LETTER,
    BORDER_MID_DIGIT,
    BORDER_OTHER
};

static enum border_class class_beyond_ascii(palpate_view text, size_t place)
{
    enum { MIDDLE_DOT = 0xB7, KANA = 0x3040, THAI = 0xE00, MYANMAR_LAST = 0x109F };
    size_t size = 0;
    uint32_t character = utf8_decode(text, place, &size);
    struct tokenizer tokens = tokens_of(view_slice(text, place, size));
    struct token token;

    if (character == MIDDLE_DOT)
        return BORDER_MID_LETTER;
    if (!token_next(&tokens, &token))
        return BORDER_OTHER;
    bool has_no_spaces =
            (character >= KANA && !(character >= 0xAC00 && character <= 0xD7A3)) ||
            (character >= THAI && character <= MYANMAR_LAST);
    return has_no_spaces ? BORDER_IDEOGRAPH : BORDER_LETTER;
}

static enum border_class class_at(palpate_view text, size_t place)
{
    unsigned char byte = (unsigned char)text.data[place];

    if (byte <= ' ')
        return BORDER_SPACE;
    if (byte >= 0x80)
        return class_beyond_ascii(text, place);
    if (ascii_is_letter(byte))
        return BORDER_LETTER;
    if (ascii_is_digit(byte))
        return BORDER_DIGIT;
    switch (byte) {
    case '_': return BORDER_JOINER;
    case '\'':
    case '.': return BORDER_MID;
    case ':': return BORDER_MID_LETTER;
    case ',':
    case ';': return BORDER_MID_DIGIT;
    default: return BORDER_OTHER;
    }
}

static enum border_class class_before(palpate_view text, size_t place)
{
    return place == 0 ? BORDER_SPACE : class_at(text, utf8_floor(text, place - 1));
}

static enum border_class class_after(palpate_view text, size_t place)
{
    size_t size = 0;

    if (place >= text.size)
        return BORDER_SPACE;
    (void)utf8_decode(text, place, &size);
    return place + size < text.size ? class_at(text, place + size) : BORDER_SPACE;
}

/* The text that is searched, and how many of its bytes may yet be compared. */
struct search {
    palpate_view text;
    size_t effort;
};

/* Takes the cost of a search off; it ends the search that uses up what there is. */
static void spend_effort(struct search *search, size_t bytes)
{
    search->effort -= bytes < search->effort ? bytes : search->effort;
}

static bool is_word(enum border_class class)
{
    return class == BORDER_LETTER || class == BORDER_DIGIT || class == BORDER_JOINER;
}

/* Whether a sign between these two keeps them one word. */
static bool joins_word(
        enum border_class before, enum border_class sign, enum border_class after)
{
    if (before != after)
        return false;
    return (before == BORDER_LETTER &&
                   (sign == BORDER_MID || sign == BORDER_MID_LETTER)) ||
           (before == BORDER_DIGIT && (sign == BORDER_MID || sign == BORDER_MID_DIGIT));
}

static bool is_border(palpate_view text, size_t place)
{
    if (place == 0 || place >= text.size)
        return true;
    enum border_class before = class_before(text, place);
    enum border_class after = class_at(text, place);
    if (is_word(before) && is_word(after))
        return false;
    if (is_word(before) && joins_word(before, after, class_after(text, place)))
        return false;
    return !is_word(after) ||
           !joins_word(class_before(text, utf8_floor(text, place - 1)), before, after);
}

/* "Find a string in range": the next place of `term`, or text.size. */
static size_t find_term(struct search *search, palpate_view term, size_t from,
        bool starts_word, bool ends_word)
{
    palpate_view text = search->text;

    while (from < text.size && search->effort > 0) {
        palpate_view rest = view_slice(text, from, text.size);
        size_t place = view_find(rest, term);
        spend_effort(search, place + term.size); /* which is looked at before */
        if (place == rest.size)
            return text.size;
        place += from;
        if ((!starts_word || is_border(text, place)) &&
                (!ends_word || is_border(text, place + term.size)))
            return place;
        from = place + 1;
    }
    return text.size;
}

static bool stands_at(
        palpate_view text, palpate_view term, size_t place, bool ends_word)
{
    return view_equals(view_slice(text, place, term.size), term) &&
           (!ends_word || is_border(text, place + term.size));
}

static size_t skip_space(palpate_view text, size_t place)
{
    while (place < text.size && ascii_is_blank(text.data[place]))
        place++;
    return place;
}

/* Where the match ends that starts with `start` ending at `place`: after the first end
   that the suffix follows; or text.size + 1 where none does. */
static size_t find_end(
        struct search *search, const struct text_directive *directive, size_t place)
{
    palpate_view text = search->text;
    const size_t nowhere = text.size + 1;

    while (place < text.size) {
        if (directive->end.size > 0) {
            place = find_term(
                    search, directive->end, place, true, directive->suffix.size == 0);
            if (place == text.size)
                return nowhere;
            place += directive->end.size;
        }
        if (directive->suffix.size == 0 ||
                stands_at(text, directive->suffix, skip_space(text, place), true))
            return place;
        if (directive->end.size == 0)
            return nowhere;
    }
    return nowhere;
}

/* The next place of the start, after the prefix where there is one; sets where to look
   for another. */
static size_t find_start(
        struct search *search, const struct text_directive *directive, size_t *from)
{
    palpate_view text = search->text;
    bool ends_word = directive->end.size > 0 || directive->suffix.size == 0;

    if (directive->prefix.size == 0) {
        size_t place = find_term(search, directive->start, *from, true, ends_word);
        *from = place + 1;
        return place;
    }
    while (*from < text.size) {
        size_t prefix = find_term(search, directive->prefix, *from, true, false);
        size_t place = skip_space(text, prefix + directive->prefix.size);
        *from = prefix + 1;
        if (prefix < text.size && place < text.size &&
                stands_at(text, directive->start, place, ends_word))
            return place;
    }
    return text.size;
}

bool text_directive_find(struct directive_match *match, palpate_view folded,
        const struct text_directive *directive, size_t from, size_t *effort)
{
    struct search search = { folded, *effort };
    bool is_found = false;

    while (!is_found && from < folded.size) {
        match->start = find_start(&search, directive, &from);
        if (match->start == folded.size)
            break;
        match->next = from;
        match->end = find_end(&search, directive, match->start + directive->start.size);
        is_found = match->end <= folded.size;
    }
    *effort = search.effort;
    return is_found;
}

bool text_directive_is_sole(palpate_view folded, const struct text_directive *directive,
        const struct directive_match *there, size_t *effort)
{
    struct directive_match match;

    if (!text_directive_find(&match, folded, directive, 0, effort) ||
            match.start != there->start || match.end != there->end)
        return false;
    return !text_directive_find(&match, folded, directive, match.next, effort) &&
           *effort > 0;
}
