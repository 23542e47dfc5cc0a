#include "indexer/source/source_load.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/file.h"
#include "core/gzip.h"

/* Opens the file of a page, in which there is no other now than when it was listed. */
static palpate_status open_file(
        FILE **out, const struct source_page *page, palpate_error *err)
{
    int descriptor = -1;
    palpate_status status = file_open(&descriptor, page->id.data, err);

    *out = NULL;
    if (status != PALPATE_OK)
        return status;
    if (page->below.size > 0 && !file_is_below(descriptor, page->below))
        status = fail(err, PALPATE_BAD_INPUT, "this now leads out of its folder");
    else if ((*out = fdopen(descriptor, "r")) == NULL)
        status = fail(err, PALPATE_BAD_INPUT, "cannot open: %s", strerror(errno));
    if (status != PALPATE_OK)
        (void)close(descriptor);
    return status;
}

static palpate_status read_file(
        struct buffer *bytes, const struct source_page *page, palpate_error *err)
{
    FILE *file = NULL;
    const uint64_t size = page->size;
    palpate_status status = open_file(&file, page, err);

    if (status != PALPATE_OK)
        return status;
    for (;;) {
        size_t step = size > 0 && size < 1U << 20 ? (size_t)size + 1 : 1U << 16;
        char *end = buffer_reserve(bytes, step);
        size_t got = end == NULL ? 0 : fread(end, 1, step, file);
        bytes->size += got;
        if (got < step || bytes->size > MAX_SOURCE_PAGE)
            break;
    }
    if (bytes->failed)
        status = fail(err, PALPATE_NO_MEMORY, "out of memory for a page");
    else if (ferror(file) != 0)
        status = fail(err, PALPATE_BAD_INPUT, "cannot read: %s", strerror(errno));
    else if (bytes->size > MAX_SOURCE_PAGE)
        status = fail(err, PALPATE_BAD_INPUT,
                "larger than the %d MB that are read: split it", MAX_SOURCE_PAGE >> 20);
    (void)fclose(file);
    return status;
}

palpate_status source_load(
        struct source_page *page, struct buffer *bytes, palpate_error *err)
{
    struct buffer inflated = { 0 };
    palpate_error inner = { 0 };

    buffer_clear(bytes);
    palpate_status status = read_file(bytes, page, err);
    if (status == PALPATE_OK && gzip_is(buffer_view(bytes))) {
        status = gzip_inflate(&inflated, buffer_view(bytes), MAX_SOURCE_PAGE, &inner);
        buffer_free(bytes);
        *bytes = inflated;
        if (status != PALPATE_OK && status != PALPATE_NO_MEMORY)
            status = fail(
                    err, PALPATE_BAD_INPUT, "%s: fetch the page again", inner.message);
        else if (status != PALPATE_OK)
            status = fail(err, status, "%s", inner.message);
    }
    page->bytes = buffer_view(bytes);
    return status;
}
