#include "core/host.h"

#include "core/ascii.h"
#include "core/view.h"

palpate_view host_of(palpate_view url, char out[HOST_SIZE])
{
    size_t start = view_find(url, PALPATE_VIEW("://"));
    size_t size = 0;

    if (start == url.size || url.data == NULL)
        return (palpate_view){ NULL, 0 };
    palpate_view host = view_slice(url, start + 3, url.size);
    if (view_equals_ignoring_case(view_slice(host, 0, 4), PALPATE_VIEW("www.")))
        host = view_slice(host, 4, host.size);
    if (host.data == NULL)
        return host;
    while (size < host.size && size < HOST_SIZE - 1 && host.data[size] != '/' &&
            host.data[size] != ':' && host.data[size] != '?' &&
            host.data[size] != '#') {
        out[size] = ascii_lower(host.data[size]);
        size++;
    }
    return (palpate_view){ out, size };
}
