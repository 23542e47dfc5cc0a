#include "indexer/metadata/class_hints.h"

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/html/class_list.h"
#include "indexer/html/text_nodes.h"
#include "indexer/metadata/byline_area.h"
#include "indexer/metadata/letters.h"
#include "indexer/metadata/name_label.h"
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
    static const char *const YES[] = { "author", "byline", "writer", "username",
        "autor", "auteur", "redacteur" };
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
    static const char *const PATHS[] = { "/author/", "/authors/", "/contributor",
        "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/", "/autore/",
        "/autori/", "/redacteur/", "/auteurs-", "/skribent/", "/forfatter/" };

    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++)
        if (has_word(address, PATHS[i]))
            return true;
    return false;
}

struct hints {
    struct statements *statements;
    const struct tree *tree;
    const struct other_parts *others;
    uint32_t ends[VOICE_COUNT]; /* of the element whose name each voice said last */
};

/* The lines of an element. */
static void read_lines(
        struct byline_area *area, const struct hints *hints, uint32_t element)
{
    uint32_t place = element + 1;
    uint32_t end = hints->tree->nodes[element].end;
    struct text_node line;

    *area = (struct byline_area){
        .statements = hints->statements, .tree = hints->tree, .others = hints->others
    };
    if (end > element + MAX_NODES)
        end = element + MAX_NODES;
    for (int i = 0; i < PIECES && text_node_next(&line, hints->tree, &place, end); i++)
        byline_area_append(area, &line);
}

/* The account of a member, one word, or a team, alone in its element. */
static void take_whole(
        struct hints *hints, const struct byline_area *area, uint32_t element)
{
    if (hints->tree->nodes[element].end - element > NODES || area->count != 1)
        return;
    palpate_view name = name_clean(area->parts[0].text);
    if (name_is_account(name) || name_is_team(name))
        statement_take(hints->statements, FACT_BYLINE, VOICE_USER, name);
}

/* Whether nothing but a comma or "and" is between two nodes that are near each other.
 */
static bool are_joined(const struct tree *tree, uint32_t start, uint32_t end)
{
    enum { FAR = 10, JOINT_SIZE = 5 /* bytes of "and", "und" */ };

    if (end < start || end > start + FAR)
        return false;
    for (uint32_t i = start; i < end; i++)
        if (tree->nodes[i].is_text && view_trim(tree->nodes[i].text).size > JOINT_SIZE)
            return false;
    return true;
}

/* Takes the names of an element: beside those that were taken where it is the next of
   several. */
static void take_names(
        struct hints *hints, enum voice voice, uint32_t element, palpate_view names)
{
    palpate_view *all = &hints->statements->by[FACT_BYLINE][voice];
    uint32_t end = hints->tree->nodes[element].end;

    if (all->size == 0) {
        statement_take(hints->statements, FACT_BYLINE, voice, names);
        hints->ends[voice] = all->size > 0 ? end : 0;
    } else if (view_ends_with(*all, names) && element < hints->ends[voice]) {
        hints->ends[voice] = end; /* the same, of an element within that one */
    } else if (are_joined(hints->tree, hints->ends[voice], element) &&
               view_find(*all, names) == all->size) {
        statement_add(hints->statements, FACT_BYLINE, voice, names);
        hints->ends[voice] = end;
    }
}

/* Whether an element says that all of its text is a name. */
static bool is_card(const struct node *node)
{
    return class_list_has(
                   node_attribute(node, PALPATE_VIEW("rel")), PALPATE_VIEW("author")) ||
           node_has_class(node, PALPATE_VIEW("fn"));
}

/* "janedoe", and neither "admin" nor a word that leads on, such as "more". */
static bool is_name_of_account(palpate_view name)
{
    enum { SHORTEST = 6 /* bytes */ };

    return name_is_account(name) && !has_word(name, "admin") &&
           (name.size >= SHORTEST || letters_have_digit(name));
}

/* The first name, and those joined to it, in the few lines of an element; of a link to
   its owner, any. */
static void take_name(struct hints *hints, const struct byline_area *area,
        uint32_t element, enum voice voice)
{
    bool is_labelled = voice == VOICE_LINK;
    bool has_label = false;

    for (size_t i = 0; i < area->count; i++) {
        size_t size = 0;
        palpate_view text = area->parts[i].text;
        enum name_label label = name_label(text, &size);
        palpate_view signs = name_in_signs(view_slice(text, size, text.size));
        palpate_view name = signs.size > 0 ? signs : name_clean(text);
        if (label == LABEL_REVIEWER || label == LABEL_OTHER)
            return;
        bool is_after_label = has_label;
        has_label = label == LABEL_AUTHOR || label == LABEL_PARTICLE;
        if (signs.size == 0 &&
                !name_are_likely(name, is_labelled || has_label || is_after_label))
            continue;
        take_names(hints, voice, element, byline_names_from(area, i, name));
        return;
    }
    if (is_card(&hints->tree->nodes[element]) && area->count == 1 &&
            is_name_of_account(name_clean(area->parts[0].text)))
        take_names(hints, voice, element, area->parts[0].text);
}

/* The text of an element with a space between all of its pieces: a style sheet may set
   month, day and year apart. */
static palpate_view text_in_pieces(struct hints *hints, uint32_t element)
{
    enum { MAX_PIECES = 4 };
    struct buffer text = { 0 };
    uint32_t place = element + 1;
    struct text_node piece;

    for (int i = 0; i < MAX_PIECES && text_node_next(&piece, hints->tree, &place,
                                              hints->tree->nodes[element].end);
            i++) {
        if (text.size > 0)
            buffer_append_byte(&text, ' ');
        buffer_append(&text, piece.text);
    }
    palpate_view all =
            text.failed ? (palpate_view){ NULL, 0 }
                        : arena_copy(hints->statements->arena, buffer_view(&text));
    buffer_free(&text);
    return all;
}

static void take_time(struct hints *hints, uint32_t element, enum voice voice)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("datetime"),
        PALPATE_VIEW_INIT("title"), PALPATE_VIEW_INIT("content") };
    const struct node *node = &hints->tree->nodes[element];
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));
    bool is_update = has_word(class, "updated") || has_word(class, "modified");
    palpate_view date = { "", 0 };
    struct date found;

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        date = node_attribute(node, NAMES[i]);
        if (date_find(&found, date, hints->statements->is_day_first))
            break;
        date.size = 0;
    }
    if (date.size == 0)
        date = text_below(hints->tree, hints->statements->arena, element, VALUE_SIZE);
    if (date.size > 0 && !date_find(&found, date, hints->statements->is_day_first))
        date = text_in_pieces(hints, element);
    hints->statements->failed |= date.data == NULL;
    if (class.size == 0 && byline_is_in_prose(hints->statements, hints->tree, element))
        return;
    statement_take(hints->statements,
            is_update && !has_word(class, "published") ? FACT_MODIFIED : FACT_PUBLISHED,
            voice, date);
}

/* Classes of elements that hold the date of the article. */
static bool is_date(palpate_view list)
{
    static const char *const YES[] = { "published", "pubdate", "post-date", "post_date",
        "entry-date", "article-date", "article__date", "date-header", "dateline",
        "publish-date", "news-date", "timestamp", "date", "postdate", "posted-on",
        "postedon", "meta-date", "date-posted", "pub-date", "publication-date",
        "blog-date", "article_date", "entry_date", "news_date", "newsdate",
        "news-single-timedata", "datum", "fecha", "created" };

    for (palpate_view class = class_list_next(&list); class.size > 0;
            class = class_list_next(&list))
        for (size_t i = 0; i < sizeof YES / sizeof *YES; i++)
            if (view_equals_ignoring_case(class, view_of(YES[i])))
                return true;
    return false;
}

static void take_element(struct hints *hints, uint32_t element)
{
    const struct node *node = &hints->tree->nodes[element];
    struct byline_area lines;

    if (node->is_text || other_parts_hold(hints->others, element))
        return;
    palpate_view class = node_attribute(node, PALPATE_VIEW("class"));
    if (node->tag == HTML_time || (node_has_attribute(node, PALPATE_VIEW("datetime")) &&
                                          node->tag == HTML_other))
        take_time(hints, element, VOICE_MARK);
    else if (node->end - element <= NODES && is_date(class))
        take_time(hints, element, VOICE_CLASS);
    if (node->attributes == NULL)
        return;
    if (class_list_has(
                node_attribute(node, PALPATE_VIEW("rel")), PALPATE_VIEW("author")) ||
            is_author_page(node_attribute(node, PALPATE_VIEW("href")))) {
        read_lines(&lines, hints, element);
        take_name(hints, &lines, element, VOICE_LINK);
    } else if (is_byline(class) ||
               is_byline(node_attribute(node, PALPATE_VIEW("id")))) {
        read_lines(&lines, hints, element);
        take_name(hints, &lines, element, VOICE_MARK);
        take_whole(hints, &lines, element);
    }
}

void class_hints_read(struct statements *statements, const struct tree *tree,
        const struct other_parts *others, uint32_t title)
{
    enum { NEAR = 400 /* nodes after the title, and before it */ };
    struct hints hints = { statements, tree, others, { 0 } };
    uint32_t first = title > NEAR ? title - NEAR : 1;
    uint32_t last = tree->count - title > NEAR ? title + NEAR : tree->count;

    for (uint32_t i = title == TREE_NONE ? 1 : title; i < last; i++)
        take_element(&hints, i);
    for (uint32_t i = first; i < title; i++)
        take_element(&hints, i);
    for (uint32_t i = last; i < tree->count; i++)
        take_element(&hints, i);
    for (uint32_t i = 1; i < first; i++)
        take_element(&hints, i);
}
