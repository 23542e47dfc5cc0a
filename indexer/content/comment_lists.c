#include "indexer/content/comment_lists.h"

#include "core/view.h"
#include "indexer/content/claims.h"

static uint32_t comments_around(const struct content *content, uint32_t block)
{
    const struct landscape *land = &content->land;

    return land->places[land->blocks->items[block].owner].comments;
}

/* Whether the blocks from `first` up to `end` are, taken together, less likely the
   article's than what is kept. */
static bool is_unlikely(const struct content *content, uint32_t first, uint32_t end)
{
    double words = 0;
    double likely = 0;

    for (uint32_t i = first; i < end; i++) {
        words += content->land.wording[i].words;
        likely += (double)content->chance[i] * content->land.wording[i].words;
    }
    return likely <= words * (double)content->limit;
}

static void take_for_comment(struct content *content, uint32_t block)
{
    if (content->reason[block] == CONTENT_BY_SCORE)
        content->reason[block] = CONTENT_AS_COMMENT;
    if (content->verdict[block] < CONTENT_DOUBTFUL)
        return;
    content->verdict[block] = landscape_is_prose(&content->land, block)
                                      ? CONTENT_COMMENT
                                      : CONTENT_DROPPED;
}

/* The words of prose that are kept before block `end` and in no list of comments. */
static uint32_t article_words(const struct content *content, uint32_t end)
{
    uint32_t words = 0;

    for (uint32_t i = 0; i < end; i++) {
        bool is_article = content->verdict[i] == CONTENT_KEPT &&
                          landscape_is_prose(&content->land, i) &&
                          comments_around(content, i) == TREE_NONE;
        words += is_article ? content->land.wording[i].words : 0;
    }
    return words;
}

/* Whether what a list is made of is named as of a forum. */
static bool is_of_forum(const struct tree *tree, uint32_t list)
{
    enum { NAMED_LEAST = 3 };
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("forum"),
        PALPATE_VIEW_INIT("topic"), PALPATE_VIEW_INIT("discussion") };
    unsigned named = 0;

    for (uint32_t i = list; i < tree->nodes[list].end && named < NAMED_LEAST; i++) {
        palpate_view name = node_attribute(&tree->nodes[i], PALPATE_VIEW("class"));
        bool is_named = false;
        for (size_t k = 0; k < sizeof NAMES / sizeof *NAMES; k++)
            is_named |= view_find_ignoring_case(name, NAMES[k]) < name.size;
        named += is_named;
    }
    return named == NAMED_LEAST;
}

static bool follows_article(const struct content *content, uint32_t first)
{
    enum { ARTICLE_WORDS = 40 };

    return (content->land.claims & CLAIM_FORUM) == 0 &&
           article_words(content, first) >= ARTICLE_WORDS &&
           !is_of_forum(content->land.tree, comments_around(content, first));
}

void comment_lists_settle(struct content *content)
{
    uint32_t count = content->land.blocks->count;

    for (uint32_t first = 0, end = 0; first < count; first = end) {
        uint32_t list = comments_around(content, first);
        for (end = first + 1; end < count && comments_around(content, end) == list;)
            end++;
        if (list == TREE_NONE ||
                (!is_unlikely(content, first, end) && !follows_article(content, first)))
            continue;
        for (uint32_t i = first; i < end; i++)
            take_for_comment(content, i);
    }
}
