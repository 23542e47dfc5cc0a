#include "query/answer/negation.h"

#include "core/view.h"

/* How words start that negate; a space at the end means all of the word. */
static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("not "),
    PALPATE_VIEW_INIT("no "), PALPATE_VIEW_INIT("never "), PALPATE_VIEW_INIT("nor "),
    PALPATE_VIEW_INIT("neither "), PALPATE_VIEW_INIT("none "),
    PALPATE_VIEW_INIT("cannot "), PALPATE_VIEW_INIT("avoid"),
    PALPATE_VIEW_INIT("without "), PALPATE_VIEW_INIT("unless "),
    PALPATE_VIEW_INIT("except"), PALPATE_VIEW_INIT("contraindicat"),
    PALPATE_VIEW_INIT("contra-indicat"), PALPATE_VIEW_INIT("unsafe "),
    PALPATE_VIEW_INIT("unproven "), PALPATE_VIEW_INIT("inadvisable "),
    PALPATE_VIEW_INIT("refrain"), PALPATE_VIEW_INIT("forbid"),
    PALPATE_VIEW_INIT("stop "), PALPATE_VIEW_INIT("rather than "),
    PALPATE_VIEW_INIT("instead of "), PALPATE_VIEW_INIT("against ") };

static const palpate_view LIMITS[] = { PALPATE_VIEW_INIT("but "),
    PALPATE_VIEW_INIT("however"), PALPATE_VIEW_INIT("unless"),
    PALPATE_VIEW_INIT("except"), PALPATE_VIEW_INIT("do not"),
    PALPATE_VIEW_INIT("don't"), PALPATE_VIEW_INIT("don\xE2\x80\x99t"),
    PALPATE_VIEW_INIT("never"), PALPATE_VIEW_INIT("avoid"), PALPATE_VIEW_INIT("not "),
    PALPATE_VIEW_INIT("nor "), PALPATE_VIEW_INIT("stop "), PALPATE_VIEW_INIT("no "),
    PALPATE_VIEW_INIT("no."), PALPATE_VIEW_INIT("no,"), PALPATE_VIEW_INIT("no:"),
    PALPATE_VIEW_INIT("there is no "), PALPATE_VIEW_INIT("this is not "),
    PALPATE_VIEW_INIT("this does not "), PALPATE_VIEW_INIT("this should not "),
    PALPATE_VIEW_INIT("this must not "), PALPATE_VIEW_INIT("it is not "),
    PALPATE_VIEW_INIT("it does not "), PALPATE_VIEW_INIT("it should not "),
    PALPATE_VIEW_INIT("it must not "), PALPATE_VIEW_INIT("it is contraindicat"),
    PALPATE_VIEW_INIT("this is contraindicat"), PALPATE_VIEW_INIT("they are not "),
    PALPATE_VIEW_INIT("they do not "), PALPATE_VIEW_INIT("they should not "),
    PALPATE_VIEW_INIT("these are not "), PALPATE_VIEW_INIT("these should not "),
    PALPATE_VIEW_INIT("contraindicat"), PALPATE_VIEW_INIT("only if "),
    PALPATE_VIEW_INIT("only when "), PALPATE_VIEW_INIT("only after ") };

static const palpate_view LEANS[] = { PALPATE_VIEW_INIT("but "),
    PALPATE_VIEW_INIT("however"), PALPATE_VIEW_INIT("unless"),
    PALPATE_VIEW_INIT("except"), PALPATE_VIEW_INIT("not "), PALPATE_VIEW_INIT("nor "),
    PALPATE_VIEW_INIT("no."), PALPATE_VIEW_INIT("no,"), PALPATE_VIEW_INIT("no:"),
    PALPATE_VIEW_INIT("this is not "), PALPATE_VIEW_INIT("this does not "),
    PALPATE_VIEW_INIT("this should not "), PALPATE_VIEW_INIT("this must not "),
    PALPATE_VIEW_INIT("it is not "), PALPATE_VIEW_INIT("it does not "),
    PALPATE_VIEW_INIT("it should not "), PALPATE_VIEW_INIT("it must not "),
    PALPATE_VIEW_INIT("they are not "), PALPATE_VIEW_INIT("they do not "),
    PALPATE_VIEW_INIT("they should not "), PALPATE_VIEW_INIT("these are not "),
    PALPATE_VIEW_INIT("these should not "), PALPATE_VIEW_INIT("only if "),
    PALPATE_VIEW_INIT("only when "), PALPATE_VIEW_INIT("only after "),
    PALPATE_VIEW_INIT("otherwise") };

static bool is_letter(char byte)
{
    char lower = (char)(byte | 0x20);

    return (lower >= 'a' && lower <= 'z') || (unsigned char)byte >= 0x80;
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

/* "don't", "isn’t": where the word starts that ends so. */
static bool is_contraction(palpate_view text, size_t place)
{
    size_t end = place;

    while (end < text.size && (is_letter(text.data[end]) || text.data[end] == '\''))
        end++;
    palpate_view word = view_slice(text, place, end - place);
    return view_ends_with(word, PALPATE_VIEW("n't")) ||
           view_ends_with(word, PALPATE_VIEW("n\xE2\x80\x99t"));
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
