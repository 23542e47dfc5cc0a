/* A server whose sockets and log are open -> one that keeps no right that it does not
   need. */
#ifndef SERVER_RIGHTS_H
#define SERVER_RIGHTS_H

#include <stdbool.h>

struct server;

/* Becomes the user of --user, then confines itself: it reads the folder around the
   index and that of its limits, writes nothing but its access log, connects to nothing
   and starts no program.  What the system cannot do is left out, and said with
   --verbose.  Called before threads are started.  False where the user cannot be taken,
   which was said. */
bool rights_give_up(struct server *server);

#endif
