#include "query/language/intent.h"

#include <string.h>

#include "core/token.h"
#include "core/view.h"
#include "query/language/asked_words.h"

#define WORD(words, kind) { PALPATE_VIEW_INIT(" " words), 1U << KIND_##kind },
static const struct asked_for ASKING[] = {
#include "words/en/intent.inc"
};

palpate_status intent_kinds(
        uint32_t *out, const struct query_tree *tree, palpate_error *err)
{
    return asked_words_find(out, tree, ASKING, sizeof ASKING / sizeof *ASKING, err);
}

uint32_t intent_of_word(palpate_view folded)
{
    char padded[WORD_SIZE + 2] = " ";
    uint32_t kinds = 0;

    if (folded.size > WORD_SIZE)
        return 0;
    memcpy(padded + 1, folded.data, folded.size);
    padded[folded.size + 1] = ' ';
    for (size_t i = 0; i < sizeof ASKING / sizeof *ASKING; i++)
        if (view_starts_with(
                    (palpate_view){ padded, folded.size + 2 }, ASKING[i].words))
            kinds |= ASKING[i].bits;
    return kinds;
}
