#include "query/answer/people.h"

#include <ctype.h>
#include <stdbool.h>

#include "core/view.h"

enum { WORDS_MOST = 5, DEGREE_LETTERS = 6 };

static const palpate_view TITLES[] = { PALPATE_VIEW_INIT("dr"),
    PALPATE_VIEW_INIT("dr."), PALPATE_VIEW_INIT("prof"), PALPATE_VIEW_INIT("prof."),
    PALPATE_VIEW_INIT("mr"), PALPATE_VIEW_INIT("mr."), PALPATE_VIEW_INIT("mrs"),
    PALPATE_VIEW_INIT("mrs."), PALPATE_VIEW_INIT("ms"), PALPATE_VIEW_INIT("ms."),
    { NULL, 0 } };

/* Within names, in small letters. */
static const palpate_view PARTICLES[] = { PALPATE_VIEW_INIT("van"),
    PALPATE_VIEW_INIT("von"), PALPATE_VIEW_INIT("der"), PALPATE_VIEW_INIT("den"),
    PALPATE_VIEW_INIT("de"), PALPATE_VIEW_INIT("del"), PALPATE_VIEW_INIT("la"),
    PALPATE_VIEW_INIT("le"), PALPATE_VIEW_INIT("di"), PALPATE_VIEW_INIT("da"),
    PALPATE_VIEW_INIT("dos"), PALPATE_VIEW_INIT("du"), PALPATE_VIEW_INIT("ter"),
    PALPATE_VIEW_INIT("ten"), PALPATE_VIEW_INIT("bin"), PALPATE_VIEW_INIT("al"),
    PALPATE_VIEW_INIT("el"), { NULL, 0 } };

/* In what signs as people do and is none of them. */
static const palpate_view OTHERS[] = { PALPATE_VIEW_INIT("the"),
    PALPATE_VIEW_INIT("from"), PALPATE_VIEW_INIT("team"), PALPATE_VIEW_INIT("board"),
    PALPATE_VIEW_INIT("staff"), PALPATE_VIEW_INIT("editor"),
    PALPATE_VIEW_INIT("editors"), PALPATE_VIEW_INIT("editorial"),
    PALPATE_VIEW_INIT("writer"), PALPATE_VIEW_INIT("writers"),
    PALPATE_VIEW_INIT("news"), PALPATE_VIEW_INIT("media"), PALPATE_VIEW_INIT("clinic"),
    PALPATE_VIEW_INIT("clinics"), PALPATE_VIEW_INIT("center"),
    PALPATE_VIEW_INIT("centre"), PALPATE_VIEW_INIT("hospital"),
    PALPATE_VIEW_INIT("university"), PALPATE_VIEW_INIT("college"),
    PALPATE_VIEW_INIT("institute"), PALPATE_VIEW_INIT("association"),
    PALPATE_VIEW_INIT("society"), PALPATE_VIEW_INIT("foundation"),
    PALPATE_VIEW_INIT("group"), PALPATE_VIEW_INIT("department"),
    PALPATE_VIEW_INIT("health"), PALPATE_VIEW_INIT("physiotherapy"),
    PALPATE_VIEW_INIT("physiotherapist"), PALPATE_VIEW_INIT("therapy"),
    PALPATE_VIEW_INIT("therapist"), { NULL, 0 } };

static const palpate_view SEPARATORS[] = { PALPATE_VIEW_INIT(","),
    PALPATE_VIEW_INIT(";"), PALPATE_VIEW_INIT(" and "), PALPATE_VIEW_INIT(" & "),
    PALPATE_VIEW_INIT(" und "), PALPATE_VIEW_INIT(" et "), PALPATE_VIEW_INIT(" y "),
    { NULL, 0 } };

static bool is_among(palpate_view word, const palpate_view *words)
{
    while (words->data != NULL && !view_equals_ignoring_case(word, *words))
        words++;
    return words->data != NULL;
}

/* Takes the text up to the next separator off `rest`. */
static palpate_view next_part(palpate_view *rest)
{
    palpate_view whole = *rest;
    size_t end = whole.size;
    size_t behind = whole.size;

    for (const palpate_view *mark = SEPARATORS; mark->data != NULL; mark++) {
        size_t place = view_find(whole, *mark);
        if (place >= end)
            continue;
        end = place;
        behind = place + mark->size;
    }
    *rest = view_slice(whole, behind, whole.size);
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
        letters.large += isupper(byte) != 0;
        letters.small += islower(byte) != 0 || byte >= 0x80;
        letters.points += byte == '.';
        letters.has_digits = letters.has_digits || isdigit(byte);
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

/* A name without the titles before it and the degrees behind it; in capitals these look
   like names. */
static palpate_view bare(palpate_view name)
{
    palpate_view word = first_word(name);

    while (word.size < name.size && is_among(word, TITLES)) {
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
    return (isupper(first) || first >= 0x80) && !letters.has_digits &&
           !is_among(word, OTHERS) && (letters.points == 0 || letters.small <= 1);
}

static bool is_person(palpate_view name)
{
    size_t count = 0;
    size_t loud = 0;  /* words all in capitals */
    size_t quiet = 0; /* and those that are not */

    for (palpate_view rest = name; rest.size > 0; count++) {
        palpate_view word = first_word(rest);
        rest = view_trim(view_slice(rest, word.size, rest.size));
        if (count > 0 && rest.size > 0 && is_among(word, PARTICLES))
            continue;
        if (!is_name_word(word))
            return false;
        struct letters letters = letters_of(word);
        loud += letters.small == 0 && letters.large > 1 && letters.points == 0;
        quiet += letters.small > 0;
    }
    return count >= 2 && count <= WORDS_MOST && (loud == 0 || quiet == 0);
}

size_t people_of(palpate_view people[PEOPLE_MOST], palpate_view byline)
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
        part = bare(part);
        if (count == PEOPLE_MOST || !is_person(part)) {
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
