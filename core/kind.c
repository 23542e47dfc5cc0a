#include "core/kind.h"

#include "core/view.h"

static const palpate_view WORDS[KIND_COUNT] = {
#define PASSAGE_KIND_WORD(name, value, word) [value] = { (word), sizeof(word) - 1 },
    PASSAGE_KINDS(PASSAGE_KIND_WORD)
#undef PASSAGE_KIND_WORD
};

palpate_view kind_word(enum passage_kind kind)
{
    return (unsigned)kind < KIND_COUNT ? WORDS[kind] : WORDS[KIND_OTHER];
}

int kind_of_word(palpate_view word)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (view_equals_ignoring_case(WORDS[kind], word))
            return kind;
    return -1;
}
