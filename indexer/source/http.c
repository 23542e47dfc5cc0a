#include "indexer/source/http.h"

#include "core/ascii.h"
#include "core/fail.h"
#include "core/gzip.h"
#include "core/view.h"

/* Takes a line off `rest`, without its end. */
static palpate_view line_next(palpate_view *rest)
{
    size_t end = view_find(*rest, PALPATE_VIEW("\n"));
    palpate_view line = view_slice(*rest, 0, end);

    *rest = view_slice(*rest, end + 1, rest->size);
    if (view_ends_with(line, PALPATE_VIEW("\r")))
        line.size--;
    return line;
}

static bool is_continued(palpate_view rest)
{
    return rest.size > 0 && (rest.data[0] == ' ' || rest.data[0] == '\t');
}

bool http_field_next(palpate_view *rest, palpate_view *name, palpate_view *value)
{
    while (rest->size > 0) {
        palpate_view before = *rest;
        palpate_view line = line_next(rest);
        if (line.size == 0) {
            *rest = before;
            return false;
        }
        while (is_continued(*rest)) {
            palpate_view more = line_next(rest);
            line.size = (size_t)(more.data + more.size - line.data);
        }
        size_t colon = view_find(line, PALPATE_VIEW(":"));
        *name = view_trim(view_slice(line, 0, colon));
        if (colon == line.size || name->size == 0 || is_continued(line))
            continue;
        *value = view_trim(view_slice(line, colon + 1, line.size));
        return true;
    }
    return false;
}

/* "HTTP/1.1 200 OK" -> 200; 0 for what is no status line. */
static unsigned status_of(palpate_view line)
{
    size_t blank = view_find(line, PALPATE_VIEW(" "));
    palpate_view code = view_trim(view_slice(line, blank, line.size));

    if (!view_starts_with(line, PALPATE_VIEW("HTTP/")) || code.size < 3 ||
            (code.size > 3 && code.data[3] != ' '))
        return 0;
    for (int i = 0; i < 3; i++)
        if (!ascii_is_digit(code.data[i]))
            return 0;
    return (unsigned)(code.data[0] - '0') * 100 + (unsigned)(code.data[1] - '0') * 10 +
           (unsigned)(code.data[2] - '0');
}

/* Takes what stands before the next comma off `rest`; false at the end. */
static bool item_next(palpate_view *rest, palpate_view *item)
{
    if (rest->size == 0)
        return false;
    size_t end = view_find(*rest, PALPATE_VIEW(","));
    *item = view_trim(view_slice(*rest, 0, end));
    *rest = view_slice(*rest, end + 1, rest->size);
    return true;
}

static void add_codings(struct http_head *head, palpate_view value)
{
    palpate_view item;

    while (item_next(&value, &item)) {
        if (item.size == 0 || view_equals_ignoring_case(item, PALPATE_VIEW("identity")))
            continue;
        if (head->coding_count < MAX_HTTP_CODINGS)
            head->codings[head->coding_count] = item;
        head->coding_count++;
    }
}

static void add_transfer(struct http_head *head, palpate_view value)
{
    palpate_view item;

    while (item_next(&value, &item)) {
        if (view_equals_ignoring_case(item, PALPATE_VIEW("chunked")))
            head->is_chunked = true;
        else
            add_codings(head, item); /* compressed on the way: the same to undo */
    }
}

palpate_status http_head_read(struct http_head *head, struct arena *arena,
        palpate_view text, palpate_error *err)
{
    struct buffer robots = { 0 };
    palpate_view name;
    palpate_view value;

    *head = (struct http_head){ .status = status_of(line_next(&text)) };
    if (head->status == 0)
        return fail(err, PALPATE_BAD_INPUT, "this is not an answer of a web server");
    while (http_field_next(&text, &name, &value)) {
        if (view_equals_ignoring_case(name, PALPATE_VIEW("content-type")) &&
                head->content_type.size == 0)
            head->content_type = value;
        else if (view_equals_ignoring_case(name, PALPATE_VIEW("content-encoding")))
            add_codings(head, value);
        else if (view_equals_ignoring_case(name, PALPATE_VIEW("transfer-encoding")))
            add_transfer(head, value);
        else if (view_equals_ignoring_case(name, PALPATE_VIEW("x-robots-tag")))
            http_robots_append(&robots, value);
    }
    head->robots = robots.failed ? (palpate_view){ NULL, 0 }
                                 : arena_copy(arena, buffer_view(&robots));
    buffer_free(&robots);
    return head->robots.data == NULL
                   ? fail(err, PALPATE_NO_MEMORY, "out of memory for a page's headers")
                   : PALPATE_OK;
}

bool http_is_html(palpate_view content_type)
{
    size_t end = view_find(content_type, PALPATE_VIEW(";"));
    palpate_view type = view_trim(view_slice(content_type, 0, end));

    return view_equals_ignoring_case(type, PALPATE_VIEW("text/html")) ||
           view_equals_ignoring_case(type, PALPATE_VIEW("application/xhtml+xml"));
}

/* "max-snippet: 20" has a value, "googlebot: noindex" a crawler. */
static bool has_value(palpate_view name)
{
    static const palpate_view NAMES[] = { PALPATE_VIEW_INIT("unavailable_after"),
        PALPATE_VIEW_INIT("max-snippet"), PALPATE_VIEW_INIT("max-image-preview"),
        PALPATE_VIEW_INIT("max-video-preview") };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (view_equals_ignoring_case(name, NAMES[i]))
            return true;
    return false;
}

void http_robots_append(struct buffer *out, palpate_view value)
{
    bool is_for_all = true;
    palpate_view item;

    /* A crawler's name holds for all that follows it on the line. */
    while (item_next(&value, &item)) {
        size_t colon = view_find(item, PALPATE_VIEW(":"));
        palpate_view name = view_trim(view_slice(item, 0, colon));
        bool is_word = view_find(name, PALPATE_VIEW(" ")) == name.size;
        if (colon < item.size && (has_value(name) || !is_word))
            continue; /* is_word: of a date, "25 Jun 2010 15:00:00" */
        if (colon < item.size) {
            is_for_all = view_equals(name, PALPATE_VIEW("*"));
            item = view_trim(view_slice(item, colon + 1, item.size));
        }
        if (!is_for_all || item.size == 0)
            continue;
        if (out->size > 0)
            buffer_append_string(out, ", ");
        buffer_append(out, item);
    }
}

/* Takes the line of a chunk's size off `rest`; false where it is none.  A size beyond
   what can be counted is as good as the greatest. */
static bool chunk_next(palpate_view *rest, size_t *size)
{
    palpate_view line = line_next(rest);
    palpate_view digits =
            view_trim(view_slice(line, 0, view_find(line, PALPATE_VIEW(";"))));

    *size = 0;
    for (size_t i = 0; i < digits.size; i++) {
        int digit = ascii_hex_value(digits.data[i]);
        if (digit < 0)
            return false;
        *size = *size > SIZE_MAX >> 4 ? SIZE_MAX : *size << 4 | (size_t)digit;
    }
    return digits.size > 0;
}

/* Joins the chunks in their place, as far as they go. */
static void undo_chunks(struct buffer *body)
{
    palpate_view rest = buffer_view(body);
    size_t joined = 0;
    size_t size = 0;

    if (!chunk_next(&rest, &size))
        return; /* some archives store what was chunked as if it had not been */
    do {
        palpate_view chunk = view_slice(rest, 0, size);
        if (chunk.data != NULL)
            memmove(body->data + joined, chunk.data, chunk.size);
        joined += chunk.size;
        rest = view_slice(rest, chunk.size, rest.size);
        (void)line_next(&rest);
    } while (size > 0 && chunk_next(&rest, &size));
    body->size = joined;
}

static bool is_inflatable(palpate_view coding)
{
    return view_equals_ignoring_case(coding, PALPATE_VIEW("gzip")) ||
           view_equals_ignoring_case(coding, PALPATE_VIEW("x-gzip")) ||
           view_equals_ignoring_case(coding, PALPATE_VIEW("deflate"));
}

/* Whether a body is HTML as it stands.  Some archives store what was compressed as if
   it had not been, and leave the header. */
static bool is_plain(palpate_view body)
{
    if (view_starts_with(body, PALPATE_VIEW("\xEF\xBB\xBF")))
        return true;
    body = view_trim(body);
    return body.size > 0 && body.data[0] == '<';
}

static palpate_status undo_coding(
        struct buffer *body, palpate_view coding, size_t most, palpate_error *err)
{
    struct buffer inflated = { 0 };
    bool is_whole = false;

    if (!is_inflatable(coding))
        return fail(err, PALPATE_BAD_INPUT,
                "Content-Encoding %.*s cannot be undone: fetch it with gzip or none",
                (int)(coding.size < 40 ? coding.size : 40), coding.data);
    palpate_status status =
            gzip_inflate_answer(&inflated, &is_whole, buffer_view(body), most, err);
    bool is_bad = status == PALPATE_BAD_INPUT || !is_whole;
    if (is_bad && status != PALPATE_LIMIT && status != PALPATE_NO_MEMORY &&
            is_plain(buffer_view(body))) {
        buffer_free(&inflated);
        return PALPATE_OK;
    }
    buffer_free(body);
    *body = inflated;
    return status;
}

palpate_status http_body_decode(struct buffer *body, const struct http_head *head,
        size_t most, palpate_error *err)
{
    palpate_status status = PALPATE_OK;

    if (head->is_chunked)
        undo_chunks(body);
    if (head->coding_count > MAX_HTTP_CODINGS)
        return fail(err, PALPATE_BAD_INPUT, "more than %d encodings", MAX_HTTP_CODINGS);
    for (unsigned i = head->coding_count; status == PALPATE_OK && i > 0; i--)
        status = undo_coding(body, head->codings[i - 1], most, err);
    if (status == PALPATE_OK && body->size > most)
        status = fail(err, PALPATE_LIMIT, "larger than %zu bytes", most);
    return status;
}
