#include "query/spell/field_word.h"

#include <stddef.h>

#include "core/stemming.h"
#include "core/view.h"
#include "core/word_rows.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view WORDS[] = {
#include "words/all/field.inc"
};
#undef WORD

/* Words of every sentence and question.  Short ones are left out: any slip of a short
   word is one of some language. */
#define WORD(word) { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(word), 0 },
static const struct word_row STOP_WORDS[] = {
#include "words/all/stop_words.inc"
};
static const struct word_row ASKING[] = {
#include "words/all/asking.inc"
};
static const struct word_row QUESTION_WORDS[] = {
#include "words/all/question_words.inc"
};
static const struct word_row CONTRASTS[] = {
#include "words/all/contrasts.inc"
};
#undef WORD

#define ROWS_OF(list)                       \
    (struct word_rows)                      \
    {                                       \
        list, sizeof(list) / sizeof *(list) \
    }

enum { SHORTEST_SMALL = 4 /* bytes of a word of every sentence that is right */ };

static bool is_in(struct word_rows all, palpate_view folded)
{
    const struct stemming *language = NULL;

    for (size_t i = 0; (language = stemming_at(i)) != NULL; i++)
        if (word_rows_find(word_rows_of(all, language), folded) != NULL)
            return true;
    return false;
}

static bool is_small_word(palpate_view folded)
{
    return folded.size >= SHORTEST_SMALL &&
           (is_in(ROWS_OF(STOP_WORDS), folded) || is_in(ROWS_OF(ASKING), folded) ||
                   is_in(ROWS_OF(QUESTION_WORDS), folded) ||
                   is_in(ROWS_OF(CONTRASTS), folded));
}

bool field_word_is_one(palpate_view folded)
{
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        palpate_view word = WORDS[i];
        bool ends = view_ends_with(word, PALPATE_VIEW(" "));
        palpate_view letters = view_slice(word, 0, word.size - (ends ? 1 : 0));
        if (ends ? view_equals(folded, letters) : view_starts_with(folded, letters))
            return true;
    }
    return is_small_word(folded);
}
