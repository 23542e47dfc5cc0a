#include "indexer/content/cohesion.h"

#include "core/view.h"
#include "indexer/content/claims.h"
#include "indexer/content/vocabulary.h"

enum {
    /* A list or table is kept whole from this share (percent) of its words on. */
    WHOLE_SHARE = 25,
    /* … or, whatever is thought of its rows, where the article stands right before and
       after it, */
    /* … unless so much of it (percent) is links: then it leads elsewhere. */
    WHOLE_LINKS = 40,
    /* What follows the article's text is kept where its region holds it with this
       chance (percent), unless it is less probable than this, in hundredths of the
       limit. */
    INSIDE_CHANCE = 80,
    INSIDE_SHARE = 80,
    /* A heading that is a link, or of a page that calls itself no article, is kept with
       what follows it unless it is less probable than this, in hundredths of the limit:
       boxes between paragraphs have headings, too. */
    HEADING_SHARE = 10
};

bool cohesion_is_unsuspected(const struct content *content, uint32_t number)
{
    const uint32_t parts = PLACE_NAV | PLACE_ASIDE | PLACE_HEADER | PLACE_FOOTER |
                           PLACE_FORM | PLACE_DIALOG | PLACE_BUTTON | PLACE_LABEL;
    const uint32_t names = GROUP_BIT(GROUP_NAVIGATION) | GROUP_BIT(GROUP_HEADER) |
                           GROUP_BIT(GROUP_FOOTER) | GROUP_BIT(GROUP_SIDEBAR) |
                           GROUP_BIT(GROUP_COMMENT) | GROUP_BIT(GROUP_RELATED) |
                           GROUP_BIT(GROUP_SHARE) | GROUP_BIT(GROUP_ADVERT) |
                           GROUP_BIT(GROUP_DIALOG) | GROUP_BIT(GROUP_SIGNUP) |
                           GROUP_BIT(GROUP_FORM) | GROUP_BIT(GROUP_CRUMBS) |
                           GROUP_BIT(GROUP_LEGAL) | GROUP_BIT(GROUP_BUTTON);
    const struct block *block = &content->land.blocks->items[number];
    const struct place *place = &content->land.places[block->owner];

    return (place->tags & parts) == 0 && (place->near & names) == 0 &&
           content->reason[number] == CONTENT_BY_SCORE;
}

/* What a list, a table, a definition list or an accordion holds. */
struct whole {
    uint32_t words;
    uint32_t kept;
    uint32_t text;
    uint32_t links;
    uint32_t last;        /* its last block */
    bool follows_article; /* the article stands right before it */
};

/* A table that holds much of the page's prose lays it out. */
static bool is_whole(const struct content *content, uint32_t node)
{
    enum { LAYOUT_SHARE = 45 };
    uint64_t prose = content->land.places[node].mass.prose;
    uint64_t whole = content->land.places[0].mass.prose;

    if (content->land.unfolding[node] == UNFOLDING_GROUP)
        return true;
    switch (content->land.tree->nodes[node].tag) {
    case HTML_ul:
    case HTML_ol:
    case HTML_dl: return true;
    case HTML_table: return prose * 100 < whole * LAYOUT_SHARE;
    default: return false;
    }
}

/* The outermost list or table around each node, or TREE_NONE. */
static uint32_t *find_wholes(struct arena *arena, const struct content *content)
{
    const struct tree *tree = content->land.tree;
    uint32_t *wholes = arena_zeroed(arena, tree->count, sizeof *wholes);

    for (uint32_t i = 1; wholes != NULL && i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        uint32_t above = wholes[node->parent];
        wholes[i] = above != TREE_NONE ? above : is_whole(content, i) ? i : TREE_NONE;
    }
    return wholes;
}

static void count_block(
        struct whole *whole, const struct content *content, uint32_t number)
{
    const struct block *block = &content->land.blocks->items[number];
    uint32_t words = content->land.wording[number].words;

    whole->words += words;
    whole->kept += content->verdict[number] == CONTENT_KEPT ? words : 0;
    whole->text += (uint32_t)block->text.size;
    whole->links += block->links;
}

/* Whether the block that `step` leads to from `number`, past headings and captions, is
   the article's. */
static bool is_beside_article(const struct content *content, uint32_t number, int step)
{
    enum { LOOKS = 4 };
    uint32_t count = content->land.blocks->count;

    for (unsigned i = 0; i < LOOKS; i++) {
        number += (uint32_t)step; /* wraps to what is no block */
        if (number >= count)
            return false;
        if (content->verdict[number] == CONTENT_KEPT)
            return true;
        if (!cohesion_is_unsuspected(content, number) ||
                landscape_is_prose(&content->land, number))
            return false;
    }
    return false;
}

static bool is_named(const struct content *content, uint32_t number)
{
    const uint32_t names = GROUP_BIT(GROUP_BYLINE) | GROUP_BIT(GROUP_TAGS) |
                           GROUP_BIT(GROUP_CARD) | GROUP_BIT(GROUP_CONTENTS);
    uint32_t owner = content->land.blocks->items[number].owner;

    return (content->land.places[owner].near & names) != 0;
}

static bool is_kept_whole(const struct content *content, const struct whole *whole)
{
    bool is_article =
            (uint64_t)whole->kept * 100 >= (uint64_t)whole->words * WHOLE_SHARE;
    bool is_led_elsewhere =
            (uint64_t)whole->links * 100 >= (uint64_t)whole->text * WHOLE_LINKS;

    return !is_led_elsewhere &&
           (is_article || (whole->follows_article &&
                                  is_beside_article(content, whole->last, 1)));
}

static bool keep_wholes(struct content *content, struct arena *arena)
{
    const struct blocks *blocks = content->land.blocks;
    const struct tree *tree = content->land.tree;
    uint32_t *around = find_wholes(arena, content);
    struct whole *wholes = arena_zeroed(arena, tree->count, sizeof *wholes);

    if (around == NULL || wholes == NULL)
        return false;
    for (uint32_t i = 0; i < blocks->count; i++) {
        struct whole *whole = &wholes[around[blocks->items[i].owner]];
        count_block(whole, content, i);
        if (whole->words == content->land.wording[i].words)
            whole->follows_article =
                    is_beside_article(content, i, -1) && !is_named(content, i);
        whole->last = i;
    }
    for (uint32_t i = 0; i < blocks->count; i++) {
        uint32_t whole = around[blocks->items[i].owner];
        if (whole != TREE_NONE && content->verdict[i] != CONTENT_KEPT &&
                is_kept_whole(content, &wholes[whole]) &&
                cohesion_is_unsuspected(content, i))
            content->verdict[i] = CONTENT_KEPT;
    }
    return true;
}

/* What the page declares as questions and answers of its own, and no other page of the
   site has. */
static void keep_declared(struct content *content)
{
    const struct blocks *blocks = content->land.blocks;

    for (uint32_t i = 0; i < blocks->count; i++)
        if (blocks->items[i].is_declared && !content->is_shared[i] &&
                content->reason[i] == CONTENT_BY_SCORE)
            content->verdict[i] = CONTENT_KEPT;
}

/* The verdict on the panel of a label: the best on a part of it. */
static enum content_verdict verdict_on_panel(
        const struct content *content, uint32_t label)
{
    const struct blocks *blocks = content->land.blocks;
    uint32_t end = blocks->items[label].end;
    uint8_t best = CONTENT_DROPPED;

    for (uint32_t i = label + 1;
            i < blocks->count && blocks->items[i].place < end && best < CONTENT_KEPT;
            i++)
        if (content->verdict[i] > best)
            best = content->verdict[i];
    return best;
}

/* A label means nothing without what it opens, which means little without it.  From the
   end, so that the labels of what is folded on a panel are judged before its own. */
static void keep_labels(struct content *content)
{
    const struct blocks *blocks = content->land.blocks;

    for (uint32_t i = blocks->count; i-- > 0;)
        if (blocks->items[i].opens && content->reason[i] == CONTENT_BY_SCORE)
            content->verdict[i] = (uint8_t)verdict_on_panel(content, i);
}

/* The verdict on the section of a heading: the best on a block before the next heading
   that is not lower.  `*is_empty`: there is none. */
static enum content_verdict verdict_on_section(
        const struct content *content, uint32_t heading, bool *is_empty)
{
    const struct blocks *blocks = content->land.blocks;
    const struct block *head = &blocks->items[heading];
    uint8_t best = CONTENT_DROPPED;

    *is_empty = true;
    for (uint32_t i = heading + 1; i < blocks->count && best < CONTENT_KEPT; i++) {
        const struct block *block = &blocks->items[i];
        if (block->place >= head->end ||
                (block->kind == BLOCK_HEADING && block->level <= head->level))
            break;
        *is_empty = false;
        if (content->verdict[i] > best)
            best = content->verdict[i];
    }
    return best;
}

/* Whether nothing is left of the section of a heading that is kept itself. */
static bool heads_nothing(const struct content *content, uint32_t number)
{
    const struct block *block = &content->land.blocks->items[number];
    bool is_empty = false;

    return block->kind == BLOCK_HEADING && block->level > 1 && !block->opens &&
           content->verdict[number] == CONTENT_KEPT &&
           verdict_on_section(content, number, &is_empty) == CONTENT_DROPPED &&
           !is_empty;
}

/* Drops from an article the headings of what was dropped.  A page that lists things may
   name them in headings alone: then they are much of what is kept, and stay. */
static bool drop_headings(struct content *content, struct arena *arena)
{
    enum { MUCH = 10 /* percent of the words */ };
    uint32_t count = content->land.blocks->count;
    uint8_t *drops = arena_zeroed(arena, count, 1);
    uint64_t kept = 0;
    uint64_t dropped = 0;

    for (uint32_t i = 0; drops != NULL && i < count; i++) {
        uint32_t words = content->land.wording[i].words;
        drops[i] = heads_nothing(content, i);
        kept += content->verdict[i] == CONTENT_KEPT ? words : 0;
        dropped += drops[i] != 0 ? words : 0;
    }
    for (uint32_t i = 0; drops != NULL && i < count; i++)
        if (drops[i] != 0 && dropped * 100 < kept * MUCH)
            content->verdict[i] = CONTENT_DROPPED;
    return drops != NULL;
}

/* A heading right above a block of the article is kept with it.  From the end, so that
   one above a heading is kept, too. */
static void keep_headings(struct content *content)
{
    const struct blocks *blocks = content->land.blocks;
    bool is_article = (content->land.claims & CLAIM_ARTICLE) != 0;

    for (uint32_t i = blocks->count; i-- > 0;) {
        const struct block *block = &blocks->items[i];
        bool heads = block->kind == BLOCK_HEADING && block->level > 1 &&
                     i + 1 < blocks->count && blocks->items[i + 1].place < block->end &&
                     content->verdict[i + 1] == CONTENT_KEPT;
        bool is_sure = is_article && (size_t)block->links * 2 < block->text.size;
        float chance = content_probability(content->score[i]);
        is_sure |= chance * 100 > content->limit * HEADING_SHARE;
        if (heads && is_sure && cohesion_is_unsuspected(content, i))
            content->verdict[i] = CONTENT_KEPT;
    }
}

/* Whether a block is a whole paragraph, or a row of a table, that leads nowhere else.
 */
static bool is_text(const struct content *content, uint32_t number)
{
    enum { PARAGRAPH_WORDS = 20 };
    const struct block *block = &content->land.blocks->items[number];
    bool is_paragraph = landscape_is_prose(&content->land, number) &&
                        content->land.wording[number].words >= PARAGRAPH_WORDS;

    return (is_paragraph || block->kind == BLOCK_CELL) &&
           (uint64_t)block->links * 100 < block->text.size * WHOLE_LINKS;
}

/* The region of the article holds together: what is nothing else and follows what is
   kept is not cut out of it or off its end. */
static void keep_inside(struct content *content)
{
    for (uint32_t i = 1; i < content->land.blocks->count; i++) {
        float chance = content_probability(content->score[i]);
        if (content->verdict[i] != CONTENT_KEPT && !content->is_shared[i] &&
                content->verdict[i - 1] == CONTENT_KEPT &&
                content->land.inside[i] >= INSIDE_CHANCE &&
                chance * 100 > content->limit * INSIDE_SHARE && is_text(content, i) &&
                cohesion_is_unsuspected(content, i))
            content->verdict[i] = CONTENT_KEPT;
    }
}

bool cohesion_apply(struct content *content, struct arena *arena)
{
    keep_inside(content);
    if (!keep_wholes(content, arena))
        return false;
    keep_declared(content);
    keep_labels(content);
    keep_headings(content);
    return (content->land.claims & CLAIM_ARTICLE) == 0 || drop_headings(content, arena);
}
