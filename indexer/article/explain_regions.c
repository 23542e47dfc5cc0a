#include "indexer/article/explain_regions.h"

#include "core/printable.h"
#include "core/view.h"

enum {
    SHOWN = 4, /* regions */
    PERCENT = 100
};

static const struct {
    enum region_trait trait;
    const char *words;
} NAMES[] = {
    { REGION_IS_BODY, "articleBody" },
    { REGION_IS_ARTICLE, "an article element" },
    { REGION_IS_MAIN, "the main element" },
    { REGION_IS_CONTENT, "named as content" },
    { REGION_IS_POST, "named as a post" },
    { REGION_IS_COMMENT, "named as comments" },
    { REGION_IN_COMMENT, "among comments" },
    { REGION_IS_SIDEBAR, "named as a sidebar" },
    { REGION_IN_SIDEBAR, "in a sidebar" },
    { REGION_IN_ASIDE, "in an aside" },
    { REGION_IS_RELATED, "named as related pages" },
    { REGION_IN_RELATED, "among related pages" },
    { REGION_IS_WIDGET, "named as a widget" },
    { REGION_IS_CARD, "named as a card" },
    { REGION_IN_BOILERPLATE, "in a header, footer or menu" },
    { REGION_HIDDEN, "hidden at first" },
};

static void append_element(
        struct buffer *out, const struct landscape *land, const struct region *region)
{
    const struct node *node = &land->tree->nodes[region->top];
    palpate_view id = node_attribute(node, PALPATE_VIEW("id"));
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));

    enum { MAX_NAME = 40 };
    printable_append(out, node->text);
    if (id.size > 0) {
        buffer_append_byte(out, '#');
        printable_append(out, view_slice(id, 0, MAX_NAME));
    } else if (class.size > 0) {
        buffer_append_byte(out, '.');
        printable_append(
                out, view_slice(class, 0, view_find(class, PALPATE_VIEW(" "))));
    }
}

static void append_title(struct buffer *out, const struct region *region)
{
    int words = region->traits[REGION_TITLE_PROSE];

    if (words >= 0)
        buffer_append_format(out, ", %d words of prose after the title", words);
    else if (words == -1)
        buffer_append_string(out, ", the title in it");
    else
        buffer_append_string(out,
                words == -2 ? ", no heading says the title" : ", before the title");
}

static void append_facts(
        struct buffer *out, const struct landscape *land, const struct region *region)
{
    const int16_t *traits = region->traits;

    append_element(out, land, region);
    buffer_append_format(out, ": %u words of prose, %d %% of the page's",
            land->places[region->node].mass.prose, traits[REGION_PROSE_SHARE]);
    append_title(out, region);
    buffer_append_format(out, ", %d %% links", traits[REGION_LINKS]);
    if (traits[REGION_LINKED_HEADINGS] > 0)
        buffer_append_format(
                out, ", %d headings are links", traits[REGION_LINKED_HEADINGS]);
    if (traits[REGION_ELLIPSES] > 0)
        buffer_append_format(out, ", %d texts break off", traits[REGION_ELLIPSES]);
    if (traits[REGION_OTHER_NAMES] > 0)
        buffer_append_format(out, ", %d %% in parts named as no article",
                traits[REGION_OTHER_NAMES]);
    if (traits[REGION_DESCRIPTION] == 1)
        buffer_append_string(out, ", begins as the description");
    if (traits[REGION_BODY] == 1)
        buffer_append_string(out, ", begins as the text for search engines");
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (traits[NAMES[i].trait] != 0)
            buffer_append_format(out, ", %s", NAMES[i].words);
}

/* The next region by chance after those with a higher one. */
static uint32_t next_best(const struct regions *regions, const bool *is_shown)
{
    uint32_t best = regions->count;

    for (uint32_t i = 0; i < regions->count; i++) {
        bool is_better = best == regions->count ||
                         regions->items[i].chance > regions->items[best].chance;
        if (!is_shown[i] && is_better)
            best = i;
    }
    return best;
}

void explain_regions(struct buffer *out, const struct landscape *land, bool is_html)
{
    const struct regions *regions = &land->regions;
    bool is_shown[MAX_REGIONS] = { false };

    if (regions->count == 0) {
        buffer_append_string(
                out, is_html ? "<p>no region of prose</p>\n" : "no region of prose\n");
        return;
    }
    buffer_append_string(out, is_html ? "<ol>\n" : "");
    for (unsigned i = 0; i < SHOWN; i++) {
        uint32_t next = next_best(regions, is_shown);
        if (next == regions->count)
            break;
        is_shown[next] = true;
        buffer_append_format(out, is_html ? "<li>%.0f %%: " : "region %3.0f %%  ",
                (double)(regions->items[next].chance * PERCENT));
        append_facts(out, land, &regions->items[next]);
        buffer_append_string(out, is_html ? "</li>\n" : "\n");
    }
    buffer_append_string(out, is_html ? "</ol>\n" : "");
}
