#include "core/word_rows.h"

#include <string.h>

#include "core/token.h"
#include "core/view.h"

/* The first row whose language is not before `code`, or not after it. */
static size_t bound(struct word_rows all, palpate_view code, bool is_after)
{
    size_t low = 0;
    size_t high = all.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = view_compare(all.items[middle].language, code);
        if (order < 0 || (is_after && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct word_rows word_rows_of(struct word_rows all, const struct stemming *language)
{
    palpate_view code = language == NULL ? PALPATE_VIEW("en") : language->code;
    size_t first = bound(all, code, false);

    return (struct word_rows){ all.items + first, bound(all, code, true) - first };
}

struct word_rows word_rows_or_english(
        struct word_rows all, const struct stemming *language)
{
    struct word_rows own = word_rows_of(all, language);

    return own.count > 0 ? own : word_rows_of(all, NULL);
}

const struct word_row *word_rows_find(struct word_rows rows, palpate_view word)
{
    if (rows.count == 0)
        return NULL;
    size_t place =
            view_place(word, &rows.items[0].words, rows.count, sizeof *rows.items);
    return place < rows.count ? &rows.items[place] : NULL;
}

size_t word_rows_fold(palpate_view text, char *out, size_t room)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;
    char folded[WORD_SIZE];
    size_t size = 0;

    while (token_next(&tokens, &token)) {
        palpate_view word = { folded,
            word_fold(view_slice(text, token.offset, token.size), folded) };
        if (size + word.size + 2 > room)
            break;
        out[size++] = ' ';
        memcpy(out + size, word.data, word.size);
        size += word.size;
    }
    if (size < room)
        out[size++] = ' ';
    return size;
}

bool word_row_is_in(palpate_view words, palpate_view folded)
{
    static const palpate_view GAP = PALPATE_VIEW_INIT(" \u2026 ");

    for (;;) {
        size_t end = view_find(words, GAP);
        palpate_view part = view_slice(words, 0, end);
        size_t place = view_find(folded, part);
        if (place == folded.size)
            return false;
        if (end == words.size)
            return true;
        words = view_slice(words, end + GAP.size, words.size);
        folded = view_slice(folded, place + part.size, folded.size);
    }
}
