/* The HTTP library's callbacks -> requests and replies. */
#ifndef SERVER_HTTP_H
#define SERVER_HTTP_H

#include <stdbool.h>

struct MHD_Daemon;
struct server;

/* Starts answering at a listening socket; NULL where that fails. */
struct MHD_Daemon *http_start(struct server *server, int fd);

/* Takes no new connections from now on but, where that is asked for, those that are
   made already and wait to be taken. */
void http_quiesce(struct MHD_Daemon *daemon, bool takes_waiting);

/* Closes all connections.  No request may be waiting. */
void http_stop(struct MHD_Daemon *daemon);

#endif
