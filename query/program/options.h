/* The command line of palpate-query -> what it asks for. */
#ifndef PALPATE_QUERY_OPTIONS_H
#define PALPATE_QUERY_OPTIONS_H

#include <palpate/palpate.h>

#include "against.h"
#include "command_line.h"
#include "search_options.h"

/* What is measured. */
struct eval_options {
    const char *queries; /* NULL where nothing is */
    const char *judgments;
    struct against against;
};

/* Points into itself: not to be copied. */
struct query_options {
    const char *report; /* file of what was asked, or NULL */
    const char *index;
    char *query; /* the words joined, or NULL with queries_file; freed by options_free()
                  */
    const char *queries_file; /* or NULL */
    bool allow_partial;       /* from the servers of a wide index that answer */
    struct eval_options eval;
    struct search_request search;
    palpate_render_options render;
};

enum options_verdict options_read(
        struct query_options *options, int count, char **words);
void options_free(struct query_options *options);

#endif
