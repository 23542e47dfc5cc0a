#include "indexer/html/entities.h"

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"

enum { REFERENCE_SIZE = 12 /* bytes of the longest reference that is looked up */ };

/* The names that programs write; who types accents types them as they are. */
static uint32_t character_of(palpate_view name)
{
    static const struct {
        palpate_view name;
        uint32_t character;
    } NAMES[] = {
        { PALPATE_VIEW_INIT("amp"), '&' },
        { PALPATE_VIEW_INIT("lt"), '<' },
        { PALPATE_VIEW_INIT("gt"), '>' },
        { PALPATE_VIEW_INIT("quot"), '"' },
        { PALPATE_VIEW_INIT("apos"), '\'' },
        { PALPATE_VIEW_INIT("nbsp"), 0xA0 },
        { PALPATE_VIEW_INIT("copy"), 0xA9 },
        { PALPATE_VIEW_INIT("laquo"), 0xAB },
        { PALPATE_VIEW_INIT("shy"), 0xAD },
        { PALPATE_VIEW_INIT("reg"), 0xAE },
        { PALPATE_VIEW_INIT("deg"), 0xB0 },
        { PALPATE_VIEW_INIT("middot"), 0xB7 },
        { PALPATE_VIEW_INIT("raquo"), 0xBB },
        { PALPATE_VIEW_INIT("auml"), 0xE4 },
        { PALPATE_VIEW_INIT("eacute"), 0xE9 },
        { PALPATE_VIEW_INIT("ouml"), 0xF6 },
        { PALPATE_VIEW_INIT("uuml"), 0xFC },
        { PALPATE_VIEW_INIT("ndash"), 0x2013 },
        { PALPATE_VIEW_INIT("mdash"), 0x2014 },
        { PALPATE_VIEW_INIT("lsquo"), 0x2018 },
        { PALPATE_VIEW_INIT("rsquo"), 0x2019 },
        { PALPATE_VIEW_INIT("ldquo"), 0x201C },
        { PALPATE_VIEW_INIT("rdquo"), 0x201D },
        { PALPATE_VIEW_INIT("bull"), 0x2022 },
        { PALPATE_VIEW_INIT("hellip"), 0x2026 },
        { PALPATE_VIEW_INIT("trade"), 0x2122 },
    };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals(name, NAMES[i].name))
            return NAMES[i].character;
    return 0;
}

/* "#39" or "#x27" as a number, 0 for what is none. */
static uint32_t number_of(palpate_view reference)
{
    bool is_hex = reference.size > 1 && (reference.data[1] | 0x20) == 'x';
    int base = is_hex ? 16 : 10;
    uint32_t number = 0;

    for (size_t i = is_hex ? 2 : 1; i < reference.size; i++) {
        int digit = ascii_hex_value(reference.data[i]);
        if (digit < 0 || digit >= base || number > 0x10FFFF)
            return 0;
        number = number * (uint32_t)base + (uint32_t)digit;
    }
    return number;
}

/* The character of the reference at `place` and the size of the reference, or 0. */
static uint32_t character_at(palpate_view text, size_t place, size_t *size)
{
    palpate_view rest = view_slice(text, place + 1, REFERENCE_SIZE);
    size_t end = view_find(rest, PALPATE_VIEW(";"));
    palpate_view name = view_slice(rest, 0, end);

    *size = end + 2;
    if (end == rest.size || end < 2)
        return 0;
    return name.data[0] == '#' ? number_of(name) : character_of(name);
}

static bool is_space(uint32_t character)
{
    return character <= ' ' || character == 0xA0 || character == 0x2028 ||
           character == 0x2029 || character == 0x202F || character == 0x3000 ||
           character == 0xFEFF || (character >= 0x2000 && character <= 0x200B);
}

/* The character at `place`, references read, and its size in bytes. */
static uint32_t read_at(palpate_view text, size_t place, size_t *size)
{
    uint32_t character = text.data[place] == '&' ? character_at(text, place, size) : 0;

    return character != 0 ? character : utf8_decode(text, place, size);
}

palpate_view entities_decode(struct arena *arena, palpate_view text)
{
    size_t size = 0;
    bool wants_space = false;
    palpate_view out = { NULL, 0 };
    /* No reference is shorter than the character that it stands for, but an ill-formed
       byte becomes a character of three. */
    char *to = arena_alloc(arena, text.size * 3 + 1);

    for (size_t place = 0; to != NULL && place < text.size; place += size) {
        uint32_t character = read_at(text, place, &size);
        if (is_space(character)) {
            wants_space = out.size > 0;
            continue;
        }
        if (wants_space)
            to[out.size++] = ' ';
        wants_space = false;
        out.size += utf8_encode(character, to + out.size);
    }
    out.data = to;
    return out;
}
