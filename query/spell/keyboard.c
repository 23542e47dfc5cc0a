#include "query/spell/keyboard.h"

#include "core/view.h"
#include "core/word_rows.h"

#define WORD(word) { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(word), 0 },
static const struct word_row PAIRS[] = {
#include "words/all/keyboard.inc"
};
#undef WORD

palpate_view keyboard_pair(const struct stemming *language, size_t place)
{
    const palpate_view none = { "", 0 };
    const struct word_rows rows = word_rows_of(
            (struct word_rows){ PAIRS, sizeof PAIRS / sizeof *PAIRS }, language);

    return place < rows.count ? rows.items[place].words : none;
}
