/* An article: its metadata, its text, its passages; and why a page has none. */
#ifndef INDEXER_ARTICLE_H
#define INDEXER_ARTICLE_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/record.h"

/* A piece of about a hundred words with what is needed to find it and to land on it. */
struct passage {
    palpate_view heading[RECORD_HEADINGS]; /* the outermost first, without the
                                              article's title */
    palpate_view anchor;   /* id of the nearest heading that has one, or empty */
    palpate_view fragment; /* text directive, percent-encoded, without "#:~:text=";
                              empty where none matches exactly once on the page */
    palpate_view text;     /* plain, normal form C, blocks separated by '\n' */
    uint32_t heading_count;
    uint32_t lead_size;   /* bytes of the text that lead in the list it is from and
                             stand further up on the page */
    uint32_t first_block; /* the blocks of the page it starts and ends in, after what
                             leads in */
    uint32_t last_block;
    enum passage_kind kind;
    bool is_doubtful; /* perhaps not of the article: indexed with a low weight */
};

/* Why a page stays out of the index although it could be read. */
enum page_verdict {
    PAGE_INDEXED,
    PAGE_NOINDEX, /* robots: noindex */
    PAGE_EMPTY,   /* no article text */
    /* It is no article: */
    PAGE_LIST,      /* it only lists other pages: an archive of a tag or month */
    PAGE_MOVED,     /* it sends its readers on to another page */
    PAGE_FEED,      /* for programs that read news, or a map of the site */
    PAGE_DATA,      /* JSON */
    PAGE_NOT_FOUND, /* it says that there is no such page */
    PAGE_PROGRAM    /* it came with a program of the site: a plugin's readme */
};

/* A question and its answer as the data of a page have them: plain text. */
struct declared_answer {
    palpate_view question;
    palpate_view answer;
};

/* Every view lives in the arena given to article_read().  Empty where the page does not
   say. */
struct article {
    palpate_view title;
    struct article_facts facts;
    palpate_view canonical;    /* the address the page calls its own, as written there:
                                  canonical, else og:url */
    palpate_view amp;          /* the address of its AMP version, likewise */
    palpate_view moved_to;     /* the address it sends its readers on to, likewise */
    palpate_view json_ld_body; /* what it tells search engines that its text is */
    palpate_view text;         /* the whole article text, blocks separated by '\n' */
    const struct declared_answer *declared; /* of a page of questions */
    uint32_t declared_count;
    struct passage *passages;
    uint32_t passage_count;
    enum page_verdict verdict;
    bool is_in_other_language; /* than the page declares, or it declares none */
    bool is_copy;              /* AMP: gives way to another page of the same address */
    bool is_nosnippet;         /* its text may be searched, but not shown */
};

struct shared_blocks;

struct selectors;

/* What came with the page from outside it; empty views where nothing did. */
struct page_origin {
    palpate_view url;                   /* or the path of a file */
    palpate_view content_type;          /* the HTTP header, for its charset */
    palpate_view robots;                /* the X-Robots-Tag header */
    palpate_view changed;               /* the day of its last change by a sitemap */
    const struct shared_blocks *shared; /* what pages of the site share, or NULL */
    const struct selectors *selectors;  /* of what is read of a page, or NULL */
    bool is_document; /* a filter made the page of a file: all of it is the article */
};

#endif
