#include "query/slips.h"

#include <string.h>

#include "core/token.h"

enum {
    SWAPPED = 3,
    DOUBLED = 2,
    VOWEL = 3, /* for another, or left out */
    SOUND = 2, /* one letter for another that sounds the same, or for two */
    FIRST = 2  /* more, at the start of a word */
};

typedef uint32_t row[WORD_SIZE + 1];

/* Letters that are taken for one another by ear. */
static const char SOUNDS[][3] = { "ck", "cs", "sz", "iy", "gj", "kq", "dt", "mn", "bp",
    "fv" };

/* Two letters that sound as one does. */
static const char PAIRS[][4] = { "phf", "ksx", "csx", "aee", "oee", "eei", "eai", "aia",
    "ckk", "scs", "pss", "ssc", "rhr", "knn", "gnn", "wrr" };

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static bool is_vowel(char letter)
{
    return letter != '\0' && strchr("aeiouy", letter) != NULL;
}

static uint32_t replaced(char a, char b)
{
    if (a == b)
        return 0;
    for (size_t i = 0; i < sizeof SOUNDS / sizeof *SOUNDS; i++)
        if ((a == SOUNDS[i][0] && b == SOUNDS[i][1]) ||
                (a == SOUNDS[i][1] && b == SOUNDS[i][0]))
            return SOUND;
    return is_vowel(a) && is_vowel(b) ? VOWEL : SLIP;
}

/* What a letter costs that only one of the two has, at `place` of its word. */
static uint32_t alone(palpate_view word, size_t place)
{
    char letter = word.data[place];

    if (place > 0 && word.data[place - 1] == letter)
        return place > 1 && word.data[place - 2] == letter ? SLIP : DOUBLED;
    return (is_vowel(letter) || letter == 'h' ? VOWEL : SLIP) +
           (place == 0 ? FIRST : 0);
}

/* Whether the two letters that end at `two` sound as the one that ends at `one`. */
static bool sounds_as(palpate_view a, size_t two, palpate_view b, size_t one)
{
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (a.data[two - 2] == PAIRS[i][0] && a.data[two - 1] == PAIRS[i][1] &&
                b.data[one - 1] == PAIRS[i][2])
            return true;
    return false;
}

/* The three rows that a step looks at. */
struct rows {
    const uint32_t *before;
    const uint32_t *previous;
    uint32_t *here;
};

static uint32_t step(
        const struct rows *rows, palpate_view a, size_t i, palpate_view b, size_t k)
{
    uint32_t first = i == 1 && k == 1 && a.data[0] != b.data[0] ? FIRST : 0;
    uint32_t cost =
            rows->previous[k - 1] + replaced(a.data[i - 1], b.data[k - 1]) + first;

    cost = least(cost, rows->previous[k] + alone(a, i - 1));
    cost = least(cost, rows->here[k - 1] + alone(b, k - 1));
    if (i > 1 && k > 1 && a.data[i - 1] == b.data[k - 2] &&
            a.data[i - 2] == b.data[k - 1])
        cost = least(cost, rows->before[k - 2] + SWAPPED);
    if (i > 1 && sounds_as(a, i, b, k))
        cost = least(cost, rows->before[k - 1] + SOUND);
    if (k > 1 && sounds_as(b, k, a, i))
        cost = least(cost, rows->previous[k - 2] + SOUND);
    return cost;
}

/* Fills `last` with the costs of all of `a` to every start of `b`.  False as soon as
   none can be within `most`. */
static bool measure(palpate_view a, palpate_view b, uint32_t most, row last)
{
    row rows[3];
    uint32_t least_before = 0;

    rows[0][0] = 0;
    for (size_t k = 1; k <= b.size; k++)
        rows[0][k] = rows[0][k - 1] + alone(b, k - 1);
    for (size_t i = 1; i <= a.size; i++) {
        const struct rows three = { rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3] };
        uint32_t least_here = three.here[0] = three.previous[0] + alone(a, i - 1);
        for (size_t k = 1; k <= b.size; k++) {
            three.here[k] = step(&three, a, i, b, k);
            least_here = least(least_here, three.here[k]);
        }
        /* What follows is made of the last two rows, and never less. */
        if (least_here > most && least_before > most)
            return false;
        least_before = least_here;
    }
    memcpy(last, rows[a.size % 3], (b.size + 1) * sizeof *last);
    return true;
}

uint32_t slips_between(palpate_view word, palpate_view typed, uint32_t most)
{
    row last;
    size_t apart =
            word.size > typed.size ? word.size - typed.size : typed.size - word.size;

    if (word.size > WORD_SIZE || typed.size > WORD_SIZE || apart * DOUBLED > most ||
            !measure(word, typed, most, last))
        return most + 1;
    return least(last[typed.size], most + 1);
}

uint32_t slips_to_start(palpate_view stem, palpate_view typed, uint32_t most)
{
    row last;
    uint32_t best = most + 1;

    if (stem.size > WORD_SIZE || typed.size > WORD_SIZE ||
            stem.size > typed.size + most / DOUBLED ||
            !measure(stem, typed, most, last))
        return most + 1;
    for (size_t k = 0; k <= typed.size; k++)
        best = least(best, last[k]);
    return best;
}
