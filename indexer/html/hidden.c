#include "indexer/html/hidden.h"

#include "core/view.h"
#include "indexer/html/class_list.h"

bool style_declares(palpate_view style, palpate_view property, palpate_view value)
{
    while (style.size > 0) {
        size_t end = view_find(style, PALPATE_VIEW(";"));
        palpate_view one = view_slice(style, 0, end);
        size_t colon = view_find(one, PALPATE_VIEW(":"));
        palpate_view name = view_trim(view_slice(one, 0, colon));
        palpate_view what = view_trim(view_slice(one, colon + 1, one.size));
        if (view_equals_ignoring_case(name, property) &&
                view_equals_ignoring_case(view_slice(what, 0, value.size), value))
            return true;
        style = view_slice(style, end + 1, style.size);
    }
    return false;
}

struct declaration {
    palpate_view property;
    palpate_view value;
};

static bool declares_any(
        const struct node *node, const struct declaration *list, size_t count)
{
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    for (size_t i = 0; style.size > 0 && i < count; i++)
        if (style_declares(style, list[i].property, list[i].value))
            return true;
    return false;
}

bool hidden_by_attributes(const struct node *node)
{
    static const struct declaration HIDING[] = {
        { PALPATE_VIEW_INIT("display"), PALPATE_VIEW_INIT("none") },
        { PALPATE_VIEW_INIT("visibility"), PALPATE_VIEW_INIT("hidden") },
        { PALPATE_VIEW_INIT("visibility"), PALPATE_VIEW_INIT("collapse") },
    };

    if (node->tag == HTML_dialog && !node_has_attribute(node, PALPATE_VIEW("open")))
        return true;
    if (node_has_attribute(node, PALPATE_VIEW("hidden")) &&
            !view_equals_ignoring_case(node_attribute(node, PALPATE_VIEW("hidden")),
                    PALPATE_VIEW("until-found")))
        return true;
    return declares_any(node, HIDING, sizeof HIDING / sizeof *HIDING);
}

bool hidden_at_first(const struct node *node)
{
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    return node_has_attribute(node, PALPATE_VIEW("hidden")) ||
           view_equals(node_attribute(node, PALPATE_VIEW("aria-hidden")),
                   PALPATE_VIEW("true")) ||
           view_find_ignoring_case(style, PALPATE_VIEW("display:none")) < style.size ||
           view_find_ignoring_case(style, PALPATE_VIEW("display: none")) < style.size;
}

static bool is_among(palpate_view class, const palpate_view *classes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_equals_ignoring_case(class, classes[i]))
            return true;
    return false;
}

/* What names of frameworks have in common: "styles_visuallyHidden__1x". */
static bool is_for_screen_readers(palpate_view class)
{
    static const palpate_view PARTS[] = { PALPATE_VIEW_INIT("visuallyhidden"),
        PALPATE_VIEW_INIT("visually-hidden"), PALPATE_VIEW_INIT("visually_hidden"),
        PALPATE_VIEW_INIT("sr-only"), PALPATE_VIEW_INIT("sronly"),
        PALPATE_VIEW_INIT("screen-reader"), PALPATE_VIEW_INIT("screenreader"),
        PALPATE_VIEW_INIT("screen_reader") };

    if (view_find(class, PALPATE_VIEW("not-")) < class.size ||
            view_find(class, PALPATE_VIEW(":")) < class.size)
        return false;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (view_find_ignoring_case(class, PARTS[i]) < class.size)
            return true;
    return false;
}

bool hidden_from_sight(const struct node *node)
{
    static const palpate_view CLASSES[] = {
#define WORD(word) PALPATE_VIEW_INIT(word),
#include "words/mul/unseen_classes.inc"
#undef WORD
    };
    static const struct declaration UNSEEN[] = {
        { PALPATE_VIEW_INIT("font-size"), PALPATE_VIEW_INIT("0") },
        { PALPATE_VIEW_INIT("text-indent"), PALPATE_VIEW_INIT("-99") },
        { PALPATE_VIEW_INIT("left"), PALPATE_VIEW_INIT("-99") },
        { PALPATE_VIEW_INIT("top"), PALPATE_VIEW_INIT("-99") },
        { PALPATE_VIEW_INIT("clip"), PALPATE_VIEW_INIT("rect(") },
        { PALPATE_VIEW_INIT("mso-hide"), PALPATE_VIEW_INIT("all") },
    };
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));
    palpate_view list = node_attribute(node, PALPATE_VIEW("class"));

    for (palpate_view class = class_list_next(&list); class.size > 0;
            class = class_list_next(&list))
        if (is_for_screen_readers(class) ||
                is_among(class, CLASSES, sizeof CLASSES / sizeof *CLASSES))
            return true;
    /* Text of "font-size: 0.8em" is seen. */
    return declares_any(node, UNSEEN, sizeof UNSEEN / sizeof *UNSEEN) &&
           !style_declares(style, PALPATE_VIEW("font-size"), PALPATE_VIEW("0."));
}

bool hidden_by_opacity(const struct node *node)
{
    palpate_view style = node_attribute(node, PALPATE_VIEW("style"));

    /* "opacity: 0.5" is seen. */
    return style.size > 0 &&
           style_declares(style, PALPATE_VIEW("opacity"), PALPATE_VIEW("0")) &&
           !style_declares(style, PALPATE_VIEW("opacity"), PALPATE_VIEW("0.")) &&
           view_find_ignoring_case(style, PALPATE_VIEW("transform")) == style.size &&
           view_find_ignoring_case(style, PALPATE_VIEW("transition")) == style.size &&
           view_find_ignoring_case(style, PALPATE_VIEW("animation")) == style.size;
}

bool hidden_by_class(const struct node *node)
{
    static const palpate_view CLASSES[] = { PALPATE_VIEW_INIT("hidden"),
        PALPATE_VIEW_INIT("d-none"), PALPATE_VIEW_INIT("invisible"),
        PALPATE_VIEW_INIT("hide") };
    palpate_view list = node_attribute(node, PALPATE_VIEW("class"));
    bool is_hiding = false;

    for (palpate_view class = class_list_next(&list); class.size > 0;
            class = class_list_next(&list)) {
        bool is_plain = false;
        for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++)
            is_plain |= view_equals(class, CLASSES[i]);
        is_hiding |= is_plain;
        /* It is shown on some screens, or in some states: "d-md-inline", "md:block". */
        if (!is_plain && (view_starts_with(class, PALPATE_VIEW("d-")) ||
                                 view_find(class, PALPATE_VIEW(":")) < class.size))
            return false;
    }
    return is_hiding;
}
