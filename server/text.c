#include "server/text.h"

#include <inttypes.h>
#include <palpate/html.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

void text_open(struct text *text)
{
    *text = (struct text){ .wording = wording_at(0) };
    text->stream = open_memstream(&text->data, &text->size);
}

char *text_close(struct text *text, size_t *size)
{
    bool is_whole = false;

    if (text->stream != NULL) {
        is_whole = ferror(text->stream) == 0;
        is_whole &= fclose(text->stream) == 0;
    }
    if (!is_whole) {
        free(text->data);
        text->data = NULL;
    }
    *size = is_whole ? text->size : 0;
    return text->data;
}

void text_add(struct text *text, palpate_view bytes)
{
    if (text->stream != NULL && bytes.size > 0)
        (void)fwrite(bytes.data, 1, bytes.size, text->stream);
}

void text_add_string(struct text *text, const char *string)
{
    text_add(text, (palpate_view){ string, strlen(string) });
}

void text_add_format(struct text *text, const char *format, ...)
{
    va_list values;

    if (text->stream == NULL)
        return;
    va_start(values, format);
    (void)vfprintf(text->stream, format, values);
    va_end(values);
}

static bool is_between(unsigned char byte, unsigned char least, unsigned char most)
{
    return byte >= least && byte <= most;
}

/* The bytes of a character that begins with `lead`; 0 where none does. */
static size_t size_by_lead(unsigned char lead)
{
    static const struct {
        unsigned char least;
        unsigned char most;
    } LEADS[] = { { 0x00, 0x7F }, { 0xC2, 0xDF }, { 0xE0, 0xEF }, { 0xF0, 0xF4 } };

    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++)
        if (is_between(lead, LEADS[i].least, LEADS[i].most))
            return i + 1;
    return 0;
}

/* The bytes of the character that begins at `at`, of `room` there are; 0 where none
   does: no second way to write a character, no half of a pair, nothing above U+10FFFF.
 */
static size_t character_size(const char *at, size_t room)
{
    const unsigned char *bytes = (const unsigned char *)at;
    unsigned char lead = bytes[0];
    size_t size = size_by_lead(lead);
    unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;

    if (size > room || (size > 1 && !is_between(bytes[1], least, most)))
        return 0;
    for (size_t i = 2; i < size; i++)
        if (!is_between(bytes[i], 0x80, 0xBF))
            return 0;
    return size;
}

void text_add_escaped(struct text *text, palpate_view bytes)
{
    for (size_t i = 0, size = 0; i < bytes.size; i += size == 0 ? 1 : size) {
        unsigned char byte = (unsigned char)bytes.data[i];
        const char *reference = palpate_html_reference(bytes.data[i]);
        bool is_control = (byte < ' ' && byte != '\n' && byte != '\t') || byte == 0x7F;
        size = character_size(bytes.data + i, bytes.size - i);
        if (size == 0)
            text_add_string(text, "\xEF\xBF\xBD");
        else if (reference != NULL)
            text_add_string(text, reference);
        else if (is_control)
            text_add_string(text, " ");
        else
            text_add(text, (palpate_view){ bytes.data + i, size });
    }
}

void text_add_percent(struct text *text, palpate_view bytes)
{
    static const char SAFE[] =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    for (size_t i = 0; i < bytes.size; i++) {
        char byte = bytes.data[i];
        if (byte != '\0' && strchr(SAFE, byte) != NULL)
            text_add(text, (palpate_view){ &byte, 1 });
        else
            text_add_format(text, "%%%02X", (unsigned char)byte);
    }
}

void text_say_piece(struct text *text, enum phrase phrase, unsigned number)
{
    text_add_escaped(text, wording_piece(text->wording, phrase, number));
}

void text_say(struct text *text, enum phrase phrase)
{
    text_say_piece(text, phrase, 0);
    text_say_piece(text, phrase, 1);
}

/* "1,234", with the sign that the language has between thousands. */
static void add_number(struct text *text, uint64_t number)
{
    char digits[24];
    int size = snprintf(digits, sizeof digits, "%" PRIu64, number);

    for (int i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0)
            text_say(text, SAY_THOUSANDS);
        text_add(text, (palpate_view){ digits + i, 1 });
    }
}

void text_say_count(struct text *text, enum phrase phrase, uint64_t number)
{
    text_say_piece(text, phrase, 0);
    add_number(text, number);
    text_say_piece(text, phrase, 1);
}

void text_say_words(struct text *text, enum phrase phrase, palpate_view words)
{
    text_say_piece(text, phrase, 0);
    text_add_escaped(text, words);
    text_say_piece(text, phrase, 1);
}
