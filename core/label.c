#include "core/label.h"

#include <string.h>

#include "core/view.h"

struct label label_of(palpate_view text)
{
    size_t colon = view_find(text, PALPATE_VIEW(":"));
    bool has_name = colon < text.size;

    return (struct label){ .name = view_trim(view_slice(text, 0, has_name ? colon : 0)),
        .value = view_trim(view_slice(text, has_name ? colon + 1 : 0, text.size)) };
}

bool label_next(struct label *label, palpate_view *rest)
{
    size_t end = view_find(*rest, PALPATE_VIEW("\n"));
    palpate_view line = view_slice(*rest, 0, end);
    size_t tab = view_find(line, PALPATE_VIEW("\t"));

    *label = (struct label){ .name = view_slice(line, 0, tab),
        .value = view_slice(line, tab + 1, line.size) };
    *rest = view_slice(*rest, end + 1, rest->size);
    return line.size > 0;
}

size_t label_key(const struct label *label, char out[LABEL_KEY_SIZE])
{
    char part[COMPLETION_SIZE];
    size_t size = completion_key(label->name, part);

    memcpy(out, part, size);
    out[size++] = ':';
    size_t value = completion_key(label->value, part);
    memcpy(out + size, part, value);
    return value == 0 ? 0 : size + value;
}
