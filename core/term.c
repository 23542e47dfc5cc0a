#include "core/term.h"

#include <stdlib.h>
#include <string.h>
#include <xapian-c/xapian-c.h>

#include "core/ascii.h"
#include "core/common_words.h"
#include "core/digest.h"
#include "core/fail.h"
#include "core/foreign_stem.h"
#include "core/spelling_forms.h"
#include "core/utf8.h"
#include "core/view.h"
#include "core/word_forms.h"

enum {
    CACHE_SLOTS =
            16384,   /* the words of a page repeat: nine of ten stems come from here */
    CACHED_SIZE = 28 /* bytes of a word or term that the cache takes */
};

struct cached_term {
    uint8_t word_size; /* 0: the slot is free */
    uint8_t term_size;
    uint8_t language; /* 0: English, else the number of its row and 1 */
    char word[CACHED_SIZE];
    char term[CACHED_SIZE];
};

struct analyzer {
    xc_stemmer *stemmer;
    const struct stemming *language; /* that it speaks; NULL for English */
    struct known_languages known;
    xc_stemmer *foreign[SPOKEN_LANGUAGES]; /* opened when they are used first */
    char term[WORD_SIZE * 2];
    struct cached_term cache[CACHE_SLOTS];
    uint32_t changing[26]; /* for each first letter a bit for each second letter of a
                              word whose form starts otherwise: men, man */
};

#define WORD(word, term) { PALPATE_VIEW_INIT(word), PALPATE_VIEW_INIT(term) },
static const struct {
    palpate_view word;
    palpate_view term;
} EXCEPTIONS[] = {
#include "words/en/stems.inc"
};

/* Whether a byte is a letter, small or capital. */
static bool is_letter_of(char byte, char small)
{
    return (byte | 0x20) == small;
}

static void note_change(struct analyzer *analyzer, palpate_view word, palpate_view form)
{
    if (word.size >= 2 && ascii_is_letter(word.data[0]) &&
            ascii_is_letter(word.data[1]) &&
            !view_equals(view_slice(word, 0, 2), view_slice(form, 0, 2)))
        analyzer->changing[word.data[0] - 'a'] |= UINT32_C(1) << (word.data[1] - 'a');
}

static void note_changes(struct analyzer *analyzer)
{
    palpate_view word;
    palpate_view form;

    for (size_t i = 0; i < sizeof EXCEPTIONS / sizeof *EXCEPTIONS; i++)
        note_change(analyzer, EXCEPTIONS[i].word, EXCEPTIONS[i].term);
    for (size_t i = 0; word_form_at(&word, &form, i); i++)
        note_change(analyzer, word, form);
    for (unsigned i = 0; i < sizeof analyzer->changing / sizeof(uint32_t); i++)
        analyzer->changing[i] |= UINT32_C(1) << ('y' - 'a'); /* dying */
}

palpate_status analyzer_open(struct analyzer **out, palpate_error *err)
{
    struct analyzer *analyzer = calloc(1, sizeof *analyzer);
    xc_error reason;

    *out = NULL;
    if (analyzer == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the stemmer");
    if (xc_stemmer_open(&analyzer->stemmer, "english", &reason) != XC_OK) {
        analyzer_close(analyzer);
        return fail(err, PALPATE_INTERNAL, "no English stemmer: %s", reason.message);
    }
    note_changes(analyzer);
    *out = analyzer;
    return PALPATE_OK;
}

void analyzer_close(struct analyzer *analyzer)
{
    if (analyzer == NULL)
        return;
    for (size_t i = 0; i < SPOKEN_LANGUAGES; i++)
        xc_stemmer_close(analyzer->foreign[i]);
    xc_stemmer_close(analyzer->stemmer);
    free(analyzer);
}

const struct stemming *analyzer_speak(
        struct analyzer *analyzer, const struct stemming *language)
{
    const struct stemming *before = analyzer->language;

    analyzer->language = language;
    return before;
}

const struct stemming *analyzer_language(const struct analyzer *analyzer)
{
    return analyzer->language;
}

struct known_languages *analyzer_known(struct analyzer *analyzer)
{
    return &analyzer->known;
}

bool term_is_stop(const struct analyzer *analyzer, palpate_view folded)
{
    return analyzer->language == NULL
                   ? is_stop_word(folded)
                   : stemming_has_stop_word(analyzer->language, folded);
}

palpate_view term_without_mark(palpate_view term)
{
    return view_slice(term, 0, view_find(term, PALPATE_VIEW(":")));
}

const struct stemming *term_language(palpate_view term)
{
    size_t size = term_without_mark(term).size;

    return size == term.size ? NULL
                             : stemming_of(view_slice(term, size + 1, term.size));
}

static bool find_exception(palpate_view word, palpate_view *term)
{
    const size_t count = sizeof EXCEPTIONS / sizeof *EXCEPTIONS;
    size_t place = view_place(word, EXCEPTIONS, count, sizeof *EXCEPTIONS);

    if (place == count)
        return false;
    *term = EXCEPTIONS[place].term;
    return true;
}

/* The stemmer of the language that is spoken; NULL where it has none. */
static xc_stemmer *foreign_stemmer(struct analyzer *analyzer)
{
    xc_stemmer **stemmer = &analyzer->foreign[stemming_number(analyzer->language)];

    if (*stemmer == NULL && analyzer->language->stemmer != NULL)
        (void)xc_stemmer_open(stemmer, analyzer->language->stemmer, NULL);
    return *stemmer;
}

static palpate_view stem_foreign(struct analyzer *analyzer, palpate_view folded)
{
    palpate_view code = analyzer->language->code;
    size_t size = foreign_stem(
            analyzer->term, analyzer->language, foreign_stemmer(analyzer), folded);

    size = utf8_floor(
            (palpate_view){ analyzer->term, size }, WORD_SIZE - LANGUAGE_MARK_SIZE);
    analyzer->term[size++] = ':';
    memcpy(analyzer->term + size, code.data, code.size);
    return (palpate_view){ analyzer->term, size + code.size };
}

static palpate_view stem(struct analyzer *analyzer, palpate_view folded)
{
    char common[WORD_SIZE];
    palpate_view term;

    if (analyzer->language != NULL)
        return stem_foreign(analyzer, folded);
    if (find_exception(folded, &term))
        return term;

    size_t size = spelling_common_form(folded, common);
    size_t stemmed = 0;
    if (xc_stemmer_stem(analyzer->stemmer, (xc_bytes){ common, size }, analyzer->term,
                sizeof analyzer->term, &stemmed, NULL) != XC_OK) {
        /* Out of memory: the word itself is a worse term, but one that can be found. */
        memcpy(analyzer->term, common, size);
        stemmed = size;
    }
    palpate_view whole = { analyzer->term, stemmed };
    return view_slice(whole, 0, utf8_floor(whole, WORD_SIZE));
}

palpate_view term_of(struct analyzer *analyzer, palpate_view folded)
{
    if (folded.size == 0 || folded.size > CACHED_SIZE)
        return folded.size == 0 ? folded : stem(analyzer, folded);

    uint8_t language = analyzer->language == NULL
                               ? 0
                               : (uint8_t)(stemming_number(analyzer->language) + 1);
    struct cached_term *slot = &analyzer->cache[hash_of(folded) % CACHE_SLOTS];
    if (slot->word_size == folded.size && slot->language == language &&
            memcmp(slot->word, folded.data, folded.size) == 0)
        return (palpate_view){ slot->term, slot->term_size };

    palpate_view term = stem(analyzer, folded);
    if (term.size > CACHED_SIZE)
        return term;
    slot->word_size = (uint8_t)folded.size;
    slot->term_size = (uint8_t)term.size;
    slot->language = language;
    memcpy(slot->word, folded.data, folded.size);
    memcpy(slot->term, term.data, term.size);
    return (palpate_view){ slot->term, slot->term_size };
}

palpate_view term_of_word(struct analyzer *analyzer, palpate_view word)
{
    char folded[WORD_SIZE];
    size_t size = word_fold(word, folded);
    palpate_view term = term_of(analyzer, (palpate_view){ folded, size });

    /* A word too long for the cache may have come back as it went in. */
    if (term.data == folded) {
        memcpy(analyzer->term, folded, size);
        term.data = analyzer->term;
    }
    return term;
}

bool term_keeps_start(const struct analyzer *analyzer, palpate_view word)
{
    const size_t looked_at = word.size < 4 ? word.size : 4;

    if (analyzer->language != NULL || word.size < 2 || !ascii_is_letter(word.data[0]) ||
            !ascii_is_letter(word.data[1]))
        return false;
    for (size_t i = 0; i < looked_at; i++) {
        if ((unsigned char)word.data[i] >= 0x80)
            return false;
        /* oedema, foetus */
        if (i > 0 && is_letter_of(word.data[i], 'e') &&
                (is_letter_of(word.data[i - 1], 'a') ||
                        is_letter_of(word.data[i - 1], 'o')))
            return false;
    }
    uint32_t changing = analyzer->changing[(word.data[0] | 0x20) - 'a'];
    return (changing >> ((word.data[1] | 0x20) - 'a') & 1) == 0;
}

const uint32_t *term_changing_starts(const struct analyzer *analyzer)
{
    return analyzer->changing;
}

/* A number that changes with the stemmers of other languages. */
static uint64_t foreign_fingerprint(struct analyzer *analyzer)
{
    static const char *const PROBES[] = { "operationen", "inflammations", "muskler" };
    const struct stemming *before = analyzer->language;
    const struct stemming *language = NULL;
    uint64_t hash = stemmings_hash();

    for (size_t i = 0; (language = stemming_at(i)) != NULL; i++) {
        (void)analyzer_speak(analyzer, language);
        for (size_t k = 0; k < sizeof PROBES / sizeof *PROBES; k++)
            hash = hash * 31 + hash_of(term_of(analyzer, view_of(PROBES[k])));
    }
    (void)analyzer_speak(analyzer, before);
    return hash;
}

uint64_t analyzer_fingerprint(struct analyzer *analyzer)
{
    static const char *const PROBES[] = { "adhesions", "adhesive", "lateral", "later",
        "capsulitis", "capsules", "oedema", "physiotherapists", "mobilisation",
        "muscular", "diagnoses", "feet", "vertebrae", "running", "generically",
        "happiness", "skies", "dying", "hopping", "relational", "exercises",
        "tendinopathies", "x", "don't" };
    uint64_t hash = 0;

    for (size_t i = 0; i < sizeof PROBES / sizeof *PROBES; i++) {
        palpate_view word = view_of(PROBES[i]);
        hash = hash * 31 + hash_of(term_of(analyzer, word)) + is_stop_word(word);
    }
    for (size_t i = 0; i < sizeof EXCEPTIONS / sizeof *EXCEPTIONS; i++)
        hash = hash * 31 + hash_of(EXCEPTIONS[i].word) + hash_of(EXCEPTIONS[i].term);
    hash = (hash * 31 + stop_words_hash()) * 31 + spelling_forms_hash();
    hash = hash * 31 + foreign_fingerprint(analyzer);
    return hash * 31 + common_words_hash();
}
