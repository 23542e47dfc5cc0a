/* The lines of a PDF -> its headings, paragraphs and items, as they are read. */
#ifndef PDF_LAYOUT_H
#define PDF_LAYOUT_H

#include "core/buffer.h"
#include "pdf/pdf_lines.h"

enum pdf_kind { PDF_PARAGRAPH, PDF_ITEM, PDF_HEADING };

struct pdf_block {
    enum pdf_kind kind;
    unsigned level; /* of a heading: 1 is the title */
    unsigned page;  /* on which it starts */
    palpate_view text;
};

struct pdf_blocks {
    struct pdf_block *items;
    size_t count;
    size_t room;
};

/* Joins lines to blocks: of a paragraph, also over the end of a page, and with words
   that are divided at the end of a line.  Headings are lines that are larger than most
   text, or bold or in capitals and short; their levels go by size.  What stands at the
   top or foot of several pages, and numbers of pages, are left out.  False when memory
   is out. */
bool pdf_layout(
        struct pdf_blocks *out, struct arena *arena, const struct pdf_lines *lines);

#endif
