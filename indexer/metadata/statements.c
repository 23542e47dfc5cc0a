#include "indexer/metadata/statements.h"

#include "core/view.h"
#include "indexer/html/entities.h"
#include "indexer/metadata/dates.h"
#include "indexer/metadata/names.h"

/* The one order of trust: for each field the voices, the most trusted first.  A title
   is not here: titles.h weighs what they say against the headings of the page. */
static const enum voice TRUST[FIELD_COUNT][VOICE_COUNT] = {
    [FIELD_AUTHOR] = { VOICE_ARTICLE, VOICE_CARD, VOICE_META, VOICE_PROPERTY,
            VOICE_ITEM, VOICE_PAGE, VOICE_FRONT, VOICE_LINK, VOICE_MARK, VOICE_THING,
            VOICE_USER },
    [FIELD_PUBLISHED] = { VOICE_ARTICLE, VOICE_PROPERTY, VOICE_META, VOICE_ITEM,
            VOICE_PAGE, VOICE_ADDRESS, VOICE_FRONT, VOICE_MARK, VOICE_FOOT },
    [FIELD_MODIFIED] = { VOICE_ARTICLE, VOICE_PROPERTY, VOICE_META, VOICE_ITEM,
            VOICE_PAGE, VOICE_FRONT, VOICE_MARK, VOICE_FOOT },
    [FIELD_LANGUAGE] = { VOICE_HEAD, VOICE_ARTICLE, VOICE_PAGE, VOICE_META,
            VOICE_PROPERTY },
    [FIELD_DESCRIPTION] = { VOICE_META, VOICE_PROPERTY, VOICE_CARD, VOICE_ARTICLE,
            VOICE_PAGE, VOICE_ITEM },
    [FIELD_SITE] = { VOICE_PROPERTY, VOICE_META, VOICE_ARTICLE, VOICE_PAGE, VOICE_THING,
            VOICE_ITEM },
    [FIELD_TEXT] = { VOICE_ARTICLE },
    [FIELD_IMAGE] = { VOICE_PROPERTY, VOICE_ARTICLE, VOICE_PAGE, VOICE_CARD,
            VOICE_ITEM },
    [FIELD_REVIEWER] = { VOICE_ARTICLE, VOICE_PAGE, VOICE_ITEM, VOICE_META,
            VOICE_FRONT },
    [FIELD_REVIEWED] = { VOICE_ARTICLE, VOICE_PAGE, VOICE_ITEM, VOICE_META, VOICE_FRONT,
            VOICE_FOOT },
};

static palpate_view normal(
        struct statements *statements, enum field field, palpate_view text)
{
    struct date date;

    switch (field) {
    case FIELD_PUBLISHED:
    case FIELD_MODIFIED:
    case FIELD_REVIEWED:
        return date_find(&date, text, statements->is_day_first)
                       ? date_iso(statements->arena, &date)
                       : (palpate_view){ "", 0 };
    case FIELD_AUTHOR:
    case FIELD_REVIEWER: return name_clean(entities_decode(statements->arena, text));
    case FIELD_TEXT: return arena_copy(statements->arena, text);
    case FIELD_IMAGE: return arena_copy(statements->arena, view_trim(text));
    default: return entities_decode(statements->arena, text);
    }
}

void statement_take(struct statements *statements, enum field field, enum voice voice,
        palpate_view text)
{
    palpate_view *to = &statements->by[field][voice];

    if (to->size > 0 || text.size == 0)
        return;
    *to = normal(statements, field, text);
    statements->failed |= to->data == NULL;
}

/* Pages without a writer name their site; those with one sometimes too. */
static bool is_site(const struct statements *statements, palpate_view name)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (view_equals_ignoring_case(name, statements->by[FIELD_SITE][voice]))
            return true;
    return false;
}

palpate_view statement_trusted(const struct statements *statements, enum field field)
{
    const palpate_view *by = statements->by[field];
    palpate_view best = { "", 0 };

    for (size_t i = 0; i < VOICE_COUNT && TRUST[field][i] != VOICE_NONE; i++) {
        palpate_view value = by[TRUST[field][i]];
        if (value.size == 0)
            continue;
        if (field != FIELD_AUTHOR || !is_site(statements, value))
            return value;
        if (best.size == 0)
            best = value;
    }
    return best;
}
