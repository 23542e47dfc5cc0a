#include "query/language/amounts.h"

#include "core/ascii.h"
#include "core/fail.h"
#include "core/token.h"
#include "core/view.h"
#include "query/language/asked_words.h"

enum amount { AMOUNT_TIME, AMOUNT_COUNT, AMOUNT_DEGREE, AMOUNT_MONEY };

enum amount_role { /* the first four are units of the amounts */
    ROLE_TIME,
    ROLE_COUNT,
    ROLE_DEGREE,
    ROLE_MONEY,
    ROLE_NUMBER,
    ROLE_SPAN,
    ROLE_EACH
};

enum {
    REACH = 3 /* words from a number to its unit: "six to eight weeks" */
};

#define WORD(words, amount) { PALPATE_VIEW_INIT(" " words), 1U << AMOUNT_##amount },
static const struct asked_for ASKING[] = {
#include "words/en/amount_questions.inc"
};
#undef WORD

#define WORD(word, role) { PALPATE_VIEW_INIT(word), ROLE_##role },
static const struct {
    palpate_view word;
    enum amount_role role;
} WORDS[] = {
#include "words/en/amounts.inc"
};

palpate_status amounts_asked(
        uint32_t *out, const struct query_tree *tree, palpate_error *err)
{
    return asked_words_find(out, tree, ASKING, sizeof ASKING / sizeof *ASKING, err);
}

/* What a word of a text is; -1 for what has no role. */
static int role_of(palpate_view word)
{
    char lower[16];

    if (word.size > 0 && ascii_is_digit(word.data[0]))
        return ROLE_NUMBER;
    if (word.size > sizeof lower)
        return -1;
    for (size_t i = 0; i < word.size; i++)
        lower[i] = ascii_lower(word.data[i]);
    palpate_view folded = { lower, word.size };
    size_t place = view_place(
            folded, &WORDS[0].word, sizeof WORDS / sizeof *WORDS, sizeof *WORDS);
    return place < sizeof WORDS / sizeof *WORDS ? (int)WORDS[place].role : -1;
}

/* Whether a word of this role, so many words after a number, makes an amount of one of
   those that are asked. */
static bool makes_amount(int role, uint32_t since, uint32_t asked)
{
    switch (role) {
    case ROLE_TIME:
    case ROLE_COUNT:
    case ROLE_DEGREE: return since <= REACH && (asked >> role & 1) != 0;
    case ROLE_MONEY: return (asked >> AMOUNT_MONEY & 1) != 0;
    case ROLE_SPAN: return (asked >> AMOUNT_TIME & 1) != 0;
    case ROLE_EACH: return (asked >> AMOUNT_COUNT & 1) != 0;
    default: return false;
    }
}

bool amounts_are_given(palpate_view text, uint32_t asked)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    uint32_t since = REACH + 1; /* words since the last number */

    while (asked != 0 && token_next(&tokens, &token)) {
        int role = role_of(view_slice(text, token.offset, token.size));
        since = role == ROLE_NUMBER ? 0 : since + 1;
        if (makes_amount(role, since, asked))
            return true;
    }
    return false;
}
