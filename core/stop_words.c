#include "core/term.h"

#include <string.h>

#include "core/digest.h"
#include "core/view.h"

enum { ROOM = 16 /* bytes of a stop word, the rest are NULs */ };

#define WORD(word) word,
static const char STOP_WORDS[][ROOM] = {
#include "words/en/stop_words.inc"
};
#undef WORD

/* A word as two numbers that are in the order of the words. */
struct word_number {
    uint64_t first;
    uint64_t second;
};

/* Compilers make one load of this, and of a loop they do not. */
static uint64_t eight_bytes(const char *bytes)
{
    const unsigned char *const byte = (const unsigned char *)bytes;

    return (uint64_t)byte[0] << 56 | (uint64_t)byte[1] << 48 | (uint64_t)byte[2] << 40 |
           (uint64_t)byte[3] << 32 | (uint64_t)byte[4] << 24 | (uint64_t)byte[5] << 16 |
           (uint64_t)byte[6] << 8 | (uint64_t)byte[7];
}

static struct word_number number_of(const char bytes[ROOM])
{
    return (struct word_number){ eight_bytes(bytes),
        eight_bytes(bytes + sizeof(uint64_t)) };
}

/* Every word of a page is asked about several times. */
bool is_stop_word(palpate_view folded)
{
    char bytes[ROOM] = { 0 };
    size_t low = 0;
    size_t high = sizeof STOP_WORDS / sizeof *STOP_WORDS;

    if (folded.size == 0 || folded.size >= ROOM)
        return false;
    memcpy(bytes, folded.data, folded.size);
    const struct word_number wanted = number_of(bytes);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct word_number word = number_of(STOP_WORDS[middle]);
        if (word.first == wanted.first && word.second == wanted.second)
            return true;
        if (word.first < wanted.first ||
                (word.first == wanted.first && word.second < wanted.second))
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

uint64_t stop_words_hash(void)
{
    uint64_t hash = 0;

    for (size_t i = 0; i < sizeof STOP_WORDS / sizeof *STOP_WORDS; i++)
        hash = hash * 31 + hash_of(view_of(STOP_WORDS[i]));
    return hash;
}
