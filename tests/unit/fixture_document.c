#include "fixture_document.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/buffer.h"

static struct buffer document;

void open_document(const char *name)
{
    char path[4096];
    char piece[4096];
    size_t size = 0;

    (void)snprintf(path, sizeof path, "%s/%s", getenv("PALPATE_SOURCE"), name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    buffer_clear(&document);
    while ((size = fread(piece, 1, sizeof piece, file)) > 0)
        buffer_append(&document, (palpate_view){ piece, size });
    buffer_append_byte(&document, '\0');
    (void)fclose(file);
    assert_false(document.failed);
}

const char *document_text(void)
{
    return document.data;
}

void assert_says(const char *text)
{
    assert_says_often(text, 1);
}

void assert_says_often(const char *text, unsigned least)
{
    unsigned count = 0;

    for (const char *at = document.data; (at = strstr(at, text)) != NULL; at++)
        count++;
    if (count < least)
        fail_msg("it says %u times, and not %u: %s", count, least, text);
}

int close_document(void **state)
{
    (void)state;
    buffer_free(&document);
    return 0;
}
