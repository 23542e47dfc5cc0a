#include "indexer/content/wording.h"

#include <string.h>

#include "core/view.h"

/* The first letters of a word, in lower case, as a number: looking words up compares
   numbers. */
static uint64_t packed(const char *word, size_t size)
{
    uint64_t number = 0;

    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)word[i];
        number = number << 8 | (byte >= 'A' && byte <= 'Z' ? byte | 0x20U : byte);
    }
    return number;
}

/* Function words: the most frequent ones of English, and those of its neighbours that
   mean nothing in English; by their first letters, so that few are compared. */
static bool is_function_word(const char *word, size_t size)
{
    enum { LONGEST = 6, LETTERS = 26, A_LETTER = 9 };
    static const char *const WORDS[LETTERS][A_LETTER] = {
        ['a' - 'a'] = { "a", "an", "and", "are", "as", "at", "also", "about" },
        ['b' - 'a'] = { "be", "but", "by", "been" },
        ['c' - 'a'] = { "can", "che", "con" },
        ['d' - 'a'] = { "de", "do", "der", "die", "das", "des", "du", "del" },
        ['e' - 'a'] = { "et", "ein", "eine", "est", "el", "en" },
        ['f' - 'a'] = { "for", "from" },
        ['h' - 'a'] = { "he", "his", "her", "have", "has", "had", "how" },
        ['i' - 'a'] = { "i", "in", "is", "it", "its", "if", "into", "ist", "il" },
        ['l' - 'a'] = { "la", "le", "les", "los", "las" },
        ['m' - 'a'] = { "my", "may", "more", "most", "mit" },
        ['n' - 'a'] = { "not", "nicht", "non" },
        ['o' - 'a'] = { "of", "on", "or", "our" },
        ['p' - 'a'] = { "per", "por" },
        ['q' - 'a'] = { "que" },
        ['s' - 'a'] = { "so", "she", "should" },
        ['t' - 'a'] = { "the", "to", "this", "that", "they", "their", "there", "than",
                "then" },
        ['u' - 'a'] = { "und", "un", "une" },
        ['v' - 'a'] = { "von" },
        ['w' - 'a'] = { "we", "was", "were", "with", "when", "which", "who", "what",
                "will" },
        ['y' - 'a'] = { "you", "your", "y" },
    };
    char lower[LONGEST + 1] = "";

    if (size == 0 || size > LONGEST)
        return false;
    for (size_t i = 0; i < size; i++)
        lower[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] | 0x20 : word[i]);
    if (lower[0] < 'a' || lower[0] > 'z')
        return false;
    const char *const *words = WORDS[lower[0] - 'a'];
    for (size_t i = 0; i < A_LETTER && words[i] != NULL; i++)
        if (strcmp(words[i], lower) == 0)
            return true;
    return false;
}

static bool is_month(const char *word, size_t size)
{
    static const char *const MONTHS[] = { "jan", "feb", "mar", "apr", "may", "jun",
        "jul", "aug", "sep", "oct", "nov", "dec" };

    if (size < 3 || size > 9)
        return false;
    uint64_t start = packed(word, 3);
    for (size_t i = 0; i < sizeof MONTHS / sizeof *MONTHS; i++)
        if (start == packed(MONTHS[i], 3))
            return true;
    return false;
}

/* Sorted by their first bytes. */
static const struct {
    palpate_view words;
    enum wording_phrase phrase;
    bool at_start; /* must begin the text */
    bool is_short; /* counts only in a text of a few words */
} PHRASES[] = {
    { PALPATE_VIEW_INIT("(ap)"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("/ap "), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("add to cart"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("also read"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("advert"), PHRASE_ADVERT, true, true },
    { PALPATE_VIEW_INIT("article continues"), PHRASE_ADVERT, false, true },
    { PALPATE_VIEW_INIT("affiliate"), PHRASE_ADVERT, false, false },
    { PALPATE_VIEW_INIT("all rights reserved"), PHRASE_COPYRIGHT, false, false },
    { PALPATE_VIEW_INIT("back to"), PHRASE_ACTION, true, true },
    { PALPATE_VIEW_INIT("by "), PHRASE_BYLINE, true, true },
    { PALPATE_VIEW_INIT("continue reading"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("contact us"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("click here"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("comments"), PHRASE_COMMENT, false, true },
    { PALPATE_VIEW_INIT("cookies"), PHRASE_CONSENT, false, false },
    { PALPATE_VIEW_INIT("categories"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("continue reading below"), PHRASE_ADVERT, false, true },
    { PALPATE_VIEW_INIT("continues below"), PHRASE_ADVERT, false, true },
    { PALPATE_VIEW_INIT("credit:"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("courtesy of"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("click here"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("copyright"), PHRASE_COPYRIGHT, false, true },
    { PALPATE_VIEW_INIT("download"), PHRASE_ACTION, true, true },
    { PALPATE_VIEW_INIT("don't miss"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("email address will not be"), PHRASE_COMMENT, false, false },
    { PALPATE_VIEW_INIT("follow us"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("filed under"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("file photo"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("getty"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("image:"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("learn more"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("log in"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("login"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("leave a reply"), PHRASE_COMMENT, false, true },
    { PALPATE_VIEW_INIT("leave a comment"), PHRASE_COMMENT, false, true },
    { PALPATE_VIEW_INIT("latest "), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("min read"), PHRASE_BYLINE, false, true },
    { PALPATE_VIEW_INIT("minute read"), PHRASE_BYLINE, false, true },
    { PALPATE_VIEW_INIT("more from"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("more in"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("more stories"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("newsletter"), PHRASE_SIGNUP, false, false },
    { PALPATE_VIEW_INIT("next"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("print"), PHRASE_ACTION, true, true },
    { PALPATE_VIEW_INIT("post a comment"), PHRASE_COMMENT, false, true },
    { PALPATE_VIEW_INIT("privacy policy"), PHRASE_CONSENT, false, false },
    { PALPATE_VIEW_INIT("posted"), PHRASE_BYLINE, true, true },
    { PALPATE_VIEW_INIT("published"), PHRASE_BYLINE, true, true },
    { PALPATE_VIEW_INIT("popular "), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("previous"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("photo:"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("photo by"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("photos by"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("photograph:"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("read more"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("reply"), PHRASE_COMMENT, false, true },
    { PALPATE_VIEW_INIT("reviewed by"), PHRASE_BYLINE, false, true },
    { PALPATE_VIEW_INIT("related"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("recommended"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("recent "), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("read also"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("reuters"), PHRASE_CREDIT, false, true },
    { PALPATE_VIEW_INIT("read:"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("see more"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("show more"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("see all"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("share"), PHRASE_ACTION, true, true },
    { PALPATE_VIEW_INIT("sign in"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("sign up"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("skip to"), PHRASE_ACTION, true, true },
    { PALPATE_VIEW_INIT("subscribe"), PHRASE_SIGNUP, false, false },
    { PALPATE_VIEW_INIT("shutterstock"), PHRASE_CREDIT, false, false },
    { PALPATE_VIEW_INIT("see also"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("see more"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("sponsored"), PHRASE_ADVERT, true, true },
    { PALPATE_VIEW_INIT("tweet"), PHRASE_ACTION, true, true },
    { PALPATE_VIEW_INIT("terms of"), PHRASE_CONSENT, false, true },
    { PALPATE_VIEW_INIT("trending"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("tags"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("unsubscribe"), PHRASE_SIGNUP, false, false },
    { PALPATE_VIEW_INIT("updated"), PHRASE_BYLINE, false, true },
    { PALPATE_VIEW_INIT("view all"), PHRASE_ACTION, false, true },
    { PALPATE_VIEW_INIT("written by"), PHRASE_BYLINE, false, true },
    { PALPATE_VIEW_INIT("watch:"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("your email"), PHRASE_SIGNUP, false, false },
    { PALPATE_VIEW_INIT("your inbox"), PHRASE_SIGNUP, false, false },
    { PALPATE_VIEW_INIT("you may also"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("you might also"), PHRASE_RELATED, true, true },
    { PALPATE_VIEW_INIT("\xC2\xA9"), PHRASE_COPYRIGHT, false, false },
};

enum { PHRASE_TEXTS = sizeof PHRASES / sizeof *PHRASES };

/* The first phrase that does not start with a lower byte. */
static size_t first_phrase(char byte)
{
    size_t low = 0;
    size_t high = PHRASE_TEXTS;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((unsigned char)PHRASES[middle].words.data[0] < (unsigned char)byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t phrases_at(palpate_view rest, bool is_start, bool is_short)
{
    uint32_t phrases = 0;

    for (size_t i = first_phrase(rest.data[0]);
            i < PHRASE_TEXTS && PHRASES[i].words.data[0] == rest.data[0]; i++) {
        if ((PHRASES[i].at_start && !is_start) || (PHRASES[i].is_short && !is_short))
            continue;
        if (view_starts_with(rest, PHRASES[i].words))
            phrases |= UINT32_C(1) << PHRASES[i].phrase;
    }
    return phrases;
}

/* Phrases are looked for in what a label or notice may hold, not in the prose that
   speaks of the same things; only where words start. */
static uint32_t phrases_of(palpate_view text, uint32_t words)
{
    enum { FEW = 12, SIZE_MOST = 400 };
    char lower[SIZE_MOST];
    uint32_t phrases = 0;

    if (text.size > SIZE_MOST)
        return 0;
    for (size_t i = 0; i < text.size; i++)
        lower[i] =
                (char)(text.data[i] >= 'A' && text.data[i] <= 'Z' ? text.data[i] | 0x20
                                                                  : text.data[i]);
    for (size_t i = 0; i < text.size; i++) {
        bool is_word = i == 0 || lower[i - 1] < 'a' || lower[i - 1] > 'z';
        if (is_word)
            phrases |= phrases_at(
                    (palpate_view){ lower + i, text.size - i }, i == 0, words <= FEW);
    }
    return phrases;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_currency(palpate_view text, size_t place)
{
    palpate_view rest = view_slice(text, place, 3);

    return text.data[place] == '$' ||
           view_starts_with(rest, PALPATE_VIEW("\xC2\xA3")) ||
           view_equals(rest, PALPATE_VIEW("\xE2\x82\xAC"));
}

static void take_word(struct wording *out, const char *word, size_t size)
{
    enum { UNSPACED = 18 /* bytes */ };
    bool is_year = size >= 4 && is_digit(word[2]) && is_digit(word[3]) &&
                   (size == 4 || !is_digit(word[4])) &&
                   (memcmp(word, "19", 2) == 0 || memcmp(word, "20", 2) == 0);

    /* Scripts without spaces: a word has two or three letters of three bytes. */
    out->words +=
            (unsigned char)word[0] >= 0xE0 && size > UNSPACED ? (uint32_t)size / 8 : 1;
    out->function += is_function_word(word, size);
    out->capital += word[0] >= 'A' && word[0] <= 'Z';
    out->has_year |= is_year;
    out->has_month |= is_month(word, size);
}

static void take_byte(struct wording *out, char byte)
{
    bool is_upper = byte >= 'A' && byte <= 'Z';

    out->upper += is_upper;
    out->letters +=
            is_upper || (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80;
    out->digits += is_digit(byte);
    out->commas += byte == ',';
}

static bool is_word_byte(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '\'' || (unsigned char)byte >= 0x80;
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

/* The last byte of ASCII that is no quote or bracket. */
static char last_of(palpate_view text)
{
    for (size_t i = text.size; i-- > 0;)
        if ((unsigned char)text.data[i] < 0x80 && strchr("\"')]", text.data[i]) == NULL)
            return text.data[i];
    return '\0';
}

void wording_read(struct wording *out, palpate_view text)
{
    size_t start = 0;
    bool is_inside = false;

    *out = (struct wording){ 0 };
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.data[i];
        take_byte(out, byte);
        if (is_word_byte(byte)) {
            start = is_inside ? start : i;
            is_inside = true;
            continue;
        }
        if (is_inside)
            take_word(out, text.data + start, i - start);
        is_inside = false;
        out->sentences += ends_sentence(text, i);
    }
    if (is_inside)
        take_word(out, text.data + start, text.size - start);
    out->has_price = out->digits > 0 && has_currency(text);
    out->last = last_of(text);
    out->phrases = phrases_of(text, out->words);
}
