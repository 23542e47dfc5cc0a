#include "query/language/question_words.h"

#include "core/token.h"
#include "core/view.h"
#include "core/word_forms.h"
#include "core/word_rows.h"

#define WORD(word) { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(word), 0 },
static const struct word_row QUESTION_WORDS[] = {
#include "words/all/question_words.inc"
};
static const struct word_row ASKING_WORDS[] = {
#include "words/all/asking.inc"
};

#define ROWS_OF(list, language) \
    word_rows_or_english(       \
            (struct word_rows){ list, sizeof(list) / sizeof *(list) }, language)

bool is_question_word(palpate_view folded, const struct stemming *language)
{
    return word_rows_find(ROWS_OF(ASKING_WORDS, language), folded) != NULL;
}

bool is_question(palpate_view typed, const struct stemming *language)
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
    if (language == NULL)
        (void)word_form_of(&word, word); /* "whats" */
    return word_rows_find(ROWS_OF(QUESTION_WORDS, language), word) != NULL;
}
