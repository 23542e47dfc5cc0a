#include "server/request.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

palpate_view request_argument(const struct request *request, const char *name)
{
    for (size_t i = 0; i < request->arguments.count; i++)
        if (view_is(request->arguments.items[i].name, name))
            return request->arguments.items[i].value;
    return (palpate_view){ "", 0 };
}

/* The weight after a coding: 1 where none is given. */
static double weight_of(const char *after, size_t size)
{
    const char *q = memchr(after, ';', size);

    if (q == NULL)
        return 1;
    q += 1 + strspn(q + 1, " \t");
    return strncasecmp(q, "q=", 2) == 0 ? strtod(q + 2, NULL) : 1;
}

bool request_takes_gzip(const char *accept_encoding)
{
    const char *at = accept_encoding;
    bool any = false;

    while (at != NULL && *at != '\0') {
        at += strspn(at, " \t,");
        size_t size = strcspn(at, ",");
        size_t word = strcspn(at, ",; \t");
        bool is_gzip = (word == 4 && strncasecmp(at, "gzip", 4) == 0) ||
                       (word == 6 && strncasecmp(at, "x-gzip", 6) == 0);
        if (is_gzip)
            return weight_of(at, size) > 0;
        if (word == 1 && *at == '*')
            any = weight_of(at, size) > 0;
        at += size;
    }
    return any;
}

static const char *opaque(const char *tag)
{
    return strncmp(tag, "W/", 2) == 0 ? tag + 2 : tag;
}

bool request_has_tag(const char *if_none_match, const char *etag)
{
    const char *at = if_none_match;
    const char *wanted = opaque(etag);
    size_t wanted_size = strlen(wanted);

    if (at == NULL || *etag == '\0')
        return false;
    while (*at != '\0') {
        at += strspn(at, " \t,");
        if (*at == '*')
            return true;
        const char *tag = opaque(at);
        size_t size = strcspn(tag, ", \t");
        if (size == wanted_size && memcmp(tag, wanted, size) == 0)
            return true;
        at = tag + size;
    }
    return false;
}
