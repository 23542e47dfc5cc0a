#include "query/expand/number_variants.h"

#include <string.h>

#include "core/ascii.h"
#include "core/view.h"

#define WORD(word, digits) { PALPATE_VIEW_INIT(word), PALPATE_VIEW_INIT(digits) },
static const struct {
    palpate_view word;
    palpate_view digits;
} NUMBERS[] = {
#include "words/en/number_words.inc"
};
#undef WORD

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view NUMBERED[] = {
#include "words/en/numbered.inc"
};
#undef WORD

#define WORD(roman, digits) { PALPATE_VIEW_INIT(roman), PALPATE_VIEW_INIT(digits) },
static const struct {
    palpate_view roman;
    palpate_view digits;
} ROMAN[] = {
#include "words/en/roman_numerals.inc"
};
#undef WORD

/* Whether a unit is one without a number beside it. */
enum company { COMPANY_ALONE, COMPANY_COUNTED };

#define WORD(ways, company) { ways, COMPANY_##company },
static const struct {
    const char *ways;
    enum company company;
} UNITS[] = {
#include "words/en/units.inc"
};
#undef WORD

enum {
    NUMBER_COUNT = sizeof NUMBERS / sizeof *NUMBERS,
    ROMAN_COUNT = sizeof ROMAN / sizeof *ROMAN,
    NUMBERED_COUNT = sizeof NUMBERED / sizeof *NUMBERED,
    UNIT_COUNT = sizeof UNITS / sizeof *UNITS,
    LONGEST_SHORT = 4, /* letters of a unit that is written without a space, too */
    GROUP = 3          /* digits between two commas */
};

static void add(struct word_variants *out, palpate_view first, const char *between,
        palpate_view second)
{
    uint32_t before = out->count;

    variant_list_add(out, RELATION_SPELLING, first, between, second);
    if (out->count > before)
        out->items[before].is_number = true;
}

static bool is_of_digits(palpate_view word)
{
    bool has_digit = false;

    for (size_t i = 0; i < word.size; i++) {
        if (!ascii_is_digit(word.data[i]) && word.data[i] != '.' && word.data[i] != ',')
            return false;
        has_digit |= ascii_is_digit(word.data[i]);
    }
    return has_digit;
}

/* The other form of a number, "2" for "two"; empty where there is none. */
static palpate_view other_number(palpate_view word)
{
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        if (view_equals(word, NUMBERS[i].word))
            return NUMBERS[i].digits;
        if (view_equals(word, NUMBERS[i].digits))
            return NUMBERS[i].word;
    }
    return (palpate_view){ NULL, 0 };
}

/* "10,000" as "10000", and the other way round. */
static void add_grouping(struct word_variants *out, palpate_view word)
{
    char text[VARIANT_SIZE];
    size_t size = 0;
    size_t digits = 0;

    for (size_t i = 0; i < word.size; i++)
        digits += ascii_is_digit(word.data[i]);
    bool is_grouped = digits < word.size;
    if (digits <= GROUP || !ascii_is_digit(word.data[0]) || digits > WORD_SIZE / 2)
        return;
    for (size_t i = 0, left = digits; i < word.size; i++) {
        if (!ascii_is_digit(word.data[i])) {
            if (word.data[i] != ',' || left % GROUP != 0)
                return;
            continue;
        }
        if (!is_grouped && i > 0 && left % GROUP == 0)
            text[size++] = ',';
        text[size++] = word.data[i];
        left--;
    }
    add(out, (palpate_view){ text, size }, "", (palpate_view){ NULL, 0 });
}

/* The way from `*place` on; moves `*place` after it.  Empty at the end. */
static palpate_view next_way(const char **place)
{
    palpate_view way = { *place, strcspn(*place, "|") };

    *place += way.size;
    *place += **place == '|';
    return way;
}

/* The place of the unit that is written so, UNIT_COUNT where it is none. */
static size_t find_unit(palpate_view word)
{
    for (size_t i = 0; i < UNIT_COUNT; i++) {
        const char *ways = UNITS[i].ways;
        for (palpate_view way = next_way(&ways); way.size > 0; way = next_way(&ways))
            if (view_equals(way, word))
                return i;
    }
    return UNIT_COUNT;
}

/* A number and a unit in all ways. */
static void add_measure(struct word_variants *out, palpate_view number, size_t unit)
{
    palpate_view other = other_number(number);
    bool is_word = !is_of_digits(number);
    palpate_view digits = is_word ? other : number;
    const char *ways = UNITS[unit].ways;

    for (palpate_view way = next_way(&ways); way.size > 0; way = next_way(&ways)) {
        if (way.size <= LONGEST_SHORT)
            add(out, digits, "", way);
        add(out, number, " ", way);
        if (is_word || (other.size > 0 && way.size > LONGEST_SHORT))
            add(out, other, " ", way);
    }
}

static void add_of_one(struct word_variants *out, palpate_view word)
{
    palpate_view other = other_number(word);
    size_t digits = 0;

    while (digits < word.size && !ascii_is_letter(word.data[digits]))
        digits++;
    size_t unit = find_unit(view_slice(word, digits, word.size));
    if (other.size > 0) {
        add(out, other, "", (palpate_view){ NULL, 0 });
    } else if (digits == word.size && is_of_digits(word)) {
        add_grouping(out, word);
    } else if (digits > 0 && unit < UNIT_COUNT &&
               is_of_digits(view_slice(word, 0, digits))) {
        add_measure(out, view_slice(word, 0, digits), unit);
    } else if (digits == 0 && unit < UNIT_COUNT &&
               UNITS[unit].company == COMPANY_ALONE) {
        const char *ways = UNITS[unit].ways;
        for (palpate_view way = next_way(&ways); way.size > 0; way = next_way(&ways))
            add(out, way, "", (palpate_view){ NULL, 0 });
    }
}

/* Whether the word is the number, maybe with a letter after it: "2b". */
static bool is_number_with_letter(palpate_view word, palpate_view number)
{
    if (!view_starts_with(word, number) || word.size > number.size + 1)
        return false;
    return word.size == number.size ||
           (word.data[number.size] >= 'a' && word.data[number.size] <= 'e');
}

/* Writes `number` with what is after the `size` bytes of the number in `word`. */
static size_t write_number(
        char *out, size_t room, palpate_view number, palpate_view word, size_t size)
{
    size_t rest = word.size - size;

    if (number.size + rest > room)
        return 0;
    memcpy(out, number.data, number.size);
    memcpy(out + number.size, word.data + size, rest);
    return number.size + rest;
}

/* Writes "2b" for "iib" and "iib" for "2b"; its size, 0 where it is no numeral. */
static size_t other_numeral(char *out, size_t room, palpate_view word)
{
    for (size_t i = ROMAN_COUNT; i-- > 0;) {
        if (is_number_with_letter(word, ROMAN[i].roman))
            return write_number(out, room, ROMAN[i].digits, word, ROMAN[i].roman.size);
        if (is_number_with_letter(word, ROMAN[i].digits))
            return write_number(out, room, ROMAN[i].roman, word, ROMAN[i].digits.size);
    }
    return 0;
}

static bool is_numbered(palpate_view word)
{
    for (size_t i = 0; i < NUMBERED_COUNT; i++)
        if (view_equals(word, NUMBERED[i]))
            return true;
    return false;
}

size_t number_variants_renumber(
        char out[VARIANT_SIZE], const struct query_word *words, uint32_t count)
{
    size_t size = 0;
    bool has_other = false;

    for (uint32_t i = 0; i < count; i++) {
        char numeral[8];
        palpate_view word = words[i].folded;
        if (i > 0 && !has_other && is_numbered(words[i - 1].folded)) {
            size_t other = other_numeral(numeral, sizeof numeral, word);
            has_other = other > 0;
            word = has_other ? (palpate_view){ numeral, other } : word;
        }
        if (size + word.size + 1 >= VARIANT_SIZE)
            return 0;
        if (i > 0)
            out[size++] = ' ';
        memcpy(out + size, word.data, word.size);
        size += word.size;
    }
    return has_other ? size : 0;
}

void number_variants_add(
        struct word_variants *out, const struct query_word *words, uint32_t count)
{
    char text[VARIANT_SIZE];
    size_t size = number_variants_renumber(text, words, count);

    if (size > 0)
        add(out, (palpate_view){ text, size }, "", (palpate_view){ NULL, 0 });
    if (count == 1)
        add_of_one(out, words[0].folded);
    if (count == 2 &&
            (is_of_digits(words[0].folded) || other_number(words[0].folded).size > 0)) {
        size_t unit = find_unit(words[1].folded);
        if (unit < UNIT_COUNT)
            add_measure(out, words[0].folded, unit);
    }
}
