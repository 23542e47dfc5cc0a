#include "indexer/html/unread.h"

#include "core/token.h"
#include "core/view.h"
#include "indexer/html/cell_label.h"
#include "indexer/html/hidden.h"
#include "indexer/html/hover_text.h"
#include "indexer/html/note_mark.h"
#include "indexer/html/picture_text.h"
#include "indexer/html/undisplayed.h"

enum { LOOKS = 200 /* nodes of an element that are looked at */ };

static bool is_block(const struct node *node)
{
    return !node->is_text && (tag_traits(node->tag) & TAG_BLOCK) != 0;
}

static bool has_words(palpate_view text)
{
    struct tokenizer tokens = tokens_of(text);
    struct token token;

    return token_next(&tokens, &token);
}

/* Whether words stand from node `from` on and before `end` that are read. */
static bool has_words_between(const struct tree *tree, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end && i < from + LOOKS;) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text && has_words(node->text))
            return true;
        i = node->is_unread ? node->end : i + 1;
    }
    return false;
}

/* A template that a browser makes a part of the page while it reads it is shown. */
static bool is_never_read(const struct node *node)
{
    if (node->tag == HTML_template &&
            node_has_attribute(node, PALPATE_VIEW("shadowrootmode")))
        return false;
    if ((tag_traits(node->tag) & TAG_SKIPPED) != 0)
        return true;
    if (node->tag == HTML_dialog && !node_has_attribute(node, PALPATE_VIEW("open")))
        return true;
    return node->attributes != NULL &&
           node_has_attribute(node, PALPATE_VIEW("popover"));
}

static bool holds_block(const struct tree *tree, uint32_t element)
{
    for (uint32_t i = element + 1; i < tree->nodes[element].end; i++)
        if (is_block(&tree->nodes[i]) || i > element + LOOKS)
            return true;
    return false;
}

/* Formulas for programs are hidden beside their pictures. */
static bool holds_formula(const struct tree *tree, uint32_t element)
{
    return tree_find(tree, element, tree->nodes[element].end, HTML_math) != TREE_NONE;
}

static uint32_t block_around(const struct tree *tree, uint32_t element)
{
    do
        element = tree->nodes[element].parent;
    while (element != 0 && !is_block(&tree->nodes[element]));
    return element;
}

/* Whether words stand beside an inline element in its block. */
static bool is_amid_text(const struct tree *tree, uint32_t element)
{
    uint32_t block = block_around(tree, element);
    uint32_t end = tree->nodes[element].end;
    uint32_t from =
            element > LOOKS && element - LOOKS > block ? element - LOOKS : block;

    for (uint32_t i = element; i-- > from;) {
        const struct node *node = &tree->nodes[i];
        if (is_block(node))
            break;
        if (node->is_text && has_words(node->text))
            return true;
    }
    for (uint32_t i = end; i < tree->nodes[block].end && i < end + LOOKS; i++) {
        if (is_block(&tree->nodes[i]))
            break;
        if (tree->nodes[i].is_text && has_words(tree->nodes[i].text))
            return true;
    }
    return false;
}

/* "<span id="more">": the rest of a paragraph, which a button shows. */
static bool is_rest(const struct node *node)
{
    palpate_view id = node_attribute(node, PALPATE_VIEW("id"));
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));
    palpate_view more = PALPATE_VIEW("more");

    return view_find_ignoring_case(id, more) < id.size ||
           view_find_ignoring_case(class, more) < class.size;
}

/* Whether an element alone among its brothers is transparent: where several are, a
   script shows them one after the other. */
static bool is_transparent_alone(const struct tree *tree, uint32_t element)
{
    const struct node *nodes = tree->nodes;
    uint32_t parent = nodes[element].parent;

    if (!hidden_by_opacity(&nodes[element]))
        return false;
    for (uint32_t i = parent + 1; i < nodes[parent].end && i < element + LOOKS;
            i = nodes[i].end)
        if (i != element && !nodes[i].is_text && hidden_by_opacity(&nodes[i]))
            return false;
    return true;
}

/* What is hidden amid a sentence is no part of it.  A hidden element that has its block
   for itself may be an answer that unfolds. */
static bool is_hidden_in_text(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];

    if (node->attributes == NULL || is_block(node))
        return false;
    if (hidden_from_sight(node))
        return !holds_block(tree, element) && !holds_formula(tree, element);
    return (hidden_by_attributes(node) || hidden_by_class(node) ||
                   node->is_undisplayed || is_transparent_alone(tree, element)) &&
           !is_rest(node) && !holds_block(tree, element) &&
           is_amid_text(tree, element) && !holds_formula(tree, element);
}

static uint32_t heading_around(const struct tree *tree, uint32_t element)
{
    enum { LOOK_UP = 6 };
    uint32_t node = element;

    for (unsigned i = 0; i < LOOK_UP && node != 0; i++) {
        node = tree->nodes[node].parent;
        if (tag_heading_level(tree->nodes[node].tag) > 0)
            return node;
    }
    return TREE_NONE;
}

static bool has_words_beside(
        const struct tree *tree, uint32_t heading, uint32_t element)
{
    return has_words_between(tree, heading + 1, element) ||
           has_words_between(tree, tree->nodes[element].end, tree->nodes[heading].end);
}

/* "[edit]": brackets around a link. */
static bool is_bracketed_link(const struct tree *tree, uint32_t element)
{
    uint32_t end = tree->nodes[element].end;
    uint32_t first = element + 1;

    if (end > first + LOOKS || tree_find(tree, first, end, HTML_a) == TREE_NONE)
        return false;
    for (uint32_t i = first; i < end; i++) {
        palpate_view text = view_trim(tree->nodes[i].text);
        if (tree->nodes[i].is_text && text.size > 0)
            return text.data[0] == '[';
    }
    return false;
}

/* MediaWiki puts the link to its editor beside a heading or into it. */
static bool is_edit_section(const struct node *node)
{
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));
    palpate_view name = PALPATE_VIEW("editsection");

    return class.size > 0 && view_find(class, name) < class.size;
}

/* "+" or an arrow before or after the words of a heading, which shows that it unfolds.
 */
static bool is_sign_of_fold(const struct tree *tree, uint32_t heading, uint32_t element)
{
    static const palpate_view SIGNS[] = { PALPATE_VIEW_INIT("+"),
        PALPATE_VIEW_INIT("-"), PALPATE_VIEW_INIT("×"), PALPATE_VIEW_INIT("−"),
        PALPATE_VIEW_INIT("–"), PALPATE_VIEW_INIT("▼"), PALPATE_VIEW_INIT("▾"),
        PALPATE_VIEW_INIT("▲"), PALPATE_VIEW_INIT("▶"), PALPATE_VIEW_INIT("▸"),
        PALPATE_VIEW_INIT("►"), PALPATE_VIEW_INIT("›"), PALPATE_VIEW_INIT("»"),
        PALPATE_VIEW_INIT("↓"), PALPATE_VIEW_INIT("⌄"), PALPATE_VIEW_INIT("＋") };
    palpate_view text = { NULL, 0 };

    if (tree->nodes[element].end != element + 2 ||
            (has_words_between(tree, heading + 1, element) &&
                    has_words_between(tree, element + 2, tree->nodes[heading].end)))
        return false;
    text = view_trim(tree->nodes[element + 1].text);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (view_equals(text, SIGNS[i]))
            return true;
    return false;
}

/* Controls in a heading: a link to a place of the page, such as to itself or to the
   top, what screen readers are not to say, and a button, an edit link or a sign beside
   its words. */
static bool is_heading_control(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];
    bool is_link = node->tag == HTML_a;
    bool is_hidden = node->attributes != NULL &&
                     view_equals(node_attribute(node, PALPATE_VIEW("aria-hidden")),
                             PALPATE_VIEW("true"));
    bool is_candidate =
            is_link || is_hidden || node->tag == HTML_button || node->tag == HTML_other;

    uint32_t heading = is_candidate ? heading_around(tree, element) : TREE_NONE;
    if (heading == TREE_NONE)
        return false;
    if (is_link) {
        palpate_view target = node_attribute(node, PALPATE_VIEW("href"));
        bool is_inside = view_starts_with(target, PALPATE_VIEW("#"));
        if (!has_words_between(tree, element + 1, node->end))
            return target.size > 0;
        return is_inside && has_words_beside(tree, heading, element);
    }
    return (is_hidden || node->tag == HTML_button || is_bracketed_link(tree, element) ||
                   is_sign_of_fold(tree, heading, element)) &&
           has_words_beside(tree, heading, element);
}

/* "Back to top", between the parts of a page. */
static bool leads_to_top(const struct tree *tree, uint32_t element)
{
    static const palpate_view TOPS[] = { PALPATE_VIEW_INIT("#top"),
        PALPATE_VIEW_INIT("#page-top"), PALPATE_VIEW_INIT("#pagetop"),
        PALPATE_VIEW_INIT("#page_top"), PALPATE_VIEW_INIT("#totop"),
        PALPATE_VIEW_INIT("#back-to-top"), PALPATE_VIEW_INIT("#oben"),
        PALPATE_VIEW_INIT("#haut"), PALPATE_VIEW_INIT("#arriba") };
    const struct node *node = &tree->nodes[element];
    palpate_view address = { NULL, 0 };

    if (node->tag != HTML_a)
        return false;
    address = view_trim(node_attribute(node, PALPATE_VIEW("href")));
    if (address.size == 0)
        return false;
    address = view_slice(address, view_find(address, PALPATE_VIEW("#")), address.size);
    for (size_t i = 0; i < sizeof TOPS / sizeof *TOPS; i++)
        if (view_equals_ignoring_case(address, TOPS[i]))
            return !is_amid_text(tree, element);
    return false;
}

static bool is_unread(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];

    return is_never_read(node) || is_hidden_in_text(tree, element) ||
           hover_text_is(tree, element) || cell_label_is(tree, element) ||
           note_mark_is(tree, element) || is_edit_section(node) ||
           is_heading_control(tree, element) || picture_text_is(tree, element) ||
           leads_to_top(tree, element);
}

void unread_mark(struct tree *tree)
{
    undisplayed_mark(tree);
    for (uint32_t i = 1; i < tree->count;) {
        struct node *node = &tree->nodes[i];
        if (!node->is_text)
            node->is_unread = is_unread(tree, i);
        i = node->is_unread ? node->end : i + 1;
    }
}
