#include "query/distance.h"

#include <stdbool.h>
#include <string.h>

#include "core/token.h"

typedef uint32_t row[WORD_SIZE + 1];

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* Fills `last` with the distances of all of `a` to every start of `b`: right where they
   are `most` or less, else anything above. */
static void measure(palpate_view a, palpate_view b, uint32_t most, row last)
{
    row rows[3];
    uint32_t least_before = 0;

    for (size_t k = 0; k <= b.size; k++)
        rows[0][k] = (uint32_t)k;
    for (size_t i = 1; i <= a.size; i++) {
        uint32_t *here = rows[i % 3];
        const uint32_t *previous = rows[(i + 2) % 3];
        const uint32_t *before_previous = rows[(i + 1) % 3];
        uint32_t least_here = here[0] = (uint32_t)i;
        for (size_t k = 1; k <= b.size; k++) {
            uint32_t replaced = previous[k - 1] + (a.data[i - 1] != b.data[k - 1]);
            here[k] = least(replaced, least(previous[k], here[k - 1]) + 1);
            if (i > 1 && k > 1 && a.data[i - 1] == b.data[k - 2] &&
                    a.data[i - 2] == b.data[k - 1])
                here[k] = least(here[k], before_previous[k - 2] + 1);
            least_here = least(least_here, here[k]);
        }
        /* What follows is made of the last two rows, and never less. */
        bool is_over = least_here > most && least_before > most;
        least_before = least_here;
        if (is_over || i == a.size)
            memcpy(last, here, (b.size + 1) * sizeof *last);
        if (is_over)
            return;
    }
    if (a.size == 0)
        memcpy(last, rows[0], (b.size + 1) * sizeof *last);
}

uint32_t distance_of(palpate_view a, palpate_view b, uint32_t most)
{
    row last;
    size_t apart = a.size > b.size ? a.size - b.size : b.size - a.size;

    if (a.size > WORD_SIZE || b.size > WORD_SIZE || apart > most)
        return most + 1;
    measure(a, b, most, last);
    return least(last[b.size], most + 1);
}

uint32_t distance_to_start(palpate_view stem, palpate_view word, uint32_t most)
{
    row last;
    uint32_t best = most + 1;

    if (stem.size > WORD_SIZE || word.size > WORD_SIZE || stem.size > word.size + most)
        return most + 1;
    measure(stem, word, most, last);
    for (size_t k = 0; k <= word.size; k++)
        best = least(best, last[k]);
    return best;
}
