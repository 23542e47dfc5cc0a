#include "indexer/metadata/json_lenient.h"

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/view.h"

/* A pass over broken JSON. */
struct fixer {
    palpate_view text;
    size_t place;
    struct buffer out;
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static char byte_at(const struct fixer *fixer, size_t ahead)
{
    size_t place = fixer->place + ahead;

    if (fixer->text.data == NULL || place >= fixer->text.size)
        return '\0';
    return fixer->text.data[place];
}

static bool is_at(const struct fixer *fixer, palpate_view word)
{
    return view_starts_with(
            view_slice(fixer->text, fixer->place, fixer->text.size), word);
}

/* The next byte that is no white space, after the one at hand, '\0' at the end. */
static char next_solid(const struct fixer *fixer)
{
    size_t ahead = 1;

    while (is_space(byte_at(fixer, ahead)))
        ahead++;
    return byte_at(fixer, ahead);
}

static void skip_until(struct fixer *fixer, palpate_view mark)
{
    palpate_view rest = view_slice(fixer->text, fixer->place, fixer->text.size);

    fixer->place += view_find(rest, mark) + mark.size;
}

/* Moves over what stands around and between JSON without being JSON. */
static bool skip_noise(struct fixer *fixer)
{
    static const palpate_view WRAPPERS[] = { PALPATE_VIEW_INIT("<!--"),
        PALPATE_VIEW_INIT("-->"), PALPATE_VIEW_INIT("//<![CDATA["),
        PALPATE_VIEW_INIT("<![CDATA["), PALPATE_VIEW_INIT("//]]>"),
        PALPATE_VIEW_INIT("]]>"), PALPATE_VIEW_INIT(";") };

    for (size_t i = 0; i < sizeof WRAPPERS / sizeof *WRAPPERS; i++) {
        if (!is_at(fixer, WRAPPERS[i]))
            continue;
        fixer->place += WRAPPERS[i].size;
        return true;
    }
    if (is_at(fixer, PALPATE_VIEW("/*")))
        skip_until(fixer, PALPATE_VIEW("*/"));
    else if (is_at(fixer, PALPATE_VIEW("//")))
        skip_until(fixer, PALPATE_VIEW("\n"));
    else
        return false;
    return true;
}

/* A \u escape of a whole character that is no half of a pair. */
static bool is_whole_escape(const struct fixer *fixer)
{
    bool is_half = (byte_at(fixer, 2) | 0x20) == 'd' && byte_at(fixer, 3) >= '8';
    bool is_nul = true;

    for (size_t i = 2; i < 6; i++) {
        if (ascii_hex_value(byte_at(fixer, i)) < 0)
            return false;
        is_nul = is_nul && byte_at(fixer, i) == '0';
    }
    return !is_half && !is_nul;
}

static void fix_escape(struct fixer *fixer)
{
    static const char KNOWN[] = "\"\\/bfnrt";
    char escaped = byte_at(fixer, 1);
    size_t size = 2;

    if (escaped == 'u' && is_whole_escape(fixer)) {
        size = 6;
        buffer_append(&fixer->out, view_slice(fixer->text, fixer->place, size));
    } else if (escaped == 'u') {
        size = 6; /* half a pair: its letter is lost anyway */
    } else if (view_find(PALPATE_VIEW(KNOWN), (palpate_view){ &escaped, 1 }) <
               sizeof KNOWN - 1) {
        buffer_append(&fixer->out, view_slice(fixer->text, fixer->place, size));
    } else {
        size = 1; /* an escape for nothing */
    }
    fixer->place += size;
}

/* A quote ends a string only where JSON goes on as it may after one. */
static bool is_end_of_string(const struct fixer *fixer)
{
    char next = next_solid(fixer);

    return next == ',' || next == ':' || next == '}' || next == ']' || next == '\0';
}

/* JSON knows no raw line breaks and other signs of control. */
static void append_plain(struct buffer *out, char byte)
{
    if ((unsigned char)byte < ' ')
        byte = ' ';
    buffer_append_byte(out, byte);
}

static void fix_string(struct fixer *fixer)
{
    buffer_append_byte(&fixer->out, '"');
    fixer->place++;
    while (fixer->place < fixer->text.size) {
        char byte = byte_at(fixer, 0);
        if (byte == '\\') {
            fix_escape(fixer);
            continue;
        }
        if (byte == '"' && is_end_of_string(fixer))
            break;
        if (byte == '"')
            buffer_append_string(&fixer->out, "\\\"");
        else
            append_plain(&fixer->out, byte);
        fixer->place++;
    }
    buffer_append_byte(&fixer->out, '"');
    fixer->place++;
}

static bool is_needless_comma(const struct fixer *fixer)
{
    char next = next_solid(fixer);

    return next == '}' || next == ']' || next == ',';
}

static void make_strict(struct fixer *fixer)
{
    while (fixer->place < fixer->text.size) {
        char byte = byte_at(fixer, 0);
        if (byte == '"') {
            fix_string(fixer);
            continue;
        }
        if (skip_noise(fixer))
            continue;
        if (byte != ',' || !is_needless_comma(fixer))
            append_plain(&fixer->out, byte);
        fixer->place++;
    }
}

bool json_read_leniently(json_t **out, palpate_view text)
{
    /* Some write two values after one another: the first is better than none. */
    const size_t flags = JSON_DISABLE_EOF_CHECK;
    struct fixer fixer = { .text = text };
    json_error_t reason;

    *out = json_loadb(text.data == NULL ? "" : text.data, text.size, flags, &reason);
    if (*out != NULL || text.size == 0)
        return true;
    make_strict(&fixer);
    bool is_out = fixer.out.failed;
    if (!is_out)
        *out = json_loadb(buffer_view(&fixer.out).data, buffer_view(&fixer.out).size,
                flags, &reason);
    buffer_free(&fixer.out);
    return !is_out;
}
