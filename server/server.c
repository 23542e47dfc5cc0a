#include "server/server.h"

#include <stdarg.h>
#include <stdio.h>

void server_say(const char *format, ...)
{
    va_list values;
    char line[1024];

    va_start(values, format);
    (void)vsnprintf(line, sizeof line, format, values);
    va_end(values);
    /* What others wrote, such as a name of a file, stays on the line. */
    for (char *byte = line; *byte != '\0'; byte++)
        if ((unsigned char)*byte < ' ' || *byte == 0x7F)
            *byte = '?';
    (void)fprintf(stderr, "palpate-serve: %s\n", line);
}

struct limits server_limits(struct server *server)
{
    (void)pthread_mutex_lock(&server->lock);
    struct limits limits = server->limits;
    (void)pthread_mutex_unlock(&server->lock);
    return limits;
}

struct index_state server_index(struct server *server)
{
    (void)pthread_mutex_lock(&server->lock);
    struct index_state index = server->index;
    (void)pthread_mutex_unlock(&server->lock);
    return index;
}
