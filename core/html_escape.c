#include "core/html_escape.h"

#include <palpate/html.h>

void html_escape(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; text.data != NULL && i < text.size; i++) {
        const char *reference = palpate_html_reference(text.data[i]);
        if (reference != NULL)
            buffer_append_string(out, reference);
        else
            buffer_append_byte(out, text.data[i]);
    }
}
