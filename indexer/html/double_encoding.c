#include "indexer/html/double_encoding.h"

#include <stdint.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/references.h"

enum {
    NO_BYTE = 0,
    /* So many sequences side by side are no accident. */
    RUN_LEAST = 3,
    /* A text with so many different sequences, and hardly anything else that they could
       be made of, was encoded twice as a whole. */
    KINDS_LEAST = 3,
    WHOLE_SHARE = 95 /* percent */
};

/* What was one character before it was encoded twice. */
struct sequence {
    unsigned char bytes[UTF8_MAX_SIZE];
    size_t count;
    size_t end;         /* place after it */
    uint32_t character; /* that it stands for */
};

struct survey {
    uint64_t signs; /* that windows-1252 has beyond ASCII */
    uint64_t used;  /* of them, in sequences */
    uint32_t kinds[KINDS_LEAST];
    unsigned kind_count; /* at most KINDS_LEAST */
};

/* The byte, 128 or more, that windows-1252 has for a character, or NO_BYTE. */
static unsigned char byte_of(uint32_t character)
{
    if (character >= 0x80 && character <= 0xFF)
        return (unsigned char)character;
    if (character < 0x0152 || character > 0x2122)
        return NO_BYTE;
    for (unsigned byte = 0x80; byte < 0xA0; byte++)
        if (reference_of_windows(byte) == character)
            return (unsigned char)byte;
    return NO_BYTE;
}

static size_t size_of_lead(unsigned char lead)
{
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool double_encoding_may_start(palpate_view text, size_t place)
{
    size_t size = 0;

    if (size_of_lead(byte_of(utf8_decode(text, place, &size))) == 0 ||
            place + size == text.size)
        return false;
    unsigned char next = byte_of(utf8_decode(text, place + size, &size));
    return next >= 0x80 && next <= 0xBF;
}

/* Reads the sequence at `place`; false where there is none. */
static bool read_sequence(struct sequence *out, palpate_view text, size_t place)
{
    size_t size = 0;
    size_t count = 0;

    *out = (struct sequence){ .end = place };
    do {
        unsigned char byte = byte_of(utf8_decode(text, out->end, &size));
        bool fits =
                out->count == 0 ? size_of_lead(byte) > 0 : byte >= 0x80 && byte <= 0xBF;
        if (!fits)
            return false;
        out->bytes[out->count++] = byte;
        out->end += size;
        count = size_of_lead(out->bytes[0]);
    } while (out->count < count && out->end < text.size);
    if (out->count < count)
        return false;
    palpate_view bytes = { (const char *)out->bytes, count };
    out->character = utf8_decode(bytes, 0, &size);
    return size == count;
}

static void note_kind(struct survey *survey, uint32_t character)
{
    for (unsigned i = 0; i < survey->kind_count; i++)
        if (survey->kinds[i] == character)
            return;
    if (survey->kind_count < KINDS_LEAST)
        survey->kinds[survey->kind_count++] = character;
}

/* Most characters beyond ASCII of most pages start no sequence: their first byte says
 * so.
 */
static struct survey look_over(palpate_view text)
{
    struct survey survey = { .signs = 0 };
    struct sequence sequence;
    size_t size = 0;

    for (size_t place = 0; place < text.size; place += size) {
        place += utf8_plain_run(text, place);
        if (place == text.size)
            break;
        if (read_sequence(&sequence, text, place)) {
            survey.signs += sequence.count;
            survey.used += sequence.count;
            note_kind(&survey, sequence.character);
            size = sequence.end - place;
        } else {
            survey.signs += byte_of(utf8_decode(text, place, &size)) != NO_BYTE;
        }
    }
    return survey;
}

static bool is_whole(const struct survey *survey)
{
    return survey->kind_count == KINDS_LEAST &&
           survey->used * 100 >= survey->signs * WHOLE_SHARE;
}

/* Whether nobody writes the signs of a sequence side by side: "â€™", "ðŸ˜", and, but
   after a capital, "Ã©" and "Â°". */
static bool is_telling(const struct sequence *sequence, palpate_view text, size_t place)
{
    const unsigned char *bytes = sequence->bytes;

    switch (bytes[0]) {
    case 0xC2:
    case 0xC3: return place == 0 || !ascii_is_upper(text.data[place - 1]);
    case 0xE2:
        return bytes[1] == 0x80 || bytes[1] == 0x82 || bytes[1] == 0x84 ||
               bytes[1] == 0x86 || bytes[1] == 0x88 || bytes[1] == 0x9C;
    case 0xEF: return bytes[1] == 0xBB || bytes[1] == 0xBF || bytes[1] == 0xAC;
    case 0xF0: return bytes[1] == 0x9F;
    default: return false;
    }
}

/* The end of the sequences side by side from `place` on, and their count. */
static size_t run_end(palpate_view text, size_t place, unsigned *count)
{
    struct sequence sequence;

    for (*count = 0; place < text.size && read_sequence(&sequence, text, place);
            ++*count)
        place = sequence.end;
    return place;
}

/* "â€" of a closing quote, whose last byte is no sign in windows-1252 and was lost. */
static size_t broken_quote(palpate_view text, size_t place)
{
    static const palpate_view QUOTE = PALPATE_VIEW_INIT("\xC3\xA2\xE2\x82\xAC");
    static const palpate_view LOST = PALPATE_VIEW_INIT("\xEF\xBF\xBD");
    palpate_view rest = view_slice(text, place, QUOTE.size + LOST.size);

    if (!view_starts_with(rest, QUOTE))
        return 0;
    return view_ends_with(rest, LOST) ? rest.size : QUOTE.size;
}

static void append_character(struct buffer *out, uint32_t character)
{
    char bytes[UTF8_MAX_SIZE];

    buffer_append(out, (palpate_view){ bytes, utf8_encode(character, bytes) });
}

/* Where the signs at `place` end that stand for `*character`; `place` where they stand
   for themselves.  Up to `*sure` is what is decoded whatever it is. */
static size_t decode_at(
        uint32_t *character, palpate_view text, size_t place, size_t *sure)
{
    enum { CLOSING_QUOTE = 0x201D };
    struct sequence sequence;
    unsigned count = 0;

    if (!read_sequence(&sequence, text, place)) {
        *character = CLOSING_QUOTE;
        return place + broken_quote(text, place);
    }
    *character = sequence.character;
    if (place >= *sure) {
        size_t end = run_end(text, place, &count);
        *sure = count >= RUN_LEAST ? end : *sure;
    }
    return place < *sure || is_telling(&sequence, text, place) ? sequence.end : place;
}

bool double_encoding_decode(struct buffer *out, palpate_view text)
{
    struct survey survey = look_over(text);
    size_t sure = is_whole(&survey) ? text.size : 0;
    size_t kept = 0; /* where the run not yet copied starts */
    size_t size = 0;

    for (size_t place = 0; place < text.size; place += size) {
        uint32_t character = 0;
        place += utf8_plain_run(text, place);
        if (place == text.size)
            break;
        size_t end = decode_at(&character, text, place, &sure);
        if (end == place) {
            (void)utf8_decode(text, place, &size);
            continue;
        }
        buffer_append(out, view_slice(text, kept, place - kept));
        append_character(out, character);
        kept = end;
        size = end - place;
    }
    if (kept == 0)
        return false;
    buffer_append(out, view_slice(text, kept, text.size - kept));
    return true;
}
