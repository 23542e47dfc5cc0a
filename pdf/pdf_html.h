/* The headings, paragraphs and items of a PDF -> an HTML page. */
#ifndef PDF_HTML_H
#define PDF_HTML_H

#include "core/buffer.h"
#include "pdf/pdf_layout.h"

/* Whether what a file states as its title is one, and not the name of a file or of the
   program that made it. */
bool pdf_title_is_sane(palpate_view title);

/* Appends the page.  Each element has the page of the PDF as its id, "page=3", which is
   what viewers take in an address.  Without a title that is sane, the first heading is
   the title, if it is one. */
void pdf_html(struct buffer *out, const struct pdf_lines *lines,
        const struct pdf_blocks *blocks);

#endif
