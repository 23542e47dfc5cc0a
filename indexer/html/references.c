#include "indexer/html/references.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"

enum {
    NAME_SIZE = 31,      /* bytes of the longest name, */
    BARE_SIZE_LEAST = 2, /* … of the shortest and longest that need no semicolon */
    MAX_BARE_SIZE = 6
};

#define WORD(name, first, second, is_bare) \
    { PALPATE_VIEW_INIT(name), { (first), (second) }, (is_bare) != 0 },
static const struct named {
    palpate_view name; /* first: view_place() compares it */
    uint32_t characters[REFERENCE_CHARACTERS];
    bool is_bare; /* also counts without a semicolon */
} NAMES[] = {
#include "words/mul/character_names.inc"
};

enum { NAME_COUNT = sizeof NAMES / sizeof *NAMES };

uint32_t reference_of_windows(uint32_t character)
{
    static const uint16_t WINDOWS[] = { 0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026,
        0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
        0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178 };

    return character >= 0x80 && character < 0xA0 ? WINDOWS[character - 0x80]
                                                 : character;
}

static uint32_t character_of(uint32_t number)
{
    bool is_one = number != 0 && number <= 0x10FFFF &&
                  !(number >= 0xD800 && number <= 0xDFFF);

    return is_one ? reference_of_windows(number) : UTF8_REPLACEMENT;
}

/* "#39" or "#x27" at the start of `rest`. */
static size_t read_number(uint32_t *character, palpate_view rest)
{
    bool is_hex = rest.size > 1 && ascii_lower(rest.data[1]) == 'x';
    int base = is_hex ? 16 : 10;
    size_t start = is_hex ? 2 : 1;
    size_t size = start;
    uint32_t number = 0;

    for (; size < rest.size; size++) {
        int digit = ascii_hex_value(rest.data[size]);
        if (digit < 0 || digit >= base)
            break;
        if (number <= 0x10FFFF)
            number = number * (uint32_t)base + (uint32_t)digit;
    }
    if (size == start)
        return 0;
    *character = character_of(number);
    return size + (size < rest.size && rest.data[size] == ';');
}

static const struct named *named(palpate_view name)
{
    size_t place = view_place(name, NAMES, NAME_COUNT, sizeof *NAMES);

    return place < NAME_COUNT ? &NAMES[place] : NULL;
}

static size_t name_size(palpate_view rest)
{
    size_t size = 0;

    while (size < rest.size && ascii_is_alphanumeric(rest.data[size]))
        size++;
    return size;
}

/* The longest name that needs no semicolon at the start of `rest`. */
static const struct named *find_bare(palpate_view rest, enum reference_place where)
{
    size_t size = name_size(view_slice(rest, 0, MAX_BARE_SIZE));

    for (; size >= BARE_SIZE_LEAST; size--) {
        const struct named *found = named(view_slice(rest, 0, size));
        if (found == NULL || !found->is_bare)
            continue;
        bool goes_on = size < rest.size && (ascii_is_alphanumeric(rest.data[size]) ||
                                                   rest.data[size] == '=');
        return where == REFERENCE_IN_VALUE && goes_on ? NULL : found;
    }
    return NULL;
}

size_t reference_read(uint32_t characters[REFERENCE_CHARACTERS], palpate_view text,
        size_t place, enum reference_place where)
{
    palpate_view rest = view_slice(text, place + 1, text.size);

    characters[0] = characters[1] = 0;
    if (rest.data == NULL)
        return 0;
    if (rest.size > 0 && rest.data[0] == '#') {
        size_t size = read_number(&characters[0], rest);
        return size == 0 ? 0 : size + 1;
    }
    palpate_view name =
            view_slice(rest, 0, name_size(view_slice(rest, 0, NAME_SIZE + 1)));
    bool is_closed = name.size < rest.size && rest.data[name.size] == ';';
    const struct named *found = is_closed ? named(name) : NULL;
    size_t size = name.size + 2;
    if (found == NULL) {
        found = find_bare(rest, where);
        size = found == NULL ? 0 : found->name.size + 1;
    }
    if (found == NULL)
        return 0;
    characters[0] = found->characters[0];
    characters[1] = found->characters[1];
    return size;
}
