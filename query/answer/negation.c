#include "query/answer/negation.h"

#include "core/ascii.h"
#include "core/view.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view WORDS[] = {
#include "words/en/negations.inc"
};

static const palpate_view LIMITS[] = {
#include "words/en/limits.inc"
};

static const palpate_view LEANS[] = {
#include "words/en/leans.inc"
};

static bool is_letter(char byte)
{
    return ascii_is_letter(byte) || (unsigned char)byte >= 0x80;
}

/* Whether the text at `place` is `word`, of which a space at the end stands for the end
   of a word. */
static bool stands_at(palpate_view text, size_t place, palpate_view word)
{
    bool is_whole = word.data[word.size - 1] == ' ';
    size_t size = word.size - is_whole;

    if (!view_equals_ignoring_case(
                view_slice(text, place, size), view_slice(word, 0, size)))
        return false;
    return !is_whole || place + size == text.size ||
           !is_letter(text.data[place + size]);
}

static bool ends_with(palpate_view word, palpate_view end)
{
    return word.size >= end.size &&
           view_equals_ignoring_case(
                   view_slice(word, word.size - end.size, end.size), end);
}

/* "don't", "isn’t": where the word starts that ends so. */
static bool is_contraction(palpate_view text, size_t place)
{
    size_t end = place;

    while (end < text.size && (is_letter(text.data[end]) || text.data[end] == '\''))
        end++;
    palpate_view word = view_slice(text, place, end - place);
    return ends_with(word, PALPATE_VIEW("n't")) ||
           ends_with(word, PALPATE_VIEW("n\xE2\x80\x99t"));
}

size_t negation_find(palpate_view text, size_t from)
{
    for (size_t place = from; place < text.size; place++) {
        if (!is_letter(text.data[place]) ||
                (place > 0 && is_letter(text.data[place - 1])))
            continue;
        char first = (char)(text.data[place] | 0x20);
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
            if (WORDS[i].data[0] == first && stands_at(text, place, WORDS[i]))
                return place;
        if (is_contraction(text, place))
            return place;
    }
    return text.size;
}

static bool starts_with_any(
        palpate_view sentence, const palpate_view *starts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals_ignoring_case(
                    view_slice(sentence, 0, starts[i].size), starts[i]))
            return true;
    return false;
}

bool negation_limits(palpate_view sentence)
{
    return starts_with_any(sentence, LIMITS, sizeof LIMITS / sizeof *LIMITS);
}

bool negation_leans_back(palpate_view sentence)
{
    return starts_with_any(sentence, LEANS, sizeof LEANS / sizeof *LEANS);
}

bool negation_leads_in(palpate_view sentence)
{
    palpate_view text = view_trim(sentence);

    return view_ends_with(text, PALPATE_VIEW(":")) ||
           view_find_ignoring_case(text, PALPATE_VIEW("following")) < text.size;
}
