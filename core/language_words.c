#include "core/language_words.h"

#include "core/view.h"

static const palpate_view CODES[LANGUAGE_COUNT] = {
#define LANGUAGE_CODE(name, code) PALPATE_VIEW_INIT(code),
    LANGUAGES(LANGUAGE_CODE)
#undef LANGUAGE_CODE
};

static const struct {
    palpate_view word; /* sorted by it */
    enum language language;
} WORDS[] = {
#define WORD(word, language) { PALPATE_VIEW_INIT(word), LANGUAGE_##language },
#include "words/mul/language_words.inc"
#undef WORD
};
enum { ROWS = sizeof WORDS / sizeof *WORDS };

_Static_assert((int)ROWS <= (int)LANGUAGE_WORDS_MOST, "raise LANGUAGE_WORDS_MOST");

struct language_rows language_words_find(palpate_view word)
{
    size_t low = 0;
    size_t high = ROWS;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view_compare(WORDS[middle].word, word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (high < ROWS && view_equals(WORDS[high].word, word))
        high++;
    return (struct language_rows){ low, high };
}

palpate_view language_words_word(size_t row)
{
    return WORDS[row].word;
}

enum language language_words_at(size_t row)
{
    return WORDS[row].language;
}

palpate_view language_code(enum language language)
{
    return CODES[language];
}
