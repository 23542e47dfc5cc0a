#include "core/characters.h"

#include "core/ascii.h"
#include "core/utf8.h"

enum {
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_SPACE = 0x200B,
    ZERO_WIDTH_JOINER = 0x200D,
    WORD_JOINER = 0x2060,
    BYTE_ORDER_MARK = 0xFEFF,
    MICRO_SIGN = 0xB5,
    GREEK_MU = 0x3BC
};

bool character_is_invisible(uint32_t character)
{
    return character == SOFT_HYPHEN || character == WORD_JOINER ||
           character == BYTE_ORDER_MARK ||
           (character >= ZERO_WIDTH_SPACE && character <= ZERO_WIDTH_JOINER);
}

bool character_is_apostrophe(uint32_t character)
{
    switch (character) {
    case '\'':
    case '`':
    case 0xB4:
    case 0x2B9:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07: return true;
    default: return false;
    }
}

bool character_is_hyphen(uint32_t character)
{
    return character == '-' || (character >= 0x2010 && character <= 0x2015) ||
           character == 0x2212 || character == 0xFE63 || character == 0xFF0D;
}

bool character_is_greek(uint32_t character)
{
    return (character >= 0x370 && character <= 0x3FF) ||
           (character >= 0x1F00 && character <= 0x1FFF) || character == MICRO_SIGN;
}

bool character_is_southeast_asian(uint32_t character)
{
    return (character >= 0x0E00 && character <= 0x0EFF) ||
           (character >= 0x1000 && character <= 0x109F) ||
           (character >= 0x1780 && character <= 0x17FF);
}

bool character_is_han_or_kana(uint32_t character)
{
    return (character >= 0x3040 && character <= 0x30FF) ||
           (character >= 0xFF66 && character <= 0xFF9D) ||
           (character >= 0x3400 && character <= 0x4DBF) ||
           (character >= 0x4E00 && character <= 0x9FFF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

bool character_is_kana_mark(uint32_t character)
{
    return character == 0x3099 || character == 0x309A || character == 0xFF9E ||
           character == 0xFF9F;
}

bool character_is_micro(palpate_view word, size_t place)
{
    size_t size = 0;
    uint32_t character = utf8_decode(word, place, &size);

    return (character == MICRO_SIGN || character == GREEK_MU) &&
           place + size < word.size && ascii_is_letter(word.data[place + size]);
}
