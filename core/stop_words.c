#include "core/term.h"

#include "core/digest.h"
#include "core/view.h"

#define WORD(word) PALPATE_VIEW_INIT(word),
static const palpate_view STOP_WORDS[] = {
#include "words/en/stop_words.inc"
};

/* Of two words that are not empty.  They are short: a call would cost more. */
static int compare_words(palpate_view a, palpate_view b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    size_t same = 0;

    while (same < common && a.data[same] == b.data[same])
        same++;
    if (same < common)
        return (unsigned char)a.data[same] - (unsigned char)b.data[same];
    return (a.size > b.size) - (a.size < b.size);
}

bool is_stop_word(palpate_view folded)
{
    size_t low = 0;
    size_t high = sizeof STOP_WORDS / sizeof *STOP_WORDS;

    if (folded.size == 0)
        return false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_words(folded, STOP_WORDS[middle]);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

uint64_t stop_words_hash(void)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < sizeof STOP_WORDS / sizeof *STOP_WORDS; i++)
        hash = hash * 31 + hash_of(STOP_WORDS[i]);
    return hash;
}
