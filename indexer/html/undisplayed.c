#include "indexer/html/undisplayed.h"

#include "core/view.h"
#include "indexer/html/class_list.h"

/* What rules are compared with. */
struct element {
    palpate_view tag;
    palpate_view id;
    palpate_view classes;
    palpate_view style;
};

static bool is_selected(
        const struct style_selector *selector, const struct element *element)
{
    if ((selector->tag.size > 0 &&
                !view_equals_ignoring_case(selector->tag, element->tag)) ||
            (selector->id.size > 0 && !view_equals(selector->id, element->id)) ||
            (selector->count > 0 && element->classes.size == 0))
        return false;
    for (uint32_t i = 0; i < selector->count; i++)
        if (!class_list_has(element->classes, selector->classes[i]))
            return false;
    return true;
}

/* Of the rules for an element the weightiest holds, and of two of one weight the later.
 */
static bool is_hidden_by(const struct style_rules *rules, const struct element *element,
        enum style_property property)
{
    uint32_t weight = 0;
    bool hides = false;

    for (uint32_t i = 0; i < rules->count; i++) {
        const struct style_rule *rule = &rules->items[i];
        if (rule->property != property || rule->selector.weight < weight ||
                !is_selected(&rule->selector, element))
            continue;
        weight = rule->selector.weight;
        hides = rule->hides && !rule->is_unsure;
    }
    return hides;
}

static bool says(palpate_view style, palpate_view property)
{
    return view_find_ignoring_case(style, property) < style.size;
}

static bool is_undisplayed(const struct style_rules *rules, const struct node *node)
{
    const struct element element = { node->text,
        node_attribute(node, PALPATE_VIEW("id")),
        node_attribute(node, PALPATE_VIEW("class")),
        node_attribute(node, PALPATE_VIEW("style")) };

    if (element.id.size == 0 && element.classes.size == 0)
        return false;
    return (!says(element.style, PALPATE_VIEW("display")) &&
                   is_hidden_by(rules, &element, STYLE_DISPLAY)) ||
           (!says(element.style, PALPATE_VIEW("visibility")) &&
                   is_hidden_by(rules, &element, STYLE_VISIBILITY));
}

void undisplayed_mark(struct tree *tree)
{
    for (uint32_t i = 1; tree->styles.count > 0 && i < tree->count; i++) {
        struct node *node = &tree->nodes[i];
        if (!node->is_text && node->attributes != NULL)
            node->is_undisplayed = is_undisplayed(&tree->styles, node);
    }
}
