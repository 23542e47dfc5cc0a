#include "query/answer/link.h"

#include <stdbool.h>
#include <string.h>

#include "core/ascii.h"
#include "core/link_text.h"
#include "core/view.h"

/* Bytes that stand for themselves in a fragment (RFC 3986, section 3.5). */
static bool is_plain(char byte)
{
    return ascii_is_alphanumeric(byte) ||
           (byte != '\0' && strchr("-._~!$&'()*+,;=:@/?", byte) != NULL);
}

static char *put_bytes(char *end, palpate_view bytes)
{
    if (bytes.data == NULL)
        return end;
    memcpy(end, bytes.data, bytes.size);
    return end + bytes.size;
}

static char *put_encoded(char *end, palpate_view bytes)
{
    static const char DIGITS[] = "0123456789ABCDEF";

    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        if (is_plain(bytes.data[i])) {
            *end++ = bytes.data[i];
            continue;
        }
        *end++ = '%';
        *end++ = DIGITS[byte >> 4];
        *end++ = DIGITS[byte & 15];
    }
    return end;
}

palpate_view link_make(struct arena *arena, palpate_view url, palpate_view anchor,
        palpate_view fragment)
{
    palpate_view page = view_slice(url, 0, view_find(url, PALPATE_VIEW("#")));
    char *link = arena_alloc(arena, page.size + anchor.size * 3 +
                                            fragment.size * LINK_TEXT_GROWTH +
                                            sizeof "#:~:text=");

    if (link == NULL)
        return (palpate_view){ NULL, 0 };
    char *end = put_bytes(link, page);
    if (anchor.size > 0 || fragment.size > 0)
        end = put_bytes(end, PALPATE_VIEW("#"));
    end = put_encoded(end, anchor);
    if (fragment.size > 0) {
        end = put_bytes(end, PALPATE_VIEW(":~:text="));
        end = link_text_unpack(end, fragment);
    }
    *end = '\0';
    return (palpate_view){ link, (size_t)(end - link) };
}
