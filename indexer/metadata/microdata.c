#include "indexer/metadata/microdata.h"

#include "core/view.h"
#include "indexer/html/text_nodes.h"
#include "indexer/metadata/json_ld.h"

enum {
    VALUE_SIZE = 300, /* bytes; longer is no value but a part of the page */
    NAME_NODES = 40   /* nodes of an author among which the name is looked for */
};

static const struct {
    palpate_view name;
    enum fact field;
} PROPERTIES[] = {
    { PALPATE_VIEW_INIT("author"), FACT_BYLINE },
    { PALPATE_VIEW_INIT("creator"), FACT_BYLINE },
    { PALPATE_VIEW_INIT("datePublished"), FACT_PUBLISHED },
    { PALPATE_VIEW_INIT("dateCreated"), FACT_PUBLISHED },
    { PALPATE_VIEW_INIT("dateModified"), FACT_MODIFIED },
    { PALPATE_VIEW_INIT("description"), FACT_DESCRIPTION },
    { PALPATE_VIEW_INIT("image"), FACT_IMAGE },
    { PALPATE_VIEW_INIT("publisher"), FACT_SITE },
    { PALPATE_VIEW_INIT("reviewedBy"), FACT_REVIEWER },
    { PALPATE_VIEW_INIT("lastReviewed"), FACT_REVIEWED },
};

/* What the element says itself, not by its text. */
static palpate_view stated_value(const struct node *node)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("content"),
        PALPATE_VIEW_INIT("datetime"), PALPATE_VIEW_INIT("src") };
    palpate_view value = { NULL, 0 };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES && value.size == 0; i++)
        value = node_attribute(node, NAMES[i]);
    return value;
}

static palpate_view property_of(const struct node *node)
{
    palpate_view name = node_attribute(node, PALPATE_VIEW("itemprop"));

    if (name.size == 0 && node->tag != HTML_meta) {
        name = node_attribute(node, PALPATE_VIEW("property"));
        size_t colon = view_find(name, PALPATE_VIEW(":"));
        if (colon < name.size)
            name = view_slice(name, colon + 1, name.size);
    }
    return name;
}

/* The name of the person or organization that an element is. */
static palpate_view name_in(
        struct statements *statements, const struct tree *tree, uint32_t element)
{
    for (uint32_t i = element + 1;
            i < tree->nodes[element].end && i < element + NAME_NODES; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->attributes == NULL ||
                !view_equals(property_of(node), PALPATE_VIEW("name")))
            continue;
        palpate_view value = stated_value(node);
        return value.size > 0 ? value
                              : text_below(tree, statements->arena, i, VALUE_SIZE);
    }
    return (palpate_view){ "", 0 };
}

static void take_property(struct statements *statements, const struct tree *tree,
        uint32_t element, enum fact field)
{
    const struct node *node = &tree->nodes[element];
    bool is_somebody =
            field == FACT_BYLINE || field == FACT_REVIEWER || field == FACT_SITE;
    palpate_view value = stated_value(node);

    if (is_somebody && value.size == 0)
        value = name_in(statements, tree, element);
    if (value.size == 0 && node->tag != HTML_meta)
        value = text_below(tree, statements->arena, element, VALUE_SIZE);
    statements->failed |= value.data == NULL && node->tag != HTML_meta;
    statement_take(statements, field, VOICE_ITEM, value);
}

static bool is_in_work(struct microdata *items, uint32_t element)
{
    while (items->count > 0 && items->open[items->count - 1].end <= element)
        items->count--;
    return items->count == 0 || items->open[items->count - 1].is_work;
}

static void open_item(struct microdata *items, const struct node *node)
{
    palpate_view type = node_attribute(node, PALPATE_VIEW("itemtype"));

    if (type.size == 0)
        type = node_attribute(node, PALPATE_VIEW("typeof"));
    if (items->count == MICRODATA_DEPTH ||
            (type.size == 0 && !node_has_attribute(node, PALPATE_VIEW("itemscope"))))
        return;
    items->open[items->count].end = node->end;
    items->open[items->count].is_work = json_ld_is_work(type);
    items->count++;
}

void microdata_take(struct statements *statements, struct microdata *items,
        const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];
    palpate_view name = property_of(node);
    bool is_in_one = is_in_work(items, element);

    for (size_t i = 0;
            name.size > 0 && is_in_one && i < sizeof PROPERTIES / sizeof *PROPERTIES;
            i++)
        if (view_equals(name, PROPERTIES[i].name))
            take_property(statements, tree, element, PROPERTIES[i].field);
    open_item(items, node);
}
