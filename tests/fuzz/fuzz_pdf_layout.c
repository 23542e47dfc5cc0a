/* Any bytes are the lines of a PDF, with where each stands and how large it is, up to a
   NUL: they make a page. */
#include "core/utf8.h"
#include "core/view.h"
#include "fuzz.h"
#include "fuzz_pdf_page.h"

static struct pdf_line next_line(palpate_view *rest, unsigned *page)
{
    unsigned how = fuzz_byte(rest);
    struct pdf_line line = { .height = 850, .is_bold = (how & 1) != 0 };

    *page += (how >> 1 & 7) == 1;
    line.page = *page;
    line.left = 2.0 * fuzz_byte(rest);
    line.top = 4.0 * fuzz_byte(rest);
    line.size = fuzz_byte(rest) / 4.0;
    line.bottom = line.top + line.size;
    line.text = view_trim(fuzz_part(rest));
    line.right = line.left + 5.0 * (double)line.text.size;
    return line;
}

void fuzz_one(palpate_view bytes)
{
    struct arena arena = { 0 };
    struct pdf_lines lines = { .title = fuzz_part(&bytes) };
    unsigned page = 1;

    if (!utf8_is_valid(lines.title))
        lines.title = (palpate_view){ NULL, 0 };
    while (bytes.size > 0) {
        struct pdf_line line = next_line(&bytes, &page);
        if (line.text.size == 0 || !utf8_is_valid(line.text))
            continue;
        REQUIRE(arena_grow(&arena, (void **)&lines.items, &lines.room, lines.count,
                sizeof *lines.items));
        lines.items[lines.count++] = line;
    }
    fuzz_require_pdf_page(&lines, &arena);
    arena_free(&arena);
}
