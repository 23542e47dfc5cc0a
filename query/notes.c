#include "query/notes.h"

#include "core/fail.h"
#include "query/answer.h"

static const struct {
    enum query_note note;
    palpate_view sentence;
} READINGS[] = {
    { QUERY_NOTE_CUT,
            PALPATE_VIEW_INIT("The query is very long: its end was left out.") },
    { QUERY_NOTE_QUOTE,
            PALPATE_VIEW_INIT(
                    "A quotation mark had no partner: the phrase was read to the "
                    "end.") },
    { QUERY_NOTE_PARENTHESIS,
            PALPATE_VIEW_INIT("A parenthesis had no partner and was left out.") },
    { QUERY_NOTE_OPERATOR,
            PALPATE_VIEW_INIT(
                    "An operator had nothing to join and was read as a word.") },
    { QUERY_NOTE_FIELD,
            PALPATE_VIEW_INIT(
                    "There is no such field: it was read as words. Fields are "
                    "title, heading, kind, author, site, lang and date.") },
    { QUERY_NOTE_VALUE,
            PALPATE_VIEW_INIT("A kind or date could not be understood and was read as "
                              "words.") },
};

enum { NOTES_MOST = sizeof READINGS / sizeof *READINGS + 5 };

static bool has_only_stop_words(const struct finder *finder)
{
    for (uint32_t i = 0; i < finder->terms.count; i++)
        if (!finder->terms.terms[i].is_stop)
            return false;
    return finder->terms.count > 0;
}

palpate_status notes_write(struct finder *finder, palpate_error *err)
{
    palpate_answer *answer = finder->answer;
    palpate_view *notes = arena_zeroed(answer_arena(answer), NOTES_MOST, sizeof *notes);

    if (notes == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the notes of an answer");
    for (size_t i = 0; i < sizeof READINGS / sizeof *READINGS; i++)
        if ((finder->tree.notes & READINGS[i].note) != 0)
            notes[answer->note_count++] = READINGS[i].sentence;
    if (has_only_stop_words(finder))
        notes[answer->note_count++] = PALPATE_VIEW(
                "All words of the query are too common to be searched by themselves.");
    if (finder->takes_any)
        notes[answer->note_count++] = PALPATE_VIEW(
                "Nothing has all of the words: sorted by date is what has some.");
    if (finder->lacks_article)
        notes[answer->note_count++] = PALPATE_VIEW(
                "The index has no article at the address that others are to be like.");
    if (finder->options->like.size > 0 && finder->terms.count > 0)
        notes[answer->note_count++] =
                PALPATE_VIEW("Similar articles were looked for: of the query only its "
                             "filters hold.");
    if (finder->is_partial)
        notes[answer->note_count++] =
                PALPATE_VIEW("The time for this search ran out: there may be more.");
    answer->notes = notes;
    return PALPATE_OK;
}
