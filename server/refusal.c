#include "server/refusal.h"

#include <stdio.h>
#include <sys/socket.h>

#include "server/reply.h"

void refusal_send(int fd, unsigned status, const char *detail)
{
    char body[320];
    char answer[768];
    int size = snprintf(body, sizeof body,
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%u,\"detail\":\"%"
            "s\"}"
            "\n",
            reply_phrase(status), status, detail);

    size = snprintf(answer, sizeof answer,
            "HTTP/1.1 %u %s\r\nContent-Type: application/problem+json\r\n"
            "Content-Length: %d\r\n%sCache-Control: no-store\r\n"
            "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n%s",
            status, reply_phrase(status), size,
            status == 503 ? "Retry-After: 1\r\n" : "", body);
    (void)send(fd, answer, (size_t)size, MSG_DONTWAIT | MSG_NOSIGNAL);
}
