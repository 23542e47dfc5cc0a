#include "indexer/html/charset_escapes.h"

#include <stdbool.h>

#include "core/view.h"

enum alphabet { ASCII, ROMAN, SYLLABLES, PAIRS };

enum { NOTHING = 0xFF, HIGH = 0x80, SHIFT = 0x8E };

/* The size of the escape sequence at hand, whose alphabet goes to `*alphabet`; 0 for
   none. */
static size_t escape_at(palpate_view rest, enum alphabet *alphabet)
{
    static const struct {
        palpate_view sequence;
        enum alphabet alphabet;
    } ESCAPES[] = {
        { PALPATE_VIEW_INIT("\x1B(B"), ASCII },
        { PALPATE_VIEW_INIT("\x1B(J"), ROMAN },
        { PALPATE_VIEW_INIT("\x1B(I"), SYLLABLES },
        { PALPATE_VIEW_INIT("\x1B$@"), PAIRS },
        { PALPATE_VIEW_INIT("\x1B$B"), PAIRS },
    };

    for (size_t i = 0; i < sizeof ESCAPES / sizeof *ESCAPES; i++) {
        if (view_starts_with(rest, ESCAPES[i].sequence)) {
            *alphabet = ESCAPES[i].alphabet;
            return ESCAPES[i].sequence.size;
        }
    }
    return 0;
}

static bool is_of_pair(palpate_view text, size_t place)
{
    return place < text.size && text.data[place] > ' ' && text.data[place] < '\x7F';
}

/* Appends a character that is one byte in `alphabet`. */
static void append_single(struct buffer *out, char byte, enum alphabet alphabet)
{
    if (alphabet == ROMAN && byte == '\\') {
        buffer_append_string(out, "\xA1\xEF"); /* the sign of the yen */
        return;
    }
    if (alphabet == SYLLABLES) {
        buffer_append_byte(out, (char)SHIFT);
        byte = (char)((unsigned char)byte | HIGH);
    }
    buffer_append_byte(out, byte);
}

/* Appends the character at `place`; returns its size. */
static size_t append_one(
        struct buffer *out, palpate_view bytes, size_t place, enum alphabet alphabet)
{
    const char byte = bytes.data[place];
    const bool is_graphic = is_of_pair(bytes, place);

    if (is_graphic && alphabet == PAIRS && is_of_pair(bytes, place + 1)) {
        buffer_append_byte(out, (char)((unsigned char)byte | HIGH));
        buffer_append_byte(out, (char)((unsigned char)bytes.data[place + 1] | HIGH));
        return 2;
    }
    if (byte == '\x1B' || (unsigned char)byte >= HIGH ||
            (is_graphic && alphabet == PAIRS))
        buffer_append_byte(out, (char)NOTHING);
    else
        append_single(out, byte, is_graphic ? alphabet : ASCII);
    return 1;
}

void charset_unescape(struct buffer *out, palpate_view bytes)
{
    enum alphabet alphabet = ASCII;
    size_t size = 0;

    for (size_t place = 0; place < bytes.size; place += size) {
        size = escape_at(view_slice(bytes, place, bytes.size), &alphabet);
        if (size == 0)
            size = append_one(out, bytes, place, alphabet);
    }
}
