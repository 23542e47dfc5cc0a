#include "indexer/html/charset.h"

#include <string.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/charset_convert.h"
#include "indexer/html/charset_declared.h"
#include "indexer/html/charset_guess.h"

enum { LABEL_SIZE = 40 /* bytes of a label at most */ };

/* What labels stand for in browsers. */
static const struct encoding {
    palpate_view label; /* first: view_place() compares it */
    const char *name;
} LABELS[] = {
#define WORD(label, name) { PALPATE_VIEW_INIT(label), name },
#include "words/mul/charset_labels.inc"
#undef WORD
};

enum { LABEL_COUNT = sizeof LABELS / sizeof *LABELS };

/* The name that iconv knows a label by; NULL for what is none. */
static const char *name_of(palpate_view label)
{
    char text[LABEL_SIZE];

    if (label.size > LABEL_SIZE)
        return NULL;
    for (size_t i = 0; i < label.size; i++)
        text[i] = (char)(label.data[i] == '_' ? '-' : ascii_lower(label.data[i]));
    size_t place = view_place(
            (palpate_view){ text, label.size }, LABELS, LABEL_COUNT, sizeof *LABELS);
    return place < LABEL_COUNT ? LABELS[place].name : NULL;
}

static bool is_utf8(const char *name)
{
    return strcmp(name, "UTF-8") == 0;
}

static bool is_label(palpate_view text)
{
    return name_of(text) != NULL;
}

/* A page whose declaration could be read as ASCII does not have two bytes a character.
 */
static const char *name_declared(palpate_view bytes)
{
    const char *name = name_of(charset_declared(bytes, is_label));

    return name != NULL && strncmp(name, "UTF-16", 6) == 0 ? "UTF-8" : name;
}

/* The encoding of a byte order mark, whose size goes to `*size`; NULL for none. */
static const char *mark_of(palpate_view bytes, size_t *size)
{
    static const struct {
        palpate_view mark;
        const char *name;
    } MARKS[] = {
        { PALPATE_VIEW_INIT("\xEF\xBB\xBF"), "UTF-8" },
        { PALPATE_VIEW_INIT("\xFE\xFF"), "UTF-16BE" },
        { PALPATE_VIEW_INIT("\xFF\xFE"), "UTF-16LE" },
    };

    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        if (view_starts_with(bytes, MARKS[i].mark)) {
            *size = MARKS[i].mark.size;
            return MARKS[i].name;
        }
    }
    return NULL;
}

bool charset_is_wide(palpate_view bytes, palpate_view content_type)
{
    size_t size = 0;
    const char *marked = mark_of(bytes, &size);
    const char *name = name_of(charset_in_type(content_type));

    return (marked != NULL && size == 2) ||
           (name != NULL && strncmp(name, "UTF-16", 6) == 0);
}

bool charset_is_known(palpate_view bytes, palpate_view content_type)
{
    return name_of(charset_in_type(content_type)) != NULL ||
           name_declared(bytes) != NULL || charset_guess(bytes) != NULL;
}

/* Whether more characters beyond ASCII are well-formed than bytes are not. */
static bool looks_like_utf8(palpate_view bytes)
{
    size_t formed = 0;
    size_t ill_formed = 0;
    size_t size = 0;

    for (size_t place = 0; place < bytes.size; place += size) {
        place += utf8_plain_run(bytes, place);
        if (place == bytes.size)
            break;
        (void)utf8_decode(bytes, place, &size);
        formed += size > 1;
        ill_formed += size == 1;
    }
    return formed > ill_formed;
}

/* The encoding of a page.  What is said to be UTF-8 and hardly has a character of it
   was converted without its declaration. */
static const char *name_of_page(palpate_view bytes, palpate_view content_type)
{
    const char *name = name_of(charset_in_type(content_type));

    if (name != NULL && !is_utf8(name))
        return name;
    /* Escape sequences part the alphabets of a text of seven bits. */
    bool is_escaped = view_find(bytes, PALPATE_VIEW("\x1B$")) < bytes.size;
    if (!is_escaped && utf8_is_valid(bytes))
        return "UTF-8";
    bool is_like_utf8 = looks_like_utf8(bytes);
    if (name != NULL && is_like_utf8)
        return name;
    name = name_declared(bytes);
    if (name != NULL && !is_utf8(name))
        return name;
    if (!is_like_utf8)
        name = charset_guess(bytes);
    else
        name = "UTF-8";
    return name == NULL ? "WINDOWS-1252" : name;
}

/* Appends `bytes` as UTF-8, ill-formed sequences and NULs replaced. */
static void decode(struct buffer *out, palpate_view bytes, palpate_view content_type)
{
    size_t mark_size = 0;
    const char *name = mark_of(bytes, &mark_size);
    struct buffer converted = { 0 };

    bytes = view_slice(bytes, mark_size, bytes.size);
    if (name == NULL)
        name = name_of_page(bytes, content_type);
    if (is_utf8(name) || !charset_convert(&converted, bytes, name)) {
        utf8_append_repaired(out, bytes);
    } else {
        utf8_append_repaired(out, buffer_view(&converted));
        out->failed |= converted.failed;
    }
    buffer_free(&converted);
}

palpate_status charset_decode(palpate_view *out, struct arena *arena,
        palpate_view bytes, palpate_view content_type, palpate_error *err)
{
    struct buffer decoded = { 0 };

    decode(&decoded, bytes, content_type);
    *out = decoded.failed ? (palpate_view){ NULL, 0 }
                          : arena_copy(arena, buffer_view(&decoded));
    buffer_free(&decoded);
    return out->data == NULL ? fail(err, PALPATE_NO_MEMORY, "out of memory for a page")
                             : PALPATE_OK;
}
