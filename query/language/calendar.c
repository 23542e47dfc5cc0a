#include "query/language/calendar.h"

#include "core/view.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view TERMS[] = {
#include "words/en/calendar.inc"
};

enum { COUNT = sizeof TERMS / sizeof *TERMS };

static size_t place_of(palpate_view term)
{
    return view_place(term, TERMS, COUNT, sizeof *TERMS);
}

bool calendar_has(palpate_view term)
{
    return place_of(term) < COUNT;
}

bool calendar_abbreviates(palpate_view term)
{
    size_t place = place_of(term);

    /* In the order of their bytes the short form stands right before the long one. */
    return place + 1 < COUNT && view_starts_with(TERMS[place + 1], term);
}
