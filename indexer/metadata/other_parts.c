#include "indexer/metadata/other_parts.h"

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/class_list.h"

static bool is_among(palpate_view word, const palpate_view *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals_ignoring_case(word, words[i]))
            return true;
    return false;
}

/* "comments-area", "related_posts": by one of the words of a name, unless another one
   says that it only counts or switches them. */
static bool is_name_of_other(palpate_view name)
{
#define WORD(word) PALPATE_VIEW_INIT(word),
    static const palpate_view OTHERS[] = {
#include "words/mul/other_parts.inc"
    };
    static const palpate_view NOT[] = {
#include "words/mul/no_other_parts.inc"
    };
#undef WORD
    bool is_other = false;

    while (name.data != NULL && name.size > 0) {
        size_t end = 0;
        while (end < name.size && ascii_is_alphanumeric(name.data[end]))
            end++;
        palpate_view word = view_slice(name, 0, end);
        if (is_among(word, NOT, sizeof NOT / sizeof *NOT))
            return false;
        is_other |= is_among(word, OTHERS, sizeof OTHERS / sizeof *OTHERS);
        name = view_slice(name, end + 1, name.size);
    }
    return is_other;
}

static bool is_other(const struct node *node)
{
    if (node->tag == HTML_nav)
        return true;
    if (node->attributes == NULL)
        return false;
    palpate_view list = node_attribute(node, PALPATE_VIEW("class"));
    for (palpate_view class = class_list_next(&list); class.size > 0;
            class = class_list_next(&list))
        if (is_name_of_other(class))
            return true;
    return is_name_of_other(node_attribute(node, PALPATE_VIEW("id")));
}

void other_parts_find(struct other_parts *parts, const struct tree *tree)
{
    uint32_t h1 = tree_find(tree, 1, tree->count, HTML_h1);

    parts->count = 0;
    for (uint32_t i = 1; i < tree->count && parts->count < MAX_OTHER_PARTS; i++) {
        const struct node *node = &tree->nodes[i];
        bool holds_title = h1 != TREE_NONE && h1 > i && h1 < node->end;
        if (node->is_text || holds_title || node->end - i > tree->count / 2 ||
                !is_other(node))
            continue;
        parts->items[parts->count].start = i;
        parts->items[parts->count++].end = node->end;
        i = node->end - 1;
    }
}

bool other_parts_hold(const struct other_parts *parts, uint32_t node)
{
    uint32_t low = 0;
    uint32_t high = parts->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (parts->items[middle].end <= node)
            low = middle + 1;
        else
            high = middle;
    }
    return low < parts->count && parts->items[low].start <= node;
}
