#include "indexer/html/tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "core/buffer.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/noindex.h"
#include "indexer/html/scripts.h"
#include "indexer/html/stream_marks.h"
#include "indexer/html/tree_markup.h"

enum { NAME_SLOTS = 256 };

/* The tree under construction. */
struct builder {
    struct tree *tree;
    htmlParserCtxtPtr parser;
    struct arena *arena;
    size_t room;
    uint32_t open; /* innermost open element */
    uint32_t depth;
    uint32_t most;    /* nodes that may be */
    uint32_t beyond;  /* open elements that are not kept */
    uint32_t skipped; /* how many were open with the one that holds no text, or 0 */
    bool is_ignoring;
    uint32_t ignored_from; /* the node that this started with */
    struct buffer text;    /* since the last tag: it comes in pieces */
    bool left_head;        /* ours is closed, the parser's is not */
    bool is_full;          /* of nodes: what follows is read as one text */
    size_t script_rest;    /* bytes of the page from where the script at hand ends */
    struct buffer rest;
    palpate_view names[HTML_TAG_COUNT];       /* each kept once */
    palpate_view attribute_names[NAME_SLOTS]; /* most kept once, by their hash */
    bool failed;
};

void tree_library_init(void)
{
    xmlInitParser();
}

static palpate_view view_of_xml(const xmlChar *string)
{
    return view_of((const char *)string);
}

static uint32_t add_node(struct builder *builder)
{
    struct tree *tree = builder->tree;

    if (builder->failed)
        return TREE_NONE;
    if (!arena_grow(builder->arena, (void **)&tree->nodes, &builder->room, tree->count,
                sizeof *tree->nodes)) {
        builder->failed = true;
        return TREE_NONE;
    }
    tree->nodes[tree->count] =
            (struct node){ .parent = builder->open, .end = tree->count + 1 };
    return tree->count++;
}

/* A page has few names of attributes, but has them often. */
static palpate_view keep_attribute_name(struct builder *builder, palpate_view name)
{
    uint32_t hash = 0;

    for (size_t i = 0; i < name.size; i++)
        hash = hash * 31 + (unsigned char)name.data[i];
    palpate_view *kept = &builder->attribute_names[hash % NAME_SLOTS];
    if (kept->data == NULL || !view_equals(*kept, name))
        *kept = arena_copy(builder->arena, name);
    return *kept;
}

static const struct attribute *copy_attributes(
        struct builder *builder, const xmlChar **given)
{
    const struct attribute *first = NULL;

    for (size_t i = 0; given != NULL && given[i] != NULL; i += 2) {
        struct attribute *copy = arena_alloc(builder->arena, sizeof *copy);
        if (copy == NULL) {
            builder->failed = true;
            return NULL;
        }
        copy->name = keep_attribute_name(builder, view_of_xml(given[i]));
        copy->value = arena_copy(builder->arena, view_of_xml(given[i + 1]));
        copy->next = first;
        builder->failed |= copy->name.data == NULL || copy->value.data == NULL;
        first = copy;
    }
    return first;
}

static bool belongs_in_head(palpate_view name)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("title"),
        PALPATE_VIEW_INIT("meta"), PALPATE_VIEW_INIT("link"), PALPATE_VIEW_INIT("base"),
        PALPATE_VIEW_INIT("script"), PALPATE_VIEW_INIT("style"),
        PALPATE_VIEW_INIT("noscript"), PALPATE_VIEW_INIT("template") };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals(name, NAMES[i]))
            return true;
    return false;
}

/* A page may leave out the tags of head and body.  The parser, which knows no elements
   of HTML 5, then puts <main> and <article> into the head: there the head ends for us.
 */
static void leave_head(struct builder *builder)
{
    struct node *node = &builder->tree->nodes[builder->open];

    if (node->tag != HTML_head || node->is_text || builder->open == 0)
        return;
    node->end = builder->tree->count;
    builder->open = node->parent;
    builder->depth--;
    builder->left_head = true;
}

/* The name of an element, kept once where it is one of those that have a number. */
static palpate_view keep_name(struct builder *builder, enum tag tag, palpate_view name)
{
    palpate_view kept = builder->names[tag];

    if (tag == HTML_other || kept.data == NULL)
        kept = arena_copy(builder->arena, name);
    builder->failed |= kept.data == NULL;
    builder->names[tag] = kept;
    return kept;
}

/* Whether the innermost element that is kept is a script or the like. */
static bool holds_no_text(const struct builder *builder)
{
    const struct node *node = &builder->tree->nodes[builder->open];

    return builder->depth > 0 && (tag_traits(node->tag) & TAG_SKIPPED) != 0;
}

static void add_text_node(struct builder *builder, palpate_view text)
{
    uint32_t number = add_node(builder);

    if (number == TREE_NONE)
        return;
    struct node *node = &builder->tree->nodes[number];
    node->is_text = true;
    node->is_ignored = builder->is_ignoring;
    node->text = arena_copy(builder->arena, text);
    builder->failed |= node->text.data == NULL;
}

/* Makes one node of the text since the last tag, which the parser hands over in pieces.
 */
static void flush_text(struct builder *builder)
{
    palpate_view text = buffer_view(&builder->text);

    builder->failed |= builder->text.failed;
    if (text.size == 0)
        return;
    builder->is_full |= builder->tree->count >= builder->most;
    if (!builder->is_full) {
        add_text_node(builder, text);
    } else if (builder->beyond > 0 || !holds_no_text(builder)) {
        buffer_append_byte(&builder->rest, '\n');
        buffer_append(&builder->rest, text);
        builder->failed |= builder->rest.failed;
    }
    buffer_clear(&builder->text);
}

/* Reads the rules of a style element, of which the parser has read the start tag up to
   its '>'.  What is in a noscript is for browsers that run none. */
static void take_style(struct builder *builder, const struct node *style)
{
    xmlParserInputPtr input = builder->parser->input;
    palpate_view rest = { (const char *)input->cur, (size_t)(input->end - input->cur) };
    const char *end = script_end(rest, PALPATE_VIEW("style"));
    size_t start = view_find(rest, PALPATE_VIEW(">")) + 1;

    if (end == NULL || rest.data + start > end ||
            builder->tree->nodes[style->parent].tag == HTML_noscript ||
            !style_is_for_screens(node_attribute(style, PALPATE_VIEW("media"))))
        return;
    palpate_view css = { rest.data + start, (size_t)(end - rest.data) - start };
    builder->failed |= !style_rules_read(&builder->tree->styles, builder->arena, css);
}

static void start_element(void *user, const xmlChar *name, const xmlChar **attributes)
{
    struct builder *builder = user;

    flush_text(builder);
    if (!belongs_in_head(view_of_xml(name)))
        leave_head(builder);

    builder->is_full |= builder->tree->count >= builder->most;
    uint32_t number = builder->depth >= TREE_MAX_DEPTH || builder->is_full
                              ? TREE_NONE
                              : add_node(builder);
    if (number == TREE_NONE) {
        builder->beyond++;
        if (builder->skipped == 0 &&
                (tag_traits(tag_of(view_of_xml(name))) & TAG_SKIPPED) != 0)
            builder->skipped = builder->beyond;
        return;
    }
    struct node *node = &builder->tree->nodes[number];
    node->tag = tag_of(view_of_xml(name));
    node->text = keep_name(builder, node->tag, view_of_xml(name));
    node->is_unread = (tag_traits(node->tag) & TAG_SKIPPED) != 0;
    node->attributes = copy_attributes(builder, attributes);
    if (node->tag == HTML_style)
        take_style(builder, node);
    builder->open = number;
    builder->depth++;
}

static void end_element(void *user, const xmlChar *name)
{
    struct builder *builder = user;

    flush_text(builder);
    if (builder->left_head && tag_of(view_of_xml(name)) == HTML_head) {
        builder->left_head = false;
        return;
    }
    if (builder->beyond > 0) {
        if (builder->beyond == builder->skipped)
            builder->skipped = 0;
        builder->beyond--;
        return;
    }
    /* What is left of a page with too many nodes belongs where they ran out, or after
       that where it holds no text. */
    if (builder->depth == 0 || (builder->is_full && !holds_no_text(builder)))
        return;
    struct node *node = &builder->tree->nodes[builder->open];
    node->end = builder->tree->count;
    builder->open = node->parent;
    builder->depth--;
}

static void add_text(void *user, const xmlChar *bytes, int size)
{
    struct builder *builder = user;

    if (builder->skipped == 0)
        buffer_append(
                &builder->text, (palpate_view){ (const char *)bytes, (size_t)size });
}

/* Scripts and styles are most of the bytes of many pages, and nothing but data in JSON
   is read of them.  So once the first thousand bytes have come the parser is set to
   shortly before their end: it steps over the character at hand yet, which has four
   bytes at most. */
static void take_script(void *user, const xmlChar *bytes, int size)
{
    enum { STEP = UTF8_MAX_SIZE };
    struct builder *builder = user;
    xmlParserInputPtr input = builder->parser->input;

    add_text(user, bytes, size);
    if (builder->beyond > 0 || builder->is_full ||
            script_is_data(node_attribute(
                    &builder->tree->nodes[builder->open], PALPATE_VIEW("type"))) ||
            input->cur >= input->end)
        return;
    palpate_view rest = { (const char *)input->cur, (size_t)(input->end - input->cur) };
    if (rest.size >= builder->script_rest)
        return; /* its end was looked for, and cannot be gone to */
    const char *end = script_end(rest, view_of_xml(builder->parser->name));
    builder->script_rest = end == NULL ? 0 : rest.size - (size_t)(end - rest.data);
    if (end == NULL || end - rest.data < (ptrdiff_t)2 * STEP)
        return;
    for (int i = 1; i <= STEP; i++)
        if ((unsigned char)end[-i] >= 0x80)
            return;
    input->cur = (const xmlChar *)end - STEP;
}

/* Comments ask to leave text out of searches, up to another comment.  One that no other
   follows was forgotten: it asks for nothing. */
static void take_comment(void *user, const xmlChar *text)
{
    struct builder *builder = user;
    palpate_view comment = view_of_xml(text);
    enum noindex_switch what = noindex_read(comment);

    /* A text goes on after any other comment. */
    if (what == NOINDEX_NONE && !stream_mark_is(comment))
        return;
    flush_text(builder);
    if (what == NOINDEX_NONE) {
        builder->failed |= !stream_marks_take(
                &builder->tree->marks, builder->arena, comment, builder->tree->count);
        return;
    }
    if (what == NOINDEX_STARTS && !builder->is_ignoring)
        builder->ignored_from = builder->tree->count;
    builder->is_ignoring = what == NOINDEX_STARTS;
}

static void take_back_ignoring(struct builder *builder)
{
    for (uint32_t i = builder->ignored_from;
            builder->is_ignoring && i < builder->tree->count; i++)
        builder->tree->nodes[i].is_ignored = false;
}

static void close_all(struct builder *builder)
{
    struct tree *tree = builder->tree;

    for (;;) {
        tree->nodes[builder->open].end = tree->count;
        if (builder->open == 0)
            return;
        builder->open = tree->nodes[builder->open].parent;
    }
}

static void parse(struct builder *builder, palpate_view html)
{
    static const xmlSAXHandler HANDLER = { .startElement = start_element,
        .endElement = end_element,
        .characters = add_text,
        .ignorableWhitespace = add_text,
        .comment = take_comment,
        .cdataBlock = take_script };
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(html.data, (int)html.size);

    if (parser == NULL) {
        builder->failed = true;
        return;
    }
    *parser->sax = HANDLER;
    parser->userData = builder;
    builder->parser = parser;
    (void)htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                             HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                             HTML_PARSE_IGNORE_ENC);
    /* Without the bit the parser drops all text below 256 elements, and says nothing.
     */
    parser->options |= XML_PARSE_HUGE;
    (void)xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    (void)htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
}

palpate_status tree_read(
        struct tree *tree, struct arena *arena, palpate_view html, palpate_error *err)
{
    struct builder builder = { .tree = tree, .arena = arena, .script_rest = SIZE_MAX };
    struct buffer prepared = { 0 };

    *tree = (struct tree){ .nodes = NULL };
    if (html.size > TREE_MAX_SIZE)
        return fail(err, PALPATE_BAD_INPUT,
                "the page has %zu bytes, more than the %d that are read: split it",
                html.size, TREE_MAX_SIZE);
    markup_prepare(&prepared, html);
    html = buffer_view(&prepared);
    builder.most = tree_most_nodes(html);
    builder.room = tree_likely_nodes(html, builder.most);
    tree->nodes = arena_alloc(arena, builder.room * sizeof *tree->nodes);
    builder.failed = tree->nodes == NULL || prepared.failed;
    (void)add_node(&builder); /* the document: number 0 */
    builder.failed |= !markup_limit(&html, arena);
    if (!builder.failed && html.size > 0)
        parse(&builder, html);
    flush_text(&builder);
    take_back_ignoring(&builder);
    tree->is_cut = builder.rest.size > 0;
    if (tree->is_cut)
        add_text_node(&builder, buffer_view(&builder.rest));
    buffer_free(&builder.rest);
    buffer_free(&builder.text);
    buffer_free(&prepared);
    if (builder.failed)
        return fail(err, PALPATE_NO_MEMORY, "out of memory while parsing a page");
    close_all(&builder);
    return PALPATE_OK;
}
