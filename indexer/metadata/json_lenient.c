#include "indexer/metadata/json_lenient.h"

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"

/* A pass over broken JSON. */
struct mender {
    palpate_view text;
    size_t place;
    struct buffer out;
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static char byte_at(const struct mender *mender, size_t ahead)
{
    size_t place = mender->place + ahead;

    if (mender->text.data == NULL || place >= mender->text.size)
        return '\0';
    return mender->text.data[place];
}

static bool is_at(const struct mender *mender, palpate_view word)
{
    return view_starts_with(
            view_slice(mender->text, mender->place, mender->text.size), word);
}

/* The next byte after white space behind the one at hand, '\0' at the end. */
static char next_solid(const struct mender *mender)
{
    size_t ahead = 1;

    while (is_space(byte_at(mender, ahead)))
        ahead++;
    return byte_at(mender, ahead);
}

static void skip_until(struct mender *mender, palpate_view mark)
{
    palpate_view rest = view_slice(mender->text, mender->place, mender->text.size);

    mender->place += view_find(rest, mark) + mark.size;
}

/* Moves over what stands around and between JSON without being JSON. */
static bool skip_noise(struct mender *mender)
{
    static const palpate_view WRAPPERS[] = { PALPATE_VIEW_INIT("<!--"),
        PALPATE_VIEW_INIT("-->"), PALPATE_VIEW_INIT("//<![CDATA["),
        PALPATE_VIEW_INIT("<![CDATA["), PALPATE_VIEW_INIT("//]]>"),
        PALPATE_VIEW_INIT("]]>"), PALPATE_VIEW_INIT(";") };

    for (size_t i = 0; i < sizeof WRAPPERS / sizeof *WRAPPERS; i++) {
        if (!is_at(mender, WRAPPERS[i]))
            continue;
        mender->place += WRAPPERS[i].size;
        return true;
    }
    if (is_at(mender, PALPATE_VIEW("/*")))
        skip_until(mender, PALPATE_VIEW("*/"));
    else if (is_at(mender, PALPATE_VIEW("//")))
        skip_until(mender, PALPATE_VIEW("\n"));
    else
        return false;
    return true;
}

/* A \u escape of a whole character that is no half of a pair. */
static bool is_whole_escape(const struct mender *mender)
{
    bool is_half = (byte_at(mender, 2) | 0x20) == 'd' && byte_at(mender, 3) >= '8';
    bool is_nul = true;

    for (size_t i = 2; i < 6; i++) {
        if (ascii_hex_value(byte_at(mender, i)) < 0)
            return false;
        is_nul = is_nul && byte_at(mender, i) == '0';
    }
    return !is_half && !is_nul;
}

static void mend_escape(struct mender *mender)
{
    static const char KNOWN[] = "\"\\/bfnrt";
    char escaped = byte_at(mender, 1);
    size_t size = 2;

    if (escaped == 'u' && is_whole_escape(mender)) {
        size = 6;
        buffer_append(&mender->out, view_slice(mender->text, mender->place, size));
    } else if (escaped == 'u') {
        size = 6; /* half a pair: its letter is lost anyway */
    } else if (view_find(PALPATE_VIEW(KNOWN), (palpate_view){ &escaped, 1 }) <
               sizeof KNOWN - 1) {
        buffer_append(&mender->out, view_slice(mender->text, mender->place, size));
    } else {
        size = 1; /* an escape for nothing */
    }
    mender->place += size;
}

/* A quote ends a string only where JSON goes on as it may behind one. */
static bool is_end_of_string(const struct mender *mender)
{
    char next = next_solid(mender);

    return next == ',' || next == ':' || next == '}' || next == ']' || next == '\0';
}

/* JSON knows no raw line breaks and other signs of control. */
static void append_plain(struct buffer *out, char byte)
{
    if ((unsigned char)byte < ' ')
        byte = ' ';
    buffer_append_byte(out, byte);
}

static void mend_string(struct mender *mender)
{
    buffer_append_byte(&mender->out, '"');
    mender->place++;
    while (mender->place < mender->text.size) {
        char byte = byte_at(mender, 0);
        if (byte == '\\') {
            mend_escape(mender);
            continue;
        }
        if (byte == '"' && is_end_of_string(mender))
            break;
        if (byte == '"')
            buffer_append_string(&mender->out, "\\\"");
        else
            append_plain(&mender->out, byte);
        mender->place++;
    }
    buffer_append_byte(&mender->out, '"');
    mender->place++;
}

static bool is_needless_comma(const struct mender *mender)
{
    char next = next_solid(mender);

    return next == '}' || next == ']' || next == ',';
}

static void make_strict(struct mender *mender)
{
    while (mender->place < mender->text.size) {
        char byte = byte_at(mender, 0);
        if (byte == '"') {
            mend_string(mender);
            continue;
        }
        if (skip_noise(mender))
            continue;
        if (byte != ',' || !is_needless_comma(mender))
            append_plain(&mender->out, byte);
        mender->place++;
    }
}

bool json_read_leniently(json_t **out, palpate_view text)
{
    /* Some write two values after one another: the first is better than none. */
    const size_t flags = JSON_DISABLE_EOF_CHECK;
    struct mender mender = { .text = text };
    json_error_t reason;

    *out = json_loadb(text.data == NULL ? "" : text.data, text.size, flags, &reason);
    if (*out != NULL || text.size == 0)
        return true;
    make_strict(&mender);
    bool is_out = mender.out.failed;
    if (!is_out)
        *out = json_loadb(buffer_view(&mender.out).data, buffer_view(&mender.out).size,
                flags, &reason);
    buffer_free(&mender.out);
    return !is_out;
}
