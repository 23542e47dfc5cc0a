#include "indexer/metadata/byline_parts.h"

#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/metadata/letters.h"
#include "indexer/metadata/name_label.h"

enum { LABEL_SIZE = 60 /* bytes of what may name a date */ };

/* The bytes that a text has, a bit for each. */
struct byte_set {
    uint64_t bits[4];
};

static bool has_byte(const struct byte_set *set, char byte)
{
    unsigned char number = (unsigned char)byte;

    return (set->bits[number / 64] >> number % 64 & 1U) != 0;
}

static struct byte_set bytes_of(palpate_view text)
{
    struct byte_set set = { { 0 } };

    for (size_t i = 0; i < text.size; i++) {
        unsigned char number = (unsigned char)text.data[i];
        set.bits[number / 64] |= UINT64_C(1) << number % 64;
    }
    return set;
}

enum date_kind date_kind_of(palpate_view label)
{
    static const struct {
        palpate_view word;
        enum date_kind kind;
    } WORDS[] = {
#define WORD(word, kind) { PALPATE_VIEW_INIT(word), DATE_##kind },
#include "words/mul/date_labels.inc"
#undef WORD
    };
    char lower[LABEL_SIZE];

    label = letters_lower(label, lower, sizeof lower);
    const struct byte_set bytes = bytes_of(label);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        palpate_view word = WORDS[i].word;
        if (has_byte(&bytes, word.data[0]) &&
                has_byte(&bytes, word.data[word.size - 1]) &&
                view_find(label, word) < label.size)
            return WORDS[i].kind;
    }
    return DATE_BARE;
}

/* The size of the space at `place`, in ASCII or beyond, or 0. */
static size_t space_at(palpate_view text, size_t place)
{
    static const palpate_view SPACES[] = { PALPATE_VIEW_INIT("\xC2\xA0"),
        PALPATE_VIEW_INIT("\xE2\x80\x82"), PALPATE_VIEW_INIT("\xE2\x80\x83"),
        PALPATE_VIEW_INIT("\xE2\x80\xAF"), PALPATE_VIEW_INIT("\xE3\x80\x80") };
    palpate_view rest = view_slice(text, place, text.size);

    if (rest.data == NULL || rest.size == 0)
        return 0;
    if ((unsigned char)rest.data[0] < 0x80)
        return ascii_is_blank(rest.data[0]);
    for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++)
        if (view_starts_with(rest, SPACES[i]))
            return SPACES[i].size;
    return 0;
}

/* The size of what parts a line wherever it is, or 0. */
static size_t bar_at(palpate_view text, size_t place)
{
    static const palpate_view BARS[] = { PALPATE_VIEW_INIT("|"),
        PALPATE_VIEW_INIT("\n"), PALPATE_VIEW_INIT("\xE2\x80\xA2"),
        PALPATE_VIEW_INIT("\xE2\x8B\x85"), PALPATE_VIEW_INIT("\xE2\x88\x99"),
        PALPATE_VIEW_INIT("\xC2\xBB"), PALPATE_VIEW_INIT("\xC2\xA6"),
        PALPATE_VIEW_INIT("\xE2\x97\x8F"), PALPATE_VIEW_INIT("\xE2\x96\xA0") };

    if (text.data == NULL || place >= text.size)
        return 0;
    if ((unsigned char)text.data[place] < 0x80)
        return text.data[place] == '|' || text.data[place] == '\n';
    for (size_t i = 0; i < sizeof BARS / sizeof *BARS; i++)
        if (view_starts_with(view_slice(text, place, BARS[i].size), BARS[i]))
            return BARS[i].size;
    return 0;
}

/* The size of a dash or dot between spaces at `place`, the first of them, or 0; at the
   start of a text it needs none before it. */
static size_t dash_at(palpate_view text, size_t place)
{
    static const palpate_view DASHES[] = { PALPATE_VIEW_INIT("-"),
        PALPATE_VIEW_INIT("\xE2\x80\x93"), PALPATE_VIEW_INIT("\xE2\x80\x94"),
        PALPATE_VIEW_INIT("\xC2\xB7"), PALPATE_VIEW_INIT("//"),
        PALPATE_VIEW_INIT("~") };
    size_t before = space_at(text, place);

    if ((before == 0 && place > 0) || place + before >= text.size ||
            strchr("-/~\xC2\xE2", text.data[place + before]) == NULL)
        return 0;
    for (size_t i = 0; i < sizeof DASHES / sizeof *DASHES; i++) {
        size_t end = place + before + DASHES[i].size;
        if (view_starts_with(view_slice(text, place + before, text.size), DASHES[i]) &&
                (end == text.size || space_at(text, end) > 0))
            return before + DASHES[i].size;
    }
    return 0;
}

/* Whether "Last updated", "Published" or the like and a date begin. */
static bool starts_date(palpate_view text)
{
    enum { WORD = 24 };
    palpate_view start = view_slice(text, 0, WORD);

    start = view_slice(start, 0, view_find(start, PALPATE_VIEW(".")));
    start = view_slice(start, 0, view_find(start, PALPATE_VIEW(",")));
    for (size_t i = 1; i < start.size; i++)
        if (bar_at(start, i) > 0 || dash_at(start, i) > 0)
            start.size = i;
    return letters_have_digit(view_slice(text, 0, LABEL_SIZE)) &&
           date_kind_of(start) != DATE_BARE;
}

static palpate_view without_spaces(palpate_view text)
{
    for (size_t width = 1; width <= 3 && width <= text.size; width++) {
        while (text.size >= width && space_at(text, text.size - width) == width) {
            text.size -= width;
            width = 1;
        }
    }
    return text;
}

bool byline_is_label(palpate_view text)
{
    text = without_spaces(text);
    return view_ends_with(text, PALPATE_VIEW(":")) ||
           view_ends_with(text, PALPATE_VIEW("\xEF\xBC\x9A"));
}

/* Whether a colon, also the wide one of Chinese, stands at `place` or after it. */
static bool has_colon(palpate_view text, size_t place)
{
    palpate_view rest = view_slice(text, place, text.size);

    return view_find(rest, PALPATE_VIEW(":")) < rest.size ||
           view_find(rest, PALPATE_VIEW("\xEF\xBC\x9A")) < rest.size;
}

/* Whether at `place` a label begins that a sentence, bracket or number ends before, or,
   on a line that `may_have_colon`, one with a colon that stands after a space. */
static bool is_turn(palpate_view text, size_t place, bool may_have_colon)
{
    palpate_view rest = view_slice(text, place, text.size);
    palpate_view before = view_slice(text, 0, place);
    size_t size = 0;
    bool is_after_end = false;

    if (place == 0 ||
            (text.data[place - 1] != ' ' && (unsigned char)text.data[place - 1] < 0x80))
        return false;
    before = without_spaces(before);
    if (before.data == NULL || before.size == 0 || before.size == place)
        return false;
    char last = before.data[before.size - 1];
    is_after_end = last == '.' || last == ')' || last == ',' || last == ';' ||
                   ascii_is_digit(last) || view_ends_with(before, PALPATE_VIEW("Uhr"));
    if (!is_after_end && (!may_have_colon || !has_colon(text, place)))
        return false;
    enum name_label label = name_label(rest, &size);
    if (label != LABEL_NONE && size > 0 && size < rest.size)
        return is_after_end || byline_is_label(view_slice(rest, 0, size));
    return (last == '.' || last == ')' || last == ',' || last == ';') &&
           starts_date(rest);
}

/* Whether a part can end at `place`, before the longer looks at what is there: at a
   sign or space, or after a space, also those beyond ASCII. */
static bool may_end(palpate_view text, size_t place)
{
    unsigned char byte = (unsigned char)text.data[place];
    unsigned char before = place == 0 ? ' ' : (unsigned char)text.data[place - 1];

    return byte >= 0x80 || ascii_is_blank((char)byte) || byte == '|' || byte == '\n' ||
           before == ' ' || before >= 0x80;
}

palpate_view byline_part_next(palpate_view *line)
{
    size_t skip = 0;
    size_t end = 0;
    bool may_have_colon = has_colon(*line, 0);

    while (line->size > 0) {
        skip = bar_at(*line, 0);
        skip = skip > 0 ? skip : dash_at(*line, 0);
        skip = skip > 0 ? skip : space_at(*line, 0);
        if (skip == 0)
            break;
        *line = view_slice(*line, skip, line->size);
    }
    while (end < line->size &&
            (!may_end(*line, end) ||
                    (bar_at(*line, end) == 0 && dash_at(*line, end) == 0 &&
                            !is_turn(*line, end, may_have_colon))))
        end++;
    palpate_view part = without_spaces(view_slice(*line, 0, end));
    if (end < line->size && view_ends_with(part, PALPATE_VIEW(".")))
        part.size--; /* of a sentence, which another part follows */
    *line = view_slice(*line, end, line->size);
    return part;
}
