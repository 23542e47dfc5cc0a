#include "indexer/content/edges.h"

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/content/claims.h"
#include "indexer/content/part_group.h"

enum {
    INTRODUCTION_LOOKS = 5, /* blocks between the main heading and the text */
    INTRODUCTION_WORDS = 8,
    /* An article has so many words before anything is taken for what follows it. */
    ARTICLE_WORDS = 80,
    NOTICE_LOOKS = 4 /* kept blocks at the end, among which a notice may be */
};

/* A score at the first look that no place on the page makes up for. */
static const float TOO_UNLIKELY = -2;

static bool is_kept(const struct content *content, uint32_t block)
{
    return content->verdict[block] == CONTENT_KEPT;
}

/* Whether `text` starts with `words`, without case, and a word of it ends there. */
static bool starts_with_words(palpate_view text, palpate_view words)
{
    return view_equals_ignoring_case(view_slice(text, 0, words.size), words) &&
           (text.size == words.size || !ascii_is_alphanumeric(text.data[words.size]));
}

static bool starts_with_any(palpate_view text, const palpate_view *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (starts_with_words(text, list[i]))
            return true;
    return false;
}

/* Whether a block reads as the first words on a subject. */
static bool is_introduction(const struct content *content, uint32_t number)
{
    const uint32_t parts = PLACE_NAV | PLACE_ASIDE | PLACE_FOOTER | PLACE_FORM |
                           PLACE_DIALOG | PLACE_BUTTON | PLACE_LABEL | PLACE_FIGURE |
                           PLACE_ADDRESS | PLACE_HIDDEN | PLACE_NOSCRIPT;
    const uint32_t names = GROUP_BIT(GROUP_NAVIGATION) | GROUP_BIT(GROUP_FOOTER) |
                           GROUP_BIT(GROUP_SIDEBAR) | GROUP_BIT(GROUP_COMMENT) |
                           GROUP_BIT(GROUP_RELATED) | GROUP_BIT(GROUP_SHARE) |
                           GROUP_BIT(GROUP_ADVERT) | GROUP_BIT(GROUP_DIALOG) |
                           GROUP_BIT(GROUP_SIGNUP) | GROUP_BIT(GROUP_FORM) |
                           GROUP_BIT(GROUP_BYLINE) | GROUP_BIT(GROUP_BIOGRAPHY) |
                           GROUP_BIT(GROUP_CRUMBS) | GROUP_BIT(GROUP_TAGS) |
                           GROUP_BIT(GROUP_LEGAL) | GROUP_BIT(GROUP_CAPTION) |
                           GROUP_BIT(GROUP_CARD);
    const struct block *block = &content->land.blocks->items[number];
    const struct place *place = &content->land.places[block->owner];
    const struct wording *wording = &content->land.wording[number];

    return block->kind == BLOCK_TEXT && content->reason[number] == CONTENT_BY_SCORE &&
           landscape_is_prose(&content->land, number) && block->links == 0 &&
           wording->words >= INTRODUCTION_WORDS && wording->phrases == 0 &&
           !(wording->has_year && wording->has_month) && !content->is_shared[number] &&
           (place->tags & parts) == 0 && (place->near & names) == 0 &&
           content->own[number] > TOO_UNLIKELY;
}

/* The first block of prose that is kept, from `number` on. */
static uint32_t first_prose(const struct content *content, uint32_t number)
{
    uint32_t count = content->land.blocks->count;

    while (number < count &&
            !(is_kept(content, number) && landscape_is_prose(&content->land, number)))
        number++;
    return number;
}

static bool has_one_main_heading(const struct content *content)
{
    const struct blocks *blocks = content->land.blocks;
    unsigned count = 0;

    for (uint32_t i = 0; i < blocks->count; i++)
        count += blocks->items[i].kind == BLOCK_HEADING && blocks->items[i].level == 1;
    return count == 1;
}

static void keep_introduction(struct content *content)
{
    const struct landscape *land = &content->land;
    uint32_t count = land->blocks->count;
    /* What stands there on a page of news is mostly a summary for other pages. */
    enum content_verdict least =
            (land->claims & CLAIM_ARTICLE) != 0 ? CONTENT_DOUBTFUL : CONTENT_DROPPED;

    if (!has_one_main_heading(content))
        return;
    uint32_t first = first_prose(content, land->h1);
    if (first == count || first > land->h1 + INTRODUCTION_LOOKS + 1)
        return;
    for (uint32_t i = land->h1 + 1; i < first; i++)
        if (content->verdict[i] >= least && is_introduction(content, i))
            content->verdict[i] = CONTENT_KEPT;
}

/* A paragraph in doubt right before the first that is kept, beside it. */
static void keep_first_paragraph(struct content *content)
{
    const struct block *blocks = content->land.blocks->items;
    const struct node *nodes = content->land.tree->nodes;
    uint32_t first = first_prose(content, 0);

    if (first == 0 || first == content->land.blocks->count)
        return;
    uint32_t before = blocks[first - 1].owner;
    uint32_t owner = blocks[first].owner;
    bool is_beside = before == owner || nodes[before].parent == nodes[owner].parent ||
                     before == nodes[owner].parent;
    if (is_beside && content->verdict[first - 1] == CONTENT_DOUBTFUL &&
            is_introduction(content, first - 1))
        content->verdict[first - 1] = CONTENT_KEPT;
}

static uint32_t kept_words(const struct content *content, uint32_t from, uint32_t end)
{
    uint32_t words = 0;

    for (uint32_t i = from; i < end; i++)
        words += is_kept(content, i) ? content->land.wording[i].words : 0;
    return words;
}

bool edges_begins_tail(palpate_view text)
{
    static const palpate_view HEADINGS[] = {
#define WORD(words) PALPATE_VIEW_INIT(words),
#include "words/en/tail_headings.inc"
#undef WORD
    };

    return starts_with_any(text, HEADINGS, sizeof HEADINGS / sizeof *HEADINGS);
}

static bool heads_tail(const struct content *content, uint32_t number)
{
    enum { HEADING_WORDS = 9 };
    const struct block *block = &content->land.blocks->items[number];

    return block->kind == BLOCK_HEADING && block->level > 1 &&
           content->land.wording[number].words <= HEADING_WORDS &&
           edges_begins_tail(block->text);
}

/* The block after what a heading heads. */
static uint32_t section_end(const struct content *content, uint32_t heading)
{
    const struct blocks *blocks = content->land.blocks;
    uint8_t level = blocks->items[heading].level;
    uint32_t end = heading + 1;

    while (end < blocks->count && !(blocks->items[end].kind == BLOCK_HEADING &&
                                          blocks->items[end].level <= level))
        end++;
    return end;
}

static void drop_blocks(struct content *content, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        if (content->verdict[i] < CONTENT_DOUBTFUL)
            continue;
        content->verdict[i] = CONTENT_DROPPED;
        content->reason[i] = CONTENT_AS_TAIL;
    }
}

/* From the end: a section is of the tail if only others of it follow, and if it is
   short beside the article. */
static void drop_tail(struct content *content)
{
    const struct blocks *blocks = content->land.blocks;
    uint32_t end = blocks->count;

    for (uint32_t i = blocks->count; i-- > 1;) {
        if (blocks->items[i].kind != BLOCK_HEADING || !heads_tail(content, i))
            continue;
        uint32_t last = section_end(content, i);
        uint32_t before = kept_words(content, 0, i);
        uint32_t words = kept_words(content, i, last);
        uint32_t after = kept_words(content, last, end);
        if (before < ARTICLE_WORDS || words * 2 > before || after * 4 > before)
            break;
        drop_blocks(content, i, last);
    }
}

/* A notice that the article is no advice, among its last blocks. */
static void drop_notice_at_end(struct content *content)
{
    static const palpate_view NOTICES[] = {
#define WORD(words) PALPATE_VIEW_INIT(words),
#include "words/en/disclaimers.inc"
#undef WORD
    };
    const struct blocks *blocks = content->land.blocks;
    unsigned looks = 0;

    for (uint32_t i = blocks->count; i-- > 1 && looks < NOTICE_LOOKS;) {
        if (!is_kept(content, i))
            continue;
        looks++;
        if (blocks->items[i].kind != BLOCK_HEADING &&
                starts_with_any(blocks->items[i].text, NOTICES,
                        sizeof NOTICES / sizeof *NOTICES) &&
                kept_words(content, 0, i) >= ARTICLE_WORDS)
            drop_blocks(content, i, i + 1);
    }
}

void edges_settle(struct content *content)
{
    keep_introduction(content);
    keep_first_paragraph(content);
    drop_tail(content);
    drop_notice_at_end(content);
}
