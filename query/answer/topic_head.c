#include "query/answer/topic_head.h"

#include "core/ascii.h"
#include "core/term.h"
#include "core/view.h"
#include "query/language/question_words.h"

enum {
    MOST_WORDS = 6, /* of a name; more are a sentence */
    MOST_BYTES = 60
};

/* What comes before an explanation. */
static const palpate_view JOINTS[] = { PALPATE_VIEW_INIT(":"), PALPATE_VIEW_INIT(" - "),
    PALPATE_VIEW_INIT(" \xE2\x80\x93 "), PALPATE_VIEW_INIT(" \xE2\x80\x94 "),
    PALPATE_VIEW_INIT(" | "), PALPATE_VIEW_INIT("("), PALPATE_VIEW_INIT("\xEF\xBC\x88"),
    PALPATE_VIEW_INIT("\xEF\xBC\x9A") };

#define WORD(words) PALPATE_VIEW_INIT(words),
static const palpate_view NO_TOPICS[] = {
#include "words/mul/no_topics.inc"
};

palpate_view topic_head(palpate_view title)
{
    size_t size = title.size;

    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
        size_t place = view_find(title, JOINTS[i]);
        if (place > 0 && place < size)
            size = place;
    }
    return view_trim(view_slice(title, 0, size));
}

static palpate_view first_word(palpate_view key)
{
    return view_slice(key, 0, view_find(key, PALPATE_VIEW(" ")));
}

/* "10 ways", "2023": a count, and no name as "3D printing" is. */
static bool is_number(palpate_view word)
{
    if (word.data == NULL)
        return false;
    for (size_t i = 0; i < word.size; i++)
        if (!ascii_is_digit((unsigned char)word.data[i]))
            return false;
    return true;
}

static bool is_of_site(palpate_view key)
{
    for (size_t i = 0; i < sizeof NO_TOPICS / sizeof *NO_TOPICS; i++) {
        bool is_start = view_ends_with(NO_TOPICS[i], PALPATE_VIEW(" "));
        if (is_start ? view_starts_with(key, NO_TOPICS[i])
                     : view_equals(key, NO_TOPICS[i]))
            return true;
    }
    return false;
}

static bool is_stop(palpate_view word, const struct stemming *language)
{
    return language == NULL ? is_stop_word(word)
                            : stemming_has_stop_word(language, word);
}

palpate_view topic_sort_key(palpate_view key, const struct stemming *language)
{
    palpate_view rest = key;
    palpate_view word = first_word(rest);

    while (word.size < rest.size && is_stop(word, language)) {
        rest = view_slice(rest, word.size + 1, rest.size);
        word = first_word(rest);
    }
    return rest;
}

bool topic_head_names(
        palpate_view head, palpate_view key, const struct stemming *language)
{
    const palpate_view named = topic_sort_key(key, language);
    size_t words = 1;

    for (size_t i = 0; i < head.size; i++)
        words += head.data[i] == ' ';
    if (key.size == 0 || head.size > MOST_BYTES || words > MOST_WORDS)
        return false;
    bool asks = is_question(head, language) ||
                view_find(head, PALPATE_VIEW("?")) < head.size;
    return !asks && !is_number(first_word(key)) && !is_of_site(key) &&
           !is_stop(named, language);
}
