/* Bytes that grow at the end. */
#ifndef CORE_BUFFER_H
#define CORE_BUFFER_H

#include <palpate/view.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Zero-initialised is a valid empty buffer.  When memory is out `failed` is set and
   stays set, and appending does nothing: append freely and look once at the end. */
struct buffer {
    char *data;
    size_t size; /* bytes used */
    size_t room; /* bytes held */
    bool failed; /* memory ran out: the bytes are not whole */
};

void buffer_append(struct buffer *buffer, palpate_view bytes);
void buffer_append_string(struct buffer *buffer, const char *string);
void buffer_append_byte(struct buffer *buffer, char byte);
void buffer_append_format(struct buffer *buffer, const char *format, ...)
        __attribute__((format(printf, 2, 3)));

/* Makes room for `more` bytes after the end and returns where they go, or NULL; the
   caller writes and adds to `size`. */
char *buffer_reserve(struct buffer *buffer, size_t more);

/* The bytes so far; valid until the next append. */
static inline palpate_view buffer_view(const struct buffer *buffer)
{
    return (palpate_view){ buffer->data, buffer->size };
}

/* Empties the buffer, forgets a failure, keeps the memory. */
void buffer_clear(struct buffer *buffer);
void buffer_free(struct buffer *buffer);

#ifdef __cplusplus
}
#endif
#endif
