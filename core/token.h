/* Text -> words: where they stand, and the form in which they are compared. */
#ifndef CORE_TOKEN_H
#define CORE_TOKEN_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Changes whenever the same text would give other words; stamped into every index. */
enum { TOKENIZER_VERSION = 4 };

enum {
    WORD_SIZE = 64 /* bytes of a folded word at most: longer ones are cut */
};

/* A word of the text it was read from. */
struct token {
    uint32_t offset;   /* bytes from the start of the text */
    uint32_t size;     /* bytes */
    uint32_t position; /* words before it */
};

/* Reads a text (up to 4 GiB) from its start. */
struct tokenizer {
    palpate_view text;
    uint32_t offset;   /* where to read on */
    uint32_t position; /* of the next word */
};

static inline struct tokenizer tokens_of(palpate_view text)
{
    struct tokenizer tokens = { text, 0, 0 };
    return tokens;
}

/* What a byte says of the character that it starts. */
enum token_byte {
    TOKEN_OTHER,  /* beyond ASCII */
    TOKEN_GAP,    /* in no word */
    TOKEN_JOINER, /* between words, or inside one; next to TOKEN_GAP */
    TOKEN_PLAIN   /* a letter or digit */
};

extern const unsigned char TOKEN_BYTES[256];

/* Whether it is TOKEN_GAP or TOKEN_JOINER, in one comparison. */
static inline bool token_is_between(unsigned kind)
{
    return kind - TOKEN_GAP <= TOKEN_JOINER - TOKEN_GAP;
}

/* The next word, whatever it is made of; false at the end.  A word is a run of letters,
   digits and marks.  An apostrophe between letters, a point or comma between digits, a
   point or "&" between single letters (A.C.L., A&E) and a soft hyphen or zero-width
   space anywhere stay inside; a character of Chinese, Japanese, Thai, Lao, Khmer or
   Burmese script is one, with its marks.  Between Latin and Greek letters one ends. */
bool token_next_of_any(struct tokenizer *tokens, struct token *token);

/* How many of eight bytes, of which the first is the lowest, are letters and digits of
   ASCII before one that is none.  They are looked at in one number; the highest bit of
   each byte of it says whether the byte is above a bound. */
static inline unsigned token_plain_of_eight(uint64_t bytes)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t low = bytes & 0x7F * ones;
    const uint64_t letters = low | 0x20 * ones;
    const uint64_t is_letter =
            (letters + (0x80 - 'a') * ones) & ~(letters + (0x80 - 'z' - 1) * ones);
    const uint64_t is_digit =
            (low + (0x80 - '0') * ones) & ~(low + (0x80 - '9' - 1) * ones);
    const uint64_t others = ~((is_letter | is_digit) & ~bytes) & 0x80 * ones;

    return others == 0 ? 8 : (unsigned)__builtin_ctzll(others) / 8;
}

/* Where a run of letters and digits of ASCII ends that starts at `place`. */
static inline size_t token_plain_end(
        const unsigned char *text, size_t size, size_t place)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    while (size - place >= sizeof(uint64_t)) {
        uint64_t bytes;
        memcpy(&bytes, text + place, sizeof bytes);
        const unsigned plain = token_plain_of_eight(bytes);
        place += plain;
        if (plain < sizeof bytes)
            return place;
    }
#endif
    while (place < size && TOKEN_BYTES[text[place]] == TOKEN_PLAIN)
        place++;
    return place;
}

/* The same.  Most words are plain and end at a gap; reading texts is a tenth of the
   work of an answer, so those are told here. */
static inline bool token_next(struct tokenizer *tokens, struct token *token)
{
    const unsigned char *const text = (const unsigned char *)tokens->text.data;
    const size_t size = tokens->text.size;
    size_t start = tokens->offset;

    while (start < size && token_is_between(TOKEN_BYTES[text[start]]))
        start++;
    size_t end = token_plain_end(text, size, start);
    size_t gap = end < size && TOKEN_BYTES[text[end]] == TOKEN_JOINER ? end + 1 : end;
    tokens->offset = (uint32_t)start;
    if (end == start || (gap < size && TOKEN_BYTES[text[gap]] != TOKEN_GAP))
        return token_next_of_any(tokens, token);
    tokens->offset = (uint32_t)end;
    *token = (struct token){ (uint32_t)start, (uint32_t)(end - start),
        tokens->position++ };
    return true;
}

/* Writes the folded form of a word: compatibility-decomposed, case folded, accents,
   soft hyphens and zero-width spaces dropped, æ and œ as ae and oe, đ as d, apostrophes
   straight, a possessive 's dropped, points between letters dropped, a single Greek
   letter as its name and the micro sign of a unit as u.  Returns its size in bytes, at
   most WORD_SIZE; 0 where nothing is left.  Folding twice is folding once. */
size_t word_fold(palpate_view word, char out[WORD_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
