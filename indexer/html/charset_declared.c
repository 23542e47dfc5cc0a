#include "indexer/html/charset_declared.h"

#include <assert.h>
#include <string.h>

#include "core/ascii.h"
#include "core/view.h"

enum {
    ALWAYS_SIZE = 1024,   /* bytes in which a declaration counts wherever it stands */
    HEAD_SIZE = 64 * 1024 /* bytes of a head at most */
};

struct scan {
    palpate_view bytes;
    size_t place;
};

struct attribute_bytes {
    palpate_view name;
    palpate_view value;
};

static char byte_at(const struct scan *scan)
{
    return (char)(scan->place < scan->bytes.size ? scan->bytes.data[scan->place] : '>');
}

/* Whether a byte is one of `set`.  A NUL, which ends the set, is none of it. */
static bool is_of(char byte, const char *set)
{
    return byte != '\0' && strchr(set, byte) != NULL;
}

/* The bytes up to a space, '>' or one of `ends`. */
static palpate_view read_word(struct scan *scan, const char *ends)
{
    size_t start = scan->place;

    while (byte_at(scan) != '>' && !ascii_is_space(byte_at(scan)) &&
            !is_of(byte_at(scan), ends))
        scan->place++;
    return view_slice(scan->bytes, start, scan->place - start);
}

static void skip_space(struct scan *scan)
{
    while (scan->place < scan->bytes.size && ascii_is_space(byte_at(scan)))
        scan->place++;
}

static palpate_view read_value(struct scan *scan)
{
    char quote = byte_at(scan);
    palpate_view mark = { &quote, 1 };

    if (quote != '"' && quote != '\'')
        return read_word(scan, "");
    palpate_view rest = view_slice(scan->bytes, scan->place + 1, scan->bytes.size);
    size_t size = view_find(rest, mark);
    scan->place += size + 2;
    return view_slice(rest, 0, size);
}

/* The next attribute of the tag; false at its end. */
static bool read_attribute(struct scan *scan, struct attribute_bytes *out)
{
    while (scan->place < scan->bytes.size &&
            (ascii_is_space(byte_at(scan)) || byte_at(scan) == '/'))
        scan->place++;
    if (byte_at(scan) == '>')
        return false;
    size_t start = scan->place;
    *out = (struct attribute_bytes){ .value = { "", 0 } };
    scan->place += byte_at(scan) == '='; /* may start a name */
    (void)read_word(scan, "=/");
    out->name = view_slice(scan->bytes, start, scan->place - start);
    skip_space(scan);
    if (byte_at(scan) != '=')
        return true;
    scan->place++;
    skip_space(scan);
    out->value = read_value(scan);
    return true;
}

static palpate_view unquoted(palpate_view label)
{
    size_t size = 0;

    if (label.size > 0 && (label.data[0] == '"' || label.data[0] == '\'')) {
        palpate_view quote = view_slice(label, 0, 1);
        label = view_slice(label, 1, label.size);
        return view_trim(view_slice(label, 0, view_find(label, quote)));
    }
    while (size < label.size && !ascii_is_space(label.data[size]) &&
            !is_of(label.data[size], ";,\"'"))
        size++;
    return view_slice(label, 0, size);
}

palpate_view charset_in_type(palpate_view content_type)
{
    palpate_view word = PALPATE_VIEW("charset");
    palpate_view rest = content_type;

    for (;;) {
        size_t place = view_find_ignoring_case(rest, word);
        if (rest.size == 0 || place == rest.size)
            return (palpate_view){ "", 0 };
        rest = view_trim(view_slice(rest, place + word.size, rest.size));
        if (rest.size > 0 && rest.data[0] == '=')
            return unquoted(view_trim(view_slice(rest, 1, rest.size)));
    }
}

/* The label that a meta element names, if it does. */
static palpate_view read_meta(struct scan *scan)
{
    struct attribute_bytes attribute;
    palpate_view direct = { "", 0 };
    palpate_view content = { "", 0 };
    bool is_type = false;

    while (read_attribute(scan, &attribute)) {
        if (view_equals_ignoring_case(attribute.name, PALPATE_VIEW("charset")))
            direct = view_trim(attribute.value);
        else if (view_equals_ignoring_case(attribute.name, PALPATE_VIEW("content")))
            content = charset_in_type(attribute.value);
        else if (view_equals_ignoring_case(attribute.name, PALPATE_VIEW("http-equiv")))
            is_type = view_equals_ignoring_case(
                    view_trim(attribute.value), PALPATE_VIEW("content-type"));
    }
    if (direct.size > 0)
        return direct;
    return is_type ? content : (palpate_view){ "", 0 };
}

static void skip_past(struct scan *scan, palpate_view mark)
{
    palpate_view rest = view_slice(scan->bytes, scan->place, scan->bytes.size);

    scan->place += view_find(rest, mark) + mark.size;
}

static bool starts_tag(palpate_view rest, palpate_view name)
{
    return rest.data != NULL && rest.size > name.size &&
           view_equals_ignoring_case(view_slice(rest, 0, name.size), name) &&
           (ascii_is_space(rest.data[name.size]) || rest.data[name.size] == '/' ||
                   rest.data[name.size] == '>');
}

static bool ends_head(palpate_view rest)
{
    return starts_tag(rest, PALPATE_VIEW("<body")) ||
           starts_tag(rest, PALPATE_VIEW("</head"));
}

/* Reads the markup at the '<' at hand, and goes on after it. */
static palpate_view read_markup(struct scan *scan, palpate_view rest)
{
    struct attribute_bytes attribute;

    assert(rest.data != NULL);
    size_t name = rest.size > 1 && rest.data[1] == '/' ? 2 : 1;

    if (view_starts_with(rest, PALPATE_VIEW("<!--"))) {
        scan->place += 2; /* "<!-->" is a whole comment */
        skip_past(scan, PALPATE_VIEW("-->"));
        return (palpate_view){ "", 0 };
    }
    if (starts_tag(rest, PALPATE_VIEW("<meta"))) {
        scan->place += sizeof "<meta" - 1;
        return read_meta(scan);
    }
    scan->place++;
    if (rest.size > name && ascii_is_letter(rest.data[name])) {
        (void)read_word(scan, "");
        while (read_attribute(scan, &attribute))
            continue;
    } else if (name == 2 || (rest.size > 1 && is_of(rest.data[1], "!?"))) {
        skip_past(scan, PALPATE_VIEW(">"));
    }
    return (palpate_view){ "", 0 };
}

static palpate_view xml_encoding(palpate_view bytes)
{
    palpate_view end = PALPATE_VIEW("?>");
    palpate_view key = PALPATE_VIEW("encoding=");

    if (!view_starts_with(bytes, PALPATE_VIEW("<?xml")))
        return (palpate_view){ "", 0 };
    palpate_view line = view_slice(bytes, 0, view_find(bytes, end));
    return unquoted(
            view_slice(line, view_find_ignoring_case(line, key) + key.size, line.size));
}

palpate_view charset_declared(palpate_view bytes, bool (*is_label)(palpate_view label))
{
    struct scan scan = { .bytes = view_slice(bytes, 0, HEAD_SIZE) };
    bool is_after_head = false;

    while (scan.place < scan.bytes.size) {
        palpate_view rest =
                view_slice(scan.bytes, scan.place, scan.bytes.size - scan.place);
        scan.place += view_find(rest, PALPATE_VIEW("<"));
        rest = view_slice(scan.bytes, scan.place, scan.bytes.size);
        is_after_head = is_after_head || ends_head(rest);
        if (rest.size == 0 || (is_after_head && scan.place >= ALWAYS_SIZE))
            break;
        palpate_view label = read_markup(&scan, rest);
        if (is_label(label))
            return label;
    }
    return xml_encoding(scan.bytes);
}
