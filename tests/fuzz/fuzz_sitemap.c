/* Any bytes are a sitemap: refused with a sentence, or whole addresses.  And a sitemap
   that is written of some addresses lists these, whatever is escaped in it. */
#include <stdio.h>

#include "core/view.h"
#include "core/web_address.h"
#include "fuzz.h"
#include "indexer/source/sitemap_read.h"

static void require_addresses(const struct sitemap_text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        REQUIRE(is_web_address(text->entries[i].url));
        REQUIRE(text->entries[i].url.data[text->entries[i].url.size] == '\0');
    }
}

/* Writes bytes as an address whose path has each as an escape or, where XML has to
   write it otherwise, as a reference. */
static void write_address(struct buffer *plain, struct buffer *xml, palpate_view bytes)
{
    buffer_append_string(plain, "https://a.example/");
    buffer_append_string(xml, "<url><loc>https://a.example/");
    for (size_t i = 0; bytes.data != NULL && i < bytes.size; i++) {
        unsigned byte = (unsigned char)bytes.data[i];
        if (byte % 3 == 0) {
            buffer_append_string(plain, "&");
            buffer_append_string(xml, byte % 2 == 0 ? "&amp;" : "&#x26;");
        } else {
            buffer_append_format(plain, "%%%02X", byte);
            buffer_append_format(
                    xml, byte % 5 == 0 ? "<![CDATA[%%%02X]]>" : "%%%02X", byte);
        }
    }
    buffer_append_string(xml, "</loc></url>");
}

static void require_what_was_written(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct buffer plain = { 0 };
    struct buffer xml = { 0 };
    struct sitemap_text text;

    buffer_append_string(&xml, "<urlset>");
    write_address(&plain, &xml, view_slice(bytes, 0, 500));
    buffer_append_string(&xml, "</urlset>");
    REQUIRE(sitemap_read(&text, &arena, buffer_view(&xml), NULL) == PALPATE_OK);
    REQUIRE(text.count == 1 && view_equals(text.entries[0].url, buffer_view(&plain)));
    buffer_free(&plain);
    buffer_free(&xml);
    arena_free(&arena);
}

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct sitemap_text text;
    palpate_error err = { PALPATE_OK, "" };

    if (sitemap_read(&text, &arena, bytes, &err) == PALPATE_OK)
        require_addresses(&text);
    else
        fuzz_require_sentence(err.message);
    require_what_was_written(bytes);
    arena_free(&arena);
}
