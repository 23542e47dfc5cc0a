#include "core/token.h"

#include <utf8proc.h>

#include "core/characters.h"
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
    CLASS_COMMA,      /* joins digits */
    CLASS_POINT,      /* joins digits, and single letters: A.C.L. */
    CLASS_AMPERSAND   /* joins single letters: A&E */
};

static enum class_of_character class_beyond_ascii(uint32_t character)
{
    if (character_is_invisible(character))
        return CLASS_INVISIBLE;
    if (character_is_apostrophe(character))
        return CLASS_APOSTROPHE;
    if (character_is_kana_mark(character))
        return CLASS_MARK;
    if (character_is_han_or_kana(character))
        return CLASS_ALONE;
    switch (utf8proc_category((utf8proc_int32_t)character)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM: return CLASS_LETTER;
    case UTF8PROC_CATEGORY_LO:
        return character_is_southeast_asian(character) ? CLASS_ALONE : CLASS_LETTER;
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
    G, G, G, G, G, G, J, J, G, G, G, G, J, G, J, G, P, P, P, P, P, P, P, P, P, P, G, G, G, G, G, G,
    G, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, G, G, G, G, G,
    J, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, G, G, G, G, G,
};
/* clang-format on */

/* Of ASCII, which is most of what is read: a table costs less than questions. */
static enum class_of_character class_of_ascii(unsigned char byte)
{
    enum { A = CLASS_APOSTROPHE, D = CLASS_DIGIT, L = CLASS_LETTER };
    /* clang-format off */
    static const unsigned char CLASSES[128] = {
        ['\''] = A, ['`'] = A, ['&'] = CLASS_AMPERSAND, [','] = CLASS_COMMA, ['.'] = CLASS_POINT,
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

/* A word that is being read. */
struct word_start {
    palpate_view text;
    enum class_of_character before; /* of the last letter or digit */
    size_t run;                     /* letters and digits since the last joiner */
    bool has_letter;
    bool is_greek; /* the last letter */
};

/* Whether a letter stands by itself at `place`. */
static bool is_lone_letter(palpate_view text, size_t place)
{
    size_t size = 0;

    if (class_at(text, place, &size) != CLASS_LETTER)
        return false;
    for (place += size; place < text.size; place += size) {
        enum class_of_character class = class_at(text, place, &size);
        if (class != CLASS_MARK && class != CLASS_INVISIBLE)
            return class != CLASS_LETTER && class != CLASS_DIGIT;
    }
    return true;
}

/* Whether a joiner of class `joiner` that ends at `place` goes on in the same word. */
static bool joins(
        const struct word_start *start, size_t place, enum class_of_character joiner)
{
    size_t size = 0;

    if (place >= start->text.size)
        return false;
    bool joins_letters = joiner == CLASS_POINT || joiner == CLASS_AMPERSAND;
    if (joins_letters && start->run == 1 && start->before == CLASS_LETTER)
        return is_lone_letter(start->text, place);
    enum class_of_character wanted = joiner == CLASS_APOSTROPHE  ? CLASS_LETTER
                                     : joiner == CLASS_AMPERSAND ? CLASS_NONE
                                                                 : CLASS_DIGIT;
    return start->before == wanted && class_at(start->text, place, &size) == wanted;
}

/* Takes a letter or digit into the word; false where it starts another one: Latin
   letters and Greek ones are two words. */
static bool take(struct word_start *start, size_t place, enum class_of_character class)
{
    size_t size = 0;

    if (class == CLASS_LETTER) {
        bool is_other = (unsigned char)start->text.data[place] >= 0x80 &&
                        character_is_greek(utf8_decode(start->text, place, &size)) &&
                        (start->has_letter || !character_is_micro(start->text, place));
        if (start->has_letter && is_other != start->is_greek)
            return false;
        start->is_greek = is_other;
        start->has_letter = true;
    }
    start->before = class;
    start->run++;
    return true;
}

/* The end of the word that starts at `place`. */
static size_t word_end(palpate_view text, size_t place)
{
    struct word_start start = { .text = text };
    size_t size = 0;

    for (size_t end = place; place < text.size; place += size) {
        enum class_of_character class = class_at(text, place, &size);
        if (class == CLASS_LETTER || class == CLASS_DIGIT) {
            if (!take(&start, place, class))
                return end;
        } else if (class == CLASS_APOSTROPHE || class == CLASS_COMMA ||
                   class == CLASS_POINT || class == CLASS_AMPERSAND) {
            if (!joins(&start, place + size, class))
                return end;
            start.run = 0;
        } else if (class == CLASS_INVISIBLE) {
            continue; /* inside a word only if the word goes on after it */
        } else if (class != CLASS_MARK) {
            return end;
        }
        end = place + size;
    }
    return place;
}

/* The end of a sign that stands alone: its marks belong to it. */
static size_t sign_end(palpate_view text, size_t place)
{
    size_t size = 0;

    while (place < text.size && class_at(text, place, &size) == CLASS_MARK)
        place += size;
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
        size_t end = class == CLASS_ALONE ? sign_end(text, place + size)
                                          : word_end(text, place);
        *token = (struct token){ (uint32_t)place, (uint32_t)(end - place),
            tokens->position++ };
        tokens->offset = (uint32_t)end;
        return true;
    }
    tokens->offset = (uint32_t)text.size;
    return false;
}
