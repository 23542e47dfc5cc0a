#include "query/expand/word_variants.h"

#include <stdio.h>
#include <string.h>

#include "core/ascii.h"
#include "core/common_words.h"
#include "core/view.h"
#include "query/expand/number_variants.h"
#include "query/expand/word_families.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view FIRST_PARTS[] = {
#include "words/en/first_parts.inc"
};
static const palpate_view LAST_PARTS[] = {
#include "words/en/last_parts.inc"
};
static const palpate_view COMPOUNDS[] = {
#include "words/en/compounds.inc"
};

enum {
    SHORTEST_HALF = 2, /* letters of a part of a word that the index lacks as it is */
    SHORTEST_REST = 3, /* letters of a word that is left when a part is cut off */
    LONG_PART = 4, /* letters of a part that is cut off words that everybody knows */
    MAX_BORDERED = 16, /* bytes of a name of letters and digits */
    MAX_BORDERS = 3    /* of letters and digits in it */
};

/* Whether `word` is "check in" as one word. */
static bool is_joined(palpate_view word, palpate_view compound)
{
    size_t cut = view_find(compound, PALPATE_VIEW(" "));

    return word.size + 1 == compound.size &&
           memcmp(word.data, compound.data, cut) == 0 &&
           memcmp(word.data + cut, compound.data + cut + 1, word.size - cut) == 0;
}

/* "recover" is no "re-cover": of a word that everybody knows nothing is cut off in
 * front.
 */
static void add_cuts(
        struct word_variants *out, struct analyzer *analyzer, palpate_view word)
{
    bool is_common = is_common_term(term_of(analyzer, word));
    palpate_view one = word;

    if (word.size > SHORTEST_REST && word.data[word.size - 1] == 's')
        one.size--; /* "checkups": "check ups" is found by "check up" */
    for (size_t i = 0; i < sizeof FIRST_PARTS / sizeof *FIRST_PARTS; i++) {
        size_t size = FIRST_PARTS[i].size;
        if (word.size >= size + SHORTEST_REST &&
                (!is_common || size == 1 || size >= LONG_PART) &&
                view_starts_with(word, FIRST_PARTS[i]))
            variant_list_add(out, RELATION_SPELLING, FIRST_PARTS[i], " ",
                    view_slice(word, size, word.size));
    }
    for (size_t i = 0; i < sizeof LAST_PARTS / sizeof *LAST_PARTS; i++) {
        size_t size = LAST_PARTS[i].size;
        if (one.size >= size + SHORTEST_REST && view_ends_with(one, LAST_PARTS[i]))
            variant_list_add(out, RELATION_SPELLING,
                    view_slice(one, 0, one.size - size), " ", LAST_PARTS[i]);
    }
    for (size_t i = 0; i < sizeof COMPOUNDS / sizeof *COMPOUNDS; i++)
        if (is_joined(one, COMPOUNDS[i]) || is_joined(word, COMPOUNDS[i]))
            variant_list_add(out, RELATION_SPELLING, COMPOUNDS[i], "",
                    (palpate_view){ NULL, 0 });
}

void word_variants_cut(struct word_variants *out, palpate_view word)
{
    for (size_t cut = SHORTEST_HALF; cut + SHORTEST_HALF <= word.size; cut++) {
        palpate_view first = view_slice(word, 0, cut);
        palpate_view second = view_slice(word, cut, word.size);
        if (!is_stop_word(first) && !is_stop_word(second))
            variant_list_add(out, RELATION_SPELLING, first, " ", second);
    }
}

static bool is_border(palpate_view word, size_t place)
{
    return (ascii_is_digit(word.data[place - 1]) &&
                   ascii_is_letter(word.data[place])) ||
           (ascii_is_letter(word.data[place - 1]) && ascii_is_digit(word.data[place]));
}

/* Writes `word` with a space at each of its borders that `cuts` has a bit for; returns
   how many borders it has. */
static unsigned cut_at(char *out, size_t *size, palpate_view word, unsigned cuts)
{
    unsigned borders = 0;

    *size = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (i > 0 && is_border(word, i) && (cuts >> borders++ & 1) != 0)
            out[(*size)++] = ' ';
        out[(*size)++] = word.data[i];
    }
    return borders;
}

/* A border of letters and digits is as good as a hyphen: "cox2" is "cox 2", and "t2dm"
   may be "t2 dm". */
static void add_borders(struct word_variants *out, palpate_view word)
{
    char text[2 * WORD_SIZE];
    size_t size = 0;
    unsigned borders = word.size <= MAX_BORDERED ? cut_at(text, &size, word, 0) : 0;

    if (borders > MAX_BORDERS)
        return;
    for (unsigned cuts = 1; cuts < 1U << borders; cuts++) {
        (void)cut_at(text, &size, word, cuts);
        variant_list_add(out, RELATION_SPELLING, (palpate_view){ text, size }, "",
                (palpate_view){ NULL, 0 });
    }
}

static bool is_all_digits(palpate_view word)
{
    for (size_t i = 0; i < word.size; i++)
        if (ascii_is_letter(word.data[i]) || (unsigned char)word.data[i] >= 0x80)
            return false;
    return word.size > 0;
}

static bool is_number(palpate_view word)
{
    for (size_t i = 0; i < word.size; i++)
        if (!ascii_is_digit(word.data[i]))
            return false;
    return word.size >= 1 && word.size <= 2;
}

/* "c5", "t12", "l4", "s1": a vertebra. */
static bool is_level(palpate_view word)
{
    return word.size >= 2 && strchr("ctls", word.data[0]) != NULL &&
           is_number(view_slice(word, 1, word.size));
}

/* "C5/6", "C5-C6" and "C5-6" are one; so is "C5C6". */
static void add_levels(
        struct word_variants *out, palpate_view first, palpate_view second)
{
    if (!is_level(first))
        return;
    if (is_number(second)) {
        char full[8];
        int size = snprintf(full, sizeof full, "%c%.*s", first.data[0],
                (int)second.size, second.data);
        variant_list_add(out, RELATION_SPELLING, first, " ",
                (palpate_view){ full, (size_t)size });
    } else if (is_level(second) && first.data[0] == second.data[0]) {
        variant_list_add(
                out, RELATION_SPELLING, first, " ", view_slice(second, 1, second.size));
    }
}

/* "t 2 dm" and "l5 s 1": a short name that was typed in three parts. */
static void add_joined_three(struct word_variants *out, const struct query_word *words)
{
    char joined[MAX_BORDERED];
    size_t size = 0;
    bool has_digit = false;

    for (uint32_t i = 0; i < 3; i++) {
        palpate_view word = words[i].folded;
        if (size + word.size > sizeof joined)
            return;
        memcpy(joined + size, word.data, word.size);
        size += word.size;
        has_digit |= ascii_is_digit(word.data[0]);
    }
    if (has_digit && !is_all_digits((palpate_view){ joined, size }))
        variant_list_add(out, RELATION_SPELLING, (palpate_view){ joined, size }, "",
                (palpate_view){ NULL, 0 });
}

void word_variants_find(struct word_variants *out, struct analyzer *analyzer,
        const struct query_word *words, uint32_t count, bool is_name)
{
    struct word_family names;

    out->count = 0;
    if (count == 2) {
        palpate_view first = words[0].folded;
        palpate_view second = words[1].folded;
        if (first.size + second.size <= WORD_SIZE &&
                !(is_all_digits(first) && is_all_digits(second)))
            variant_list_add(out, RELATION_SPELLING, first, "", second);
        add_levels(out, first, second);
    }
    if (count == 1) {
        add_cuts(out, analyzer, words[0].folded);
        add_borders(out, words[0].folded);
    }
    if (count == 3)
        add_joined_three(out, words);
    if (count <= 2 || is_name)
        number_variants_add(out, words, count);
    word_families_find(&names, analyzer, words, count);
    for (uint32_t i = 0; i < names.count; i++)
        variant_list_add(
                out, names.relation, names.items[i], "", (palpate_view){ NULL, 0 });
}
