#include "query/spell/edit_cost.h"

#include <string.h>

#include "core/token.h"
#include "query/spell/keyboard.h"

enum {
    SWAPPED = 3,
    DOUBLED = 2,
    VOWEL = 3, /* for another, or left out */
    SOUND = 2, /* one letter for another that sounds the same, or for two */
    FIRST = 2  /* more, at the start of a word */
};

/* Letters that are taken for one another by ear. */
static const char SOUNDS[][3] = { "ck", "cs", "sz", "iy", "gj", "kq", "dt", "mn", "bp",
    "fv" };

/* Two letters that sound as one does. */
static const char PAIRS[][4] = { "phf", "ksx", "csx", "aee", "oee", "eei", "eai", "aia",
    "ckk", "scs", "pss", "ssc", "rhr", "knn", "gnn", "wrr" };

static uint32_t least_of(uint32_t a, uint32_t b)
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

/* What a letter costs that only one of the two has, at `place` of its word. */
static uint32_t cost_alone(palpate_view word, size_t place)
{
    char letter = word.data[place];

    if (place > 0 && word.data[place - 1] == letter)
        return place > 1 && word.data[place - 2] == letter ? EDIT_COST : DOUBLED;
    return (is_vowel(bit_of(letter)) || letter == 'h' ? VOWEL : EDIT_COST) +
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

/* Adds the letters that keyboards of the language have in each other's places. */
static void prepare_keyboard(
        struct edit_cost_series *series, const struct stemming *language)
{
    palpate_view pair;

    for (size_t i = 0; (pair = keyboard_pair(language, i)).size == 2; i++) {
        series->sounding[pair.data[0] - 'a'] |= bit_of(pair.data[1]);
        series->sounding[pair.data[1] - 'a'] |= bit_of(pair.data[0]);
    }
}

/* What is asked of the letters of every word, once for all of them. */
static void prepare_letters(
        struct edit_cost_series *series, const struct stemming *language)
{
    for (uint32_t i = 0; i < sizeof series->sounding / sizeof *series->sounding; i++)
        series->sounding[i] = sounding((char)('a' + i));
    prepare_keyboard(series, language);
    memset(series->paired, 0, sizeof series->paired);
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        series->paired[PAIRS[i][1] - 'a'] |= bit_of(PAIRS[i][0]);
}

static struct edit_cost_letter letter_at(
        const struct edit_cost_series *series, palpate_view word, size_t place)
{
    char byte = word.data[place];
    struct edit_cost_letter letter = {
        .byte = byte, .bit = bit_of(byte), .alone = cost_alone(word, place)
    };

    if (letter.bit == 0)
        return letter;
    letter.sounding = series->sounding[byte - 'a'];
    if (place > 0 && (series->paired[byte - 'a'] & bit_of(word.data[place - 1])) != 0)
        letter.pair = sound_of_pair(word.data[place - 1], byte);
    return letter;
}

static uint32_t cost_replaced(
        const struct edit_cost_letter *a, const struct edit_cost_letter *b)
{
    if (a->byte == b->byte)
        return 0;
    if ((a->sounding & b->bit) != 0)
        return SOUND;
    return is_vowel(a->bit) && is_vowel(b->bit) ? VOWEL : EDIT_COST;
}

/* The three rows that a step looks at. */
struct rows {
    const uint32_t *before;
    const uint32_t *previous;
    uint32_t *here;
};

/* What it costs to get from the `i` letters up to `a` to the `k` up to `b`, which stand
   in their words. */
static uint32_t cost_step(const struct rows *rows, const struct edit_cost_letter *a,
        size_t i, const struct edit_cost_letter *b, size_t k)
{
    uint32_t first = i == 1 && k == 1 && a->byte != b->byte ? FIRST : 0;
    uint32_t cost = rows->previous[k - 1] + cost_replaced(a, b) + first;

    cost = least_of(cost, rows->previous[k] + a->alone);
    cost = least_of(cost, rows->here[k - 1] + b->alone);
    if (i > 1 && k > 1 && a[0].byte == b[-1].byte && a[-1].byte == b[0].byte)
        cost = least_of(cost, rows->before[k - 2] + SWAPPED);
    if ((a->pair & b->bit) != 0)
        cost = least_of(cost, rows->before[k - 1] + SOUND);
    if ((b->pair & a->bit) != 0)
        cost = least_of(cost, rows->previous[k - 2] + SOUND);
    return cost;
}

/* Fills the row of the first `i` letters of `word`; those before are there. */
static void measure_letter(struct edit_cost_series *series, palpate_view word, size_t i)
{
    struct edit_cost_letter *letter = &series->letters[i - 1];
    const struct rows three = { series->rows[i > 1 ? i - 2 : 0], series->rows[i - 1],
        series->rows[i] };

    *letter = letter_at(series, word, i - 1);
    uint32_t least_here = three.here[0] = three.previous[0] + letter->alone;
    for (size_t k = 1; k <= series->typed.size; k++) {
        three.here[k] = cost_step(&three, letter, i, &series->typed_letters[k - 1], k);
        least_here = least_of(least_here, three.here[k]);
    }
    series->least[i] = least_here;
}

/* What follows is made of the last two rows, and never less. */
static bool is_hopeless(const struct edit_cost_series *series, size_t size)
{
    return size > 0 && series->least[size] > series->most &&
           series->least[size - 1] > series->most;
}

/* Measures the letters of `word` after those that are; false as soon as nothing that
   starts like this can be within the most. */
static bool measure_word(struct edit_cost_series *series, palpate_view word)
{
    while (!is_hopeless(series, series->measured)) {
        if (series->measured == word.size)
            return true;
        series->measured++;
        measure_letter(series, word, series->measured);
    }
    return false;
}

void edit_cost_start_in(struct edit_cost_series *series,
        const struct stemming *language, palpate_view typed, uint32_t most)
{
    series->typed = typed;
    series->most = most;
    series->measured = 0;
    prepare_letters(series, language);
    series->least[0] = series->rows[0][0] = 0;
    for (size_t k = 1; k <= typed.size; k++) {
        series->typed_letters[k - 1] = letter_at(series, typed, k - 1);
        series->rows[0][k] =
                series->rows[0][k - 1] + series->typed_letters[k - 1].alone;
    }
}

void edit_cost_start(struct edit_cost_series *series, palpate_view typed, uint32_t most)
{
    edit_cost_start_in(series, NULL, typed, most);
}

uint32_t edit_cost_next(struct edit_cost_series *series, palpate_view stem,
        size_t shared, size_t *hopeless)
{
    uint32_t best = series->most + 1;

    *hopeless = stem.size + 1;
    if (shared < series->measured)
        series->measured = shared;
    if (stem.size > WORD_SIZE ||
            stem.size > series->typed.size + series->most / DOUBLED)
        return best;
    if (!measure_word(series, stem)) {
        *hopeless = series->measured;
        return best;
    }
    for (size_t k = 0; k <= series->typed.size; k++)
        best = least_of(best, series->rows[stem.size][k]);
    return best;
}

uint32_t edit_cost_of(struct edit_cost_series *series, palpate_view word)
{
    size_t size = series->typed.size;
    size_t apart = word.size > size ? word.size - size : size - word.size;
    uint32_t too_much = series->most + 1;

    if (word.size > WORD_SIZE || apart * DOUBLED > series->most)
        return too_much;
    series->measured = 0;
    return measure_word(series, word)
                   ? least_of(series->rows[word.size][size], too_much)
                   : too_much;
}

uint32_t edit_cost_between(palpate_view word, palpate_view typed, uint32_t most)
{
    struct edit_cost_series series;

    if (typed.size > WORD_SIZE)
        return most + 1;
    edit_cost_start(&series, typed, most);
    return edit_cost_of(&series, word);
}

uint32_t edit_cost_to_start(palpate_view stem, palpate_view typed, uint32_t most)
{
    struct edit_cost_series series;
    size_t hopeless = 0;

    if (stem.size > WORD_SIZE || typed.size > WORD_SIZE)
        return most + 1;
    edit_cost_start(&series, typed, most);
    return edit_cost_next(&series, stem, 0, &hopeless);
}
