/* The syntax tree of a query: what was asked, before anything is looked up. */
#ifndef QUERY_SYNTAX_H
#define QUERY_SYNTAX_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/term.h"
#include "query/language/fields.h"
#include "query/language/limits.h"

enum query_kind {
    QUERY_LIST,   /* children with roles */
    QUERY_WORD,   /* words[0] */
    QUERY_PREFIX, /* words[0] is how a word starts: with *, or one that is typed */
    QUERY_PHRASE, /* the words one after another */
    QUERY_NEAR,   /* the words in any order within `window` words */
    QUERY_FILTER, /* kind:, author:, site:, lang: with `value` */
    QUERY_DATES   /* date: from `first_date` to `last_date` */
};

/* What a node is to the list it stands in. */
enum query_role {
    QUERY_SHOULD,  /* adds to the score */
    QUERY_MUST,    /* has to match */
    QUERY_MUST_NOT /* must not match */
};

/* Things worth telling the user about how the query was read. */
enum query_note {
    QUERY_NOTE_CUT = 1 << 0,   /* longer than the bounds: the rest was left out */
    QUERY_NOTE_QUOTE = 1 << 1, /* a quotation mark without its partner */
    QUERY_NOTE_PARENTHESIS = 1
                             << 2, /* a parenthesis without its partner, or too deep */
    QUERY_NOTE_OPERATOR =
            1 << 3,            /* an operator with nothing to work on: read as a word */
    QUERY_NOTE_FIELD = 1 << 4, /* a field that does not exist: read as words */
    QUERY_NOTE_DEEP = 1 << 6,  /* parentheses deeper than the bound were left out */
    QUERY_NOTE_NEAR = 1 << 7,  /* NEAR wanted more words than the bound */
    QUERY_NOTE_VALUE = 1 << 5  /* a kind or date that is none: read as words */
};

struct query_word {
    palpate_view typed;              /* as the user wrote it */
    palpate_view folded;             /* word_fold() of it */
    const struct stemming *language; /* that it is read in; NULL for English */
    uint32_t wanted;    /* index into the query's terms, filled by terms_collect() */
    bool is_glued;      /* no space parts it from the word before */
    bool is_name;       /* typed as one: with a capital, or a possessive */
    bool is_capitals;   /* a name in capitals, and no common word: core/capitals.h */
    bool is_unfinished; /* it is being typed, and stands for how a word starts */
    const palpate_view *completions; /* of an unfinished one: the terms of words that
                                        it may become, filled by engine_complete() */
    uint32_t completion_count;
};

/* Whether it is too common a word to be in the index. */
static inline bool query_word_is_stop(const struct query_word *word)
{
    return !word->is_capitals &&
           (word->language == NULL
                           ? is_stop_word(word->folded)
                           : stemming_has_stop_word(word->language, word->folded));
}

struct query_expansion;

struct query_node {
    enum query_kind kind;
    enum query_role role;
    enum query_field field;
    uint32_t window;     /* QUERY_NEAR: words from the first to the last */
    uint32_t first_date; /* QUERY_DATES: YYYYMMDD, inclusive */
    uint32_t last_date;
    palpate_view value; /* QUERY_FILTER: lower case */
    struct query_word *words;
    uint32_t word_count;
    struct query_node **children; /* QUERY_LIST */
    uint32_t child_count;
    bool is_compound; /* QUERY_PHRASE: a word with a hyphen, not in quotation marks */
    bool is_choice;   /* QUERY_LIST: its children were joined by OR */
    struct query_expansion
            *expansion; /* of a phrase that the user did not type, or NULL */
};

struct query_tree {
    struct query_node *root; /* always a list, perhaps an empty one */
    unsigned notes;          /* of enum query_note */
    uint32_t word_count;     /* of all nodes */
    bool is_question;        /* by its form: query/language/question_words.h */
    bool is_claim;           /* likewise: query/language/claim.h */
};

#endif
