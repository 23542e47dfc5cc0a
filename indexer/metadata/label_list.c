#include "indexer/metadata/label_list.h"

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/utf8.h"
#include "core/view.h"

/* A copy with one space for each run of white space; data is NULL when memory is out.
 */
static palpate_view collapse(struct arena *arena, palpate_view text)
{
    struct buffer out = { 0 };

    text = view_trim(text);
    for (size_t i = 0; i < text.size; i++) {
        if (!ascii_is_blank(text.data[i]))
            buffer_append_byte(&out, text.data[i]);
        else if (!ascii_is_blank(text.data[i - 1]))
            buffer_append_byte(&out, ' ');
    }
    palpate_view copy = out.failed ? (palpate_view){ NULL, 0 }
                                   : arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

static bool is_there(const struct label_list *list, const struct label *label)
{
    char key[LABEL_KEY_SIZE];
    char other[LABEL_KEY_SIZE];
    palpate_view own = { key, label_key(label, key) };

    for (size_t i = 0; i < list->count; i++) {
        size_t size = label_key(&list->items[i], other);
        if (view_equals(own, (palpate_view){ other, size }))
            return true;
    }
    return own.size == 0; /* nobody could ask for it */
}

bool label_list_add(struct label_list *list, struct arena *arena, struct label label)
{
    palpate_view name = view_trim(label.name);
    palpate_view value = view_trim(label.value);

    if (list->count == MAX_LABELS || name.size == 0 || name.size > LABEL_PART ||
            value.size == 0 || value.size > LABEL_PART || !utf8_is_valid(name) ||
            !utf8_is_valid(value))
        return true;
    struct label *kept = &list->items[list->count];
    *kept = (struct label){ collapse(arena, name), collapse(arena, value) };
    if (kept->name.data == NULL || kept->value.data == NULL)
        return false;
    list->count += !is_there(list, kept);
    return true;
}

bool label_list_add_all(struct label_list *list, struct arena *arena, palpate_view name,
        palpate_view values)
{
    enum { MOST = 20 /* more are written for search engines, and sort nothing */ };
    bool has_memory = true;

    for (unsigned i = 0; has_memory && i < MOST && values.size > 0; i++) {
        size_t end = view_find(values, PALPATE_VIEW(","));
        has_memory = label_list_add(
                list, arena, (struct label){ name, view_slice(values, 0, end) });
        values = view_slice(values, end + 1, values.size);
    }
    return has_memory;
}

palpate_view label_list_text(const struct label_list *list, struct arena *arena)
{
    struct buffer out = { 0 };

    for (size_t i = 0; i < list->count; i++) {
        buffer_append(&out, list->items[i].name);
        buffer_append_byte(&out, '\t');
        buffer_append(&out, list->items[i].value);
        buffer_append_byte(&out, '\n');
    }
    palpate_view copy = out.failed ? (palpate_view){ NULL, 0 }
                                   : arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}
