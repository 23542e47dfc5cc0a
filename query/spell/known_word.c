#include "query/spell/known_word.h"

#include <string.h>

#include "core/ascii.h"
#include "core/characters.h"
#include "core/common_words.h"
#include "core/schema.h"
#include "core/utf8.h"
#include "core/view.h"
#include "query/expand/lexicon.h"

static bool has_digit(palpate_view word)
{
    for (size_t i = 0; i < word.size; i++)
        if (ascii_is_digit(word.data[i]))
            return true;
    return false;
}

/* Whether a word was typed with letters beyond those of English. */
static bool has_foreign_letter(palpate_view typed)
{
    size_t size = 0;

    for (size_t place = 0; place < typed.size; place += size) {
        uint32_t character = utf8_decode(typed, place, &size);
        if (character >= 0x80 && !character_is_apostrophe(character) &&
                !character_is_invisible(character))
            return true;
    }
    return false;
}

/* A name that starts with the word. */
struct wanted_name {
    palpate_view word;
    bool is_found;
};

static void look_at_name(void *user, palpate_view key, uint32_t frequency)
{
    struct wanted_name *wanted = user;
    size_t end = sizeof META_NAME - 1 + wanted->word.size;

    (void)frequency;
    wanted->is_found |= key.size == end || (key.size > end && key.data[end] == ' ');
}

/* Whether a word is known as a stem alone: "cuf" is what is left of "cuffed". */
static bool is_only_stem(struct analyzer *analyzer, palpate_view word)
{
    char doubled[WORD_SIZE];

    if (!view_ends_with(word, PALPATE_VIEW("f")) || word.size + 1 > sizeof doubled)
        return false;
    memcpy(doubled, word.data, word.size);
    doubled[word.size] = 'f';
    return is_common_term(term_of(analyzer, (palpate_view){ doubled, word.size + 1 }));
}

/* Whether it is a small word of a language that the index has. */
static bool is_small_word(const struct known_languages *known, palpate_view folded)
{
    bool is_small = false;

    for (uint32_t i = 0; !is_small && i < known->count; i++)
        is_small = known->items[i] != NULL &&
                   stemming_has_stop_word(known->items[i], folded);
    return is_small;
}

/* Whether it is a word of English that everybody knows, or one of the lexicon. */
static bool is_english_word(struct analyzer *analyzer, palpate_view folded)
{
    const struct stemming *spoken = analyzer_speak(analyzer, NULL);
    bool is_english = (is_common_term(term_of(analyzer, folded)) &&
                              !is_only_stem(analyzer, folded)) ||
                      lexicon_has_word(analyzer, folded);

    (void)analyzer_speak(analyzer, spoken);
    return is_english;
}

palpate_status known_word(bool *is_known, struct engine *engine,
        const struct query_word *word, palpate_error *err)
{
    struct analyzer *analyzer = engine_analyzer(engine);
    struct wanted_name name = { word->folded, false };

    *is_known =
            has_digit(word->folded) || word->is_name ||
            (analyzer_language(analyzer) == NULL && has_foreign_letter(word->typed)) ||
            is_english_word(analyzer, word->folded) ||
            is_small_word(analyzer_known(analyzer), word->folded);
    if (*is_known)
        return PALPATE_OK;
    palpate_status status =
            engine_each_name(engine, word->folded, look_at_name, &name, err);
    *is_known = name.is_found;
    return status;
}
