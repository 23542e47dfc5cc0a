/* A whole request -> its reply, at once or by a worker. */
#ifndef SERVER_DISPATCH_H
#define SERVER_DISPATCH_H

#include <microhttpd.h>

#include "server/request.h"

enum MHD_Result dispatch(struct request *request);

/* The same for a request that announces a body, which nobody reads. */
enum MHD_Result dispatch_with_body(struct request *request);

#endif
