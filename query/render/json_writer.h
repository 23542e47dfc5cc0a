/* Values, one after another -> JSON. */
#ifndef QUERY_JSON_WRITER_H
#define QUERY_JSON_WRITER_H

#include <stdint.h>

#include "core/buffer.h"

/* Writes one value to `out`, on one line or indented.  `key` is the name of a member,
   plain ASCII, and NULL for the value itself or an element of an array. */
struct json_writer {
    struct buffer *out;
    bool is_indented;
    unsigned depth;
    bool has_before; /* a value of the same object or array */
};

void json_begin_object(struct json_writer *writer, const char *key);
void json_end_object(struct json_writer *writer);
void json_begin_array(struct json_writer *writer, const char *key);
void json_end_array(struct json_writer *writer);

/* Bytes that are no UTF-8 become replacement characters. */
void json_add_text(struct json_writer *writer, const char *key, palpate_view text);
void json_add_count(struct json_writer *writer, const char *key, uint64_t count);
void json_add_flag(struct json_writer *writer, const char *key, bool flag);

/* With as many digits as it takes to read the same number back. */
void json_add_real(struct json_writer *writer, const char *key, double value);

#endif
