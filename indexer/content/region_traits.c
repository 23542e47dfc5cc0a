#include "indexer/content/region_traits.h"

#include "core/view.h"
#include "indexer/content/claims.h"
#include "indexer/content/evidence.h"
#include "indexer/content/vocabulary.h"

enum { LOOK_UP = 64 /* elements around one that are looked at */ };

static void put(struct region *region, enum region_trait trait, int64_t value)
{
    region->traits[trait] = (int16_t)(value > INT16_MAX   ? INT16_MAX
                                      : value < INT16_MIN ? INT16_MIN
                                                          : value);
}

static int64_t share(uint64_t part, uint64_t whole)
{
    return whole == 0 ? 0 : (int64_t)(part * 100 / whole);
}

static void put_heading(const struct region_page *page, struct region *region,
        uint32_t block, enum region_trait where, enum region_trait words)
{
    const struct region_sums *sums = page->sums;
    uint32_t count = page->land->blocks->count;

    put(region, where,
            block == count          ? 0
            : block >= region->end  ? 3
            : block < region->first ? 2
                                    : 1);
    put(region, words,
            block == count          ? (int64_t)-1
            : block >= region->end  ? sums[block].words - sums[region->end].words
            : block < region->first ? sums[region->first].words - sums[block + 1].words
                                    : sums[block].words - sums[region->first].words);
}

static int64_t place_of_text(const struct region_page *page,
        const struct region *region, palpate_view text, uint32_t block)
{
    if (region_page_beginning(text).size == 0)
        return 0;
    if (block == page->land->blocks->count)
        return 3;
    return block >= region->first && block < region->end ? 1 : 2;
}

/* How much there is, and of which sort. */
static void read_mass(const struct region_page *page, struct region *region)
{
    const struct region_sums *from = &page->sums[region->first];
    const struct region_sums *to = &page->sums[region->end];
    uint32_t blocks = to->blocks - from->blocks;
    uint32_t prose = to->prose - from->prose;
    uint32_t words = to->words - from->words;
    uint32_t dates = to->dates - from->dates;
    uint32_t notices = to->notices - from->notices;
    uint32_t headings = to->headings - from->headings;
    uint32_t linked = to->linked - from->linked;
    uint32_t ellipses = to->ellipses - from->ellipses;

    put(region, REGION_DENSITY, share(prose, words));
    put(region, REGION_LINKS, share(to->links - from->links, to->text - from->text));
    put(region, REGION_LENGTH, words / (blocks > 0 ? blocks : 1));
    put(region, REGION_BLOCKS, blocks);
    put(region, REGION_LONG, to->long_blocks - from->long_blocks);
    put(region, REGION_HEADINGS, headings);
    put(region, REGION_LINKED_HEADINGS, linked);
    put(region, REGION_ELLIPSES, ellipses);
    put(region, REGION_DATES, dates);
    put(region, REGION_NOTICES, notices);
    put(region, REGION_ELLIPSIS_SHARE,
            share(ellipses, to->prose_blocks - from->prose_blocks));
    put(region, REGION_LINKED_SHARE, share(linked, headings));
    put(region, REGION_DATE_SHARE, share(dates, blocks));
    put(region, REGION_NOTICE_SHARE, share(notices, blocks));
    put(region, REGION_OTHER_NAMES,
            region_page_is_other(page, region->node)
                    ? -1
                    : share(to->named - from->named, prose));
}

/* What share of the page it has, and where on the page it is. */
static void read_place(const struct region_page *page, struct region *region)
{
    uint32_t count = page->land->blocks->count;
    const struct region_sums *from = &page->sums[region->first];
    const struct region_sums *to = &page->sums[region->end];
    const struct region_sums *whole = &page->sums[count];
    uint32_t title = page->title < count ? page->title : page->h1;

    put(region, REGION_PROSE_SHARE, share(to->prose - from->prose, whole->prose));
    put(region, REGION_WORDS_SHARE, share(to->words - from->words, whole->words));
    put(region, REGION_TITLE_PROSE,
            title == count         ? -2
            : title >= region->end ? -3
            : title >= region->first
                    ? -1
                    : (int64_t)(from->prose - page->sums[title].prose));
    put(region, REGION_WORDS_BEFORE, share(from->words, whole->words));
    put(region, REGION_PROSE_BEFORE, share(from->prose, whole->prose));
    put(region, REGION_PROSE_AFTER, share(whole->prose - to->prose, whole->prose));
    put(region, REGION_PAGE_LINKS, share(whole->links, whole->text));
}

#define BOILERPLATE_NAMES \
    (GROUP_BIT(GROUP_NAVIGATION) | GROUP_BIT(GROUP_HEADER) | GROUP_BIT(GROUP_FOOTER))
#define NOTICE_NAMES                                                              \
    (GROUP_BIT(GROUP_SIGNUP) | GROUP_BIT(GROUP_DIALOG) | GROUP_BIT(GROUP_LEGAL) | \
            GROUP_BIT(GROUP_ADVERT) | GROUP_BIT(GROUP_FORM))
#define TEASER_NAMES                                                            \
    (GROUP_BIT(GROUP_HERO) | GROUP_BIT(GROUP_TITLE) | GROUP_BIT(GROUP_BYLINE) | \
            GROUP_BIT(GROUP_BIOGRAPHY))

/* Traits that the names of a region, or of what is around it, answer. */
static const struct {
    enum region_trait trait;
    bool is_around;
    uint32_t groups;
} NAMES[] = {
    { REGION_IS_CONTENT, false, GROUP_BIT(GROUP_CONTENT) },
    { REGION_IS_POST, false, GROUP_BIT(GROUP_POST) },
    { REGION_IS_COMMENT, false, GROUP_BIT(GROUP_COMMENT) },
    { REGION_IS_SIDEBAR, false, GROUP_BIT(GROUP_SIDEBAR) },
    { REGION_IS_RELATED, false, GROUP_BIT(GROUP_RELATED) },
    { REGION_IS_WIDGET, false, GROUP_BIT(GROUP_WIDGET) },
    { REGION_IS_CARD, false, GROUP_BIT(GROUP_CARD) },
    { REGION_IS_BOILERPLATE, false, BOILERPLATE_NAMES },
    { REGION_IS_NOTICE, false, NOTICE_NAMES },
    { REGION_IS_TEASER, false, TEASER_NAMES },
    { REGION_IN_CONTENT, true, GROUP_BIT(GROUP_CONTENT) },
    { REGION_IN_POST, true, GROUP_BIT(GROUP_POST) },
    { REGION_IN_COMMENT, true, GROUP_BIT(GROUP_COMMENT) },
    { REGION_IN_SIDEBAR, true, GROUP_BIT(GROUP_SIDEBAR) },
    { REGION_IN_RELATED, true, GROUP_BIT(GROUP_RELATED) },
    { REGION_IN_WIDGET, true, GROUP_BIT(GROUP_WIDGET) },
    { REGION_IN_CARD, true, GROUP_BIT(GROUP_CARD) },
};

/* The same of tags and attributes; what is not around a region alone may also be the
   region itself. */
static const struct {
    enum region_trait trait;
    bool is_around;
    bool is_own;
    uint8_t marks;
} MARKS[] = {
    { REGION_IS_ARTICLE, false, true, MARK_ARTICLE },
    { REGION_IS_MAIN, false, true, MARK_MAIN },
    { REGION_IS_BODY, false, true, MARK_BODY },
    { REGION_IN_ARTICLE, true, false, MARK_ARTICLE },
    { REGION_IN_MAIN, true, false, MARK_MAIN },
    { REGION_IN_BODY, true, false, MARK_BODY },
    { REGION_IN_ASIDE, true, true, MARK_ASIDE },
    { REGION_IN_BOILERPLATE, true, true, MARK_BOILERPLATE },
    { REGION_HIDDEN, true, true, MARK_HIDDEN },
};

/* What names and marks there are, of the region itself and of what is around it. */
struct naming {
    uint32_t own;
    uint32_t around;
    uint8_t own_marks;
    uint8_t marks_around;
};

static struct naming naming_of(
        const struct region_page *page, const struct region *region)
{
    const struct tree *tree = page->land->tree;
    struct naming naming = { 0 };
    unsigned looks = 0;

    for (uint32_t i = region->node; i != 0 && looks++ < LOOK_UP;
            i = tree->nodes[i].parent) {
        bool is_own = i >= region->top;
        if (tree->nodes[i].tag == HTML_body || tree->nodes[i].tag == HTML_html)
            break;
        *(is_own ? &naming.own : &naming.around) |= page->land->names[i];
        *(is_own ? &naming.own_marks : &naming.marks_around) |= page->marks[i];
    }
    return naming;
}

static void read_names(const struct region_page *page, struct region *region)
{
    struct naming naming = naming_of(page, region);

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        uint32_t names = NAMES[i].is_around ? naming.around : naming.own;
        put(region, NAMES[i].trait, (names & NAMES[i].groups) != 0);
    }
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        unsigned marks = (MARKS[i].is_around ? naming.marks_around : 0U) |
                         (MARKS[i].is_own ? naming.own_marks : 0U);
        put(region, MARKS[i].trait, (marks & MARKS[i].marks) != 0);
    }
}

static void read_region(const struct region_page *page, struct region *region,
        const struct regions *all)
{
    const struct landscape *land = page->land;

    put_heading(page, region, page->title, REGION_TITLE, REGION_TITLE_WORDS);
    put_heading(page, region, page->h1, REGION_H1, REGION_H1_WORDS);
    read_mass(page, region);
    read_place(page, region);
    read_names(page, region);
    put(region, REGION_SIBLINGS, evidence_siblings(land->tree, region->top));
    put(region, REGION_DESCRIPTION,
            place_of_text(page, region, page->hints->description, page->described));
    put(region, REGION_BODY,
            place_of_text(page, region, page->hints->body, page->told));
    put(region, REGION_CLAIMS, land->claims & CLAIMS_WEIGHED);
    if (region->up != REGION_NONE) {
        const struct mass *up = &land->places[all->items[region->up].node].mass;
        put(region, REGION_OF_UP,
                share(land->places[region->node].mass.prose, up->prose));
        put(region, REGION_WORDS_OF_UP,
                share(land->places[region->node].mass.words, up->words));
    } else {
        put(region, REGION_OF_UP, 100);
        put(region, REGION_WORDS_OF_UP, 100);
    }
}

/* What regions say of those around them. */
static void compare_children(const struct region_page *page, struct regions *all)
{
    const struct landscape *land = page->land;
    uint32_t siblings[MAX_REGIONS] = { 0 };

    for (uint32_t i = 0; i < all->count; i++) {
        const struct region *child = &all->items[i];
        if (child->up == REGION_NONE)
            continue;
        struct region *up = &all->items[child->up];
        uint32_t prose = land->places[child->node].mass.prose;
        int64_t of_up = share(prose, land->places[up->node].mass.prose);
        if (of_up > up->traits[REGION_LARGEST_CHILD])
            put(up, REGION_LARGEST_CHILD, of_up);
        if (child->traits[REGION_SIBLINGS] > 1)
            siblings[child->up] += prose;
    }
    for (uint32_t i = 0; i < all->count; i++)
        put(&all->items[i], REGION_SIBLING_CHILDREN,
                share(siblings[i], land->places[all->items[i].node].mass.prose));
}

/* Compares a region after the title with those between, which do not hold it. */
static void find_better(const struct region_page *page, struct regions *all)
{
    const struct place *places = page->land->places;

    for (uint32_t i = 0; i < all->count; i++) {
        struct region *region = &all->items[i];
        uint32_t most = 0;
        if (region->traits[REGION_TITLE_PROSE] <= 0)
            continue;
        for (uint32_t k = 0; k < i; k++) {
            const struct region *other = &all->items[k];
            uint32_t prose = places[other->node].mass.prose;
            if (other->end <= region->first &&
                    other->traits[REGION_TITLE_PROSE] >= -1 && prose > most)
                most = prose;
        }
        put(region, REGION_BETTER, share(most, places[region->node].mass.prose));
    }
}

static void count_articles(const struct region_page *page, struct regions *all)
{
    const struct tree *tree = page->land->tree;
    uint32_t whole = 0;

    for (uint32_t i = 1; i < tree->count; i++) {
        if (tree->nodes[i].tag != HTML_article || tree->nodes[i].is_text ||
                page->land->places[i].mass.prose == 0)
            continue;
        whole++;
        for (uint32_t k = 0; k < all->count; k++)
            if (i >= all->items[k].node && i < tree->nodes[all->items[k].node].end)
                all->items[k].traits[REGION_ARTICLES]++;
    }
    for (uint32_t k = 0; k < all->count; k++)
        put(&all->items[k], REGION_PAGE_ARTICLES, whole);
}

void region_traits_read(const struct region_page *page, struct regions *regions)
{
    for (uint32_t i = 0; i < regions->count; i++)
        read_region(page, &regions->items[i], regions);
    compare_children(page, regions);
    count_articles(page, regions);
    find_better(page, regions);
}
