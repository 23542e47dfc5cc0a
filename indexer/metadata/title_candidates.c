#include "indexer/metadata/title_candidates.h"

#include <string.h>

#include "core/view.h"

static const enum voice VOICES[SOURCE_H1] = {
    [SOURCE_HEAD] = VOICE_HEAD,
    [SOURCE_PROPERTY] = VOICE_PROPERTY,
    [SOURCE_CARD] = VOICE_CARD,
    [SOURCE_META] = VOICE_META,
    [SOURCE_ARTICLE] = VOICE_ARTICLE,
    [SOURCE_PAGE] = VOICE_PAGE,
    [SOURCE_THING] = VOICE_THING,
};

static enum title_group group_of(enum title_source source)
{
    if (source == SOURCE_HEAD)
        return TITLE_GROUP_HEAD;
    return source < SOURCE_H1 ? TITLE_GROUP_TOLD : TITLE_GROUP_HEADING;
}

palpate_view title_told(const struct statements *statements, enum title_source source)
{
    palpate_view text = statements->by[FACT_TITLE][VOICES[source]];

    return text.size > TITLE_SIZE ? (palpate_view){ NULL, 0 } : text;
}

bool title_is_site(const struct title_site *site, palpate_view part)
{
    for (size_t voice = 0; voice < VOICE_COUNT; voice++)
        if (title_is_name_of(part, site->statements->by[FACT_SITE][voice]))
            return true;
    return title_is_of_host(part, site->host);
}

/* The candidate of this text; NULL for what has no letters, and where there are enough.
   Of two that differ in spaces the one with more words is kept: in headings, elements
   part words that have nothing between them. */
static struct title_candidate *candidate_of(struct title_list *list, palpate_view text)
{
    text = view_trim(text);
    struct title_words words = title_words_of(text);
    uint64_t hash = title_hash(text);

    for (uint32_t i = 0; i < list->count; i++) {
        struct title_candidate *old = &list->items[i];
        if (old->hash != hash)
            continue;
        if (words.count > old->words.count) {
            old->text = text;
            old->words = words;
        }
        return old;
    }
    if (words.count == 0 || list->count == TITLE_CANDIDATES)
        return NULL;
    struct title_candidate *fresh = &list->items[list->count++];
    *fresh = (struct title_candidate){ .text = text, .hash = hash, .words = words };
    return fresh;
}

static enum title_cut cut_of(uint32_t first, uint32_t end, uint32_t count)
{
    if (first == 0)
        return end == 1 ? CUT_FIRST : CUT_FRONT;
    if (end < count)
        return CUT_MIDDLE;
    return first == 1 ? CUT_REST : CUT_LAST;
}

/* A title that is cut. */
struct whole {
    enum title_group group;
    struct title_parts parts;
    bool are_sites[TITLE_PARTS];
    bool has_site;
};

/* Whether all parts but those from `first` to `end` name the site. */
static bool is_all_but_site(const struct whole *whole, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < whole->parts.count; i++)
        if ((i < first || i >= end) && !whole->are_sites[i])
            return false;
    return true;
}

static void add_cut(struct title_list *list, const struct whole *whole, uint32_t first,
        uint32_t end)
{
    const struct title_parts *parts = &whole->parts;
    const palpate_view *last = &parts->items[end - 1];
    palpate_view text = { parts->items[first].data,
        (size_t)(last->data + last->size - parts->items[first].data) };
    struct title_candidate *candidate = candidate_of(list, text);

    if (candidate == NULL)
        return;
    candidate->ends_in_site |= end - first > 1 && whole->are_sites[end - 1];
    candidate->is_tail |= whole->group == TITLE_GROUP_HEAD && first > 0 &&
                          end == parts->count && whole->are_sites[first] &&
                          end - first == 1;
    if (end - first == parts->count)
        return;
    candidate->cuts[whole->group] |= 1U << cut_of(first, end, parts->count);
    if (is_all_but_site(whole, first, end))
        candidate->cuts[whole->group] |= 1U << CUT_SITE;
    else
        candidate->is_cut_short |= whole->has_site;
    if (first > 0)
        candidate->joints |= 1U << parts->before[first];
    if (end < parts->count)
        candidate->joints |= 1U << parts->before[end];
}

/* Whether others than readers are told just this. */
static bool is_told(const struct title_site *site, palpate_view part)
{
    for (int source = SOURCE_PROPERTY; source < SOURCE_H1; source++)
        if (title_is_same(
                    title_told(site->statements, (enum title_source)source), part))
            return true;
    return false;
}

/* Whether a heading of the first level says it, a few words that others are not told:
   at the end of <title>, that is the name of the site or of a section. */
static bool is_heading_of_site(
        const struct title_list *list, const struct title_site *site, palpate_view part)
{
    enum { NAME_WORDS = 5 };
    uint64_t hash = title_hash(part);

    if (title_words_of(part).count > NAME_WORDS || is_told(site, part))
        return false;

    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].times > 0 && list->items[i].hash == hash)
            return true;
    return false;
}

static void add_cuts(struct title_list *list, const struct title_site *site,
        enum title_group group, palpate_view text)
{
    struct whole whole = { .group = group, .parts = title_parts_of(text) };
    const uint32_t count = whole.parts.count;

    for (uint32_t i = 0; i < count; i++) {
        palpate_view part = whole.parts.items[i];
        bool is_tail = i > 0 && i + 1 == count && group != TITLE_GROUP_HEADING;
        /* Where the name of the site comes first, the end is the title. */
        whole.are_sites[i] = title_is_site(site, part) ||
                             (is_tail && !whole.are_sites[0] &&
                                     is_heading_of_site(list, site, part));
        whole.has_site |= whole.are_sites[i];
    }
    for (uint32_t first = 0; first < count; first++)
        for (uint32_t end = first + 1; end <= count; end++)
            add_cut(list, &whole, first, end);
}

static void add_heading(
        struct title_list *list, const struct heading *heading, uint32_t rank)
{
    struct title_candidate *candidate = candidate_of(list, heading->text);

    if (candidate == NULL)
        return;
    candidate->whole |= 1U << (SOURCE_H1 + heading->level - 1);
    candidate->times += heading->level == 1;
    if (candidate->heading != NULL)
        return;
    candidate->heading = heading;
    candidate->rank = rank;
}

/* A heading may hold more than the title: a kicker before it. */
static void compare_with_h1(struct title_candidate *told, struct title_candidate *h1)
{
    enum { WORDS = 3 /* fewer are at an end by chance */ };
    const uint32_t count = told->words.count;

    if (count < WORDS || count >= h1->words.count || h1->words.count == TITLE_WORDS)
        return;
    const size_t size = count * sizeof told->words.hashes[0];
    bool ends = memcmp(told->words.hashes, &h1->words.hashes[h1->words.count - count],
                        size) == 0;
    told->ends_h1 |= ends;
    h1->is_longer |= ends;
}

/* Whether `rest` starts with a mark that may part a title from what follows it. */
static bool is_parted(palpate_view rest)
{
    static const palpate_view MARKS[] = { PALPATE_VIEW_INIT("_"),
        PALPATE_VIEW_INIT("-"), PALPATE_VIEW_INIT("|"), PALPATE_VIEW_INIT(":"),
        PALPATE_VIEW_INIT("/"), PALPATE_VIEW_INIT("\xEF\xBC\x9A"),
        PALPATE_VIEW_INIT("\xEF\xBD\x9C"), PALPATE_VIEW_INIT("\xE4\xB8\xA8"),
        PALPATE_VIEW_INIT("\xE3\x85\xA3"), PALPATE_VIEW_INIT("\xE2\x80\x93"),
        PALPATE_VIEW_INIT("\xE2\x80\x94"), PALPATE_VIEW_INIT("\xE2\x80\x95"),
        PALPATE_VIEW_INIT("\xE3\x80\x90"), PALPATE_VIEW_INIT("\xC2\xBB"),
        PALPATE_VIEW_INIT("\xC2\xB7") };

    rest = view_trim(rest);
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (view_starts_with(rest, MARKS[i]))
            return true;
    return false;
}

/* Where a heading is the start of what <title> says or others are told, the rest after
   a mark is the site's name, though no spaces part them: many languages have none. */
static void take_starts(const struct title_site *site, struct title_candidate *heading)
{
    enum { LETTERS = 6 /* bytes; fewer are a start by chance */ };

    for (int source = 0; source < SOURCE_H1; source++) {
        palpate_view text = title_told(site->statements, (enum title_source)source);
        enum title_group group = group_of((enum title_source)source);
        if (heading->text.size < LETTERS || text.size <= heading->text.size ||
                !view_starts_with(text, heading->text) ||
                !is_parted(view_slice(text, heading->text.size, text.size)) ||
                heading->cuts[group] != 0)
            continue;
        heading->cuts[group] |= 1U << CUT_FIRST;
    }
}

static void mark_longer_headings(struct title_list *list)
{
    const uint32_t told = (1U << SOURCE_H1) - 1U;

    for (uint32_t i = 0; i < list->count; i++) {
        struct title_candidate *one = &list->items[i];
        bool is_told = (one->whole & told) != 0 ||
                       (one->cuts[TITLE_GROUP_TOLD] & 1U << CUT_SITE) != 0 ||
                       (one->cuts[TITLE_GROUP_HEAD] & 1U << CUT_SITE) != 0;
        for (uint32_t k = 0; is_told && k < list->count; k++)
            if (list->items[k].times > 0)
                compare_with_h1(one, &list->items[k]);
    }
}

void title_list_candidates(struct title_list *list, const struct title_site *site,
        const struct headings *headings)
{
    uint32_t ranks[4] = { 0 };

    list->count = 0;
    for (uint32_t i = 0; i < headings->count; i++)
        if (headings->items[i].level == 1)
            add_heading(list, &headings->items[i], ++ranks[1]);
    for (int source = 0; source < SOURCE_H1; source++) {
        palpate_view text = title_told(site->statements, (enum title_source)source);
        struct title_candidate *whole = candidate_of(list, text);
        if (whole == NULL)
            continue;
        whole->whole |= 1U << source;
        add_cuts(list, site, group_of((enum title_source)source), text);
    }
    for (uint32_t i = 0; i < headings->count; i++)
        if (headings->items[i].level == 1)
            add_cuts(list, site, TITLE_GROUP_HEADING, headings->items[i].text);
    for (uint32_t i = 0; i < headings->count; i++)
        if (headings->items[i].level > 1)
            add_heading(list, &headings->items[i], ++ranks[headings->items[i].level]);
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].heading != NULL)
            take_starts(site, &list->items[i]);
    mark_longer_headings(list);
}
