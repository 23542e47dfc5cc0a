#include "query/answer/people.h"

#include <stdbool.h>

#include "core/ascii.h"
#include "core/view.h"

enum { MAX_WORDS = 5, DEGREE_LETTERS = 6 };

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view TITLES[] = {
#include "words/en/titles_of_people.inc"
};
static const palpate_view PARTICLES[] = {
#include "words/mul/people_particles.inc"
};
static const palpate_view OTHERS[] = {
#include "words/en/no_people.inc"
};
static const palpate_view SEPARATORS[] = {
    PALPATE_VIEW_INIT(","),
    PALPATE_VIEW_INIT(";"),
#undef WORD
#define WORD(word) PALPATE_VIEW_INIT(" " word " "),
#include "words/mul/people_joints.inc"
};

enum {
    TITLE_COUNT = sizeof TITLES / sizeof *TITLES,
    PARTICLE_COUNT = sizeof PARTICLES / sizeof *PARTICLES,
    OTHER_COUNT = sizeof OTHERS / sizeof *OTHERS,
    SEPARATOR_COUNT = sizeof SEPARATORS / sizeof *SEPARATORS
};

static bool is_among(palpate_view word, const palpate_view *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals_ignoring_case(word, words[i]))
            return true;
    return false;
}

/* Takes the text up to the next separator off `rest`. */
static palpate_view next_part(palpate_view *rest)
{
    palpate_view whole = *rest;
    size_t end = whole.size;
    size_t after = whole.size;

    for (size_t i = 0; i < SEPARATOR_COUNT; i++) {
        size_t place = view_find(whole, SEPARATORS[i]);
        if (place >= end)
            continue;
        end = place;
        after = place + SEPARATORS[i].size;
    }
    *rest = view_slice(whole, after, whole.size);
    return view_trim(view_slice(whole, 0, end));
}

static palpate_view first_word(palpate_view text)
{
    return view_slice(text, 0, view_find(text, PALPATE_VIEW(" ")));
}

static palpate_view last_word(palpate_view text)
{
    size_t from = text.size;

    while (from > 0 && text.data[from - 1] != ' ')
        from--;
    return view_slice(text, from, text.size);
}

struct letters {
    size_t large;
    size_t small;
    size_t points;
    bool has_digits;
};

static struct letters letters_of(palpate_view word)
{
    struct letters letters = { 0 };

    if (word.data == NULL)
        return letters;
    for (size_t i = 0; i < word.size; i++) {
        unsigned char byte = (unsigned char)word.data[i];
        letters.large += ascii_is_upper(byte);
        letters.small += ascii_is_lower(byte) || byte >= 0x80;
        letters.points += byte == '.';
        letters.has_digits = letters.has_digits || ascii_is_digit(byte);
    }
    return letters;
}

/* "PT", "MSc", "Ph.D." */
static bool is_degree(palpate_view word)
{
    palpate_view ascii = word;

    while (ascii.size > 0 && (unsigned char)ascii.data[ascii.size - 1] >= 0x80)
        ascii.size--; /* a sign of a registered one */
    struct letters letters = letters_of(ascii);
    return letters.large >= 2 && letters.small <= 1 && !letters.has_digits &&
           letters.large + letters.small <= DEGREE_LETTERS;
}

static bool is_all_degrees(palpate_view part)
{
    while (part.size > 0) {
        palpate_view word = first_word(part);
        if (!is_degree(word))
            return false;
        part = view_trim(view_slice(part, word.size, part.size));
    }
    return true;
}

/* A name without the titles before it and the degrees after it; in capitals these look
   like names. */
static palpate_view bare_name(palpate_view name)
{
    palpate_view word = first_word(name);

    while (word.size < name.size && is_among(word, TITLES, TITLE_COUNT)) {
        name = view_trim(view_slice(name, word.size, name.size));
        word = first_word(name);
    }
    word = last_word(name);
    while (word.size < name.size && is_degree(word)) {
        palpate_view shorter = view_trim(view_slice(name, 0, name.size - word.size));
        if (letters_of(shorter).small == 0)
            break;
        name = shorter;
        word = last_word(name);
    }
    return name;
}

static bool is_name_word(palpate_view word)
{
    struct letters letters = letters_of(word);

    if (word.data == NULL)
        return false;
    unsigned char first = (unsigned char)word.data[0];
    return (ascii_is_upper(first) || first >= 0x80) && !letters.has_digits &&
           !is_among(word, OTHERS, OTHER_COUNT) &&
           (letters.points == 0 || letters.small <= 1);
}

static bool is_person(palpate_view name)
{
    size_t count = 0;
    size_t loud = 0;  /* words all in capitals */
    size_t quiet = 0; /* and those that are not */

    for (palpate_view rest = name; rest.size > 0; count++) {
        palpate_view word = first_word(rest);
        rest = view_trim(view_slice(rest, word.size, rest.size));
        if (count > 0 && rest.size > 0 && is_among(word, PARTICLES, PARTICLE_COUNT))
            continue;
        if (!is_name_word(word))
            return false;
        struct letters letters = letters_of(word);
        loud += letters.small == 0 && letters.large > 1 && letters.points == 0;
        quiet += letters.small > 0;
    }
    return count >= 2 && count <= MAX_WORDS && (loud == 0 || quiet == 0);
}

size_t people_of(palpate_view people[MAX_PEOPLE], palpate_view byline)
{
    palpate_view rest = byline;
    size_t count = 0;

    if (byline.data == NULL)
        return 0;
    while (rest.size > 0) {
        palpate_view part = next_part(&rest);
        bool is_behind_name = count > 0 && letters_of(people[0]).small > 0;
        if (part.size == 0 || (is_behind_name && is_all_degrees(part)))
            continue;
        part = bare_name(part);
        if (count == MAX_PEOPLE || !is_person(part)) {
            count = 0;
            break;
        }
        people[count++] = part;
    }
    if (count > 0)
        return count;
    people[0] = view_trim(byline);
    return people[0].size > 0 ? 1 : 0;
}
