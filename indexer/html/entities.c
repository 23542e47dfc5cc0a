#include "indexer/html/entities.h"

#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/characters.h"
#include "indexer/html/references.h"

enum { ROUNDS = 2 /* escaped once too often, or twice */ };

static bool is_space(uint32_t character)
{
    return character <= ' ' || character == 0xA0 || character == 0x2028 ||
           character == 0x2029 || character == 0x202F || character == 0x3000 ||
           (character >= 0x2000 && character <= 0x200A);
}

/* The characters at `place`, references read, and their size in bytes.  In text that
   was HTML once, what has no semicolon is no reference: "R&D", "B&not". */
static void read_at(uint32_t characters[REFERENCE_CHARACTERS], palpate_view text,
        size_t place, size_t *size)
{
    *size = text.data[place] == '&'
                    ? reference_read(characters, text, place, REFERENCE_IN_TEXT)
                    : 0;
    if (*size > 0 && text.data[place + *size - 1] == ';')
        return;
    characters[0] = utf8_decode(text, place, size);
    characters[1] = 0;
}

/* Reads the references of one round. */
static palpate_view decode(struct arena *arena, palpate_view text)
{
    uint32_t characters[REFERENCE_CHARACTERS];
    size_t size = 0;
    bool wants_space = false;
    palpate_view out = { NULL, 0 };
    /* No reference is shorter than the characters that it stands for by more than a
       byte, but an ill-formed byte becomes a character of three. */
    char *to = arena_alloc(arena, text.size * 3 + 1);

    for (size_t place = 0; to != NULL && place < text.size; place += size) {
        read_at(characters, text, place, &size);
        if (is_space(characters[0])) {
            wants_space = out.size > 0;
            continue;
        }
        if (character_is_unseen(characters[0]))
            continue;
        if (wants_space)
            to[out.size++] = ' ';
        wants_space = false;
        out.size += utf8_encode(characters[0], to + out.size);
        if (characters[1] != 0)
            out.size += utf8_encode(characters[1], to + out.size);
    }
    out.data = to;
    return out;
}

palpate_view entities_decode(struct arena *arena, palpate_view text)
{
    palpate_view out = decode(arena, text);

    for (unsigned round = 1; round < ROUNDS && out.data != NULL; round++) {
        if (view_find(out, PALPATE_VIEW("&")) == out.size)
            break;
        out = decode(arena, out);
    }
    return out;
}
