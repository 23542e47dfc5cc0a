/* Queries with judged answers, and an index -> how well it answers them. */
#ifndef PALPATE_EVALUATE_H
#define PALPATE_EVALUATE_H

#include <palpate/render.h>
#include <palpate/search.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Each is the mean over the queries; of one query, MAP is its average precision and MRR
   the reciprocal rank. */
typedef enum palpate_measure {
    PALPATE_NDCG_10,
    PALPATE_MAP,
    PALPATE_RECALL_100,
    PALPATE_MRR
} palpate_measure;

enum {
    PALPATE_MEASURES = 4,
    PALPATE_MEASURE_ROOM = 12,     /* for measures of later versions */
    PALPATE_EVALUATION_LIMIT = 100 /* hits of a query, if the options set no limit */
};

/* Queries, and how well passages or documents answer them. */
typedef struct palpate_judgments palpate_judgments;

/* Reads "id TAB query" lines and judgments, either of which may be gzip:

     query TAB url TAB heading TAB grade   the passages of a page under their nearest
                                           heading, which is empty before the first one
     query 0 url grade                     whole pages, as TREC writes it
     query TAB url TAB grade               the same, as BEIR does, below a line of names

   A grade is a whole number; above 0 it is relevant.  PALPATE_BAD_INPUT names the file
   and the line that is invalid. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_judgments_read(
        palpate_judgments **out, const char *queries, const char *judgments,
        palpate_error *err);

/* Frees them.  Takes NULL. */
PALPATE_API void palpate_judgments_free(palpate_judgments *judgments);

/* A passage or page, with its grade and its rank. */
typedef struct palpate_judged {
    palpate_view url;
    palpate_view heading;                /* empty where whole pages are judged */
    int32_t grade;                       /* 0 if it was not judged */
    uint32_t rank;                       /* from 1; 0 if it was not found */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_judged;

/* How well one query was answered. */
typedef struct palpate_evaluated_query {
    palpate_view id;
    palpate_view query;
    double measures[PALPATE_MEASURE_ROOM];
    uint64_t took_us;
    palpate_judged first; /* the first hit; its rank is 0 if nothing was found */
    palpate_judged best;  /* the best ranked of those with the highest grade */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_evaluated_query;

/* A mean and its 95 % interval over samples of the queries. */
typedef struct palpate_interval {
    double mean;
    double low;
    double high;
} palpate_interval;

/* Lives until palpate_evaluation_free(). */
typedef struct palpate_evaluation {
    const palpate_evaluated_query *queries; /* that have something relevant */
    size_t query_count;
    size_t left_out_count;   /* queries without relevant documents */
    size_t partial_count;    /* answers that the deadline cut short */
    size_t top_count;        /* hits among the first ten of a query; 0 if it was read
                                from a file */
    size_t top_judged_count; /* how many of these have a judgment, even of grade 0 */
    palpate_interval measures[PALPATE_MEASURE_ROOM];
    uint64_t median_us;                  /* time of an answer */
    uint64_t p95_us;                     /* 95 of 100 answers take at most this */
    uint64_t reserved[PALPATE_RESERVED]; /* for later versions; zero */
} palpate_evaluation;

/* Searches the queries.  If passages are judged, every passage is a hit of its own.  Of
   several hits that one judgment covers, the first counts.  `options` may be NULL;
   their offset is ignored.  PALPATE_BAD_ARGUMENT if no query has a relevant document.
 */
PALPATE_API PALPATE_CHECKED palpate_status palpate_evaluate(palpate_evaluation **out,
        palpate_searcher *searcher, const palpate_judgments *judgments,
        const palpate_search_options *options, palpate_error *err);

/* Reads an evaluation that palpate_render_evaluation() wrote as TSV.
   PALPATE_BAD_INPUT. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_evaluation_read(
        palpate_evaluation **out, const char *path, palpate_error *err);

/* Frees it, and all it points to.  Takes NULL. */
PALPATE_API void palpate_evaluation_free(palpate_evaluation *evaluation);

/* Writes an evaluation as text, JSON, or TSV (a line a query); text and JSON also
   compare it with `against`, which may be NULL, query by query.  The caller frees
   `*out` with palpate_rendering_free().  PALPATE_BAD_ARGUMENT for another format, or
   if the two are not of the same queries. */
PALPATE_API PALPATE_CHECKED palpate_status palpate_render_evaluation(palpate_view *out,
        const palpate_evaluation *evaluation, const palpate_evaluation *against,
        palpate_format format, palpate_error *err);

#ifdef __cplusplus
}
#endif
#endif
