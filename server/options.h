/* The command line of palpate-serve -> how it serves. */
#ifndef SERVER_OPTIONS_H
#define SERVER_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "command_line.h"
#include "server/limits.h"

enum { OPTIONS_LISTS = 32 };

struct options {
    const char *index;
    const char *listen[OPTIONS_LISTS];
    size_t listen_count;
    const char *origins[OPTIONS_LISTS]; /* whose pages may read answers; "*" all */
    size_t origin_count;
    const char *hosts[OPTIONS_LISTS]; /* names that are answered for; "*" all */
    size_t host_count;
    const char *user;       /* who to be once the sockets are open, or NULL */
    const char *public_url; /* as clients see the server, with a slash after; or NULL */
    const char *limits_file; /* or NULL */
    const char *title;       /* of the page, or NULL */
    const char *home_url;    /* where the logo leads, or NULL */
    const char *lang;        /* in which the page speaks; NULL: the reader's */
    const char *logo;        /* a picture, or NULL */
    const char *style;       /* a style sheet, or NULL */
    const char *page_folder; /* of files that replace those of the page, or NULL */
    const char *access_log;  /* "-" standard error, "none" nothing */
    unsigned threads;
    const char *queries;   /* file of what was asked, without who; or NULL */
    unsigned least_askers; /* of a question that is written there */
    bool counts_clicks;
    bool no_topics; /* the page lists none */
    bool log_queries;
    size_t cache_bytes;
    bool trusts_proxy;
    bool is_unconfined;
    bool allow_partial; /* from the servers of a wide index that answer */
    bool is_verbose;
    struct limits limits; /* of the command line; those of the file come on top */
};

enum options_verdict options_read(struct options *options, int count, char **words);

#endif
