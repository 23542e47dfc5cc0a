#include "query/answer/reference.h"

#include "core/ascii.h"
#include "core/sentence.h"
#include "core/view.h"

enum {
    SAID_FIRST = 60, /* bytes before a reference that say something of their own */
    EARLY_WORDS = 9  /* of a sentence, among which it says what it speaks of */
};

enum place { PLACE_STARTS, PLACE_INSIDE, PLACE_EARLY };

struct phrase {
    palpate_view words;
    enum place place;
};

#define WORD(words, place) { PALPATE_VIEW_INIT(words), PLACE_##place },
static const struct phrase REFERRALS[] = {
#include "words/en/referrals.inc"
};
static const struct phrase BACK_REFERENCES[] = {
#include "words/en/back_references.inc"
};

/* Whether `words` stand at `place`, and no word goes on after them. */
static bool stands_at(palpate_view text, size_t place, palpate_view words)
{
    size_t end = place + words.size;

    return end <= text.size &&
           view_equals_ignoring_case(view_slice(text, place, words.size), words) &&
           (end == text.size || !ascii_is_letter(text.data[end]));
}

/* Where the first word of a sentence begins, after bullets and quotation marks. */
static size_t first_word(palpate_view sentence)
{
    size_t place = 0;

    while (place < sentence.size && !ascii_is_alphanumeric(sentence.data[place]))
        place++;
    return place;
}

/* Where the word after the one at `place` begins. */
static size_t next_word(palpate_view text, size_t place)
{
    while (place < text.size && text.data[place] != ' ')
        place++;
    while (place < text.size && text.data[place] == ' ')
        place++;
    return place;
}

/* The first two letters of a phrase, none of which is shorter. */
static unsigned letters_of(const char *phrase)
{
    return (unsigned)(unsigned char)phrase[0] << 8 | (unsigned char)phrase[1];
}

/* The first of the phrases, which are sorted, that starts with these two letters or
   later ones. */
static size_t first_of_letters(
        const struct phrase *phrases, size_t count, unsigned letters)
{
    size_t low = 0;

    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (letters_of(phrases[middle].words.data) < letters)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

static bool has_phrase(palpate_view text, size_t place, const struct phrase *phrases,
        size_t count, enum place where)
{
    if (text.data == NULL || place + 1 >= text.size)
        return false;
    const char start[2] = { ascii_lower(text.data[place]),
        ascii_lower(text.data[place + 1]) };
    unsigned letters = letters_of(start);
    for (size_t i = first_of_letters(phrases, count, letters);
            i < count && letters_of(phrases[i].words.data) == letters; i++)
        if (phrases[i].place == where && stands_at(text, place, phrases[i].words))
            return true;
    return false;
}

/* Where a sentence begins to name another page, if that is before `most`; its size
   where it does not. */
static size_t reference_before(palpate_view sentence, size_t most)
{
    enum { COUNT = sizeof REFERRALS / sizeof *REFERRALS };
    size_t first = first_word(sentence);

    if (has_phrase(sentence, first, REFERRALS, COUNT, PLACE_STARTS))
        return first;
    bool is_here = false; /* "this article on elbows" is the page itself */
    for (size_t place = first; place < sentence.size && place < most;
            place = next_word(sentence, place)) {
        size_t word = place + first_word(view_slice(sentence, place, sentence.size));
        if (!is_here && has_phrase(sentence, word, REFERRALS, COUNT, PLACE_INSIDE))
            return word;
        is_here = view_equals_ignoring_case(
                view_slice(sentence, word, 5), PALPATE_VIEW("this "));
    }
    return sentence.size;
}

size_t reference_to_page(palpate_view sentence)
{
    return reference_before(sentence, sentence.size);
}

bool reference_is_all(palpate_view sentence)
{
    size_t place = reference_before(sentence, SAID_FIRST);

    bool is_aside = view_ends_with(view_slice(sentence, 0, place), PALPATE_VIEW("("));

    return place < sentence.size && place < SAID_FIRST && !is_aside;
}

bool reference_is_whole(palpate_view text)
{
    for (size_t place = 0, end = 0; place < text.size; place = end) {
        end = sentence_end(text, place);
        if (!reference_is_all(view_slice(text, place, end - place)))
            return false;
    }
    return text.size > 0;
}

bool reference_leans_back(palpate_view sentence)
{
    enum { COUNT = sizeof BACK_REFERENCES / sizeof *BACK_REFERENCES };
    size_t place = first_word(sentence);

    if (has_phrase(sentence, place, BACK_REFERENCES, COUNT, PLACE_STARTS))
        return true;
    for (int i = 0; i < EARLY_WORDS && place < sentence.size; i++) {
        if (has_phrase(sentence, place, BACK_REFERENCES, COUNT, PLACE_EARLY))
            return true;
        place = next_word(sentence, place);
    }
    return false;
}
