#include "indexer/html/charset_convert.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "core/view.h"
#include "indexer/html/charset_escapes.h"

enum { STEP = 64 * 1024, FLUSH = 64 };

static unsigned char byte_at(palpate_view bytes, size_t place)
{
    return (unsigned char)(place < bytes.size ? bytes.data[place] : '\0');
}

/* The bytes that are the first of two. */
struct leads {
    const char *name;
    unsigned char first;
    unsigned char last;
};

static const struct leads *leads_of(const char *name)
{
    static const struct leads LEADS[] = {
        { "GB18030", 0x81, 0xFE },
        { "BIG5-HKSCS", 0x81, 0xFE },
        { "CP949", 0x81, 0xFE },
        { "CP932", 0x81, 0xFC },
        { "EUC-JP-MS", 0x8E, 0xFE },
    };

    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++)
        if (strcmp(name, LEADS[i].name) == 0)
            return &LEADS[i];
    return NULL;
}

/* How many of the bytes at hand are one character that there is not.  A pair is taken
   together, or else its second half would be read as the first of the next, and all
   that follows would be other characters; but ASCII after a first half stays. */
static size_t broken_size(palpate_view rest, const char *name)
{
    enum { LEAD_OF_THREE = 0x8F };
    const struct leads *leads = leads_of(name);

    if (strncmp(name, "UTF-16", 6) == 0)
        return rest.size < 2 ? rest.size : 2;
    if (leads == NULL || byte_at(rest, 0) < leads->first ||
            byte_at(rest, 0) > leads->last || byte_at(rest, 1) < 0x80)
        return 1;
    bool is_of_three = byte_at(rest, 0) == LEAD_OF_THREE && leads->first > 0x81 &&
                       byte_at(rest, 2) >= 0x80;
    return is_of_three ? 3 : 2;
}

/* Whether browsers have a control character for a byte of C1 that stands for nothing.
 */
static bool has_controls(const char *name)
{
    return strncmp(name, "WINDOWS-125", 11) == 0 || strcmp(name, "WINDOWS-874") == 0;
}

/* Appends what a browser has for bytes that stand for nothing. */
static void append_unknown(struct buffer *out, const char *name, char byte)
{
    const char control[] = { '\xC2', byte };
    unsigned char number = (unsigned char)byte;

    if (number >= 0x80 && number < 0xA0 && has_controls(name))
        buffer_append(out, (palpate_view){ control, sizeof control });
    else if (number == 0x80 && strcmp(name, "GB18030") == 0)
        buffer_append_string(out, "\xE2\x82\xAC"); /* as Windows writes the euro sign */
    else
        buffer_append_string(out, "\xEF\xBF\xBD");
}

static void convert(
        struct buffer *out, iconv_t converter, palpate_view bytes, const char *name)
{
    char *in = (char *)bytes.data;
    size_t left = bytes.size;

    while (left > 0 && !out->failed) {
        char *end = buffer_reserve(out, STEP);
        size_t room = STEP;
        if (end == NULL)
            break;
        size_t result = iconv(converter, &in, &left, &end, &room);
        int reason = result == (size_t)-1 ? errno : 0;
        out->size += STEP - room;
        if (reason == EILSEQ || reason == EINVAL) {
            size_t size = broken_size((palpate_view){ in, left }, name);
            append_unknown(out, name, *in);
            in += size;
            left -= size;
        }
    }
    char *end = buffer_reserve(out, FLUSH);
    size_t room = FLUSH;
    /* Some hold a letter back until they know that no mark follows it. */
    if (end != NULL && iconv(converter, NULL, NULL, &end, &room) != (size_t)-1)
        out->size += FLUSH - room;
}

bool charset_convert(struct buffer *out, palpate_view bytes, const char *name)
{
    struct buffer unescaped = { 0 };

    if (strcmp(name, "ISO-2022-JP") == 0) {
        charset_unescape(&unescaped, bytes);
        bytes = buffer_view(&unescaped);
        name = "EUC-JP-MS";
    }
    iconv_t converter = iconv_open("UTF-8", name);
    bool is_known = converter !=
                    (iconv_t)-1; /* NOLINT(performance-no-int-to-ptr): POSIX says so */
    if (is_known) {
        convert(out, converter, bytes, name);
        (void)iconv_close(converter);
    }
    out->failed |= unescaped.failed;
    buffer_free(&unescaped);
    return is_known;
}
