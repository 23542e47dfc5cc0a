/* Files that are part of the program: the page, and documents about the server. */
#ifndef SERVER_ASSETS_H
#define SERVER_ASSETS_H

#include <palpate/view.h>

struct asset {
    const char *name;
    const char *type;
    palpate_view bytes;
    const char *digest; /* differs with the bytes */
};

/* NULL where there is no such file. */
const struct asset *asset_find(const char *name);

#endif
