#include "core/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/view.h"

uint32_t utf8_lower(uint32_t character)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)character);
}

size_t utf8_plain_run(palpate_view text, size_t place)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t highs = UINT64_C(0x8080808080808080);
    size_t end = place;

    while (text.size - end >= sizeof(uint64_t)) {
        uint64_t bytes = 0;
        memcpy(&bytes, text.data + end, sizeof bytes);
        if ((bytes & highs) != 0 || ((bytes - ones) & ~bytes & highs) != 0)
            break;
        end += sizeof bytes;
    }
    while (end < text.size && (unsigned char)text.data[end] - 1U < 0x7F)
        end++;
    return end - place;
}

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The bytes that a sequence starting with `lead` has, and the smallest character that
   may be written so; 0 for what starts none. */
static size_t sequence_size(unsigned char lead, uint32_t *smallest)
{
    if (lead >= 0xC2 && lead <= 0xDF) {
        *smallest = 0x80;
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        *smallest = 0x800;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        *smallest = 0x10000;
        return 4;
    }
    return 0;
}

uint32_t utf8_decode(palpate_view text, size_t place, size_t *size)
{
    const unsigned char *bytes = (const unsigned char *)text.data + place;
    uint32_t smallest = 0;

    *size = 1;
    if (bytes[0] < 0x80)
        return bytes[0];

    size_t whole = sequence_size(bytes[0], &smallest);
    if (whole == 0 || whole > text.size - place)
        return UTF8_REPLACEMENT;
    uint32_t character = bytes[0] & (0xFFU >> (whole + 1));
    for (size_t i = 1; i < whole; i++) {
        if (!is_tail(bytes[i]))
            return UTF8_REPLACEMENT;
        character = character << 6 | (bytes[i] & 0x3FU);
    }
    if (character < smallest || character > 0x10FFFF ||
            (character >= 0xD800 && character <= 0xDFFF))
        return UTF8_REPLACEMENT;
    *size = whole;
    return character;
}

size_t utf8_encode(uint32_t character, char out[UTF8_MAX_SIZE])
{
    if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        character = UTF8_REPLACEMENT;
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }

    size_t size = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    out[0] = (char)((0xF00U >> size & 0xFFU) | character);
    return size;
}

static bool is_ill_formed(uint32_t character, size_t size)
{
    return character == UTF8_REPLACEMENT && size == 1;
}

bool utf8_is_valid(palpate_view text)
{
    size_t size = 0;

    for (size_t place = 0; place < text.size; place += size) {
        place += utf8_plain_run(text, place);
        if (place == text.size)
            break;
        uint32_t character = utf8_decode(text, place, &size);
        if (is_ill_formed(character, size))
            return false;
    }
    return true;
}

void utf8_append_repaired(struct buffer *out, palpate_view text)
{
    size_t size = 0;
    size_t kept = 0; /* where the run not yet copied starts */

    for (size_t place = 0; place < text.size; place += size) {
        place += utf8_plain_run(text, place);
        if (place == text.size)
            break;
        uint32_t character = utf8_decode(text, place, &size);
        if (!is_ill_formed(character, size) && character != 0)
            continue;
        buffer_append(out, (palpate_view){ text.data + kept, place - kept });
        buffer_append(out, PALPATE_VIEW("\xEF\xBF\xBD"));
        kept = place + size;
    }
    if (kept < text.size)
        buffer_append(out, (palpate_view){ text.data + kept, text.size - kept });
}

/* What people write mostly, not all there are: curly quotes alone made half the time of
   reading a page. */
bool utf8_is_stable_in_nfc(uint32_t character)
{
    static const struct {
        uint32_t first;
        uint32_t last;
    } STABLE[] = {
        { 0, 0x2FF },         /* Latin */
        { 0x400, 0x482 },     /* Cyrillic */
        { 0x2002, 0x20CF },   /* punctuation, currencies */
        { 0x2190, 0x2328 },   /* arrows, signs */
        { 0x2500, 0x27BF },   /* boxes, dingbats */
        { 0x3001, 0x3029 },   /* punctuation of Chinese and Japanese */
        { 0x3041, 0x3094 },   /* Hiragana */
        { 0x30A1, 0x30FA },   /* Katakana */
        { 0x3400, 0x9FFF },   /* Han */
        { 0xAC00, 0xD7A3 },   /* Hangul */
        { 0xFE00, 0xFE0F },   /* variants of signs */
        { 0xFF00, 0xFFFD },   /* wide forms, the replacement */
        { 0x1F300, 0x1F6FF }, /* pictures */
        { 0x1F900, 0x1F9FF },
    };

    for (size_t i = 0; i < sizeof STABLE / sizeof *STABLE; i++)
        if (character <= STABLE[i].last)
            return character >= STABLE[i].first;
    return false;
}

static bool may_change_in_nfc(palpate_view text)
{
    size_t size = 0;

    for (size_t place = 0; place < text.size; place += size) {
        place += utf8_plain_run(text, place);
        if (place == text.size)
            break;
        if (!utf8_is_stable_in_nfc(utf8_decode(text, place, &size)))
            return true;
    }
    return false;
}

/* Appends `text` with a joiner after every few marks in a row, as Unicode has it
   for streams (annex 15, Stream-Safe Text Format): to bring marks in order takes time
   with the square of their number. */
static void append_stream_safe(struct buffer *out, palpate_view text)
{
    enum { MAX_MARKS = 30 };
    size_t size = 0;
    size_t kept = 0;
    unsigned marks = 0;

    for (size_t place = 0; place < text.size; place += size) {
        size_t run = utf8_plain_run(text, place);
        marks = run > 0 ? 0 : marks;
        place += run;
        if (place == text.size)
            break;
        uint32_t character = utf8_decode(text, place, &size);
        bool is_mark =
                utf8proc_get_property((utf8proc_int32_t)character)->combining_class !=
                0;
        marks = is_mark ? marks + 1 : 0;
        if (marks <= MAX_MARKS)
            continue;
        buffer_append(out, view_slice(text, kept, place - kept));
        buffer_append(out, PALPATE_VIEW("\xCD\x8F")); /* combining grapheme joiner */
        kept = place;
        marks = 1;
    }
    buffer_append(out, view_slice(text, kept, text.size));
}

void utf8_append_nfc(struct buffer *out, palpate_view text)
{
    utf8proc_uint8_t *normal = NULL;
    struct buffer safe = { 0 };

    if (!may_change_in_nfc(text)) {
        buffer_append(out, text);
        return;
    }
    append_stream_safe(&safe, text);
    out->failed |= safe.failed;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)safe.data,
            (utf8proc_ssize_t)safe.size, &normal, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (size < 0)
        buffer_append(out, text);
    else
        buffer_append(out, (palpate_view){ (const char *)normal, (size_t)size });
    buffer_free(&safe);
    free(normal);
}

size_t utf8_floor(palpate_view text, size_t place)
{
    if (place >= text.size)
        return text.size;
    while (place > 0 && is_tail((unsigned char)text.data[place]))
        place--;
    return place;
}
