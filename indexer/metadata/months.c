#include "indexer/metadata/months.h"

#include <stddef.h>

#include "core/ascii.h"
#include "core/view.h"

#define WORD(name, month) { PALPATE_VIEW_INIT(name), month },
static const struct month_name {
    palpate_view name; /* first: view_place() compares it */
    int month;
} NAMES[] = {
#include "words/mul/months.inc"
};

enum { SHORTEST = 3, LONGEST = 16 /* bytes */ };
#undef WORD
#define WORD(name, month)                                                  \
    _Static_assert(sizeof(name) > SHORTEST && sizeof(name) - 1 <= LONGEST, \
            "size of a month");
#include "words/mul/months.inc"

int month_of(palpate_view word)
{
    enum { COUNT = sizeof NAMES / sizeof *NAMES };
    char lower[LONGEST];

    if (word.size < SHORTEST || word.size > LONGEST)
        return 0;
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.data[i];
        lower[i] = ascii_lower(byte);
    }
    size_t place = view_place(
            (palpate_view){ lower, word.size }, &NAMES[0].name, COUNT, sizeof *NAMES);
    return place < COUNT ? NAMES[place].month : 0;
}
