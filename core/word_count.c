#include "core/word_count.h"

#include <stddef.h>

#include "core/token.h"
#include "core/utf8.h"
#include "core/view.h"

enum {
    HALF_TENTHS = 5,  /* two signs make a word */
    FIFTH_TENTHS = 2, /* five signs do */
    FIRST_SIGN = 0xE00
};

static const struct {
    uint32_t first;
    uint32_t last;
    uint32_t tenths;
} SCRIPTS[] = {
    { 0x0E00, 0x0EFF, FIFTH_TENTHS },  /* Thai, Lao */
    { 0x1000, 0x109F, FIFTH_TENTHS },  /* Burmese */
    { 0x1780, 0x17FF, FIFTH_TENTHS },  /* Khmer */
    { 0x3005, 0x3007, HALF_TENTHS },   /* repeated signs, zero */
    { 0x3041, 0x30FA, HALF_TENTHS },   /* Hiragana, Katakana */
    { 0x30FC, 0x31FF, HALF_TENTHS },   /* their long vowel, Bopomofo */
    { 0x3400, 0x4DBF, HALF_TENTHS },   /* rare ideographs */
    { 0x4E00, 0x9FFF, HALF_TENTHS },   /* ideographs */
    { 0xF900, 0xFAFF, HALF_TENTHS },   /* those of older character sets */
    { 0xFF66, 0xFF9F, HALF_TENTHS },   /* narrow Katakana */
    { 0x20000, 0x3FFFF, HALF_TENTHS }, /* very rare ideographs */
};

uint32_t word_count_sign(uint32_t character)
{
    if (character < FIRST_SIGN)
        return 0;
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++)
        if (character >= SCRIPTS[i].first && character <= SCRIPTS[i].last)
            return SCRIPTS[i].tenths;
    return 0;
}

/* Full stops, commas, quotes and joiners: no letters. */
static bool is_mark(uint32_t character)
{
    static const struct {
        uint32_t first;
        uint32_t last;
    } MARKS[] = {
        { 0x2000, 0x206F },
        { 0x3000, 0x303F },
        { 0x30FB, 0x30FB },
        { 0xFF01, 0xFF0F },
        { 0xFF1A, 0xFF20 },
        { 0xFF3B, 0xFF40 },
        { 0xFF5B, 0xFF65 },
    };

    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (character >= MARKS[i].first && character <= MARKS[i].last)
            return true;
    return false;
}

uint32_t word_count_run(palpate_view run)
{
    uint32_t tenths = 0;
    bool is_in_other = false; /* inside a stretch of other letters */
    size_t size = 0;

    if (run.size > 0 && utf8_plain_run(run, 0) == run.size)
        return WORD_TENTHS;
    for (size_t i = 0; i < run.size; i += size) {
        uint32_t character = utf8_decode(run, i, &size);
        uint32_t of_sign = word_count_sign(character);
        if (of_sign == 0 && is_mark(character))
            continue;
        tenths += of_sign;
        tenths += of_sign == 0 && !is_in_other ? WORD_TENTHS : 0;
        is_in_other = of_sign == 0;
    }
    return tenths;
}

uint32_t word_count(palpate_view text)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    uint32_t tenths = 0;

    while (token_next(&tokens, &token))
        tenths += word_count_run(view_slice(text, token.offset, token.size));
    return word_count_whole(tenths);
}
