#include "indexer/content/wording.h"

#include <string.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"
#include "core/word_count.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view FUNCTION_WORDS[] = {
#include "words/mul/function_words.inc"
};
static const palpate_view FUNCTION_SIGNS[] = {
#include "words/mul/function_signs.inc"
};
static const palpate_view MONTH_STARTS[] = {
#include "words/en/month_starts.inc"
};
#undef WORD

enum { LONGEST = 8 /* bytes of a function word */ };
#define WORD(word) \
    _Static_assert(sizeof(word) - 1 <= LONGEST, "size of a function word");
#include "words/mul/function_words.inc"
#undef WORD

static bool is_function_word(const char *word, size_t size)
{
    enum { COUNT = sizeof FUNCTION_WORDS / sizeof *FUNCTION_WORDS };
    char lower[LONGEST];

    if (size > LONGEST)
        return false;
    for (size_t i = 0; i < size; i++)
        lower[i] = ascii_lower(word[i]);
    return view_place((palpate_view){ lower, size }, FUNCTION_WORDS, COUNT,
                   sizeof *FUNCTION_WORDS) < COUNT;
}

static bool is_month(const char *word, size_t size)
{
    if (size < 3 || size > 9)
        return false;
    for (size_t i = 0; i < sizeof MONTH_STARTS / sizeof *MONTH_STARTS; i++) {
        const char *start = MONTH_STARTS[i].data;
        if (ascii_lower(word[0]) == start[0] && ascii_lower(word[1]) == start[1] &&
                ascii_lower(word[2]) == start[2])
            return true;
    }
    return false;
}

enum { PLACE_ANYWHERE, PLACE_START };
enum { OF_TEXT, OF_LABEL };
#define WORD(words, phrase, place, of) \
    { PALPATE_VIEW_INIT(words), PHRASE_##phrase, PLACE_##place, OF_##of },
struct phrase {
    palpate_view words;
    enum wording_phrase phrase;
    bool at_start; /* must begin the text */
    bool is_short; /* counts only in a text of a few words */
};

static const struct phrase ENGLISH[] = {
#include "words/en/notices.inc"
};
static const struct phrase OTHERS[] = {
#include "words/mul/notices.inc"
};

/* Sorted by their bytes. */
struct phrases {
    const struct phrase *items;
    size_t count;
};

static const struct phrases PHRASES[] = {
    { ENGLISH, sizeof ENGLISH / sizeof *ENGLISH },
    { OTHERS, sizeof OTHERS / sizeof *OTHERS },
};

/* The first two bytes of a text, as they are sorted. */
static unsigned start_of(palpate_view text)
{
    return (unsigned)(unsigned char)text.data[0] << 8 |
           (text.size > 1 ? (unsigned char)text.data[1] : 0);
}

/* The first phrase whose start is not lower. */
static size_t first_phrase(const struct phrases *phrases, unsigned start)
{
    size_t low = 0;
    size_t high = phrases->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (start_of(phrases->items[middle].words) < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t phrases_at(
        const struct phrases *phrases, palpate_view rest, bool is_start, bool is_short)
{
    unsigned start = start_of(rest);
    uint32_t found = 0;

    for (size_t i = first_phrase(phrases, start);
            i < phrases->count && start_of(phrases->items[i].words) == start; i++) {
        const struct phrase *phrase = &phrases->items[i];
        if ((phrase->at_start && !is_start) || (phrase->is_short && !is_short))
            continue;
        if (view_starts_with(rest, phrase->words))
            found |= UINT32_C(1) << phrase->phrase;
    }
    return found;
}

/* Phrases are looked for in what a label or notice may hold, not in the prose that
   speaks of the same things; only where words start. */
static uint32_t phrases_of(palpate_view text, uint32_t words)
{
    enum { FEW = 12, MAX_SIZE = 400 };
    char lower[MAX_SIZE];
    uint32_t phrases = 0;

    if (text.size > MAX_SIZE)
        return 0;
    for (size_t i = 0; i < text.size; i++)
        lower[i] = ascii_lower(text.data[i]);
    for (size_t i = 0; i < text.size; i++) {
        palpate_view rest = { lower + i, text.size - i };
        bool is_word = i == 0 || !ascii_is_lower(lower[i - 1]);
        for (size_t k = 0; is_word && k < sizeof PHRASES / sizeof *PHRASES; k++)
            phrases |= phrases_at(&PHRASES[k], rest, i == 0, words <= FEW);
    }
    return phrases;
}

static bool is_currency(palpate_view text, size_t place)
{
    palpate_view rest = view_slice(text, place, 3);

    return text.data[place] == '$' ||
           view_starts_with(rest, PALPATE_VIEW("\xC2\xA3")) ||
           view_equals(rest, PALPATE_VIEW("\xE2\x82\xAC"));
}

/* Whether a function word of a script without spaces starts here. */
static bool is_function_sign(palpate_view rest)
{
    for (size_t i = 0; i < sizeof FUNCTION_SIGNS / sizeof *FUNCTION_SIGNS; i++)
        if (view_starts_with(rest, FUNCTION_SIGNS[i]))
            return true;
    return false;
}

/* The mark of ASCII that says the same as one of Chinese, Japanese or Khmer; else 0. */
static char mark_of(uint32_t character)
{
    switch (character) {
    case 0x3002: /* ideographic full stop */
    case 0xFF0E:
    case 0xFF61:
    case 0x104B: /* Burmese and Khmer ends of sentences */
    case 0x17D4: return '.';
    case 0xFF01: return '!';
    case 0xFF1F: return '?';
    case 0xFF1A: return ':';
    case 0xFF0C:
    case 0x3001: return ',';
    default: return '\0';
    }
}

/* Reads a run with characters of three bytes and more, and returns its words in tenths.
 */
static uint32_t take_signs(struct wording *out, palpate_view run)
{
    size_t size = 0;

    for (size_t i = 0; i < run.size; i += size) {
        uint32_t character = utf8_decode(run, i, &size);
        char mark = mark_of(character);
        out->commas += mark == ',';
        out->sentences += mark == '.' || mark == '!' || mark == '?';
        out->function += word_count_sign(character) > 0 &&
                         is_function_sign(view_slice(run, i, run.size));
    }
    return word_count_run(run);
}

/* Words in tenths; `highest` is the greatest byte of the word. */
static uint32_t take_word(
        struct wording *out, const char *word, size_t size, unsigned char highest)
{
    enum { THREE_BYTES = 0xE0 /* starts a character of so many */ };
    bool is_year = size >= 4 && ascii_is_digit(word[2]) && ascii_is_digit(word[3]) &&
                   (size == 4 || !ascii_is_digit(word[4])) &&
                   (memcmp(word, "19", 2) == 0 || memcmp(word, "20", 2) == 0);

    out->function += is_function_word(word, size);
    out->capital += ascii_is_upper(word[0]);
    out->has_year |= is_year;
    out->has_month |= is_month(word, size);
    return highest < THREE_BYTES ? WORD_TENTHS
                                 : take_signs(out, (palpate_view){ word, size });
}

static void take_byte(struct wording *out, char byte)
{
    bool is_upper = ascii_is_upper(byte);

    out->upper += is_upper;
    out->letters += is_upper || ascii_is_lower(byte) || (unsigned char)byte >= 0x80;
    out->digits += ascii_is_digit(byte);
    out->commas += byte == ',';
}

static bool is_word_byte(char byte)
{
    return ascii_is_alphanumeric(byte) || byte == '\'' || (unsigned char)byte >= 0x80;
}

static bool ends_sentence(palpate_view text, size_t place)
{
    char byte = text.data[place];

    return (byte == '.' || byte == '!' || byte == '?') &&
           (place + 1 == text.size || text.data[place + 1] == ' ');
}

static bool has_currency(palpate_view text)
{
    for (size_t i = 0; i + 1 < text.size; i++)
        if (is_currency(text, i))
            return true;
    return false;
}

/* The last character of ASCII, or one that says the same, that is no quote or bracket;
   a sign of a script without spaces after it ends the search. */
static char last_of(palpate_view text)
{
    for (size_t i = text.size; i-- > 0;) {
        unsigned char byte = (unsigned char)text.data[i];
        size_t size = 0;
        if (byte < 0x80 && strchr("\"')]", text.data[i]) == NULL)
            return text.data[i];
        if (byte < 0xC0)
            continue;
        uint32_t character = utf8_decode(text, i, &size);
        if (mark_of(character) != '\0' || word_count_sign(character) > 0)
            return mark_of(character);
    }
    return '\0';
}

void wording_read(struct wording *out, palpate_view text)
{
    unsigned char highest = 0;
    uint32_t tenths = 0;
    size_t start = 0;
    bool is_inside = false;

    *out = (struct wording){ 0 };
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        take_byte(out, byte);
        if (is_word_byte(byte)) {
            unsigned char value = (unsigned char)byte;
            start = is_inside ? start : i;
            highest = !is_inside || value > highest ? value : highest;
            is_inside = true;
            continue;
        }
        if (is_inside)
            tenths += take_word(out, text.data + start, i - start, highest);
        is_inside = false;
        out->sentences += ends_sentence(text, i);
    }
    if (is_inside)
        tenths += take_word(out, text.data + start, text.size - start, highest);
    out->words = word_count_whole(tenths);
    out->has_price = out->digits > 0 && has_currency(text);
    out->last = last_of(text);
    out->phrases = phrases_of(text, out->words);
}
