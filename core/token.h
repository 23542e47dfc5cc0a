/* Text -> words: where they stand, and the form in which they are compared. */
#ifndef CORE_TOKEN_H
#define CORE_TOKEN_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

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
    TOKEN_JOINER, /* between words, or inside one */
    TOKEN_PLAIN   /* a letter or digit */
};

extern const unsigned char TOKEN_BYTES[256];

/* The next word, whatever it is made of; false at the end.  A word is a run of letters,
   digits and marks.  An apostrophe between letters, a point or comma between digits, a
   point or "&" between single letters (A.C.L., A&E) and a soft hyphen or zero-width
   space anywhere stay inside; a character of Chinese, Japanese, Thai, Lao, Khmer or
   Burmese script is one, with its marks.  Between Latin and Greek letters one ends. */
bool token_next_of_any(struct tokenizer *tokens, struct token *token);

/* The same.  Most words are plain and end at a gap; reading texts is a tenth of the
   work of an answer, so those are told here. */
static inline bool token_next(struct tokenizer *tokens, struct token *token)
{
    const unsigned char *const text = (const unsigned char *)tokens->text.data;
    const size_t size = tokens->text.size;
    size_t start = tokens->offset;

    while (start < size && (TOKEN_BYTES[text[start]] == TOKEN_GAP ||
                                   TOKEN_BYTES[text[start]] == TOKEN_JOINER))
        start++;
    size_t end = start;
    while (end < size && TOKEN_BYTES[text[end]] == TOKEN_PLAIN)
        end++;
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
