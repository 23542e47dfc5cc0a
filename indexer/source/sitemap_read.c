#include "indexer/source/sitemap_read.h"

#include <string.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"
#include "core/web_address.h"
#include "indexer/source/xml_scan.h"

/* What is being read of a sitemap. */
struct reading {
    struct sitemap_text *out;
    struct arena *arena;
    unsigned depth; /* elements that are open */
    unsigned entry; /* depth of the <url> or <sitemap> that is open, or 0 */
    palpate_view prefix;
    unsigned field;      /* depth of its field that is open, or 0 */
    bool is_changed;     /* which is a lastmod, and no loc */
    struct buffer url;   /* of the entry, */
    struct buffer stamp; /* and its lastmod */
    bool has_memory;
};

static void append_character(struct buffer *out, uint32_t character)
{
    char bytes[UTF8_MAX_SIZE];
    size_t size = utf8_encode(character, bytes);

    buffer_append(out, (palpate_view){ bytes, size });
}

/* Reads "#38" or "#x26"; 0 for what is no number of a character. */
static uint32_t read_number(palpate_view name)
{
    bool is_hex = name.size > 1 && ascii_lower(name.data[1]) == 'x';
    uint32_t value = 0;

    for (size_t i = is_hex ? 2 : 1; i < name.size; i++) {
        int digit = ascii_hex_value(name.data[i]);
        if (digit < 0 || (digit > 9 && !is_hex) || value > 0xFFFFF)
            return 0;
        value = value * (is_hex ? 16 : 10) + (uint32_t)digit;
    }
    return value;
}

/* The character of a reference without "&" and ";", or 0. */
static uint32_t read_reference(palpate_view name)
{
    static const struct {
        palpate_view name;
        char character;
    } NAMES[] = { { PALPATE_VIEW_INIT("amp"), '&' }, { PALPATE_VIEW_INIT("lt"), '<' },
        { PALPATE_VIEW_INIT("gt"), '>' }, { PALPATE_VIEW_INIT("quot"), '"' },
        { PALPATE_VIEW_INIT("apos"), '\'' } };

    if (view_starts_with(name, PALPATE_VIEW("#")))
        return read_number(name);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals(name, NAMES[i].name))
            return (uint32_t)NAMES[i].character;
    return 0;
}

/* Appends a text with its references undone.  An "&" that starts none, as sitemaps that
   nobody escaped have it, stands for itself. */
static void append_text(struct buffer *out, palpate_view text)
{
    enum { LONGEST = 10 /* bytes of a reference */ };

    for (size_t i = 0; i < text.size; i++) {
        palpate_view rest = view_slice(text, i + 1, LONGEST);
        size_t size = view_find(rest, PALPATE_VIEW(";"));
        uint32_t character = text.data[i] == '&' && size < rest.size
                                     ? read_reference(view_slice(rest, 0, size))
                                     : 0;
        if (character != 0) {
            append_character(out, character);
            i += size + 1;
        } else {
            buffer_append_byte(out, text.data[i]);
        }
    }
}

static palpate_status add_entry(
        struct reading *reading, palpate_view url, palpate_view changed)
{
    struct sitemap_text *out = reading->out;

    if (!arena_grow(reading->arena, (void **)&out->entries, &out->room, out->count,
                sizeof *out->entries))
        return PALPATE_NO_MEMORY;
    struct sitemap_entry *entry = &out->entries[out->count];
    entry->url = arena_copy(reading->arena, url);
    entry->changed = arena_copy(reading->arena, changed);
    out->count += entry->url.data != NULL && entry->changed.data != NULL;
    return entry->url.data != NULL && entry->changed.data != NULL ? PALPATE_OK
                                                                  : PALPATE_NO_MEMORY;
}

static bool is_own_prefix(const struct reading *reading, const struct xml_scan *scan)
{
    return view_equals(scan->prefix, reading->prefix);
}

static void start(struct reading *reading, const struct xml_scan *scan)
{
    bool is_page = view_equals(scan->name, PALPATE_VIEW("url"));
    bool is_map = view_equals(scan->name, PALPATE_VIEW("sitemap"));
    bool is_changed = view_equals(scan->name, PALPATE_VIEW("lastmod"));

    reading->depth++;
    if (reading->entry == 0 && reading->depth == 2 && (is_page || is_map)) {
        reading->entry = reading->depth;
        reading->prefix = scan->prefix;
        reading->out->is_index = is_map;
        buffer_clear(&reading->url);
        buffer_clear(&reading->stamp);
    } else if (reading->entry > 0 && reading->depth == reading->entry + 1 &&
               is_own_prefix(reading, scan) &&
               (is_changed || view_equals(scan->name, PALPATE_VIEW("loc")))) {
        reading->field = reading->depth;
        reading->is_changed = is_changed;
    }
}

static palpate_status stop(struct reading *reading)
{
    palpate_view url = view_trim(buffer_view(&reading->url));
    palpate_status status = PALPATE_OK;

    if (reading->url.failed || reading->stamp.failed)
        return PALPATE_NO_MEMORY;
    if (reading->field == reading->depth)
        reading->field = 0;
    if (reading->entry == reading->depth && reading->entry > 0) {
        reading->entry = 0;
        if (is_web_address(url))
            status = add_entry(reading, url, view_trim(buffer_view(&reading->stamp)));
    }
    reading->depth -= reading->depth > 0;
    return status;
}

static void take_text(struct reading *reading, const struct xml_scan *scan)
{
    struct buffer *out = reading->is_changed ? &reading->stamp : &reading->url;

    if (reading->field == 0)
        return;
    if (scan->kind == XML_PLAIN)
        buffer_append(out, scan->value);
    else
        append_text(out, scan->value);
}

static palpate_status read_xml(
        struct reading *reading, palpate_view text, palpate_error *err)
{
    struct xml_scan scan = { .text = text };
    palpate_status status = PALPATE_OK;

    while (status == PALPATE_OK && xml_next(&scan)) {
        if (scan.kind == XML_START)
            start(reading, &scan);
        else if (scan.kind == XML_STOP)
            status = stop(reading);
        else
            take_text(reading, &scan);
    }
    if (status != PALPATE_OK)
        return fail(err, status, "out of memory for a sitemap");
    if (scan.is_cut || reading->entry > 0)
        return fail(err, PALPATE_BAD_INPUT, "this sitemap is cut off: fetch it again");
    return PALPATE_OK;
}

static palpate_status read_lines(
        struct reading *reading, palpate_view text, palpate_error *err)
{
    size_t number = 0;

    while (text.size > 0) {
        size_t size = view_find(text, PALPATE_VIEW("\n"));
        palpate_view line = view_trim(view_slice(text, 0, size));
        text = view_slice(text, size + 1, text.size);
        number++;
        if (line.size == 0)
            continue;
        if (!is_web_address(line)) {
            return fail(err, PALPATE_BAD_INPUT,
                    "this is no sitemap: line %zu is neither XML nor an address of "
                    "http or https",
                    number);
        }
        if (add_entry(reading, line, PALPATE_VIEW("")) != PALPATE_OK)
            return fail(err, PALPATE_NO_MEMORY, "out of memory for a sitemap");
    }
    return PALPATE_OK;
}

palpate_status sitemap_read(struct sitemap_text *out, struct arena *arena,
        palpate_view bytes, palpate_error *err)
{
    struct reading reading = { .out = out, .arena = arena };
    palpate_view mark = PALPATE_VIEW("\xEF\xBB\xBF");

    *out = (struct sitemap_text){ .count = 0 };
    if (view_starts_with(bytes, mark))
        bytes = view_slice(bytes, mark.size, bytes.size);
    if (!utf8_is_valid(bytes) || (bytes.size > 0 && memchr(bytes.data, 0, bytes.size)))
        return fail(
                err, PALPATE_BAD_INPUT, "this is no sitemap: it is not text in UTF-8");
    bool is_xml = view_starts_with(view_trim(bytes), PALPATE_VIEW("<"));
    palpate_status status =
            is_xml ? read_xml(&reading, bytes, err) : read_lines(&reading, bytes, err);
    buffer_free(&reading.url);
    buffer_free(&reading.stamp);
    if (status == PALPATE_OK && out->count == 0)
        return fail(err, PALPATE_BAD_INPUT,
                "this lists no address: give a sitemap (a urlset or a sitemapindex of "
                "sitemaps.org, or an address a line)");
    return status;
}
