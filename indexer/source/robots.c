#include "indexer/source/robots.h"

#include <string.h>

#include "core/address.h"
#include "core/ascii.h"
#include "core/fail.h"
#include "core/view.h"

enum {
    MAX_ROBOTS = 512 * 1024, /* bytes; the standard asks for 500 KB */
    MAX_PATH = 2000          /* bytes of a path that are compared */
};

struct robots_rule {
    palpate_view written; /* as it is in the file, with a NUL after it */
    palpate_view path;    /* the same in the one way to write it */
    bool is_allowing;
    bool has_end; /* it matches whole paths */
};

/* What is being read. */
struct reading {
    struct robots *out;
    struct arena *arena;
    palpate_view agent; /* whose rules are wanted */
    size_t room;
    bool is_in_rules; /* a rule came after the last user-agent */
    bool is_ours;     /* the group is of the agent */
    bool has_group;   /* there is one */
};

/* Text that is written into an array; what does not fit is cut. */
struct written {
    char bytes[MAX_PATH];
    size_t size;
};

static void write_byte(struct written *out, char byte)
{
    if (out->size < sizeof out->bytes)
        out->bytes[out->size++] = byte;
}

static void write_escaped(struct written *out, unsigned byte)
{
    static const char DIGITS[] = "0123456789ABCDEF";

    write_byte(out, '%');
    write_byte(out, DIGITS[byte >> 4]);
    write_byte(out, DIGITS[byte & 15]);
}

/* Whether a byte means the same with an escape and without. */
static bool is_plain(unsigned byte)
{
    return byte >= 0x80 || ascii_is_alphanumeric((int)byte) ||
           (byte != 0 && strchr("-._~", (int)byte) != NULL);
}

static bool needs_escape(unsigned byte)
{
    return byte <= ' ' || strchr("\"<>\\^`{|}", (int)byte) != NULL;
}

/* Writes a path in the one way that all spellings of it share. */
static void write_path(struct written *out, palpate_view path)
{
    for (size_t i = 0; path.data != NULL && i < path.size; i++) {
        unsigned byte = (unsigned char)path.data[i];
        bool is_escape = byte == '%' && i + 2 < path.size &&
                         ascii_hex_value(path.data[i + 1]) >= 0 &&
                         ascii_hex_value(path.data[i + 2]) >= 0;
        if (is_escape) {
            byte = (unsigned)(ascii_hex_value(path.data[i + 1]) * 16 +
                              ascii_hex_value(path.data[i + 2]));
            i += 2;
        }
        if (is_escape ? is_plain(byte) : !needs_escape(byte))
            write_byte(out, (char)byte);
        else
            write_escaped(out, byte);
    }
}

static palpate_status add_rule(
        struct reading *reading, palpate_view path, bool is_allowing)
{
    struct robots *out = reading->out;
    struct written plain = { .size = 0 };
    bool has_end = view_ends_with(path, PALPATE_VIEW("$"));

    if (path.size == 0) /* it says that nothing is left out */
        return PALPATE_OK;
    write_path(&plain, view_slice(path, 0, path.size - has_end));
    if (!arena_grow(reading->arena, (void **)&out->rules, &reading->room, out->count,
                sizeof *out->rules))
        return PALPATE_NO_MEMORY;
    struct robots_rule *rule = &out->rules[out->count];
    *rule = (struct robots_rule){ .written = arena_copy(reading->arena, path),
        .path = arena_copy(reading->arena, (palpate_view){ plain.bytes, plain.size }),
        .is_allowing = is_allowing,
        .has_end = has_end };
    bool has_memory = rule->written.data != NULL && rule->path.data != NULL;
    out->count += has_memory;
    return has_memory ? PALPATE_OK : PALPATE_NO_MEMORY;
}

/* "Palpate/1.0" is the agent "palpate". */
static bool is_agent(palpate_view value, palpate_view agent)
{
    size_t size = 0;

    while (size < value.size &&
            (ascii_is_letter(value.data[size]) || value.data[size] == '-' ||
                    value.data[size] == '_' || value.data[size] == '*'))
        size++;
    return view_equals_ignoring_case(view_slice(value, 0, size), agent);
}

static palpate_status take_line(struct reading *reading, palpate_view line)
{
    size_t colon = 0;

    line = view_slice(line, 0, view_find(line, PALPATE_VIEW("#")));
    colon = view_find(line, PALPATE_VIEW(":"));
    palpate_view key = view_trim(view_slice(line, 0, colon));
    palpate_view value = view_trim(view_slice(line, colon + 1, line.size));
    bool is_allowing = view_equals_ignoring_case(key, PALPATE_VIEW("allow"));

    if (view_equals_ignoring_case(key, PALPATE_VIEW("user-agent"))) {
        bool is_ours = is_agent(value, reading->agent);
        reading->is_ours = is_ours || (reading->is_ours && !reading->is_in_rules);
        reading->has_group |= is_ours;
        reading->is_in_rules = false;
    } else if (is_allowing ||
               view_equals_ignoring_case(key, PALPATE_VIEW("disallow"))) {
        reading->is_in_rules = true;
        if (reading->is_ours)
            return add_rule(reading, value, is_allowing);
    }
    return PALPATE_OK;
}

/* Lines end with LF, CR or both. */
static size_t line_size(palpate_view text)
{
    size_t size = 0;

    while (size < text.size && text.data[size] != '\n' && text.data[size] != '\r')
        size++;
    return size;
}

/* Reads what is said to one agent; `*has_group` says whether there is such. */
static palpate_status read_for(struct robots *out, bool *has_group, struct arena *arena,
        palpate_view text, palpate_view agent)
{
    struct reading reading = { .out = out, .arena = arena, .agent = agent };
    palpate_status status = PALPATE_OK;

    *out = (struct robots){ .count = 0 };
    while (status == PALPATE_OK && text.size > 0) {
        size_t size = line_size(text);
        status = take_line(&reading, view_slice(text, 0, size));
        text = view_slice(text, size + 1, text.size);
    }
    *has_group = reading.has_group;
    return status;
}

palpate_status robots_read(
        struct robots *out, struct arena *arena, palpate_view bytes, palpate_error *err)
{
    palpate_view mark = PALPATE_VIEW("\xEF\xBB\xBF");
    bool has_group = false;

    *out = (struct robots){ .count = 0 };
    if (bytes.size > MAX_ROBOTS)
        return fail(err, PALPATE_BAD_INPUT,
                "this is larger than the %d KB that crawlers read of a robots.txt",
                MAX_ROBOTS / 1024);
    if (view_starts_with(view_trim(bytes), PALPATE_VIEW("<")) ||
            (bytes.size > 0 && memchr(bytes.data, 0, bytes.size) != NULL))
        return fail(err, PALPATE_BAD_INPUT, "this is no robots.txt");
    if (view_starts_with(bytes, mark))
        bytes = view_slice(bytes, mark.size, bytes.size);
    palpate_status status =
            read_for(out, &has_group, arena, bytes, PALPATE_VIEW("palpate"));
    if (status == PALPATE_OK && !has_group)
        status = read_for(out, &has_group, arena, bytes, PALPATE_VIEW("*"));
    return status == PALPATE_OK ? status
                                : fail(err, status, "out of memory for robots.txt");
}

/* Whether a path starts as the rule says; "*" is any run of bytes.  The last star is
   the only one to return to. */
static bool matches(const struct robots_rule *rule, palpate_view path)
{
    palpate_view pattern = rule->path;
    size_t place = 0;
    size_t star = SIZE_MAX;
    size_t from = 0;

    for (size_t i = 0;;) {
        if (place == pattern.size && (!rule->has_end || i == path.size))
            return true;
        if (place < pattern.size && pattern.data[place] == '*') {
            star = place++;
            from = i;
        } else if (place < pattern.size && i < path.size &&
                   pattern.data[place] == path.data[i]) {
            place++;
            i++;
        } else if (star != SIZE_MAX && from < path.size) {
            place = star + 1;
            i = ++from;
        } else {
            return false;
        }
    }
}

bool robots_allow(const struct robots *robots, palpate_view address, palpate_view *rule)
{
    struct written path = { .size = 0 };
    const struct robots_rule *best = NULL;
    palpate_view origin = address_host(address).size > 0 ? address_origin(address)
                                                         : (palpate_view){ NULL, 0 };
    palpate_view rest = view_slice(address, origin.size, address.size);

    rest = view_slice(rest, 0, view_find(rest, PALPATE_VIEW("#")));
    if (!view_starts_with(rest, PALPATE_VIEW("/")))
        write_byte(&path, '/');
    write_path(&path, rest);
    for (size_t i = 0; i < robots->count; i++) {
        const struct robots_rule *one = &robots->rules[i];
        bool is_better = best == NULL || one->path.size > best->path.size ||
                         (one->path.size == best->path.size && one->is_allowing);
        if (is_better && matches(one, (palpate_view){ path.bytes, path.size }))
            best = one;
    }
    if (best == NULL || best->is_allowing)
        return true;
    *rule = best->written;
    return false;
}
