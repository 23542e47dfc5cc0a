#include "indexer/passage/kinds.h"

#include "core/view.h"

#define WORD(words, kind) { PALPATE_VIEW_INIT(words), KIND_##kind },
static const struct {
    palpate_view words;
    enum passage_kind kind;
} HEADINGS[] = {
#include "words/en/headings.inc"
};

enum passage_kind kind_of_heading(palpate_view heading)
{
    for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++)
        if (view_find_ignoring_case(heading, HEADINGS[i].words) < heading.size)
            return HEADINGS[i].kind;
    return KIND_OTHER;
}
