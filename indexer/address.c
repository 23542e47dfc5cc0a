#include "indexer/address.h"

#include <string.h>

#include "core/buffer.h"
#include "core/view.h"

static palpate_view last_part(palpate_view path)
{
    const char *slash = path.size == 0 ? NULL : memrchr(path.data, '/', path.size);

    return slash == NULL ? path
                         : view_slice(path, (size_t)(slash - path.data) + 1, path.size);
}

/* Servers answer for a folder with the file of this name. */
static bool is_index(palpate_view name)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("index.html"),
        PALPATE_VIEW_INIT("index.htm"), PALPATE_VIEW_INIT("index.xhtml") };

    if (view_ends_with(name, PALPATE_VIEW(".gz")))
        name.size -= 3;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals_ignoring_case(name, NAMES[i]))
            return true;
    return false;
}

/* RFC 3986: unreserved characters, sub-delims, ":" and "@" stand for themselves in a
   path, and "/" divides it. */
static bool stands_for_itself(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') ||
           (byte != '\0' && strchr("-._~!$&'()*+,;=:@/", byte) != NULL);
}

/* A relative address must not begin as one with a scheme does. */
static void append_path(struct buffer *out, palpate_view path, bool is_relative)
{
    size_t first = is_relative ? view_find(path, PALPATE_VIEW("/")) : 0;

    for (size_t i = 0; i < path.size; i++) {
        char byte = path.data[i];
        if (stands_for_itself(byte) && (byte != ':' || i > first || !is_relative))
            buffer_append_byte(out, byte);
        else
            buffer_append_format(out, "%%%02X", (unsigned)(unsigned char)byte);
    }
}

palpate_view address_of_path(struct arena *arena, const char *base, palpate_view path)
{
    struct buffer address = { 0 };
    palpate_view name = last_part(path);

    if (is_index(name))
        path = view_slice(path, 0, path.size - name.size);
    if (base != NULL) {
        buffer_append_string(&address, base);
        if (!view_ends_with(view_of(base), PALPATE_VIEW("/")))
            buffer_append_byte(&address, '/');
    } else if (path.size == 0) {
        buffer_append_string(&address, "./");
    }
    append_path(&address, path, base == NULL);
    palpate_view copy = address.failed ? (palpate_view){ NULL, 0 }
                                       : arena_copy(arena, buffer_view(&address));
    buffer_free(&address);
    return copy;
}
