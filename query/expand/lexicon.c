#include "query/expand/lexicon.h"

#include <string.h>

#include "core/ascii.h"
#include "core/view.h"
#include "query/expand/terms.h"

/* Bytes that a word and any other of the same term begin with: the rows that begin
   with them are looked at. */
enum { COMMON = 3 };

#define WORD(words, names) { PALPATE_VIEW_INIT(words), PALPATE_VIEW_INIT(names) },
static const struct row {
    palpate_view words;
    palpate_view names;
} ROWS[] = {
#include "words/en/lexicon.inc"
};

/* The first row that does not sort before `start`. */
static const struct row *first_row(palpate_view start)
{
    size_t low = 0;
    size_t high = sizeof ROWS / sizeof *ROWS;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (view_compare(ROWS[middle].words, start) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return ROWS + low;
}

/* Reads "name, name ~ name, name". */
static uint32_t read_names(struct thesaurus_name *names, palpate_view list)
{
    enum thesaurus_relation relation = RELATION_PROFESSIONAL;
    uint32_t count = 0;
    size_t start = 0;

    for (size_t i = 0; i <= list.size && count < LEXICON_NAMES; i++) {
        bool is_end = i == list.size || list.data[i] == ',' || list.data[i] == '~';
        if (!is_end)
            continue;
        names[count++] =
                (struct thesaurus_name){ view_trim(view_slice(list, start, i - start)),
                    PALPATE_VIEW(LEXICON_SOURCE), relation, false, false };
        if (i < list.size && list.data[i] == '~')
            relation = RELATION_CLOSE;
        start = i + 1;
    }
    return count;
}

uint32_t lexicon_find(struct thesaurus_name names[LEXICON_NAMES],
        struct analyzer *analyzer, const struct query_word *words, uint32_t count)
{
    const struct row *end = ROWS + sizeof ROWS / sizeof *ROWS;
    palpate_view start = view_slice(words[0].folded, 0, COMMON);

    for (const struct row *row = first_row(start);
            row < end && view_starts_with(row->words, start); row++)
        if (terms_name(analyzer, row->words, words, count))
            return read_names(names, row->names);
    return 0;
}

static bool has_word(struct analyzer *analyzer, palpate_view text, palpate_view term)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    while (token_next(&tokens, &token)) {
        const palpate_view word = { text.data + token.offset, token.size };
        if (ascii_lower(word.data[0]) == term.data[0] &&
                view_equals(term_of_word(analyzer, word), term))
            return true;
    }
    return false;
}

bool lexicon_has_word(struct analyzer *analyzer, palpate_view folded)
{
    char kept[WORD_SIZE];
    palpate_view term = term_of(analyzer, folded);

    if (term.size == 0 || term.size > sizeof kept)
        return false;
    memcpy(kept, term.data, term.size);
    term.data = kept;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (has_word(analyzer, ROWS[i].words, term) ||
                has_word(analyzer, ROWS[i].names, term))
            return true;
    return false;
}
