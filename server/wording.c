#include "server/wording.h"

#include <ctype.h>
#include <palpate/search.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* A kind of passage and what it is called. */
struct kind_row {
    palpate_view kind;
    palpate_view label;
};

struct wording {
    palpate_view code;
    palpate_view phrases[PHRASE_COUNT];
    const struct kind_row *kinds; /* NULL: as the library calls them, in English */
    size_t kind_count;
};

#define WORD(kind, label) { PALPATE_VIEW_INIT(kind), PALPATE_VIEW_INIT(label) },
static const struct kind_row KINDS_DE[] = {
#include "words/de/kinds.inc"
};
static const struct kind_row KINDS_ES[] = {
#include "words/es/kinds.inc"
};
static const struct kind_row KINDS_FR[] = {
#include "words/fr/kinds.inc"
};
static const struct kind_row KINDS_NL[] = {
#include "words/nl/kinds.inc"
};
#undef WORD

#define KINDS(rows)      rows, sizeof(rows) / sizeof *(rows)
#define WORD(name, text) [SAY_##name] = PALPATE_VIEW_INIT(text),
static const struct wording WORDINGS[] = {
    { PALPATE_VIEW_INIT("en"),
            {
#include "words/en/page.inc"
            },
            NULL, 0 },
    { PALPATE_VIEW_INIT("de"),
            {
#include "words/de/page.inc"
            },
            KINDS(KINDS_DE) },
    { PALPATE_VIEW_INIT("es"),
            {
#include "words/es/page.inc"
            },
            KINDS(KINDS_ES) },
    { PALPATE_VIEW_INIT("fr"),
            {
#include "words/fr/page.inc"
            },
            KINDS(KINDS_FR) },
    { PALPATE_VIEW_INIT("nl"),
            {
#include "words/nl/page.inc"
            },
            KINDS(KINDS_NL) },
};
#undef WORD

enum { WORDING_COUNT = sizeof WORDINGS / sizeof *WORDINGS };

static bool is_same(palpate_view left, palpate_view right)
{
    return left.size == right.size &&
           strncasecmp(left.data, right.data, left.size) == 0;
}

const struct wording *wording_at(size_t place)
{
    return place < WORDING_COUNT ? &WORDINGS[place] : NULL;
}

const struct wording *wording_find(palpate_view language)
{
    size_t size = 0;

    while (size < language.size && isalpha((unsigned char)language.data[size]))
        size++;
    for (size_t i = 0; i < WORDING_COUNT; i++)
        if (is_same(WORDINGS[i].code, (palpate_view){ language.data, size }))
            return &WORDINGS[i];
    return NULL;
}

const struct wording *wording_prefer(palpate_view languages)
{
    while (languages.size > 0) {
        const char *comma = memchr(languages.data, ',', languages.size);
        size_t size = comma == NULL ? languages.size : (size_t)(comma - languages.data);
        const struct wording *found =
                wording_find((palpate_view){ languages.data, size });
        if (found != NULL)
            return found;
        size += size < languages.size;
        languages = (palpate_view){ languages.data + size, languages.size - size };
    }
    return &WORDINGS[0];
}

palpate_view wording_code(const struct wording *wording)
{
    return wording->code;
}

palpate_view wording_piece(
        const struct wording *wording, enum phrase phrase, unsigned number)
{
    palpate_view rest = wording->phrases[phrase];

    for (; rest.data != NULL; number--) {
        const char *gap = memmem(rest.data, rest.size, "{}", 2);
        size_t end = gap == NULL ? rest.size : (size_t)(gap - rest.data);
        if (number == 0)
            return (palpate_view){ rest.data, end };
        rest = gap == NULL ? (palpate_view){ NULL, 0 }
                           : (palpate_view){ gap + 2, rest.size - end - 2 };
    }
    return rest;
}

/* Whether a row of the list, which C knows as WAY_NAMES, is called "way-names". */
static bool is_called(const char *row, palpate_view name)
{
    size_t i = 0;

    for (; row[i] != '\0' && i < name.size; i++) {
        int letter = row[i] == '_' ? '-' : row[i] | 0x20; /* the small one */
        if (name.data[i] != letter)
            return false;
    }
    return row[i] == '\0' && i == name.size;
}

enum phrase wording_phrase(palpate_view name)
{
    static const char *const NAMES[PHRASE_COUNT] = {
#define WORD(name, text) #name,
#include "words/en/page.inc"
#undef WORD
    };
    int phrase = 0;

    while (phrase < PHRASE_COUNT && !is_called(NAMES[phrase], name))
        phrase++;
    return (enum phrase)phrase;
}

palpate_view wording_kind(const struct wording *wording, palpate_view kind)
{
    const char *label = palpate_kind_label(kind);

    for (size_t i = 0; i < wording->kind_count; i++)
        if (is_same(wording->kinds[i].kind, kind))
            return wording->kinds[i].label;
    return label == NULL ? (palpate_view){ "", 0 }
                         : (palpate_view){ label, strlen(label) };
}
