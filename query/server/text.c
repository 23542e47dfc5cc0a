#include "text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

void text_open(struct text *text)
{
    *text = (struct text){ 0 };
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

void text_add_escaped(struct text *text, palpate_view bytes)
{
    static const char *const ENTITIES[128] = { ['&'] = "&amp;",
        ['<'] = "&lt;",
        ['>'] = "&gt;",
        ['"'] = "&quot;",
        ['\''] = "&#39;" };

    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        bool is_control = byte < ' ' && byte != '\n' && byte != '\t';
        if (byte < 128 && ENTITIES[byte] != NULL)
            text_add_string(text, ENTITIES[byte]);
        else if (is_control)
            text_add_string(text, " ");
        else
            text_add(text, (palpate_view){ bytes.data + i, 1 });
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
