#include "server/filter.h"

#include <ctype.h>
#include <palpate/search.h>
#include <stdbool.h>
#include <string.h>

#include "server/request.h"

enum { MAX_VALUE = 256 };

/* Writes the value; false where it is none. */
typedef bool filter_writer(struct text *text, palpate_view value);

static bool write_kind(struct text *text, palpate_view value)
{
    for (uint32_t kind = 0; palpate_kind_name(kind) != NULL; kind++) {
        if (view_is(value, palpate_kind_name(kind))) {
            text_add(text, value);
            return true;
        }
    }
    return false;
}

static bool write_plain(struct text *text, palpate_view value)
{
    for (size_t i = 0; i < value.size; i++) {
        unsigned char byte = (unsigned char)value.data[i];
        if (!isalnum(byte) && byte != '.' && byte != '-')
            return false;
    }
    text_add(text, value);
    return isalnum((unsigned char)value.data[0]);
}

/* Digits of a number between two bounds. */
static bool is_number(
        palpate_view value, size_t place, size_t digits, int least, int most)
{
    int number = 0;

    for (size_t i = place; i < place + digits; i++) {
        if (i >= value.size || !isdigit((unsigned char)value.data[i]))
            return false;
        number = number * 10 + (value.data[i] - '0');
    }
    return number >= least && number <= most;
}

/* 2019, 2019-05 or 2019-05-07. */
static bool is_day(palpate_view value)
{
    if (!is_number(value, 0, 4, 0, 9999))
        return false;
    if (value.size == 4)
        return true;
    if (value.data[4] != '-' || !is_number(value, 5, 2, 1, 12))
        return false;
    if (value.size == 7)
        return true;
    return value.data[7] == '-' && is_number(value, 8, 2, 1, 31) && value.size == 10;
}

static bool write_date(struct text *text, palpate_view value)
{
    const char *dots = memmem(value.data, value.size, "..", 2);
    bool is_date = false;

    if (dots == NULL) {
        is_date = is_day(value);
    } else {
        palpate_view from = { value.data, (size_t)(dots - value.data) };
        palpate_view to = { dots + 2, value.size - from.size - 2 };
        is_date = from.size + to.size > 0 && (from.size == 0 || is_day(from)) &&
                  (to.size == 0 || is_day(to));
    }
    if (is_date)
        text_add(text, value);
    return is_date;
}

/* Bytes of a quotation mark, straight or typographic, at the front; else 0. */
static size_t quote_size(palpate_view text)
{
    static const char *const QUOTES[] = { "\"", "\u00AB", "\u00BB", "\u201C", "\u201D",
        "\u201E", "\u201F" };

    for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++) {
        size_t size = strlen(QUOTES[i]);
        if (text.size >= size && memcmp(text.data, QUOTES[i], size) == 0)
            return size;
    }
    return 0;
}

/* A name may be anything but the end of its own quotation. */
static bool write_name(struct text *text, palpate_view value)
{
    bool has_letter = false;

    text_add_string(text, "\"");
    while (value.size > 0) {
        unsigned char byte = (unsigned char)value.data[0];
        size_t quote = quote_size(value);
        size_t step = quote > 0 ? quote : 1;
        has_letter |= quote == 0 && (isalnum(byte) || byte >= 0xC3);
        text_add(text, quote > 0 ? PALPATE_VIEW(" ") : (palpate_view){ value.data, 1 });
        value = (palpate_view){ value.data + step, value.size - step };
    }
    text_add_string(text, "\"");
    return has_letter;
}

static const struct {
    const char *name;
    filter_writer *write;
    const char *takes;
} FILTERS[] = {
    { "kind", write_kind, "there is no such kind" },
    { "author", write_name, "author takes a name" },
    { "site", write_plain, "site takes the name of a host" },
    { "lang", write_plain, "lang takes a language such as en or en-gb" },
    { "date", write_date, "date takes a date or a range such as 2019..2024-06" },
    { "filter", write_name, "filter takes a label such as body part: shoulder" },
};
enum { FILTER_COUNT = sizeof FILTERS / sizeof *FILTERS };

const char *filter_name(size_t filter)
{
    return filter < FILTER_COUNT ? FILTERS[filter].name : NULL;
}

const char *filter_write(struct text *text, const char *name, palpate_view value)
{
    for (size_t i = 0; i < FILTER_COUNT; i++) {
        if (strcmp(name, FILTERS[i].name) != 0)
            continue;
        if (value.size == 0 || value.size > MAX_VALUE)
            return FILTERS[i].takes;
        text_add_format(text, "%s:", name);
        if (!FILTERS[i].write(text, value))
            return FILTERS[i].takes;
        text_add_string(text, " ");
        return NULL;
    }
    return "there is no such filter";
}

palpate_view filter_skip(palpate_view words)
{
    bool is_quoted = false;
    size_t end = 0;

    for (size_t i = 0; i < FILTER_COUNT && end == 0; i++) {
        size_t size = strlen(FILTERS[i].name);
        if (words.size > size && memcmp(words.data, FILTERS[i].name, size) == 0 &&
                words.data[size] == ':')
            end = size;
    }
    if (end == 0)
        return words;
    for (; end < words.size && (is_quoted || words.data[end] != ' '); end++)
        is_quoted ^= words.data[end] == '"';
    end += end < words.size;
    return (palpate_view){ words.data + end, words.size - end };
}
