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

/* A bit for each letter. */
static uint32_t bit_of(char letter)
{
    return letter >= 'a' && letter <= 'z' ? UINT32_C(1) << (letter - 'a') : 0;
}

static bool is_vowel(uint32_t bit)
{
    static const uint32_t VOWELS = 1U | 1U << ('e' - 'a') | 1U << ('i' - 'a') |
                                   1U << ('o' - 'a') | 1U << ('u' - 'a') |
                                   1U << ('y' - 'a');

    return (bit & VOWELS) != 0;
}

/* A letter of a word, with what is asked of it for every letter of the other one. */
struct letter {
    char byte;
    uint32_t bit;
    uint32_t alone;    /* what it costs where only one of the two words has it */
    uint32_t sounding; /* letters that it is taken for by ear */
    uint32_t pair;     /* letters that sound as it does with the one before it */
};

/* What a letter costs that only one of the two has, at `place` of its word. */
static uint32_t alone(palpate_view word, size_t place)
{
    char letter = word.data[place];

    if (place > 0 && word.data[place - 1] == letter)
        return place > 1 && word.data[place - 2] == letter ? SLIP : DOUBLED;
    return (is_vowel(bit_of(letter)) || letter == 'h' ? VOWEL : SLIP) +
           (place == 0 ? FIRST : 0);
}

static uint32_t sounding(char letter)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < sizeof SOUNDS / sizeof *SOUNDS; i++) {
        if (letter == SOUNDS[i][0])
            letters |= bit_of(SOUNDS[i][1]);
        if (letter == SOUNDS[i][1])
            letters |= bit_of(SOUNDS[i][0]);
    }
    return letters;
}

static uint32_t sound_of_pair(char first, char second)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        if (first == PAIRS[i][0] && second == PAIRS[i][1])
            letters |= bit_of(PAIRS[i][2]);
    return letters;
}

static struct letter letter_at(palpate_view word, size_t place)
{
    char byte = word.data[place];

    return (struct letter){ .byte = byte,
        .bit = bit_of(byte),
        .alone = alone(word, place),
        .sounding = sounding(byte),
        .pair = place == 0 ? 0 : sound_of_pair(word.data[place - 1], byte) };
}

static uint32_t replaced(const struct letter *a, const struct letter *b)
{
    if (a->byte == b->byte)
        return 0;
    if ((a->sounding & b->bit) != 0)
        return SOUND;
    return is_vowel(a->bit) && is_vowel(b->bit) ? VOWEL : SLIP;
}

/* The three rows that a step looks at. */
struct rows {
    const uint32_t *before;
    const uint32_t *previous;
    uint32_t *here;
};

/* What it costs to get from the `i` letters up to `a` to the `k` up to `b`, which stand
   in their words. */
static uint32_t step(const struct rows *rows, const struct letter *a, size_t i,
        const struct letter *b, size_t k)
{
    uint32_t first = i == 1 && k == 1 && a->byte != b->byte ? FIRST : 0;
    uint32_t cost = rows->previous[k - 1] + replaced(a, b) + first;

    cost = least(cost, rows->previous[k] + a->alone);
    cost = least(cost, rows->here[k - 1] + b->alone);
    if (i > 1 && k > 1 && a[0].byte == b[-1].byte && a[-1].byte == b[0].byte)
        cost = least(cost, rows->before[k - 2] + SWAPPED);
    if ((a->pair & b->bit) != 0)
        cost = least(cost, rows->before[k - 1] + SOUND);
    if ((b->pair & a->bit) != 0)
        cost = least(cost, rows->previous[k - 2] + SOUND);
    return cost;
}

/* Fills `last` with the costs of all of `a` to every start of `b`.  False as soon as
   none can be within `most`. */
static bool measure(palpate_view a, palpate_view b, uint32_t most, row last)
{
    struct letter of_a[WORD_SIZE];
    struct letter of_b[WORD_SIZE];
    row rows[3];
    uint32_t least_before = 0;

    rows[0][0] = 0;
    for (size_t k = 1; k <= b.size; k++) {
        of_b[k - 1] = letter_at(b, k - 1);
        rows[0][k] = rows[0][k - 1] + of_b[k - 1].alone;
    }
    for (size_t i = 1; i <= a.size; i++) {
        const struct rows three = { rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3] };
        of_a[i - 1] = letter_at(a, i - 1);
        uint32_t least_here = three.here[0] = three.previous[0] + of_a[i - 1].alone;
        for (size_t k = 1; k <= b.size; k++) {
            three.here[k] = step(&three, &of_a[i - 1], i, &of_b[k - 1], k);
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

/* The least that `letter` costs where the other word has `others` and not that: a whole
   slip, or the change of a sound, which may be that of two letters at once. */
static uint32_t lacking(char letter, uint32_t others)
{
    enum { HALF_SOUND = SOUND / 2 };
    uint32_t cost = is_vowel(bit_of(letter)) || letter == 'h' ? VOWEL : SLIP;

    if ((sounding(letter) & others) != 0)
        cost = SOUND;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        const char *pair = PAIRS[i];
        bool is_half = letter == pair[0] || letter == pair[1];
        uint32_t both = bit_of(pair[0]) | bit_of(pair[1]);
        if (is_half && (others & bit_of(pair[2])) != 0)
            cost = least(cost,
                    pair[0] == pair[1] || (others & both) != 0 ? SOUND : HALF_SOUND);
        else if (letter == pair[2] && (others & both) == both)
            cost = least(cost, SOUND);
    }
    return cost;
}

void slips_prepare(struct slips_typed *out, palpate_view typed)
{
    uint32_t letters = 0;

    for (size_t i = 0; i < typed.size; i++)
        letters |= bit_of(typed.data[i]);
    for (uint32_t i = 0; i < sizeof out->lacking; i++)
        out->lacking[i] = (letters >> i & 1) != 0
                                  ? 0
                                  : (uint8_t)lacking((char)('a' + i), letters);
}

bool slips_rule_out(const struct slips_typed *typed, palpate_view stem, uint32_t most)
{
    uint32_t seen = 0;
    uint32_t cost = 0;

    for (size_t i = 0; i < stem.size; i++) {
        uint32_t bit = bit_of(stem.data[i]);
        if (bit != 0 && (seen & bit) == 0)
            cost += typed->lacking[stem.data[i] - 'a'];
        seen |= bit;
    }
    return cost > most;
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
