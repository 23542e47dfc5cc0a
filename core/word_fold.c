#include "core/token.h"

#include <string.h>
#include <utf8proc.h>

#include "core/ascii.h"
#include "core/characters.h"
#include "core/utf8.h"

enum { SHARP_S = 0xDF, BETA = 0x3B2 };

/* Folded text under construction; what does not fit is cut at a character. */
struct folded {
    char *data;
    size_t size;
    bool full;
};

static void put(struct folded *folded, uint32_t character)
{
    char bytes[UTF8_MAX_SIZE];
    size_t size = utf8_encode(character, bytes);

    if (folded->full || folded->size + size > WORD_SIZE) {
        folded->full = true;
        return;
    }
    memcpy(folded->data + folded->size, bytes, size);
    folded->size += size;
}

/* Letters that no Unicode decomposition takes apart. */
static bool put_ligature(struct folded *folded, uint32_t character)
{
    static const struct {
        uint32_t character;
        char first;
        char second;
    } LIGATURES[] = {
        { 0xC6, 'a', 'e' },
        { 0xE6, 'a', 'e' },
        { 0x152, 'o', 'e' },
        { 0x153, 'o', 'e' },
        { 0xD0, 'd', '\0' },
        { 0xF0, 'd', '\0' },
        { 0xD8, 'o', '\0' },
        { 0xF8, 'o', '\0' },
        { 0xDE, 't', 'h' },
        { 0xFE, 't', 'h' },
        { 0x110, 'd', '\0' },
        { 0x111, 'd', '\0' },
        { 0x126, 'h', '\0' },
        { 0x127, 'h', '\0' },
        { 0x131, 'i', '\0' },
        { 0x13F, 'l', '\0' },
        { 0x140, 'l', '\0' },
        { 0x141, 'l', '\0' },
        { 0x142, 'l', '\0' },
        { 0x166, 't', '\0' },
        { 0x167, 't', '\0' },
        { 0x192, 'f', '\0' },
    };

    for (size_t i = 0; i < sizeof LIGATURES / sizeof *LIGATURES; i++) {
        if (LIGATURES[i].character != character)
            continue;
        put(folded, (unsigned char)LIGATURES[i].first);
        if (LIGATURES[i].second != '\0')
            put(folded, (unsigned char)LIGATURES[i].second);
        return true;
    }
    return false;
}

/* Puts the name of a Greek letter, in its folded form; false where it is none. */
static bool put_greek_name(struct folded *folded, uint32_t character)
{
    enum { ALPHA = 0x3B1, OMEGA = 0x3C9 };
    static const char *const NAMES[OMEGA - ALPHA + 1] = { "alpha", "beta", "gamma",
        "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
        "nu", "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi",
        "chi", "psi", "omega" };

    if (character < ALPHA || character > OMEGA)
        return false;
    for (const char *name = NAMES[character - ALPHA]; *name != '\0'; name++)
        put(folded, (unsigned char)*name);
    return true;
}

/* Puts a character; `is_lone` where no other letter of its script is beside it. */
static void put_folded(struct folded *folded, uint32_t character, bool is_lone)
{
    utf8proc_int32_t parts[32];
    int last_class = 0;

    if (character_is_invisible(character))
        return;
    if (character_is_apostrophe(character)) {
        put(folded, '\'');
        return;
    }
    if (put_ligature(folded, character))
        return;
    if (character_is_southeast_asian(character)) { /* its vowels are marks, too */
        put(folded, character);
        return;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)character, parts,
            (utf8proc_ssize_t)(sizeof parts / sizeof *parts),
            UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                    UTF8PROC_STRIPMARK,
            &last_class);
    if (is_lone && count == 1 && put_greek_name(folded, (uint32_t)parts[0]))
        return;
    for (utf8proc_ssize_t i = 0; i < count && i < 32; i++)
        if (!put_ligature(folded, (uint32_t)parts[i]))
            put(folded, (uint32_t)parts[i]);
}

/* Puts the character at `place`, which is beyond ASCII, and returns its size. */
static size_t put_beyond_ascii(struct folded *folded, palpate_view word, size_t place)
{
    size_t size = 0;
    size_t next_size = 0;
    uint32_t character = utf8_decode(word, place, &size);
    bool is_before_greek =
            place + size < word.size &&
            character_is_greek(utf8_decode(word, place + size, &next_size));
    bool is_behind_greek =
            place > 0 && character_is_greek(utf8_decode(
                                 word, utf8_floor(word, place - 1), &next_size));

    if (place == 0 && size == word.size && character == SHARP_S) /* typed for a beta */
        (void)put_greek_name(folded, BETA);
    else if (character_is_micro(word, place))
        put(folded, 'u');
    else
        put_folded(folded, character, !is_before_greek && !is_behind_greek);
    return size;
}

/* The byte of ASCII at `place` as it is put, or 0: a point between letters is no part
   of a word. */
static char ascii_folded(palpate_view word, size_t place)
{
    char byte = word.data[place];

    if (byte == '.' &&
            (place + 1 == word.size || !ascii_is_digit(word.data[place + 1])))
        return '\0';
    if (byte == '`')
        return '\'';
    return ascii_lower(byte);
}

static size_t without_possessive(const char *word, size_t size)
{
    if (size > 2 && word[size - 2] == '\'' && word[size - 1] == 's')
        return without_possessive(word, size - 2);
    if (size > 1 && word[size - 1] == '\'')
        return without_possessive(word, size - 1);
    return size;
}

size_t word_fold(palpate_view word, char out[WORD_SIZE])
{
    struct folded folded = { out, 0, false };
    size_t size = 0;

    /* Most words are letters of ASCII, of which nothing depends on the next. */
    while (folded.size < word.size && folded.size < WORD_SIZE &&
            ascii_is_alphanumeric(word.data[folded.size])) {
        out[folded.size] = ascii_lower(word.data[folded.size]);
        folded.size++;
    }
    for (size_t place = folded.size; place < word.size && !folded.full; place += size) {
        if ((unsigned char)word.data[place] >= 0x80) {
            size = put_beyond_ascii(&folded, word, place);
            continue;
        }
        size = 1;
        char byte = ascii_folded(word, place);
        if (folded.size < WORD_SIZE)
            out[folded.size] = byte;
        folded.size += byte != '\0' && folded.size < WORD_SIZE;
    }
    return without_possessive(out, folded.size);
}
