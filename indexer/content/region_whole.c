#include "indexer/content/region_whole.h"

#include "indexer/content/claims.h"

enum {
    TIMES = 2, /* as much prose as the part has */
    /* Percent: */
    GROWTH = 115,     /* of the prose of a smaller whole: more is worth taking */
    LEAST_SHARE = 50, /* of the prose of the page */
    MOST_LINKS = 20,  /* of the text */
    MOST_NAMED = 15,  /* of the prose, in parts that are named as no article */
    MOST_DATES = 8,   /* of the blocks: comments and other posts have one each */
    MOST_ELLIPSES = 30,
    MOST_LINKED_HEADINGS = 80,
    /* In a forum, where each post has links to who wrote it and quotes others: */
    MOST_LINKS_OF_POSTS = 30,
    MOST_NAMED_OF_POSTS = 30
};

static bool is_named_otherwise(const struct region *whole, const struct region *part)
{
    static const enum region_trait NAMES[] = { REGION_IS_COMMENT, REGION_IS_SIDEBAR,
        REGION_IS_RELATED };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (whole->traits[NAMES[i]] != 0 && part->traits[NAMES[i]] == 0)
            return true;
    return false;
}

/* Whether a region may be the posts of a forum, of which a part is one. */
static bool is_of_posts(const struct region *whole)
{
    return whole->traits[REGION_LINKS] <= MOST_LINKS_OF_POSTS &&
           whole->traits[REGION_OTHER_NAMES] <= MOST_NAMED_OF_POSTS;
}

/* Whether all that a region holds may be the text that one of its parts begins: neither
   lists of links nor other posts nor comments. */
static bool is_of_one_text(const struct region *whole, const struct region *part)
{
    enum { ONE = 1 /* more date than the part has */ };
    const int16_t *of = whole->traits;
    const int16_t *known = part->traits;
    int articles = known[REGION_ARTICLES] > 1 ? known[REGION_ARTICLES] : 1;

    return of[REGION_LINKS] <= MOST_LINKS && of[REGION_OTHER_NAMES] <= MOST_NAMED &&
           of[REGION_ELLIPSIS_SHARE] <= MOST_ELLIPSES &&
           of[REGION_LINKED_SHARE] <= MOST_LINKED_HEADINGS &&
           of[REGION_ARTICLES] <= articles &&
           (of[REGION_DATES] <= known[REGION_DATES] + ONE ||
                   of[REGION_DATE_SHARE] <= MOST_DATES);
}

/* Whether one block has much of a region's prose: that is a text without its
   paragraphs, which pages carry for scripts beside the one that they show. */
static bool holds_plain_copy(const struct landscape *land, const struct region *whole)
{
    enum { LONG = 200 /* words */, TIMES_IN_WHOLE = 4 };

    for (uint32_t i = whole->first; i < whole->end; i++) {
        uint32_t words = land->wording[i].words;
        if (words > LONG && (uint64_t)words * TIMES_IN_WHOLE > whole->prose)
            return true;
    }
    return false;
}

uint32_t region_whole_find(
        const struct regions *regions, const struct landscape *land, uint32_t chosen)
{
    const struct region *part = &regions->items[chosen];
    uint32_t least = part->prose * TIMES;
    uint32_t whole = chosen;
    bool has_posts = (land->claims & CLAIM_POSTS) != 0;

    if ((land->claims & CLAIM_PRODUCT) != 0)
        return chosen;
    for (uint16_t up = part->up; up != REGION_NONE; up = regions->items[up].up) {
        const struct region *around = &regions->items[up];
        if (around->prose < least || is_named_otherwise(around, part) ||
                around->traits[REGION_PROSE_SHARE] < LEAST_SHARE)
            continue;
        if (has_posts ? !is_of_posts(around)
                      : !is_of_one_text(around, part) || holds_plain_copy(land, around))
            continue;
        whole = up;
        least = (uint32_t)((uint64_t)around->prose * GROWTH / 100);
    }
    return whole;
}

void region_whole_gather(struct regions *regions, uint32_t whole)
{
    struct region *all = &regions->items[whole];

    for (uint32_t i = whole + 1;
            i < regions->count && regions->items[i].first < all->end; i++) {
        all->chance += regions->items[i].chance;
        regions->items[i].chance = 0;
    }
}
