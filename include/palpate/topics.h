/* An index -> what it is about, from A to Z, for who does not know what to ask. */
#ifndef PALPATE_TOPICS_H
#define PALPATE_TOPICS_H

#include <palpate/search.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What at least one article is about: a name of the thesaurus in a title or as a
   heading, or a title that names a thing in a few words. */
typedef struct palpate_topic {
    palpate_view text;     /* as a title or the thesaurus has it: "Frozen shoulder" */
    palpate_view letter;   /* below which it is listed: "F", without accents; "0-9" */
    palpate_view language; /* of its articles, without a region: "en"; or empty */
    palpate_view query;    /* what searches its words */
    palpate_view url; /* of the article of this name, where it is the only one about
                         it; else empty */
    uint64_t count;   /* articles about it, at least */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_topic;

/* Lives until palpate_topics_free(). */
typedef struct palpate_topics {
    const palpate_topic *items; /* by letter and word: digits, A to Z, other scripts */
    size_t count;
    bool is_partial; /* it ran out of time: there may be more and better ones */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_topics;

enum { PALPATE_MAX_TOPICS = 1000 };

/* Zero-initialised: 150 topics of each language. */
typedef struct palpate_topic_options {
    uint32_t limit;       /* topics of each language, 0 for 150, at most
                             PALPATE_MAX_TOPICS */
    uint64_t deadline_us; /* time for all of them, 0 for PALPATE_DEADLINE_US */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_topic_options;

/* Lists the topics of the index; where there are more than the limit, those that most
   articles are about.  Of a large index it looks at 20,000 articles.  Pages that the
   curation hides do not count.  It takes a hundred times as long as a search, and says
   the same until the index changes: a program asks once and keeps what it gets.
   `options` may be NULL.  The caller frees `*out`. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_topics_list(palpate_topics **out,
        palpate_searcher *searcher, const palpate_topic_options *options,
        palpate_error *err);

/* Frees them, and all they point to.  Takes NULL. */
PALPATE_API void palpate_topics_free(palpate_topics *topics);

#ifdef __cplusplus
}
#endif
#endif
