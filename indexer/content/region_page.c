#include "indexer/content/region_page.h"

#include "core/view.h"
#include "indexer/content/vocabulary.h"

enum { LONG_WORDS = 25, DATE_WORDS = 14, FULL_DATE = 6 /* digits */ };

/* Parts of a page that are no article. */
static const uint32_t OTHER_NAMES =
        GROUP_BIT(GROUP_COMMENT) | GROUP_BIT(GROUP_SIDEBAR) | GROUP_BIT(GROUP_RELATED) |
        GROUP_BIT(GROUP_NAVIGATION) | GROUP_BIT(GROUP_FOOTER) |
        GROUP_BIT(GROUP_DIALOG) | GROUP_BIT(GROUP_SIGNUP) | GROUP_BIT(GROUP_LEGAL);

static bool is_linked(const struct block *block)
{
    return (uint64_t)block->links * 100 > (uint64_t)block->text.size * 79;
}

static void add_block(
        struct region_sums *sums, const struct landscape *land, uint32_t i)
{
    const struct block *block = &land->blocks->items[i];
    const struct wording *w = &land->wording[i];
    bool is_heading = block->kind == BLOCK_HEADING;

    sums->words += w->words;
    sums->prose += landscape_is_prose(land, i) ? w->words : 0;
    sums->text += (uint32_t)block->text.size;
    sums->links += block->links;
    sums->blocks++;
    sums->prose_blocks += landscape_is_prose(land, i);
    sums->long_blocks += landscape_is_prose(land, i) && w->words >= LONG_WORDS;
    sums->headings += is_heading;
    sums->linked += is_heading && is_linked(block);
    sums->ellipses += view_ends_with(block->text, PALPATE_VIEW("...")) ||
                      view_ends_with(block->text, PALPATE_VIEW("\xE2\x80\xA6")) ||
                      view_ends_with(block->text, PALPATE_VIEW("[...]")) ||
                      view_ends_with(block->text, PALPATE_VIEW("[\xE2\x80\xA6]"));
    sums->dates += w->words <= DATE_WORDS && w->has_year &&
                   (w->has_month || w->digits >= FULL_DATE);
    sums->notices += (w->phrases & (1U << PHRASE_ACTION | 1U << PHRASE_COMMENT |
                                           1U << PHRASE_SIGNUP)) != 0;
}

/* The beginning of a text, without what an extractor of descriptions may have cut. */
palpate_view region_page_beginning(palpate_view text)
{
    enum { LEAST = 20, MOST = 48 };

    return text.size < LEAST ? (palpate_view){ "", 0 } : view_slice(text, 0, MOST);
}

static uint32_t find_text(const struct landscape *land, palpate_view text)
{
    palpate_view start = region_page_beginning(text);

    for (uint32_t i = 0; start.size > 0 && i < land->blocks->count; i++) {
        palpate_view block = land->blocks->items[i].text;
        if (land->blocks->items[i].kind != BLOCK_HEADING && block.size >= start.size &&
                view_find(block, start) < block.size)
            return i;
    }
    return land->blocks->count;
}

/* The heading that says the title; else the first of level 1. */
static uint32_t find_title(const struct landscape *land, palpate_view title)
{
    uint32_t count = land->blocks->count;

    for (uint32_t i = 0; title.size > 0 && i < count; i++) {
        const struct block *block = &land->blocks->items[i];
        if (block->kind == BLOCK_HEADING && block->text.size > 3 &&
                (view_find_ignoring_case(title, block->text) < title.size ||
                        view_find_ignoring_case(block->text, title) < block->text.size))
            return i;
    }
    return count;
}

static uint8_t marks_of(const struct node *node)
{
    uint8_t marks = 0;

    switch (node->tag) {
    case HTML_article: marks = MARK_ARTICLE; break;
    case HTML_main: marks = MARK_MAIN; break;
    case HTML_aside: marks = MARK_ASIDE; break;
    case HTML_header:
    case HTML_footer:
    case HTML_nav: marks = MARK_BOILERPLATE; break;
    default: break;
    }
    if (node->attributes == NULL)
        return marks;
    palpate_view item = node_attribute(node, PALPATE_VIEW("itemprop"));
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));
    bool is_hidden =
            node_has_attribute(node, PALPATE_VIEW("hidden")) ||
            view_find_ignoring_case(style, PALPATE_VIEW("display:none")) < style.size;
    marks |= view_equals(item, PALPATE_VIEW("articleBody")) ? MARK_BODY : 0;
    return marks | (is_hidden ? MARK_HIDDEN : 0);
}

static void mark_nodes(struct region_page *page)
{
    const struct tree *tree = page->land->tree;

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        bool is_whole = node->tag == HTML_body || node->tag == HTML_html;
        page->is_other[i] = page->is_other[node->parent] || node->tag == HTML_aside ||
                            node->tag == HTML_nav || node->tag == HTML_footer ||
                            (!is_whole && (page->land->names[i] & OTHER_NAMES) != 0);
        page->marks[i] = node->is_text ? 0 : marks_of(node);
    }
}

bool region_page_is_other(const struct region_page *page, uint32_t node)
{
    return page->is_other[node];
}

static void add_blocks(struct region_page *page)
{
    const struct landscape *land = page->land;

    for (uint32_t i = 0; i < land->blocks->count; i++) {
        struct region_sums *sums = &page->sums[i + 1];
        bool is_named = region_page_is_other(page, land->blocks->items[i].owner);
        *sums = page->sums[i];
        add_block(sums, land, i);
        if (is_named && landscape_is_prose(land, i))
            sums->named += land->wording[i].words;
    }
}

static uint32_t find_h1(const struct landscape *land)
{
    for (uint32_t i = 0; i < land->blocks->count; i++)
        if (land->blocks->items[i].kind == BLOCK_HEADING &&
                land->blocks->items[i].level == 1)
            return i;
    return land->blocks->count;
}

bool region_page_read(struct region_page *out, struct arena *arena,
        const struct landscape *land, const struct region_hints *hints)
{
    const struct tree *tree = land->tree;

    *out = (struct region_page){ .land = land, .hints = hints };
    out->sums = arena_zeroed(arena, (size_t)land->blocks->count + 1, sizeof *out->sums);
    out->largest = arena_zeroed(arena, tree->count, sizeof *out->largest);
    out->marks = arena_zeroed(arena, tree->count, sizeof *out->marks);
    out->is_other = arena_zeroed(arena, tree->count, sizeof *out->is_other);
    if (out->sums == NULL || out->largest == NULL || out->marks == NULL ||
            out->is_other == NULL)
        return false;
    mark_nodes(out);
    add_blocks(out);
    for (uint32_t i = tree->count; i-- > 1;) {
        uint32_t *above = &out->largest[tree->nodes[i].parent];
        uint32_t blocks = land->places[i].mass.blocks;
        *above = blocks > *above ? blocks : *above;
    }
    out->h1 = find_h1(land);
    out->title = find_title(land, hints->title);
    out->described = find_text(land, hints->description);
    out->told = find_text(land, hints->body);
    return true;
}
