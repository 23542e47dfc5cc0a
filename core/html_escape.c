#include "core/html_escape.h"

void html_escape(struct buffer *out, palpate_view text)
{
    static const char *const ENTITIES[128] = { ['&'] = "&amp;",
        ['<'] = "&lt;",
        ['>'] = "&gt;",
        ['"'] = "&quot;",
        ['\''] = "&#39;" };

    for (size_t i = 0; text.data != NULL && i < text.size; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        if (byte < 128 && ENTITIES[byte] != NULL)
            buffer_append_string(out, ENTITIES[byte]);
        else
            buffer_append_byte(out, (char)byte);
    }
}
