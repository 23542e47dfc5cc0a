#include "core/printable.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "core/view.h"

enum { MAX_ESCAPED = 4 * UTF8_MAX_SIZE }; /* bytes that stand for one character */

/* Whether a terminal may do something else with a character than show it. */
static bool acts(uint32_t character, size_t size)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           (character == UTF8_REPLACEMENT && size == 1) ||
           (character >= 0x200E && character <= 0x200F) ||
           (character >= 0x2028 && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

/* Writes a character as it is, or each of its bytes escaped; the bytes written. */
static size_t write_character(
        char out[MAX_ESCAPED + 1], palpate_view character, bool is_escaped)
{
    size_t size = 0;

    if (!is_escaped) {
        memcpy(out, character.data, character.size);
        return character.size;
    }
    if (character.data[0] == '\n' || character.data[0] == '\t') {
        out[0] = '\\';
        out[1] = character.data[0] == '\n' ? 'n' : 't';
        return 2;
    }
    for (size_t i = 0; i < character.size; i++)
        size += (size_t)snprintf(
                out + size, 5, "\\%03o", (unsigned)(unsigned char)character.data[i]);
    return size;
}

/* Where what is plain from `place` on ends: most of what there is. */
static size_t plain_end(palpate_view text, size_t place)
{
    while (place < text.size && text.data[place] >= ' ' && text.data[place] < 0x7F)
        place++;
    return place;
}

void printable_append(struct buffer *out, palpate_view text)
{
    char shown[MAX_ESCAPED + 1];
    size_t size = 0;

    for (size_t place = 0; place < text.size; place += size) {
        size_t end = plain_end(text, place);
        buffer_append(out, view_slice(text, place, end - place));
        place = end;
        if (place == text.size)
            break;
        uint32_t character = utf8_decode(text, place, &size);
        buffer_append(out, (palpate_view){ shown,
                                   write_character(shown, view_slice(text, place, size),
                                           acts(character, size)) });
    }
}

void printable_make(char *text, size_t room)
{
    palpate_view given = view_of(text);
    char shown[MAX_ESCAPED + 1];
    size_t done = plain_end(given, 0);
    char copy[2048];
    size_t size = 0;

    if (done == given.size)
        return;
    palpate_view rest = view_slice(given, done, sizeof copy);
    memcpy(copy, rest.data, rest.size);
    rest.data = copy;
    for (size_t place = 0; place < rest.size; place += size) {
        uint32_t character = utf8_decode(rest, place, &size);
        size_t more = write_character(
                shown, view_slice(rest, place, size), acts(character, size));
        if (done + more >= room)
            break;
        memcpy(text + done, shown, more);
        done += more;
    }
    text[done] = '\0';
}
