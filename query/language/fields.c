#include "query/language/fields.h"

#include "core/view.h"

static const palpate_view WORDS[] = { [QUERY_ANYWHERE] = PALPATE_VIEW_INIT(""),
#define FIELD_ROW(name, word, facet) [QUERY_##name] = PALPATE_VIEW_INIT(word),
    WORD_FIELDS(FIELD_ROW) FILTER_FIELDS(FIELD_ROW)
#undef FIELD_ROW
};

palpate_view field_word(enum query_field field)
{
    return WORDS[field];
}

bool field_of_word(enum query_field *field, palpate_view word)
{
    for (size_t i = QUERY_ANYWHERE + 1; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (view_equals(word, WORDS[i])) {
            *field = (enum query_field)i;
            return true;
        }
    }
    return false;
}

bool field_is_filter(enum query_field field)
{
#define FIELD_IS(name, word, facet) || field == QUERY_##name
    return false FILTER_FIELDS(FIELD_IS);
#undef FIELD_IS
}
