#include "core/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char *buffer_reserve(struct buffer *buffer, size_t more)
{
    if (buffer->failed)
        return NULL;
    if (buffer->room - buffer->size >= more && buffer->data != NULL)
        return buffer->data + buffer->size;
    if (more > SIZE_MAX / 4 || buffer->size > SIZE_MAX / 4) {
        buffer->failed = true;
        return NULL;
    }

    size_t room = buffer->room < 64 ? 64 : buffer->room;
    while (room - buffer->size < more)
        room *= 2;
    char *data = realloc(buffer->data, room);
    if (data == NULL) {
        buffer->failed = true;
        return NULL;
    }
    buffer->data = data;
    buffer->room = room;
    return data + buffer->size;
}

void buffer_append(struct buffer *buffer, palpate_view bytes)
{
    if (bytes.size == 0)
        return;

    char *end = buffer_reserve(buffer, bytes.size);
    if (end == NULL)
        return;
    memcpy(end, bytes.data, bytes.size);
    buffer->size += bytes.size;
}

void buffer_append_string(struct buffer *buffer, const char *string)
{
    buffer_append(buffer, (palpate_view){ string, strlen(string) });
}

void buffer_append_byte(struct buffer *buffer, char byte)
{
    buffer_append(buffer, (palpate_view){ &byte, 1 });
}

void buffer_append_format(struct buffer *buffer, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    int size = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *end = size < 0 ? NULL : buffer_reserve(buffer, (size_t)size + 1);
    if (end == NULL) {
        buffer->failed = true;
        return;
    }
    va_start(args, format);
    (void)vsnprintf(end, (size_t)size + 1, format, args);
    va_end(args);
    buffer->size += (size_t)size;
}

void buffer_clear(struct buffer *buffer)
{
    buffer->size = 0;
    buffer->failed = false;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){ 0 };
}
