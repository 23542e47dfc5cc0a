#include "indexer/html/picture_text.h"

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/class_list.h"

enum {
    MAX_NODES = 6,     /* in such an element */
    MAX_LETTERS = 2,   /* of a name */
    MAX_ICON_NAME = 40 /* bytes */
};

/* All that an element says; false where that is more than one text. */
static bool read_text(palpate_view *out, const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];

    *out = (palpate_view){ NULL, 0 };
    if (node->end > element + MAX_NODES)
        return false;
    for (uint32_t i = element + 1; i < node->end; i++) {
        palpate_view text = view_trim(tree->nodes[i].text);
        if (!tree->nodes[i].is_text || text.size == 0)
            continue;
        if (out->size > 0)
            return false;
        *out = text;
    }
    return out->size > 0;
}

/* "keyboard_arrow_down": the name of an icon. */
static bool is_icon_name(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (!ascii_is_lower(text.data[i]) && !ascii_is_digit(text.data[i]) &&
                text.data[i] != '_')
            return false;
    return text.size <= MAX_ICON_NAME;
}

static bool is_icon_class(palpate_view class)
{
    static const palpate_view STARTS[] = { PALPATE_VIEW_INIT("material-icons"),
        PALPATE_VIEW_INIT("material-symbols"), PALPATE_VIEW_INIT("google-symbols"),
        PALPATE_VIEW_INIT("google-material-icons") };

    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (view_starts_with(class, STARTS[i]))
            return true;
    return false;
}

static bool is_portrait_class(palpate_view class)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("avatar"),
        PALPATE_VIEW_INIT("initials"), PALPATE_VIEW_INIT("userpic"),
        PALPATE_VIEW_INIT("user-pic"), PALPATE_VIEW_INIT("user_pic"),
        PALPATE_VIEW_INIT("user-icon"), PALPATE_VIEW_INIT("usericon"),
        PALPATE_VIEW_INIT("monogram"), PALPATE_VIEW_INIT("gravatar"),
        PALPATE_VIEW_INIT("profile-letter"), PALPATE_VIEW_INIT("profile-pic") };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_find_ignoring_case(class, NAMES[i]) < class.size)
            return true;
    return false;
}

/* "J", "MK", "?": no more characters, and no small letters. */
static bool is_of_name(palpate_view text)
{
    unsigned letters = 0;

    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (ascii_is_lower((char)byte) && letters == 0 && text.size > 1)
            return false;
        letters += (byte & 0xC0) != 0x80;
    }
    return letters <= MAX_LETTERS;
}

/* A disc of one colour, as a style attribute draws it. */
static bool is_disc(const struct node *node)
{
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    return view_find_ignoring_case(style, PALPATE_VIEW("border-radius")) < style.size &&
           view_find_ignoring_case(style, PALPATE_VIEW("background")) < style.size;
}

bool picture_text_is(const struct tree *tree, uint32_t element)
{
    const struct node *node = &tree->nodes[element];
    palpate_view text;

    if (node->attributes == NULL || !read_text(&text, tree, element))
        return false;
    bool may_be_icon = is_icon_name(text);
    bool may_be_name = is_of_name(text);
    if (!may_be_icon && !may_be_name)
        return false;
    palpate_view list = node_attribute(node, PALPATE_VIEW("class"));
    for (palpate_view class = class_list_next(&list); class.size > 0;
            class = class_list_next(&list))
        if ((may_be_icon && is_icon_class(class)) ||
                (may_be_name && is_portrait_class(class)))
            return true;
    return may_be_name && is_disc(node);
}
