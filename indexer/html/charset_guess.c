#include "indexer/html/charset_guess.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/view.h"

enum {
    SAMPLE = 256 * 1024, /* bytes that are looked at */
    LEAST = 6,           /* signs beyond ASCII that say something */
    HUNDRED = 100
};

/* What the bytes of 128 and more are like. */
struct high_bytes {
    uint32_t counts[256];
    uint32_t all;
    uint32_t runs; /* of them, side by side */
};

static uint8_t byte_at(palpate_view bytes, size_t place)
{
    return bytes.data != NULL && place < bytes.size ? (uint8_t)bytes.data[place] : 0;
}

static struct high_bytes count_bytes(palpate_view bytes)
{
    struct high_bytes high = { .all = 0 };
    bool is_run = false;

    for (size_t i = 0; i < bytes.size; i++) {
        uint8_t byte = byte_at(bytes, i);
        high.counts[byte]++;
        high.all += byte >= 0x80;
        high.runs += byte >= 0x80 && !is_run;
        is_run = byte >= 0x80;
    }
    return high;
}

static uint32_t sum(const uint32_t *counts, unsigned from, unsigned to)
{
    uint32_t all = 0;

    for (unsigned byte = from; byte <= to; byte++)
        all += counts[byte];
    return all;
}

/* A character of two bytes. */
struct pair_scheme {
    const char *name;
    uint8_t first[2];  /* byte at least and at most */
    uint8_t low_trail; /* the least second byte; 0x80 and more are all */
    uint8_t common[2]; /* first bytes of the signs that are most of a text, */
    uint8_t share;     /* … percent of its characters at least */
};

/* Reads the text by a scheme: percent of its characters that are common ones, 0 where
   other bytes than those of the scheme are in it. */
static unsigned fit_scheme(const struct pair_scheme *scheme, palpate_view bytes)
{
    uint32_t all = 0;
    uint32_t common = 0;
    uint32_t wrong = 0;

    for (size_t i = 0; i < bytes.size; i++) {
        uint8_t first = byte_at(bytes, i);
        if (first < 0x80)
            continue;
        uint8_t second = byte_at(bytes, i + 1);
        bool fits = first >= scheme->first[0] && first <= scheme->first[1] &&
                    second >= scheme->low_trail && second != 0x7F && second != 0xFF;
        all++;
        wrong += !fits;
        common += fits && first >= scheme->common[0] && first <= scheme->common[1];
        i += fits;
    }
    /* A page may have a broken byte or two. */
    bool is_broken = wrong * HUNDRED > all * 2;
    return all < LEAST || is_broken ? 0 : (unsigned)((uint64_t)common * HUNDRED / all);
}

/* In this order: the first that a text has enough of the common signs of is its. */
static const char *guess_pairs(palpate_view bytes)
{
    static const struct pair_scheme SCHEMES[] = {
        /* hiragana, hiragana and katakana */
        { "EUC-JP-MS", { 0x8E, 0xFE }, 0xA1, { 0xA4, 0xA5 }, 25 },
        { "CP932", { 0x81, 0xFC }, 0x40, { 0x82, 0x83 }, 25 },
        { "CP949", { 0xA1, 0xFE }, 0xA1, { 0xB0, 0xC8 }, 85 }, /* hangul */
        /* hanzi of the first level, of the commoner half */
        { "GB18030", { 0x81, 0xFE }, 0xA1, { 0xB0, 0xD7 }, 60 },
        { "BIG5-HKSCS", { 0x87, 0xFE }, 0x40, { 0xA4, 0xC6 }, 60 },
        { "GB18030", { 0x81, 0xFE }, 0x30, { 0xB0, 0xD7 }, 60 },
    };

    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++)
        if (fit_scheme(&SCHEMES[i], bytes) >= SCHEMES[i].share)
            return SCHEMES[i].name;
    return NULL;
}

/* The commonest small letters of a script in an encoding, a byte each. */
struct letter_scheme {
    const char *name;
    const char *letters;
};

static unsigned fit_letters(
        const struct letter_scheme *scheme, const struct high_bytes *high)
{
    uint32_t common = 0;

    for (const char *letter = scheme->letters; *letter != '\0'; letter++)
        common += high->counts[(uint8_t)*letter];
    return (unsigned)((uint64_t)common * HUNDRED / high->all);
}

static const char *guess_letters(const struct high_bytes *high)
{
    enum { ENOUGH = 45 /* percent */ };
    static const struct letter_scheme SCHEMES[] = {
        { "WINDOWS-1251", "\xEE\xE5\xE0\xE8\xED\xF2\xF1\xF0\xE2\xEB" },
        { "KOI8-R", "\xCF\xC5\xC1\xC9\xCE\xD4\xD3\xD2\xD7\xCC" },
        { "IBM866", "\xAE\xA5\xA0\xA8\xAD\xE2\xE1\xE0\xA2\xAB" },
        { "ISO-8859-5", "\xDE\xD5\xD0\xD8\xDD\xE2\xE1\xE0\xD2\xDB" },
        { "WINDOWS-1253", "\xE1\xEF\xE9\xE5\xF4\xF3\xED\xF2\xF1\xE7" },
        { "WINDOWS-1255", "\xE9\xE5\xE4\xEC\xE0\xFA\xF8\xEE\xE1\xF9" },
        { "WINDOWS-1256", "\xC7\xE1\xED\xE3\xE4\xE6\xCA\xD1\xC8\xC9" },
        { "WINDOWS-874", "\xD2\xB9\xC3\xCD\xA1\xE0\xC7\xE8\xE9\xC1" },
    };
    const char *best = NULL;
    unsigned most = ENOUGH;

    for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
        unsigned fit = fit_letters(&SCHEMES[i], high);
        if (fit <= most)
            continue;
        most = fit;
        best = SCHEMES[i].name;
    }
    return best;
}

/* The language that the page declares, as two letters. */
static palpate_view language_of(palpate_view bytes)
{
    palpate_view head = view_slice(bytes, 0, 4096);
    palpate_view key = PALPATE_VIEW(" lang=");
    palpate_view rest =
            view_slice(head, view_find_ignoring_case(head, key) + key.size, head.size);

    if (rest.size > 0 && (rest.data[0] == '"' || rest.data[0] == '\''))
        rest = view_slice(rest, 1, rest.size);
    return view_slice(rest, 0, 2);
}

/* Latin letters: most languages of them that windows-1252 lacks have one other table.
 */
static const char *guess_latin(palpate_view bytes, const struct high_bytes *high)
{
    static const struct {
        palpate_view language;
        const char *name;
    } LANGUAGES[] = {
        { PALPATE_VIEW_INIT("cs"), "WINDOWS-1250" },
        { PALPATE_VIEW_INIT("et"), "WINDOWS-1257" },
        { PALPATE_VIEW_INIT("hr"), "WINDOWS-1250" },
        { PALPATE_VIEW_INIT("hu"), "WINDOWS-1250" },
        { PALPATE_VIEW_INIT("lt"), "WINDOWS-1257" },
        { PALPATE_VIEW_INIT("lv"), "WINDOWS-1257" },
        { PALPATE_VIEW_INIT("pl"), "WINDOWS-1250" },
        { PALPATE_VIEW_INIT("ro"), "WINDOWS-1250" },
        { PALPATE_VIEW_INIT("sk"), "WINDOWS-1250" },
        { PALPATE_VIEW_INIT("sl"), "WINDOWS-1250" },
        { PALPATE_VIEW_INIT("tr"), "WINDOWS-1254" },
        { PALPATE_VIEW_INIT("vi"), "WINDOWS-1258" },
    };
    palpate_view language = language_of(bytes);

    for (size_t i = 0; i < sizeof LANGUAGES / sizeof *LANGUAGES; i++) {
        if (!view_equals_ignoring_case(language, LANGUAGES[i].language))
            continue;
        /* Signs of windows-1250 that are letters of ISO 8859-2 at other places. */
        bool is_iso = strcmp(LANGUAGES[i].name, "WINDOWS-1250") == 0 &&
                      sum(high->counts, 0x80, 0x9F) + high->counts[0xB9] <
                              high->counts[0xB1] + high->counts[0xB6];
        return is_iso ? "ISO-8859-2" : LANGUAGES[i].name;
    }
    return NULL;
}

/* Seven bits: characters stand between escape sequences. */
static bool is_iso_2022(palpate_view bytes)
{
    return view_find(bytes, PALPATE_VIEW("\x1B$B")) < bytes.size ||
           view_find(bytes, PALPATE_VIEW("\x1B$@")) < bytes.size;
}

const char *charset_guess(palpate_view bytes)
{
    enum { LATIN_RUN = 2 /* high bytes side by side in most words of Latin letters */ };

    bytes = view_slice(bytes, 0, SAMPLE);
    struct high_bytes high = count_bytes(bytes);
    if (high.all == 0)
        return is_iso_2022(bytes) ? "ISO-2022-JP" : NULL;
    bool is_latin = high.all < high.runs * LATIN_RUN;
    if (high.all >= LEAST && !is_latin) {
        const char *name = guess_pairs(bytes);
        if (name == NULL)
            name = guess_letters(&high);
        if (name != NULL)
            return name;
    }
    return guess_latin(bytes, &high);
}
