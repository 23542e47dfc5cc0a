/* The bytes of a PDF -> its lines of text. */
#ifndef PDF_READ_H
#define PDF_READ_H

#include "core/buffer.h"
#include "pdf/pdf_lines.h"

enum {
    PDF_MAX_PAGES = 2000,
    PDF_MAX_TEXT = 16 * 1024 * 1024 /* bytes of text */
};

/* Reads a PDF; what it gives lives in `arena`.  NULL, or in one line why it cannot be
   read. */
const char *pdf_read(struct pdf_lines *out, struct arena *arena, palpate_view bytes);

#endif
