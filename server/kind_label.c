#include "server/kind_label.h"

#include <palpate/search.h>
#include <string.h>

static palpate_view word_of(uint32_t kind)
{
    const char *word = palpate_kind_name(kind);

    return (palpate_view){ word, strlen(word) };
}

const char *kind_to_choose(size_t place)
{
    uint32_t count = 0;

    while (palpate_kind_name(count) != NULL)
        count++;
    for (uint32_t kind = count; kind-- > 0;)
        if (palpate_kind_is_warning(word_of(kind)) && place-- == 0)
            return palpate_kind_name(kind);
    for (uint32_t kind = 1; kind < count; kind++)
        if (!palpate_kind_is_warning(word_of(kind)) && place-- == 0)
            return palpate_kind_name(kind);
    return place == 0 ? palpate_kind_name(0) : NULL;
}

bool kind_has_name(palpate_view kind)
{
    palpate_view other = word_of(0);
    bool is_other =
            kind.size == other.size && memcmp(kind.data, other.data, other.size) == 0;

    return !is_other && palpate_kind_label(kind) != NULL;
}
