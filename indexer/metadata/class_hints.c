#include "indexer/metadata/class_hints.h"

#include "core/view.h"
#include "indexer/html/text_nodes.h"
#include "indexer/metadata/names.h"

enum {
    PIECES = 12, /* of an element among which the name is looked for */
    MAX_NODES = 200,
    NODES = 20, /* of an element that is nothing but a name */
    VALUE_SIZE = 100
};

static bool has_word(palpate_view text, const char *word)
{
    return view_find_ignoring_case(text, view_of(word)) < text.size;
}

/* Classes of the article's own byline, not of comments, lists or biographies. */
static bool is_byline(palpate_view class)
{
    static const char *const YES[] = { "author", "byline", "writer", "username" };
    static const char *const NOT[] = { "comment", "reply", "related", "bio", "avatar",
        "image", "photo", "desc", "social", "widget", "sidebar", "footer",
        "co-authors" };
    bool is_one = false;

    for (size_t i = 0; i < sizeof YES / sizeof *YES && !is_one; i++)
        is_one = has_word(class, YES[i]);
    for (size_t i = 0; i < sizeof NOT / sizeof *NOT && is_one; i++)
        is_one = !has_word(class, NOT[i]);
    return is_one;
}

static bool is_author_page(palpate_view address)
{
    return has_word(address, "/author/") || has_word(address, "/authors/") ||
           has_word(address, "/contributor");
}

/* The account of a member, one word, or a team, alone in its element. */
static void take_whole(
        struct statements *statements, const struct tree *tree, uint32_t element)
{
    uint32_t place = element + 1;
    uint32_t end = tree->nodes[element].end;
    struct text_node piece;
    struct text_node other;

    if (end - element > NODES || !text_node_next(&piece, tree, &place, end) ||
            text_node_next(&other, tree, &place, end))
        return;
    palpate_view name = name_clean(piece.text);
    if (name_is_account(name) || name_is_team(name))
        statement_take(statements, FACT_AUTHOR, VOICE_USER, name);
}

/* The first name in the few pieces of an element; of a link to its owner, any. */
static void take_name(struct statements *statements, const struct tree *tree,
        uint32_t element, enum voice voice)
{
    uint32_t place = element + 1;
    uint32_t end = tree->nodes[element].end;
    size_t size = 0;
    struct text_node piece;

    if (end > element + MAX_NODES)
        end = element + MAX_NODES;
    for (int i = 0; i < PIECES && text_node_next(&piece, tree, &place, end); i++) {
        enum name_label label = name_label(piece.text, &size);
        palpate_view name = name_clean(piece.text);
        if (label == LABEL_REVIEWER)
            return;
        if (!name_is_likely(name, voice == VOICE_LINK || label == LABEL_AUTHOR))
            continue;
        statement_take(statements, FACT_AUTHOR, voice, name);
        return;
    }
}

static bool has_name(palpate_view list, palpate_view name)
{
    while (list.size > 0) {
        size_t end = view_find(list, PALPATE_VIEW(" "));
        if (view_equals_ignoring_case(view_slice(list, 0, end), name))
            return true;
        list = view_slice(list, end + 1, list.size);
    }
    return false;
}

static void take_time(
        struct statements *statements, const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];
    palpate_view date = node_attribute(node, PALPATE_VIEW("datetime"));
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));
    bool is_update = has_word(class, "updated") || has_word(class, "modified");

    if (date.size == 0)
        date = text_below(tree, statements->arena, element, VALUE_SIZE);
    statements->failed |= date.data == NULL;
    statement_take(statements,
            is_update && !has_word(class, "published") ? FACT_MODIFIED : FACT_PUBLISHED,
            VOICE_MARK, date);
}

void class_hints_take(
        struct statements *statements, const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];

    if (node->tag == HTML_time)
        take_time(statements, tree, element);
    if (node->attributes == NULL)
        return;
    if (has_name(node_attribute(node, PALPATE_VIEW("rel")), PALPATE_VIEW("author")) ||
            is_author_page(node_attribute(node, PALPATE_VIEW("href"))))
        take_name(statements, tree, element, VOICE_LINK);
    else if (is_byline(node_attribute(node, PALPATE_VIEW("class")))) {
        take_name(statements, tree, element, VOICE_MARK);
        take_whole(statements, tree, element);
    }
}
