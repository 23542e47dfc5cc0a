#include "query/language/question_language.h"

#include <stdbool.h>
#include <stdint.h>

#include "core/utf8.h"
#include "core/view.h"

#define WORD(word, language) { PALPATE_VIEW_INIT(word), PALPATE_VIEW_INIT(#language) },
static const struct {
    palpate_view word;     /* sorted by it */
    palpate_view language; /* in capitals */
} WORDS[] = {
#include "words/mul/language_words.inc"
};
enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

/* Letters that only some languages are written with. */
static const struct script {
    uint32_t first;
    uint32_t last;
    const char *languages;
} SCRIPTS[] = {
    { 0x0370, 0x03FF, "el" },
    { 0x0400, 0x052F, "ru uk bg sr mk be kk" },
    { 0x0590, 0x05FF, "he" },
    { 0x0600, 0x06FF, "ar fa ur" },
    { 0x0900, 0x097F, "hi mr ne" },
    { 0x0E00, 0x0E7F, "th" },
    { 0x3040, 0x30FF, "ja" },
    { 0x4E00, 0x9FFF, "zh ja" },
    { 0xAC00, 0xD7AF, "ko" },
};

static bool is_of_script(const struct script *script, palpate_view words)
{
    size_t size = 0;

    for (size_t i = 0; i < words.size; i += size) {
        uint32_t character = utf8_decode(words, i, &size);
        if (character >= script->first && character <= script->last)
            return true;
    }
    return false;
}

static uint32_t count_scripts(palpate_view words, palpate_view language)
{
    uint32_t count = 0;

    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        palpate_view languages = view_of(SCRIPTS[i].languages);
        if (view_find(languages, language) < languages.size &&
                is_of_script(&SCRIPTS[i], words))
            count++;
    }
    return count;
}

/* The first row of a word, or of the one that follows it. */
static size_t first_row(palpate_view word)
{
    size_t low = 0;
    size_t high = WORD_COUNT;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view_compare(WORDS[middle].word, word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t count_words(palpate_view words, palpate_view language)
{
    uint32_t count = 0;

    for (size_t place = 0; place < words.size;) {
        palpate_view rest = view_slice(words, place, words.size);
        palpate_view word = view_slice(rest, 0, view_find(rest, PALPATE_VIEW(" ")));
        for (size_t i = first_row(word);
                i < WORD_COUNT && view_equals(WORDS[i].word, word); i++)
            count += view_equals_ignoring_case(WORDS[i].language, language);
        place += word.size + 1;
    }
    return count;
}

size_t question_language(
        palpate_view words, const palpate_view *languages, size_t count)
{
    size_t best = count;
    uint32_t most = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t found =
                count_scripts(words, languages[i]) + count_words(words, languages[i]);
        if (found > most)
            best = i;
        else if (found == most)
            best = count;
        most = found > most ? found : most;
    }
    return best;
}
