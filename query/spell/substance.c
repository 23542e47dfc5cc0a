#include "query/spell/substance.h"

#include "core/view.h"
#include "query/spell/edit_cost.h"

#define WORD(ending) PALPATE_VIEW_INIT(ending),
static const palpate_view ENDINGS[] = {
#include "words/en/substance_endings.inc"
};

enum {
    SHORTEST_START = 3, /* letters before the ending */
    LONG_NAME = 9       /* letters of a name that few others are near: "ibuprofin" */
};

static palpate_view without_plural(palpate_view word)
{
    return view_ends_with(word, PALPATE_VIEW("s")) ? view_slice(word, 0, word.size - 1)
                                                   : word;
}

/* The longest ending of the word; empty where it has none. */
static palpate_view ending_of(palpate_view word)
{
    palpate_view longest = { NULL, 0 };

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (ENDINGS[i].size > longest.size && view_ends_with(word, ENDINGS[i]) &&
                word.size >= ENDINGS[i].size + SHORTEST_START)
            longest = ENDINGS[i];
    return longest;
}

bool substance_may_be_another(palpate_view typed, palpate_view word, bool is_met)
{
    palpate_view own = without_plural(typed);
    palpate_view other = without_plural(word);
    palpate_view ending = ending_of(own);

    if (ending.size == 0)
        return false;
    if (!view_ends_with(other, ending))
        return own.size < LONG_NAME;
    if (is_met)
        return false;
    palpate_view start = view_slice(own, 0, own.size - ending.size);
    palpate_view other_start = view_slice(other, 0, other.size - ending.size);
    return edit_cost_between(other_start, start, EDIT_COST) >= EDIT_COST;
}
