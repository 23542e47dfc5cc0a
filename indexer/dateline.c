#include "indexer/dateline.h"

#include <stdbool.h>

#include "core/view.h"
#include "indexer/metadata.h"

enum {
    LINE_SIZE = 120,  /* bytes; a date in a longer text is not the page's own */
    BEHIND_TITLE = 40 /* texts behind the heading in which a date may be the page's */
};

/* The string behind `"key" :` in `text`, or empty. */
static palpate_view value_of(palpate_view text, palpate_view key)
{
    size_t place = view_find(text, key);
    palpate_view rest = view_slice(text, place + key.size, text.size);
    size_t start = 0;

    if (place == text.size || rest.data == NULL)
        return (palpate_view){ NULL, 0 };
    while (start < rest.size &&
            (rest.data[start] == ' ' || rest.data[start] == ':' ||
                    rest.data[start] == '"' || rest.data[start] == '\\'))
        start++;
    rest = view_slice(rest, start, LINE_SIZE);
    size_t end = 0;
    while (end < rest.size && rest.data[end] != '"' && rest.data[end] != '\\')
        end++;
    return view_slice(rest, 0, end);
}

palpate_view dateline_in_scripts(const struct tree *tree, palpate_view key)
{
    uint32_t script_end = 0;

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (!node->is_text) {
            script_end = node->tag == HTML_script ? node->end : script_end;
            continue;
        }
        palpate_view value =
                i < script_end ? value_of(node->text, key) : (palpate_view){ NULL, 0 };
        if (value.size > 0 && value.data[0] >= '0')
            return value;
    }
    return (palpate_view){ NULL, 0 };
}

static bool names_date(const struct node *node)
{
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));

    return view_find_ignoring_case(class, PALPATE_VIEW("date")) < class.size ||
           view_find_ignoring_case(class, PALPATE_VIEW("publish")) < class.size ||
           view_find_ignoring_case(class, PALPATE_VIEW("posted")) < class.size;
}

static bool has_digit(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

static bool may_hold_date(palpate_view text)
{
    return text.size <= LINE_SIZE && text.size >= 6 && has_digit(text);
}

/* Where on the page the look for a date is. */
struct look {
    uint32_t heading;   /* the first of the first level, or TREE_NONE */
    uint32_t named_end; /* the node behind the element whose class names a date */
    unsigned texts;     /* seen behind the heading */
};

static void pass_element(struct look *look, const struct node *node, uint32_t i)
{
    enum { SMALL = 40 /* nodes; a larger element holds more than a date */ };

    if (node->attributes != NULL && node->end > look->named_end &&
            node->end - i < SMALL && names_date(node))
        look->named_end = node->end;
}

/* Whether a text stands where a page's date stands. */
static bool is_place_of_date(struct look *look, palpate_view text, uint32_t i)
{
    bool is_behind = look->heading != TREE_NONE && i > look->heading &&
                     look->texts < BEHIND_TITLE;

    look->texts += is_behind && text.size > 0;
    return is_behind || i < look->named_end;
}

palpate_view dateline_shown(const struct tree *tree, struct arena *arena)
{
    struct look look = { .heading = tree_find(tree, 1, tree->count, HTML_h1) };

    for (uint32_t i = 1; i < tree->count;) {
        const struct node *node = &tree->nodes[i];
        if (!node->is_text && (tag_traits(node->tag) & TAG_SKIPPED) != 0) {
            i = node->end;
            continue;
        }
        palpate_view text = view_trim(node->text);
        if (!node->is_text)
            pass_element(&look, node, i);
        else if (is_place_of_date(&look, text, i) && may_hold_date(text)) {
            palpate_view date = metadata_date(arena, text);
            if (date.data == NULL || date.size > 0)
                return date;
        }
        i++;
    }
    return arena_copy(arena, (palpate_view){ "", 0 });
}
