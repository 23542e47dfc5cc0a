#include "query/expand/lexicon.h"

#include <string.h>

#include "core/view.h"
#include "query/expand/terms.h"

/* Bytes that a word and any other of the same term begin with: the lines that begin
   with them are looked at. */
enum { COMMON = 3 };

static palpate_view line_at(palpate_view text, size_t place)
{
    const char *end = memchr(text.data + place, '\n', text.size - place);

    size_t size = end == NULL ? text.size - place : (size_t)(end - text.data) - place;

    return view_slice(text, place, size);
}

/* The start of the line that `place` is in. */
static size_t line_start(palpate_view text, size_t place)
{
    while (place > 0 && text.data[place - 1] != '\n')
        place--;
    return place;
}

/* The start of the first line that does not sort before `start`. */
static size_t first_line(palpate_view text, palpate_view start)
{
    size_t low = 0;
    size_t high = text.size;

    while (low < high) {
        size_t place = line_start(text, low + (high - low) / 2);
        palpate_view line = line_at(text, place);
        if (view_compare(line, start) < 0)
            low = place + line.size + 1;
        else
            high = place;
    }
    return low;
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
    static const palpate_view IS = PALPATE_VIEW_INIT(" = ");
    palpate_view text = lexicon_text();
    palpate_view start = view_slice(words[0].folded, 0,
            words[0].folded.size < COMMON ? words[0].folded.size : COMMON);

    for (size_t place = first_line(text, start); place < text.size;) {
        palpate_view line = line_at(text, place);
        size_t end = view_find(line, IS);
        if (!view_starts_with(line, start))
            return 0;
        if (end < line.size &&
                terms_name(analyzer, view_slice(line, 0, end), words, count))
            return read_names(names, view_slice(line, end + IS.size, line.size));
        place += line.size + 1;
    }
    return 0;
}
