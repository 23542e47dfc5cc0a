/* A question to an index, and the passages that answer it. */
#ifndef PALPATE_SEARCH_H
#define PALPATE_SEARCH_H

#include <palpate/status.h>
#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An open index.  One thread at a time; open one for each thread. */
typedef struct palpate_searcher palpate_searcher;

/* What a hit is. */
typedef enum palpate_grouping {
    PALPATE_GROUP_ARTICLE, /* the best passage of an article stands for it */
    PALPATE_GROUP_NONE     /* every passage is a hit of its own */
} palpate_grouping;

/* By date, an article needs all words that are side by side in the query.  Only if no
   article has them all, some are enough, and a note says so.  Articles without a date
   come last; articles of the same day are in order of relevance. */
typedef enum palpate_sort {
    PALPATE_SORT_RELEVANCE,
    PALPATE_SORT_NEWEST,
    PALPATE_SORT_OLDEST
} palpate_sort;

/* Zero-initialised is a plain search for the ten best articles. */
typedef struct palpate_search_options {
    uint32_t offset; /* hits to skip, at most PALPATE_MAX_DEPTH */
    uint32_t limit;  /* hits to return, 0 for 10, at most PALPATE_MAX_DEPTH */
    palpate_grouping group;
    palpate_sort sort;
    uint32_t facet_values;  /* values to list for each facet, at most PALPATE_MAX_DEPTH;
                               0 for no facets, which cost time */
    palpate_view like;      /* url of an article, to find similar ones by the words that
                               distinguish it, but never that one; only the filters of the
                               query are used then.  Empty for a search */
    palpate_view languages; /* of the one who asks, the preferred first: "de, en-gb".
                              In an index of several languages, articles in the language
                              of the query come first, or if its words do not tell which
                              that is, in the first of these that the index has; by
                              relevance only.  Empty for no preference */
    bool no_expand;         /* search the user's words only */
    bool no_curation;       /* as if the index had no curation file: nothing is pinned,
                               hidden, redirected or boosted */
    bool no_correct;  /* search the words as typed; a better spelling is offered */
    bool typing;      /* the query is being typed: unless a space follows it, its last
                         word stands for the most frequent words of the index that
                         start with it and is not corrected; a ban or the name in a
                         filter counts only when it is finished */
    bool explain;     /* fill the parts of every score */
    bool counts_only; /* no hits: the total, the facets and the notes alone.  Not for
                         palpate_evaluate() */
    uint64_t deadline_us; /* time for the whole answer, 0 for PALPATE_DEADLINE_US */
    const palpate_view *disabled; /* expansions not to search, by their `to` */
    size_t disabled_count;
    uint32_t without_parts; /* bit i leaves the i-th part out of every score, to measure
                               what it is worth */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_search_options;

enum { PALPATE_MAX_DEPTH = 10000, PALPATE_DEADLINE_US = 2000000 };

/* A named part of a score; the score is their sum. */
typedef struct palpate_score_part {
    const char *name; /* static */
    double value;
} palpate_score_part;

enum {
    PALPATE_SCORE_PARTS = 14,
    PALPATE_SCORE_ROOM = 24 /* of a hit, for parts of later versions */
};

/* The name of the `part`-th part of a score, from 0; NULL after the last one.  Static
   storage. */
PALPATE_API const char *palpate_score_part_name(uint32_t part);

/* Bytes of a snippet or text that are to be highlighted. */
typedef struct palpate_span {
    uint32_t offset;
    uint32_t size;
} palpate_span;

/* A passage that answers. */
typedef struct palpate_hit {
    double score;
    uint64_t article;  /* key of its article: equal for passages of one article */
    uint32_t ordinal;  /* place in the article, from 0 */
    palpate_view url;  /* of the article */
    palpate_view link; /* url that lands on the passage */
    palpate_view title;
    const palpate_view *heading; /* path of headings, outermost first */
    size_t heading_count;
    palpate_view kind;   /* word of palpate's list of kinds */
    palpate_view byline; /* who wrote the article, as it says; or empty */
    palpate_view date;   /* ISO 8601: modified, else published, else empty */
    palpate_view published;
    palpate_view modified;
    palpate_view reviewer; /* who reviewed the article, or empty */
    palpate_view reviewed; /* when, ISO 8601; or empty */
    palpate_view language;
    palpate_view site; /* host of its address, in the form of filters, or empty */
    palpate_view text; /* of the passage; empty where the page forbids showing it */
    const palpate_span *marks; /* what matched in `text`, in order, not overlapping */
    size_t mark_count;
    palpate_view snippet; /* the best sentences, plain text */
    const palpate_span *snippet_marks;
    size_t snippet_mark_count;
    palpate_view other_name; /* the expansion that it was found by instead of the
                                user's words; else empty */
    palpate_view pinned;     /* the question for which the curation of the index puts it
                                first; or empty */
    bool is_related; /* it has no word of the query, but words of the best hits: such
                        hits come last, and the total does not count them */
    bool snippet_starts_inside; /* text was left out before / after the snippet */
    bool snippet_ends_inside;
    const struct palpate_hit *more; /* other passages of the article, grouped only */
    size_t more_count;
    const struct palpate_hit *care; /* a passage of the article that says when not to do
                                       it or when to see a doctor; NULL if the hit
                                       itself is one, or if hits are not grouped */
    size_t same_count; /* passages of this or other articles that say the same and are
                          therefore not shown */
    palpate_score_part parts[PALPATE_SCORE_ROOM]; /* with options.explain */
    size_t part_count;
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_hit;

/* What was searched in addition to the user's words. */
typedef struct palpate_expansion {
    palpate_view from; /* the user's words */
    palpate_view to;
    palpate_view source;   /* where the name comes from */
    palpate_view relation; /* how it relates to them: "synonym", "abbreviation", … */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_expansion;

/* What the curation of the index says beside the hits of a question. */
typedef struct palpate_notice {
    palpate_view text;     /* a sentence, or what the page is called */
    palpate_view url;      /* of a page that the index lacks; or empty */
    palpate_view question; /* for which it is shown, as the curation has it */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_notice;

/* A value that hits have. */
typedef struct palpate_facet_value {
    palpate_view value;  /* for people: "exercises", "Jane Smith", "2023" */
    palpate_view filter; /* what to add to the query to get only these:
                            "kind:exercises", "author:\"Jane Smith\"", "date:2023",
                            "filter:\"body part: knee\"" */
    uint64_t count;      /* articles (passages when not grouped) that have it */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_facet_value;

/* The values of one property, the most frequent first, equal ones by their bytes. */
typedef struct palpate_facet {
    const char *name; /* "kind", "author", "site", "language" or "year"; of those after
                         PALPATE_FACETS the name of a label: "body part" */
    const palpate_facet_value *values;
    size_t value_count;
    size_t more;                         /* values that are not listed */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_facet;

enum { PALPATE_FACETS = 5 /* those that every answer with facets has */ };

/* An answer and everything it points to; lives until palpate_answer_free(). */
typedef struct palpate_answer {
    palpate_view query; /* as asked */
    palpate_view
            like_title;     /* with options.like, the title of that article; or empty */
    palpate_view read_as;   /* how it was read, in the query language */
    palpate_view corrected; /* the spelling searched instead, or empty */
    palpate_view suggestion; /* a spelling worth trying, or empty */
    palpate_view redirected; /* the query that the curation of the index lets answer
                                instead, or empty */
    const palpate_notice *notices; /* to be shown before the hits, on every page */
    size_t notice_count;
    const palpate_view
            *notes; /* sentences on how the query was read and on limits reached */
    size_t note_count;
    const palpate_expansion *expanded;
    size_t expanded_count;
    uint64_t total;             /* hits in all (articles when grouped) */
    bool total_is_exact;        /* else it is at least `total`; a later page never says
                                   less, and every hit counted is on some page */
    bool is_partial;            /* the deadline stopped the search, or parts of the
                                   index are missing */
    const palpate_view *limits; /* words for the limits that it reached: "query" (bytes
                                   and words), "depth" (of parentheses), "near",
                                   "filters", "prefix", "names" (other names),
                                   "passages" (checked), "time"; a note explains each */
    size_t limit_count;
    uint64_t took_us;
    const palpate_hit *hits;
    size_t hit_count;
    const palpate_facet *facets; /* in the order of their names above, and then one for
                                    each name of a label; with options.facet_values,
                                    else none */
    size_t facet_count;
    bool facets_are_exact; /* else every count is "at least", of the best passages,
                              which were checked.  Like `total`, counts are of the hits
                              that pages list */
    bool asks_if_safe;  /* the query asks whether something may be done ("can I run with
                           shin splints", "massage in pregnancy"): then all that warns is
                           worth showing as a whole; else one line of each hit's `care`
                           is enough, except of the first hit's */
    bool first_answers; /* the query is a question, and the snippet of the first hit
                           answers it, as far as that can be told: about nine times of
                           ten.  Its `care` belongs to it */
    const palpate_view *missing; /* with palpate_searcher_allow_partial(): parts of a
                                    wide index that could not be asked, and why:
                                    "10.0.0.2:4001: this server did not answer" */
    size_t missing_count;
    uint64_t reserved[PALPATE_RESERVED - 2]; /* for later versions; zero */
} palpate_answer;

/* Opens the index in the folder `path` that palpate-index wrote.  It is data: opening
   it starts no program, connects to nothing, and reads nothing outside the folder.
   `*out` is NULL on failure: PALPATE_NO_INDEX, PALPATE_VERSION, PALPATE_CORRUPT,
   PALPATE_IO, …
 */
PALPATE_API PALPATE_CHECKED palpate_status palpate_searcher_open(
        palpate_searcher **out, const char *path, palpate_error *err);

/* Whether answers may leave out parts of a wide index whose servers do not answer: they
   are partial then, and name them.  Without it, which is how a searcher is opened, such
   a question fails by PALPATE_NETWORK. */
PALPATE_API void palpate_searcher_allow_partial(
        palpate_searcher *searcher, bool is_allowed);

/* Closes it; answers that it gave stay valid.  Takes NULL. */
PALPATE_API void palpate_searcher_close(palpate_searcher *searcher);

/* Switches to a newer generation, if there is one; `*changed` (may be NULL) says so. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_searcher_refresh(
        palpate_searcher *searcher, bool *changed, palpate_error *err);

/* What an open index is. */
typedef struct palpate_index_info {
    uint64_t generation; /* changes whenever the passages that can be found change, or
                            the other names or the curation */
    int64_t written;     /* when it was last changed, in seconds of Unix time; 0 if
                            unknown */
    uint64_t bytes;      /* on disk; 0 if unknown */
    uint32_t passages;
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_index_info;

/* Describes what the searcher has open. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_searcher_info(
        palpate_index_info *info, palpate_searcher *searcher, palpate_error *err);

/* Answers `query` (any bytes are valid).  `options` may be NULL.  The
   caller frees `*out`. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_search(palpate_answer **out,
        palpate_searcher *searcher, palpate_view query,
        const palpate_search_options *options, palpate_error *err);

/* Zero-initialised: the time that a search may take. */
typedef struct palpate_passage_options {
    uint64_t deadline_us; /* time for the whole answer, 0 for PALPATE_DEADLINE_US */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_passage_options;

/* Looks up a passage by two members of a hit.  The answer has no hits if there is no
   such passage (any more), and is partial if it was not found in time.
   `options` may be NULL.  The caller frees `*out`. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_passage(palpate_answer **out,
        palpate_searcher *searcher, uint64_t article, uint32_t ordinal,
        const palpate_passage_options *options, palpate_error *err);

/* The word of the `kind`-th kind of passages, from 0; NULL after the last one.  Static
   storage. */
PALPATE_API const char *palpate_kind_name(uint32_t kind);

/* What people call the kind of a hit ("Warning signs" for "red-flags"), or NULL where
   `kind` is no word of a kind.  Static storage. */
PALPATE_API const char *palpate_kind_label(palpate_view kind);

/* Whether passages of this kind warn: of when not to do something, or of when to see a
   doctor. */
PALPATE_API bool palpate_kind_is_warning(palpate_view kind);

/* Frees the answer and everything it points to.  Takes NULL. */
PALPATE_API void palpate_answer_free(palpate_answer *answer);

#ifdef __cplusplus
}
#endif
#endif
