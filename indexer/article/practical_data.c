#include "indexer/article/practical_data.h"

#include "core/ascii.h"
#include "core/view.h"
#include "indexer/html/scripts.h"

/* The string that follows `name` in JSON, empty where another value does or where it
   has escapes. */
static palpate_view string_after(palpate_view json, size_t place)
{
    size_t start = place;
    size_t end = 0;

    while (start < json.size &&
            (ascii_is_blank(json.data[start]) || json.data[start] == ':'))
        start++;
    if (start == json.size || json.data[start] != '"')
        return (palpate_view){ NULL, 0 };
    end = ++start;
    while (end < json.size && json.data[end] != '"' && json.data[end] != '\\')
        end++;
    return end < json.size && json.data[end] == '"'
                   ? view_trim(view_slice(json, start, end - start))
                   : (palpate_view){ NULL, 0 };
}

static bool has_digit(palpate_view text)
{
    for (size_t i = 0; i < text.size; i++)
        if (ascii_is_digit(text.data[i]))
            return true;
    return false;
}

static void read_streets(struct practical_data *out, palpate_view json)
{
    const palpate_view name = PALPATE_VIEW("\"streetAddress\"");
    enum { MIN_STREET = 6 /* bytes */ };
    size_t place = 0;

    while (out->street_count < MAX_STREETS && place < json.size) {
        palpate_view rest = view_slice(json, place, json.size - place);
        size_t next = view_find(rest, name);
        if (next == rest.size)
            return;
        place += next + name.size;
        palpate_view street = string_after(json, place);
        if (street.size >= MIN_STREET && has_digit(street))
            out->streets[out->street_count++] = street;
    }
}

bool practical_data_is(const struct node *node)
{
    palpate_view name = { NULL, 0 };

    if (node->is_text || node->attributes == NULL)
        return false;
    name = node_attribute(node, PALPATE_VIEW("itemprop"));
    return view_starts_with(name, PALPATE_VIEW("openingHours")) ||
           view_equals(name, PALPATE_VIEW("address"));
}

void practical_data_read(struct practical_data *out, const struct tree *tree)
{
    const palpate_view hours = PALPATE_VIEW("\"openingHours");

    *out = (struct practical_data){ .has_hours = false };
    for (uint32_t i = 1; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->is_text)
            continue;
        if (practical_data_is(node)) {
            out->is_marked = true;
            out->has_hours |=
                    !view_equals(node_attribute(node, PALPATE_VIEW("itemprop")),
                            PALPATE_VIEW("address"));
        }
        if (node->tag != HTML_script || i + 1 >= node->end ||
                !script_is_data(node_attribute(node, PALPATE_VIEW("type"))))
            continue;
        palpate_view json = tree->nodes[i + 1].text;
        out->has_hours |= view_find(json, hours) < json.size;
        read_streets(out, json);
    }
}

bool practical_data_has_street(const struct practical_data *data, palpate_view text)
{
    for (unsigned i = 0; i < data->street_count; i++)
        if (view_find_ignoring_case(text, data->streets[i]) < text.size)
            return true;
    return false;
}
