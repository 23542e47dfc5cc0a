#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/utf8.h"
#include "core/view.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_one((palpate_view){ (const char *)data, size });
    return 0;
}

void fuzz_require(bool holds, const char *condition, const char *file, int line)
{
    if (holds)
        return;
    (void)fprintf(stderr, "%s:%d: this does not hold: %s\n", file, line, condition);
    abort();
}

palpate_view fuzz_part(palpate_view *rest)
{
    size_t end = view_find(*rest, (palpate_view){ "", 1 });
    palpate_view part = view_slice(*rest, 0, end);

    *rest = view_slice(*rest, end + 1, rest->size);
    return part;
}

unsigned fuzz_byte(palpate_view *rest)
{
    unsigned byte = rest->size > 0 ? (unsigned char)rest->data[0] : 0;

    *rest = view_slice(*rest, 1, rest->size);
    return byte;
}

char *fuzz_string(palpate_view bytes)
{
    char *string = malloc(bytes.size + 1);

    REQUIRE(string != NULL);
    if (bytes.size > 0)
        memcpy(string, bytes.data, bytes.size);
    string[bytes.size] = '\0';
    return string;
}

int fuzz_file(char path[FUZZ_PATH], palpate_view bytes)
{
    int file = memfd_create("fuzz", MFD_CLOEXEC);

    REQUIRE(file >= 0);
    REQUIRE(bytes.size == 0 ||
            write(file, bytes.data, bytes.size) == (ssize_t)bytes.size);
    (void)snprintf(path, FUZZ_PATH, "/proc/self/fd/%d", file);
    return file;
}

void fuzz_require_inside(palpate_view part, palpate_view whole)
{
    REQUIRE(part.size == 0 ||
            (part.data >= whole.data && part.size <= whole.size &&
                    part.data + part.size <= whole.data + whole.size));
}

void fuzz_require_sentence(const char *message)
{
    REQUIRE(*message != '\0');
    REQUIRE(utf8_is_valid(view_of(message)));
    for (const char *at = message; *at != '\0'; at++)
        REQUIRE((unsigned char)*at >= ' ' && *at != '\x7F');
}

static unsigned digit(char byte)
{
    static const char DIGITS[] = "0123456789ABCDEFabcdef";
    const char *place = byte == '\0' ? NULL : strchr(DIGITS, byte);
    unsigned value = place == NULL ? 32 : (unsigned)(place - DIGITS);

    return value >= 16 && value < 22 ? value - 6 : value;
}

bool fuzz_percent_decode(struct buffer *out, palpate_view text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '%') {
            buffer_append_byte(out, text.data[i]);
            continue;
        }
        if (i + 2 >= text.size || digit(text.data[i + 1]) > 15 ||
                digit(text.data[i + 2]) > 15)
            return false;
        buffer_append_byte(
                out, (char)(digit(text.data[i + 1]) << 4 | digit(text.data[i + 2])));
        i += 2;
    }
    return true;
}

/* Takes a mark off, which may stand there. */
static bool take_mark(palpate_view *html, bool *is_open)
{
    palpate_view mark = *is_open ? PALPATE_VIEW("</mark>") : PALPATE_VIEW("<mark>");

    if (!view_starts_with(*html, mark))
        return false;
    *is_open = !*is_open;
    *html = view_slice(*html, mark.size, html->size);
    return true;
}

bool fuzz_html_decode(struct buffer *out, palpate_view html, bool has_marks)
{
    static const struct {
        palpate_view entity;
        char sign;
    } ENTITIES[] = { { PALPATE_VIEW_INIT("&amp;"), '&' },
        { PALPATE_VIEW_INIT("&lt;"), '<' }, { PALPATE_VIEW_INIT("&gt;"), '>' },
        { PALPATE_VIEW_INIT("&quot;"), '"' }, { PALPATE_VIEW_INIT("&#39;"), '\'' } };
    bool is_open = false;

    while (html.size > 0) {
        size_t i = 0;
        if (has_marks && take_mark(&html, &is_open))
            continue;
        if (strchr("&<>\"'", html.data[0]) == NULL || html.data[0] == '\0') {
            buffer_append_byte(out, html.data[0]);
            html = view_slice(html, 1, html.size);
            continue;
        }
        while (i < sizeof ENTITIES / sizeof *ENTITIES &&
                !view_starts_with(html, ENTITIES[i].entity))
            i++;
        if (i == sizeof ENTITIES / sizeof *ENTITIES)
            return false;
        buffer_append_byte(out, ENTITIES[i].sign);
        html = view_slice(html, ENTITIES[i].entity.size, html.size);
    }
    return !is_open;
}
