#include "indexer/metadata/months.h"

#include <stddef.h>

#include "core/view.h"
#include "indexer/metadata/letters.h"

#define WORD(name, month) { PALPATE_VIEW_INIT(name), month },
static const struct month_name {
    palpate_view name; /* first: view_place() compares it */
    int month;
} NAMES[] = {
#include "words/mul/months.inc"
};

enum { SHORTEST = 3 /* bytes */ };
#undef WORD
#define WORD(name, month)                                                     \
    _Static_assert(sizeof(name) > SHORTEST && sizeof(name) - 1 <= MONTH_SIZE, \
            "size of a month");
#include "words/mul/months.inc"

int month_of(palpate_view word)
{
    enum { COUNT = sizeof NAMES / sizeof *NAMES };
    char lower[MONTH_SIZE];

    if (word.size < SHORTEST || word.size > MONTH_SIZE)
        return 0;
    size_t place = view_place(letters_lower(word, lower, sizeof lower), &NAMES[0].name,
            COUNT, sizeof *NAMES);
    return place < COUNT ? NAMES[place].month : 0;
}
