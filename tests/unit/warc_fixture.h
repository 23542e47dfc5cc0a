/* What the tests of WARC files share: making one, and what is read of it. */
#ifndef WARC_FIXTURE_H
#define WARC_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/gzip.h"
#include "core/view.h"
#include "indexer/source/warc.h"

#define HTML_HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"

static struct buffer file;
static struct arena arena;
static struct warc_record record;
static char damage[WARC_MESSAGE]; /* the last one */

static inline int clear(void **state)
{
    (void)state;
    buffer_clear(&file);
    return 0;
}

static inline int finish(void **state)
{
    (void)state;
    buffer_free(&file);
    arena_free(&arena);
    return 0;
}

static inline void add(const char *text)
{
    buffer_append_string(&file, text);
}

static inline void add_record(const char *type, const char *url, palpate_view block)
{
    buffer_append_format(&file,
            "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n"
            "Content-Length: %zu\r\n\r\n",
            type, url, block.size);
    buffer_append(&file, block);
    add("\r\n\r\n");
}

static inline void add_page(const char *url, const char *text)
{
    struct buffer block = { 0 };

    buffer_append_format(&block, HTML_HEAD "<p>%s", text);
    add_record("response", url, buffer_view(&block));
    buffer_free(&block);
}

/* Puts what `file` holds from `start` on into a gzip member. */
static inline void pack(size_t start)
{
    struct buffer member = { 0 };

    assert_int_equal(gzip_deflate(&member,
                             view_slice(buffer_view(&file), start, file.size), NULL),
            PALPATE_OK);
    file.size = start;
    buffer_append(&file, buffer_view(&member));
    buffer_free(&member);
}

/* The urls of the pages of `file`, with '!' for each damage: as a file, or through a
   pipe, into which nobody can look. */
static inline void read_from(int descriptor, char out[200])
{
    char path[64];
    struct gzip_stream *stream = NULL;
    struct warc *warc = NULL;

    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    assert_int_equal(gzip_stream_open(&stream, path, NULL), PALPATE_OK);
    assert_int_equal(warc_open(&warc, stream, NULL), PALPATE_OK);
    out[0] = '\0';
    arena_clear(&arena);
    while (warc_next(warc, &arena, &record)) {
        assert_true(strlen(out) < 150);
        if (record.damage[0] != '\0')
            memcpy(damage, record.damage, sizeof damage);
        (void)snprintf(out + strlen(out), 200 - strlen(out), "%s%s%s",
                out[0] == '\0' ? "" : " ", record.damage[0] == '\0' ? "" : "!",
                record.url.size == 0 ? "" : record.url.data);
    }
    warc_close(warc);
    (void)close(descriptor);
}

static inline void expect_file(const char *pages)
{
    char out[200];
    int descriptor = memfd_create("warc", 0);

    assert_int_equal(write(descriptor, file.data, file.size), file.size);
    read_from(descriptor, out);
    assert_string_equal(out, pages);
}

static inline void expect_pipe(const char *pages)
{
    char out[200];
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], file.data, file.size), file.size);
    (void)close(ends[1]);
    read_from(ends[0], out);
    assert_string_equal(out, pages);
}

static inline void expect(const char *pages)
{
    expect_file(pages);
    expect_pipe(pages);
}

static inline void expect_damage(const char *text)
{
    if (strstr(damage, text) == NULL)
        fail_msg("\"%s\" has no \"%s\"", damage, text);
}

#define TEST(name) cmocka_unit_test_setup(name, clear)

#endif
