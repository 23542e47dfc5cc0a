#include "server/host.h"

#include <arpa/inet.h>
#include <string.h>
#include <strings.h>

enum { LONGEST_NAME = 256 };

/* Cuts "name:port" or "[address]:port" down to what is before the port, without
   brackets and the point at the end of a whole name; false where it is too long. */
static bool read_name(char name[LONGEST_NAME], const char *host)
{
    const char *start = host + (*host == '[');
    size_t size = *host == '[' ? strcspn(start, "]/") : strcspn(start, ":/");

    /* After an address in brackets is its port, or nothing. */
    if (size >= LONGEST_NAME || (*host == '[' && strcspn(start + size, ":/") !=
                                                         (size_t)(start[size] == ']')))
        return false;
    memcpy(name, start, size);
    if (size > 0 && name[size - 1] == '.')
        size--;
    name[size] = '\0';
    return true;
}

static bool is_same(const char *name, const char *host)
{
    char other[LONGEST_NAME];

    return read_name(other, host) && *other != '\0' && strcasecmp(name, other) == 0;
}

/* No name leads to where an address does not. */
static bool is_address(const char *name)
{
    struct in_addr v4;
    struct in6_addr v6;

    return inet_pton(AF_INET, name, &v4) == 1 || inet_pton(AF_INET6, name, &v6) == 1;
}

static bool is_loopback(const char *name)
{
    static const char SUFFIX[] = ".localhost";
    size_t size = strlen(name);

    return strcasecmp(name, SUFFIX + 1) == 0 ||
           (size > sizeof SUFFIX - 1 &&
                   strcasecmp(name + size - (sizeof SUFFIX - 1), SUFFIX) == 0);
}

static bool is_named(const char *name, const struct options *options)
{
    const char *url = options->public_url;

    for (size_t i = 0; i < options->host_count; i++)
        if (is_same(name, options->hosts[i]))
            return true;
    for (size_t i = 0; i < options->listen_count; i++)
        if (strncmp(options->listen[i], "unix:", 5) != 0 &&
                is_same(name, options->listen[i]))
            return true;
    return url != NULL && is_same(name, strstr(url, "//") + 2);
}

bool host_is_answered(const struct request *request, const struct options *options)
{
    char name[LONGEST_NAME];

    /* Browsers always name a host, and reach no Unix socket. */
    if (options->trusts_proxy || request->host == NULL ||
            strcmp(request->address.text, "unix") == 0)
        return true;
    for (size_t i = 0; i < options->host_count; i++)
        if (strcmp(options->hosts[i], "*") == 0)
            return true;
    return read_name(name, request->host) &&
           (is_address(name) || is_loopback(name) || is_named(name, options));
}
