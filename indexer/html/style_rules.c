#include "indexer/html/style_rules.h"

#include <string.h>

#include "core/ascii.h"
#include "core/view.h"

/* A rule, as text. */
struct raw_rule {
    palpate_view selectors;
    palpate_view declarations;
};

struct sheet {
    palpate_view css;
    size_t place;
    unsigned open; /* blocks for all screens that are entered */
};

static char byte_at(const struct sheet *sheet, size_t place)
{
    return (char)(place < sheet->css.size ? sheet->css.data[place] : '\0');
}

/* The place after the comment or the quoted text that starts at `place`, or `place`. */
static size_t after_quoted(const struct sheet *sheet, size_t place)
{
    char first = byte_at(sheet, place);

    if (first == '/' && byte_at(sheet, place + 1) == '*') {
        palpate_view rest = view_slice(sheet->css, place + 2, sheet->css.size);
        return place + 2 + view_find(rest, PALPATE_VIEW("*/")) + 2;
    }
    if (first != '"' && first != '\'')
        return place;
    for (place++; place < sheet->css.size && byte_at(sheet, place) != first; place++)
        place += byte_at(sheet, place) == '\\';
    return place + 1;
}

/* The first brace from `place` on, or semicolon if wanted, or the end. */
static size_t next_mark(const struct sheet *sheet, size_t place, bool wants_semicolon)
{
    while (place < sheet->css.size) {
        size_t after = place;
        switch (sheet->css.data[place]) {
        case '{':
        case '}': return place;
        case ';':
            if (wants_semicolon)
                return place;
            break;
        case '/':
        case '"':
        case '\'': after = after_quoted(sheet, place); break;
        default: break;
        }
        place = after > place ? after : place + 1;
    }
    return sheet->css.size;
}

/* The place of the brace that closes the block after `place`. */
static size_t block_end(const struct sheet *sheet, size_t place)
{
    unsigned depth = 1;

    for (;; place++) {
        place = next_mark(sheet, place, false);
        if (place == sheet->css.size)
            return place;
        depth += byte_at(sheet, place) == '{';
        depth -= byte_at(sheet, place) == '}';
        if (depth == 0)
            return place;
    }
}

/* Without the comments and the white space that stand before it. */
static palpate_view without_comments(palpate_view text)
{
    for (;;) {
        text = view_trim(text);
        if (!view_starts_with(text, PALPATE_VIEW("/*")))
            return text;
        size_t end = view_find(text, PALPATE_VIEW("*/"));
        text = view_slice(text, end + 2, text.size);
    }
}

bool style_is_for_screens(palpate_view media)
{
    if (view_trim(media).size == 0)
        return true;
    while (media.size > 0) {
        size_t end = view_find(media, PALPATE_VIEW(","));
        palpate_view one = view_trim(view_slice(media, 0, end));
        if (view_equals_ignoring_case(one, PALPATE_VIEW("all")) ||
                view_equals_ignoring_case(one, PALPATE_VIEW("screen")) ||
                view_equals_ignoring_case(one, PALPATE_VIEW("only screen")))
            return true;
        media = view_slice(media, end + 1, media.size);
    }
    return false;
}

/* "@media screen {": what stands in it holds as if it stood alone. */
static bool opens_for_screens(palpate_view prelude)
{
    const palpate_view media = PALPATE_VIEW("@media");

    return view_equals_ignoring_case(view_slice(prelude, 0, media.size), media) &&
           style_is_for_screens(view_slice(prelude, media.size, prelude.size));
}

/* Reads the next rule that holds on all screens; false at the end. */
static bool next_rule(struct sheet *sheet, struct raw_rule *out)
{
    while (sheet->place < sheet->css.size) {
        size_t stop = next_mark(sheet, sheet->place, true);
        char byte = byte_at(sheet, stop);
        palpate_view prelude = without_comments(
                view_slice(sheet->css, sheet->place, stop - sheet->place));
        sheet->place = stop + 1;
        if (byte == '}' && sheet->open > 0)
            sheet->open--;
        if (byte != '{')
            continue;
        if (opens_for_screens(prelude)) {
            sheet->open++;
            continue;
        }
        size_t end = block_end(sheet, sheet->place);
        *out = (struct raw_rule){ prelude,
            view_slice(sheet->css, sheet->place, end - sheet->place) };
        sheet->place = end + 1;
        if (prelude.size > 0 && prelude.data[0] != '@')
            return true;
    }
    return false;
}

/* The value of the last declaration of a property, empty where there is none. */
static palpate_view value_of(palpate_view declarations, palpate_view property)
{
    palpate_view value = { NULL, 0 };

    while (declarations.size > 0) {
        size_t end = view_find(declarations, PALPATE_VIEW(";"));
        palpate_view one = without_comments(view_slice(declarations, 0, end));
        size_t colon = view_find(one, PALPATE_VIEW(":"));
        if (view_equals_ignoring_case(view_trim(view_slice(one, 0, colon)), property))
            value = view_trim(view_slice(one, colon + 1, one.size));
        declarations = view_slice(declarations, end + 1, declarations.size);
    }
    return value;
}

static bool starts_with(palpate_view text, palpate_view start)
{
    return view_equals_ignoring_case(view_slice(text, 0, start.size), start);
}

static bool is_hiding(enum style_property property, palpate_view value)
{
    if (property == STYLE_DISPLAY)
        return starts_with(value, PALPATE_VIEW("none"));
    return starts_with(value, PALPATE_VIEW("hidden")) ||
           starts_with(value, PALPATE_VIEW("collapse"));
}

static bool is_of_name(char byte)
{
    return ascii_is_alphanumeric(byte) || byte == '-' || byte == '_' ||
           (unsigned char)byte >= 0x80;
}

/* Takes the name at the start of `*text`. */
static palpate_view take_name(palpate_view *text)
{
    size_t size = 0;

    while (size < text->size && is_of_name(text->data[size]))
        size++;
    palpate_view name = view_slice(*text, 0, size);
    *text = view_slice(*text, size, text->size);
    return name;
}

/* False for what is more than a tag, an id and a few classes, or a tag alone. */
static bool read_selector(struct style_selector *out, palpate_view text)
{
    enum { OF_ID = 100, OF_CLASS = 10 };

    *out = (struct style_selector){ .tag = take_name(&text) };
    out->weight = out->tag.size > 0;
    while (text.size > 0) {
        char mark = text.data[0];
        text = view_slice(text, 1, text.size);
        palpate_view name = take_name(&text);
        if (name.size == 0 || (mark != '.' && mark != '#') ||
                (mark == '#' && out->id.size > 0) ||
                (mark == '.' && out->count == STYLE_CLASSES))
            return false;
        if (mark == '#')
            out->id = name;
        else
            out->classes[out->count++] = name;
        out->weight += mark == '#' ? OF_ID : OF_CLASS;
    }
    return out->id.size > 0 || out->count > 0;
}

/* Whether a selector is of a state that a reader brings about: ":hover", ":checked". */
static bool is_of_state(palpate_view selector)
{
    static const palpate_view STATES[] = { PALPATE_VIEW_INIT(":hover"),
        PALPATE_VIEW_INIT(":focus"), PALPATE_VIEW_INIT(":active"),
        PALPATE_VIEW_INIT(":target"), PALPATE_VIEW_INIT(":checked"),
        PALPATE_VIEW_INIT("[open]") };

    for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i++)
        if (view_find(selector, STATES[i]) < selector.size)
            return true;
    return false;
}

/* What of a selector is about the element itself: "p.note" of "main > p.note". */
static palpate_view last_part(palpate_view selector)
{
    for (size_t i = selector.size; i > 0; i--)
        if (ascii_is_space(selector.data[i - 1]) ||
                strchr(">+~", selector.data[i - 1]) != NULL)
            return view_slice(selector, i, selector.size);
    return selector;
}

/* Whether `text`, a part of a selector, asks for the id or for a class of `hides`. */
static bool may_be_same(palpate_view text, const struct style_selector *hides)
{
    while (text.size > 0) {
        char mark = text.data[0];
        if (mark != '.' && mark != '#') {
            text = view_slice(text, 1, text.size);
            continue;
        }
        text = view_slice(text, 1, text.size);
        palpate_view name = take_name(&text);
        if (mark == '#' && view_equals(name, hides->id))
            return true;
        for (uint32_t i = 0; mark == '.' && i < hides->count; i++)
            if (view_equals(name, hides->classes[i]))
                return true;
    }
    return false;
}

static bool keep_text(palpate_view *text, struct arena *arena)
{
    *text = arena_copy(arena, *text);
    return text->data != NULL;
}

/* Adds a rule of which the selector still points into the sheet. */
static bool add_rule(
        struct style_rules *rules, struct arena *arena, const struct style_rule *rule)
{
    if (rules->count == STYLE_RULES)
        return true;
    if (!arena_grow(arena, (void **)&rules->items, &rules->room, rules->count,
                sizeof *rules->items))
        return false;
    struct style_rule *kept = &rules->items[rules->count];
    *kept = *rule;
    bool is_kept = keep_text(&kept->selector.tag, arena) &&
                   keep_text(&kept->selector.id, arena);
    for (uint32_t i = 0; i < kept->selector.count; i++)
        is_kept = is_kept && keep_text(&kept->selector.classes[i], arena);
    rules->count += is_kept;
    return is_kept;
}

/* A rule that shows counts where one before it hides the same. */
static bool add_showing(struct style_rules *rules, struct arena *arena,
        const struct style_rule *rule, palpate_view selector, bool is_simple)
{
    palpate_view part = last_part(selector);
    uint32_t count = rules->count;
    bool is_needed = false;

    for (uint32_t i = 0; i < count; i++) {
        struct style_rule *other = &rules->items[i];
        if (!other->hides || other->property != rule->property ||
                !may_be_same(part, &other->selector))
            continue;
        other->is_unsure |= !is_simple;
        is_needed = true;
    }
    return !is_needed || !is_simple || add_rule(rules, arena, rule);
}

static bool read_rule(struct style_rules *rules, struct arena *arena,
        const struct raw_rule *raw, enum style_property property, palpate_view value)
{
    palpate_view list = raw->selectors;
    bool hides = is_hiding(property, value);

    while (list.size > 0 && (hides || rules->count > 0)) {
        size_t end = view_find(list, PALPATE_VIEW(","));
        palpate_view one = without_comments(view_slice(list, 0, end));
        struct style_rule rule = { .property = property, .hides = hides };
        bool is_simple = read_selector(&rule.selector, one);
        list = view_slice(list, end + 1, list.size);
        if (is_of_state(one) || (hides && !is_simple))
            continue;
        bool is_read = hides ? add_rule(rules, arena, &rule)
                             : add_showing(rules, arena, &rule, one, is_simple);
        if (!is_read)
            return false;
    }
    return true;
}

/* Most sheets hide nothing, and are not read: long words are found fast. */
static bool may_hide(palpate_view css)
{
    static const palpate_view WORDS[] = { PALPATE_VIEW_INIT("isplay:none"),
        PALPATE_VIEW_INIT("isplay: none"), PALPATE_VIEW_INIT("isibility:hidden"),
        PALPATE_VIEW_INIT("isibility: hidden") };

    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (view_find(css, WORDS[i]) < css.size)
            return true;
    return false;
}

bool style_rules_read(struct style_rules *rules, struct arena *arena, palpate_view css)
{
    static const palpate_view NAMES[STYLE_PROPERTIES] = {
        [STYLE_DISPLAY] = PALPATE_VIEW_INIT("display"),
        [STYLE_VISIBILITY] = PALPATE_VIEW_INIT("visibility"),
    };
    struct sheet sheet = { .css = css };
    struct raw_rule raw;

    if (!may_hide(css))
        return true;
    while (next_rule(&sheet, &raw)) {
        for (int i = 0; i < STYLE_PROPERTIES; i++) {
            palpate_view value = value_of(raw.declarations, NAMES[i]);
            if (value.size > 0 &&
                    !read_rule(rules, arena, &raw, (enum style_property)i, value))
                return false;
        }
    }
    return true;
}
