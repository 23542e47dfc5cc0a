#include "indexer/metadata/statements.h"

#include "core/view.h"
#include "indexer/html/entities.h"
#include "indexer/metadata/dates.h"
#include "indexer/metadata/names.h"

/* The one order of trust: for each field the voices, the most trusted first.  A title
   is not here: titles.h weighs what they say against the headings of the page. */
static const enum voice TRUST[FACT_COUNT][VOICE_COUNT] = {
    [FACT_AUTHOR] = { VOICE_ARTICLE, VOICE_CARD, VOICE_META, VOICE_PROPERTY, VOICE_ITEM,
            VOICE_PAGE, VOICE_FRONT, VOICE_LINK, VOICE_MARK, VOICE_THING, VOICE_USER },
    [FACT_PUBLISHED] = { VOICE_ARTICLE, VOICE_PROPERTY, VOICE_META, VOICE_ITEM,
            VOICE_PAGE, VOICE_ADDRESS, VOICE_FRONT, VOICE_MARK, VOICE_FOOT },
    [FACT_MODIFIED] = { VOICE_ARTICLE, VOICE_PROPERTY, VOICE_META, VOICE_ITEM,
            VOICE_PAGE, VOICE_FRONT, VOICE_MARK, VOICE_FOOT },
    [FACT_LANGUAGE] = { VOICE_HEAD, VOICE_ARTICLE, VOICE_PAGE, VOICE_META,
            VOICE_PROPERTY },
    [FACT_DESCRIPTION] = { VOICE_META, VOICE_PROPERTY, VOICE_CARD, VOICE_ARTICLE,
            VOICE_PAGE, VOICE_ITEM },
    [FACT_SITE] = { VOICE_PROPERTY, VOICE_META, VOICE_ARTICLE, VOICE_PAGE, VOICE_THING,
            VOICE_ITEM },
    [FACT_TEXT] = { VOICE_ARTICLE },
    [FACT_IMAGE] = { VOICE_PROPERTY, VOICE_ARTICLE, VOICE_PAGE, VOICE_CARD,
            VOICE_ITEM },
    [FACT_REVIEWER] = { VOICE_ARTICLE, VOICE_PAGE, VOICE_ITEM, VOICE_META,
            VOICE_FRONT },
    [FACT_REVIEWED] = { VOICE_ARTICLE, VOICE_PAGE, VOICE_ITEM, VOICE_META, VOICE_FRONT,
            VOICE_FOOT },
};

static palpate_view normal(
        struct statements *statements, enum fact field, palpate_view text)
{
    struct date date;

    switch (field) {
    case FACT_PUBLISHED:
    case FACT_MODIFIED:
    case FACT_REVIEWED:
        return date_find(&date, text, statements->is_day_first)
                       ? date_iso(statements->arena, &date)
                       : (palpate_view){ "", 0 };
    case FACT_AUTHOR:
    case FACT_REVIEWER: return name_clean(entities_decode(statements->arena, text));
    case FACT_TEXT: return arena_copy(statements->arena, text);
    case FACT_IMAGE: return arena_copy(statements->arena, view_trim(text));
    default: return entities_decode(statements->arena, text);
    }
}

void statement_take(struct statements *statements, enum fact field, enum voice voice,
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
        if (view_equals_ignoring_case(name, statements->by[FACT_SITE][voice]))
            return true;
    return false;
}

palpate_view statement_trusted(const struct statements *statements, enum fact field)
{
    const palpate_view *by = statements->by[field];
    palpate_view best = { "", 0 };

    for (size_t i = 0; i < VOICE_COUNT && TRUST[field][i] != VOICE_NONE; i++) {
        palpate_view value = by[TRUST[field][i]];
        if (value.size == 0)
            continue;
        if (field != FACT_AUTHOR || !is_site(statements, value))
            return value;
        if (best.size == 0)
            best = value;
    }
    return best;
}
