#include "query/answer/facet_values.h"

#include <stdlib.h>

#include "core/buffer.h"
#include "core/utf8.h"
#include "core/view.h"

static const struct {
    const char *name;
    const char *filter; /* before the value */
} FACETS[] = {
#define FACET_ROW(name, word, facet) [FACET_##name] = { facet, word ":" },
    FILTER_FIELDS(FACET_ROW)
#undef FACET_ROW
};

void facet_values_add(struct facet_values *values, palpate_view value)
{
    if (value.size == 0 || values->failed)
        return;
    if (!arena_grow(values->arena, (void **)&values->items, &values->room,
                values->count, sizeof *values->items)) {
        values->failed = true;
        return;
    }
    values->items[values->count++] = value;
}

static int by_bytes(const void *left, const void *right)
{
    return view_compare(*(const palpate_view *)left, *(const palpate_view *)right);
}

static int by_count(const void *left, const void *right)
{
    const palpate_facet_value *a = left;
    const palpate_facet_value *b = right;

    if (a->count != b->count)
        return a->count < b->count ? 1 : -1;
    return view_compare(a->value, b->value);
}

/* Makes one of each value that came by; returns how many. */
static size_t count_values(
        palpate_facet_value *counted, const struct facet_values *values)
{
    size_t count = 0;

    for (size_t i = 0; i < values->count; i++) {
        if (i == 0 || !view_equals(values->items[i], values->items[i - 1]))
            counted[count++] = (palpate_facet_value){ .value = values->items[i] };
        counted[count - 1].count++;
    }
    return count;
}

static bool copy_buffer(palpate_view *to, struct arena *arena, struct buffer *from)
{
    *to = from->failed ? (palpate_view){ NULL, 0 }
                       : arena_copy(arena, buffer_view(from));
    buffer_free(from);
    return to->data != NULL;
}

/* How the filter of a facet is written. */
struct form {
    const char *filter; /* before the value */
    palpate_view name;  /* of a label; else empty */
    bool is_quoted;     /* it may have spaces */
};

static void write_quoted(struct buffer *out, palpate_view text, bool is_quoted)
{
    for (size_t i = 0; i < text.size; i++)
        buffer_append(out, is_quoted && text.data[i] == '"' ? PALPATE_VIEW(" ")
                                                            : view_slice(text, i, 1));
}

/* Copies a value, which may come from anywhere, and writes its filter. */
static bool write_value(
        palpate_facet_value *value, const struct form *form, struct arena *arena)
{
    struct buffer repaired = { 0 };
    struct buffer filter = { 0 };
    bool is_quoted = form->is_quoted;

    utf8_append_repaired(&repaired, value->value);
    if (!copy_buffer(&value->value, arena, &repaired))
        return false;
    buffer_append_string(&filter, form->filter);
    if (is_quoted)
        buffer_append_byte(&filter, '"');
    write_quoted(&filter, form->name, is_quoted);
    if (form->name.size > 0)
        buffer_append_string(&filter, ": ");
    write_quoted(&filter, value->value, is_quoted);
    if (is_quoted)
        buffer_append_byte(&filter, '"');
    return copy_buffer(&value->filter, arena, &filter);
}

static bool write_values(palpate_facet *out, const char *name, const struct form *form,
        struct facet_values *values, struct arena *arena, uint32_t most)
{
    palpate_facet_value *counted =
            arena_zeroed(values->arena, values->count + 1, sizeof *counted);

    if (values->failed || counted == NULL)
        return false;
    if (values->count > 1)
        qsort(values->items, values->count, sizeof *values->items, by_bytes);
    size_t count = count_values(counted, values);
    if (count > 1)
        qsort(counted, count, sizeof *counted, by_count);
    size_t listed = count < most ? count : most;
    palpate_facet_value *kept = arena_zeroed(arena, listed + 1, sizeof *kept);
    for (size_t i = 0; kept != NULL && i < listed; i++) {
        kept[i] = counted[i];
        if (!write_value(&kept[i], form, arena))
            return false;
    }
    *out = (palpate_facet){
        .name = name, .values = kept, .value_count = listed, .more = count - listed
    };
    return kept != NULL;
}

bool facet_values_write(palpate_facet *out, enum facet facet,
        struct facet_values *values, struct arena *arena, uint32_t most)
{
    const struct form form = { .filter = FACETS[facet].filter,
        .is_quoted = facet == FACET_AUTHOR /* names have spaces in them */ };

    return write_values(out, FACETS[facet].name, &form, values, arena, most);
}

bool label_values_write(palpate_facet *out, struct label_values *values,
        struct arena *arena, uint32_t most)
{
    palpate_view name = arena_copy(arena, values->name);
    const struct form form = {
        .filter = FACETS[FACET_LABEL].filter, .name = name, .is_quoted = true
    };

    return name.data != NULL &&
           write_values(out, name.data, &form, &values->values, arena, most);
}
