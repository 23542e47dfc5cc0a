#include "indexer/byline.h"

#include <stddef.h>

#include "core/view.h"

enum {
    NAME_SIZE = 80, /* bytes; longer is no name */
    NAME_WORDS = 8,
    TEXTS_MOST = 6 /* texts of an element that are tried */
};

/* How a page names its author, the surest first. */
enum mark {
    MARK_ITEM,
    MARK_REL,
    MARK_POSTER,
    MARK_LINK,
    MARK_CLASS,
    MARK_TEXT,
    MARK_MEMBER,
    MARK_COUNT
};

/* Takes `word` off the start of `*text`, where it stands whole. */
static bool take_word(palpate_view *text, palpate_view word)
{
    palpate_view start = view_slice(*text, 0, word.size);
    bool is_whole =
            text->size == word.size ||
            (text->size > word.size && !((text->data[word.size] | 0x20) >= 'a' &&
                                               (text->data[word.size] | 0x20) <= 'z'));

    if (!is_whole || !view_equals_ignoring_case(start, word))
        return false;
    *text = view_trim(view_slice(*text, word.size, text->size));
    return true;
}

static palpate_view without_labels(palpate_view text)
{
    static const palpate_view LABELS[] = { PALPATE_VIEW_INIT(
                                                   "this post was written by"),
        PALPATE_VIEW_INIT("written by"), PALPATE_VIEW_INIT("posted by"),
        PALPATE_VIEW_INIT("published by"), PALPATE_VIEW_INIT("reviewed by"),
        PALPATE_VIEW_INIT("words by"), PALPATE_VIEW_INIT("story by"),
        PALPATE_VIEW_INIT("article by"), PALPATE_VIEW_INIT("authored by"),
        PALPATE_VIEW_INIT("authors"), PALPATE_VIEW_INIT("author"),
        PALPATE_VIEW_INIT("by"), PALPATE_VIEW_INIT(":"), PALPATE_VIEW_INIT("-") };
    bool found = true;

    while (found && text.size > 0) {
        found = false;
        for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS && !found; i++)
            found = take_word(&text, LABELS[i]);
    }
    return text;
}

/* Up to what separates a name from roles, dates and other names' labels. */
static palpate_view before_separators(palpate_view text)
{
    static const palpate_view SEPARATORS[] = { PALPATE_VIEW_INIT("|"),
        PALPATE_VIEW_INIT("\xE2\x80\xA2"), PALPATE_VIEW_INIT("\xC2\xB7"),
        PALPATE_VIEW_INIT(" \xE2\x80\x93 "), PALPATE_VIEW_INIT(" \xE2\x80\x94 "),
        PALPATE_VIEW_INIT(" - "), PALPATE_VIEW_INIT(" on "), PALPATE_VIEW_INIT("\n"),
        PALPATE_VIEW_INIT(" (") };

    for (size_t i = 0; i < sizeof SEPARATORS / sizeof *SEPARATORS; i++)
        text = view_slice(text, 0, view_find(text, SEPARATORS[i]));
    text = view_trim(text);
    while (text.size > 0 &&
            (text.data[text.size - 1] == ',' || text.data[text.size - 1] == ':' ||
                    text.data[text.size - 1] == '-'))
        text = view_trim(view_slice(text, 0, text.size - 1));
    return text;
}

/* Words that stand where names stand, and are none. */
static bool is_label(palpate_view text)
{
    static const palpate_view LABELS[] = { PALPATE_VIEW_INIT("published"),
        PALPATE_VIEW_INIT("updated"), PALPATE_VIEW_INIT("filed under"),
        PALPATE_VIEW_INIT("last updated"), PALPATE_VIEW_INIT("posted"),
        PALPATE_VIEW_INIT("admin"), PALPATE_VIEW_INIT("about"),
        PALPATE_VIEW_INIT("share"), PALPATE_VIEW_INIT("follow"),
        PALPATE_VIEW_INIT("min read"), PALPATE_VIEW_INIT("cite"),
        PALPATE_VIEW_INIT("read more"), PALPATE_VIEW_INIT("view"),
        PALPATE_VIEW_INIT("contributor"), PALPATE_VIEW_INIT("comments"),
        PALPATE_VIEW_INIT("tags"), PALPATE_VIEW_INIT("keyword"),
        PALPATE_VIEW_INIT("publication"), PALPATE_VIEW_INIT("all posts"),
        PALPATE_VIEW_INIT("more from") };

    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        if (view_equals_ignoring_case(view_slice(text, 0, LABELS[i].size), LABELS[i]))
            return true;
    return false;
}

static bool reads_as_name(palpate_view text)
{
    unsigned spaces = 0;
    bool has_letter = false;

    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        spaces += byte == ' ';
        has_letter |= byte >= 0x80 || (byte | 0x20) >= 'a';
        if (byte == '{' || byte == '<' || byte == '/' || byte == '?' || byte == '!')
            return false;
    }
    return text.size > 1 && text.size <= NAME_SIZE && spaces < NAME_WORDS &&
           has_letter && !is_label(text);
}

palpate_view byline_name(palpate_view text)
{
    palpate_view none = { NULL, 0 };

    text = view_trim(text);
    if (view_find_ignoring_case(text, PALPATE_VIEW("http")) == 0)
        return none;
    text = before_separators(without_labels(text));
    return reads_as_name(text) ? text : none;
}

/* The first text of an element that holds a name: bylines put labels, names and roles
   into elements of their own. */
static palpate_view name_in(const struct tree *tree, uint32_t node)
{
    unsigned tries = 0;

    for (uint32_t i = node + 1; i < tree->nodes[node].end && tries < TEXTS_MOST; i++) {
        palpate_view text = view_trim(tree->nodes[i].text);
        bool is_shown = tree->nodes[i].is_text && text.size > 0;
        if (!tree->nodes[i].is_text &&
                (tag_traits(tree->nodes[i].tag) & TAG_SKIPPED) != 0) {
            i = tree->nodes[i].end - 1;
            continue;
        }
        if (!is_shown)
            continue;
        tries++;
        palpate_view name = byline_name(text);
        if (name.size > 0)
            return name;
    }
    return (palpate_view){ NULL, 0 };
}

static bool holds(palpate_view text, palpate_view word)
{
    return view_find_ignoring_case(text, word) < text.size;
}

static bool is_author_page(palpate_view href)
{
    return holds(href, PALPATE_VIEW("/author/")) ||
           holds(href, PALPATE_VIEW("/authors/")) ||
           holds(href, PALPATE_VIEW("/contributor")) ||
           holds(href, PALPATE_VIEW("/people/")) ||
           holds(href, PALPATE_VIEW("/profiles/"));
}

static bool is_member_page(palpate_view href)
{
    return holds(href, PALPATE_VIEW("/members/")) ||
           holds(href, PALPATE_VIEW("/user/")) ||
           holds(href, PALPATE_VIEW("/users/")) ||
           holds(href, PALPATE_VIEW("viewprofile")) ||
           holds(href, PALPATE_VIEW("/profile/")) ||
           holds(href, PALPATE_VIEW("/team/"));
}

/* A class that names the author and no box of other things about authors. */
static bool is_author_class(palpate_view class)
{
    return (holds(class, PALPATE_VIEW("author")) ||
                   holds(class, PALPATE_VIEW("byline"))) &&
           !holds(class, PALPATE_VIEW("avatar")) &&
           !holds(class, PALPATE_VIEW("authority"));
}

static bool says_author(palpate_view value)
{
    return view_equals(value, PALPATE_VIEW("author"));
}

static bool is_anything(palpate_view value)
{
    return value.size > 0;
}

/* The mark on an element, or MARK_COUNT. */
static enum mark mark_of(const struct node *node)
{
    static const struct {
        palpate_view attribute;
        bool (*is_marked)(palpate_view value);
        enum mark mark;
    } MARKS[] = {
        { PALPATE_VIEW_INIT("itemprop"), says_author, MARK_ITEM },
        { PALPATE_VIEW_INIT("rel"), says_author, MARK_REL },
        { PALPATE_VIEW_INIT("data-author"), is_anything, MARK_POSTER },
        { PALPATE_VIEW_INIT("href"), is_author_page, MARK_LINK },
        { PALPATE_VIEW_INIT("class"), is_author_class, MARK_CLASS },
        { PALPATE_VIEW_INIT("href"), is_member_page, MARK_MEMBER },
    };

    if (node->attributes == NULL)
        return MARK_COUNT;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (MARKS[i].is_marked(node_attribute(node, MARKS[i].attribute)))
            return MARKS[i].mark;
    return MARK_COUNT;
}

/* "By Jane Doe" as a text of its own; a sentence may begin so, but not end so soon. */
static palpate_view name_of_text(palpate_view text)
{
    palpate_view rest = view_trim(text);

    if (rest.size > NAME_SIZE || (!take_word(&rest, PALPATE_VIEW("by")) &&
                                         !take_word(&rest, PALPATE_VIEW("written by"))))
        return (palpate_view){ NULL, 0 };
    rest = byline_name(rest);
    bool starts_as_name = rest.size > 0 && rest.data[0] >= 'A' && rest.data[0] <= 'Z';
    return starts_as_name && rest.data[rest.size - 1] != '.'
                   ? rest
                   : (palpate_view){ NULL, 0 };
}

static void look_at(palpate_view found[MARK_COUNT], const struct tree *tree, uint32_t i)
{
    const struct node *node = &tree->nodes[i];
    enum mark mark = node->is_text ? MARK_TEXT : mark_of(node);

    if (mark == MARK_COUNT || found[mark].size > 0)
        return;
    if (mark == MARK_TEXT)
        found[mark] = name_of_text(node->text);
    else if (mark == MARK_POSTER)
        found[mark] = byline_name(node_attribute(node, PALPATE_VIEW("data-author")));
    else
        found[mark] = name_in(tree, i);
}

palpate_view byline_read(const struct tree *tree)
{
    palpate_view found[MARK_COUNT] = { { NULL, 0 } };

    for (uint32_t i = 1; i < tree->count;) {
        const struct node *node = &tree->nodes[i];
        if (!node->is_text && (tag_traits(node->tag) & TAG_SKIPPED) != 0) {
            i = node->end;
            continue;
        }
        look_at(found, tree, i++);
    }
    for (unsigned mark = 0; mark < MARK_COUNT; mark++)
        if (found[mark].size > 0)
            return found[mark];
    return (palpate_view){ NULL, 0 };
}
