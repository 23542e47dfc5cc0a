/* Options -> a server that answers until a signal ends it. */
#ifndef SERVER_SERVE_H
#define SERVER_SERVE_H

#include "server/options.h"

/* Serves until SIGTERM or SIGINT; false if it could not start, which it has said. */
bool serve(const struct options *options);

#endif
