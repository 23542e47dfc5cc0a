#include "indexer/metadata.h"

#include "core/fail.h"
#include "core/view.h"
#include "indexer/json_ld.h"
#include "indexer/vocabulary.h"

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
    palpate_view h1;
    uint32_t h1_count;
    palpate_view byline;
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

static void take_meta(struct reader *reader, const struct node *node)
{
    struct page *page = &reader->page;
    const struct {
        palpate_view name;
        palpate_view *to;
    } metas[] = {
        { PALPATE_VIEW("og:title"), &page->og_title },
        { PALPATE_VIEW("twitter:title"), &page->og_title },
        { PALPATE_VIEW("dc.title"), &page->og_title },
        { PALPATE_VIEW("author"), &page->author },
        { PALPATE_VIEW("article:author"), &page->author },
        { PALPATE_VIEW("dc.creator"), &page->author },
        { PALPATE_VIEW("parsely-author"), &page->author },
        { PALPATE_VIEW("sailthru.author"), &page->author },
        { PALPATE_VIEW("article:published_time"), &page->published },
        { PALPATE_VIEW("og:article:published_time"), &page->published },
        { PALPATE_VIEW("datepublished"), &page->published },
        { PALPATE_VIEW("date"), &page->published },
        { PALPATE_VIEW("dc.date"), &page->published },
        { PALPATE_VIEW("dc.date.issued"), &page->published },
        { PALPATE_VIEW("pubdate"), &page->published },
        { PALPATE_VIEW("publish-date"), &page->published },
        { PALPATE_VIEW("parsely-pub-date"), &page->published },
        { PALPATE_VIEW("sailthru.date"), &page->published },
        { PALPATE_VIEW("article:modified_time"), &page->modified },
        { PALPATE_VIEW("og:updated_time"), &page->modified },
        { PALPATE_VIEW("datemodified"), &page->modified },
        { PALPATE_VIEW("description"), &page->description },
        { PALPATE_VIEW("og:description"), &page->description },
        { PALPATE_VIEW("og:site_name"), &page->site },
        { PALPATE_VIEW("og:image"), &page->image },
        { PALPATE_VIEW("robots"), &page->robots },
    };
    palpate_view content = node_attribute(node, PALPATE_VIEW("content"));
    palpate_view name = node_attribute(node, PALPATE_VIEW("property"));

    if (name.size == 0)
        name = node_attribute(node, PALPATE_VIEW("name"));
    if (name.size == 0)
        name = node_attribute(node, PALPATE_VIEW("itemprop"));
    for (size_t i = 0; i < sizeof metas / sizeof *metas; i++)
        if (view_equals_ignoring_case(name, metas[i].name))
            take(metas[i].to, content);
}

static void take_text(struct reader *reader, palpate_view *to, uint32_t node)
{
    if (to->size > 0)
        return;
    *to = tree_text(reader->tree, reader->arena, node);
    reader->failed |= to->data == NULL;
}

static bool has_digit(palpate_view text)
{
    for (size_t i = 0; text.data != NULL && i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

static void take_byline(struct reader *reader, const struct node *node, uint32_t number)
{
    enum { BYLINE_SIZE = 100 /* bytes; longer is no name */ };
    palpate_view rel = node_attribute(node, PALPATE_VIEW("rel"));
    palpate_view property = node_attribute(node, PALPATE_VIEW("itemprop"));
    bool is_marked = view_equals(rel, PALPATE_VIEW("author")) ||
                     view_equals(property, PALPATE_VIEW("author"));

    if (reader->page.byline.size > 0 ||
            (!is_marked && (vocabulary_groups(node) & GROUP_BIT(GROUP_BYLINE)) == 0))
        return;
    palpate_view text = { NULL, 0 };
    take_text(reader, &text, number);
    if (view_equals_ignoring_case(view_slice(text, 0, 3), PALPATE_VIEW("by ")))
        text = view_slice(text, 3, text.size);
    if (text.size > 0 && text.size <= BYLINE_SIZE && !has_digit(text))
        reader->page.byline = view_trim(text);
}

static void take_time(struct reader *reader, const struct node *node, uint32_t number)
{
    palpate_view date = node_attribute(node, PALPATE_VIEW("datetime"));

    if (date.size > 0)
        take(&reader->page.time, date);
    else
        take_text(reader, &reader->page.time, number);
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
        page->h1_count++;
        take_text(reader, &page->h1, i);
        break;
    case HTML_time: take_time(reader, node, i); break;
    default:
        if (node->attributes != NULL)
            take_byline(reader, node, i);
        break;
    }
}

/* "Knee pain | Site name" without the site, where a shorter title confirms the cut or
   the separator stands alone. */
static palpate_view without_site(palpate_view title, palpate_view h1)
{
    static const palpate_view SEPARATORS[] = { PALPATE_VIEW_INIT(" | "),
        PALPATE_VIEW_INIT(" :: "), PALPATE_VIEW_INIT(" \xE2\x80\x93 "),
        PALPATE_VIEW_INIT(" \xE2\x80\x94 "), PALPATE_VIEW_INIT(" - "),
        PALPATE_VIEW_INIT(" \xC2\xBB ") };

    if (h1.size > 0 && view_find_ignoring_case(title, h1) < title.size)
        return h1;
    for (size_t i = 0; i < sizeof SEPARATORS / sizeof *SEPARATORS; i++) {
        size_t place = view_find(title, SEPARATORS[i]);
        if (place < title.size && place >= title.size / 3)
            return view_slice(title, 0, place);
    }
    return title;
}

static palpate_view first_of(palpate_view a, palpate_view b, palpate_view c)
{
    return a.size > 0 ? a : b.size > 0 ? b : c;
}

static palpate_view title_of(const struct page *page, const struct json_ld *said)
{
    palpate_view given = first_of(said->headline, page->og_title, page->title);

    if (page->h1_count == 1 && page->h1.size > 0)
        return page->h1;
    return given.size > 0 ? without_site(given, page->h1) : page->h1;
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
    article->title = title_of(page, &said);
    article->byline = first_of(said.author, page->author, page->byline);
    article->published =
            metadata_date(arena, first_of(said.published, page->published, page->time));
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
