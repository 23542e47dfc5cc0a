#include "core/capitals.h"

#include "core/ascii.h"
#include "core/common_words.h"
#include "core/view.h"

enum { AROUND = 32 /* bytes on either side that are looked at */ };

size_t capitals_size(palpate_view word)
{
    size_t size = 0;

    while (size < word.size && ascii_is_upper(word.data[size]))
        size++;
    if (size < 2 || size > MAX_CAPITALS)
        return 0;
    size_t rest = word.size - size;
    bool is_possessive = rest >= 2 && rest <= 4 && word.data[word.size - 1] == 's' &&
                         !ascii_is_alphanumeric(word.data[size]);
    return rest == 0 || is_possessive ? size : 0;
}

/* What is looked at around a word, and the run without spaces that it is part of. */
struct surroundings {
    size_t start;
    size_t run_start;
    size_t run_end;
    size_t end;
};

static struct surroundings look_around(palpate_view text, const struct token *token)
{
    struct surroundings around = { token->offset, token->offset,
        token->offset + token->size, token->offset + token->size };

    while (around.start > 0 && token->offset - around.start < AROUND &&
            text.data[around.start - 1] != '\n')
        around.start--;
    while (around.run_start > around.start &&
            !ascii_is_space(text.data[around.run_start - 1]))
        around.run_start--;
    while (around.end < text.size && text.data[around.end] != '\n' &&
            around.end - token->offset - token->size < AROUND)
        around.end++;
    while (around.run_end < around.end && !ascii_is_space(text.data[around.run_end]))
        around.run_end++;
    return around;
}

static bool has_small_letter(palpate_view word)
{
    for (size_t i = 0; i < word.size; i++)
        if (ascii_is_lower(word.data[i]) || (unsigned char)word.data[i] >= 0x80)
            return true;
    return false;
}

/* How many more words of `text` have small letters than have none. */
static int surplus_of_small(palpate_view text)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    int surplus = 0;

    while (token_next(&tokens, &token)) {
        palpate_view word = { text.data + token.offset, token.size };
        if (has_small_letter(word))
            surplus++;
        else if (ascii_is_upper(text.data[token.offset]))
            surplus--;
    }
    return surplus;
}

bool capitals_stand_out(palpate_view text, const struct token *token)
{
    struct surroundings around = look_around(text, token);
    const palpate_view before = { text.data + around.start,
        around.run_start - around.start };
    const palpate_view after = { text.data + around.run_end,
        around.end - around.run_end };

    return surplus_of_small(before) + surplus_of_small(after) >= 0;
}

bool capitals_are_ambiguous(struct analyzer *analyzer, palpate_view folded)
{
    return term_is_stop(analyzer, folded) || is_common_term(term_of(analyzer, folded));
}
