#include "server/sentence.h"

#include <string.h>

enum { MAX_GAPS = 2 };

static const enum phrase PHRASES[] = {
    SAY_NOTE_ANY,
    SAY_NOTE_COMMON,
    SAY_NOTE_DEPTH,
    SAY_NOTE_FIELD,
    SAY_NOTE_FILTERS,
    SAY_NOTE_HIDDEN,
    SAY_NOTE_LONG,
    SAY_NOTE_NAMES,
    SAY_NOTE_NEAR,
    SAY_NOTE_NO_ARTICLE,
    SAY_NOTE_OPERATOR,
    SAY_NOTE_PARENTHESIS,
    SAY_NOTE_PASSAGES,
    SAY_NOTE_PREFIX,
    SAY_NOTE_QUOTE,
    SAY_NOTE_SIMILAR,
    SAY_NOTE_TIME,
    SAY_NOTE_VALUE,
    SAY_PROBLEM_BUSY,
    SAY_PROBLEM_DATE,
    SAY_PROBLEM_FAILED,
    SAY_PROBLEM_KIND,
    SAY_PROBLEM_LABEL,
    SAY_PROBLEM_LANGUAGE,
    SAY_PROBLEM_LATE,
    SAY_PROBLEM_MEMORY,
    SAY_PROBLEM_MISSING,
    SAY_PROBLEM_NAME,
    SAY_PROBLEM_NUMBER,
    SAY_PROBLEM_RANGE,
    SAY_PROBLEM_SITE,
    SAY_PROBLEM_SWITCH,
};

/* What stands in the place of each {} of a phrase. */
struct gaps {
    palpate_view words[MAX_GAPS];
};

static bool starts_with(palpate_view text, palpate_view start)
{
    return text.size >= start.size &&
           (start.size == 0 || memcmp(text.data, start.data, start.size) == 0);
}

/* Where the piece after a gap starts: the last one has to end the text. */
static const char *find_piece(palpate_view text, palpate_view piece, bool is_last)
{
    if (is_last) {
        palpate_view end = { text.data + (text.size - piece.size), piece.size };
        return text.size >= piece.size && starts_with(end, piece) ? end.data : NULL;
    }
    return memmem(text.data, text.size, piece.data, piece.size);
}

/* Whether a sentence is this phrase in English. */
static bool is_phrase(struct gaps *gaps, palpate_view sentence, enum phrase phrase)
{
    const struct wording *english = wording_at(0);
    palpate_view piece = wording_piece(english, phrase, 0);

    if (!starts_with(sentence, piece))
        return false;
    palpate_view rest = { sentence.data + piece.size, sentence.size - piece.size };
    for (unsigned i = 1; (piece = wording_piece(english, phrase, i)).data != NULL;
            i++) {
        bool is_last = wording_piece(english, phrase, i + 1).data == NULL;
        const char *found = i > MAX_GAPS ? NULL : find_piece(rest, piece, is_last);
        if (found == NULL || found == rest.data)
            return false;
        gaps->words[i - 1] = (palpate_view){ rest.data, (size_t)(found - rest.data) };
        rest.size -= gaps->words[i - 1].size + piece.size;
        rest.data = found + piece.size;
    }
    return rest.size == 0;
}

static enum phrase find_phrase(struct gaps *gaps, palpate_view sentence)
{
    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++)
        if (is_phrase(gaps, sentence, PHRASES[i]))
            return PHRASES[i];
    return PHRASE_COUNT;
}

bool sentence_is_known(palpate_view sentence)
{
    struct gaps gaps = { { { NULL, 0 } } };

    return find_phrase(&gaps, sentence) != PHRASE_COUNT;
}

void sentence_say(struct text *text, palpate_view sentence)
{
    struct gaps gaps = { { { NULL, 0 } } };
    enum phrase phrase = find_phrase(&gaps, sentence);

    if (phrase == PHRASE_COUNT) {
        text_add_escaped(text, sentence);
        return;
    }
    for (unsigned i = 0; wording_piece(text->wording, phrase, i).data != NULL; i++) {
        if (i > 0)
            text_add_escaped(text, gaps.words[i - 1]);
        text_say_piece(text, phrase, i);
    }
}
