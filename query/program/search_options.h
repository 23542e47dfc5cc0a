/* Options of the command line -> what a search is asked for. */
#ifndef PALPATE_QUERY_SEARCH_OPTIONS_H
#define PALPATE_QUERY_SEARCH_OPTIONS_H

#include <palpate/palpate.h>

enum search_option {
    OPTION_LIMIT = 256,
    OPTION_OFFSET,
    OPTION_GROUP,
    OPTION_SORT,
    OPTION_LIKE,
    OPTION_FACETS,
    OPTION_EXPLAIN,
    OPTION_NO_EXPAND,
    OPTION_WITHOUT,
    OPTION_WITHOUT_PART,
    OPTION_DEADLINE,
    OPTION_SEARCH_END /* other options follow */
};

enum { WITHOUT_MOST = 64 };

/* Options that point into themselves: not to be copied. */
struct search_request {
    palpate_search_options options;
    palpate_view without[WITHOUT_MOST];
};

/* Takes an option; `value` must outlive the request.  False where it makes no sense,
   which it has said. */
bool search_option_read(
        struct search_request *request, enum search_option option, const char *value);

/* Says on standard error what is wrong with an option; false. */
bool option_complain(const char *what, const char *value);

#endif
