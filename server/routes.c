#include "server/routes.h"

#include <string.h>

#include "server/page_files.h"

static const struct route ROUTES[] = {
    { "/", false, true, ROUTE_SEARCHES_WITH_Q, answer_page, read_page },
    { "/answer", false, true, ROUTE_SEARCHES, answer_page, read_page },
    { "/search", false, false, ROUTE_SEARCHES, answer_search, read_search },
    { "/similar", false, false, ROUTE_SEARCHES, answer_search, read_similar },
    { "/suggest", false, false, ROUTE_SEARCHES, answer_suggest, read_suggest },
    { "/topics", false, false, ROUTE_AT_ONCE, answer_topics, NULL },
    { "/passage/", true, false, ROUTE_SEARCHES, answer_passage, read_passage },
    { "/opened", false, false, ROUTE_AT_ONCE, answer_opened, NULL },
    { "/healthz", false, false, ROUTE_AT_ONCE, answer_health, NULL },
    { "/metrics", false, false, ROUTE_AT_ONCE, answer_metrics, NULL },
    { "/openapi.json", false, false, ROUTE_AT_ONCE, answer_openapi, NULL },
    { "/opensearch.xml", false, false, ROUTE_AT_ONCE, answer_opensearch, NULL },
};
static const struct route FILES = { "/", true, true, ROUTE_AT_ONCE, answer_page, NULL };

const struct route *route_find(const struct page_files *files, const char *path)
{
    for (size_t i = 0; i < sizeof ROUTES / sizeof *ROUTES; i++) {
        const struct route *route = &ROUTES[i];
        if (route->is_prefix ? strncmp(path, route->path, strlen(route->path)) == 0
                             : strcmp(path, route->path) == 0)
            return route;
    }
    /* The page itself is only at "/", where it gets its query and answer. */
    bool is_file = *path == '/' && strcmp(path, "/index.html") != 0 &&
                   page_files_find(files, path + 1) != NULL;
    return is_file ? &FILES : NULL;
}

bool route_needs_worker(const struct route *route, const struct request *request)
{
    return route->work == ROUTE_SEARCHES ||
           (route->work == ROUTE_SEARCHES_WITH_Q &&
                   (request_argument(request, "q").size > 0 ||
                           request_argument(request, "like").size > 0));
}
