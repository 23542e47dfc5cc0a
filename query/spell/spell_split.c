#include <string.h>

#include "core/term.h"
#include "core/view.h"
#include "query/spell/spell_word.h"

enum {
    SHORTEST_HALF = 3 /* letters of a word that was typed as part of another */
};

static palpate_status frequency_of(uint32_t *frequency, struct engine *engine,
        palpate_view folded, palpate_error *err)
{
    *frequency = 0;
    return term_is_stop(engine_analyzer(engine), folded)
                   ? PALPATE_OK
                   : engine_word_frequency(frequency, engine, folded, err);
}

/* Whether the two words of a spelling stand in one passage. */
static palpate_status meet(bool *do_meet, struct engine *engine,
        const struct spelling *spelling, palpate_error *err)
{
    palpate_view text = { spelling->word, spelling->size };
    size_t cut = view_find(text, PALPATE_VIEW(" "));
    palpate_view words[2] = { { text.data, cut },
        { text.data + cut + 1, text.size - cut - 1 } };

    return engine_meets(do_meet, engine, words, 2, words, 2, err);
}

palpate_status spell_split(struct spelling *out, struct engine *engine,
        palpate_view typed, palpate_error *err)
{
    uint32_t best = 0;

    *out = (struct spelling){ .size = 0 };
    for (size_t cut = SHORTEST_HALF; cut + SHORTEST_HALF <= typed.size; cut++) {
        uint32_t left = 0;
        uint32_t right = 0;
        palpate_status status =
                frequency_of(&left, engine, view_slice(typed, 0, cut), err);
        if (status == PALPATE_OK && left > 0)
            status = frequency_of(
                    &right, engine, view_slice(typed, cut, typed.size), err);
        if (status != PALPATE_OK)
            return status;
        uint32_t rarer = left < right ? left : right;
        if (rarer <= best)
            continue;
        memcpy(out->word, typed.data, cut);
        out->word[cut] = ' ';
        memcpy(out->word + cut + 1, typed.data + cut, typed.size - cut);
        out->size = typed.size + 1;
        out->is_near = cut > SHORTEST_HALF && typed.size - cut > SHORTEST_HALF;
        best = rarer;
    }
    if (!out->is_near)
        return PALPATE_OK;
    palpate_status status = meet(&out->is_likely, engine, out, err);
    out->is_near = out->is_likely;
    return status;
}
