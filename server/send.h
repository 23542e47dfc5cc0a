/* A reply -> HTTP. */
#ifndef SERVER_SEND_H
#define SERVER_SEND_H

#include <microhttpd.h>

#include "server/request.h"

/* Hands the reply of the request over to be sent. */
enum MHD_Result send_reply(struct request *request);

#endif
