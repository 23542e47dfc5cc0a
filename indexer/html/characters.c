#include "indexer/html/characters.h"

#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/double_encoding.h"
#include "indexer/html/references.h"

enum { ROUNDS = 3 /* a text may have been encoded again this often */ };

bool character_is_unseen(uint32_t character)
{
    switch (character) {
    case 0xAD:   /* soft hyphen */
    case 0x34F:  /* combining grapheme joiner */
    case 0x180E: /* Mongolian vowel separator */
    case 0x200B: /* zero-width space */
    case 0xFEFF: /* mark of byte order, or zero-width no-break space */ return true;
    default: return character >= 0x2060 && character <= 0x2064; /* joiners of words */
    }
}

/* What stands for a character: itself, another, or 0 for none. */
static uint32_t settled(uint32_t character)
{
    if (character_is_unseen(character))
        return 0;
    if (character == 0x2028 || character == 0x2029)
        return ' '; /* ends of lines, for some readers of them */
    character = reference_of_windows(character);
    return character >= 0x80 && character < 0xA0 ? 0 : character;
}

/* Whether nothing of a text is to be changed, as of most pages. */
static bool is_settled(palpate_view text)
{
    size_t size = 0;

    for (size_t i = 0; i < text.size; i += size) {
        i += utf8_plain_run(text, i);
        if (i == text.size)
            break;
        uint32_t character = utf8_decode(text, i, &size);
        if (settled(character) != character || !utf8_is_stable_in_nfc(character) ||
                double_encoding_may_start(text, i))
            return false;
    }
    return true;
}

static void append_seen(struct buffer *out, palpate_view text)
{
    size_t kept = 0;
    size_t size = 0;

    for (size_t i = 0; i < text.size; i += size) {
        char bytes[UTF8_MAX_SIZE];
        i += utf8_plain_run(text, i);
        if (i == text.size)
            break;
        uint32_t character = utf8_decode(text, i, &size);
        uint32_t stands = settled(character);
        if (stands == character)
            continue;
        buffer_append(out, view_slice(text, kept, i - kept));
        if (stands != 0)
            buffer_append(out, (palpate_view){ bytes, utf8_encode(stands, bytes) });
        kept = i + size;
    }
    buffer_append(out, view_slice(text, kept, text.size - kept));
}

void characters_settle(struct buffer *out, palpate_view text)
{
    struct buffer decoded[ROUNDS] = { { 0 } };
    struct buffer seen = { 0 };

    if (is_settled(text)) {
        buffer_append(out, text);
        return;
    }
    for (unsigned i = 0; i < ROUNDS && double_encoding_decode(&decoded[i], text); i++)
        text = buffer_view(&decoded[i]);
    append_seen(&seen, text);
    utf8_append_nfc(out, buffer_view(&seen));
    out->failed |= seen.failed;
    for (unsigned i = 0; i < ROUNDS; i++) {
        out->failed |= decoded[i].failed;
        buffer_free(&decoded[i]);
    }
    buffer_free(&seen);
}
