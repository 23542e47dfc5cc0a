#include "indexer/metadata/statements.h"

#include <limits.h>

#include "core/buffer.h"
#include "core/token.h"
#include "core/view.h"
#include "indexer/html/entities.h"
#include "indexer/metadata/dates.h"
#include "indexer/metadata/name_additions.h"
#include "indexer/metadata/names.h"
#include "indexer/metadata/title_text.h"

/* The one order of trust: for each field the voices, the most trusted first.  A title
   is not here: titles.h weighs what they say against the headings of the page. */
static const enum voice TRUST[FACT_COUNT][VOICE_COUNT] = {
    [FACT_BYLINE] = { VOICE_ARTICLE, VOICE_CARD, VOICE_ITEM, VOICE_META, VOICE_PROPERTY,
            VOICE_PAGE, VOICE_FRONT, VOICE_LINK, VOICE_MARK, VOICE_THING, VOICE_FOOT,
            VOICE_USER, VOICE_EDITOR },
    [FACT_PUBLISHED] = { VOICE_ARTICLE, VOICE_PROPERTY, VOICE_META, VOICE_ITEM,
            VOICE_PAGE, VOICE_ADDRESS, VOICE_FRONT, VOICE_MARK, VOICE_CLASS,
            VOICE_FOOT },
    [FACT_MODIFIED] = { VOICE_ARTICLE, VOICE_PROPERTY, VOICE_META, VOICE_ITEM,
            VOICE_PAGE, VOICE_FRONT, VOICE_MARK, VOICE_FOOT, VOICE_SITEMAP },
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
    case FACT_BYLINE:
    case FACT_REVIEWER:
        text = name_clean(entities_decode(statements->arena, text));
        return name_without_signs(statements->arena, text);
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

void statement_add(struct statements *statements, enum fact field, enum voice voice,
        palpate_view name)
{
    enum { SIZE_MAX_NAMES = 1000 };
    palpate_view *all = &statements->by[field][voice];
    struct buffer names = { 0 };

    if (name.size == 0 || all->size > SIZE_MAX_NAMES)
        return;
    buffer_append(&names, *all);
    buffer_append_string(&names, all->size > 0 ? ", " : "");
    buffer_append(&names, name);
    palpate_view copy = arena_copy(statements->arena, buffer_view(&names));
    statements->failed |= names.failed || copy.data == NULL;
    if (copy.data != NULL)
        *all = copy;
    buffer_free(&names);
}

/* "Stiff knees | Knee News": the last part of a page's title names its site. */
static bool ends_title(const struct statements *statements, palpate_view name)
{
    palpate_view title = statements->by[FACT_TITLE][VOICE_HEAD];

    if (name.size == 0 || title.size < name.size + 3 ||
            !view_equals_ignoring_case(
                    view_slice(title, title.size - name.size, title.size), name))
        return false;
    palpate_view before = view_slice(title, 0, title.size - name.size);
    return view_ends_with(before, PALPATE_VIEW("| ")) ||
           view_ends_with(before, PALPATE_VIEW(" - ")) ||
           view_ends_with(before, PALPATE_VIEW(" \xE2\x80\x93 ")) ||
           view_ends_with(before, PALPATE_VIEW(" \xE2\x80\x94 ")) ||
           view_ends_with(before, PALPATE_VIEW(" \xC2\xB7 "));
}

bool statement_is_site(const struct statements *statements, palpate_view name)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (title_is_name_of(name, statements->by[FACT_SITE][voice]))
            return true;
    /* A person's own site is called as that person is. */
    return !name_is_likely(name, false) && title_is_of_host(name, statements->host);
}

/* How well what is said names a person; less is better. */
static int rank_of_author(
        const struct statements *statements, enum voice voice, palpate_view name)
{
    enum { PERSON, ORGANIZATION, SITE };

    if (statement_is_site(statements, name) ||
            (voice != VOICE_ARTICLE && ends_title(statements, name)))
        return SITE;
    return name_is_organization(name) ? ORGANIZATION : PERSON;
}

/* Whoever is named far from the title is believed only where no one else is named. */
static bool is_weak(enum voice voice)
{
    return voice == VOICE_USER || voice == VOICE_FOOT || voice == VOICE_EDITOR;
}

/* Writes the letters of a name without their accents, as many as there is room for. */
static palpate_view plain_letters(palpate_view name, char *room, size_t size)
{
    struct tokenizer tokens = tokens_of(name);
    struct token token;
    char folded[WORD_SIZE];
    size_t used = 0;

    while (token_next(&tokens, &token)) {
        size_t count = word_fold(view_slice(name, token.offset, token.size), folded);
        for (size_t i = 0; i < count && used < size; i++)
            if (folded[i] != '_')
                room[used++] = folded[i];
    }
    return (palpate_view){ room, used };
}

static bool is_same_plain(palpate_view a, palpate_view b)
{
    enum { NAME_SIZE = 100 };
    char room_a[NAME_SIZE];
    char room_b[NAME_SIZE];
    palpate_view letters = plain_letters(a, room_a, sizeof room_a);

    return letters.size > 0 &&
           view_equals(letters, plain_letters(b, room_b, sizeof room_b));
}

/* Where a program says the name of an account, "janedoe", the same name as people write
   it, "Jane Doe". */
static palpate_view spelled_out(
        const struct statements *statements, palpate_view account)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++) {
        palpate_view name = statements->by[FACT_BYLINE][voice];
        if (name_is_likely(name, false) &&
                (title_is_same(name, account) || is_same_plain(name, account)))
            return name;
    }
    return account;
}

/* The person whom the page shows twice as its author, where programs say an account, as
   of whoever put the text in, or the name with that of the site. */
static palpate_view shown_author(
        const struct statements *statements, palpate_view stated)
{
    const palpate_view *by = statements->by[FACT_BYLINE];
    palpate_view shown = by[VOICE_FRONT];
    bool is_compound = view_find(stated, PALPATE_VIEW(" - ")) < stated.size ||
                       view_find(stated, PALPATE_VIEW(" | ")) < stated.size;

    if ((!name_is_account(stated) && !is_compound) || !name_are_likely(shown, false) ||
            (!title_is_same(shown, by[VOICE_LINK]) &&
                    !title_is_same(shown, by[VOICE_MARK])))
        return stated;
    return is_compound && view_find(stated, shown) == stated.size ? stated : shown;
}

/* Whether a date says no zone or that of Greenwich, as servers do wherever their
   readers are. */
static bool is_without_zone(palpate_view date)
{
    enum { DAY = 10, TO_MINUTES = 16 };
    palpate_view rest = view_slice(date, TO_MINUTES, date.size);

    return date.size == DAY || view_ends_with(date, PALPATE_VIEW("Z")) ||
           view_ends_with(date, PALPATE_VIEW("+00:00")) ||
           (view_find(rest, PALPATE_VIEW("+")) == rest.size &&
                   view_find(rest, PALPATE_VIEW("-")) == rest.size);
}

/* Whether a voice says the day of `date`. */
static bool says_day(palpate_view said, palpate_view date)
{
    enum { DAY = 10 };

    return view_starts_with(said, view_slice(date, 0, DAY));
}

/* Whether no voice but one says this day. */
static bool is_said_once(const palpate_view *by, palpate_view date)
{
    int count = 0;

    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        count += says_day(by[voice], date);
    return count == 1;
}

/* Whether one day is the other with its month and day the other way round. */
static bool are_swapped(const struct date *a, const struct date *b)
{
    return a->year == b->year && a->month == b->day && a->day == b->month;
}

/* The date that readers see, if it corrects the one for programs: that may be in UTC,
   metas that only name a date often say when a page was made or fetched, and JSON-LD
   alone when a program wrote it anew. */
static palpate_view shown_date(
        const palpate_view *by, enum voice voice, palpate_view stated)
{
    const palpate_view shown = by[VOICE_FRONT];
    struct date a;
    struct date b;

    if (shown.size == 0 || voice == VOICE_FRONT || !date_find(&a, shown, false) ||
            !date_find(&b, stated, false))
        return stated;
    bool is_near = is_without_zone(stated) && date_are_next(&a, &b);
    bool is_agreed = voice == VOICE_META && (says_day(by[VOICE_MARK], shown) ||
                                                    says_day(by[VOICE_ITEM], shown) ||
                                                    says_day(by[VOICE_CLASS], shown));
    bool is_alone =
            voice == VOICE_ARTICLE && is_said_once(by, stated) && !are_swapped(&a, &b);
    return is_near || is_agreed || is_alone ? shown : stated;
}

palpate_view statement_trusted(const struct statements *statements, enum fact field)
{
    const palpate_view *by = statements->by[field];
    palpate_view best = { "", 0 };
    int best_rank = INT_MAX;

    for (size_t i = 0; i < VOICE_COUNT && TRUST[field][i] != VOICE_NONE; i++) {
        palpate_view value = by[TRUST[field][i]];
        if (value.size == 0)
            continue;
        if (field == FACT_PUBLISHED)
            return shown_date(by, TRUST[field][i], value);
        if (field != FACT_BYLINE)
            return value;
        int rank = rank_of_author(statements, TRUST[field][i], value);
        if (rank >= best_rank || (best.size > 0 && is_weak(TRUST[field][i])))
            continue;
        best = value;
        best_rank = rank;
    }
    if (field == FACT_BYLINE)
        best = shown_author(statements, best);
    return name_is_account(best) ? spelled_out(statements, best) : best;
}
