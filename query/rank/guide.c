#include "query/rank/guide.h"

static bool is_in_title(const struct passage_matches *matches, uint32_t term)
{
    const struct matches *title = &matches->field[FIELD_TITLE];

    for (uint32_t i = 0; i < title->count; i++)
        if (title->items[i].wanted == term)
            return true;
    return false;
}

double guide_to(const struct query_terms *terms, const struct passage_record *record,
        const struct passage_matches *matches)
{
    bool says_kind = false;
    double sum = 0;

    for (uint32_t i = 0; i < terms->count; i++) {
        const struct query_term *term = &terms->terms[i];
        if (!terms_counts(term) || !is_in_title(matches, i))
            continue;
        says_kind |= (term->kinds >> record->kind & 1) != 0;
        sum += term->kinds == 0 ? term->idf : 0;
    }
    return says_kind ? sum : 0;
}

uint32_t guide_kinds_beside(const struct query_terms *terms, uint32_t kinds,
        const struct passage_matches *matches)
{
    for (uint32_t i = 0; kinds != 0 && i < terms->count; i++)
        if ((terms->terms[i].kinds & kinds) != 0 && is_in_title(matches, i))
            kinds &= ~terms->terms[i].kinds;
    return kinds;
}
