/* The value of --against -> a search to compare with, or a saved evaluation. */
#ifndef PALPATE_QUERY_AGAINST_H
#define PALPATE_QUERY_AGAINST_H

#include "search_options.h"

struct against {
    bool is_wanted;
    const char *file; /* or NULL */
    char *text;       /* the words of the options, which `request` points into */
    struct search_request request;
};

/* Words that start with a minus, or none, are options of a search; they are read by
   getopt, so not while it reads others.  False where they make no sense, which it has
   said. */
bool against_read(struct against *against, const char *value);
void against_free(struct against *against);

#endif
