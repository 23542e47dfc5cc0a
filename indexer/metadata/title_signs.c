#include "indexer/metadata/title_signs.h"

#include "core/ascii.h"
#include "core/view.h"

static void set_sign(struct title_signs *out, uint32_t sign)
{
    if (out->count < TITLE_SIGNS)
        out->items[out->count++] = (uint16_t)sign;
}

/* The sign for `value` among those that start at `first`, by the last of each step. */
static void see_step(struct title_signs *out, enum title_sign first,
        const uint32_t *lasts, uint32_t count, uint32_t value)
{
    uint32_t i = 0;

    while (i < count && value > lasts[i])
        i++;
    set_sign(out, first + i);
}

#define SEE_STEP(out, first, value, lasts) \
    see_step(out, first, lasts, sizeof(lasts) / sizeof *(lasts), value)

static void see_bits(struct title_signs *out, enum title_sign first, uint32_t bits)
{
    for (uint32_t i = 0; bits >> i != 0; i++)
        if ((bits >> i & 1) != 0)
            set_sign(out, first + i);
}

static bool has_bit(uint32_t bits, int bit)
{
    return (bits >> bit & 1) != 0;
}

/* By whom it is said, be it with the name of the site: each sort of page is another
   matter. */
static uint32_t role_of(const struct title_candidate *candidate)
{
    enum { NOT_HEAD = 1, NOT_TOLD = 2, NOT_H1 = 4 }; /* in the order of the signs */
    const uint32_t told =
            candidate->whole & ((1U << SOURCE_H1) - 1U - (1U << SOURCE_HEAD));
    const uint32_t of_head = candidate->cuts[TITLE_GROUP_HEAD];
    bool is_told = told != 0 || has_bit(candidate->cuts[TITLE_GROUP_TOLD], CUT_SITE);
    bool is_head = has_bit(candidate->whole, SOURCE_HEAD) ||
                   has_bit(of_head, CUT_FIRST) || has_bit(of_head, CUT_SITE);

    return (has_bit(candidate->whole, SOURCE_H1) ? 0 : NOT_H1) +
           (is_told ? 0 : NOT_TOLD) + (is_head ? 0 : NOT_HEAD);
}

/* How many of <title>, what others are told, and headings say it, or it and more. */
static uint32_t groups_of(const struct title_candidate *candidate)
{
    static const uint32_t GROUPS[TITLE_GROUP_COUNT] = { 1U << SOURCE_HEAD,
        (1U << SOURCE_H1) - 1U - (1U << SOURCE_HEAD), UINT32_MAX << SOURCE_H1 };
    uint32_t count = 0;

    for (int group = 0; group < TITLE_GROUP_COUNT; group++)
        count += (candidate->whole & GROUPS[group]) != 0 || candidate->cuts[group] != 0;
    return count;
}

/* "Knee pain" where a heading says "Topic: Knee pain" and <title> "Knee pain | Forum".
 */
static bool is_behind_label(const struct title_candidate *candidate)
{
    const uint32_t parts = candidate->cuts[TITLE_GROUP_HEADING];

    return (has_bit(parts, CUT_REST) || has_bit(parts, CUT_LAST)) &&
           (has_bit(candidate->whole, SOURCE_HEAD) ||
                   has_bit(candidate->cuts[TITLE_GROUP_HEAD], CUT_FIRST));
}

/* A heading that repeats the end of <title>, where sites and sections stand. */
static bool is_tail(const struct title_candidate *candidate)
{
    return candidate->times > 0 && candidate->is_tail;
}

/* The start of a title that nobody else says, of a site whose name could be cut off. */
static bool is_stub(const struct title_candidate *candidate)
{
    return candidate->whole == 0 && candidate->is_cut_short &&
           has_bit(candidate->cuts[TITLE_GROUP_HEAD], CUT_FIRST);
}

static void see_sources(struct title_signs *out, const struct title_page *page,
        const struct title_candidate *candidate)
{
    static const uint32_t STUBS[] = { 2, 3 };

    see_bits(out, SIGN_IS_HEAD, candidate->whole);
    see_bits(out, SIGN_HEAD_FIRST, candidate->cuts[TITLE_GROUP_HEAD]);
    see_bits(out, SIGN_TOLD_FIRST, candidate->cuts[TITLE_GROUP_TOLD]);
    see_bits(out, SIGN_HEADING_FIRST, candidate->cuts[TITLE_GROUP_HEADING]);
    if (candidate->whole == 0)
        see_bits(out, SIGN_AT_COLON, candidate->joints >> JOINT_COLON);
    if (is_stub(candidate))
        SEE_STEP(out, SIGN_STUB_2, candidate->words.count, STUBS);
    set_sign(out, page->role + role_of(candidate));
    set_sign(out, SIGN_AGREE_1 + groups_of(candidate) - 1);
    if (candidate->ends_h1)
        set_sign(out, SIGN_ENDS_H1);
    if (candidate->is_longer)
        set_sign(out, SIGN_LONGER_H1);
    if (is_behind_label(candidate))
        set_sign(out, SIGN_UNLABELLED);
    if (is_tail(candidate))
        set_sign(out, SIGN_TAIL);
}

/* The page's address is made of it: wherever such a heading stands, it is the page's.
 */
static bool is_of_address(
        const struct title_page *page, const struct title_candidate *candidate)
{
    enum { WORDS = 3 /* fewer name a section */ };

    return page->slug.count >= WORDS &&
           title_shared(&candidate->words, &page->slug) == page->slug.count;
}

static void see_heading(struct title_signs *out, const struct title_page *page,
        const struct title_candidate *candidate)
{
    static const uint32_t NODES[] = { 2, 4, 7 };
    const struct heading *heading = candidate->heading;

    if (heading == NULL)
        return;
    if (candidate->times == 0)
        set_sign(out, candidate->rank == 1 ? SIGN_LOWER_FIRST : SIGN_LOWER_LATER);
    else if (page->h1_count == 1)
        set_sign(out, SIGN_H1_ALONE);
    else
        set_sign(out, candidate->rank == 1 || is_of_address(page, candidate)
                              ? SIGN_H1_FIRST
                              : SIGN_H1_LATER);
    if (candidate->times > 0)
        SEE_STEP(out, SIGN_NODES_2, heading->nodes, NODES);
    if (heading->is_named_title)
        set_sign(out, SIGN_NAMED_TITLE);
    if (heading->is_named_logo)
        set_sign(out, SIGN_NAMED_LOGO);
    if (heading->leads_to_front && page->role != SIGN_HOME_H1_TOLD_HEAD)
        set_sign(out, SIGN_LEADS_TO_FRONT);
}

static uint32_t percent(uint32_t part, uint32_t whole)
{
    return whole == 0 ? 0 : 100 * part / whole;
}

static void see_likeness(struct title_signs *out, const struct title_page *page,
        const struct title_candidate *candidate)
{
    static const uint32_t LIKE[] = { 0, 19, 39, 59, 79, 99 };
    static const uint32_t SHARED[] = { 0, 49, 79, 99 };
    const struct title_words *words = &candidate->words;

    const uint32_t head = title_likeness(words, &page->told[0]);
    const uint32_t told = title_likeness(words, &page->told[1]);

    if (page->told[0].count + page->told[1].count == 0)
        set_sign(out, SIGN_LIKE_NONE);
    else
        SEE_STEP(out, SIGN_LIKE_0, head > told ? head : told, LIKE);
    if (page->slug.count == 0) {
        set_sign(out, SIGN_SLUG_NONE);
        return;
    }
    SEE_STEP(out, SIGN_SLUG_0,
            percent(title_shared(&page->slug, words), page->slug.count), SHARED);
    SEE_STEP(out, SIGN_IN_SLUG_0,
            percent(title_shared(words, &page->slug), words->count), SHARED);
}

static bool is_among(palpate_view text, const palpate_view *titles, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (title_is_same(text, titles[i]))
            return true;
    return false;
}

#define WORD(word) PALPATE_VIEW_INIT(word),
static bool is_plain_word(palpate_view text)
{
    static const palpate_view WORDS[] = {
#include "words/en/no_titles.inc"
    };

    return is_among(text, WORDS, sizeof WORDS / sizeof *WORDS);
}

static bool is_placeholder(palpate_view text)
{
    static const palpate_view PLACEHOLDERS[] = {
#include "words/mul/placeholder_titles.inc"
    };

    return is_among(text, PLACEHOLDERS, sizeof PLACEHOLDERS / sizeof *PLACEHOLDERS);
}
#undef WORD

static void see_text(struct title_signs *out, const struct title_page *page,
        const struct title_candidate *candidate)
{
    static const uint32_t WORDS[] = { 1, 2, 3, 5, 8, 12, 17 };
    const struct title_parts parts = title_parts_of(candidate->text);
    uint32_t joints = 0;

    for (uint32_t i = 1; i < parts.count; i++)
        joints |= 1U << parts.before[i];
    SEE_STEP(out, SIGN_WORDS_1, candidate->words.count, WORDS);
    if (title_is_site(page->site, candidate->text))
        set_sign(out, page->role == SIGN_HOME_H1_TOLD_HEAD ? SIGN_OF_SITE_HOME
                                                           : SIGN_OF_SITE);
    if (candidate->ends_in_site)
        set_sign(out, SIGN_ENDS_SITE);
    if (has_bit(joints, JOINT_BAR) || has_bit(joints, JOINT_OTHER))
        set_sign(out, SIGN_HAS_BAR);
    if (has_bit(joints, JOINT_DASH))
        set_sign(out, SIGN_HAS_DASH);
    if (has_bit(joints, JOINT_COLON))
        set_sign(out, SIGN_HAS_COLON);
    if (view_ends_with(candidate->text, PALPATE_VIEW(".")))
        set_sign(out, SIGN_ENDS_STOP);
    if (is_plain_word(candidate->text))
        set_sign(out, SIGN_PLAIN_WORD);
    if (is_placeholder(candidate->text))
        set_sign(out, SIGN_PLACEHOLDER);
}

static bool has_letter(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_letter(text.data[i]))
            return true;
    return false;
}

/* "knee-pain" of "https://example.org/a-to-z/knee-pain/1234.html?from=here": the last
   part of an address that has letters. */
static palpate_view slug_of(palpate_view address)
{
    static const palpate_view ENDS[] = { PALPATE_VIEW_INIT(".html"),
        PALPATE_VIEW_INIT(".htm"), PALPATE_VIEW_INIT(".php"),
        PALPATE_VIEW_INIT(".aspx") };
    size_t start = view_find(address, PALPATE_VIEW("://"));
    palpate_view rest = view_slice(address, start + 3, address.size);
    palpate_view slug = { NULL, 0 };

    rest = view_slice(rest, 0, view_find(rest, PALPATE_VIEW("?")));
    rest = view_slice(rest, 0, view_find(rest, PALPATE_VIEW("#")));
    rest = view_slice(rest, view_find(rest, PALPATE_VIEW("/")), rest.size);
    while (rest.size > 0) {
        rest = view_slice(rest, 1, rest.size);
        size_t end = view_find(rest, PALPATE_VIEW("/"));
        palpate_view part = view_slice(rest, 0, end);
        for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
            if (view_ends_with(part, ENDS[i]))
                part.size -= ENDS[i].size;
        if (has_letter(part))
            slug = part;
        rest = view_slice(rest, end, rest.size);
    }
    return slug;
}

void title_page_read(struct title_page *page, const struct title_list *list,
        const struct title_site *site, palpate_view address)
{
    enum { SLUG_LETTERS = 4 /* fewer are an abbreviation */ };
    palpate_view slug = slug_of(address);

    *page = (struct title_page){ .site = site, .role = SIGN_OTHER_H1_TOLD_HEAD };
    if (title_letters(slug) >= SLUG_LETTERS)
        page->slug = title_words_of(slug);
    page->told[0] = title_words_of(title_told(site->statements, SOURCE_HEAD));
    for (int source = SOURCE_PROPERTY; source < SOURCE_H1 && page->told[1].count == 0;
            source++)
        page->told[1] =
                title_words_of(title_told(site->statements, (enum title_source)source));
    for (uint32_t i = 0; i < list->count; i++)
        page->h1_count += list->items[i].times > 0;
    if (site->statements->is_article)
        page->role = SIGN_ARTICLE_H1_TOLD_HEAD;
    else if (address.size > 0 && slug.size == 0)
        page->role = SIGN_HOME_H1_TOLD_HEAD;
}

void title_signs_gather(struct title_signs *out, const struct title_page *page,
        const struct title_candidate *candidate)
{
    out->count = 0;
    see_sources(out, page, candidate);
    see_heading(out, page, candidate);
    see_likeness(out, page, candidate);
    see_text(out, page, candidate);
}
