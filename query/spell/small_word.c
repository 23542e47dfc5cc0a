#include "query/spell/small_word.h"

#include "core/view.h"
#include "core/word_rows.h"
#include "query/spell/edit_cost.h"

#define WORD(word) { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(word), 0 },
static const struct word_row ASKING[] = {
#include "words/all/asking.inc"
};
static const struct word_row STOP_WORDS[] = {
#include "words/all/stop_words.inc"
};

enum {
    SHORTEST_TYPED = 3,
    SHORTEST_MEANT = 4,  /* letters: nearly all short words are near one another */
    MOST = EDIT_COST - 1 /* a letter doubled, swapped, or a vowel: no other letter */
};

/* Looks among words of a language for a nearer one. */
static void look_among(struct word_rows rows, struct edit_cost_series *series,
        palpate_view *meant, uint32_t *cost)
{
    for (size_t i = 0; i < rows.count; i++) {
        palpate_view word = rows.items[i].words;
        if (word.size < SHORTEST_MEANT || word.data[0] != series->typed.data[0])
            continue;
        uint32_t slip = edit_cost_of(series, word);
        if (slip < *cost) {
            *cost = slip;
            *meant = word;
        }
    }
}

palpate_view small_word_meant(
        uint32_t *cost, palpate_view typed, const struct stemming *language)
{
    const struct word_rows asking = { ASKING, sizeof ASKING / sizeof *ASKING };
    const struct word_rows stop = { STOP_WORDS,
        sizeof STOP_WORDS / sizeof *STOP_WORDS };
    palpate_view meant = { NULL, 0 };
    struct edit_cost_series series;

    *cost = MOST + 1;
    if (typed.size < SHORTEST_TYPED || typed.size > WORD_SIZE)
        return meant;
    edit_cost_start_in(&series, language, typed, MOST);
    look_among(word_rows_of(asking, language), &series, &meant, cost);
    look_among(word_rows_of(stop, language), &series, &meant, cost);
    return meant;
}
