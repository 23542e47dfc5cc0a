#include "core/address.h"

#include <string.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/digest.h"
#include "core/view.h"

static palpate_view last_part(palpate_view path)
{
    const char *slash = path.data == NULL ? NULL : memrchr(path.data, '/', path.size);

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
    return ascii_is_alphanumeric(byte) ||
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

/* "https://host" of an address, "//host" likewise; empty where it names no host. */
static palpate_view site_of(palpate_view address)
{
    size_t start = view_find(address, PALPATE_VIEW("://"));
    size_t query = view_find(address, PALPATE_VIEW("?"));

    if (start < query)
        start += 3;
    else if (view_starts_with(address, PALPATE_VIEW("//")))
        start = 2;
    else
        return (palpate_view){ NULL, 0 };
    palpate_view rest = view_slice(address, start, address.size);
    size_t size = 0;
    while (rest.data != NULL && size < rest.size &&
            strchr("/?#", rest.data[size]) == NULL)
        size++;
    return view_slice(address, 0, start + size);
}

/* The path of an address, without its site, query and fragment. */
static palpate_view path_of(palpate_view address)
{
    palpate_view site = site_of(address);
    palpate_view path = view_slice(address, site.size, address.size);

    path = view_slice(path, 0, view_find(path, PALPATE_VIEW("?")));
    return view_slice(path, 0, view_find(path, PALPATE_VIEW("#")));
}

static void append_decoded(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        bool is_escape = text.data[i] == '%' && i + 2 < text.size &&
                         ascii_hex_value(text.data[i + 1]) >= 0 &&
                         ascii_hex_value(text.data[i + 2]) >= 0;
        if (is_escape)
            buffer_append_byte(out, (char)(ascii_hex_value(text.data[i + 1]) * 16 +
                                            ascii_hex_value(text.data[i + 2])));
        else
            buffer_append_byte(out, text.data[i]);
        i += is_escape ? 2 : 0;
    }
}

/* Appends the parts of a path, each after a slash; "." and ".." as they are meant. */
static void append_parts(struct buffer *out, palpate_view path)
{
    while (path.size > 0) {
        size_t end = view_find(path, PALPATE_VIEW("/"));
        palpate_view part = view_slice(path, 0, end);
        if (view_equals(part, PALPATE_VIEW(".."))) {
            palpate_view last = last_part(buffer_view(out));
            out->size -= last.size + (out->size > last.size);
        } else if (part.size > 0 && !view_equals(part, PALPATE_VIEW("."))) {
            buffer_append_byte(out, '/');
            append_decoded(out, part);
        }
        path = view_slice(path, end + 1, path.size);
    }
}

static palpate_view without_ending(palpate_view path)
{
    static const palpate_view ENDINGS[] = { PALPATE_VIEW_INIT(".html"),
        PALPATE_VIEW_INIT(".htm"), PALPATE_VIEW_INIT(".xhtml") };

    if (view_ends_with(path, PALPATE_VIEW(".gz")))
        path.size -= 3;
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (view_ends_with(path, ENDINGS[i]))
            return view_slice(path, 0, path.size - ENDINGS[i].size);
    return path;
}

uint64_t address_spot(palpate_view address, palpate_view from, bool bare)
{
    struct buffer spot = { 0 };
    palpate_view path = path_of(address);
    bool is_relative =
            site_of(address).size == 0 && !view_starts_with(path, PALPATE_VIEW("/"));

    if (is_relative) {
        palpate_view folder = path_of(from);
        palpate_view name = last_part(folder);
        if (path.size > 0) /* else the address is that of `from` */
            folder = view_slice(folder, 0, folder.size - name.size);
        append_parts(&spot, folder);
    }
    append_parts(&spot, path);
    palpate_view whole = buffer_view(&spot);
    palpate_view name = last_part(whole);
    if (is_index(name))
        whole.size -= name.size + (whole.size > name.size);
    uint64_t key = hash_of(bare ? without_ending(whole) : whole);
    buffer_free(&spot);
    return key;
}

bool address_leads_back(palpate_view address, palpate_view own)
{
    palpate_view site = site_of(address);
    palpate_view own_site = site_of(own);

    if (address.size == 0)
        return false;
    if (view_starts_with(site, PALPATE_VIEW("//")))
        own_site = view_slice(
                own_site, view_find(own_site, PALPATE_VIEW("//")), own_site.size);
    if (site.size > 0 && own_site.size > 0 &&
            !view_equals_ignoring_case(site, own_site))
        return false;
    palpate_view none = { NULL, 0 };
    return address_spot(address, own, false) == address_spot(own, none, false);
}

palpate_view address_host(palpate_view url)
{
    size_t start = view_find(url, PALPATE_VIEW("://"));
    palpate_view rest = view_slice(url, start + 3, url.size);

    return start == url.size ? (palpate_view){ NULL, 0 }
                             : view_slice(rest, 0, view_find(rest, PALPATE_VIEW("/")));
}

palpate_view address_origin(palpate_view url)
{
    palpate_view host = address_host(url);

    return host.data == NULL
                   ? url
                   : view_slice(url, 0, (size_t)(host.data - url.data) + host.size);
}

palpate_view address_site(palpate_view url, char out[ADDRESS_SITE])
{
    palpate_view host = address_host(url);
    size_t size = 0;

    if (view_equals_ignoring_case(view_slice(host, 0, 4), PALPATE_VIEW("www.")))
        host = view_slice(host, 4, host.size);
    if (host.data == NULL)
        return host;
    while (size < host.size && size < ADDRESS_SITE - 1 && host.data[size] != ':' &&
            host.data[size] != '?' && host.data[size] != '#') {
        out[size] = ascii_lower(host.data[size]);
        size++;
    }
    return (palpate_view){ out, size };
}
