#include "indexer/html/markup_read.h"

#include <stdint.h>
#include <string.h>

#include "core/ascii.h"
#include "core/utf8.h"
#include "core/view.h"
#include "indexer/html/references.h"
#include "indexer/html/scripts.h"

/* What stands in an element up to its end tag. */
enum inside {
    INSIDE_MARKUP,
    INSIDE_CODE, /* is left as it is */
    INSIDE_TEXT  /* is text, whatever it looks like */
};

/* Whether one of eight bytes is `byte`. */
static bool have_byte(uint64_t bytes, char byte)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t others = bytes ^ (ones * (unsigned char)byte);

    return ((others - ones) & ~others & (ones << 7)) != 0;
}

size_t markup_next(palpate_view html, size_t place)
{
    while (html.size - place >= sizeof(uint64_t)) {
        uint64_t bytes = 0;
        memcpy(&bytes, html.data + place, sizeof bytes);
        if (have_byte(bytes, '<') || have_byte(bytes, '&'))
            break;
        place += sizeof bytes;
    }
    while (place < html.size && html.data[place] != '<' && html.data[place] != '&')
        place++;
    return place;
}

struct reader {
    palpate_view html;
    struct buffer *out;
    size_t place;
    size_t kept;   /* where the run not yet copied starts */
    bool has_text; /* elements of plain text may end */
};

/* Replaces the bytes from `place` to `end` by nothing; more may be appended then. */
static void cut(struct reader *reader, size_t end)
{
    buffer_append(reader->out,
            view_slice(reader->html, reader->kept, reader->place - reader->kept));
    reader->place = end;
    reader->kept = end;
}

/* Letters and digits are no markup, nor is what lies beyond ASCII.  Controls are not
   seen. */
static void append_character(struct buffer *out, uint32_t character)
{
    char bytes[UTF8_MAX_SIZE];

    if (character == 0 || (character < ' ' && !ascii_is_space((int)character)))
        return;
    if (character < 0x80 && !ascii_is_alphanumeric((int)character))
        buffer_append_format(out, "&#%u;", (unsigned)character);
    else
        buffer_append(out, (palpate_view){ bytes, utf8_encode(character, bytes) });
}

static void take_reference(struct reader *reader, enum reference_place where)
{
    uint32_t characters[REFERENCE_CHARACTERS];
    size_t size = reference_read(characters, reader->html, reader->place, where);

    if (size == 0) {
        /* The parser knows some names in places where there is none. */
        cut(reader, reader->place + 1);
        append_character(reader->out, '&');
        return;
    }
    cut(reader, reader->place + size);
    for (size_t i = 0; i < REFERENCE_CHARACTERS; i++)
        append_character(reader->out, characters[i]);
}

/* The place after the first `mark` from `place` on, or the end of the page. */
static size_t place_after(const struct reader *reader, size_t place, palpate_view mark)
{
    palpate_view rest = view_slice(reader->html, place, reader->html.size);
    size_t found = view_find(rest, mark);

    return found == rest.size ? reader->html.size : place + found + mark.size;
}

/* The place after the "-->" or "--!>" from `place` on, or the end of the page. */
static size_t comment_end(const struct reader *reader, size_t place)
{
    palpate_view html = reader->html;

    while (place < html.size) {
        place = place_after(reader, place, PALPATE_VIEW("--"));
        palpate_view rest = view_slice(html, place, 2);
        if (view_starts_with(rest, PALPATE_VIEW(">")))
            return place + 1;
        if (view_equals(rest, PALPATE_VIEW("!>")))
            return place + 2;
        place -= place < html.size; /* "--->" ends one, too */
    }
    return html.size;
}

/* "<!-->" and "<!--->" are whole comments. */
static void take_comment(struct reader *reader)
{
    static const palpate_view WHOLE[] = { PALPATE_VIEW_INIT("<!-->"),
        PALPATE_VIEW_INIT("<!--->") };
    enum { OPENING = 4 /* bytes of "<!--" */ };
    palpate_view rest = view_slice(reader->html, reader->place, reader->html.size);

    for (size_t i = 0; i < sizeof WHOLE / sizeof *WHOLE; i++) {
        if (view_starts_with(rest, WHOLE[i])) {
            cut(reader, reader->place + WHOLE[i].size);
            return;
        }
    }
    reader->place = comment_end(reader, reader->place + OPENING);
}

/* "<!" and what opens neither a comment nor the type of the document, "<?", and "</"
   without a name. */
static void take_bogus(struct reader *reader)
{
    cut(reader, place_after(reader, reader->place, PALPATE_VIEW(">")));
}

/* The bytes of the name of an element at `place`. */
static palpate_view name_at(const struct reader *reader, size_t place)
{
    size_t size = 0;

    while (place + size < reader->html.size &&
            !ascii_is_space(reader->html.data[place + size]) &&
            strchr("/>", reader->html.data[place + size]) == NULL)
        size++;
    return view_slice(reader->html, place, size);
}

static enum inside inside_of(palpate_view name)
{
    static const struct {
        palpate_view name;
        enum inside inside;
    } ELEMENTS[] = {
        { PALPATE_VIEW_INIT("script"), INSIDE_CODE },
        { PALPATE_VIEW_INIT("style"), INSIDE_CODE },
        { PALPATE_VIEW_INIT("iframe"), INSIDE_TEXT },
        { PALPATE_VIEW_INIT("noembed"), INSIDE_TEXT },
        { PALPATE_VIEW_INIT("noframes"), INSIDE_TEXT },
        { PALPATE_VIEW_INIT("textarea"), INSIDE_TEXT },
        { PALPATE_VIEW_INIT("xmp"), INSIDE_TEXT },
    };

    for (size_t i = 0; i < sizeof ELEMENTS / sizeof *ELEMENTS; i++)
        if (view_equals_ignoring_case(name, ELEMENTS[i].name))
            return ELEMENTS[i].inside;
    return INSIDE_MARKUP;
}

/* Goes on to after the quote that ends a value. */
static void take_quoted(struct reader *reader, char quote)
{
    palpate_view html = reader->html;

    while (reader->place < html.size && html.data[reader->place] != quote) {
        if (html.data[reader->place] == '&')
            take_reference(reader, REFERENCE_IN_VALUE);
        else
            reader->place++;
    }
    reader->place += reader->place < html.size;
}

/* Goes on to the end of the tag, after '>'. */
static void take_attributes(struct reader *reader)
{
    bool is_value = false; /* right after '=' */

    while (reader->place < reader->html.size) {
        char byte = reader->html.data[reader->place];
        if (byte == '&') {
            take_reference(reader, REFERENCE_IN_VALUE);
            is_value = false;
            continue;
        }
        reader->place++;
        if (byte == '>')
            return;
        if (is_value && (byte == '"' || byte == '\''))
            take_quoted(reader, byte);
        is_value = byte == '=' || (is_value && ascii_is_space(byte));
    }
}

/* Goes on after the text of an element, whose '<' and '&' become references. */
static void take_plain(struct reader *reader, palpate_view name)
{
    palpate_view rest = view_slice(reader->html, reader->place, reader->html.size);
    const char *end = script_end(rest, name);

    reader->has_text = end != NULL;
    while (end != NULL && reader->html.data + reader->place < end) {
        char byte = reader->html.data[reader->place];
        if (byte != '<' && byte != '&') {
            reader->place++;
            continue;
        }
        cut(reader, reader->place + 1);
        append_character(reader->out, (unsigned char)byte);
    }
}

/* A script without end has nothing after it. */
static void skip_code(struct reader *reader, palpate_view name)
{
    palpate_view rest = view_slice(reader->html, reader->place, reader->html.size);
    const char *end = script_end(rest, name);

    reader->place = end == NULL ? reader->html.size : (size_t)(end - reader->html.data);
}

static void take_tag(struct reader *reader)
{
    palpate_view name = name_at(reader, reader->place + 1);
    enum inside inside = inside_of(name);

    reader->place += name.size + 1;
    take_attributes(reader);
    if (inside == INSIDE_CODE)
        skip_code(reader, name);
    else if (inside == INSIDE_TEXT && reader->has_text)
        take_plain(reader, name);
}

static void take_markup(struct reader *reader)
{
    palpate_view rest = view_slice(reader->html, reader->place, reader->html.size);
    char next = (char)(rest.size > 1 ? rest.data[1] : '\0');
    char third = (char)(rest.size > 2 ? rest.data[2] : '\0');
    palpate_view type = PALPATE_VIEW("<!doctype");

    if (ascii_is_letter(next))
        take_tag(reader);
    else if (view_starts_with(rest, PALPATE_VIEW("<!--")))
        take_comment(reader);
    else if (view_equals_ignoring_case(view_slice(rest, 0, type.size), type))
        reader->place = place_after(reader, reader->place, PALPATE_VIEW(">"));
    else if (next == '!' || next == '?' || (next == '/' && !ascii_is_letter(third)))
        take_bogus(reader);
    else
        reader->place++;
}

bool markup_read(struct buffer *out, palpate_view html)
{
    struct reader reader = { .html = html, .out = out, .has_text = true };

    for (;;) {
        reader.place = markup_next(html, reader.place);
        if (reader.place >= html.size)
            break;
        if (html.data[reader.place] == '<')
            take_markup(&reader);
        else
            take_reference(&reader, REFERENCE_IN_TEXT);
    }
    if (reader.kept == 0)
        return false;
    buffer_append(out, view_slice(html, reader.kept, html.size - reader.kept));
    return true;
}
