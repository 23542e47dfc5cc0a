/* Options of the command line -> what a search is asked for. */
#ifndef PALPATE_QUERY_SEARCH_OPTIONS_H
#define PALPATE_QUERY_SEARCH_OPTIONS_H

#include <palpate/palpate.h>

#include "command_line.h"

#define SEARCH_OPTIONS(X)                                                    \
    X(LIMIT, "limit", "N", NULL,                                             \
            "hits to show (default 10; 1000 for trec); 0 for counts alone")  \
    X(OFFSET, "offset", "N", NULL, "hits to skip")                           \
    X(GROUP, "group", "GROUP", NULL,                                         \
            "article: the best passage of each article (default);\n"         \
            "none: every passage")                                           \
    X(SORT, "sort", "ORDER", search_sort,                                    \
            "; by date only\n"                                               \
            "hits with all of the words are shown, if there are any")        \
    X(LIKE, "like", "URL", NULL,                                             \
            "find articles similar to this one; WORDS are optional, and\n"   \
            "only the filters among them are used")                          \
    X(FACETS, "facets", "N", NULL,                                           \
            "count kinds, authors, sites, languages and years of what is\n"  \
            "found, the N most frequent of each")                            \
    X(EXPLAIN, "explain", NULL, NULL,                                        \
            "show how the query was read and how scores add up")             \
    X(NO_EXPAND, "no-expand", NULL, NULL,                                    \
            "do not search other names of what was asked for")               \
    X(NO_CURATION, "no-curation", NULL, NULL,                                \
            "leave the curation of the index alone: nothing is pinned,\n"    \
            "hidden, redirected or boosted")                                 \
    X(NO_CORRECT, "no-correct", NULL, NULL,                                  \
            "search misspelled words as they were typed")                    \
    X(TYPING, "typing", NULL, NULL,                                          \
            "take the last word for the start of one, unless a space\n"      \
            "follows it: the query is being typed")                          \
    X(PREFER_LANG, "prefer-lang", "LANG[,LANG]...", NULL,                    \
            "where the words do not tell their language, show articles in\n" \
            "the first of these languages first that the index has")         \
    X(WITHOUT, "without", "NAME", NULL,                                      \
            "do not search this other name; may be repeated")                \
    X(WITHOUT_PART, "without-part", "PART[,PART]...", NULL,                  \
            "leave these parts (--explain names them) out of every score,\n" \
            "to measure what they are worth")                                \
    X(DEADLINE, "deadline", "MS", NULL,                                      \
            "time for an answer in milliseconds (default 2000)")

enum search_option {
#define SEARCH_NUMBER(name, word, argument, choices, help) SEARCH_##name,
    SEARCH_OPTIONS(SEARCH_NUMBER)
#undef SEARCH_NUMBER
};

/* The options of a search alone. */
extern const struct program SEARCH;

/* "relevance", "newest", "oldest". */
const char *search_sort(uint32_t choice);

enum { MAX_WITHOUT = 64 };

/* Options that point into themselves: not to be copied. */
struct search_request {
    palpate_search_options options;
    palpate_view without[MAX_WITHOUT];
};

/* Takes an option; `value` must outlive the request.  False where it makes no sense,
   which it has said. */
bool search_option_read(
        struct search_request *request, enum search_option option, const char *value);

#endif
