#include "core/token.h"

#include <string.h>
#include <utf8proc.h>

#include "core/utf8.h"
#include "core/view.h"

enum class_of_character {
    CLASS_NONE, /* separates words */
    CLASS_LETTER,
    CLASS_DIGIT,
    CLASS_ALONE,      /* a word by itself */
    CLASS_MARK,       /* belongs to the letter before it */
    CLASS_INVISIBLE,  /* splits nothing */
    CLASS_APOSTROPHE, /* joins letters */
    CLASS_POINT       /* joins digits */
};

enum {
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_SPACE = 0x200B,
    ZERO_WIDTH_JOINER = 0x200D,
    WORD_JOINER = 0x2060,
    BYTE_ORDER_MARK = 0xFEFF,
    RIGHT_QUOTE = 0x2019,
    MODIFIER_APOSTROPHE = 0x2BC,
    FULLWIDTH_APOSTROPHE = 0xFF07
};

static bool is_invisible(uint32_t character)
{
    return character == SOFT_HYPHEN || character == WORD_JOINER ||
           character == BYTE_ORDER_MARK ||
           (character >= ZERO_WIDTH_SPACE && character <= ZERO_WIDTH_JOINER);
}

static bool is_apostrophe(uint32_t character)
{
    return character == '\'' || character == RIGHT_QUOTE ||
           character == MODIFIER_APOSTROPHE || character == FULLWIDTH_APOSTROPHE;
}

/* Scripts written without spaces: Han, Hiragana, Katakana and their extensions. */
static bool stands_alone(uint32_t character)
{
    return (character >= 0x3040 && character <= 0x30FF) ||
           (character >= 0x3400 && character <= 0x4DBF) ||
           (character >= 0x4E00 && character <= 0x9FFF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

static enum class_of_character class_beyond_ascii(uint32_t character)
{
    if (is_invisible(character))
        return CLASS_INVISIBLE;
    if (is_apostrophe(character))
        return CLASS_APOSTROPHE;
    if (stands_alone(character))
        return CLASS_ALONE;
    switch (utf8proc_category((utf8proc_int32_t)character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return CLASS_LETTER;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return CLASS_DIGIT;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return CLASS_MARK;
    default: return CLASS_NONE;
    }
}

/* clang-format off */
enum { G = TOKEN_GAP, J = TOKEN_JOINER, P = TOKEN_PLAIN };
const unsigned char TOKEN_BYTES[256] = {
    G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G,
    G, G, G, G, G, G, G, J, G, G, G, G, J, G, J, G, P, P, P, P, P, P, P, P, P, P, G, G, G, G, G, G,
    G, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, G, G, G, G, G,
    G, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, G, G, G, G, G,
};
/* clang-format on */

/* Of ASCII, which is most of what is read: a table costs less than questions. */
static enum class_of_character class_of_ascii(unsigned char byte)
{
    enum { A = CLASS_APOSTROPHE, D = CLASS_DIGIT, L = CLASS_LETTER, O = CLASS_POINT };
    /* clang-format off */
    static const unsigned char CLASSES[128] = {
        ['\''] = A, [','] = O, ['.'] = O,
        ['0'] = D, D, D, D, D, D, D, D, D, D,
        ['A'] = L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
        ['a'] = L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    };
    /* clang-format on */

    return (enum class_of_character)CLASSES[byte];
}

static enum class_of_character class_at(palpate_view text, size_t place, size_t *size)
{
    unsigned char byte = (unsigned char)text.data[place];

    if (byte < 0x80) {
        *size = 1;
        return class_of_ascii(byte);
    }
    uint32_t character = utf8_decode(text, place, size);
    return class_beyond_ascii(character);
}

/* Whether a joiner of class `joiner` that ends at `place` goes on in the same word. */
static bool joins_word(palpate_view text, size_t place, enum class_of_character joiner,
        enum class_of_character before)
{
    size_t size = 0;

    if (place >= text.size)
        return false;
    enum class_of_character wanted =
            joiner == CLASS_APOSTROPHE ? CLASS_LETTER : CLASS_DIGIT;
    return before == wanted && class_at(text, place, &size) == wanted;
}

/* The end of the word whose first character, of class `before`, ends at `place`. */
static size_t word_end(palpate_view text, size_t place, enum class_of_character before)
{
    size_t size = 0;

    for (size_t end = place; place < text.size; place += size) {
        enum class_of_character class = class_at(text, place, &size);
        if (class == CLASS_LETTER || class == CLASS_DIGIT) {
            before = class;
        } else if (class == CLASS_APOSTROPHE || class == CLASS_POINT) {
            if (!joins_word(text, place + size, class, before))
                return end;
        } else if (class == CLASS_INVISIBLE) {
            continue; /* inside a word only if the word goes on after it */
        } else if (class != CLASS_MARK) {
            return end;
        }
        end = place + size;
    }
    return place;
}

bool token_next_of_any(struct tokenizer *tokens, struct token *token)
{
    palpate_view text = tokens->text;
    size_t place = tokens->offset;
    size_t size = 0;

    for (; place < text.size; place += size) {
        enum class_of_character class = class_at(text, place, &size);
        if (class != CLASS_LETTER && class != CLASS_DIGIT && class != CLASS_ALONE)
            continue;
        size_t end = class == CLASS_ALONE ? place + size
                                          : word_end(text, place + size, class);
        *token = (struct token){ (uint32_t)place, (uint32_t)(end - place),
            tokens->position++ };
        tokens->offset = (uint32_t)end;
        return true;
    }
    tokens->offset = (uint32_t)text.size;
    return false;
}

/* Folded text under construction; what does not fit is cut at a character. */
struct folded {
    char *data;
    size_t size;
    bool full;
};

static void put_character(struct folded *folded, uint32_t character)
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
        { 0xD8, 'o', '\0' },
        { 0xF8, 'o', '\0' },
        { 0x141, 'l', '\0' },
        { 0x142, 'l', '\0' },
    };

    for (size_t i = 0; i < sizeof LIGATURES / sizeof *LIGATURES; i++) {
        if (LIGATURES[i].character != character)
            continue;
        put_character(folded, (unsigned char)LIGATURES[i].first);
        if (LIGATURES[i].second != '\0')
            put_character(folded, (unsigned char)LIGATURES[i].second);
        return true;
    }
    return false;
}

static void put_folded(struct folded *folded, uint32_t character)
{
    utf8proc_int32_t parts[32];
    int last_class = 0;

    if (is_invisible(character))
        return;
    if (is_apostrophe(character)) {
        put_character(folded, '\'');
        return;
    }
    if (put_ligature(folded, character))
        return;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)character, parts,
            (utf8proc_ssize_t)(sizeof parts / sizeof *parts),
            UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                    UTF8PROC_STRIPMARK,
            &last_class);
    for (utf8proc_ssize_t i = 0; i < count && i < 32; i++)
        if (!put_ligature(folded, (uint32_t)parts[i]))
            put_character(folded, (uint32_t)parts[i]);
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

    for (size_t place = 0; place < word.size && !folded.full; place += size) {
        unsigned char byte = (unsigned char)word.data[place];
        if (byte < 0x80 && folded.size < WORD_SIZE) {
            size = 1;
            out[folded.size++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32U : byte);
        } else {
            put_folded(&folded, utf8_decode(word, place, &size));
        }
    }
    return without_possessive(out, folded.size);
}
