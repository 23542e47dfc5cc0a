#include "core/stemming.h"

#include "core/ascii.h"
#include "core/digest.h"
#include "core/language_words.h"
#include "core/view.h"

#define WORD(kind, from, to) \
    { STEM_##kind, PALPATE_VIEW_INIT(from), PALPATE_VIEW_INIT(to) },
static const struct stem_rule AR_RULES[] = {
#include "words/ar/stems.inc"
};
static const struct stem_rule CA_RULES[] = {
#include "words/ca/stems.inc"
};
static const struct stem_rule DA_RULES[] = {
#include "words/da/stems.inc"
};
static const struct stem_rule DE_RULES[] = {
#include "words/de/stems.inc"
};
static const struct stem_rule EL_RULES[] = {
#include "words/el/stems.inc"
};
static const struct stem_rule ES_RULES[] = {
#include "words/es/stems.inc"
};
static const struct stem_rule FI_RULES[] = {
#include "words/fi/stems.inc"
};
static const struct stem_rule FR_RULES[] = {
#include "words/fr/stems.inc"
};
static const struct stem_rule HE_RULES[] = {
#include "words/he/stems.inc"
};
static const struct stem_rule IT_RULES[] = {
#include "words/it/stems.inc"
};
static const struct stem_rule NB_RULES[] = {
#include "words/nb/stems.inc"
};
static const struct stem_rule NL_RULES[] = {
#include "words/nl/stems.inc"
};
static const struct stem_rule PL_RULES[] = {
#include "words/pl/stems.inc"
};
static const struct stem_rule PT_RULES[] = {
#include "words/pt/stems.inc"
};
static const struct stem_rule RO_RULES[] = {
#include "words/ro/stems.inc"
};
static const struct stem_rule SV_RULES[] = {
#include "words/sv/stems.inc"
};
static const struct stem_rule TR_RULES[] = {
#include "words/tr/stems.inc"
};
#undef WORD

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view DA_STOP_WORDS[] = {
#include "words/da/stop_words.inc"
};
static const palpate_view DE_STOP_WORDS[] = {
#include "words/de/stop_words.inc"
};
static const palpate_view EL_STOP_WORDS[] = {
#include "words/el/stop_words.inc"
};
static const palpate_view ES_STOP_WORDS[] = {
#include "words/es/stop_words.inc"
};
static const palpate_view FI_STOP_WORDS[] = {
#include "words/fi/stop_words.inc"
};
static const palpate_view FR_STOP_WORDS[] = {
#include "words/fr/stop_words.inc"
};
static const palpate_view IT_STOP_WORDS[] = {
#include "words/it/stop_words.inc"
};
static const palpate_view NB_STOP_WORDS[] = {
#include "words/nb/stop_words.inc"
};
static const palpate_view NL_STOP_WORDS[] = {
#include "words/nl/stop_words.inc"
};
static const palpate_view PL_STOP_WORDS[] = {
#include "words/pl/stop_words.inc"
};
static const palpate_view PT_STOP_WORDS[] = {
#include "words/pt/stop_words.inc"
};
static const palpate_view RO_STOP_WORDS[] = {
#include "words/ro/stop_words.inc"
};
static const palpate_view SV_STOP_WORDS[] = {
#include "words/sv/stop_words.inc"
};
static const palpate_view TR_STOP_WORDS[] = {
#include "words/tr/stop_words.inc"
};
#undef WORD

#define COUNT_OF(items)  (sizeof(items) / sizeof *(items))
#define RULES(name)      name##_RULES, COUNT_OF(name##_RULES)
#define STOP_WORDS(name) name##_STOP_WORDS, COUNT_OF(name##_STOP_WORDS)
#define FULL(code, stemmer, name, trait)                                       \
    {                                                                          \
        PALPATE_VIEW_INIT(code), stemmer, RULES(name), STOP_WORDS(name), trait \
    }
/* A language that libxapian has a stemmer for, and no more. */
#define STEMMED(code, stemmer)                                             \
    {                                                                      \
        PALPATE_VIEW_INIT(code), stemmer, NULL, 0, NULL, 0, STEMMING_PLAIN \
    }

/* By code.  libxapian has no stemmer for Greek, Hebrew and Polish, and its Turkish one
   reads vowels that folding takes away: the endings are all there is. */
static const struct stemming STEMMINGS[] = {
    { PALPATE_VIEW_INIT("ar"), "arabic", RULES(AR), NULL, 0, STEMMING_PLAIN },
    { PALPATE_VIEW_INIT("ca"), "catalan", RULES(CA), NULL, 0, STEMMING_PLAIN },
    FULL("da", "danish", DA, STEMMING_JOINS_WORDS),
    FULL("de", "german2", DE, STEMMING_TYPES_UMLAUTS),
    FULL("el", NULL, EL, STEMMING_PLAIN),
    FULL("es", "spanish", ES, STEMMING_PLAIN),
    STEMMED("eu", "basque"),
    FULL("fi", "finnish", FI, STEMMING_JOINS_WORDS),
    FULL("fr", "french", FR, STEMMING_PLAIN),
    STEMMED("ga", "irish"),
    { PALPATE_VIEW_INIT("he"), NULL, RULES(HE), NULL, 0, STEMMING_PLAIN },
    STEMMED("hu", "hungarian"),
    STEMMED("hy", "armenian"),
    STEMMED("id", "indonesian"),
    FULL("it", "italian", IT, STEMMING_PLAIN),
    STEMMED("lt", "lithuanian"),
    FULL("nb", "norwegian", NB, STEMMING_JOINS_WORDS),
    STEMMED("ne", "nepali"),
    FULL("nl", "dutch", NL, STEMMING_JOINS_WORDS),
    FULL("pl", NULL, PL, STEMMING_REPEATS_ENDINGS),
    FULL("pt", "portuguese", PT, STEMMING_PLAIN),
    FULL("ro", "romanian", RO, STEMMING_PLAIN),
    STEMMED("ru", "russian"),
    FULL("sv", "swedish", SV, STEMMING_JOINS_WORDS),
    STEMMED("ta", "tamil"),
    FULL("tr", NULL, TR, STEMMING_REPEATS_ENDINGS),
    STEMMED("vi", NULL),
};
enum { STEMMING_ROWS = COUNT_OF(STEMMINGS) };

_Static_assert((int)STEMMING_ROWS <= (int)SPOKEN_LANGUAGES, "raise SPOKEN_LANGUAGES");

/* Codes of one language. */
static const palpate_view ALIASES[][2] = {
    { PALPATE_VIEW_INIT("nn"), PALPATE_VIEW_INIT("nb") },
    { PALPATE_VIEW_INIT("no"), PALPATE_VIEW_INIT("nb") },
};

const struct stemming *stemming_at(size_t number)
{
    return number < STEMMING_ROWS ? &STEMMINGS[number] : NULL;
}

size_t stemming_number(const struct stemming *language)
{
    return (size_t)(language - STEMMINGS);
}

const struct stemming *stemming_of(palpate_view code)
{
    palpate_view own = view_slice(code, 0, view_find(code, PALPATE_VIEW("-")));

    if (own.data == NULL || own.size == 0)
        return NULL;
    const char first = (char)ascii_lower(own.data[0]);
    for (size_t i = 0; i < COUNT_OF(ALIASES); i++)
        if (first == ALIASES[i][0].data[0] &&
                view_equals_ignoring_case(own, ALIASES[i][0]))
            own = ALIASES[i][1];
    for (size_t i = 0; i < STEMMING_ROWS; i++)
        if (first == STEMMINGS[i].code.data[0] &&
                view_equals_ignoring_case(own, STEMMINGS[i].code))
            return &STEMMINGS[i];
    return NULL;
}

bool stemming_joins_words(const struct stemming *language)
{
    return language != NULL && (language->trait == STEMMING_JOINS_WORDS ||
                                       language->trait == STEMMING_TYPES_UMLAUTS);
}

/* Bytes that a word keeps at least: two letters of Hebrew or Arabic, of whose words an
   article may only look to be the start; an apostrophe leaves no doubt. */
static size_t least_left(palpate_view elided)
{
    return (unsigned char)elided.data[0] < 0x80 ? 1 : 4;
}

palpate_view stemming_without_elision(
        const struct stemming *language, palpate_view folded)
{
    size_t cut = 0;

    for (size_t i = 0; i < language->rule_count; i++) {
        const struct stem_rule *rule = &language->rules[i];
        if (rule->kind == STEM_ELISION && rule->from.size > cut &&
                rule->from.size + least_left(rule->from) <= folded.size &&
                view_starts_with(folded, rule->from))
            cut = rule->from.size;
    }
    return view_slice(folded, cut, folded.size);
}

/* Whether the "e" at `place` makes an umlaut of the vowel before it, as the stemmer
   reads it; none after "q", nor of "neue" and "dauer". */
static bool makes_umlaut(palpate_view word, size_t place)
{
    char vowel = word.data[place - 1];

    if (word.data[place] != 'e' || (vowel != 'a' && vowel != 'o' && vowel != 'u'))
        return false;
    if (vowel != 'u' || place == 1)
        return true;
    char before = word.data[place - 2];
    return before != 'q' && before != 'a' && before != 'e';
}

size_t stemming_start(
        const struct stemming *language, palpate_view folded, char out[WORD_SIZE])
{
    size_t first = folded.size - stemming_without_elision(language, folded).size;
    size_t size = 0;

    for (size_t i = first; i < folded.size && size < WORD_SIZE; i++)
        if (i == first || language->trait != STEMMING_TYPES_UMLAUTS ||
                !makes_umlaut(folded, i))
            out[size++] = folded.data[i];
    return size;
}

/* Whether a word is one of those that tell the language from others. */
static bool is_telling_word(const struct stemming *language, palpate_view folded)
{
    struct language_rows rows = language_words_find(folded);

    for (size_t i = rows.first; i < rows.end; i++)
        if (stemming_of(language_code(language_words_at(i))) == language)
            return true;
    return false;
}

bool stemming_has_stop_word(const struct stemming *language, palpate_view folded)
{
    palpate_view word = stemming_without_elision(language, folded);
    size_t low = 0;
    size_t high = language->stop_word_count;

    if (language->stop_words == NULL)
        return is_telling_word(language, word);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = view_compare(language->stop_words[middle], word);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

uint64_t stemmings_hash(void)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < STEMMING_ROWS; i++) {
        const struct stemming *language = &STEMMINGS[i];
        for (size_t k = 0; k < language->rule_count; k++)
            hash = (hash * 31 + hash_of(language->rules[k].from)) * 31 +
                   hash_of(language->rules[k].to) + language->rules[k].kind;
        for (size_t k = 0; k < language->stop_word_count; k++)
            hash = hash * 31 + hash_of(language->stop_words[k]);
    }
    return hash;
}
