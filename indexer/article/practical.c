#include "indexer/article/practical.h"

#include "core/ascii.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/article/practical_data.h"
#include "indexer/content/vocabulary.h"
#include "indexer/html/text_nodes.h"
#include "indexer/metadata/dates.h"

enum {
    MAX_LINE = 160,    /* bytes of text with a price or a day */
    MAX_ITEM = 240,    /* bytes of an item of a list */
    MAX_NODES = 40,    /* in an item, or in an address */
    MIN_ITEMS = 3,     /* of a list */
    MIN_DECLARED = 2,  /* … of a page that declares its hours */
    MAX_ADDRESS = 300, /* bytes */
    LINKED = 50        /* percent of an item: more leads elsewhere */
};

struct finder {
    const struct tree *tree;
    struct blocks *blocks;
    struct arena *arena;
    uint8_t *says; /* of each node: whether a day or price is in it, not far below */
    uint32_t h1;   /* the first main heading, or TREE_NONE */
    struct practical_data data; /* of the page */
    uint32_t in_main; /* the node after the main element that was entered last */
};

static bool has_digit(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_digit(text.data[i]))
            return true;
    return false;
}

static bool has_price(palpate_view text)
{
    static const palpate_view SIGNS[] = { PALPATE_VIEW_INIT("$"),
        PALPATE_VIEW_INIT("£"), PALPATE_VIEW_INIT("€"), PALPATE_VIEW_INIT("¥"),
        PALPATE_VIEW_INIT("CHF"), PALPATE_VIEW_INIT("EUR"), PALPATE_VIEW_INIT("zł"),
        PALPATE_VIEW_INIT("円"), PALPATE_VIEW_INIT("元") };

    if (!has_digit(text))
        return false;
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_find(text, SIGNS[i]) < text.size)
            return true;
    return false;
}

/* Whether the first word names a day of the week. */
static bool names_day(palpate_view text)
{
    static const palpate_view DAYS[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/weekdays.inc"
#undef WORD
    };
    enum { MAX_DAY = 24 /* bytes */ };
    char word[MAX_DAY];
    size_t size = 0;

    while (size < text.size && size < MAX_DAY &&
            (ascii_is_letter(text.data[size]) ||
                    (unsigned char)text.data[size] >= 0x80)) {
        word[size] = ascii_lower(text.data[size]);
        size++;
    }
    size_t count = sizeof DAYS / sizeof *DAYS;
    return size > 0 &&
           view_place((palpate_view){ word, size }, DAYS, count, sizeof *DAYS) < count;
}

/* Notes in what elements a day or a price is said. */
static bool find_lines(struct finder *finder)
{
    enum { LOOK_UP = 4 };
    const struct node *nodes = finder->tree->nodes;
    uint32_t count = 0;

    for (uint32_t i = 1; i < finder->tree->count; i++) {
        palpate_view text = nodes[i].text;
        if (!nodes[i].is_text || text.size < 2 || text.size > MAX_LINE)
            continue;
        text = view_trim(text);
        if (text.size < 2 || !(has_price(text) || names_day(text)))
            continue;
        uint32_t node = nodes[i].parent;
        for (unsigned k = 0; k < LOOK_UP && node != 0; k++) {
            finder->says[node] = 1;
            node = nodes[node].parent;
        }
        count++;
    }
    return count >= (finder->data.has_hours ? MIN_DECLARED : MIN_ITEMS);
}

/* Whether an element is of the frame of the site, or of what belongs to others.  A box
   beside the text is not where the page declares hours or an address, which are said
   there. */
static bool is_framing(const struct node *node, bool is_declared)
{
    const uint32_t boxes = GROUP_BIT(GROUP_FOOTER) | GROUP_BIT(GROUP_SIDEBAR);
    const uint32_t parts = GROUP_BIT(GROUP_NAVIGATION) | GROUP_BIT(GROUP_HEADER) |
                           GROUP_BIT(GROUP_FOOTER) | GROUP_BIT(GROUP_SIDEBAR) |
                           GROUP_BIT(GROUP_COMMENT) | GROUP_BIT(GROUP_RELATED) |
                           GROUP_BIT(GROUP_ADVERT) | GROUP_BIT(GROUP_DIALOG) |
                           GROUP_BIT(GROUP_BYLINE) | GROUP_BIT(GROUP_BIOGRAPHY) |
                           GROUP_BIT(GROUP_FORM) | GROUP_BIT(GROUP_SIGNUP);

    switch (node->tag) {
    case HTML_nav:
    case HTML_footer:
    case HTML_header:
    case HTML_form:
    case HTML_dialog:
    case HTML_noscript: return true;
    case HTML_body: return false;
    case HTML_aside:
        if (!is_declared)
            return true;
        break;
    default: break;
    }
    return node->attributes != NULL &&
           (vocabulary_groups(node) & parts & ~(is_declared ? boxes : 0)) != 0;
}

/* Whether an element stands below the main heading, and in no part of the frame. */
static bool is_in_place(const struct finder *finder, uint32_t element, bool is_declared)
{
    enum { LOOK_UP = 64 };
    const struct node *nodes = finder->tree->nodes;

    if (finder->h1 == TREE_NONE ? element >= finder->in_main : element < finder->h1)
        return false;
    for (unsigned i = 0; element != 0; element = nodes[element].parent)
        if (i++ == LOOK_UP || is_framing(&nodes[element], is_declared))
            return false;
    return true;
}

static void mark(struct finder *finder, uint32_t from, uint32_t end)
{
    for (uint32_t i = 0; i < finder->blocks->count; i++) {
        struct block *block = &finder->blocks->items[i];
        bool is_link = (size_t)block->links * 2 > block->text.size;
        if (block->first >= from && block->first < end && !is_link)
            block->is_declared = true;
    }
}

/* Whether an element is a short item with a day or a price, and no link elsewhere. */
static bool is_line(const struct finder *finder, uint32_t element)
{
    const struct node *nodes = finder->tree->nodes;
    size_t size = 0;
    size_t linked = 0;
    uint32_t link_end = 0;

    if (nodes[element].is_text || finder->says[element] == 0 ||
            nodes[element].end > element + MAX_NODES)
        return false;
    for (uint32_t i = element; i < nodes[element].end; i++) {
        if (!nodes[i].is_text && nodes[i].tag == HTML_a)
            link_end = nodes[i].end;
        size_t letters = nodes[i].is_text ? view_trim(nodes[i].text).size : 0;
        size += letters;
        linked += i < link_end ? letters : 0;
    }
    return size <= MAX_ITEM && linked * 100 <= size * LINKED;
}

static bool is_same_kind(const struct node *a, const struct node *b)
{
    const palpate_view class = PALPATE_VIEW("class");

    return a->tag == b->tag && view_equals(a->text, b->text) &&
           view_equals(node_attribute(a, class), node_attribute(b, class));
}

/* Space, and the terms before what a list says of them. */
static bool is_passed_over(const struct node *node)
{
    return node->is_text ? view_trim(node->text).size == 0 : node->tag == HTML_dt;
}

/* Lines of one kind, one after another. */
struct run {
    uint32_t first;
    uint32_t end;
    unsigned count;
};

static void end_run(struct finder *finder, uint32_t parent, struct run *run)
{
    bool is_terms = finder->tree->nodes[parent].tag == HTML_dl;

    bool has_hours = finder->data.has_hours;

    if (run->count >= (has_hours ? MIN_DECLARED : MIN_ITEMS) &&
            is_in_place(finder, run->first, has_hours))
        mark(finder, is_terms ? parent : run->first, run->end);
    *run = (struct run){ .first = TREE_NONE };
}

/* Marks runs of lines among the children of an element. */
static void look_into(struct finder *finder, uint32_t parent)
{
    const struct node *nodes = finder->tree->nodes;
    struct run run = { .first = TREE_NONE };

    for (uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end) {
        if (is_passed_over(&nodes[i]))
            continue;
        bool is_one = is_line(finder, i);
        if (!is_one ||
                (run.first != TREE_NONE && !is_same_kind(&nodes[run.first], &nodes[i])))
            end_run(finder, parent, &run);
        if (!is_one)
            continue;
        if (run.first == TREE_NONE)
            run.first = i;
        run.count++;
        run.end = nodes[i].end;
    }
    end_run(finder, parent, &run);
}

/* "<address>12 Mill Lane": it has a number, and says nothing of an author or a day. */
static bool is_address(const struct finder *finder, uint32_t element)
{
    const struct node *node = &finder->tree->nodes[element];
    struct date date;

    if (node->tag != HTML_address || node->end > element + MAX_NODES)
        return false;
    palpate_view text = text_below(finder->tree, finder->arena, element, MAX_ADDRESS);
    return text.size > 0 && has_digit(text) && !date_find(&date, text, true) &&
           is_in_place(finder, element, finder->data.street_count > 0);
}

/* Marks what microdata call hours or an address, and each block with a street of the
   JSON-LD. */
static void mark_declared(struct finder *finder)
{
    const struct tree *tree = finder->tree;

    for (uint32_t i = 1; finder->data.is_marked && i < tree->count; i++)
        if (practical_data_is(&tree->nodes[i]) && tree->nodes[i].end <= i + MAX_NODES &&
                is_in_place(finder, i, true))
            mark(finder, i, tree->nodes[i].end);
    for (uint32_t i = 0; finder->data.street_count > 0 && i < finder->blocks->count;
            i++) {
        const struct block *block = &finder->blocks->items[i];
        if (block->text.size <= MAX_ADDRESS &&
                practical_data_has_street(&finder->data, block->text) &&
                is_in_place(finder, block->first, true))
            mark(finder, block->first, block->first + 1);
    }
}

palpate_status practical_mark(struct blocks *blocks, struct arena *arena,
        const struct tree *tree, palpate_error *err)
{
    struct finder finder = { .tree = tree, .blocks = blocks, .arena = arena };

    finder.h1 = tree_find(tree, 1, tree->count, HTML_h1);
    finder.says = arena_zeroed(arena, tree->count, 1);
    if (finder.says == NULL)
        return fail(err, PALPATE_NO_MEMORY, "out of memory for the parts of a page");
    practical_data_read(&finder.data, tree);
    bool has_lists = find_lines(&finder);
    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text)
            continue;
        if (node->tag == HTML_main && node->end > finder.in_main)
            finder.in_main = node->end;
        if (has_lists && finder.says[i] != 0)
            look_into(&finder, i);
        if (is_address(&finder, i))
            mark(&finder, i, node->end);
    }
    mark_declared(&finder);
    return PALPATE_OK;
}
