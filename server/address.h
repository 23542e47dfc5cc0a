/* The address of a client -> a key for what is counted of it. */
#ifndef SERVER_ADDRESS_H
#define SERVER_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

enum { ADDRESS_TEXT = 64 };

struct address {
    uint8_t key[8]; /* IPv4, or the network of IPv6: a household has one of these */
    bool is_known;  /* not by a Unix socket */
    char text[ADDRESS_TEXT]; /* as people write it, or "unix" */
};

void address_of(struct address *address, const struct sockaddr *from);

/* The last address that a list of a proxy names; false where it is none. */
bool address_parse(struct address *address, const char *list);

static inline bool address_equals(const struct address *a, const struct address *b)
{
    for (int i = 0; i < 8; i++)
        if (a->key[i] != b->key[i])
            return false;
    return a->is_known && b->is_known;
}

#endif
