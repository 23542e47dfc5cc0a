#include "indexer/content/continuation.h"

#include "core/view.h"
#include "indexer/content/edges.h"
#include "indexer/content/part_group.h"

enum { ARTICLE_WORDS = 40 /* that are kept before anything continues them */ };

/* A score at the first look that no place on the page makes up for. */
static const float TOO_UNLIKELY = -3;

static bool holds(const struct content *content, uint32_t node, uint32_t other)
{
    return node <= other && other < content->land.tree->nodes[node].end;
}

/* The outermost element around a block that does not hold block `last`, or TREE_NONE
   where its text stands bare in one that does.  The body is none: where its tag is left
   out, the parser may begin it late. */
static uint32_t box_beside(
        const struct content *content, uint32_t number, uint32_t last)
{
    const struct tree *tree = content->land.tree;
    uint32_t place = content->land.blocks->items[last].first;
    uint32_t box = TREE_NONE;

    for (uint32_t i = content->land.blocks->items[number].owner;
            i != 0 && tree->nodes[i].tag != HTML_body && !holds(content, i, place);
            i = tree->nodes[i].parent)
        box = i;
    return box;
}

/* Whether a box is a piece of text and no part of the page. */
static bool is_of_flow(const struct content *content, uint32_t box)
{
    const struct node *node = &content->land.tree->nodes[box];

    if (box == TREE_NONE)
        return true;
    switch (node->tag) {
    case HTML_p:
    case HTML_h2:
    case HTML_h3:
    case HTML_h4:
    case HTML_ul:
    case HTML_ol:
    case HTML_blockquote: return true;
    case HTML_div: return node->attributes == NULL;
    default: return false;
    }
}

/* Whether a box is the only one beside an element that holds block `last` and is of the
   same names: a page of more lists its articles. */
static bool is_second(const struct content *content, uint32_t box, uint32_t last)
{
    enum { LOOKS = 200 };
    const struct tree *tree = content->land.tree;
    uint32_t parent = tree->nodes[box].parent;
    palpate_view class = node_attribute(&tree->nodes[box], PALPATE_VIEW("class"));
    uint32_t place = content->land.blocks->items[last].first;
    unsigned count = 0;
    bool is_twin = false;
    unsigned looks = 0;

    if (box == TREE_NONE || (tree->nodes[box].tag != HTML_article &&
                                    tree->nodes[box].tag != HTML_section))
        return false;
    for (uint32_t i = parent + 1; i < tree->nodes[parent].end && looks++ < LOOKS;
            i = tree->nodes[i].end) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text || node->tag != tree->nodes[box].tag)
            continue;
        count++;
        is_twin |= holds(content, i, place) &&
                   view_equals(node_attribute(node, PALPATE_VIEW("class")), class);
    }
    return is_twin && count == 2;
}

static bool is_unsuspected(const struct content *content, uint32_t number)
{
    const uint32_t parts = PLACE_NAV | PLACE_ASIDE | PLACE_HEADER | PLACE_FOOTER |
                           PLACE_FORM | PLACE_DIALOG | PLACE_BUTTON | PLACE_LABEL |
                           PLACE_FIGURE | PLACE_ADDRESS | PLACE_HIDDEN | PLACE_NOSCRIPT;
    const uint32_t names =
            GROUP_BIT(GROUP_NAVIGATION) | GROUP_BIT(GROUP_HEADER) |
            GROUP_BIT(GROUP_FOOTER) | GROUP_BIT(GROUP_SIDEBAR) |
            GROUP_BIT(GROUP_COMMENT) | GROUP_BIT(GROUP_RELATED) |
            GROUP_BIT(GROUP_SHARE) | GROUP_BIT(GROUP_ADVERT) | GROUP_BIT(GROUP_DIALOG) |
            GROUP_BIT(GROUP_SIGNUP) | GROUP_BIT(GROUP_FORM) | GROUP_BIT(GROUP_BYLINE) |
            GROUP_BIT(GROUP_BIOGRAPHY) | GROUP_BIT(GROUP_CRUMBS) |
            GROUP_BIT(GROUP_TAGS) | GROUP_BIT(GROUP_LEGAL) | GROUP_BIT(GROUP_BUTTON) |
            GROUP_BIT(GROUP_CAPTION) | GROUP_BIT(GROUP_CARD);
    const struct block *block = &content->land.blocks->items[number];
    const struct place *place = &content->land.places[block->owner];
    const struct wording *wording = &content->land.wording[number];

    return content->reason[number] == CONTENT_BY_SCORE && wording->phrases == 0 &&
           !content->is_shared[number] && !block->is_twice &&
           (size_t)block->links * 2 < block->text.size &&
           !(wording->has_year && wording->has_month) && (place->tags & parts) == 0 &&
           (place->near & names) == 0 && content->own[number] > TOO_UNLIKELY;
}

/* The last paragraph that is kept, and how many words are. */
static uint32_t last_prose(const struct content *content, uint32_t *words)
{
    const struct blocks *blocks = content->land.blocks;
    uint32_t last = blocks->count;

    *words = 0;
    for (uint32_t i = 0; i < blocks->count; i++) {
        if (content->verdict[i] != CONTENT_KEPT)
            continue;
        *words += content->land.wording[i].words;
        if (landscape_is_prose(&content->land, i))
            last = i;
    }
    return last;
}

/* Whether what continues an article may end with a block: a sentence, or a line of a
   list. */
static bool may_end(const struct content *content, uint32_t number)
{
    char mark = content->land.wording[number].last;

    switch (content->land.blocks->items[number].kind) {
    case BLOCK_HEADING: return false;
    case BLOCK_TEXT: return mark == '.' || mark == '!' || mark == '?';
    default: return true;
    }
}

static bool may_continue(const struct content *content, uint32_t number, uint32_t last)
{
    const struct block *block = &content->land.blocks->items[number];
    uint32_t box = box_beside(content, number, last);

    return (is_of_flow(content, box) || is_second(content, box, last)) &&
           is_unsuspected(content, number) && !edges_begins_tail(block->text) &&
           (may_end(content, number) || block->kind == BLOCK_HEADING ||
                   content->land.wording[number].last == ':');
}

void continuation_keep(struct content *content)
{
    uint32_t words = 0;
    uint32_t last = last_prose(content, &words);
    uint32_t end = last + 1;
    uint32_t more = 0;

    if (last == content->land.blocks->count || words < ARTICLE_WORDS)
        return;
    for (uint32_t i = last + 1;
            i < content->land.blocks->count && may_continue(content, i, last); i++) {
        more += content->land.wording[i].words;
        if (more > words)
            break;
        if (may_end(content, i))
            end = i + 1;
    }
    for (uint32_t i = last + 1; i < end; i++)
        content->verdict[i] = CONTENT_KEPT;
}
