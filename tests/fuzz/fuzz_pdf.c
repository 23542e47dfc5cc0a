/* Any bytes are a PDF, or none, and the reason is a sentence; its lines are text, and
   make a page. */
#include "core/utf8.h"
#include "fuzz.h"
#include "fuzz_pdf_page.h"
#include "pdf/pdf_read.h"

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct pdf_lines lines;
    const char *why = pdf_read(&lines, &arena, bytes);

    if (why != NULL)
        fuzz_require_sentence(why);
    for (size_t i = 0; i < lines.count; i++) {
        REQUIRE(lines.items[i].text.size > 0 && utf8_is_valid(lines.items[i].text));
        REQUIRE(lines.items[i].page >= 1 && lines.items[i].page <= PDF_MAX_PAGES);
    }
    REQUIRE(lines.changed.size == 0 || utf8_is_valid(lines.changed));
    if (why == NULL)
        fuzz_require_pdf_page(&lines, &arena);
    arena_free(&arena);
}
