#include "query/language/question_language.h"

#include <stdbool.h>
#include <stdint.h>

#include "core/language_words.h"
#include "core/utf8.h"
#include "core/view.h"

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
    { 0xFF66, 0xFF9F, "ja" },
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

static uint32_t count_words(palpate_view words, palpate_view language)
{
    uint32_t count = 0;

    for (size_t place = 0; place < words.size;) {
        palpate_view rest = view_slice(words, place, words.size);
        palpate_view word = view_slice(rest, 0, view_find(rest, PALPATE_VIEW(" ")));
        struct language_rows rows = language_words_find(word);
        for (size_t i = rows.first; i < rows.end; i++)
            count += view_equals_ignoring_case(
                    language_code(language_words_at(i)), language);
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
