#include "query/language/question_words.h"

#include "core/token.h"
#include "core/view.h"
#include "core/word_forms.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view QUESTION_WORDS[] = {
#include "words/en/question_words.inc"
};
static const palpate_view ASKING_WORDS[] = {
#include "words/en/asking.inc"
};

static bool is_among(palpate_view word, const palpate_view *words, size_t count)
{
    return view_place(word, words, count, sizeof *words) < count;
}

bool is_question_word(palpate_view folded)
{
    return is_among(folded, ASKING_WORDS, sizeof ASKING_WORDS / sizeof *ASKING_WORDS);
}

bool is_question(palpate_view typed)
{
    struct tokenizer tokens = tokens_of(typed);
    struct token first;
    char folded[WORD_SIZE];
    size_t size = typed.size;

    while (size > 0 && typed.data[size - 1] == ' ')
        size--;
    if (size > 0 && typed.data[size - 1] == '?')
        return true;
    if (!token_next(&tokens, &first))
        return false;
    palpate_view word = { folded,
        word_fold(view_slice(typed, first.offset, first.size), folded) };
    (void)word_form_of(&word, word); /* "whats" */
    return is_among(
            word, QUESTION_WORDS, sizeof QUESTION_WORDS / sizeof *QUESTION_WORDS);
}
