#include "query/rank/other_names.h"

/* Narrower things are examples: no article stands for the user's words by one. */
static const double SAME_THING = 0.5;

static bool stands_in(const struct matches *matches, uint32_t term)
{
    for (uint32_t i = 0; i < matches->count; i++)
        if (matches->items[i].wanted == term)
            return true;
    return false;
}

static bool has_own_words(const struct question *question,
        const struct candidate *candidate, const struct query_expansion *expansion)
{
    for (uint32_t i = 0; i < expansion->word_count; i++) {
        uint32_t term = expansion->words[i].wanted;
        bool is_found = question->terms.terms[term].is_stop;
        for (int field = 0; field < FIELD_COUNT; field++)
            is_found |= stands_in(&candidate->matches.field[field], term);
        if (!is_found)
            return false;
    }
    return true;
}

static uint32_t count_in(const struct candidate *candidate,
        const struct query_expansion *expansion, enum passage_field field)
{
    return verify_count(expansion->node, &candidate->matches, field);
}

const struct query_expansion *other_names_of(
        const struct question *question, const struct candidate *candidate)
{
    for (uint32_t i = 0; i < question->expansions.count; i++) {
        const struct query_expansion *expansion = question->expansions.items[i];
        uint32_t count = 0;
        for (int field = 0; field < FIELD_COUNT; field++)
            count += count_in(candidate, expansion, (enum passage_field)field);
        if (count > 0 && !has_own_words(question, candidate, expansion))
            return expansion;
    }
    return NULL;
}

bool other_names_lead(
        const struct question *question, const struct candidate *candidate)
{
    for (uint32_t i = 0; i < question->expansions.count; i++) {
        const struct query_expansion *expansion = question->expansions.items[i];
        if (expansion->weight >= SAME_THING && !expansion->is_loose &&
                count_in(candidate, expansion, FIELD_TITLE) +
                                count_in(candidate, expansion, FIELD_HEADING) >
                        0 &&
                !has_own_words(question, candidate, expansion))
            return true;
    }
    return false;
}
