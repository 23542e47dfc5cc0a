#include "query/answer/sureness.h"

#include "core/kind.h"
#include "query/answer/sentences.h"
#include "query/language/amounts.h"
#include "query/rank/asked.h"

/* What another name weighs at least that is the same thing, and no example of it. */
static const double SAME_THING = 0.5;

enum { MARKS = 32 /* of an excerpt that are looked at */ };

static bool has_term(const struct candidate *candidate, uint32_t term)
{
    for (int field = 0; field < FIELD_COUNT; field++) {
        const struct matches *here = &candidate->matches.field[field];
        for (uint32_t i = 0; i < here->count; i++)
            if (here->items[i].wanted == term)
                return true;
    }
    return false;
}

static bool has_name(const struct candidate *candidate, const struct query_node *name)
{
    for (int field = 0; field < FIELD_COUNT; field++)
        if (verify_count(name, &candidate->matches, (enum passage_field)field) > 0)
            return true;
    return false;
}

/* Whether the passage calls what a term is part of by another name. */
static bool has_other_name(const struct question *question,
        const struct candidate *candidate, uint32_t term)
{
    for (uint32_t i = 0; i < question->expansions.count; i++) {
        const struct query_expansion *expansion = question->expansions.items[i];
        bool is_of_it = false;
        for (uint32_t k = 0; k < expansion->word_count; k++)
            is_of_it |= expansion->words[k].wanted == term;
        if (is_of_it && expansion->weight >= SAME_THING &&
                has_name(candidate, expansion->node))
            return true;
    }
    return false;
}

/* Whether the passage has all that the question names, and it names something. */
static bool says_all(const struct question *question, const struct candidate *candidate)
{
    uint32_t named = 0;

    for (uint32_t i = 0; i < question->terms.count; i++) {
        if (!terms_name_something(&question->terms.terms[i]))
            continue;
        named++;
        if (!has_term(candidate, i) && !has_other_name(question, candidate, i))
            return false;
    }
    return named > 0;
}

static bool gives_amount(const struct question *question, palpate_view excerpt)
{
    if (question->counted.size > 0 && amounts_count(excerpt, question->counted))
        return true;
    return question->amounts == 0 || amounts_are_given(excerpt, question->amounts);
}

/* Whether a passage is of another kind than what the question asks for: what a thing is
   does not say whether it may be done, nor how. */
static bool is_of_other_kind(
        const struct question *question, const struct passage_record *record)
{
    bool has_kind = record->kind != KIND_OTHER && record->kind != KIND_FAQ;

    return (question->asks_if_safe || question->kinds != 0) && has_kind &&
           !kind_is_warning(record->kind) &&
           !asked_is_answered(question->kinds, record);
}

/* Whether one of the sentences says what a thing is. */
static bool defines(const struct candidate *candidate, const palpate_hit *hit)
{
    struct sentence_mark marks[MARKS];
    struct sentences sentences;
    size_t count = 0;

    for (size_t i = 0; i < hit->snippet_mark_count && count < MARKS; i++)
        marks[count++] = (struct sentence_mark){ hit->snippet_marks[i], 0, 1 };
    sentences_read(&sentences, hit->snippet, marks, count, candidate->language);
    for (size_t i = 0; i < sentences.count; i++)
        if (sentences.defines[i])
            return true;
    return false;
}

/* Whether the passage is about what is asked of the thing, and not about the thing
   alone.  Whether something may be done is answered by what warns, or by what asks the
   same; and what something is by a sentence that says it, for "what is the best way"
   begins in the same way. */
static bool is_to_the_point(const struct question *question,
        const struct candidate *candidate, const palpate_hit *hit)
{
    const struct passage_record *record = &candidate->record;

    if (candidate->score.part[RANK_HEADING] > 0)
        return !is_of_other_kind(question, record);
    if (question->asks_if_safe)
        return kind_is_warning(record->kind);
    return asked_is_answered(question->kinds, record) &&
           (record->kind != KIND_DEFINITION || defines(candidate, hit));
}

bool sureness_has(const struct question *question, const struct candidate *candidate,
        const palpate_hit *hit)
{
    return question->tree.is_question && !question->takes_any &&
           !candidate->is_related && !candidate->record.is_doubtful &&
           hit->snippet.size > 0 && says_all(question, candidate) &&
           gives_amount(question, hit->snippet) &&
           is_to_the_point(question, candidate, hit);
}
