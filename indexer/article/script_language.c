#include "indexer/article/script_language.h"

#include <stddef.h>

#include "core/utf8.h"
#include "core/view.h"

enum script {
    GREEK,
    CYRILLIC,
    ARMENIAN,
    HEBREW,
    ARABIC,
    DEVANAGARI,
    BENGALI,
    GURMUKHI,
    GUJARATI,
    ORIYA,
    TAMIL,
    TELUGU,
    KANNADA,
    MALAYALAM,
    SINHALA,
    THAI,
    LAO,
    BURMESE,
    GEORGIAN,
    HANGUL,
    ETHIOPIC,
    KANA,
    HAN
};

/* Of a script of several languages, the first is the likeliest. */
static const struct {
    uint32_t first;
    uint32_t last;
    palpate_view languages;
} SCRIPTS[SCRIPT_COUNT] = {
    [GREEK] = { 0x0370, 0x03FF, PALPATE_VIEW_INIT("el") },
    [CYRILLIC] = { 0x0400, 0x052F,
            PALPATE_VIEW_INIT("ru uk bg sr mk be kk ky mn tg tt uz") },
    [ARMENIAN] = { 0x0530, 0x058F, PALPATE_VIEW_INIT("hy") },
    [HEBREW] = { 0x0590, 0x05FF, PALPATE_VIEW_INIT("he yi iw") },
    [ARABIC] = { 0x0600, 0x06FF, PALPATE_VIEW_INIT("ar fa ur ps ku ckb sd ug") },
    [DEVANAGARI] = { 0x0900, 0x097F, PALPATE_VIEW_INIT("hi mr ne sa") },
    [BENGALI] = { 0x0980, 0x09FF, PALPATE_VIEW_INIT("bn as") },
    [GURMUKHI] = { 0x0A00, 0x0A7F, PALPATE_VIEW_INIT("pa") },
    [GUJARATI] = { 0x0A80, 0x0AFF, PALPATE_VIEW_INIT("gu") },
    [ORIYA] = { 0x0B00, 0x0B7F, PALPATE_VIEW_INIT("or") },
    [TAMIL] = { 0x0B80, 0x0BFF, PALPATE_VIEW_INIT("ta") },
    [TELUGU] = { 0x0C00, 0x0C7F, PALPATE_VIEW_INIT("te") },
    [KANNADA] = { 0x0C80, 0x0CFF, PALPATE_VIEW_INIT("kn") },
    [MALAYALAM] = { 0x0D00, 0x0D7F, PALPATE_VIEW_INIT("ml") },
    [SINHALA] = { 0x0D80, 0x0DFF, PALPATE_VIEW_INIT("si") },
    [THAI] = { 0x0E00, 0x0E7F, PALPATE_VIEW_INIT("th") },
    [LAO] = { 0x0E80, 0x0EFF, PALPATE_VIEW_INIT("lo") },
    [BURMESE] = { 0x1000, 0x109F, PALPATE_VIEW_INIT("my") },
    [GEORGIAN] = { 0x10A0, 0x10FF, PALPATE_VIEW_INIT("ka") },
    [HANGUL] = { 0xAC00, 0xD7AF, PALPATE_VIEW_INIT("ko") },
    [ETHIOPIC] = { 0x1200, 0x137F, PALPATE_VIEW_INIT("am ti") },
    [KANA] = { 0x3040, 0x30FF, PALPATE_VIEW_INIT("ja") },
    [HAN] = { 0x3400, 0x9FFF, PALPATE_VIEW_INIT("zh ja") },
};

/* Letters that only one language of its script has, or few, the likeliest first; the
   first row of a script that was seen tells. */
static const struct {
    enum script script;
    palpate_view letters;
    palpate_view languages;
} MARKS[SCRIPT_MARKS] = {
    { CYRILLIC, PALPATE_VIEW_INIT("ў"), PALPATE_VIEW_INIT("be uz") },
    { CYRILLIC, PALPATE_VIEW_INIT("қғұәң"), PALPATE_VIEW_INIT("kk ky tg uz tt ba") },
    { CYRILLIC, PALPATE_VIEW_INIT("өү"), PALPATE_VIEW_INIT("mn ky tt ba") },
    { CYRILLIC, PALPATE_VIEW_INIT("їєґі"), PALPATE_VIEW_INIT("uk") },
    { CYRILLIC, PALPATE_VIEW_INIT("ѓќѕ"), PALPATE_VIEW_INIT("mk") },
    { CYRILLIC, PALPATE_VIEW_INIT("јђћљњџ"), PALPATE_VIEW_INIT("sr mk bs") },
    { CYRILLIC, PALPATE_VIEW_INIT("ыэ"), PALPATE_VIEW_INIT("ru ky tt ba tg") },
    { CYRILLIC, PALPATE_VIEW_INIT("ъ"), PALPATE_VIEW_INIT("bg") },
    { ARABIC, PALPATE_VIEW_INIT("ٹڈڑےں"), PALPATE_VIEW_INIT("ur sd ks pnb") },
    { ARABIC, PALPATE_VIEW_INIT("گپچژ"), PALPATE_VIEW_INIT("fa ps ku ckb sd ug") },
};

enum { HALF_WIDTH_KANA = 0xFF66, HALF_WIDTH_KANA_LAST = 0xFF9F };

static void count_character(struct script_counts *counts, palpate_view bytes)
{
    size_t size = 0;
    uint32_t character = utf8_decode(bytes, 0, &size);

    if (character >= HALF_WIDTH_KANA && character <= HALF_WIDTH_KANA_LAST)
        character = SCRIPTS[KANA].last;
    if (character < SCRIPTS[0].first) {
        counts->latin += character >= 0xC0;
        return;
    }
    for (unsigned i = 0; i < SCRIPT_COUNT; i++) {
        if (character < SCRIPTS[i].first || character > SCRIPTS[i].last)
            continue;
        counts->scripts[i]++;
        for (unsigned k = 0; k < SCRIPT_MARKS; k++)
            counts->marks[k] +=
                    MARKS[k].script == i &&
                    view_find(MARKS[k].letters, bytes) < MARKS[k].letters.size;
        return;
    }
    /* Letters of Vietnamese. */
    counts->latin += character >= 0x1E00 && character <= 0x1EFF;
}

void script_count(struct script_counts *counts, palpate_view piece)
{
    for (size_t i = 0; i < piece.size;) {
        size_t size = 1;
        if ((unsigned char)piece.data[i] < 0x80) {
            counts->latin++;
        } else {
            (void)utf8_decode(piece, i, &size);
            count_character(counts, view_slice(piece, i, size));
        }
        i += size;
    }
}

static unsigned most_letters(const struct script_counts *counts)
{
    unsigned best = 0;

    for (unsigned i = 1; i < SCRIPT_COUNT; i++)
        if (counts->scripts[i] > counts->scripts[best])
            best = i;
    return best;
}

palpate_view script_language(
        const struct script_counts *counts, palpate_view *languages)
{
    enum {
        SIGN = 3,          /* letters that a sign of Han or kana stands for */
        KANA_SHARE = 20,   /* a text of Japanese has a kana among so many signs */
        MARKED_SHARE = 200 /* ... and a mark among so many letters */
    };
    const palpate_view nothing = { "", 0 };
    unsigned best = most_letters(counts);
    uint32_t letters = counts->scripts[best];
    uint32_t signs = counts->scripts[HAN] + counts->scripts[KANA];

    *languages = nothing;
    if (best == HAN || best == KANA) {
        if (signs * SIGN <= counts->latin)
            return nothing;
        return counts->scripts[KANA] * KANA_SHARE > signs ? PALPATE_VIEW("ja")
                                                          : PALPATE_VIEW("zh");
    }
    if (letters <= counts->latin)
        return nothing;
    *languages = SCRIPTS[best].languages;
    for (unsigned k = SCRIPT_MARKS; k-- > 0;)
        if (MARKS[k].script == best && counts->marks[k] * MARKED_SHARE > letters)
            *languages = MARKS[k].languages;
    return view_slice(*languages, 0, view_find(*languages, PALPATE_VIEW(" ")));
}
