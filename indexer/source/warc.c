#include "indexer/source/warc.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/ascii.h"
#include "core/buffer.h"
#include "core/fail.h"
#include "core/utf8.h"
#include "core/view.h"
#include "indexer/source/http.h"
#include "indexer/source/warc_frame.h"

enum { PLACE_SIZE = 96 };

/* What became of a record. */
enum outcome {
    PASSED_OVER,
    PAGE,
    UNREADABLE, /* a page, whose record is as it should be */
    BROKEN      /* the record is not: who knows what it hides */
};

struct warc {
    struct frame frame;
    struct buffer answer; /* the status line and the fields of a web server's answer */
    struct buffer body;
    struct arena arena; /* of what the head of the answer needs */
    bool is_over;       /* no further record was found */
};

bool warc_is(struct gzip_stream *stream)
{
    return view_starts_with(gzip_stream_peek(stream, 5), PALPATE_VIEW("WARC/"));
}

palpate_status warc_open(
        struct warc **out, struct gzip_stream *stream, palpate_error *err)
{
    *out = calloc(1, sizeof **out);
    if (*out == NULL) {
        gzip_stream_close(stream);
        return fail(err, PALPATE_NO_MEMORY, "out of memory for a stream");
    }
    (*out)->frame.stream = stream;
    return PALPATE_OK;
}

void warc_close(struct warc *warc)
{
    if (warc == NULL)
        return;
    gzip_stream_close(warc->frame.stream);
    buffer_free(&warc->frame.head);
    buffer_free(&warc->answer);
    buffer_free(&warc->body);
    arena_free(&warc->arena);
    free(warc);
}

/* What can stand in an index and in JSON as the address of a page. */
static bool is_address(palpate_view url)
{
    for (size_t i = 0; i < url.size; i++)
        if (ascii_is_blank(url.data[i]) || url.data[i] == 0x7F)
            return false;
    return url.size > 0 && utf8_is_valid(url);
}

/* Some programs write <address>. */
static palpate_view without_brackets(palpate_view url)
{
    bool has_brackets =
            url.size > 1 && url.data[0] == '<' && url.data[url.size - 1] == '>';

    return has_brackets ? view_slice(url, 1, url.size - 2) : url;
}

/* A page that is there and cannot be read. */
static enum outcome refuse_page(struct warc *warc, const char *why)
{
    (void)frame_spoil(&warc->frame, "%s", why);
    return UNREADABLE;
}

/* Decodes the body and copies what makes a page. */
static enum outcome make_page(struct warc *warc, const struct http_head *head,
        struct arena *arena, struct warc_record *record)
{
    palpate_error err;

    if (http_body_decode(&warc->body, head, MAX_WARC_BODY, &err) != PALPATE_OK)
        return refuse_page(warc, err.message);
    record->html = arena_copy(arena, buffer_view(&warc->body));
    record->robots = arena_copy(arena, head->robots);
    record->content_type = arena_copy(arena, head->content_type);
    return record->html.data != NULL && record->robots.data != NULL &&
                           record->content_type.data != NULL
                   ? PAGE
                   : refuse_page(warc, "out of memory for a page");
}

/* Whether a record that holds no answer of a web server should hold one. */
static bool should_be_answer(const struct frame_fields *fields)
{
    palpate_view type = view_slice(fields->content_type, 0, 16);

    return type.size == 0 ||
           view_equals_ignoring_case(type, PALPATE_VIEW("application/http"));
}

static bool is_page(const struct http_head *head)
{
    return head->status == 200 && http_is_html(head->content_type);
}

/* Reads what stands after the head of a page, or over what is none. */
static enum outcome read_body(struct warc *warc, const struct frame_fields *fields,
        const struct http_head *head, struct arena *arena, struct warc_record *record)
{
    bool is_small = warc->frame.left <= MAX_WARC_BODY;
    char why[64];

    if (!frame_rest(&warc->frame, is_page(head) && is_small ? &warc->body : NULL))
        return BROKEN;
    if (!is_page(head))
        return PASSED_OVER;
    if (!is_address(fields->url))
        return refuse_page(warc, "its WARC-Target-URI is not an address");
    record->url = arena_copy(arena, fields->url);
    if (is_small)
        return make_page(warc, head, arena, record);
    (void)snprintf(why, sizeof why, "larger than the %d MB that are read: left out",
            MAX_WARC_BODY >> 20);
    return refuse_page(warc, why);
}

static enum outcome read_answer(struct warc *warc, const struct frame_fields *fields,
        struct arena *arena, struct warc_record *record)
{
    struct http_head head = { .status = 0 };
    palpate_error err;

    if (!frame_lines(&warc->frame, &warc->answer))
        return BROKEN;
    palpate_status status =
            http_head_read(&head, &warc->arena, buffer_view(&warc->answer), &err);
    if (status == PALPATE_OK)
        return read_body(warc, fields, &head, arena, record);
    if (!frame_rest(&warc->frame, NULL))
        return BROKEN;
    if (status == PALPATE_BAD_INPUT && !should_be_answer(fields))
        return PASSED_OVER;
    if (is_address(fields->url))
        record->url = arena_copy(arena, fields->url);
    return refuse_page(warc, err.message);
}

static enum outcome read_record(
        struct warc *warc, struct arena *arena, struct warc_record *record)
{
    struct frame_fields fields;

    if (!frame_fields(&warc->frame, &fields))
        return BROKEN;
    fields.url = without_brackets(fields.url);
    if (view_equals_ignoring_case(fields.type, PALPATE_VIEW("response")))
        return read_answer(warc, &fields, arena, record);
    struct http_head head = { .content_type = fields.content_type };
    if (view_equals_ignoring_case(fields.type, PALPATE_VIEW("resource")))
        head.status = 200;
    return read_body(warc, &fields, &head, arena, record);
}

static void write_place(char out[PLACE_SIZE], struct gzip_place place)
{
    if (place.inside == 0)
        (void)snprintf(out, PLACE_SIZE, "byte %" PRIu64, place.file);
    else
        (void)snprintf(out, PLACE_SIZE,
                "byte %" PRIu64 " of what inflates from byte %" PRIu64, place.inside,
                place.file);
}

/* Says what is wrong with the record at hand and, if it is broken, goes on after. */
static void report_record(
        struct warc *warc, enum outcome outcome, struct warc_record *record)
{
    struct frame *frame = &warc->frame;
    char place[PLACE_SIZE];
    char next[PLACE_SIZE];
    char *out = record->damage;

    write_place(place, frame->place);
    if (outcome == UNREADABLE) {
        (void)snprintf(out, WARC_MESSAGE, "record at %s%s%.200s: %s", place,
                record->url.size > 0 ? ", " : "",
                record->url.size > 0 ? record->url.data : "", frame->reason);
        return;
    }
    record->url = (palpate_view){ NULL, 0 };
    warc->is_over = !frame_find(frame);
    write_place(next, gzip_stream_place(frame->stream));
    (void)snprintf(out, WARC_MESSAGE, "record at %s: %s; %s%s: get a whole copy", place,
            frame->reason,
            warc->is_over ? "no further record was found" : "reading goes on at ",
            warc->is_over ? "" : next);
}

bool warc_next(struct warc *warc, struct arena *arena, struct warc_record *record)
{
    enum outcome outcome = PASSED_OVER;

    while (outcome == PASSED_OVER) {
        *record = (struct warc_record){ .damage = "" };
        if (warc->is_over)
            return false;
        arena_clear(&warc->arena);
        buffer_clear(&warc->body);
        if (frame_begin(&warc->frame))
            outcome = read_record(warc, arena, record);
        else if (warc->frame.reason[0] != '\0')
            outcome = BROKEN;
        else
            return false;
    }
    if (outcome != PAGE)
        report_record(warc, outcome, record);
    return true;
}
