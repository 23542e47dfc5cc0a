/* What the user typed -> lexemes. */
#ifndef QUERY_LEXER_H
#define QUERY_LEXER_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

enum lexeme_kind {
    LEXEME_END,
    LEXEME_WORD,   /* a run without white space, quotes or parentheses */
    LEXEME_PHRASE, /* between quotation marks */
    LEXEME_OPEN,
    LEXEME_CLOSE,
    LEXEME_AND,
    LEXEME_OR,
    LEXEME_NOT,
    LEXEME_NEAR
};

struct lexeme {
    enum lexeme_kind kind;
    palpate_view text;  /* without sign, field and quotation marks */
    palpate_view field; /* "title" of title:word, or empty */
    char sign;          /* '+', '-' or '\0' */
    uint32_t window;    /* of NEAR/n, 0 where no number is given */
    bool is_open_ended; /* a phrase whose second quotation mark is missing */
    bool is_last;       /* nothing follows its text, not even a space or a mark */
};

struct lexer {
    palpate_view text;
    size_t place; /* where to read on */
};

/* The next lexeme; LEXEME_END for ever at the end. */
struct lexeme lexer_next(struct lexer *lexer);

/* Whether a word is AND, OR, NOT or NEAR. */
bool lexer_is_operator(palpate_view word);

/* Whether a sign before a word is that of a number, and demands or forbids nothing:
   "+1" and "-2,", as in "the +1 nucleosome" and "E2f-1, -2 and -3". */
bool lexer_may_be_signed(palpate_view word);

#endif
