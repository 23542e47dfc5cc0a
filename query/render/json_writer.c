#include "query/render/json_writer.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "core/view.h"

static void start_line(struct json_writer *writer)
{
    if (!writer->is_indented)
        return;
    buffer_append_byte(writer->out, '\n');
    for (unsigned i = 0; i < writer->depth; i++)
        buffer_append_string(writer->out, "  ");
}

/* What stands before a value. */
static void start_value(struct json_writer *writer, const char *key)
{
    if (writer->has_before)
        buffer_append_byte(writer->out, ',');
    if (writer->depth > 0)
        start_line(writer);
    writer->has_before = true;
    if (key == NULL)
        return;
    buffer_append_byte(writer->out, '"');
    buffer_append_string(writer->out, key);
    buffer_append_string(writer->out, writer->is_indented ? "\": " : "\":");
}

static void open_bracket(struct json_writer *writer, const char *key, char bracket)
{
    start_value(writer, key);
    buffer_append_byte(writer->out, bracket);
    writer->depth++;
    writer->has_before = false;
}

static void close_bracket(struct json_writer *writer, char bracket)
{
    writer->depth--;
    if (writer->has_before)
        start_line(writer);
    buffer_append_byte(writer->out, bracket);
    writer->has_before = true;
}

void json_begin_object(struct json_writer *writer, const char *key)
{
    open_bracket(writer, key, '{');
}

void json_end_object(struct json_writer *writer)
{
    close_bracket(writer, '}');
}

void json_begin_array(struct json_writer *writer, const char *key)
{
    open_bracket(writer, key, '[');
}

void json_end_array(struct json_writer *writer)
{
    close_bracket(writer, ']');
}

/* Without "<" no text can end a script that JSON is put into, or begin a comment there.
 */
static bool is_plain(char byte)
{
    return (unsigned char)byte >= ' ' && byte != '"' && byte != '\\' && byte != '<';
}

static void append_escape(struct buffer *out, char byte)
{
    static const char *const SHORT[128] = { ['"'] = "\\\"",
        ['\\'] = "\\\\",
        ['\b'] = "\\b",
        ['\f'] = "\\f",
        ['\n'] = "\\n",
        ['\r'] = "\\r",
        ['\t'] = "\\t",
        ['<'] = "\\u003c" };
    const char *escape = SHORT[(unsigned char)byte];

    if (escape != NULL)
        buffer_append_string(out, escape);
    else
        buffer_append_format(out, "\\u%04X", (unsigned)(unsigned char)byte);
}

/* Whether a control character of C1 stands at `place`: JSON lets it be, terminals obey
   it. */
static bool is_c1(palpate_view text, size_t place)
{
    return (unsigned char)text.data[place] == 0xC2 && place + 1 < text.size &&
           (unsigned char)text.data[place + 1] < 0xA0;
}

static void append_escaped(struct buffer *out, palpate_view text)
{
    size_t done = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (is_c1(text, i)) {
            buffer_append(out, view_slice(text, done, i - done));
            buffer_append_format(
                    out, "\\u%04X", (unsigned)(unsigned char)text.data[++i]);
            done = i + 1;
            continue;
        }
        if (is_plain(text.data[i]))
            continue;
        buffer_append(out, view_slice(text, done, i - done));
        append_escape(out, text.data[i]);
        done = i + 1;
    }
    buffer_append(out, view_slice(text, done, text.size - done));
}

void json_add_text(struct json_writer *writer, const char *key, palpate_view text)
{
    struct buffer repaired = { 0 };

    start_value(writer, key);
    if (text.size > 0 && !utf8_is_valid(text)) {
        utf8_append_repaired(&repaired, text);
        text = buffer_view(&repaired);
        writer->out->failed |= repaired.failed;
    }
    buffer_append_byte(writer->out, '"');
    append_escaped(writer->out, text);
    buffer_append_byte(writer->out, '"');
    buffer_free(&repaired);
}

void json_add_count(struct json_writer *writer, const char *key, uint64_t count)
{
    start_value(writer, key);
    buffer_append_format(writer->out, "%" PRIu64, count);
}

void json_add_flag(struct json_writer *writer, const char *key, bool flag)
{
    start_value(writer, key);
    buffer_append_string(writer->out, flag ? "true" : "false");
}

void json_add_real(struct json_writer *writer, const char *key, double value)
{
    enum { FEWEST = 15, ENOUGH = 17 };
    char digits[40];

    if (!isfinite(value))
        value = 0;
    for (int precision = FEWEST; precision <= ENOUGH; precision++) {
        (void)snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (strtod(digits, NULL) == value)
            break;
    }
    /* A locale may have another sign than the point. */
    size_t sign = strspn(digits, "+-0123456789e");
    bool is_whole = digits[sign] == '\0' && strchr(digits, 'e') == NULL;
    if (digits[sign] != '\0')
        digits[sign] = '.';
    start_value(writer, key);
    buffer_append_string(writer->out, digits);
    buffer_append_string(writer->out, is_whole ? ".0" : "");
}
