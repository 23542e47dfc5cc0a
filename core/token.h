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
enum { TOKENIZER_VERSION = 1 };

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

/* The next word; false at the end.  A word is a run of letters, digits and marks.  An
   apostrophe between letters, a point or comma between digits and a soft hyphen or
   zero-width space anywhere stay inside; a character of Chinese or Japanese script is a
   word by itself. */
bool token_next(struct tokenizer *tokens, struct token *token);

/* Writes the folded form of a word: compatibility-decomposed, case folded, accents,
   soft hyphens and zero-width spaces dropped, æ and œ as ae and oe, apostrophes
   straight, a possessive 's dropped.  Returns its size in bytes, at most WORD_SIZE; 0
   where nothing is left.  Folding twice is folding once. */
size_t word_fold(palpate_view word, char out[WORD_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
