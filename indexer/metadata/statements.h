/* What the parts of a page state of its article -> what to believe. */
#ifndef INDEXER_STATEMENTS_H
#define INDEXER_STATEMENTS_H

#include <palpate/view.h>
#include <stdbool.h>

#include "core/arena.h"
#include "core/record.h"
#include "indexer/article.h"
#include "indexer/metadata/label_list.h"

enum fact {
    FACT_TITLE,
    FACT_TEXT, /* of the whole article */
#define ARTICLE_FACT_NAME(member, name) FACT_##name,
    ARTICLE_FACTS(ARTICLE_FACT_NAME)
#undef ARTICLE_FACT_NAME
            FACT_COUNT
};

/* Who states it. */
enum voice {
    VOICE_NONE,
    VOICE_ARTICLE,  /* JSON-LD, of an article */
    VOICE_PAGE,     /* JSON-LD, of the page around it */
    VOICE_THING,    /* JSON-LD, of its only person, its site, or what it is about */
    VOICE_ITEM,     /* microdata and RDFa */
    VOICE_PROPERTY, /* <meta property>: OpenGraph */
    VOICE_META,     /* <meta name> */
    VOICE_CARD,     /* <meta name=twitter:…> */
    VOICE_HEAD,     /* <title>, <html lang> */
    VOICE_LINK,     /* a link to a page about the author */
    VOICE_MARK,     /* an element that says by its name what it holds */
    VOICE_CLASS,    /* an element whose class says that it holds a date */
    VOICE_FRONT,    /* words around the title: "By …", "Published on …" */
    VOICE_FOOT,     /* such words further down the page */
    VOICE_USER,     /* an element for the account of whoever wrote something */
    VOICE_EDITOR,   /* the name of an editor, where no one else signs */
    VOICE_ADDRESS,  /* the page's own: /2021/03/05/knee */
    VOICE_SITEMAP,  /* what a sitemap says of the page */
    VOICE_COUNT
};

/* The first statement of each voice on each field, empty where it is silent. */
struct statements {
    palpate_view by[FACT_COUNT][VOICE_COUNT];
    struct arena *arena;
    palpate_view host;                /* of the page's own address, or empty */
    struct declared_answer *declared; /* of a page of questions */
    uint32_t declared_count;
    size_t declared_room;
    struct label_list labels; /* what the site sorts the page by */
    bool is_article;          /* the page says that it is one */
    bool is_day_first;        /* 03/05/2021 is in May */
    bool failed;              /* memory ran out */
};

/* Takes what makes sense for the field: dates as ISO 8601, names without "By", texts
   without superfluous escapes and white space. */
void statement_take(struct statements *statements, enum fact field, enum voice voice,
        palpate_view text);

/* Adds a name to those that a voice has said, after a comma. */
void statement_add(struct statements *statements, enum fact field, enum voice voice,
        palpate_view name);

/* The value of the voice that is trusted most, or empty. */
palpate_view statement_trusted(const struct statements *statements, enum fact field);

/* Whether a name is that of the site: pages without a writer name it, and some that
   have one do, too. */
bool statement_is_site(const struct statements *statements, palpate_view name);

#endif
