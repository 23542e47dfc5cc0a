#include "indexer/metadata/name_additions.h"

#include <stdbool.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"
#include "indexer/metadata/names.h"

/* The size of " (jd)" at the start of a text, or 0. */
static size_t sign_at(palpate_view text)
{
    enum { LONGEST = 5 /* bytes between the brackets */, OPENING = 2 };
    palpate_view rest = view_slice(text, OPENING, text.size);
    size_t close = view_find(rest, PALPATE_VIEW(")"));

    if (!view_starts_with(text, PALPATE_VIEW(" (")) || rest.data == NULL ||
            close == 0 || close > LONGEST || close == rest.size ||
            !ascii_is_lower(rest.data[0]))
        return 0;
    return OPENING + close + 1;
}

palpate_view name_without_signs(struct arena *arena, palpate_view names)
{
    struct buffer plain = { 0 };

    if (view_find(names, PALPATE_VIEW(" (")) == names.size)
        return names;
    for (size_t place = 0; place < names.size;) {
        size_t size = sign_at(view_slice(names, place, names.size));
        if (size == 0)
            buffer_append_byte(&plain, names.data[place++]);
        place += size;
    }
    palpate_view copy = plain.failed ? (palpate_view){ NULL, 0 }
                                     : arena_copy(arena, buffer_view(&plain));
    buffer_free(&plain);
    return copy;
}

/* "head of the Clinic": a word in small letters, and no name. */
static bool is_role(palpate_view text)
{
    for (size_t i = 1; text.data != NULL && i < text.size; i++)
        if (text.data[i - 1] == ' ' && ascii_is_lower(text.data[i]))
            return !name_are_likely(text, false);
    return false;
}

palpate_view name_without_role(palpate_view names)
{
    size_t comma = view_find(names, PALPATE_VIEW(", "));
    palpate_view first = view_slice(names, 0, comma);
    palpate_view rest = view_slice(names, comma + 2, names.size);

    return comma < names.size && (!name_are_likely(names, true) || is_role(rest)) &&
                           name_is_likely(first, false)
                   ? first
                   : names;
}

/* The start of the last of several names, and where what joins it to the others is. */
static size_t last_joint(palpate_view names, size_t *end)
{
    size_t start = 0;

    for (size_t i = 0; i < names.size; i++) {
        size_t joint = name_joint_at(names, i);
        if (joint == 0)
            continue;
        *end = i;
        start = i + joint;
    }
    return start;
}

palpate_view name_without_employer(palpate_view names)
{
    palpate_view rest = names;
    size_t end = 0;

    for (;;) {
        size_t start = last_joint(rest, &end);
        palpate_view last = view_slice(rest, start, rest.size);
        if (start == 0)
            return names;
        if (!name_is_organization(last))
            return names;
        rest = view_slice(rest, 0, end);
        if (name_are_likely(rest, false))
            return rest;
    }
}
