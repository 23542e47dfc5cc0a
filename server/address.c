#include "server/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>

static void take_v4(struct address *address, const struct in_addr *from)
{
    /* Unlike any network of IPv6: those in use start with other bits. */
    memset(address->key, 0xFF, 4);
    memcpy(address->key + 4, from, 4);
    address->is_known = true;
    (void)inet_ntop(AF_INET, from, address->text, sizeof address->text);
}

static void take_v6(struct address *address, const struct in6_addr *from)
{
    struct in_addr v4;

    if (IN6_IS_ADDR_V4MAPPED(from)) {
        memcpy(&v4, from->s6_addr + 12, sizeof v4);
        take_v4(address, &v4);
        return;
    }
    memcpy(address->key, from->s6_addr, 8);
    address->is_known = true;
    (void)inet_ntop(AF_INET6, from, address->text, sizeof address->text);
}

void address_of(struct address *address, const struct sockaddr *from)
{
    *address = (struct address){ .text = "unix" };
    if (from != NULL && from->sa_family == AF_INET)
        take_v4(address, &((const struct sockaddr_in *)(const void *)from)->sin_addr);
    else if (from != NULL && from->sa_family == AF_INET6)
        take_v6(address, &((const struct sockaddr_in6 *)(const void *)from)->sin6_addr);
}

bool address_parse(struct address *address, const char *list)
{
    const char *comma = strrchr(list, ',');
    const char *last = comma == NULL ? list : comma + 1;
    char text[ADDRESS_TEXT];
    struct in_addr v4;
    struct in6_addr v6;

    last += strspn(last, " \t");
    size_t size = strcspn(last, " \t");
    if (size >= sizeof text)
        return false;
    memcpy(text, last, size);
    text[size] = '\0';
    if (inet_pton(AF_INET, text, &v4) == 1)
        take_v4(address, &v4);
    else if (inet_pton(AF_INET6, text, &v6) == 1)
        take_v6(address, &v6);
    else
        return false;
    return true;
}
