#include "indexer/metadata.h"

#include <stddef.h>

#include "core/fail.h"
#include "core/view.h"
#include "indexer/byline.h"
#include "indexer/dateline.h"
#include "indexer/json_ld.h"
#include "indexer/title.h"

/* What the page's own elements say, the first of each. */
struct page {
    palpate_view og_title;
    palpate_view author;
    palpate_view published;
    palpate_view modified;
    palpate_view description;
    palpate_view site;
    palpate_view image;
    palpate_view language;
    palpate_view canonical;
    palpate_view robots;
    palpate_view title; /* <title> */
    palpate_view h1[TITLE_HEADINGS];
    uint32_t h1_count;
    palpate_view label;      /* what a card for sharing says of itself first: */
    palpate_view written_by; /* what a card for sharing shows as its first label */
    palpate_view time;
    bool is_amp;
    bool is_archive;
};

struct reader {
    struct page page;
    const struct tree *tree;
    struct arena *arena;
    bool failed;
};

static void take(palpate_view *to, palpate_view value)
{
    if (to->size == 0)
        *to = view_trim(value);
}

/* An author may be given as an address first and as a name after it. */
static void take_author(palpate_view *to, palpate_view value)
{
    if (byline_name(*to).size == 0)
        *to = view_trim(value);
}

#define META(name, member)                                     \
    {                                                          \
        PALPATE_VIEW_INIT(name), offsetof(struct page, member) \
    }

/* What metas say, by their property, name or itemprop; of several the first on the page
   counts. */
static const struct {
    palpate_view name;
    size_t member;
} METAS[] = {
    META("og:title", og_title),
    META("twitter:title", og_title),
    META("dc.title", og_title),
    META("author", author),
    META("article:author", author),
    META("dc.creator", author),
    META("parsely-author", author),
    META("sailthru.author", author),
    META("citation_author", author),
    META("cxenseparse:author", author),
    META("twitter:label1", label),
    META("twitter:data1", written_by),
    META("article:published_time", published),
    META("og:article:published_time", published),
    META("datepublished", published),
    META("date", published),
    META("dc.date", published),
    META("dc.date.issued", published),
    META("pubdate", published),
    META("publish-date", published),
    META("parsely-pub-date", published),
    META("published", published),
    META("article.published", published),
    META("cludo:date", published),
    META("citation_publication_date", published),
    META("citation_date", published),
    META("release_date", published),
    META("content_date_updated", modified),
    META("last-modified", modified),
    META("sailthru.date", published),
    META("article:modified_time", modified),
    META("og:updated_time", modified),
    META("datemodified", modified),
    META("description", description),
    META("og:description", description),
    META("og:site_name", site),
    META("og:image", image),
    META("robots", robots),
};

static void take_meta(struct reader *reader, const struct node *node)
{
    palpate_view content = node_attribute(node, PALPATE_VIEW("content"));
    palpate_view name = node_attribute(node, PALPATE_VIEW("property"));

    if (name.size == 0)
        name = node_attribute(node, PALPATE_VIEW("name"));
    if (name.size == 0)
        name = node_attribute(node, PALPATE_VIEW("itemprop"));
    for (size_t i = 0; i < sizeof METAS / sizeof *METAS; i++) {
        palpate_view *to =
                (palpate_view *)(void *)((char *)&reader->page + METAS[i].member);
        if (!view_equals_ignoring_case(name, METAS[i].name))
            continue;
        if (to == &reader->page.author)
            take_author(to, content);
        else
            take(to, content);
    }
}

static void take_text(struct reader *reader, palpate_view *to, uint32_t node)
{
    if (to->size > 0)
        return;
    *to = tree_text(reader->tree, reader->arena, node);
    reader->failed |= to->data == NULL;
}

static void take_time(struct reader *reader, const struct node *node, uint32_t number)
{
    palpate_view date = node_attribute(node, PALPATE_VIEW("datetime"));

    if (date.size > 0)
        take(&reader->page.time, date);
    else
        take_text(reader, &reader->page.time, number);
}

/* Microdata on elements that show something else, or nothing. */
static void take_item(struct reader *reader, const struct node *node)
{
    palpate_view item = { NULL, 0 };

    if (node->attributes != NULL)
        item = node_attribute(node, PALPATE_VIEW("itemprop"));
    if (view_equals(item, PALPATE_VIEW("datePublished")))
        take(&reader->page.published, node_attribute(node, PALPATE_VIEW("content")));
    if (view_equals(item, PALPATE_VIEW("dateModified")))
        take(&reader->page.modified, node_attribute(node, PALPATE_VIEW("content")));
}

/* WordPress marks its lists of posts so. */
static bool is_archive(palpate_view class)
{
    while (class.size > 0) {
        size_t end = view_find(class, PALPATE_VIEW(" "));
        if (view_equals(view_slice(class, 0, end), PALPATE_VIEW("archive")))
            return true;
        class = view_slice(class, end + 1, class.size);
    }
    return false;
}

static void take_element(struct reader *reader, uint32_t i)
{
    struct page *page = &reader->page;
    const struct node *node = &reader->tree->nodes[i];

    switch (node->tag) {
    case HTML_html:
        take(&page->language, node_attribute(node, PALPATE_VIEW("lang")));
        take(&page->language, node_attribute(node, PALPATE_VIEW("xml:lang")));
        page->is_amp |= node_has_attribute(node, PALPATE_VIEW("amp")) ||
                        node_has_attribute(node, PALPATE_VIEW("\xE2\x9A\xA1"));
        break;
    case HTML_body:
        page->is_archive |= is_archive(node_attribute(node, PALPATE_VIEW("class")));
        break;
    case HTML_meta: take_meta(reader, node); break;
    case HTML_link:
        if (view_equals_ignoring_case(node_attribute(node, PALPATE_VIEW("rel")),
                    PALPATE_VIEW("canonical")))
            take(&page->canonical, node_attribute(node, PALPATE_VIEW("href")));
        break;
    case HTML_title: take_text(reader, &page->title, i); break;
    case HTML_h1:
        if (page->h1_count < TITLE_HEADINGS)
            take_text(reader, &page->h1[page->h1_count++], i);
        break;
    case HTML_time: take_time(reader, node, i); break;
    default: take_item(reader, node); break;
    }
}

static palpate_view first_of(palpate_view a, palpate_view b, palpate_view c)
{
    return a.size > 0 ? a : b.size > 0 ? b : c;
}

static bool says(palpate_view directives, palpate_view word)
{
    return view_find_ignoring_case(directives, word) < directives.size;
}

static void judge(struct article *article, palpate_view robots)
{
    if (says(robots, PALPATE_VIEW("noindex")) || says(robots, PALPATE_VIEW("none")))
        article->verdict = PAGE_NOINDEX;
    if (says(robots, PALPATE_VIEW("nosnippet")))
        article->is_nosnippet = true;
}

static palpate_view lower_case(struct arena *arena, palpate_view text)
{
    char *copy = arena_alloc(arena, text.size + 1);

    for (size_t i = 0; copy != NULL && i < text.size; i++) {
        char byte = text.data[i];
        copy[i] = byte;
        if (byte >= 'A' && byte <= 'Z')
            copy[i] = (char)(byte - 'A' + 'a');
    }
    return (palpate_view){ copy, text.size };
}

/* The first that is a date: structured data, metas, what is left in scripts, the page's
   time elements, a date that it shows under its title. */
static palpate_view published_of(const struct page *page, const struct json_ld *said,
        const struct tree *tree, struct arena *arena)
{
    palpate_view given[] = { said->published, page->published,
        dateline_in_scripts(tree, PALPATE_VIEW("datePublished")),
        dateline_in_scripts(tree, PALPATE_VIEW("publishDate")), page->time };

    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        palpate_view date = metadata_date(arena, given[i]);
        if (date.data == NULL || date.size > 0)
            return date;
    }
    palpate_view shown = dateline_shown(tree, arena);
    return shown.data == NULL || shown.size > 0
                   ? shown
                   : metadata_date(arena,
                             dateline_in_scripts(tree, PALPATE_VIEW("\"date\"")));
}

/* Structured data, then metas, then what the page shows.  Addresses and labels are
   passed over. */
static palpate_view byline_of(
        const struct page *page, const struct json_ld *said, const struct tree *tree)
{
    bool is_card = view_find_ignoring_case(page->label, PALPATE_VIEW("written by")) <
                   page->label.size;
    palpate_view given[] = { byline_name(said->author), byline_name(page->author),
        is_card ? byline_name(page->written_by) : (palpate_view){ NULL, 0 } };

    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        if (given[i].size > 0)
            return given[i];
    return byline_read(tree);
}

palpate_status metadata_read(struct article *article, struct arena *arena,
        const struct tree *tree, palpate_view robots, palpate_error *err)
{
    struct reader reader = { .tree = tree, .arena = arena };
    const struct page *page = &reader.page;
    struct json_ld said;
    palpate_view none = { "", 0 };

    reader.failed = !json_ld_read(&said, arena, tree);
    for (uint32_t i = 1; i < tree->count; i++)
        if (!tree->nodes[i].is_text)
            take_element(&reader, i);
    article->title = title_choose(&(struct title_sources){ .document = page->title,
            .shared = page->og_title,
            .headline = said.headline,
            .site = page->site,
            .headings = page->h1,
            .heading_count = page->h1_count });
    article->byline = byline_of(page, &said, tree);
    article->published = published_of(page, &said, tree, arena);
    article->modified =
            metadata_date(arena, first_of(said.modified, page->modified, none));
    article->language =
            lower_case(arena, first_of(page->language, said.language, none));
    article->description = first_of(page->description, said.description, none);
    article->site = first_of(page->site, said.site, none);
    article->image = first_of(page->image, said.image, none);
    article->reviewer = said.reviewer;
    article->reviewed = said.reviewed;
    article->canonical = page->canonical;
    article->is_copy = page->is_amp;
    if (page->is_archive)
        article->verdict = PAGE_DUPLICATE;
    judge(article, page->robots);
    judge(article, robots);
    bool is_out = reader.failed || article->published.data == NULL ||
                  article->modified.data == NULL || article->language.data == NULL;
    return is_out ? fail(err, PALPATE_NO_MEMORY, "out of memory for a page's metadata")
                  : PALPATE_OK;
}
