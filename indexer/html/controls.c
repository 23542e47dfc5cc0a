#include "indexer/html/controls.h"

#include "core/digest.h"
#include "core/view.h"
#include "indexer/html/hidden.h"

static palpate_view attribute(const struct node *node, const char *name)
{
    return node_attribute(node, view_of(name));
}

uint32_t ids_find(const struct ids *ids, palpate_view id)
{
    const struct table_slot *slot = NULL;

    if (id.size == 0)
        return TREE_NONE;
    slot = table_first(&ids->table, hash_of(id));
    while (slot->number != 0 &&
            !view_equals(attribute(&ids->tree->nodes[slot->number], "id"), id))
        slot = table_next(&ids->table, slot);
    return slot->number;
}

static bool is_around(const struct tree *tree, uint32_t outer, uint32_t inner)
{
    return outer <= inner && inner < tree->nodes[outer].end;
}

/* Notes which elements say that another one, outside of them, is their label. */
static void find_labelled(struct ids *ids)
{
    const struct tree *tree = ids->tree;

    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text || node->attributes == NULL)
            continue;
        uint32_t label = ids_find(ids, attribute(node, "aria-labelledby"));
        if (label != TREE_NONE && !is_around(tree, i, label) &&
                !is_around(tree, label, i) && ids->labelled[label] == TREE_NONE)
            ids->labelled[label] = i;
    }
}

bool ids_read(struct ids *out, struct arena *arena, const struct tree *tree)
{
    *out = (struct ids){ .tree = tree, .table.arena = arena };
    size_t count = 1;

    for (uint32_t i = 1; i < tree->count; i++)
        count += attribute(&tree->nodes[i], "id").size > 0;
    out->labelled = arena_zeroed(arena, tree->count, sizeof *out->labelled);
    if (out->labelled == NULL || !table_make_room(&out->table, count))
        return false;
    for (uint32_t i = 1; i < tree->count; i++) {
        palpate_view id = attribute(&tree->nodes[i], "id");
        if (id.size == 0 || ids_find(out, id) != TREE_NONE)
            continue;
        uint64_t hash = hash_of(id);
        struct table_slot *slot = table_first(&out->table, hash);
        while (slot->number != 0)
            slot = table_next(&out->table, slot);
        table_put(&out->table, slot, hash, i);
    }
    find_labelled(out);
    return true;
}

static bool is_one_of(palpate_view value, const palpate_view *words, size_t count)
{
    for (size_t i = 0; value.size > 0 && i < count; i++)
        if (view_equals_ignoring_case(value, words[i]))
            return true;
    return false;
}

#define IS_ONE_OF(value, words) is_one_of(value, words, sizeof(words) / sizeof *(words))

bool is_menu(const struct node *node)
{
    static const palpate_view ROLES[] = { PALPATE_VIEW_INIT("navigation"),
        PALPATE_VIEW_INIT("menu"), PALPATE_VIEW_INIT("menubar"),
        PALPATE_VIEW_INIT("menuitem"), PALPATE_VIEW_INIT("listbox"),
        PALPATE_VIEW_INIT("dialog"), PALPATE_VIEW_INIT("alertdialog"),
        PALPATE_VIEW_INIT("search"), PALPATE_VIEW_INIT("tooltip"),
        PALPATE_VIEW_INIT("combobox"), PALPATE_VIEW_INIT("tree"),
        PALPATE_VIEW_INIT("banner") };
    static const palpate_view TOGGLES[] = { PALPATE_VIEW_INIT("modal"),
        PALPATE_VIEW_INIT("dropdown"), PALPATE_VIEW_INIT("offcanvas"),
        PALPATE_VIEW_INIT("popover"), PALPATE_VIEW_INIT("tooltip") };
    palpate_view popup = attribute(node, "aria-haspopup");

    if (node->tag == HTML_dialog || IS_ONE_OF(attribute(node, "role"), ROLES))
        return true;
    if (IS_ONE_OF(attribute(node, "data-toggle"), TOGGLES) ||
            IS_ONE_OF(attribute(node, "data-bs-toggle"), TOGGLES))
        return true;
    return popup.size > 0 && !view_equals(popup, PALPATE_VIEW("false"));
}

static bool is_named(const struct node *node, const palpate_view *words, size_t count)
{
    palpate_view class = attribute(node, "class");

    /* An element that the page defines itself is called what others have for a class.
     */
    if (class.size == 0 && view_find(node->text, PALPATE_VIEW("-")) < node->text.size)
        class = node->text;
    for (size_t i = 0; class.size > 0 && i < count; i++)
        if (view_find_ignoring_case(class, words[i]) < class.size)
            return true;
    return false;
}

bool is_named_unfolding(const struct node *node)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("accordion"),
        PALPATE_VIEW_INIT("accordeon"), PALPATE_VIEW_INIT("akkordeon"),
        PALPATE_VIEW_INIT("toggle"), PALPATE_VIEW_INIT("collaps"),
        PALPATE_VIEW_INIT("faq"), PALPATE_VIEW_INIT("expan"),
        PALPATE_VIEW_INIT("question"), PALPATE_VIEW_INIT("disclosure") };

    return !node->is_text && is_named(node, WORDS, sizeof WORDS / sizeof *WORDS);
}

bool is_named_accordion(const struct node *node)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("accordion"),
        PALPATE_VIEW_INIT("accordeon"), PALPATE_VIEW_INIT("akkordeon"),
        PALPATE_VIEW_INIT("faq-item"), PALPATE_VIEW_INIT("faq_item") };

    return !node->is_text && is_named(node, WORDS, sizeof WORDS / sizeof *WORDS);
}

/* The first of the ids that an attribute lists, or that it has after a '#'. */
static palpate_view id_in(palpate_view value)
{
    size_t size = 0;

    value = view_trim(value);
    if (view_starts_with(value, PALPATE_VIEW("#")))
        value = view_slice(value, 1, value.size);
    while (value.data != NULL && size < value.size &&
            (unsigned char)value.data[size] > ' ')
        size++;
    return view_slice(value, 0, size);
}

/* The id that an address ends with after its '#'. */
static palpate_view id_of_address(palpate_view address)
{
    return view_slice(address, view_find(address, PALPATE_VIEW("#")) + 1, address.size);
}

/* Whether an attribute of a script names a panel: "data-panel", "data-tab-target". */
static bool names_panel(palpate_view name)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("target"),
        PALPATE_VIEW_INIT("panel"), PALPATE_VIEW_INIT("tab"),
        PALPATE_VIEW_INIT("toggle"), PALPATE_VIEW_INIT("content"),
        PALPATE_VIEW_INIT("answer"), PALPATE_VIEW_INIT("expan"),
        PALPATE_VIEW_INIT("collaps"), PALPATE_VIEW_INIT("accordion"),
        PALPATE_VIEW_INIT("control"), PALPATE_VIEW_INIT("open"),
        PALPATE_VIEW_INIT("show") };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_starts_with(name, PALPATE_VIEW("data-")) &&
                view_find(name, WORDS[i]) < name.size)
            return true;
    return false;
}

/* The element that an attribute of a script names, or TREE_NONE. */
static uint32_t target_of_script(const struct ids *ids, const struct node *node)
{
    uint32_t target = TREE_NONE;

    for (const struct attribute *a = node->attributes; a != NULL && target == TREE_NONE;
            a = a->next)
        if (names_panel(a->name))
            target = ids_find(ids, id_in(a->value));
    return target;
}

/* The element that an element names as its panel, or that names it as its label. */
static uint32_t target_of(const struct ids *ids, uint32_t number)
{
    const struct node *node = &ids->tree->nodes[number];
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("aria-controls"),
        PALPATE_VIEW_INIT("data-bs-target"), PALPATE_VIEW_INIT("data-target"),
        PALPATE_VIEW_INIT("href") };
    uint32_t target = TREE_NONE;

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES && target == TREE_NONE; i++) {
        palpate_view value = node_attribute(node, NAMES[i]);
        bool is_id = i == 0 || (value.size > 1 && value.data[0] == '#');
        target = is_id ? ids_find(ids, id_in(value)) : TREE_NONE;
    }
    if (target == TREE_NONE)
        target = ids->labelled[number];
    if (target == TREE_NONE && node->tag != HTML_a)
        target = target_of_script(ids, node);
    /* Some write the whole address of their page before the '#'. */
    if (target == TREE_NONE &&
            (node_has_attribute(node, PALPATE_VIEW("data-toggle")) ||
                    node_has_attribute(node, PALPATE_VIEW("aria-expanded"))))
        target = ids_find(ids, id_in(id_of_address(attribute(node, "href"))));
    return target;
}

static bool has_role(const struct node *node, palpate_view role)
{
    return view_equals_ignoring_case(attribute(node, "role"), role);
}

static bool is_tab(const struct node *node)
{
    palpate_view toggle = attribute(node, "data-bs-toggle");

    if (toggle.size == 0)
        toggle = attribute(node, "data-toggle");
    return has_role(node, PALPATE_VIEW("tab")) ||
           view_equals(toggle, PALPATE_VIEW("tab")) ||
           view_equals(toggle, PALPATE_VIEW("pill"));
}

/* A box to tick that a style sheet reads, right before its label. */
static bool is_label_of_box(const struct ids *ids, uint32_t number)
{
    const struct node *node = &ids->tree->nodes[number];
    static const palpate_view TYPES[] = { PALPATE_VIEW_INIT("checkbox"),
        PALPATE_VIEW_INIT("radio") };

    if (node->tag != HTML_label)
        return false;
    uint32_t box = ids_find(ids, attribute(node, "for"));
    return box != TREE_NONE && box < number &&
           ids->tree->nodes[box].parent == node->parent &&
           IS_ONE_OF(attribute(&ids->tree->nodes[box], "type"), TYPES);
}

/* A link without an address that is no anchor, or with one for scripts. */
static bool leads_nowhere(const struct node *link)
{
    palpate_view href = view_trim(attribute(link, "href"));

    if (href.size == 0)
        return !node_has_attribute(link, PALPATE_VIEW("name")) &&
               !node_has_attribute(link, PALPATE_VIEW("id"));
    return view_equals(href, PALPATE_VIEW("#")) ||
           view_find_ignoring_case(href, PALPATE_VIEW("javascript:")) == 0;
}

/* A script that a click runs, and that does not lead elsewhere. */
static bool is_for_click(palpate_view script)
{
    static const palpate_view LEADS[] = { PALPATE_VIEW_INIT("location"),
        PALPATE_VIEW_INIT("window.open"), PALPATE_VIEW_INIT("submit"),
        PALPATE_VIEW_INIT("navigate") };

    for (size_t i = 0; script.size > 0 && i < sizeof LEADS / sizeof *LEADS; i++)
        if (view_find(script, LEADS[i]) < script.size)
            return false;
    return script.size > 0;
}

/* Whether a click on an element does something, or it is drawn so, and is no picture
   that a click enlarges. */
static bool waits_for_click(const struct node *node)
{
    const palpate_view pointer = PALPATE_VIEW("cursor-pointer");

    if (node->tag == HTML_figure || node->tag == HTML_aside)
        return false;
    for (const struct attribute *a = node->attributes; a != NULL; a = a->next) {
        if (view_equals(a->name, PALPATE_VIEW("onclick")))
            return is_for_click(a->value);
        if (view_equals(a->name, PALPATE_VIEW("class")) &&
                view_find(a->value, pointer) < a->value.size)
            return true;
        if (view_equals(a->name, PALPATE_VIEW("style")) &&
                style_declares(
                        a->value, PALPATE_VIEW("cursor"), PALPATE_VIEW("pointer")))
            return true;
    }
    return false;
}

static bool can_be_pressed(const struct ids *ids, uint32_t number)
{
    static const palpate_view ENDS[] = { PALPATE_VIEW_INIT("submit"),
        PALPATE_VIEW_INIT("reset") };
    const struct node *node = &ids->tree->nodes[number];

    if (node->tag == HTML_button)
        return !IS_ONE_OF(attribute(node, "type"), ENDS);
    if (node->tag == HTML_a)
        return leads_nowhere(node);
    return has_role(node, PALPATE_VIEW("button")) ||
           has_role(node, PALPATE_VIEW("tab")) || is_label_of_box(ids, number);
}

/* Whether an element that names another one means to open it: a link within the page
   alone may lead to a note or a section. */
static bool means_to_open(const struct ids *ids, uint32_t number)
{
    const struct node *node = &ids->tree->nodes[number];
    enum { LOOK_UP = 4 };

    if (node_has_attribute(node, PALPATE_VIEW("aria-controls")) ||
            node_has_attribute(node, PALPATE_VIEW("aria-expanded")) ||
            node_has_attribute(node, PALPATE_VIEW("data-toggle")) ||
            node_has_attribute(node, PALPATE_VIEW("data-bs-toggle")) || is_tab(node) ||
            ids->labelled[number] != TREE_NONE || node->tag == HTML_button ||
            target_of_script(ids, node) != TREE_NONE)
        return true;
    for (unsigned i = 0; i < LOOK_UP && number != 0; i++) {
        const struct node *above = &ids->tree->nodes[number];
        if (is_named_unfolding(above) || has_role(above, PALPATE_VIEW("tablist")))
            return true;
        number = above->parent;
    }
    return false;
}

struct control control_read(const struct ids *ids, uint32_t node)
{
    const struct node *element = &ids->tree->nodes[node];
    struct control control = { .sign = CONTROL_NONE };

    if (element->is_text || is_menu(element))
        return control;
    if (element->tag == HTML_summary) {
        control.sign = CONTROL_SUMMARY;
        return control;
    }
    if (element->tag == HTML_dt)
        control = (struct control){ .sign = CONTROL_EXPANDS, .is_term = true };
    if (element->attributes == NULL && element->tag != HTML_button &&
            element->tag != HTML_a)
        return control;
    control.is_tab = is_tab(element);
    control.target = target_of(ids, node);
    if (control.target != TREE_NONE && !means_to_open(ids, node))
        control.target = TREE_NONE;
    bool expands = node_has_attribute(element, PALPATE_VIEW("aria-expanded"));
    control.is_term &= control.target == TREE_NONE && !expands;
    if (control.target != TREE_NONE)
        control.sign = CONTROL_REFERS;
    else if (expands)
        control.sign = CONTROL_EXPANDS;
    else if (control.sign == CONTROL_NONE && can_be_pressed(ids, node))
        control.sign = CONTROL_BUTTON;
    else if (control.sign == CONTROL_NONE && waits_for_click(element))
        control.sign = CONTROL_CLICK;
    return control;
}
