#include "indexer/metadata/headings.h"

#include "core/view.h"
#include "indexer/html/entities.h"
#include "indexer/html/text_nodes.h"

enum {
    HEADING_SIZE = 500, /* bytes; longer is none */
    NEAR = 3            /* elements, the heading among them, whose classes name it */
};

/* Signs after headings that link to them. */
static palpate_view without_anchor(palpate_view heading)
{
    static const palpate_view ANCHORS[] = { PALPATE_VIEW_INIT("\xC2\xB6"),
        PALPATE_VIEW_INIT("#"), PALPATE_VIEW_INIT("\xF0\x9F\x94\x97"),
        PALPATE_VIEW_INIT("\xEF\x83\x81") };

    for (size_t i = 0; i < sizeof ANCHORS / sizeof *ANCHORS; i++)
        if (view_ends_with(heading, ANCHORS[i]))
            heading.size -= ANCHORS[i].size;
    return view_trim(heading);
}

static bool has_one_of(palpate_view name, const char *const *words, size_t count)
{
    for (size_t i = 0; name.size > 0 && i < count; i++)
        if (view_find_ignoring_case(name, view_of(words[i])) < name.size)
            return true;
    return false;
}

static void take_name(struct heading *heading, palpate_view name)
{
    static const char *const TITLES[] = { "title", "headline", "product-name",
        "product_name" };
    static const char *const LOGOS[] = { "logo", "brand", "site-title", "site-name" };

    heading->is_named_title |= has_one_of(name, TITLES, sizeof TITLES / sizeof *TITLES);
    heading->is_named_logo |= has_one_of(name, LOGOS, sizeof LOGOS / sizeof *LOGOS);
}

static void take_names(struct heading *heading, const struct tree *tree)
{
    uint32_t at = heading->node;

    for (int i = 0; i < NEAR && at != 0; i++, at = tree->nodes[at].parent) {
        const struct node *node = &tree->nodes[at];
        if (node->attributes == NULL)
            continue;
        take_name(heading, node_attribute(node, PALPATE_VIEW("class")));
        take_name(heading, node_attribute(node, PALPATE_VIEW("id")));
        take_name(heading, node_attribute(node, PALPATE_VIEW("itemprop")));
    }
}

/* "https://clinic.example/" or "/": where the name of a site leads. */
static bool is_front(palpate_view address)
{
    size_t scheme = view_find(address, PALPATE_VIEW("://"));

    if (scheme < address.size) {
        address = view_slice(address, scheme + 3, address.size);
        size_t host = view_find(address, PALPATE_VIEW("/"));
        return host + 1 >= address.size;
    }
    return view_equals(address, PALPATE_VIEW("/")) ||
           view_equals(address, PALPATE_VIEW("/index.html"));
}

static bool links_to_front(const struct node *node)
{
    return node->attributes != NULL &&
           is_front(view_trim(node_attribute(node, PALPATE_VIEW("href"))));
}

/* What links to the front page is called as the site is, and so is a heading in such a
   link. */
static bool leads_to_front(const struct tree *tree, uint32_t element)
{
    uint32_t end = tree->nodes[element].end;

    if (links_to_front(&tree->nodes[tree->nodes[element].parent]))
        return true;
    for (uint32_t i = element; i < end; i++)
        if (links_to_front(&tree->nodes[i]))
            return true;
    return false;
}

bool headings_take(struct headings *headings, struct arena *arena,
        const struct tree *tree, uint32_t element)
{
    if (headings->count == MAX_HEADINGS)
        return true;
    palpate_view text = text_below(tree, arena, element, HEADING_SIZE);
    text = entities_decode(arena, text);
    if (text.data == NULL)
        return false;
    text = without_anchor(text);
    if (text.size == 0)
        return true;
    struct heading *heading = &headings->items[headings->count++];
    *heading = (struct heading){ .text = text,
        .node = element,
        .nodes = tree->nodes[element].end - element,
        .level = tag_heading_level(tree->nodes[element].tag) };
    take_names(heading, tree);
    heading->leads_to_front = leads_to_front(tree, element);
    return true;
}
