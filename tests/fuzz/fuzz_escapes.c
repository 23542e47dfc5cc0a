/* Any bytes are escaped so that they can be read back, or not at all be mistaken: for
   pages, addresses, terminals and links. */
#include <stdlib.h>
#include <string.h>

#include "core/html_escape.h"
#include "core/link_text.h"
#include "core/printable.h"
#include "core/utf8.h"
#include "core/view.h"
#include "core/web_address.h"
#include "fuzz.h"
#include "server/text.h"

static void require_html(palpate_view bytes)
{
    struct buffer html = { 0 };
    struct buffer plain = { 0 };

    html_escape(&html, bytes);
    REQUIRE(fuzz_html_decode(&plain, buffer_view(&html), false));
    REQUIRE(view_equals(buffer_view(&plain), bytes));
    buffer_free(&html);
    buffer_free(&plain);
}

static void require_printable(palpate_view bytes)
{
    struct buffer once = { 0 };
    struct buffer twice = { 0 };

    printable_append(&once, bytes);
    printable_append(&twice, buffer_view(&once));
    REQUIRE(view_equals(buffer_view(&once), buffer_view(&twice)));
    REQUIRE(utf8_is_valid(buffer_view(&once)));
    for (size_t i = 0; i < once.size; i++)
        REQUIRE((unsigned char)once.data[i] >= ' ' && once.data[i] != '\x7F');
    buffer_free(&once);
    buffer_free(&twice);
}

static void require_fragment(palpate_view bytes)
{
    struct buffer packed = { 0 };
    char *text = NULL;

    link_text_pack(&packed, bytes);
    text = malloc(packed.size * LINK_TEXT_GROWTH + 1);
    REQUIRE(text != NULL);
    char *end = link_text_unpack(text, buffer_view(&packed));
    REQUIRE(view_equals((palpate_view){ text, (size_t)(end - text) }, bytes));
    free(text);
    buffer_free(&packed);
}

static void require_answer(palpate_view bytes)
{
    struct buffer plain = { 0 };
    struct text text;
    size_t size = 0;

    text_open(&text);
    text_add_percent(&text, bytes);
    char *written = text_close(&text, &size);
    REQUIRE(fuzz_percent_decode(&plain, (palpate_view){ written, size }));
    REQUIRE(view_equals(buffer_view(&plain), bytes));
    free(written);
    buffer_clear(&plain);
    text_open(&text);
    text_add_escaped(&text, bytes);
    written = text_close(&text, &size);
    REQUIRE(utf8_is_valid((palpate_view){ written, size }));
    REQUIRE(fuzz_html_decode(&plain, (palpate_view){ written, size }, false));
    free(written);
    buffer_free(&plain);
}

/* What is believed to be an address can stand in quotes, and begins as one. */
static void require_address(palpate_view bytes)
{
    if (!is_web_address(bytes))
        return;
    REQUIRE(is_web_path(bytes));
    REQUIRE(utf8_is_valid(bytes));
    REQUIRE(view_find_ignoring_case(bytes, PALPATE_VIEW("http")) == 0);
    for (size_t i = 0; i < bytes.size; i++)
        REQUIRE((unsigned char)bytes.data[i] > ' ' &&
                strchr("\"<>\\`\x7F", bytes.data[i]) == NULL);
}

void fuzz_one(palpate_view bytes)
{
    require_html(bytes);
    require_printable(bytes);
    require_fragment(bytes);
    require_answer(bytes);
    require_address(bytes);
}
