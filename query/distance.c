#include "query/distance.h"

#include "core/token.h"

typedef uint32_t row[WORD_SIZE + 1];

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Fills `last` with the distances of all of `a` to every start of `b`. */
static void measure(palpate_view a, palpate_view b, row last)
{
    row before_previous = { 0 };
    row previous;

    for (size_t k = 0; k <= b.size; k++)
        last[k] = (uint32_t)k;
    for (size_t i = 1; i <= a.size; i++) {
        for (size_t k = 0; k <= b.size; k++) {
            if (i > 1)
                before_previous[k] = previous[k];
            previous[k] = last[k];
        }
        last[0] = (uint32_t)i;
        for (size_t k = 1; k <= b.size; k++) {
            uint32_t replaced = previous[k - 1] + (a.data[i - 1] != b.data[k - 1]);
            last[k] = least(replaced, least(previous[k], last[k - 1]) + 1);
            if (i > 1 && k > 1 && a.data[i - 1] == b.data[k - 2] &&
                    a.data[i - 2] == b.data[k - 1])
                last[k] = least(last[k], before_previous[k - 2] + 1);
        }
    }
}

uint32_t distance_of(palpate_view a, palpate_view b, uint32_t most)
{
    row last;
    size_t apart = a.size > b.size ? a.size - b.size : b.size - a.size;

    if (a.size > WORD_SIZE || b.size > WORD_SIZE || apart > most)
        return most + 1;
    measure(a, b, last);
    return least(last[b.size], most + 1);
}

uint32_t distance_to_start(palpate_view stem, palpate_view word, uint32_t most)
{
    row last;
    uint32_t best = most + 1;

    if (stem.size > WORD_SIZE || word.size > WORD_SIZE || stem.size > word.size + most)
        return most + 1;
    measure(stem, word, last);
    for (size_t k = 0; k <= word.size; k++)
        best = least(best, last[k]);
    return best;
}
