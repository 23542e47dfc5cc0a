#include "core/kind.h"

#include "core/view.h"

static const struct {
    palpate_view word;
    const char *label;
    bool warns;
} KINDS[KIND_COUNT] = {
#define PASSAGE_KIND_ROW(name, value, word, label, warns) \
    [value] = { PALPATE_VIEW_INIT(word), label, warns },
    PASSAGE_KINDS(PASSAGE_KIND_ROW)
#undef PASSAGE_KIND_ROW
};

static bool is_kind(int kind)
{
    return kind >= 0 && kind < KIND_COUNT;
}

palpate_view kind_word(enum passage_kind kind)
{
    return KINDS[is_kind((int)kind) ? kind : KIND_OTHER].word;
}

int kind_of_word(palpate_view word)
{
    for (int kind = 0; kind < KIND_COUNT; kind++)
        if (view_equals_ignoring_case(KINDS[kind].word, word))
            return kind;
    return -1;
}

const char *kind_label(int kind)
{
    return is_kind(kind) ? KINDS[kind].label : NULL;
}

bool kind_is_warning(int kind)
{
    return is_kind(kind) && KINDS[kind].warns;
}
