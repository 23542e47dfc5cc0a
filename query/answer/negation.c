#include "query/answer/negation.h"

#include "core/ascii.h"
#include "core/token.h"
#include "core/utf8.h"
#include "core/view.h"
#include "core/word_rows.h"

#define WORD(word) { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(word), 0 },
static const struct word_row WORDS[] = {
#include "words/all/negations.inc"
};

static const struct word_row LIMITS[] = {
#include "words/all/limits.inc"
};

static const struct word_row LEANS[] = {
#include "words/all/leans.inc"
};

#define ROWS_OF(list, language) \
    word_rows_or_english(       \
            (struct word_rows){ list, sizeof(list) / sizeof *(list) }, language)

/* A word of a text, folded. */
struct folded {
    struct token token;
    char bytes[WORD_SIZE];
    size_t size;
};

static bool next_folded(struct folded *out, struct tokenizer *tokens)
{
    if (!token_next(tokens, &out->token))
        return false;
    out->size = word_fold(
            view_slice(tokens->text, out->token.offset, out->token.size), out->bytes);
    return true;
}

static palpate_view word_of(const struct folded *folded)
{
    return (palpate_view){ folded->bytes, folded->size };
}

/* Whether the text goes on with the words of `entry`, which are folded, the first of
   them `first`.  What ends the entry says what ends the text's last word: a letter any
   letters, a space any sign, and another sign that one. */
static bool goes_on_with(
        struct tokenizer after, const struct folded *first, palpate_view entry)
{
    struct tokenizer words = tokens_of(entry);
    struct token word;
    struct folded found = *first;

    for (bool is_first = true; token_next(&words, &word); is_first = false) {
        palpate_view wanted = view_slice(entry, word.offset, word.size);
        if (!is_first && !next_folded(&found, &after))
            return false;
        if (word.offset + word.size == entry.size
                        ? !view_starts_with(word_of(&found), wanted)
                        : !view_equals(word_of(&found), wanted))
            return false;
    }
    char last = entry.data[entry.size - 1];
    size_t end = (size_t)found.token.offset + found.token.size;
    return last == ' ' || ascii_is_letter(last) ||
           (end < after.text.size && after.text.data[end] == last);
}

/* Whether a row is how words end, "-mez": in Turkish the verb itself denies. */
static bool is_ending(palpate_view entry)
{
    return entry.data[0] == '-';
}

static bool goes_on_with_any(
        struct tokenizer after, const struct folded *first, struct word_rows rows)
{
    for (size_t i = 0; i < rows.count; i++) {
        palpate_view entry = rows.items[i].words;
        /* They are sorted, endings first. */
        if (!is_ending(entry) &&
                (first->size == 0 ||
                        (unsigned char)entry.data[0] > (unsigned char)first->bytes[0]))
            break;
        if (is_ending(entry) ? view_ends_with(
                                       word_of(first), view_slice(entry, 1, entry.size))
                             : entry.data[0] == first->bytes[0] &&
                                       goes_on_with(after, first, entry))
            return true;
    }
    return false;
}

/* The letters that the words start with, a bit each: all of them where one is known by
   how it ends. */
static uint32_t first_letters(struct word_rows rows)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < rows.count; i++)
        letters |= is_ending(rows.items[i].words)
                           ? UINT32_MAX
                           : 1U << (rows.items[i].words.data[0] - 'a');
    return letters;
}

static bool is_apostrophe_or_beyond(palpate_view text, size_t place)
{
    return place < text.size && (text.data[place] == '\'' || text.data[place] == '`' ||
                                        (unsigned char)text.data[place] >= 0x80);
}

/* Whether a word may be one of WORDS or a contraction, told before it is folded: most
   may not. */
static bool may_negate(palpate_view text, struct token token, uint32_t letters)
{
    size_t end = (size_t)token.offset + token.size;
    unsigned letter = (unsigned)ascii_lower(text.data[token.offset]) - 'a';
    char last = ascii_lower(text.data[end - 1]);

    return letter >= 26 || (letters >> letter & 1) != 0 ||
           (last == 't' && is_apostrophe_or_beyond(text, end - 2)) ||
           (last == 'n' && is_apostrophe_or_beyond(text, end)) ||
           (unsigned char)last >= 0x80;
}

/* "don't", "isn’t"; also with a sign that is no apostrophe and is typed as one: then it
   parts two words. */
static bool is_contraction(struct tokenizer after, const struct folded *word)
{
    static const palpate_view SIGNS[] = { PALPATE_VIEW_INIT("`"),
        PALPATE_VIEW_INIT("\u00B4"), PALPATE_VIEW_INIT("\u2018"),
        PALPATE_VIEW_INIT("\u2032") };
    size_t end = (size_t)word->token.offset + word->token.size;
    struct folded next;

    if (view_ends_with(word_of(word), PALPATE_VIEW("n't")))
        return true;
    if (!view_ends_with(word_of(word), PALPATE_VIEW("n")))
        return false;
    palpate_view rest = view_slice(after.text, end, after.text.size);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        if (!view_starts_with(rest, SIGNS[i]))
            continue;
        return next_folded(&next, &after) && next.token.offset == end + SIGNS[i].size &&
               view_equals(word_of(&next), PALPATE_VIEW("t"));
    }
    return false;
}

/* Words from `from` on; one that starts before it is left out. */
static struct tokenizer tokens_from(palpate_view text, size_t from)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    if (from == 0 || from >= text.size) {
        tokens.offset = (uint32_t)(from < text.size ? from : text.size);
        return tokens;
    }
    tokens.offset = (uint32_t)utf8_floor(text, from - 1);
    struct tokenizer before = tokens;
    bool is_inside = token_next(&before, &token) && token.offset < from &&
                     token.offset + token.size > from;
    tokens.offset = is_inside ? before.offset : (uint32_t)from;
    return tokens;
}

size_t negation_find(palpate_view text, size_t from, const struct stemming *language)
{
    struct tokenizer tokens = tokens_from(text, from);
    const struct word_rows rows = ROWS_OF(WORDS, language);
    const uint32_t letters = first_letters(rows);
    struct folded word;

    while (token_next(&tokens, &word.token)) {
        if (!may_negate(text, word.token, letters))
            continue;
        word.size = word_fold(
                view_slice(text, word.token.offset, word.token.size), word.bytes);
        if (goes_on_with_any(tokens, &word, rows) || is_contraction(tokens, &word))
            return word.token.offset;
    }
    return text.size;
}

/* What stands before the first word, such as a quotation mark, is skipped. */
static bool starts_with_any(palpate_view sentence, struct word_rows starts)
{
    struct tokenizer tokens = tokens_of(sentence);
    struct folded first;

    return next_folded(&first, &tokens) && goes_on_with_any(tokens, &first, starts);
}

bool negation_limits(palpate_view sentence, const struct stemming *language)
{
    return starts_with_any(sentence, ROWS_OF(LIMITS, language));
}

bool negation_leans_back(palpate_view sentence, const struct stemming *language)
{
    return starts_with_any(sentence,
            language == NULL ? ROWS_OF(LEANS, language) : ROWS_OF(LIMITS, language));
}

bool negation_leads_in(palpate_view sentence)
{
    palpate_view text = view_trim(sentence);

    return view_ends_with(text, PALPATE_VIEW(":")) ||
           view_find_ignoring_case(text, PALPATE_VIEW("following")) < text.size;
}
