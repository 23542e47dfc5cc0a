#include "indexer/metadata/metadata.h"
#include "indexer/metadata/labels.h"

#include "core/address.h"
#include "core/ascii.h"
#include "core/fail.h"
#include "core/view.h"
#include "indexer/html/class_list.h"
#include "indexer/html/entities.h"
#include "indexer/html/text_nodes.h"
#include "indexer/metadata/byline_area.h"
#include "indexer/metadata/class_hints.h"
#include "indexer/metadata/dates.h"
#include "indexer/metadata/headings.h"
#include "indexer/metadata/json_ld.h"
#include "indexer/metadata/metas.h"
#include "indexer/metadata/microdata.h"
#include "indexer/metadata/signature.h"
#include "indexer/metadata/title_candidates.h"
#include "indexer/metadata/title_text.h"
#include "indexer/metadata/titles.h"

/* What is found on the way through the page besides statements. */
struct reader {
    struct statements statements;
    struct microdata items;
    struct headings headings;
    palpate_view twitter_label;
    palpate_view canonical;
    palpate_view shared_as; /* og:url */
    palpate_view amp;
    palpate_view robots;
    bool is_amp;
    bool is_archive;
    const struct tree *tree;
};

static palpate_view text_of(struct reader *reader, uint32_t element)
{
    struct arena *arena = reader->statements.arena;
    palpate_view text = text_below(reader->tree, arena, element, TITLE_SIZE);

    text = entities_decode(arena, text);
    reader->statements.failed |= text.data == NULL;
    return text;
}

/* Of the languages only English knows dates that start with the month. */
static bool is_day_first(palpate_view language)
{
    static const palpate_view ENGLISH[] = { PALPATE_VIEW_INIT(""),
        PALPATE_VIEW_INIT("en"), PALPATE_VIEW_INIT("en-us"),
        PALPATE_VIEW_INIT("en_us") };

    for (size_t i = 0; i < sizeof ENGLISH / sizeof *ENGLISH; i++)
        if (view_equals_ignoring_case(language, ENGLISH[i]))
            return false;
    return true;
}

static void take_root(struct reader *reader, const struct node *node)
{
    palpate_view language = node_attribute(node, PALPATE_VIEW("lang"));

    if (language.size == 0)
        language = node_attribute(node, PALPATE_VIEW("xml:lang"));
    statement_take(&reader->statements, FACT_LANGUAGE, VOICE_HEAD, language);
    reader->statements.is_day_first = is_day_first(language);
    reader->is_amp |= node_has_attribute(node, PALPATE_VIEW("amp")) ||
                      node_has_attribute(node, PALPATE_VIEW("\xE2\x9A\xA1"));
}

static void take_link(struct reader *reader, const struct node *node)
{
    palpate_view rel = node_attribute(node, PALPATE_VIEW("rel"));
    palpate_view address = view_trim(node_attribute(node, PALPATE_VIEW("href")));

    if (reader->canonical.size == 0 &&
            view_equals_ignoring_case(rel, PALPATE_VIEW("canonical")))
        reader->canonical = address;
    if (reader->amp.size == 0 &&
            view_equals_ignoring_case(rel, PALPATE_VIEW("amphtml")))
        reader->amp = address;
}

static void take_element(struct reader *reader, uint32_t i)
{
    const struct node *node = &reader->tree->nodes[i];

    switch (node->tag) {
    case HTML_html: take_root(reader, node); break;
    case HTML_body:
        /* WordPress marks its lists of posts so. */
        reader->is_archive |= node_has_class(node, PALPATE_VIEW("archive"));
        break;
    case HTML_meta:
        metas_take(&reader->statements, node, &reader->twitter_label);
        if (reader->shared_as.size == 0 &&
                view_equals_ignoring_case(
                        node_attribute(node, PALPATE_VIEW("property")),
                        PALPATE_VIEW("og:url")))
            reader->shared_as =
                    view_trim(node_attribute(node, PALPATE_VIEW("content")));
        if (reader->robots.size == 0 &&
                view_equals_ignoring_case(node_attribute(node, PALPATE_VIEW("name")),
                        PALPATE_VIEW("robots")))
            reader->robots = node_attribute(node, PALPATE_VIEW("content"));
        break;
    case HTML_link: take_link(reader, node); break;
    case HTML_title:
        if (reader->statements.by[FACT_TITLE][VOICE_HEAD].size == 0)
            statement_take(
                    &reader->statements, FACT_TITLE, VOICE_HEAD, text_of(reader, i));
        break;
    case HTML_h1:
    case HTML_h2:
    case HTML_h3:
        reader->statements.failed |= !headings_take(
                &reader->headings, reader->statements.arena, reader->tree, i);
        break;
    default: break;
    }
    if (node->attributes != NULL)
        microdata_take(&reader->statements, &reader->items, reader->tree, i);
}

static bool has_directive(palpate_view directives, palpate_view word)
{
    return view_find_ignoring_case(directives, word) < directives.size;
}

static void judge_robots(struct article *article, palpate_view robots)
{
    if (has_directive(robots, PALPATE_VIEW("noindex")) ||
            has_directive(robots, PALPATE_VIEW("none")))
        article->verdict = PAGE_NOINDEX;
    if (has_directive(robots, PALPATE_VIEW("nosnippet")))
        article->is_nosnippet = true;
}

/* "en_GB" as "en-gb". */
static palpate_view language_code(struct arena *arena, palpate_view text)
{
    char *copy = arena_alloc(arena, text.size + 1);

    for (size_t i = 0; copy != NULL && i < text.size; i++) {
        char byte = text.data[i];
        copy[i] = (char)(byte == '_' ? '-' : ascii_lower(byte));
    }
    return (palpate_view){ copy, text.size };
}

/* The URL by which the page wants or is known to be found; a file's path is none. */
static palpate_view address_of(const struct reader *reader, palpate_view url)
{
    palpate_view own = reader->canonical;

    if (view_find(own, PALPATE_VIEW("://")) < own.size)
        return own;
    return view_find(url, PALPATE_VIEW("://")) < url.size ? url
                                                          : (palpate_view){ NULL, 0 };
}

/* "/2021/03/05/" or "/2021-03-05-knee" in an address. */
static void take_address(struct statements *statements, palpate_view address)
{
    struct date date;

    if (address.data != NULL && date_find(&date, address, false) &&
            date.end - date.start >= 8 &&
            date.year / 1000 == address.data[date.start] - '0')
        statement_take(statements, FACT_PUBLISHED, VOICE_ADDRESS,
                view_slice(address, date.start, date.end - date.start));
}

/* The element whose text is the title where no heading is. */
static uint32_t place_of(const struct tree *tree, palpate_view title)
{
    uint32_t place = tree_find(tree, 1, tree->count, HTML_body);
    struct text_node piece;

    while (title.size > 0 && text_node_next(&piece, tree, &place, tree->count))
        if (title_is_same(piece.text, title))
            return piece.node;
    return TREE_NONE;
}

static void fill_article(struct article *article, const struct statements *statements)
{
    article->json_ld_body = statement_trusted(statements, FACT_TEXT);
    article->declared = statements->declared;
    article->declared_count = statements->declared_count;
    article->facts = (struct article_facts){
#define TRUSTED_FACT(member, name) .member = statement_trusted(statements, FACT_##name),
        ARTICLE_FACTS(TRUSTED_FACT)
#undef TRUSTED_FACT
    };
    article->facts.language = language_code(statements->arena, article->facts.language);
    article->facts.labels = label_list_text(&statements->labels, statements->arena);
}

/* Who wrote the page and when, by what stands around its title. */
static void read_bylines(struct reader *reader, uint32_t title)
{
    struct other_parts others;
    struct byline_area area;

    other_parts_find(&others, reader->tree);
    byline_area_read(&area, &reader->statements, reader->tree, &others, title);
    byline_names_read(&area);
    byline_foot_read(&area);
    class_hints_read(&reader->statements, reader->tree, &others, title);
    signature_read(&reader->statements, reader->tree, &others, title);
}

palpate_status metadata_read(struct article *article, struct arena *arena,
        const struct tree *tree, const struct page_origin *origin, palpate_error *err)
{
    struct reader reader = { .tree = tree, .statements.arena = arena };

    json_ld_read(&reader.statements, tree);
    labels_read(&reader.statements, tree);
    for (uint32_t i = 1; i < tree->count; i++)
        if (!tree->nodes[i].is_text)
            take_element(&reader, i);
    palpate_view address = address_of(&reader, origin->url);
    reader.statements.host = address_host(address);
    struct title title = title_choose(&reader.statements, &reader.headings, address);
    if (title.node == TREE_NONE)
        title.node = place_of(tree, title.text);
    read_bylines(&reader, title.node);
    take_address(&reader.statements, address);
    if (origin->changed.size > 0)
        statement_take(
                &reader.statements, FACT_MODIFIED, VOICE_SITEMAP, origin->changed);
    article->title = title.text;
    fill_article(article, &reader.statements);
    article->canonical =
            reader.canonical.size > 0 ? reader.canonical : reader.shared_as;
    article->amp = reader.amp;
    article->is_copy = reader.is_amp;
    if (reader.is_archive)
        article->verdict = PAGE_LIST;
    judge_robots(article, reader.robots);
    judge_robots(article, origin->robots);
    return reader.statements.failed || article->facts.language.data == NULL ||
                           article->facts.labels.data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a page's metadata")
                   : PALPATE_OK;
}
