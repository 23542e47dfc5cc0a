#include "core/common_words.h"

#include <string.h>

#include "core/digest.h"
#include "core/view.h"

enum { STEM_SIZE = 12 }; /* bytes of a row, with the NUL: no row needs an address */

#define WORD(stem) stem,
static const char STEMS[][STEM_SIZE] = {
#include "words/en/common_stems.inc"
};

enum { STEM_COUNT = sizeof STEMS / sizeof *STEMS };

bool is_common_term(palpate_view term)
{
    size_t low = 0;
    size_t high = STEM_COUNT;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = view_compare(term, view_of(STEMS[middle]));
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

uint64_t common_words_hash(void)
{
    return hash_of((palpate_view){ &STEMS[0][0], sizeof STEMS });
}
