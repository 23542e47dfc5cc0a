#include "core/spelling_forms.h"

#include <stdbool.h>
#include <string.h>

#include "core/digest.h"
#include "core/view.h"
#include "core/word_forms.h"

struct respelling {
    palpate_view from;
    palpate_view to; /* never longer */
};

#define WORD(from, to) { PALPATE_VIEW_INIT(from), PALPATE_VIEW_INIT(to) },
static const struct respelling ROOTS[] = {
#include "words/en/spelling_roots.inc"
};

static const struct respelling ENDINGS[] = {
#include "words/en/spelling_endings.inc"
};

enum { LETTERS_BEFORE_ENDING = 2 };

/* Puts `to` where `from` stands, in place. */
static size_t respell(
        char *word, size_t size, size_t place, const struct respelling *respelling)
{
    size_t after = place + respelling->from.size;

    memcpy(word + place, respelling->to.data, respelling->to.size);
    memmove(word + place + respelling->to.size, word + after, size - after);
    return size - respelling->from.size + respelling->to.size;
}

static bool may_have_root(const char *word, size_t size)
{
    for (size_t i = 0; i + 1 < size; i++)
        if ((word[i + 1] == 'e' && (word[i] == 'a' || word[i] == 'o')) ||
                (word[i + 1] == 'h' && word[i] == 'p'))
            return true;
    return false;
}

static size_t respell_roots(char *word, size_t size)
{
    if (!may_have_root(word, size))
        return size;
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++) {
        palpate_view view = { word, size };
        size_t place = view_find(view, ROOTS[i].from);
        if (place < size)
            size = respell(word, size, place, &ROOTS[i]);
    }
    return size;
}

static size_t respell_ending(char *word, size_t size)
{
    palpate_view view = { word, size };

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        const palpate_view from = ENDINGS[i].from;
        if (size >= from.size + LETTERS_BEFORE_ENDING && view_ends_with(view, from))
            return respell(word, size, size - from.size, &ENDINGS[i]);
    }
    return size;
}

size_t spelling_common_form(palpate_view folded, char out[WORD_SIZE])
{
    (void)word_form_of(&folded, folded);
    size_t size = folded.size < WORD_SIZE ? folded.size : WORD_SIZE;

    memcpy(out, folded.data, size);
    return respell_ending(out, respell_roots(out, size));
}

static uint64_t hash_rules(uint64_t hash, const struct respelling *rules, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hash = (hash * 31 + hash_of(rules[i].from)) * 31 + hash_of(rules[i].to);
    return hash;
}

uint64_t spelling_forms_hash(void)
{
    struct respelling row;
    uint64_t hash = hash_rules(0, ROOTS, sizeof ROOTS / sizeof *ROOTS);

    hash = hash_rules(hash, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS);
    for (size_t i = 0; word_form_at(&row.from, &row.to, i); i++)
        hash = hash_rules(hash, &row, 1);
    return hash;
}
