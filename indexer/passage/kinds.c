#include "indexer/passage/kinds.h"

#include "core/view.h"
#include "core/word_rows.h"

enum { HEADING_SIZE = 512 /* bytes of a heading that are read, folded */ };

#define WORD(words, kind) \
    { PALPATE_VIEW_INIT(LANGUAGE), PALPATE_VIEW_INIT(words), KIND_##kind },
static const struct word_row HEADINGS[] = {
#include "words/all/headings.inc"
};

/* English headings as they are written: "safe?" asks, "safe" does not. */
static enum passage_kind kind_of_english(struct word_rows rows, palpate_view heading)
{
    for (size_t i = 0; i < rows.count; i++)
        if (view_find_ignoring_case(heading, rows.items[i].words) < heading.size)
            return (enum passage_kind)rows.items[i].value;
    return KIND_OTHER;
}

enum passage_kind kind_of_heading(palpate_view heading, const struct stemming *language)
{
    const struct word_rows all = { HEADINGS, sizeof HEADINGS / sizeof *HEADINGS };
    struct word_rows own = word_rows_of(all, language);
    char bytes[HEADING_SIZE];

    if (language == NULL || own.count == 0)
        return kind_of_english(word_rows_of(all, NULL), heading);
    palpate_view folded = { bytes, word_rows_fold(heading, bytes, sizeof bytes) };
    for (size_t i = 0; i < own.count; i++)
        if (word_row_is_in(own.items[i].words, folded))
            return (enum passage_kind)own.items[i].value;
    return KIND_OTHER;
}
