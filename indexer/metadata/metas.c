#include "indexer/metadata/metas.h"

#include "core/buffer.h"
#include "core/view.h"
#include "indexer/metadata/name_label.h"

static const struct meta {
    palpate_view name;
    enum fact field;
    enum voice voice;
} METAS[] = {
    { PALPATE_VIEW_INIT("og:title"), FACT_TITLE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("twitter:title"), FACT_TITLE, VOICE_CARD },
    { PALPATE_VIEW_INIT("dc.title"), FACT_TITLE, VOICE_META },
    { PALPATE_VIEW_INIT("dcterms.title"), FACT_TITLE, VOICE_META },
    { PALPATE_VIEW_INIT("citation_title"), FACT_TITLE, VOICE_META },
    { PALPATE_VIEW_INIT("parsely-title"), FACT_TITLE, VOICE_META },
    { PALPATE_VIEW_INIT("author"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("byl"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("creator"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("dc.creator"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("dcterms.creator"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("parsely-author"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("sailthru.author"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("cxenseparse:author"), FACT_BYLINE, VOICE_META },
    { PALPATE_VIEW_INIT("article:author"), FACT_BYLINE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("article:author_name"), FACT_BYLINE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:author"), FACT_BYLINE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:article:author"), FACT_BYLINE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("article:published_time"), FACT_PUBLISHED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("article:published"), FACT_PUBLISHED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:article:published_time"), FACT_PUBLISHED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:published_time"), FACT_PUBLISHED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:publish_date"), FACT_PUBLISHED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:release_date"), FACT_PUBLISHED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("datepublished"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("publish_date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("publish-date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("publishdate"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("published"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("published_date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("publish_time"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("publication_date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("pubdate"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("dc.date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("dc.date.issued"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("dc.date.created"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("dcterms.date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("dcterms.issued"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("dcterms.created"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("parsely-pub-date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("sailthru.date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("cxenseparse:publishtime"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("citation_publication_date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("citation_online_date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("citation_date"), FACT_PUBLISHED, VOICE_META },
    { PALPATE_VIEW_INIT("article:modified_time"), FACT_MODIFIED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("article:modified"), FACT_MODIFIED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:article:modified_time"), FACT_MODIFIED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:modified_time"), FACT_MODIFIED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:updated_time"), FACT_MODIFIED, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("datemodified"), FACT_MODIFIED, VOICE_META },
    { PALPATE_VIEW_INIT("last-modified"), FACT_MODIFIED, VOICE_META },
    { PALPATE_VIEW_INIT("dcterms.modified"), FACT_MODIFIED, VOICE_META },
    { PALPATE_VIEW_INIT("dc.date.modified"), FACT_MODIFIED, VOICE_META },
    { PALPATE_VIEW_INIT("lastreviewed"), FACT_REVIEWED, VOICE_META },
    { PALPATE_VIEW_INIT("dc.date.reviewed"), FACT_REVIEWED, VOICE_META },
    { PALPATE_VIEW_INIT("content-language"), FACT_LANGUAGE, VOICE_META },
    { PALPATE_VIEW_INIT("dc.language"), FACT_LANGUAGE, VOICE_META },
    { PALPATE_VIEW_INIT("og:locale"), FACT_LANGUAGE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("description"), FACT_DESCRIPTION, VOICE_META },
    { PALPATE_VIEW_INIT("dc.description"), FACT_DESCRIPTION, VOICE_META },
    { PALPATE_VIEW_INIT("og:description"), FACT_DESCRIPTION, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("twitter:description"), FACT_DESCRIPTION, VOICE_CARD },
    { PALPATE_VIEW_INIT("og:site_name"), FACT_SITE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("application-name"), FACT_SITE, VOICE_META },
    { PALPATE_VIEW_INIT("og:image"), FACT_IMAGE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:image:url"), FACT_IMAGE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("og:image:secure_url"), FACT_IMAGE, VOICE_PROPERTY },
    { PALPATE_VIEW_INIT("twitter:image"), FACT_IMAGE, VOICE_CARD },
    { PALPATE_VIEW_INIT("twitter:image:src"), FACT_IMAGE, VOICE_CARD },
};

/* "Doe, Jane" as "Jane Doe" after the authors that came before. */
static void take_citation(struct statements *statements, palpate_view name)
{
    enum { MOST = 1000 /* bytes of all names */ };
    palpate_view *all = &statements->by[FACT_BYLINE][VOICE_META];
    size_t comma = view_find(name, PALPATE_VIEW(","));
    struct buffer names = { 0 };

    if (all->size > MOST || name.size == 0)
        return;
    buffer_append(&names, *all);
    buffer_append_string(&names, all->size > 0 ? ", " : "");
    buffer_append(&names, view_trim(view_slice(name, comma + 1, name.size)));
    buffer_append_string(&names, comma < name.size ? " " : "");
    buffer_append(&names, view_slice(name, 0, comma));
    palpate_view copy = arena_copy(statements->arena, buffer_view(&names));
    statements->failed |= names.failed || copy.data == NULL;
    *all = copy;
    buffer_free(&names);
}

static void take_named(struct statements *statements, palpate_view name,
        palpate_view content, palpate_view *label)
{
    size_t size = 0;

    for (size_t i = 0; i < sizeof METAS / sizeof *METAS; i++)
        if (view_equals_ignoring_case(name, METAS[i].name))
            statement_take(statements, METAS[i].field, METAS[i].voice, content);
    if (view_equals_ignoring_case(name, PALPATE_VIEW("og:type")))
        statements->is_article |= view_equals(content, PALPATE_VIEW("article"));
    if (view_equals_ignoring_case(name, PALPATE_VIEW("citation_author")))
        take_citation(statements, content);
    if (view_starts_with(name, PALPATE_VIEW("twitter:label")))
        *label = content;
    if (view_starts_with(name, PALPATE_VIEW("twitter:data")) &&
            name_label(*label, &size) == LABEL_AUTHOR)
        statement_take(statements, FACT_BYLINE, VOICE_CARD, content);
}

void metas_take(
        struct statements *statements, const struct node *meta, palpate_view *label)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("property"),
        PALPATE_VIEW_INIT("name"), PALPATE_VIEW_INIT("http-equiv") };
    palpate_view content = node_attribute(meta, PALPATE_VIEW("content"));

    if (content.size == 0) /* a slip that is common enough */
        content = node_attribute(meta, PALPATE_VIEW("value"));

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        palpate_view name = node_attribute(meta, NAMES[i]);
        if (name.size > 0 && content.size > 0)
            take_named(statements, view_trim(name), content, label);
    }
}
