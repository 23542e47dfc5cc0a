#include "query/language/amounts.h"

#include "core/ascii.h"
#include "core/fail.h"
#include "core/term.h"
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

static palpate_view singular(palpate_view word)
{
    return view_ends_with(word, PALPATE_VIEW("s")) ? view_slice(word, 0, word.size - 1)
                                                   : word;
}

palpate_status amounts_counted(palpate_view *out, struct arena *arena,
        const struct query_tree *tree, palpate_error *err)
{
    static const palpate_view HOW_MANY = PALPATE_VIEW_INIT(" how many ");
    struct buffer words = { 0 };

    *out = (palpate_view){ NULL, 0 };
    asked_words_append(&words, tree);
    bool failed = words.failed;
    palpate_view text = buffer_view(&words);
    size_t place = failed ? text.size : view_find(text, HOW_MANY);
    if (place < text.size) {
        palpate_view rest = view_slice(text, place + HOW_MANY.size, text.size);
        palpate_view word = view_slice(rest, 0, view_find(rest, PALPATE_VIEW(" ")));
        if (!is_stop_word(word))
            *out = arena_copy(arena, singular(word));
        failed = !is_stop_word(word) && out->data == NULL;
    }
    buffer_free(&words);
    return failed ? fail(err, PALPATE_NO_MEMORY, "out of memory for a question")
                  : PALPATE_OK;
}

bool amounts_count(palpate_view text, palpate_view counted)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    uint32_t since = REACH + 1;

    while (token_next(&tokens, &token)) {
        palpate_view word = view_slice(text, token.offset, token.size);
        since = role_of(word) == ROLE_NUMBER ? 0 : since + 1;
        if (since <= REACH && since > 0 &&
                view_equals_ignoring_case(singular(word), counted))
            return true;
    }
    return false;
}
