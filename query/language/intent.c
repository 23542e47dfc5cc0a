#include "query/language/intent.h"

#include <string.h>

#include "core/token.h"
#include "core/view.h"
#include "query/language/asked_words.h"

#define WORD(words, kind) \
    { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(" " words), 1U << KIND_##kind },
static const struct word_row ASKING[] = {
#include "words/all/intent.inc"
};
#undef WORD

#define WORD(words, aspect) { PALPATE_VIEW_INIT(words), 1U << KIND_##aspect },
static const struct asked_for HEADINGS[] = {
#include "words/en/aspect_headings.inc"
};

static struct word_rows rows_of(const struct stemming *language)
{
    return word_rows_or_english(
            (struct word_rows){ ASKING, sizeof ASKING / sizeof *ASKING }, language);
}

palpate_status intent_kinds(uint32_t *out, const struct query_tree *tree,
        const struct stemming *language, palpate_error *err)
{
    return asked_words_find_rows(out, tree, rows_of(language), err);
}

uint32_t intent_of_word(palpate_view folded, const struct stemming *language)
{
    const struct word_rows rows = rows_of(language);
    char padded[WORD_SIZE + 2] = " ";
    uint32_t kinds = 0;

    if (folded.size > WORD_SIZE)
        return 0;
    memcpy(padded + 1, folded.data, folded.size);
    padded[folded.size + 1] = ' ';
    for (size_t i = 0; i < rows.count; i++)
        if (view_starts_with(
                    (palpate_view){ padded, folded.size + 2 }, rows.items[i].words))
            kinds |= rows.items[i].value;
    return kinds;
}

uint32_t intent_of_heading(palpate_view heading, uint32_t kinds)
{
    uint32_t found = 0;

    if (kinds >> KIND_COUNT == 0)
        return 0;
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++)
        if ((HEADINGS[i].bits & kinds & ~found) != 0 &&
                view_find_ignoring_case(heading, HEADINGS[i].words) < heading.size)
            found |= HEADINGS[i].bits;
    return found;
}
