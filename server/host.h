/* The host that a client asks for -> whether this server answers for it.  A page of
   somebody else can give its own name the address of this machine (DNS rebinding), and
   a browser would then let it read what is served here: by the name alone it is known.
 */
#ifndef SERVER_HOST_H
#define SERVER_HOST_H

#include "server/options.h"
#include "server/request.h"

/* Addresses and loopback names are answered, names of --listen, --public-url and
   --allow-host, and whatever comes by a Unix socket or a proxy that is trusted. */
bool host_is_answered(const struct request *request, const struct options *options);

#endif
