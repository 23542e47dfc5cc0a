#include "indexer/source/stream.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/fail.h"
#include "core/gzip_lines.h"
#include "core/view.h"
#include "core/web_address.h"
#include "indexer/source/http.h"
#include "indexer/source/source_walk.h"
#include "indexer/source/warc.h"

enum { MAX_LINE = MAX_SOURCE_PAGE + MAX_SOURCE_PAGE / 4 /* bytes of a line */ };

static const char NO_ADDRESS[] = "this is not an http or https address: left out";

struct stream {
    struct gzip_lines *lines; /* or */
    struct warc *warc;
    char *name;
    uint64_t line;       /* number, from 1 */
    struct buffer bytes; /* of the line */
};

/* Finds out what the bytes are and opens a reader for it, which owns `bytes` then. */
static palpate_status open_reader(
        struct stream *stream, struct gzip_stream *bytes, palpate_error *err)
{
    if (walk_is_warc(view_of(stream->name)) || warc_is(bytes))
        return warc_open(&stream->warc, bytes, err);
    return gzip_lines_take(&stream->lines, bytes, err);
}

palpate_status stream_open(
        struct stream **out, const char *path, palpate_view below, palpate_error *err)
{
    struct stream *stream = calloc(1, sizeof *stream);
    struct gzip_stream *bytes = NULL;

    *out = NULL;
    if (stream == NULL || (stream->name = strdup(path == NULL ? "-" : path)) == NULL) {
        free(stream);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a stream");
    }
    palpate_status status = gzip_stream_open(&bytes, path, err);
    if (status == PALPATE_OK && below.size > 0 && !gzip_stream_is_below(bytes, below)) {
        gzip_stream_close(bytes);
        status = fail(err, PALPATE_BAD_INPUT, "this now leads out of its folder");
    } else if (status == PALPATE_OK) {
        status = open_reader(stream, bytes, err);
    }
    if (status != PALPATE_OK) {
        stream_close(stream);
        return status;
    }
    *out = stream;
    return PALPATE_OK;
}

void stream_close(struct stream *stream)
{
    if (stream == NULL)
        return;
    gzip_lines_close(stream->lines);
    warc_close(stream->warc);
    buffer_free(&stream->bytes);
    free(stream->name);
    free(stream);
}

bool stream_is_warc(const char *path)
{
    struct gzip_stream *bytes = NULL;
    bool is_warc = gzip_stream_open(&bytes, path, NULL) == PALPATE_OK && warc_is(bytes);

    gzip_stream_close(bytes);
    return is_warc;
}

static palpate_view string_of(
        struct arena *arena, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    if (!json_is_string(value))
        return (palpate_view){ NULL, 0 };
    return arena_copy(arena,
            (palpate_view){ json_string_value(value), json_string_length(value) });
}

/* Of the X-Robots-Tag of a page's headers, whatever the case of its name, what is meant
   for everybody. */
static palpate_view robots_of(struct arena *arena, const json_t *object)
{
    const json_t *headers = json_object_get(object, "headers");
    struct buffer robots = { 0 };
    const char *name = NULL;
    json_t *value = NULL;

    json_object_foreach((json_t *)headers, name, value)
    {
        if (view_equals_ignoring_case(view_of(name), PALPATE_VIEW("x-robots-tag")) &&
                json_is_string(value))
            http_robots_append(&robots, view_of(json_string_value(value)));
    }
    palpate_view copy = robots.size > 0 ? arena_copy(arena, buffer_view(&robots))
                                        : string_of(arena, object, "robots");
    buffer_free(&robots);
    return copy;
}

/* Reads the line at hand; NULL, or why it is no page. */
static const char *read_page(
        struct stream *stream, struct arena *arena, struct source_page *page)
{
    json_error_t reason;
    json_t *object =
            json_loadb(stream->bytes.data, stream->bytes.size, JSON_ALLOW_NUL, &reason);

    *page = (struct source_page){ .url = string_of(arena, object, "url"),
        .bytes = string_of(arena, object, "html"),
        .robots = robots_of(arena, object) };
    json_decref(object);
    page->id = page->name = page->path = page->url;
    page->file = view_of(stream->name);
    page->size = page->bytes.size;
    if (page->url.size == 0 || page->bytes.data == NULL)
        return "no page: write {\"url\": …, \"html\": …} on one line";
    return is_web_path(page->url) ? NULL : NO_ADDRESS;
}

/* The next page of a WARC file. */
static bool warc_page(struct stream *stream, struct arena *arena,
        struct source_page *page, stream_report *report, void *user)
{
    struct warc_record record;
    char message[400];

    while (warc_next(stream->warc, arena, &record)) {
        *page = (struct source_page){ .id = record.url,
            .name = record.url,
            .path = record.url,
            .url = record.url,
            .file = view_of(stream->name),
            .robots = record.robots,
            .content_type = record.content_type,
            .bytes = record.html,
            .size = record.html.size };
        if (record.damage[0] != '\0') {
            report(user, stream->name, record.url, record.damage);
            continue;
        }
        if (is_web_address(record.url))
            return true;
        (void)snprintf(message, sizeof message, "record of %.*s: %s",
                (int)view_slice(record.url, 0, 200).size, record.url.data, NO_ADDRESS);
        report(user, stream->name, record.url, message);
    }
    return false;
}

/* Says why the line at hand is no page, and of which where that is known. */
static void report_line(const struct stream *stream, const struct source_page *page,
        const char *why, stream_report *report, void *user)
{
    char message[1200];
    bool has_page = why == NO_ADDRESS;
    palpate_view url = has_page ? view_slice(page->url, 0, 200) : PALPATE_VIEW("");

    (void)snprintf(message, sizeof message, "line %llu: %.*s%s%s",
            (unsigned long long)stream->line, (int)url.size, url.data,
            has_page ? ": " : "", why);
    report(user, stream->name, has_page ? page->url : (palpate_view){ NULL, 0 },
            message);
}

static bool line_page(struct stream *stream, struct arena *arena,
        struct source_page *page, stream_report *report, void *user)
{
    palpate_error err;

    for (;;) {
        bool has_line = false;
        const char *why = NULL;
        palpate_status status = gzip_lines_next(
                &has_line, stream->lines, &stream->bytes, MAX_LINE, &err);
        stream->line++;
        if (status == PALPATE_OK && !has_line)
            return false;
        if (status == PALPATE_OK && view_trim(buffer_view(&stream->bytes)).size == 0)
            continue;
        if (status == PALPATE_OK && (why = read_page(stream, arena, page)) == NULL)
            return true;
        report_line(
                stream, page, status == PALPATE_OK ? why : err.message, report, user);
        if (status == PALPATE_BAD_INPUT || status == PALPATE_NO_MEMORY)
            return false; /* nothing after a break can be read */
    }
}

bool stream_next(struct stream *stream, struct arena *arena, struct source_page *page,
        stream_report *report, void *user)
{
    return stream->warc != NULL ? warc_page(stream, arena, page, report, user)
                                : line_page(stream, arena, page, report, user);
}
