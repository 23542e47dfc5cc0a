/* Paths, and what answers there. */
#ifndef SERVER_ROUTES_H
#define SERVER_ROUTES_H

#include "server/request.h"

struct limits;
struct page_files;
struct worker;

/* Makes the reply; `worker` is NULL where the route does not need the index. */
typedef void route_answer(struct request *request, struct worker *worker);

/* Reads what is asked for and gives the request its key; false where that makes no
   sense and the reply says so. */
typedef bool route_reader(struct request *request, const struct limits *limits);

struct route {
    const char *path;
    bool is_prefix; /* of longer paths */
    bool is_page;   /* what is found here is the page, or belongs to it */
    enum { ROUTE_AT_ONCE, ROUTE_SEARCHES, ROUTE_SEARCHES_WITH_Q } work;
    route_answer *answer;
    route_reader *read; /* where it searches */
};

/* The route of a path, or NULL. */
const struct route *route_find(const struct page_files *files, const char *path);

/* Whether answering takes a thread with a searcher. */
bool route_needs_worker(const struct route *route, const struct request *request);

route_reader read_page;
route_reader read_search;
route_reader read_similar;
route_reader read_suggest;
route_reader read_passage;
route_answer answer_page;       /* /, /answer, and the files of the page */
route_answer answer_search;     /* /search and /similar */
route_answer answer_suggest;    /* /suggest */
route_answer answer_topics;     /* /topics */
route_answer answer_passage;    /* /passage/ID */
route_answer answer_health;     /* /healthz */
route_answer answer_opened;     /* /opened */
route_answer answer_metrics;    /* /metrics */
route_answer answer_openapi;    /* /openapi.json */
route_answer answer_opensearch; /* /opensearch.xml */

/* Where a person asked for the page and there is a problem, makes that a page; programs
   keep the problem as it is. */
void page_for_person(struct request *request);

#endif
