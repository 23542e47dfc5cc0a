#include "query/spell/small_word.h"

#include "query/spell/edit_cost.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view WORDS[] = {
#include "words/en/asking.inc"
#include "words/en/stop_words.inc"
};

enum {
    SHORTEST_TYPED = 3,
    SHORTEST_MEANT = 4,  /* letters: nearly all short words are near one another */
    MOST = EDIT_COST - 1 /* a letter doubled, swapped, or a vowel: no other letter */
};

palpate_view small_word_meant(uint32_t *cost, palpate_view typed)
{
    palpate_view meant = { NULL, 0 };
    struct edit_cost_series series;

    *cost = MOST + 1;
    if (typed.size < SHORTEST_TYPED || typed.size > WORD_SIZE)
        return meant;
    edit_cost_start(&series, typed, MOST);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (WORDS[i].size < SHORTEST_MEANT || WORDS[i].data[0] != typed.data[0])
            continue;
        uint32_t slip = edit_cost_of(&series, WORDS[i]);
        if (slip < *cost) {
            *cost = slip;
            meant = WORDS[i];
        }
    }
    return meant;
}
