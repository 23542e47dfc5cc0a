#include "server/page_spelling.h"

#include <string.h>
#include <strings.h>

/* The word from `place` on, with the spaces before it, and moves `*place` after it. */
static palpate_view next_word(palpate_view words, size_t *place)
{
    size_t start = *place;

    while (*place < words.size && words.data[*place] == ' ')
        ++*place;
    while (*place < words.size && words.data[*place] != ' ')
        ++*place;
    return (palpate_view){ words.data + start, *place - start };
}

static palpate_view without_spaces(palpate_view word)
{
    while (word.size > 0 && word.data[0] == ' ') {
        word.data++;
        word.size--;
    }
    return word;
}

static bool has_word(palpate_view words, palpate_view word)
{
    for (size_t place = 0; place < words.size;) {
        palpate_view other = without_spaces(next_word(words, &place));
        if (other.size == word.size && word.size > 0 &&
                strncasecmp(other.data, word.data, word.size) == 0)
            return true;
    }
    return false;
}

static void add_emphasised(struct text *text, palpate_view spelling, palpate_view typed)
{
    for (size_t place = 0; place < spelling.size;) {
        palpate_view spaced = next_word(spelling, &place);
        palpate_view word = without_spaces(spaced);
        bool is_new = word.size > 0 && !has_word(typed, word);
        text_add(text, (palpate_view){ spaced.data, spaced.size - word.size });
        text_add_string(text, is_new ? "<em>" : "");
        text_add_escaped(text, word);
        text_add_string(text, is_new ? "</em>" : "");
    }
}

static void add_spelling(
        struct text *text, const struct shown *shown, palpate_view words)
{
    struct arguments other = shown->asked;

    asked_set_words(&other, words);
    asked_write_link(text, &other);
    text_add_string(text, " dir=\"auto\">");
    add_emphasised(text, words, shown->question->asked);
    text_add_string(text, "</a>");
}

void page_instead(
        struct text *text, const struct arguments *typed, const struct shown *shown)
{
    text_say_piece(text, SAY_SHOWING, 1);
    asked_write_link(text, typed);
    text_add_string(text, " dir=\"auto\">");
    text_add_escaped(text, shown->question->asked);
    text_add_string(text, "</a>");
    text_say_piece(text, SAY_SHOWING, 2);
    text_add_string(text, "</p>\n");
}

static void add_corrected(struct text *text, const struct shown *shown)
{
    struct arguments typed = shown->asked;

    asked_set(&typed, "no_correct", (palpate_view){ "1", 1 });
    asked_drop(&typed, "offset");
    text_add_string(text, "<p class=\"spelling\">");
    text_say_piece(text, SAY_SHOWING, 0);
    add_spelling(text, shown, shown->answer->corrected);
    page_instead(text, &typed, shown);
}

void page_spelling(struct text *text, const struct shown *shown)
{
    if (shown->answer->corrected.size > 0)
        add_corrected(text, shown);
    if (shown->answer->suggestion.size > 0) {
        text_add_string(text, "<p class=\"spelling\">");
        text_say_piece(text, SAY_DID_YOU_MEAN, 0);
        add_spelling(text, shown, shown->answer->suggestion);
        text_say_piece(text, SAY_DID_YOU_MEAN, 1);
        text_add_string(text, "</p>\n");
    }
}
