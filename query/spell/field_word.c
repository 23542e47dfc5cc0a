#include "query/spell/field_word.h"

#include <stddef.h>

#include "core/view.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view WORDS[] = {
#include "words/all/field.inc"
};

bool field_word_is_one(palpate_view folded)
{
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        palpate_view word = WORDS[i];
        bool ends = view_ends_with(word, PALPATE_VIEW(" "));
        palpate_view letters = view_slice(word, 0, word.size - (ends ? 1 : 0));
        if (ends ? view_equals(folded, letters) : view_starts_with(folded, letters))
            return true;
    }
    return false;
}
