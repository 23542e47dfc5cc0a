#include "query/answer/notes.h"

#include <assert.h>

#include "core/fail.h"
#include "query/answer/answer.h"
#include "query/index/filters.h"

static const struct {
    enum query_note note;
    palpate_view sentence;
} READINGS[] = {
    { QUERY_NOTE_QUOTE,
            PALPATE_VIEW_INIT(
                    "A quotation mark is not closed: the phrase goes on to the "
                    "end.") },
    { QUERY_NOTE_PARENTHESIS,
            PALPATE_VIEW_INIT("A parenthesis has no partner and was ignored.") },
    { QUERY_NOTE_OPERATOR,
            PALPATE_VIEW_INIT(
                    "An operator has nothing to join and was read as a word.") },
    { QUERY_NOTE_FIELD,
            PALPATE_VIEW_INIT(
                    "Unknown field, read as words. The fields are " FIELD_WORDS ".") },
    { QUERY_NOTE_VALUE, PALPATE_VIEW_INIT("Unknown kind or date, read as words.") },
};

static_assert(PALPATE_DEADLINE_US == DEADLINE_SECONDS * 1000000,
        "docs/QUERY_SYNTAX.md says the seconds");

static const struct {
    palpate_view word;
    palpate_view note;
} LIMITS[] = {
#define LIMIT_ROW(name, word, documented, note) \
    [SEARCH_LIMIT_##name] = { PALPATE_VIEW_INIT(word), PALPATE_VIEW_INIT(note) },
    SEARCH_LIMITS(LIMIT_ROW)
#undef LIMIT_ROW
};

enum { MAX_NOTES = sizeof READINGS / sizeof *READINGS + SEARCH_LIMIT_COUNT + 6 };

static bool filters_were_cut(const struct query_tree *tree)
{
    struct filters filters = { 0 };

    filters_collect(&filters, tree->root, false);
    return filters.is_cut;
}

static bool prefix_was_cut(const struct query_terms *terms)
{
    for (uint32_t i = 0; i < terms->count; i++)
        if (terms->terms[i].is_cut)
            return true;
    return false;
}

static bool was_met(enum search_limit limit, const struct question *question,
        const struct candidates *candidates)
{
    switch (limit) {
    case SEARCH_LIMIT_QUERY: return (question->tree.notes & QUERY_NOTE_CUT) != 0;
    case SEARCH_LIMIT_DEPTH: return (question->tree.notes & QUERY_NOTE_DEEP) != 0;
    case SEARCH_LIMIT_NEAR: return (question->tree.notes & QUERY_NOTE_NEAR) != 0;
    case SEARCH_LIMIT_FILTERS: return filters_were_cut(&question->tree);
    case SEARCH_LIMIT_PREFIX: return prefix_was_cut(&question->terms);
    case SEARCH_LIMIT_NAMES: return question->expansions.count == MAX_SYNONYMS;
    case SEARCH_LIMIT_PASSAGES: return candidates->is_bounded;
    case SEARCH_LIMIT_TIME: return candidates->is_partial;
    case SEARCH_LIMIT_COUNT: break;
    }
    return false;
}

static bool has_only_stop_words(const struct query_terms *terms)
{
    for (uint32_t i = 0; i < terms->count; i++)
        if (!terms->terms[i].is_stop)
            return false;
    return terms->count > 0;
}

/* A note and a word for each limit that was met. */
static void write_limits(palpate_answer *answer, const struct question *question,
        const struct candidates *candidates, palpate_view *notes, palpate_view *limits)
{
    for (int i = 0; i < SEARCH_LIMIT_COUNT; i++) {
        if (!was_met((enum search_limit)i, question, candidates))
            continue;
        notes[answer->note_count++] = LIMITS[i].note;
        limits[answer->limit_count++] = LIMITS[i].word;
    }
}

palpate_status notes_write(palpate_answer *answer, const struct question *question,
        const struct candidates *candidates, palpate_error *err)
{
    palpate_view *notes = arena_zeroed(answer_arena(answer), MAX_NOTES, sizeof *notes);

    palpate_view *limits =
            arena_zeroed(answer_arena(answer), SEARCH_LIMIT_COUNT, sizeof *limits);

    if (notes == NULL || limits == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the notes of an answer");
    for (size_t i = 0; i < sizeof READINGS / sizeof *READINGS; i++)
        if ((question->tree.notes & READINGS[i].note) != 0)
            notes[answer->note_count++] = READINGS[i].sentence;
    if (has_only_stop_words(&question->terms))
        notes[answer->note_count++] =
                PALPATE_VIEW("All words of the query are too common to search for.");
    if (question->takes_any)
        notes[answer->note_count++] =
                PALPATE_VIEW("No article has all the words: these have some of them, "
                             "sorted by date.");
    if (answer->missing_count > 0)
        notes[answer->note_count++] = PALPATE_VIEW(
                "Parts of the index could not be asked: there may be more.");
    if (candidates->lacks_article)
        notes[answer->note_count++] =
                PALPATE_VIEW("The index has no article with this address.");
    if (question->options->like.size > 0 && question->terms.count > 0)
        notes[answer->note_count++] = PALPATE_VIEW(
                "These are similar articles: only the filters of the query "
                "were used.");
    if (candidates->hidden > 0 && question->options->explain)
        notes[answer->note_count++] = PALPATE_VIEW(
                "Pages that the curation of the index hides were left out.");
    write_limits(answer, question, candidates, notes, limits);
    answer->limits = limits;
    answer->notes = notes;
    return PALPATE_OK;
}
