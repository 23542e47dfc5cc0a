#include "indexer/html/charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"

enum {
    DECLARATION_SIZE = 2048, /* bytes in which a page names its encoding */
    NAME_SIZE = 40,          /* bytes of an encoding's name at most */
    STEP = 64 * 1024
};

/* What labels really stand for on the web. */
static const struct {
    palpate_view label;
    const char *name;
} LABELS[] = {
    { PALPATE_VIEW_INIT("ascii"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("us-ascii"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("iso-8859-1"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("iso8859-1"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("latin1"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("latin-1"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("windows-1252"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("cp1252"), "WINDOWS-1252" },
    { PALPATE_VIEW_INIT("iso-8859-9"), "WINDOWS-1254" },
    { PALPATE_VIEW_INIT("gb2312"), "GB18030" },
    { PALPATE_VIEW_INIT("gbk"), "GB18030" },
    { PALPATE_VIEW_INIT("shift_jis"), "CP932" },
    { PALPATE_VIEW_INIT("x-sjis"), "CP932" },
    { PALPATE_VIEW_INIT("ks_c_5601-1987"), "CP949" },
    { PALPATE_VIEW_INIT("euc-kr"), "CP949" },
};

static bool is_name_byte(char byte)
{
    return ascii_is_alphanumeric(byte) || byte == '-' || byte == '_' || byte == '.';
}

/* The name after "charset=" or "encoding=" in `text`. */
static palpate_view name_behind(palpate_view text, palpate_view key)
{
    size_t place = view_find_ignoring_case(text, key);
    size_t size = 0;

    if (place == text.size)
        return (palpate_view){ NULL, 0 };
    palpate_view rest = view_trim(view_slice(text, place + key.size, NAME_SIZE));
    if (rest.size > 0 && (rest.data[0] == '"' || rest.data[0] == '\''))
        rest = view_slice(rest, 1, rest.size);
    while (size < rest.size && is_name_byte(rest.data[size]))
        size++;
    return view_slice(rest, 0, size);
}

static palpate_view declared(palpate_view bytes)
{
    palpate_view head = view_slice(bytes, 0, DECLARATION_SIZE);
    palpate_view name = name_behind(head, PALPATE_VIEW("charset="));

    if (name.size == 0 && view_starts_with(head, PALPATE_VIEW("<?xml")))
        name = name_behind(head, PALPATE_VIEW("encoding="));
    return name;
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
    static const palpate_view WIDE = PALPATE_VIEW_INIT("utf-16");
    size_t size = 0;
    const char *marked = mark_of(bytes, &size);
    palpate_view label = name_behind(content_type, PALPATE_VIEW("charset="));

    return (marked != NULL && size == 2) ||
           view_equals_ignoring_case(view_slice(label, 0, WIDE.size), WIDE);
}

bool charset_is_declared(palpate_view bytes, palpate_view content_type)
{
    return name_behind(content_type, PALPATE_VIEW("charset=")).size > 0 ||
           declared(bytes).size > 0;
}

/* The name that iconv knows a label by, written into `out`. */
static const char *resolve_label(palpate_view label, char out[NAME_SIZE + 1])
{
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        if (view_equals_ignoring_case(label, LABELS[i].label))
            return LABELS[i].name;
    size_t size = label.size < NAME_SIZE ? label.size : NAME_SIZE;
    for (size_t i = 0; i < size; i++)
        out[i] = label.data[i];
    out[size] = '\0';
    return out;
}

/* Converts what can be converted; a byte that cannot becomes U+FFFD. */
static bool convert(struct buffer *out, palpate_view bytes, const char *name)
{
    iconv_t converter = iconv_open("UTF-8", name);
    char *in = (char *)bytes.data;
    size_t left = bytes.size;

    if (converter == (iconv_t)-1) /* NOLINT(performance-no-int-to-ptr): POSIX says so */
        return false;
    while (left > 0 && !out->failed) {
        char *end = buffer_reserve(out, STEP);
        size_t room = STEP;
        if (end == NULL)
            break;
        size_t result = iconv(converter, &in, &left, &end, &room);
        int reason = result == (size_t)-1 ? errno : 0;
        out->size += STEP - room;
        if (reason == EILSEQ || reason == EINVAL) {
            buffer_append(out, PALPATE_VIEW("\xEF\xBF\xBD"));
            in++;
            left--;
        }
    }
    (void)iconv_close(converter);
    return true;
}

static bool is_utf8(palpate_view label)
{
    return view_equals_ignoring_case(label, PALPATE_VIEW("utf-8")) ||
           view_equals_ignoring_case(label, PALPATE_VIEW("utf8"));
}

/* Appends `bytes` as UTF-8, ill-formed sequences and NULs replaced. */
static void decode(struct buffer *out, palpate_view bytes, palpate_view content_type)
{
    char name[NAME_SIZE + 1];
    size_t mark_size = 0;
    const char *marked = mark_of(bytes, &mark_size);
    palpate_view label = name_behind(content_type, PALPATE_VIEW("charset="));
    struct buffer converted = { 0 };

    bytes = view_slice(bytes, mark_size, bytes.size);
    if (marked == NULL && (label.size == 0 || is_utf8(label)) && !utf8_is_valid(bytes))
        label = label.size > 0 ? label : declared(bytes);
    else if (marked == NULL && label.size == 0)
        label = PALPATE_VIEW("utf-8");
    if (marked != NULL)
        label = view_of(marked);
    if (label.size == 0)
        label = PALPATE_VIEW("windows-1252");
    if (is_utf8(label) || !convert(&converted, bytes, resolve_label(label, name))) {
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
